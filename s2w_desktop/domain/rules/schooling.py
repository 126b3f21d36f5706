"""School, courses and fields of study fit together (V12, V13, V14, V23)."""

from collections.abc import Iterator
from datetime import date

from s2w_desktop.domain.codes.study import height
from s2w_desktop.domain.derived.learning import eqpr_candidate
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful, number_at, plans, prompt, wrong

HIGHEST = "education_summary.highest_completed"
PASSPORT = "R11"
_YEARS_FOR_LEVEL = {"1": 4, "2": 7, "34": 10, "35": 10, "4": 10, "5": 12, "6": 14, "7": 15, "8": 18}


def level_fits_years(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """A level usually takes so many years of school (V12)."""
    expected = _YEARS_FOR_LEVEL.get(profile.text(HIGHEST))
    years = number_at(profile, "education_summary.years_schooling")
    if expected is not None and years is not None and years < expected:
        yield doubtful("V12", HIGHEST, years=expected)


def highest_level_is_highest(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """No completed course lies above the highest level, and no level is completed without being begun (V13)."""
    highest = height(profile.text(HIGHEST))
    begun = height(profile.text("education_summary.highest_attended"))
    if highest >= 0 and 0 <= begun < highest:
        yield wrong("attended", "education_summary.highest_attended")
    for entry in profile.entry_texts("education"):
        level = height(profile.text(field_path("education", "level", entry)))
        if profile.text(field_path("education", "completion", entry)) == "completed" and level > highest >= 0:
            yield wrong("V13", field_path("education", "level", entry))


def fields_belong_together(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """A narrow field lies within the broad one, a detailed one within the narrow one (ISCED-F 2013)."""
    for entry in profile.entry_texts("education"):
        broad, narrow, detailed = (
            profile.text(field_path("education", key, entry)) for key in ("field_broad", "field_narrow", "field_detailed")
        )
        if broad and narrow and not narrow.startswith(broad):
            yield wrong("study_field", field_path("education", "field_narrow", entry))
        if narrow and detailed and not detailed.startswith(narrow):
            yield wrong("study_field", field_path("education", "field_detailed", entry))


def lost_papers_have_a_way(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """Who has a higher level and no document for it may get a qualifications passport (V23)."""
    if plans(profile, PASSPORT):
        return
    for entry in profile.entry_texts("education"):
        if eqpr_candidate(profile, entry):
            yield prompt("V23", field_path("education", "doc_status", entry))


SCHOOLING_RULES = (
    level_fits_years,
    highest_level_is_highest,
    fields_belong_together,
    lost_papers_have_a_way,
)
