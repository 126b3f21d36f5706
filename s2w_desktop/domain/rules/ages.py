"""How old the person is, and what follows from it for years at school and at work (V02, V05, V06, V07)."""

from collections.abc import Iterator
from datetime import date

from s2w_desktop.domain.dates import age_on
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful, number_at, wrong

BIRTH, AGE = "identity.date_of_birth", "identity.age_stated"
MINIMUM_AGE, FULL_AGE, MAXIMUM_AGE = 15, 18, 99
SCHOOL_AGE, WORK_AGE = 4, 10  # years of life before which neither is counted
FIRST_SCHOOL_AGE, FIRST_WORK_AGE = 3, 5
OVERLAP = 1.5  # several jobs at a time


def ages(profile: Profile, today: date) -> tuple[int, int] | None:
    """Least and greatest age that the answers allow, or None when neither birth nor age is known."""
    born = profile.date(BIRTH)
    if born is not None:
        return age_on(today, born)
    stated = number_at(profile, AGE)
    return (int(stated), int(stated)) if stated is not None else None


def age_fits(profile: Profile, today: date) -> Iterator[Issue]:
    """Too young for a profile, or very old (V02)."""
    known, born = ages(profile, today), profile.date(BIRTH)
    if known is None or born is None:
        return
    youngest, oldest = known
    if oldest < MINIMUM_AGE:
        yield wrong("V02", BIRTH, age=MINIMUM_AGE)
    elif youngest > MAXIMUM_AGE:
        yield doubtful("old", BIRTH, age=MAXIMUM_AGE)


def minors_are_asked_with_a_guardian(profile: Profile, today: date) -> Iterator[Issue]:
    """Under age a guardian agrees, and the young person too (V02)."""
    known = ages(profile, today)
    if known is None or known[1] >= FULL_AGE:
        return
    if profile.text("agreement.given_by") == "self":
        yield wrong("guardian", "agreement.given_by", age=FULL_AGE)
    if profile.text("agreement.child_assent") == "no":
        yield wrong("assent", "agreement.child_assent")


def years_fit_age(profile: Profile, today: date) -> Iterator[Issue]:
    """Years at school and at work fit into the life (V06)."""
    known = ages(profile, today)
    if known is None:
        return
    paths = (("education_summary.years_schooling", SCHOOL_AGE), ("work_summary.years_worked_total", WORK_AGE))
    for path, before in paths:
        years, most = number_at(profile, path), max(0, known[1] - before)
        if years is not None and years > most:
            yield doubtful("V06", path, years=most)


def beginnings_fit_birth(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """School and work begin after the first years of life (V05)."""
    born = profile.date(BIRTH)
    if born is None or born.earliest is None:
        return
    for section, least in (("education", FIRST_SCHOOL_AGE), ("work", FIRST_WORK_AGE)):
        for entry in profile.entry_texts(section):
            path = field_path(section, "start", entry)
            start = profile.date(path)
            if start is not None and start.latest is not None and start.latest.year < born.earliest.year + least:
                yield doubtful("V05", path)


def months_fit_age(profile: Profile, today: date) -> Iterator[Issue]:
    """The months of all jobs fit into the years of working life, with jobs side by side (V07)."""
    known, entries = ages(profile, today), profile.entry_texts("work")
    if known is None or not entries:
        return
    paths = [field_path("work", "duration_months", entry) for entry in entries]
    total = sum(number_at(profile, path) or 0 for path in paths)
    most = int(max(0, known[1] - WORK_AGE) * 12 * OVERLAP)
    if total > most:
        yield doubtful("V07", paths[-1], months=most)


AGE_RULES = (age_fits, minors_are_asked_with_a_guardian, years_fit_age, beginnings_fit_birth, months_fit_age)
