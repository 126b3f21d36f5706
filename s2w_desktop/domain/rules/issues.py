"""What a rule finds: a remark on one field, and how sure it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from s2w_desktop.domain.answers import Quantity
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile


class Severity(Enum):
    """How sure a rule is. A prompt is no fault: it reminds of something that may help the person."""

    CANNOT_BE_RIGHT = "cannot"
    PLEASE_CHECK = "check"
    PROMPT = "prompt"


@dataclass(frozen=True)
class Issue:
    """A remark on one field. `facts` are figures for the sentence, never what the person said."""

    rule: str
    path: str
    severity: Severity
    facts: Mapping[str, int] = field(default_factory=dict)


Rule = Callable[[Profile, date], Iterator[Issue]]


def wrong(rule: str, path: str, **facts: int) -> Issue:
    """A remark that two answers cannot both be right."""
    return Issue(rule, path, Severity.CANNOT_BE_RIGHT, facts)


def doubtful(rule: str, path: str, **facts: int) -> Issue:
    """A remark that an answer is unusual."""
    return Issue(rule, path, Severity.PLEASE_CHECK, facts)


def prompt(rule: str, path: str, **facts: int) -> Issue:
    """A reminder."""
    return Issue(rule, path, Severity.PROMPT, facts)


def plans(profile: Profile, recommendation: str) -> bool:
    """Whether a next step of this type (list RECTYPE) is planned already."""
    rows = profile.entry_texts("recommendation")
    return any(profile.text(field_path("recommendation", "type", row)) == recommendation for row in rows)


def number_at(profile: Profile, path: str) -> float | None:
    """The figure at a path, or None when there is none."""
    answer = profile.get(path)
    return float(answer.amount) if isinstance(answer, Quantity) else None


def surely_before(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether one date lies before another whatever the two can mean."""
    if first is None or second is None or first.latest is None or second.earliest is None:
        return False
    return first.latest < second.earliest
