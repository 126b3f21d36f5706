"""How far the report reaches: from the people a centre could have asked to those who were followed up (table 0.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from s2w_desktop.analysis.hiding import CannotHideError, hide
from s2w_desktop.analysis.protected import share
from s2w_desktop.domain.figures import (
    COVERAGE_NUMBER,
    LEAST_ELIGIBLE,
    Count,
    FunnelTable,
    Heading,
    HeadingKind,
    Sign,
    Step,
    is_few,
)

STEPS: Final = ("eligible", "approached", "agreed", "profiled", "complete", "followed_up")


@dataclass(frozen=True)
class CentreSteps:
    """How many people of a centre came to each step, in the order of `STEPS`."""

    country: str
    centre: str
    counts: tuple[int, ...]


def funnel(centres: Sequence[CentreSteps], threshold: int) -> FunnelTable | None:
    """The table of coverage; None where fewer people were eligible than a base needs.

    Who has a profile has agreed, and who agreed was approached: where a centre counted fewer, the larger number stands. How many
    people fell out between two steps is a number of people too. A step that would tell a small one of all is left out; of single
    centres it is hidden, so that nothing can be worked out from rows, steps and totals.
    """
    groups = _joined([_consistent(one) for one in centres])
    totals = [sum(one.counts[place] for _, one in groups) for place in range(len(STEPS))]
    if totals[0] < LEAST_ELIGIBLE:
        return None
    kept = _kept(totals, threshold)
    lines = [[one.counts[place] for place in kept] for _, one in groups]
    hidden = _hidden(lines, threshold)
    if hidden is None:
        groups, lines, hidden = [], [], []
    people = [totals[place] for place in kept]
    return FunnelTable(
        number=COVERAGE_NUMBER,
        steps=tuple(
            Step(STEPS[place], count, share(count, people[0]), share(count, people[max(0, at - 1)]))
            for at, (place, count) in enumerate(zip(kept, people, strict=True))
        ),
        rows=tuple(heading for heading, _ in groups),
        counts=tuple(_shown(line, signs) for line, signs in zip(lines, hidden, strict=True)),
    )


def _consistent(one: CentreSteps) -> CentreSteps:
    counts, most = [], 0
    for count in reversed(one.counts):
        most = max(most, count)
        counts.append(most)
    return CentreSteps(one.country, one.centre, tuple(reversed(counts)))


def _joined(centres: Sequence[CentreSteps]) -> list[tuple[Heading, CentreSteps]]:
    """Centres by country and name, small ones with the next one: of their country, where there is one."""
    groups: list[tuple[tuple[str, ...], CentreSteps]] = [
        ((one.centre,), one) for one in sorted(centres, key=lambda one: (one.country, one.centre))
    ]
    while len(groups) > 1 and (small := [place for place, (_, one) in enumerate(groups) if one.counts[0] < LEAST_ELIGIBLE]):
        place = small[0]
        beside = [near for near in (place + 1, place - 1) if 0 <= near < len(groups)]
        other = min(beside, key=lambda near: groups[near][1].country != groups[place][1].country)
        low = min(place, other)
        (names, one), (more, two) = groups[low : low + 2]
        whole = CentreSteps(two.country, two.centre, tuple(a + b for a, b in zip(one.counts, two.counts, strict=True)))
        groups[low : low + 2] = [((*names, *more), whole)]
    kinds = (HeadingKind.CLASS, HeadingKind.JOINED)
    return [(Heading("centre", names, kinds[len(names) > 1]), one) for names, one in groups]


def _kept(totals: Sequence[int], threshold: int) -> list[int]:
    """The steps whose differences over all are nobody or many; so is the last of them."""
    kept = [0]
    for place in range(1, len(totals)):
        if not is_few(totals[kept[-1]] - totals[place], threshold) and not is_few(totals[place], threshold):
            kept.append(place)
    return kept


def _hidden(lines: Sequence[Sequence[int]], threshold: int) -> list[set[int]] | None:
    """In each line the places after which people fell out whose number is hidden; None when no hiding is safe.

    Where few came to a step, the number of those who fell out before it is hidden whatever it is.
    """
    apart: Mapping[tuple[int, int], int] = {
        (row, place): count - (line[place + 1] if place + 1 < len(line) else 0)
        for row, line in enumerate(lines)
        for place, count in enumerate(line)
    }
    few = {(row, at) for row, line in enumerate(lines) for at, count in enumerate(line[1:]) if is_few(count, threshold)}
    try:
        signs = hide(apart, threshold=threshold, must=frozenset(few))
    except CannotHideError:
        return None
    return [{place for at, place in signs if at == row} for row in range(len(lines))]


def _shown(line: Sequence[int], hidden: set[int]) -> tuple[Count, ...]:
    """A step is shown when all who fell out before it are known, or all who did after it."""
    return tuple(
        count if not hidden or place <= min(hidden) or place > max(hidden) else Sign.PROTECTED for place, count in enumerate(line)
    )
