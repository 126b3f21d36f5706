"""Key indicators: flags that are compared before the departure and after the arrival (table 9.1)."""

from collections.abc import Mapping
from types import MappingProxyType

from s2w_desktop.domain.derived.answered import Absence, Code, Flag, Flags
from s2w_desktop.domain.derived.working import AT_WORK

INDICATORS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "host_language": ("host_band", ("A2", "B1+")),
        "english": ("english_overall", ("A2", "B1", "B2", "C1", "C2", "NAT")),
        "reading": ("literacy", ("3", "4")),
        "latin_script": ("latin_script", ("fluent",)),
        "schooling": ("isced3", ("medium", "high")),
        "recognition": ("recognition_state", ("R3", "R4", "R5", "R6", "R7", "R8")),
        "experience": ("ever_worked", ("paid", "unpaid_or_family_only")),
        "at_work": ("act_now", AT_WORK),
        "digital": ("digital_overall", ("2", "3", "4")),
        "readiness": ("job_readiness", ("ready_now", "ready_with_support")),
    }
)
"""The variable of each indicator, and the codes of it that count: the paper says "key indicators" and leaves open which."""

PHASES: Mapping[str, str] = MappingProxyType({"PRE": "before", "TRA": "before", "REC": "after", "INT": "after"})
"""Before the departure or after the arrival, by stage. A return is neither."""


def indicator_flags(columns: Mapping[str, object]) -> Flags:
    """A flag for each indicator, out of the variables by name."""
    return {name: _flag(columns[variable], codes) for name, (variable, codes) in INDICATORS.items()}


def phase(stage: Code) -> Code:
    """The phase of a stage."""
    if stage is None or isinstance(stage, Absence):
        return stage
    return PHASES.get(stage, Absence.NOT_APPLICABLE)


def _flag(value: object, codes: tuple[str, ...]) -> Flag:
    return value if value is None or isinstance(value, Absence) else value in codes
