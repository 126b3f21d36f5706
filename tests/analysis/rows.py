"""Cases out of rows of values, by the way that the store takes: packed to bytes with their words, and gathered."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from s2w_desktop.analysis.cases import Cases, classes_of
from s2w_desktop.analysis.gathering import Gathering
from s2w_desktop.analysis.groups import PAIR
from s2w_desktop.analysis.packing import Packing
from s2w_desktop.domain.derived.cases import CaseValue
from s2w_desktop.domain.figures import EVERYBODY, Selection

ALSO = ("country", "centre", "day", "phase", "earlier_profile")
"""What gathering looks at; without an answer where the rows do not have it."""


class InMemory:
    """Numbers words as the store does."""

    def __init__(self) -> None:
        self.words: dict[str, dict[str, int]] = defaultdict(dict)

    def number(self, variable: str, word: str) -> int:
        """The number of a word."""
        known = self.words[variable]
        return known.setdefault(word, len(known))

    def lists(self) -> dict[str, tuple[str, ...]]:
        """The words of each variable in the order of their numbers."""
        return {variable: tuple(known) for variable, known in self.words.items()}


def read_cases(
    names: Sequence[str],
    rows: Iterable[Sequence[CaseValue]],
    *,
    amounts: frozenset[str],
    lists: frozenset[str],
    selection: Selection = EVERYBODY,
) -> Cases:
    """Cases whose values stand in the order of `names`; a column `pair` stays as it is given."""
    also = [name for name in ALSO if name not in names]
    packing = Packing((*names, *also), amounts=amounts, lists=lists, ids=frozenset({"earlier_profile"}))
    words, given = InMemory(), list(rows)
    cases = [packing.pack([*row, *(None for _ in also)], words.number) for row in given]
    gathering = Gathering(packing, words.lists(), [name for name in names if name != "earlier_profile"], selection)
    gathering.add([UUID(int=place) for place in range(len(cases))], cases)
    found = gathering.cases()
    if PAIR not in names:
        return found
    return found.with_column(PAIR, classes_of([str(row[names.index(PAIR)] or "") for row in given]))
