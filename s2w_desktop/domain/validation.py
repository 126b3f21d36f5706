"""Rules over a profile. They never block: a draft may be wrong, an export of it too.

`cannot be right` and `please check` are the two levels (UX-10). Rule ids are those of profile-model 6.21; `kind` rules
hold a single value against its declaration.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from s2w_desktop.domain.answers import Quantity
from s2w_desktop.domain.dates import age_on
from s2w_desktop.domain.fields import FieldKind, FieldSpec, Questionnaire, field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import number_of

MINIMUM_AGE, MAXIMUM_AGE = 15, 99
_YEARS_FOR_LEVEL = {"1": 4, "2": 7, "34": 10, "35": 10, "4": 10, "5": 12, "6": 14, "7": 15, "8": 18}


class Severity(Enum):
    """How sure a rule is."""

    CANNOT_BE_RIGHT = "cannot"
    PLEASE_CHECK = "check"


@dataclass(frozen=True)
class Issue:
    """A remark on one field. `facts` are figures for the sentence, never what the person said."""

    rule: str
    path: str
    severity: Severity
    facts: Mapping[str, int] = field(default_factory=dict)


Rule = Callable[[Profile, date], Iterator[Issue]]


def check(questionnaire: Questionnaire, profile: Profile, today: date) -> tuple[Issue, ...]:
    """Every remark on a profile, in the order of the interview's fields, then of the rules."""
    issues = [issue for path, spec in _present(questionnaire, profile) for issue in _check_value(profile, path, spec, today)]
    for rule in _RULES:
        issues.extend(rule(profile, today))
    return tuple(issues)


def _present(questionnaire: Questionnaire, profile: Profile) -> Iterator[tuple[str, FieldSpec]]:
    """What there is of the fields whose values have bounds."""
    for section in questionnaire.sections:
        places = profile.places(section)
        for spec in section.bounded:
            for place in places:
                path = field_path(section.key, spec.key, place)
                if path in profile.held:
                    yield path, spec


def _check_value(profile: Profile, path: str, spec: FieldSpec, today: date) -> Iterator[Issue]:
    answer = profile.get(path)
    if isinstance(answer, Quantity):
        yield from _check_quantity(answer, path, spec)
    elif isinstance(answer, tuple):
        yield from _check_many(answer, path, spec)
    elif spec.kind is FieldKind.DATE and not spec.future:
        when = profile.date(path)
        if when is not None and when.earliest > today:
            yield Issue("V04", path, Severity.CANNOT_BE_RIGHT)


def _check_quantity(answer: Quantity, path: str, spec: FieldSpec) -> Iterator[Issue]:
    if spec.low is not None and answer.amount < spec.low:
        yield Issue("too_low", path, Severity.CANNOT_BE_RIGHT, {"low": spec.low})
    if spec.high is not None and answer.amount > spec.high:
        yield Issue("too_high", path, Severity.CANNOT_BE_RIGHT, {"high": spec.high})


def _check_many(answer: tuple[str, ...], path: str, spec: FieldSpec) -> Iterator[Issue]:
    if spec.most is not None and len(answer) > spec.most:
        yield Issue("too_many", path, Severity.PLEASE_CHECK, {"most": spec.most})
    if spec.alone in answer and len(answer) > 1:
        yield Issue("alone", path, Severity.PLEASE_CHECK)


def _consent_comes_first(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    if profile.text("consent.create_profile") in ("granted", "not_needed"):
        return
    if not all(_stands_at_the_start(path) for path in profile.held):
        yield Issue("V01", "consent.create_profile", Severity.CANNOT_BE_RIGHT)


def _stands_at_the_start(path: str) -> bool:
    """Whether a new interview holds this before anything was asked: what the program notes, and the languages to ask about."""
    if path.startswith(("consent.", "record.")) or path == "session.interview_language":
        return True
    return path.startswith("language.") and path.endswith((".", ".language", ".role"))


def _age_fits(profile: Profile, today: date) -> Iterator[Issue]:
    born = profile.date("identity.date_of_birth")
    if born is None:
        return
    youngest, oldest = age_on(today, born)
    if oldest < MINIMUM_AGE:
        yield Issue("V02", "identity.date_of_birth", Severity.CANNOT_BE_RIGHT, {"age": MINIMUM_AGE})
    elif youngest > MAXIMUM_AGE:
        yield Issue("old", "identity.date_of_birth", Severity.PLEASE_CHECK, {"age": MAXIMUM_AGE})


def _years_fit_age(profile: Profile, today: date) -> Iterator[Issue]:
    born = profile.date("identity.date_of_birth")
    if born is None:
        return
    _, oldest = age_on(today, born)
    for path, before in (("education_summary.years_schooling", 4), ("work_summary.years_worked_total", 10)):
        years = number_of(profile.get(path))
        if years is not None and years > max(0, oldest - before):
            yield Issue("V06", path, Severity.PLEASE_CHECK, {"years": max(0, oldest - before)})


def _main_work_within_work(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    total = number_of(profile.get("work_summary.years_worked_total"))
    main = number_of(profile.get("work_summary.years_in_main_occupation"))
    if total is not None and main is not None and main > total:
        yield Issue("V08", "work_summary.years_in_main_occupation", Severity.CANNOT_BE_RIGHT)


def _languages_fit(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    entries = profile.entry_texts("language")
    if not entries:
        return
    roles = [profile.text(field_path("language", "role", entry)) for entry in entries]
    if all(roles) and "mother_tongue" not in roles:
        yield Issue("V09", field_path("language", "role", entries[0]), Severity.PLEASE_CHECK)
    seen: set[str] = set()
    for entry in entries:
        code = profile.text(field_path("language", "language", entry))
        if code in seen:
            yield Issue("twice", field_path("language", "language", entry), Severity.CANNOT_BE_RIGHT)
        seen |= {code} if code else set()


def _level_fits_years(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    expected = _YEARS_FOR_LEVEL.get(profile.text("education_summary.highest_completed"))
    years = number_of(profile.get("education_summary.years_schooling"))
    if expected is not None and years is not None and years < expected:
        yield Issue("V12", "education_summary.highest_completed", Severity.PLEASE_CHECK, {"years": expected})


def _jobs_end_after_start(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    for entry in profile.entry_texts("work"):
        start, end = (profile.date(field_path("work", key, entry)) for key in ("start", "end"))
        if start and end and end.latest < start.earliest:
            yield Issue("order", field_path("work", "end", entry), Severity.CANNOT_BE_RIGHT)


_RULES: tuple[Rule, ...] = (
    _consent_comes_first,
    _age_fits,
    _years_fit_age,
    _main_work_within_work,
    _languages_fit,
    _level_fits_years,
    _jobs_end_after_start,
)
RULE_IDS = (
    "too_low",
    "too_high",
    "too_many",
    "alone",
    "V01",
    "V02",
    "old",
    "V04",
    "V06",
    "V08",
    "V09",
    "twice",
    "V12",
    "order",
)
