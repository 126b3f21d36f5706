"""Words around dates: calendars, their months, and how a date is meant.

Months of the Solar Hijri calendar carry two names in English, of Afghanistan and of Iran; a translation has those
of its country.
"""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.date_entry import DateMode
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

CALENDARS: Final[Mapping[CalendarKey, Message]] = {
    CalendarKey.GREGORIAN: pgettext("calendar", "Gregorian"),
    CalendarKey.SOLAR_HIJRI: pgettext("calendar", "Solar Hijri"),
    CalendarKey.ISLAMIC: pgettext("calendar", "Islamic"),
    CalendarKey.ETHIOPIAN: pgettext("calendar", "Ethiopian"),
}

MODES: Final[Mapping[DateMode, Message]] = {
    DateMode.EXACT: pgettext("date", "exactly"),
    DateMode.ABOUT: pgettext("date", "about"),
    DateMode.UNSURE: pgettext("date", "perhaps"),
    DateMode.BOTH: pgettext("date", "perhaps about"),
    DateMode.BEFORE: pgettext("date", "before"),
    DateMode.AFTER: pgettext("date", "after"),
    DateMode.RANGE: pgettext("date", "from … to"),
    DateMode.DECADE: pgettext("date", "in the decade"),
    DateMode.CENTURY: pgettext("date", "in the century"),
}

MONTHS: Final[Mapping[CalendarKey, tuple[Message, ...]]] = {
    CalendarKey.SOLAR_HIJRI: (
        pgettext("month", "Hamal/Farvardin"),
        pgettext("month", "Sawr/Ordibehesht"),
        pgettext("month", "Jawza/Khordad"),
        pgettext("month", "Saratan/Tir"),
        pgettext("month", "Asad/Mordad"),
        pgettext("month", "Sonbola/Shahrivar"),
        pgettext("month", "Mizan/Mehr"),
        pgettext("month", "Aqrab/Aban"),
        pgettext("month", "Qaws/Azar"),
        pgettext("month", "Jadi/Dey"),
        pgettext("month", "Dalw/Bahman"),
        pgettext("month", "Hut/Esfand"),
    ),
    CalendarKey.ISLAMIC: (
        pgettext("month", "Muharram"),
        pgettext("month", "Safar"),
        pgettext("month", "Rabi I"),
        pgettext("month", "Rabi II"),
        pgettext("month", "Jumada I"),
        pgettext("month", "Jumada II"),
        pgettext("month", "Rajab"),
        pgettext("month", "Shaban"),
        pgettext("month", "Ramadan"),
        pgettext("month", "Shawwal"),
        pgettext("month", "Dhu al-Qadah"),
        pgettext("month", "Dhu al-Hijjah"),
    ),
    CalendarKey.ETHIOPIAN: (
        pgettext("month", "Meskerem"),
        pgettext("month", "Tikimt"),
        pgettext("month", "Hidar"),
        pgettext("month", "Tahsas"),
        pgettext("month", "Tir"),
        pgettext("month", "Yekatit"),
        pgettext("month", "Megabit"),
        pgettext("month", "Miyazya"),
        pgettext("month", "Ginbot"),
        pgettext("month", "Sene"),
        pgettext("month", "Hamle"),
        pgettext("month", "Nehase"),
        pgettext("month", "Pagume"),
    ),
}
