"""Numbers, dates, sizes and lists as a language writes them: CLDR, Gregorian, always with Latin digits and a 24-hour clock.

Latin digits because records, codes and papers carry them, and two kinds of digits side by side would disagree.
Babel is imported when the first of these is needed.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill, isolate
from s2w_desktop.i18n.month_names import GREGORIAN_MONTHS
from s2w_desktop.i18n.names import locale_of
from s2w_desktop.i18n.translator import FRACTION, Translator

_SIZES: Final = (("gigabyte", 10**9), ("megabyte", 10**6), ("kilobyte", 10**3))
_FEW: Final = 10
_COUNTED: Final[Mapping[Unit, Callable[[Translator, int], str]]] = {
    Unit.YEARS: lambda tr, n: tr.ngettext("{n} year", "{n} years", n),
    Unit.MONTHS: lambda tr, n: tr.ngettext("{n} month", "{n} months", n),
    Unit.HOURS: lambda tr, n: tr.ngettext("{n} hour", "{n} hours", n),
    Unit.CHILDREN: lambda tr, n: tr.ngettext("{n} child", "{n} children", n),
    Unit.TIMES: lambda tr, n: tr.ngettext("{n} time", "{n} times", n),
    Unit.SECONDS: lambda tr, n: tr.ngettext("{n} second", "{n} seconds", n),
}
"""How each unit is counted, in the plural form of a number."""


def number(tr: Translator, value: Decimal | float) -> Ltr:
    """A figure with the language's decimal sign and groups of three."""
    from babel.numbers import format_decimal

    return Ltr(format_decimal(value, locale=locale_of(tr)))


def one_decimal(tr: Translator, value: Decimal | float) -> Ltr:
    """A figure with one decimal, also where it is 0: figures below each other have the same number of them."""
    from babel.numbers import format_decimal

    return Ltr(format_decimal(value, format="#,##0.0", locale=locale_of(tr)))


def change(tr: Translator, difference: Decimal | int) -> Ltr:
    """A difference with its sign, with one decimal where it is no whole number by its type: "+5", "−0.5"; 0 has no sign."""
    from babel.numbers import format_decimal

    figure = "#,##0.0" if isinstance(difference, Decimal) else "#,##0"
    return Ltr(format_decimal(difference, format=f"+{figure};-{figure}" if difference else figure, locale=locale_of(tr)))


def percent(tr: Translator, share: Decimal | float) -> Ltr:
    """A share between 0 and 1 in whole per cent."""
    from babel.numbers import format_percent

    return Ltr(format_percent(share, locale=locale_of(tr)))


def file_size(tr: Translator, size_bytes: int) -> str:
    """A size in kB, MB or GB of powers of ten; one decimal below ten. Anything but nothing is at least 1 kB."""
    from babel.units import format_unit

    unit, step = next((entry for entry in _SIZES if size_bytes >= entry[1]), _SIZES[-1])
    amount = Decimal(size_bytes) / step
    if size_bytes and unit == "kilobyte":
        amount = max(amount, Decimal(1))
    rounded = round(amount, 1) if amount < _FEW else Decimal(round(amount))
    return tr.dressed(format_unit(rounded, f"digital-{unit}", length="short", locale=locale_of(tr)))


def joined(tr: Translator, items: Iterable[str]) -> Phrase:
    """The items as a list in words: "a, b and c". Each is isolated."""
    from babel.lists import format_list

    return Phrase(format_list([isolate(item) for item in items], locale=locale_of(tr)))


def day(tr: Translator, when_day: date) -> str:
    """A day with the month in words: "7 May 2024"."""
    return _dated(tr, when_day, str(locale_of(tr).date_formats["long"]))


def month(tr: Translator, within: date) -> str:
    """The month of a day, in words: "May 2024"."""
    return _dated(tr, within, str(locale_of(tr).datetime_skeletons["yMMMM"]))


def _dated(tr: Translator, when_day: date, pattern: str) -> str:
    """A day in a pattern of CLDR's, the one place where Gregorian months are named."""
    from babel.dates import format_date

    own = GREGORIAN_MONTHS.get(locale_of(tr).language)
    named = pattern.replace("MMMM", f"'{own[when_day.month - 1]}'") if own else pattern
    return tr.dressed(format_date(when_day, named, locale=locale_of(tr)))


def time_of_day(moment: datetime) -> Ltr:
    """Hours and minutes: "14:32"."""
    return Ltr(f"{moment:%H:%M}")


def when(tr: Translator, moment: datetime, now: datetime) -> Phrase:
    """A moment seen from now, in now's time zone: "today, 14:32", "yesterday, 09:05", "7 May 2024, 14:32".

    Both must know their time zone.
    """
    local = moment.astimezone(now.tzinfo)
    clock = time_of_day(local)
    if local.date() == now.date():
        return fill(tr.pgettext("when", "today, {time}"), time=clock)
    if local.date() == now.date() - timedelta(days=1):
        return fill(tr.pgettext("when", "yesterday, {time}"), time=clock)
    return fill(tr.pgettext("when", "{day}, {time}"), day=day(tr, local.date()), time=clock)


def amount(tr: Translator, unit: Unit, value: Decimal | int, *, about: bool = False) -> Phrase:
    """A figure with its unit, perhaps approximate: "1 year", "about 12.5 years", "3 children"; without one the bare figure."""
    figure = number(tr, value)
    words = Phrase(figure) if unit is Unit.NONE else fill(_COUNTED[unit](tr, plural_number(tr, value)), n=figure)
    return fill(tr.pgettext("amount", "about {amount}"), amount=words) if about else words


def counted(tr: Translator, unit: Unit, value: Decimal | int, figures: str) -> Phrase:
    """Figures as they stand somewhere with the unit that they count: "12½ years". They are there too where a language says them
    in words alone: Arabic "1: one year"."""
    template = _COUNTED[unit](tr, plural_number(tr, value))
    return fill(template if "{n}" in template else "{n}: " + template, n=Ltr(figures))


def unit_beside(tr: Translator, unit: Unit, value: Decimal | int) -> str:
    """What stands beside a field with this figure: "year" beside 1; nothing where a language has one word for both."""
    before, figure, behind = _COUNTED[unit](tr, plural_number(tr, value)).partition("{n}")
    return (before + behind).strip() if figure and unit is not Unit.NONE else ""


def plural_number(tr: Translator, amount: Decimal | int) -> int:
    """The whole number whose plural form a figure takes.

    Catalogues choose forms by whole numbers only; for 1.5 this gives one of the same CLDR category
    (French "1,5 an" stands in the singular, English "1.5 years" in the plural), or FRACTION where no whole number is of it
    (Ukrainian "1,5 року", Czech "1,5 roku").
    """
    if amount == int(amount):
        return int(amount)
    category = locale_of(tr).plural_form
    return next((whole for whole in range(1_000) if category(whole) == category(amount)), FRACTION)
