"""Work, care and learning on one time line, newest first: paid, family and unpaid work are told in the same way."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from s2w_desktop.domain.answers import Quantity
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.dates import partial_date, told_period
from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.formats import amount
from s2w_desktop.i18n.isolation import isolate
from s2w_desktop.i18n.labels import choice_or_code
from s2w_desktop.i18n.paper_words import school_years
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Station, Texts, Years
from s2w_desktop.services.paper_content.occupations import MAIN_WORK, is_risky, job, work_done
from s2w_desktop.services.paper_content.telling import Telling, facts

_YEAR: Final = 12
_MONTHS_TOLD: Final = 24  # shorter stations are told with their months
_RECOGNISED: Final = ("R5", "R6", "R8")


def stations(telling: Telling) -> list[Station]:
    """All stations, the newest first; those without a year stand last."""
    found = [*_work(telling), *_unpaid(telling), *_learning(telling)]
    return sorted(found, key=lambda station: -station.years.newness)


# --- when ---


def _years(telling: Telling, section: str, entry: EntryId, *, is_ongoing: bool) -> Years:
    start, end = (telling.profile.date(field_path(section, key, entry)) for key in ("start", "end"))
    last = None if is_ongoing else end
    return Years(start.year if start else None, _end_year(last), is_ongoing=is_ongoing, months=_months(start, last))


def _end_year(date: PartialDate | None) -> int | None:
    """The year in which something ended, for the spine; of "before 2010" that one."""
    if date is None:
        return None
    return date.latest.year if date.earliest is None and date.latest else date.year


def _months(start: PartialDate | None, end: PartialDate | None) -> tuple[int, int] | None:
    """The months of a station of less than two years; None where they are not known."""
    first, last = (date.first if date and not date.is_range else None for date in (start, end))
    if first is None or last is None or first.month is None or last.month is None:
        return None
    lasted = _YEAR * (last.year - first.year) + last.month - first.month
    return (first.month, last.month) if 0 <= lasted < _MONTHS_TOLD else None


def _told_dates(telling: Telling, section: str, entry: EntryId, tr: Translator) -> str:
    """What the spine cannot say: dates of no single year; and, in the person's text, dates as the person counts them."""
    held = [telling.profile.get(field_path(section, key, entry)) for key in ("start", "end")]
    start, end = (one if isinstance(one, SaidDate) else None for one in held)
    years = (start.date.year if start and start.date else None, _end_year(end.date) if end else None)
    vague = [one.date for one, year in zip((start, end), years, strict=True) if one and one.date and year is None]
    told = told_period(tr, start, end) if telling.is_persons(tr) else ""
    return told or facts(*(partial_date(tr, date) for date in vague))


# --- work ---


def _work(telling: Telling) -> Iterator[Station]:
    entries = telling.profile.entries("work")
    for entry in entries:
        yield _job(telling, entry)
    if not entries:
        yield from _main_work(telling)


def _job(telling: Telling, entry: EntryId) -> Station:
    """A job. Of a dangerous employer only the branch is told, and nothing of what was done there."""
    work = job(entry)
    is_dangerous = telling.entry("work", "sensitive_employer", entry) == "yes" or is_risky(telling, work)
    years = _years(telling, "work", entry, is_ongoing=telling.entry("work", "ongoing", entry) == "yes")

    def detail(tr: Translator) -> str:
        return facts(
            choice_or_code(tr, "job_type", telling.entry("work", "job_type", entry)),
            _employer(telling, entry, tr, is_dangerous=is_dangerous, is_risky=is_risky(telling, work)),
            "" if years.start and years.end else _how_long(telling, field_path("work", "duration_months", entry), tr),
            _told_dates(telling, "work", entry, tr),
        )

    return Station(
        title=telling.each_or_said(partial(work_done, telling, work), work.words, work.concept) or {},
        years=years,
        detail=telling.each(detail),
        evidence=telling.evidence("work", entry),
        words=None if is_dangerous else telling.words(field_path("work", "tasks", entry)),
    )


def _employer(telling: Telling, entry: EntryId, tr: Translator, *, is_dangerous: bool, is_risky: bool) -> str:
    if is_dangerous:
        return "" if is_risky else choice_or_code(tr, "sector", telling.entry("work", "sector", entry))
    return isolate(telling.entry("work", "employer", entry)) if telling.is_named else ""


def _how_long(telling: Telling, path: str, tr: Translator) -> str:
    """A time in months; whole years from two on."""
    found = telling.profile.get(path)
    if not isinstance(found, Quantity):
        return ""
    is_years = found.amount >= _MONTHS_TOLD and found.amount % _YEAR == 0
    length = found.amount / _YEAR if is_years else found.amount
    return amount(tr, Unit.YEARS if is_years else Unit.MONTHS, length, about=found.about)


def _main_work(telling: Telling) -> Iterator[Station]:
    """The main occupation, where no job has been told by itself."""
    title = telling.each_or_said(partial(work_done, telling, MAIN_WORK), MAIN_WORK.words, MAIN_WORK.concept)

    def detail(tr: Translator) -> str:
        is_own = bool(telling.side(MAIN_WORK.words, tr)) and not is_risky(telling, MAIN_WORK)
        group = telling.profile.text(MAIN_WORK.group) if is_own else ""  # else it is the title already
        how_long = telling.amount("work_summary.years_in_main_occupation", Unit.YEARS, tr)
        return facts(choice_or_code(tr, "isco", group), how_long)

    if title:
        yield Station(title, Years(), telling.each(detail))


def _unpaid(telling: Telling) -> Iterator[Station]:
    for entry in telling.profile.entries("unpaid"):
        activity = telling.entry("unpaid", "activity", entry)
        if activity:
            yield Station(
                title=telling.choice("unpaid", activity),
                years=Years(),
                detail=telling.each(partial(_of_unpaid, telling, entry)),
                words=telling.words(field_path("unpaid", "description", entry)),
            )


def _of_unpaid(telling: Telling, entry: EntryId, tr: Translator) -> str:
    return facts(
        choice_or_code(tr, "intensity", telling.entry("unpaid", "intensity", entry)),
        telling.amount(field_path("unpaid", "years", entry), Unit.YEARS, tr),
        isolate(telling.entry("unpaid", "people_or_scale", entry)),
    )


# --- learning ---


def _learning(telling: Telling) -> Iterator[Station]:
    """Schools and courses; the highest level by itself where none of them tells it."""
    entries = telling.profile.entries("education")
    for entry in entries:
        yield _course(telling, entry)
    highest = telling.profile.text("education_summary.highest_completed")
    if highest and highest not in {telling.entry("education", "level", entry) for entry in entries}:
        yield Station(telling.choice("isced", highest), Years(), telling.each(partial(_schooling, telling)))


def _schooling(telling: Telling, tr: Translator) -> str:
    years = telling.amount("education_summary.years_schooling", Unit.YEARS, tr)
    return school_years(tr, years) if years else ""


def _course(telling: Telling, entry: EntryId) -> Station:
    is_ongoing = telling.entry("education", "completion", entry) == "ongoing"
    return Station(
        title=_course_title(telling, entry),
        years=_years(telling, "education", entry, is_ongoing=is_ongoing),
        detail=telling.each(partial(_of_course, telling, entry)),
        evidence=telling.evidence("education", entry),
        words=telling.words(field_path("education", "main_subjects", entry)),
    )


def _course_title(telling: Telling, entry: EntryId) -> Texts:
    title = field_path("education", "title", entry)
    return telling.each_or_said(lambda tr: telling.side(title, tr) or _level(telling, entry, tr), title) or {}


def _level(telling: Telling, entry: EntryId, tr: Translator) -> str:
    """The level of a school, or what kind of course it was."""
    level, kind = (telling.entry("education", key, entry) for key in ("level", "kind"))
    return choice_or_code(tr, "isced", level) or choice_or_code(tr, "education_kind", kind)


def _of_course(telling: Telling, entry: EntryId, tr: Translator) -> str:
    has_title = bool(telling.side(field_path("education", "title", entry), tr))
    completion, recognition = (telling.entry("education", key, entry) for key in ("completion", "recognition_state"))
    fields = (
        (f"field_{width}", telling.entry("education", f"field_{width}", entry)) for width in ("detailed", "narrow", "broad")
    )
    how_long = field_path("education", "years_completed" if completion == "interrupted" else "duration_years", entry)
    return facts(
        _level(telling, entry, tr) if has_title else "",
        next((choice_or_code(tr, codes, code) for codes, code in fields if code), ""),
        choice_or_code(tr, "completion", completion) if completion != "completed" else "",
        isolate(telling.entry("education", "institution", entry)) if telling.is_named else "",
        telling.amount(how_long, Unit.YEARS, tr),
        _told_dates(telling, "education", entry, tr),
        choice_or_code(tr, "recognition", recognition) if recognition in _RECOGNISED else "",
    )
