"""Isolating run sequences: the pieces on which the implicit rules work (rule X10)."""

from collections.abc import Iterator
from dataclasses import dataclass

from s2w_desktop.pdf.bidi.classes import ISOLATE_INITIATORS, REMOVED_BY_X9


@dataclass(slots=True)
class Sequence:
    """Positions of one sequence in logical order, its level and the direction before and after it ("L" or "R")."""

    indices: list[int]
    level: int
    before: str
    after: str

    @property
    def direction(self) -> str:
        """The direction of the sequence's own level."""
        return "R" if self.level & 1 else "L"


def _level_runs(kept: list[int], levels: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _joined_runs(runs: list[list[int]], original: list[str], matches: dict[int, int]) -> Iterator[list[int]]:
    by_start = {run[0]: run for run in runs}
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in matches:
            continue  # belongs to the sequence of its initiator
        joined = list(run)
        while original[joined[-1]] in ISOLATE_INITIATORS and joined[-1] in matches:
            joined += by_start[matches[joined[-1]]]
        yield joined


def isolating_sequences(levels: list[int], original: list[str], matches: dict[int, int], base: int) -> list[Sequence]:
    """All sequences of a paragraph; characters removed by X9 are in none of them."""
    kept = [index for index, name in enumerate(original) if name not in REMOVED_BY_X9]
    place = {index: at for at, index in enumerate(kept)}
    sequences = []
    for indices in _joined_runs(_level_runs(kept, levels), original, matches):
        level, first, last = levels[indices[0]], place[indices[0]], indices[-1]
        level_before = levels[kept[first - 1]] if first else base
        ends_open = original[last] in ISOLATE_INITIATORS and last not in matches
        at_end = ends_open or place[last] + 1 == len(kept)
        level_after = base if at_end else levels[kept[place[last] + 1]]
        before = "R" if max(level, level_before) & 1 else "L"
        after = "R" if max(level, level_after) & 1 else "L"
        sequences.append(Sequence(indices, level, before, after))
    return sequences
