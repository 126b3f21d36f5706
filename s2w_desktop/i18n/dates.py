"""Partial dates in words: "about 1984", "before May 1984", "1363 (Solar Hijri), 1984/85". Always with Latin digits.

CLDR gives the Gregorian words through Babel, which does not hold the months of other calendars; those are words of our own.
"""

from s2w_desktop.domain.calendars import CalendarKey, calendar_of
from s2w_desktop.domain.date_entry import DateMode
from s2w_desktop.domain.dates import PartialDate, in_calendar, span_of
from s2w_desktop.domain.edtf import DatePoint, DateShape, Doubt
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.formats import day, month
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill, isolate
from s2w_desktop.i18n.labels_calendars import CALENDARS, MODES, MONTHS
from s2w_desktop.i18n.translator import Translator


def calendar_name(tr: Translator, calendar: CalendarKey) -> str:
    """The name of a calendar."""
    return tr.say(CALENDARS[calendar])


def mode_words(tr: Translator, mode: DateMode) -> str:
    """How a date is meant: "exactly", "about", "before"."""
    return tr.say(MODES[mode])


def partial_date(tr: Translator, value: PartialDate | str) -> Phrase:
    """A Gregorian date as far as it is known: "2024", "about 7 May 2024", "1984 to 1986". Raises ValueError for no date."""
    return _shape(tr, PartialDate.parse(value) if isinstance(value, str) else value, CalendarKey.GREGORIAN)


def said_date(tr: Translator, answer: SaidDate) -> Phrase:
    """A date as it was told; of another calendar the Gregorian one beside it: "1363 (Solar Hijri), 1984/85".

    What is not understood comes out as it was said.
    """
    if answer.date is None:
        return isolate(answer.said)
    if answer.calendar is CalendarKey.GREGORIAN and answer.shape is not None:
        return partial_date(tr, answer.date)
    calendar, days = calendar_name(tr, answer.calendar), _in_short(tr, answer.date, answer)
    return fill(tr.pgettext("date", "{said} ({calendar}), {date}"), said=_told(tr, answer), calendar=calendar, date=days)


def told_period(tr: Translator, start: SaidDate | None, end: SaidDate | None) -> Phrase:
    """Beginning and end in the calendar they were told in: "1390 (Solar Hijri) to 1395 (Solar Hijri)".

    Empty where both are Gregorian, not known or not understood: then the years that stand beside it say it all.
    """
    told = [one for one in (start, end) if one is not None and one.shape is not None and one.date is not None]
    if all(one.calendar is CalendarKey.GREGORIAN for one in told):
        return Phrase("")
    template = tr.pgettext("date", "{said} ({calendar})")
    words = [fill(template, said=_told(tr, one), calendar=calendar_name(tr, one.calendar)) for one in told]
    return words[0] if len(words) == 1 else _from_to(tr, *words)


def both_renderings(tr: Translator, answer: SaidDate, usual: CalendarKey) -> Phrase:
    """A date with its month in words, and the same in the other calendar: "May 1363 = 21 July 1984 to 20 August 1984".

    The other calendar of a Gregorian date is the person's usual one. Empty where there is nothing to add to the digits.
    """
    if answer.date is None:
        return Phrase("")
    told = _told(tr, answer)
    if answer.calendar is not CalendarKey.GREGORIAN:
        is_open = answer.shape is not None and None in (answer.shape.first, answer.shape.last)
        return _equals(told, _in_short(tr, answer.date, answer) if is_open else partial_date(tr, answer.date))
    if usual is not CalendarKey.GREGORIAN:
        return _equals(told, _shape(tr, in_calendar(answer.date, usual), usual))
    return Phrase("") if answer.shape is None or _is_bare_year(answer.shape) else told


def _equals(one: Phrase, other: Phrase) -> Phrase:
    return Phrase(f"{isolate(one)} = {isolate(other)}")


def _is_bare_year(shape: DateShape) -> bool:
    point = shape.first
    return not shape.is_range and point is not None and point == DatePoint(point.year)


def _told(tr: Translator, answer: SaidDate) -> Phrase:
    return isolate(answer.said) if answer.shape is None else _shape(tr, answer.shape, answer.calendar)


def _in_short(tr: Translator, date: PartialDate, answer: SaidDate) -> Phrase:
    """The Gregorian days of a date of another calendar; of a year the two years that it stands in: "before 1984/85"."""
    shape = answer.shape
    point = shape.points[0] if shape is not None and len(shape.points) == 1 else None
    if shape is None or point is None or point.month is not None or point.blanks:
        return partial_date(tr, date)
    years = _doubted(tr, _two_years(point, answer.calendar), point.doubt)
    return _one_sided(tr, shape, years) if shape.is_range else years


def _two_years(point: DatePoint, calendar: CalendarKey) -> Phrase:
    first, last = span_of(DateShape(point, point), calendar_of(calendar))
    if first is None or last is None:
        raise AssertionError("a year is not open")
    return Phrase(Ltr(f"{first.year}" if first.year == last.year else f"{first.year}/{last.year % 100:02d}"))


def _shape(tr: Translator, shape: DateShape, calendar: CalendarKey) -> Phrase:
    first, last = shape.first, shape.last
    if first is None or last is None:
        return _one_sided(tr, shape, _point(tr, shape.points[0], calendar))
    if not shape.is_range:
        return _point(tr, first, calendar)
    return _from_to(tr, _point(tr, first, calendar), _point(tr, last, calendar))


def _one_sided(tr: Translator, shape: DateShape, words: str) -> Phrase:
    template = tr.pgettext("date", "before {date}") if shape.first is None else tr.pgettext("date", "after {date}")
    return fill(template, date=words)


def _from_to(tr: Translator, first: str, last: str) -> Phrase:
    return fill(tr.pgettext("date", "{first} to {last}"), first=first, last=last)


def _point(tr: Translator, point: DatePoint, calendar: CalendarKey) -> Phrase:
    if point.blanks == 1:
        return fill(tr.pgettext("date", "the {year}s"), year=Ltr(f"{point.year:04d}"))
    if point.blanks:
        return _from_to(tr, Ltr(f"{point.year:04d}"), Ltr(f"{point.last_year:04d}"))
    known = _gregorian(tr, point) if calendar is CalendarKey.GREGORIAN else _other(tr, point, calendar)
    return _doubted(tr, known, point.doubt)


def _doubted(tr: Translator, known: Phrase, doubt: Doubt) -> Phrase:
    match doubt:
        case Doubt.NONE:
            return known
        case Doubt.ABOUT:
            return fill(tr.pgettext("date", "about {date}"), date=known)
        case Doubt.UNSURE:
            return fill(tr.pgettext("date", "perhaps {date}"), date=known)
        case Doubt.BOTH:
            return fill(tr.pgettext("date", "perhaps about {date}"), date=known)


def _gregorian(tr: Translator, point: DatePoint) -> Phrase:
    shown = PartialDate(point, point).span[0]
    if point.month is None or shown is None:
        return Phrase(Ltr(f"{point.year:04d}"))
    return Phrase(month(tr, shown) if point.day is None else day(tr, shown))


def _other(tr: Translator, point: DatePoint, calendar: CalendarKey) -> Phrase:
    year = Ltr(f"{point.year:04d}")
    if point.month is None:
        return Phrase(year)
    name = tr.say(MONTHS[calendar][point.month - 1])
    if point.day is None:
        return fill(tr.pgettext("date", "{month} {year}"), month=name, year=year)
    return fill(tr.pgettext("date", "{day} {month} {year}"), day=Ltr(str(point.day)), month=name, year=year)
