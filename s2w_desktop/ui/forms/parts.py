"""The parts of a sheet that are still to be built: first those around the caret, then those below, then those above."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from s2w_desktop.domain.fields import FieldSpec
from s2w_desktop.domain.ids import EntryId

FIRST_PARTS = 5
"""How many parts of a sheet are built before it is painted: about as many as are seen at once."""


@dataclass(frozen=True)
class Part:
    """What a sheet builds in one go: a question, or (without a field) the line of an entry."""

    spec: FieldSpec | None
    entry: EntryId | None = None


class PartsToBuild:
    """Parts in reading order, taken in the order in which they are built."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.all: Sequence[Part] = tuple(parts)
        """Every part, in reading order."""
        self._above: list[Part] = []
        self._below = deque(self.all)

    def __len__(self) -> int:
        return len(self._above) + len(self._below)

    def begin_at(self, place: int, above: int) -> int:
        """Leave for later what stands more than so many parts above a place; gives how many parts come first."""
        skipped = max(0, place - above)
        self._above = [self._below.popleft() for _ in range(skipped)]
        return max(FIRST_PARTS, place + 1 - skipped)

    @property
    def is_above(self) -> bool:
        """Whether the next part stands above those that were taken."""
        return not self._below and bool(self._above)

    def take(self) -> Part:
        """The next part. Raises IndexError where none is left."""
        return self._below.popleft() if self._below else self._above.pop()

    def count_to(self, part: Part) -> int:
        """How many parts are to be taken until this one is; 0 where it was taken."""
        if part in self._below:
            return self._below.index(part) + 1
        return len(self) - self._above.index(part) if part in self._above else 0
