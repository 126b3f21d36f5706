"""Bars of 100 per cent: which parts are drawn. Small and hidden ones are joined before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from s2w_desktop.domain.figures import LEAST_BASE, Count, CountTable, Heading, HeadingKind, Sign, whole_per_cent
from s2w_desktop.pdf.charts.fills import MOST_CLASSES


@dataclass(frozen=True)
class Stack:
    """One bar: people in each class and in all. Every hidden class of it stands in the one `rest`, so that nothing but what the
    table tells anyway, all less those who are shown, can be measured."""

    heading: Heading
    people: Count
    parts: tuple[Count, ...]

    @property
    def can_be_drawn(self) -> bool:
        """Whether shares may be shown at all."""
        return not isinstance(self.people, Sign) and self.people >= LEAST_BASE

    @property
    def rest(self) -> int:
        """People of all hidden classes together."""
        return 0 if isinstance(self.people, Sign) else self.people - sum(one for one in self.parts if not isinstance(one, Sign))

    def share(self, part: int) -> int:
        """A part in whole per cent, halves up."""
        return whole_per_cent(part, 0 if isinstance(self.people, Sign) else self.people)


@dataclass(frozen=True)
class Stacks:
    """The bars of one table and the classes that they have in common, six at most."""

    classes: tuple[Heading, ...]
    bars: tuple[Stack, ...]

    @property
    def has_hidden(self) -> bool:
        """Whether a bar has a rest."""
        return any(bar.can_be_drawn and any(isinstance(one, Sign) for one in bar.parts) for bar in self.bars)


def stacks_of(table: CountTable) -> Stacks:
    """Rows are bars where shares are those of rows, else columns are."""
    lines = table.counts if table.is_by_row else tuple(zip(*table.counts, strict=True))
    bars, classes = (table.rows, table.columns) if table.is_by_row else (table.columns, table.rows)
    told = [place for place, one in enumerate(classes) if not one.is_total]
    whole = next((place for place, one in enumerate(classes) if one.is_total), None)
    stacks = [
        Stack(bar, line[whole] if whole is not None else Sign.PROTECTED, tuple(line[place] for place in told))
        for bar, line in zip(bars, lines, strict=True)
    ]
    return _joined([classes[place] for place in told], stacks)


def _joined(classes: list[Heading], stacks: list[Stack]) -> Stacks:
    while len(classes) > MOST_CLASSES:
        at = _smallest_pair(stacks)
        classes[at : at + 2] = [_together(classes[at], classes[at + 1])]
        stacks = [Stack(one.heading, one.people, _without(one.parts, at)) for one in stacks]
    return Stacks(tuple(classes), tuple(stacks))


def _smallest_pair(stacks: Sequence[Stack]) -> int:
    """The first of two neighbours that are smallest together; hidden parts count as nobody."""
    sizes = [
        sum(0 if isinstance(part, Sign) else part for part in parts) for parts in zip(*(s.parts for s in stacks), strict=True)
    ]
    sums = [first + second for first, second in pairwise(sizes)]
    return sums.index(min(sums))


def _together(first: Heading, second: Heading) -> Heading:
    kind = HeadingKind.OTHER if HeadingKind.OTHER in (first.kind, second.kind) else HeadingKind.JOINED
    return Heading(first.variable, (*first.codes, *second.codes), kind)


def _without(parts: tuple[Count, ...], at: int) -> tuple[Count, ...]:
    first, second = parts[at], parts[at + 1]
    both = Sign.PROTECTED if isinstance(first, Sign) or isinstance(second, Sign) else first + second
    return (*parts[:at], both, *parts[at + 2 :])
