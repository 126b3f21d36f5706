"""All tables of the report in the order of their numbers (analysis-report 2.3); several of one number have a letter each.

The first table, of coverage (0.1), counts more than profiles: see `coverage`. Where the paper names two columns ("SEX, age")
there is a table for each: one by both would have so few people in a cell that most of it would be hidden.
"""

from typing import Final

from s2w_desktop.analysis.groups import INTERRUPTED, LEVEL_3_UP, LEVEL_KNOWN, LINKED, WORKED
from s2w_desktop.analysis.skill_groups import SKILL_GROUPS
from s2w_desktop.analysis.skill_groups import SKILLS as SKILLS_HELD
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, Spec, SpreadSpec, Variable
from s2w_desktop.domain.codes.learning import CEFR, LEARNING_CODES
from s2w_desktop.domain.codes.occupations import MAJOR_GROUPS
from s2w_desktop.domain.codes.plans import PLANS_CODES
from s2w_desktop.domain.codes.skills import SKILLS_CODES
from s2w_desktop.domain.codes.start import START_CODES
from s2w_desktop.domain.codes.working import WORKING_CODES
from s2w_desktop.domain.derived.abilities import AREA_ITEMS, DIGITAL_LEVELS
from s2w_desktop.domain.derived.bands import AGE_GROUPS, ARRIVAL, SCHOOLING, WORKING
from s2w_desktop.domain.derived.doing import SKILL_LEVELS
from s2w_desktop.domain.derived.indicators import INDICATORS
from s2w_desktop.domain.derived.learning import LEVEL_OF_ISCED
from s2w_desktop.domain.derived.levels import NATIVE
from s2w_desktop.domain.derived.plans import HEALTH, NO_BARRIER
from s2w_desktop.domain.derived.speaking import HOST_BANDS
from s2w_desktop.domain.derived.steps import STATES
from s2w_desktop.domain.figures import ChartKind
from s2w_desktop.domain.questionnaire import SECTIONS

_STACKED, _HEAT = ChartKind.STACKED_BAR, ChartKind.HEAT_MAP
_ASKED: Final = tuple(section.key for section in SECTIONS if section.part)


def _scale(name: str, codes: tuple[str, ...]) -> Variable:
    """Classes that have an order, so that a small one is joined with its neighbour."""
    return Variable(name, codes, is_ordered=True)


def _list(name: str, codes: tuple[str, ...] = (), most: int = 15) -> Variable:
    """Classes without an order: the small ones go together."""
    return Variable(name, codes, most=most)


SEX: Final = _scale("sex", ("F", "M", "X"))
"""Few "other" are joined with men, and said so: a column of them would tell who they are."""

AGE: Final = _scale("age_group", AGE_GROUPS.names)
STAGE: Final = _scale("stage", START_CODES["stage"])
PHASE: Final = _scale("phase", ("before", "after"))
NATIONALITY: Final = _list("nationality")
FREQUENT_NATIONALITY: Final = _list("nationality", most=5)
ARRIVED: Final = _scale("arrival_band", ARRIVAL.names)
LEVELS: Final = _scale("level", (*CEFR, NATIVE))
ENGLISH: Final = _scale("english_overall", (*CEFR, NATIVE))
FRENCH: Final = _scale("french_overall", (*CEFR, NATIVE))
LITERACY: Final = _scale("literacy", LEARNING_CODES["literacy"])
LATIN: Final = _scale("latin_script", LEARNING_CODES["latin_script"])
ISCED3: Final = _scale("isced3", ("low", "medium", "high"))
ISCED: Final = Variable("isced", tuple(LEVEL_OF_ISCED), is_ordered=True, parent=lambda code: LEVEL_OF_ISCED.get(code, ""))
DIGITAL: Final = _scale("digital_overall", DIGITAL_LEVELS)
ISCO1: Final = _scale("main_isco1", tuple(sorted(MAJOR_GROUPS)))
ISCO2: Final = Variable("main_isco2", is_ordered=True, parent=lambda code: code[:1])
DESIRED: Final = _scale("desired_isco1", tuple(sorted(MAJOR_GROUPS)))

QUALITY: Final[tuple[Spec, ...]] = (
    FlagsSpec("0.2a", _ASKED, "resolved", STAGE),
    FlagsSpec("0.2b", _ASKED, "declined", STAGE),
    CrossSpec("0.2c", _list("interpreter_used", START_CODES["interpreter"]), STAGE),
    SpreadSpec("0.2d", "minutes", (STAGE,)),
    ListSpec("0.2e", "evidence", STAGE),
)
PEOPLE: Final[tuple[Spec, ...]] = (
    CrossSpec("1.1", AGE, SEX, chart=ChartKind.PYRAMID),
    CrossSpec("1.2a", NATIONALITY, SEX),
    CrossSpec("1.2b", NATIONALITY, STAGE),
    CrossSpec("1.3", _list("country"), STAGE, chart=_STACKED, is_by_row=True),
    CrossSpec("1.4a", _scale("legal_group", ("G1", "G2", "G3", "G4", "G5", "G6")), STAGE),
    CrossSpec("1.4b", _list("programme"), STAGE),
    CrossSpec("1.5", ARRIVED, STAGE),
    FlagsSpec("1.6", ("household_with_child_under_6", "care_duties"), columns=SEX),
)
LANGUAGES: Final[tuple[Spec, ...]] = (
    ListSpec("2.1", "first_languages"),
    ListSpec("2.2", "other_languages"),
    LevelsSpec("2.3", ("listening", "reading", "conversation", "speaking", "writing"), LEVELS, "host"),
    CrossSpec("2.4a", ENGLISH, SEX, chart=_STACKED),
    CrossSpec("2.4b", ENGLISH, ISCED3, chart=_STACKED),
    CrossSpec("2.4c", FRENCH, SEX, chart=_STACKED),
    CrossSpec("2.4d", FRENCH, ISCED3, chart=_STACKED),
    CrossSpec("2.5", ARRIVED, _scale("host_band", HOST_BANDS), chart=_STACKED, is_by_row=True),
    CrossSpec("2.6a", LITERACY, SEX, chart=_STACKED),
    CrossSpec("2.6b", LITERACY, AGE, chart=_STACKED),
    CrossSpec("2.6c", LATIN, SEX, chart=_STACKED),
    CrossSpec("2.6d", LATIN, AGE, chart=_STACKED),
    CrossSpec("2.7", _scale("numeracy", LEARNING_CODES["numeracy"]), SEX),
)
EDUCATION: Final[tuple[Spec, ...]] = (
    CrossSpec("3.1a", ISCED3, SEX, chart=_STACKED),
    CrossSpec("3.1b", ISCED, SEX, LEVEL_KNOWN, chart=_STACKED, nested_in="3.1a"),
    CrossSpec("3.2", NATIONALITY, ISCED3, chart=_STACKED, is_by_row=True),
    CrossSpec("3.3", AGE, ISCED3, chart=_STACKED, is_by_row=True),
    SpreadSpec("3.4a", "years_schooling", (SEX, NATIONALITY)),
    CrossSpec("3.4b", _scale("years_schooling_band", SCHOOLING.names), SEX),
    CrossSpec("3.5", _list("field_broad", LEARNING_CODES["field_broad"]), SEX, LEVEL_3_UP, gated_by="3.1a"),
    CrossSpec("3.6a", _scale("interrupted", ("yes", "no")), ISCED3),
    CrossSpec("3.6b", _list("interruption_reason"), ISCED3, INTERRUPTED, gated_by="3.6a"),
    CrossSpec("3.7", _scale("doc_status_highest", LEARNING_CODES["document_status"]), ISCED3, chart=_STACKED),
    CrossSpec("3.8a", _scale("recognition_state", LEARNING_CODES["recognition"]), ISCED3),
    FlagsSpec("3.8b", ("recognition_intended",), columns=ISCED3),
)
WORK: Final[tuple[Spec, ...]] = (
    CrossSpec("4.1a", _scale("ever_worked", WORKING_CODES["ever_worked"]), SEX),
    CrossSpec("4.1b", _list("act_before"), SEX),
    CrossSpec("4.1c", _list("act_now"), SEX),
    SpreadSpec("4.2a", "years_worked", (SEX, AGE)),
    CrossSpec("4.2b", _scale("years_worked_band", WORKING.names), SEX),
    CrossSpec("4.3", ISCO1, SEX, WORKED, gated_by="4.1a"),
    CrossSpec("4.4", ISCO2, SEX, WORKED, nested_in="4.3"),
    CrossSpec("4.5", ISCO1, ISCED3, WORKED, chart=_HEAT, is_by_row=True),
    CrossSpec("4.6", ISCO1, FREQUENT_NATIONALITY, WORKED, chart=_HEAT, is_by_row=True),
    CrossSpec("4.7", _scale("skill_before", SKILL_LEVELS), _scale("skill_after", SKILL_LEVELS), chart=_HEAT, is_by_row=True),
    CrossSpec("4.8", _list("job_type"), SEX, WORKED, gated_by="4.1a"),
    CrossSpec("4.9", _list("sector", most=21), SEX, WORKED, gated_by="4.1a"),
    ListSpec("4.10", "unpaid", SEX, most=18),
)
SKILLS: Final[tuple[Spec, ...]] = (
    FlagsSpec("5.1a", SKILLS_CODES["strength"], "transversal", SEX),
    ListSpec("5.1b", "strength_examples", SEX, most=18),
    ListSpec("5.2a", SKILLS_HELD, most=50),
    ListSpec("5.2b", SKILL_GROUPS, most=30, skills_in="5.2a"),
    LevelsSpec("5.3a", tuple(map(str, AREA_ITEMS)), _scale("digital_area", DIGITAL_LEVELS), "digital_areas"),
    CrossSpec("5.3b", DIGITAL, SEX, chart=_STACKED),
    CrossSpec("5.3c", DIGITAL, AGE, chart=_STACKED),
    FlagsSpec("5.4", ("any_licence", "licence_b", "licence_cd", "licence_usable"), columns=SEX),
    ListSpec("5.5a", "other_licences"),
    ListSpec("5.5b", "tools", most=21),
)
PLANS: Final[tuple[Spec, ...]] = (
    FlagsSpec("6.1a", PLANS_CODES["goal"], "goals", SEX),
    CrossSpec("6.1b", _list("first_goal", most=22), SEX),
    CrossSpec("6.2", DESIRED, SEX),
    CrossSpec("6.3a", ISCO1, DESIRED, WORKED, chart=_HEAT, is_by_row=True),
    FlagsSpec("6.3b", ("desired_equals_previous",), columns=SEX),
    CrossSpec("6.4a", _list("availability", PLANS_CODES["availability"]), SEX),
    ListSpec("6.4b", "working_time", SEX),
    CrossSpec("6.4c", _scale("mobility", PLANS_CODES["mobility"]), SEX),
    FlagsSpec("7.1", (*(code for code in PLANS_CODES["barrier"] if code != NO_BARRIER), HEALTH), "barriers", SEX),
    FlagsSpec("8.1a", PLANS_CODES["recommendation"], "recommendations", ISCED3),
    ListSpec("8.1b", "priorities", ISCED3),
    ListSpec("8.1c", "recommended_now", ISCED3, most=28),
    LevelsSpec("8.2a", PLANS_CODES["recommendation"], _list("state", PLANS_CODES["step_state"], len(STATES)), "step"),
    SpreadSpec("8.2b", "days_to_contact", (SEX,)),
)
CHANGES: Final[tuple[Spec, ...]] = (
    FlagsSpec("9.1a", tuple(INDICATORS), "indicator", PHASE, chart=ChartKind.PAIRED_BAR, cuts=INDICATORS),
    FlagsSpec("9.1b", tuple(INDICATORS), "indicator", PHASE, LINKED, ChartKind.PAIRED_BAR, part_of_all=True, cuts=INDICATORS),
    ListSpec("9.2a", "outcomes_3", SEX),
    ListSpec("9.2b", "outcomes_6", SEX),
    ListSpec("9.2c", "outcomes_12", SEX),
)

TABLES: Final[tuple[Spec, ...]] = (*QUALITY, *PEOPLE, *LANGUAGES, *EDUCATION, *WORK, *SKILLS, *PLANS, *CHANGES)
"""What one table tells about another, and why no subtraction of two of them finds anybody:

- A variable has the same classes in every table of a report, or some of them together: `classes.shown_classes`, `within`.
- It is counted in one group only: `groups.GROUPS`. The people outside a group show in the difference of two sums, so a table of a
  group has columns only where the table that tells who is in the group (`gated_by`) hides nothing by the same columns.
- Levels (3.1b) and occupations (4.4) are parts of wider classes in the table before (`nested_in`): 3.1b counts only those whom
  3.1a counts, so "other" levels, which are neither low, medium nor high, never show as a difference.
- Rows of levels (2.3, 5.3a, 8.2a) hide cell by cell, so their variables stand in no other table.
- Groups of skills (5.2b) contain the skills of 5.2a: see `skill_groups`.
- Key indicators (9.1) are variables of other tables cut in two. Where the cut would part classes that are joined there, the
  indicator is left out.
- The first goal (6.1b) is one of all goals (6.1a), a licence of class B is one of any licence: less or equal, and nothing more.
"""
