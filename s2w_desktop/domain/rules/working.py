"""Jobs, evidence and licences fit together (V08, V16 and profile-model 6.11, 6.16, 6.19)."""

from collections.abc import Iterator
from datetime import date

from s2w_desktop.domain.concepts import group_of
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful, number_at, prompt, surely_before, wrong
from s2w_desktop.domain.sections.working import is_exposed

DAYS_PER_MONTH = 30.44
TOLERANCE = 0.2  # between the months that are told and those of the dates
EVIDENCE_OF_DOCUMENTS = ("3", "4", "5")  # seen, checked, confirmed by the issuer: a document was there
CLAIMS = ("education", "work", "skill")


def main_work_lies_within_work(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """The years in the main work are part of all years of work (V08)."""
    total = number_at(profile, "work_summary.years_worked_total")
    main = number_at(profile, "work_summary.years_in_main_occupation")
    if total is not None and main is not None and main > total:
        yield wrong("V08", "work_summary.years_in_main_occupation")


def jobs_last_as_long_as_their_dates(profile: Profile, today: date) -> Iterator[Issue]:
    """The months that are told are those between the dates, unless these are in the wrong order."""
    for entry in profile.entry_texts("work"):
        start, end = (profile.date(field_path("work", key, entry)) for key in ("start", "end"))
        if surely_before(end, start):
            continue
        told = number_at(profile, field_path("work", "duration_months", entry))
        goes_on = profile.text(field_path("work", "ongoing", entry)) == "yes"
        span = _months(start, PartialDate.on(today) if goes_on else end)
        if told is not None and span is not None and not _is_near(told, span):
            yield doubtful("duration", field_path("work", "duration_months", entry), least=round(span[0]), most=round(span[1]))


def _months(start: PartialDate | None, end: PartialDate | None) -> tuple[float, float] | None:
    """Least and greatest number of months between two dates that are known only in part; None where one is open."""
    if start is None or end is None:
        return None
    (first_start, last_start), (first_end, last_end) = start.span, end.span
    if first_start is None or last_start is None or first_end is None or last_end is None:
        return None
    least, most = (first_end - last_start).days, (last_end - first_start).days
    return max(0.0, least / DAYS_PER_MONTH), max(0.0, most / DAYS_PER_MONTH)


def _is_near(told: float, span: tuple[float, float]) -> bool:
    return span[0] * (1 - TOLERANCE) - 1 <= told <= span[1] * (1 + TOLERANCE) + 1


def exposed_work_is_thought_of(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """Work that is worth something to persecutors asks whether it is to be protected."""
    for entry in profile.entry_texts("work"):
        path = field_path("work", "sensitive_employer", entry)
        occupation = profile.get(field_path("work", "occupation_esco", entry))
        groups = (profile.text(field_path("work", "isco08", entry)), group_of(occupation))
        if any(map(is_exposed, groups)) and profile.get(path) is None:
            yield prompt("exposed", path)


def evidence_has_a_document(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """A claim "document seen" needs a document of that kind in the register, with the day it was seen (V16)."""
    rows = profile.entry_texts("document")
    seen = {
        profile.text(field_path("document", "about", row)) for row in rows if profile.date(field_path("document", "seen_on", row))
    }
    for section in CLAIMS:
        for entry in profile.entry_texts(section):
            path = field_path(section, "evidence", entry)
            if profile.text(path) in EVIDENCE_OF_DOCUMENTS and section not in seen:
                yield wrong("V16", path)


def goals_are_told_once(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """The first goal is not among the others too."""
    others = profile.get("expectation.other_goals")
    if isinstance(others, tuple) and profile.text("expectation.first_goal") in others:
        yield doubtful("goal_twice", "expectation.other_goals")


WORKING_RULES = (
    main_work_lies_within_work,
    jobs_last_as_long_as_their_dates,
    exposed_work_is_thought_of,
    evidence_has_a_document,
    goals_are_told_once,
)
