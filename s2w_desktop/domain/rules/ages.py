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


def age_fits_the_life(profile: Profile, today: date) -> Iterator[Issue]:
    """What follows from the age; it is found once for all of it."""
    known = ages(profile, today)
    if known is None:
        return
    born = profile.date(BIRTH)
    if born is not None:
        yield from _age_fits(*known)
    yield from _minors_are_asked_with_a_guardian(profile, known[1])
    yield from _years_fit_age(profile, known[1])
    if born is not None and born.earliest is not None:
        yield from _beginnings_fit_birth(profile, born.earliest.year)
    yield from _months_fit_age(profile, known[1])


def _age_fits(youngest: int, oldest: int) -> Iterator[Issue]:
    """Too young for a profile, or very old (V02)."""
    if oldest < MINIMUM_AGE:
        yield wrong("V02", BIRTH, age=MINIMUM_AGE)
    elif youngest > MAXIMUM_AGE:
        yield doubtful("old", BIRTH, age=MAXIMUM_AGE)


def _minors_are_asked_with_a_guardian(profile: Profile, oldest: int) -> Iterator[Issue]:
    """Under age a guardian agrees, and the young person too (V02)."""
    if oldest >= FULL_AGE:
        return
    if profile.text("agreement.given_by") == "self":
        yield wrong("guardian", "agreement.given_by", age=FULL_AGE)
    if profile.text("agreement.child_assent") == "no":
        yield wrong("assent", "agreement.child_assent")


def _years_fit_age(profile: Profile, oldest: int) -> Iterator[Issue]:
    """Years at school and at work fit into the life (V06)."""
    paths = (("education_summary.years_schooling", SCHOOL_AGE), ("work_summary.years_worked_total", WORK_AGE))
    for path, before in paths:
        years, most = number_at(profile, path), max(0, oldest - before)
        if years is not None and years > most:
            yield doubtful("V06", path, years=most)


def _beginnings_fit_birth(profile: Profile, born: int) -> Iterator[Issue]:
    """School and work begin after the first years of life, which began in the year `born` (V05)."""
    for section, least in (("education", FIRST_SCHOOL_AGE), ("work", FIRST_WORK_AGE)):
        for entry in profile.entry_texts(section):
            path = field_path(section, "start", entry)
            start = profile.date(path)
            if start is not None and start.latest is not None and start.latest.year < born + least:
                yield doubtful("V05", path)


def _months_fit_age(profile: Profile, oldest: int) -> Iterator[Issue]:
    """The months of all jobs fit into the years of working life, with jobs side by side (V07)."""
    entries = profile.entry_texts("work")
    if not entries:
        return
    paths = [field_path("work", "duration_months", entry) for entry in entries]
    total = sum(number_at(profile, path) or 0 for path in paths)
    most = int(max(0, oldest - WORK_AGE) * 12 * OVERLAP)
    if total > most:
        yield doubtful("V07", paths[-1], months=most)


AGE_RULES = (age_fits_the_life,)
