"""All tables of the report in the order of their numbers (analysis-report 2.3)."""

from typing import Final

from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, Spec, SpreadSpec, Variable
from s2w_desktop.domain.codes.learning import CEFR
from s2w_desktop.domain.derived.bands import AGE_GROUPS
from s2w_desktop.domain.figures import ChartKind

SEX: Final = Variable("sex", ("F", "M", "X"), is_ordered=True)
"""Few "other" are joined with men, and said so: a column of them would tell who they are."""

AGE: Final = Variable("age_group", AGE_GROUPS.names, is_ordered=True)
NATIONALITY: Final = Variable("nationality", most=15)
ISCED3: Final = Variable("isced3", ("low", "medium", "high"), is_ordered=True)
ISCO1: Final = Variable("main_isco1", tuple("0123456789"), is_ordered=True)
ISCO2: Final = Variable("main_isco2", is_ordered=True, parent=lambda code: code[:1])
LEVELS: Final = Variable("level", tuple(CEFR), is_ordered=True)

TABLES: Final[tuple[Spec, ...]] = (
    CrossSpec("1.1", AGE, SEX, chart=ChartKind.PYRAMID),
    CrossSpec("1.2", NATIONALITY, SEX),
    LevelsSpec("2.3", ("host_listening", "host_reading", "host_conversation", "host_speaking", "host_writing"), LEVELS),
    CrossSpec("3.2", NATIONALITY, ISCED3, chart=ChartKind.STACKED_BAR, is_by_row=True),
    SpreadSpec("3.4", "years_schooling", (SEX, NATIONALITY)),
    CrossSpec("4.3", ISCO1, SEX, group="worked"),
    CrossSpec("4.4", ISCO2, SEX, group="worked", nested_in="4.3"),
    FlagsSpec("6.1", tuple(f"goals_E{number:02d}" for number in (*range(1, 22), 99)), SEX),
)
