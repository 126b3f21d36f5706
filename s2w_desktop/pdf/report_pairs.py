"""Tables that compare two periods before they are laid out: each figure of both, and the change between them."""

from dataclasses import dataclass

from s2w_desktop.domain.figures import CountTable, Share, Sign, SpreadTable
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.report_tables import SPREAD_COLUMNS, Figure, counted, largest, spread_figures


@dataclass(frozen=True)
class Pair:
    """One figure of the first and the second period; no change where one of them is not told."""

    first: Figure
    second: Figure
    change: str = ""


@dataclass(frozen=True)
class PairLine:
    """One class."""

    label: str
    pairs: tuple[Pair, ...]
    is_total: bool = False


@dataclass(frozen=True)
class PairSheet:
    """A table of two periods; where it has one column only, that of all people, this needs no words."""

    columns: tuple[str, ...]
    lines: tuple[PairLine, ...]

    @property
    def has_changes(self) -> bool:
        """Whether any change is told."""
        return any(pair.change for line in self.lines for pair in line.pairs)


def pair_sheet(composer: ReportComposer, table: CountTable | SpreadTable, *, is_tinted: bool = False) -> PairSheet:
    """A table whose rows stand there once for either period, the first before the second."""
    return _counts(composer, table, is_tinted=is_tinted) if isinstance(table, CountTable) else _spreads(composer, table)


def _counts(composer: ReportComposer, table: CountTable, *, is_tinted: bool) -> PairSheet:
    words, most = composer.words, largest(table) if is_tinted else 0
    lines = []
    for place in range(0, len(table.rows), 2):
        pairs = [_count_pair(composer, table, place, column, most) for column in range(len(table.columns))]
        if table.bases:
            pairs.append(Pair(counted(composer, table.bases[place]), counted(composer, table.bases[place + 1])))
        lines.append(PairLine(words.class_of(table.rows[place]), tuple(pairs), is_total=table.rows[place].is_total))
    names = ["" if len(table.columns) == 1 and not table.bases else words.heading(one) for one in table.columns]
    return PairSheet((*names, *(["n"] if table.bases else [])), tuple(lines))


def _count_pair(composer: ReportComposer, table: CountTable, place: int, column: int, most: int) -> Pair:
    """Both numbers with their shares. All people are the base of their own share, which cannot change."""
    words = composer.words
    is_all = table.rows[place].is_total or table.columns[column].is_total
    is_base = table.columns[column].is_total if table.is_by_row else table.rows[place].is_total

    def of(row: int) -> tuple[Figure, Share]:
        count, share = table.counts[row][column], table.shares[row][column] if table.shares else None
        is_told = share is not None and not isinstance(count, Sign)
        figure = counted(composer, count, words.share(share) if is_told and share is not None else "", 0 if is_all else most)
        return figure, share if is_told and share is not None else Sign.NO_SHARE

    (first, share), (second, other) = of(place), of(place + 1)
    return Pair(first, second, "" if is_base else words.change(share, other))


def _spreads(composer: ReportComposer, table: SpreadTable) -> PairSheet:
    words, lines = composer.words, []
    for place in range(0, len(table.rows), 2):
        first, second = table.spreads[place : place + 2]
        changes = ["", *(words.change(getattr(first, name), getattr(second, name)) for name in SPREAD_COLUMNS[1:])]
        both = zip(spread_figures(composer, first), spread_figures(composer, second), changes, strict=True)
        pairs = tuple(Pair(*each) for each in both)
        lines.append(PairLine(words.class_of(table.rows[place]), pairs, is_total=table.rows[place].is_total))
    return PairSheet(tuple(map(words.column, SPREAD_COLUMNS)), tuple(lines))
