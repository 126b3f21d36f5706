"""Which tables stand in the chapters of a printed report, and which in its annex. Nothing stands there twice."""

from collections.abc import Hashable, Mapping

from s2w_desktop.domain.figures import COMPARED, COVERAGE_NUMBER, ChartKind, CountTable, FunnelTable, Period, Report, Table
from s2w_desktop.i18n.report_titles import chapter_of

_PREFIX = f"{COMPARED}."


def own_number(number: str) -> str:
    """The number of a table, or of the one that it compares."""
    return number.removeprefix(_PREFIX)


def compares(table: Table) -> bool:
    """Whether a table has rows for two periods."""
    return chapter_of(table.number) == COMPARED


def in_chapters(report: Report) -> list[Table]:
    """Every table but that of the coverage, in the order of numbers: that of two periods where there is one."""
    both = {own_number(table.number): table for table in report.tables if compares(table)}
    found = [both.get(table.number, table) for table in report.tables if not compares(table)]
    return [table for table in found if table.number != COVERAGE_NUMBER]


def in_annex(report: Report) -> list[Table]:
    """Tables whose block does not show all figures itself.

    One of the first period alone stands behind that of both, where this joins classes or leaves some out.
    """
    both = {own_number(table.number): table for table in report.tables if compares(table)}
    found: list[Table] = []
    for table in report.tables:
        if compares(table):
            continue
        wider = both.get(table.number)
        if wider is not None and not is_shown_as_table(wider):
            found.append(wider)
        if table.chart is not ChartKind.NONE and not (wider and _tells(wider, table)):
            found.append(table)
    return found


def is_shown_as_table(table: Table) -> bool:
    """Whether the block of a table is that table."""
    return isinstance(table, CountTable) and table.chart is ChartKind.HEAT_MAP and len(table.columns) > 1


def _tells(wider: Table, table: Table) -> bool:
    """Whether a table of two periods has all figures of that of the first."""
    if isinstance(table, FunnelTable):
        return False  # the rates of each step, and centres
    return _figures(table).items() <= _figures(wider).items()


def _figures(table: Table) -> Mapping[Hashable, Hashable]:
    """All figures of the first period by their classes."""
    found: dict[Hashable, Hashable] = {}
    if isinstance(table, FunnelTable):
        return found
    for place, row in enumerate(table.rows):
        if row.period is Period.SECOND:
            continue
        name = row.variable, row.codes, row.kind
        if not isinstance(table, CountTable):
            found[name] = table.spreads[place]
            continue
        if table.bases:
            found[name] = table.bases[place]
        for column, heading in enumerate(table.columns):
            found[name, heading] = table.counts[place][column], table.shares[place][column] if table.shares else None
    return found
