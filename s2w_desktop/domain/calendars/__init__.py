"""The calendars in which people tell dates: rules of each in a file of its own, one shape for all of them.

Every rule names its source and is proved in the tests for every day from 1900 to 2035 against a second implementation
that reckons in another way.
"""

from s2w_desktop.domain.calendars.calendar import Calendar
from s2w_desktop.domain.calendars.ethiopian import ETHIOPIAN
from s2w_desktop.domain.calendars.gregorian import GREGORIAN
from s2w_desktop.domain.calendars.islamic import ISLAMIC
from s2w_desktop.domain.calendars.keys import CalendarKey
from s2w_desktop.domain.calendars.solar_hijri import SOLAR_HIJRI

__all__ = ["Calendar", "CalendarKey", "calendar_of", "usual_calendar"]

_CALENDARS = {calendar.key: calendar for calendar in (GREGORIAN, SOLAR_HIJRI, ISLAMIC, ETHIOPIAN)}
_USUAL = {
    **dict.fromkeys(("prs", "fas", "pes", "pus"), CalendarKey.SOLAR_HIJRI),  # Afghanistan and Iran
    **dict.fromkeys(("amh", "tir"), CalendarKey.ETHIOPIAN),  # Ethiopia and Eritrea
}


def calendar_of(key: CalendarKey) -> Calendar:
    """The calendar with this key."""
    return _CALENDARS[key]


def usual_calendar(iso639_3: str) -> CalendarKey:
    """The calendar that speakers of a language (ISO 639-3) mostly date their lives in; Gregorian for all others."""
    return _USUAL.get(iso639_3, CalendarKey.GREGORIAN)
