"""Derived variables about languages, reading, school and courses (profile-model 6.23), and two auto fields (6.8, 6.10)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.codes.study import height
from s2w_desktop.domain.derived.answered import Absence, Amount, Answered, Code, Flag, is_told, together
from s2w_desktop.domain.derived.bands import SCHOOLING
from s2w_desktop.domain.derived.levels import NATIVE, lowest_level, overall_level
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.sections.conditions import LEVELS_WITH_FIELD

SKILLS = ("listening", "reading", "spoken_interaction", "spoken_production", "writing")
ENGLISH = "eng"
AT_HAND = ("D1", "D2", "D3")  # original, certified copy, copy or photo
OUT_OF_REACH = ("D5", "D6", "D7")  # left behind, lost, never issued
LEVEL_OF_ISCED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("0", "0R", "1", "2"), "low"),
        **dict.fromkeys(("34", "35", "4"), "medium"),
        **dict.fromkeys(("5", "6", "7", "8"), "high"),
    }
)
"""Low, medium or high, by level of the list ISCED; another level is none of them."""


@dataclass(frozen=True)
class LearningVariables:
    """What the person speaks, reads and has learnt. Levels are of the list CEFR, or "NAT" for a mother tongue."""

    n_languages: Amount
    host_lang_overall: Code
    host_lang_min: Code
    english_overall: Code
    literacy: Code
    latin_script: Code
    numeracy: Code
    isced: Code
    isced3: Code
    years_schooling: Amount
    years_schooling_band: Code
    field_broad: Code
    has_proof_highest: Flag
    recognition_state: Code


def learning_variables(answered: Answered) -> LearningVariables:
    """The variables of a profile.

    The paper leaves open which course `field_broad`, `has_proof_highest` and `recognition_state` speak of: the first completed
    course at the highest completed level, as they are listed.
    """
    host, years, course = host_row(answered), _years(answered), _highest_course(answered)
    level = highest_completed(answered)
    return LearningVariables(
        n_languages=_languages(answered),
        host_lang_overall=language_level(answered, host, overall_level),
        host_lang_min=language_level(answered, host, lowest_level),
        english_overall=language_level(answered, row_of(answered, ENGLISH), overall_level),
        literacy=answered.code("basic_skills", "reads_writes_any"),
        latin_script=answered.code("basic_skills", "latin_script"),
        numeracy=answered.code("basic_skills", "numeracy"),
        isced=level,
        isced3=LEVEL_OF_ISCED.get(level, Absence.NOT_APPLICABLE) if is_told(level) else level,
        years_schooling=years,
        years_schooling_band=SCHOOLING.of(years),
        field_broad=_of_course(answered, course, "field_broad"),
        has_proof_highest=_proof(_of_course(answered, course, "doc_status")),
        recognition_state=_of_course(answered, course, "recognition_state"),
    )


def highest_completed(answered: Answered) -> Code:
    """The highest level: 0 for who never went to school (6.10, "no implies ISCED 0")."""
    return "0" if _never_went(answered) else answered.code("education_summary", "highest_completed")


def eqpr_candidate(profile: Profile, entry: str) -> bool:
    """Whether a course asks for a European Qualifications Passport: level 3 or higher, and no document within reach (6.10, V23).

    "Incomplete" in the paper means: left behind, lost, or never issued. A copy, or one that can be sent, is a document.
    """
    level, status = (profile.text(field_path("education", key, entry)) for key in ("level", "doc_status"))
    return level in LEVELS_WITH_FIELD and status in OUT_OF_REACH


def language_overall(profile: Profile, entry: str) -> str:
    """The auto field `overall` of a language (6.8): "NAT" for a mother tongue, else the lower median; empty when unknown."""
    if profile.text(field_path("language", "role", entry)) == "mother_tongue":
        return NATIVE
    return overall_level(profile.get(field_path("language", skill, entry)) for skill in SKILLS)


def _never_went(answered: Answered) -> bool:
    return answered.code("education_summary", "ever_attended_school") == "no"


def _years(answered: Answered) -> Amount:
    return Decimal(0) if _never_went(answered) else answered.amount("education_summary", "years_schooling")


# --- languages ---


def _languages(answered: Answered) -> Amount:
    if answered.is_hidden("language") or answered.is_hidden("language", "language"):
        return Absence.HIDDEN
    codes = {answered.code("language", "language", row) for row in answered.rows_of("language")}
    told = {code for code in codes if is_told(code)}
    return Decimal(len(told)) if told else together(codes)


def row_of(answered: Answered, language: str) -> str | None:
    """The first entry of a language."""
    rows = answered.rows_of("language")
    return next((row for row in rows if language and answered.code("language", "language", row) == language), None)


def host_row(answered: Answered) -> str | None:
    """The entry of the language that the centre set, else the first that stands as the host country's."""
    found = row_of(answered, answered.profile.text("record.host_language"))
    by_role = (row for row in answered.rows_of("language") if answered.code("language", "role", row) == "host_country")
    return found or next(by_role, None)


def language_level(answered: Answered, row: str | None, of: Callable[[Iterable[Answer | None]], str]) -> Code:
    """A level of one language. Without an entry nobody asked."""
    if row is None:
        return Absence.HIDDEN if answered.is_hidden("language") else None
    if answered.code("language", "role", row) == "mother_tongue":
        return NATIVE
    levels = [answered.code("language", skill, row) for skill in SKILLS]
    return of(levels) or together(levels)


# --- courses ---


def _highest_course(answered: Answered) -> str | None:
    level = highest_completed(answered)
    wanted = height(level) if is_told(level) else -1
    for row in answered.rows_of("education"):
        at = answered.code("education", "level", row) or ""
        if answered.code("education", "completion", row) == "completed" and height(at) == wanted >= 0:
            return row
    return None


def highest_course_code(answered: Answered, key: str) -> Code:
    """A code of the course that `field_broad` speaks of."""
    return _of_course(answered, _highest_course(answered), key)


def _of_course(answered: Answered, course: str | None, key: str) -> Code:
    """A code of the highest course. Without one nobody asked, or nothing applies: who never went to school took no course."""
    if course is not None:
        return answered.code("education", key, course)
    if answered.is_hidden("education", key):
        return Absence.HIDDEN
    return Absence.NOT_APPLICABLE if _never_went(answered) else None


def _proof(status: Code) -> Flag:
    """Whether a document is at hand; one that can be sent from abroad is not yet. D8 does not apply."""
    if status is None or isinstance(status, Absence):
        return status
    return Absence.NOT_APPLICABLE if status == "D8" else status in AT_HAND
