"""One block of a report: number and title, whom it counts, its chart, its notes; and the same as a table for the annex."""

from collections.abc import Sequence
from typing import Final

from s2w_desktop.domain.figures import ChartKind, CountTable, FunnelTable, SpreadTable, Table
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.report_parts import ReportText
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.charts.area import ChartArea, Drawing
from s2w_desktop.pdf.charts.bars import MOST_ROWS, bar_chart, paired_bars, period_bars
from s2w_desktop.pdf.charts.box_plot import box_plot
from s2w_desktop.pdf.charts.funnel import funnel
from s2w_desktop.pdf.charts.pyramid import pyramid, sides_of
from s2w_desktop.pdf.charts.stacked import stacked_bars
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.grid import Kept
from s2w_desktop.pdf.layout import Block, Column, Figure, Gap, Piece
from s2w_desktop.pdf.outline import outlined
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.report_order import is_shown_as_table, own_number
from s2w_desktop.pdf.report_pair_tables import pair_blocks
from s2w_desktop.pdf.report_pairs import pair_sheet
from s2w_desktop.pdf.report_tables import TableSheet, counts_sheet, heat_sheet, spreads_sheet, steps_sheet, table_blocks
from s2w_desktop.pdf.styles import Role
from s2w_desktop.pdf.tagging import Node

BLOCK_SPACE: Final = 16.0
_TITLE_SPACE: Final = 5.0
_NOTE_SPACE: Final = 4.0
_KEPT_ROWS: Final = 80.0
_PAIR: Final = 2


def block(composer: ReportComposer, table: Table, page_height: float) -> Piece:
    """A table with its chart; all of it on one page if a page can hold it."""
    composer.place = table.number
    root = composer.tree.root
    blocks = [*title_blocks(composer, root, table.number, "H2"), *_base(composer, root, table), Gap(_TITLE_SPACE)]
    drawing = drawing_of(composer, table)
    if drawing is None:
        blocks += _table(composer, root, table, is_chart=True)
    else:
        blocks.append(_figure(composer, root, table.number, drawing))
    notes = [*composer.words.notes(table), *_chart_notes(composer, table, drawing)]
    if notes:
        blocks += [Gap(_NOTE_SPACE), composer.tagged(root, Role.NOTE, " ".join(notes))]
    return Piece(Kept(Column(blocks), page_height), space=BLOCK_SPACE)


def annex_table(composer: ReportComposer, table: Table, page_height: float) -> list[Piece]:
    """The figures of a chart. A table of less than half a page is kept together, others go on over pages."""
    composer.place = table.number
    root = composer.tree.root
    head = [*title_blocks(composer, root, table.number, "H3", is_outlined=False), *_base(composer, root, table)]
    blocks = [*head, Gap(_TITLE_SPACE), *_table(composer, root, table)]
    if Column(blocks).height(WIDTH) <= page_height / 2:
        return [Piece(Kept(Column(blocks), page_height), space=BLOCK_SPACE)]
    return [Piece(Column(blocks[:-1]), space=BLOCK_SPACE, keep=_KEPT_ROWS), Piece(blocks[-1])]


def title_blocks(composer: ReportComposer, parent: Node, number: str, tag: str, *, is_outlined: bool = True) -> list[Block]:
    """Number and title of a table."""
    title = composer.numbered(own_number(number), composer.words.table(number))
    said = composer.tagged(parent, Role.LEAD, title, tag)
    return [outlined(said, title, 1) if is_outlined else said]


def drawing_of(composer: ReportComposer, table: Table) -> Drawing | None:
    """The chart of a table; None where the table itself is what is shown.

    A chart for which a table has not the columns, since too few people would stand in them, becomes one of bars.
    """
    match table:
        case FunnelTable():
            return funnel(composer, table)
        case SpreadTable():
            return box_plot(composer, table)
        case CountTable():
            return _counts_drawing(composer, table)


def _counts_drawing(composer: ReportComposer, table: CountTable) -> Drawing | None:
    sides, has_columns = sides_of(table), len(table.columns) > 1
    match table.chart:
        case ChartKind.PYRAMID if sides:
            return pyramid(composer, table, sides)
        case ChartKind.PAIRED_BAR if table.second is not None:
            return period_bars(composer, table)
        case ChartKind.PAIRED_BAR if len(table.columns) > _PAIR:
            return paired_bars(composer, table)
        case ChartKind.STACKED_BAR if has_columns or not table.is_by_row:
            return stacked_bars(composer, table)
        case ChartKind.HEAT_MAP | ChartKind.NONE if has_columns or table.chart is ChartKind.NONE:
            return None
    return bar_chart(composer, table) if table.second is None else period_bars(composer, table)


def _table(composer: ReportComposer, parent: Node, table: Table, *, is_chart: bool = False) -> list[Block]:
    """The figures of a table; tinted where it is a chart that is a table."""
    is_tinted = is_chart and is_shown_as_table(table)
    if not isinstance(table, FunnelTable) and table.second is not None:
        return pair_blocks(composer, parent, pair_sheet(composer, table, is_tinted=is_tinted))
    if is_tinted and isinstance(table, CountTable):
        return table_blocks(composer, parent, heat_sheet(composer, table))
    return table_blocks(composer, parent, _sheet(composer, table))


def _sheet(composer: ReportComposer, table: Table) -> TableSheet:
    match table:
        case CountTable():
            return counts_sheet(composer, table)
        case SpreadTable():
            return spreads_sheet(composer, table)
        case FunnelTable():
            return steps_sheet(composer, table)


def _base(composer: ReportComposer, parent: Node, table: Table) -> list[Block]:
    said = composer.words.base_line(table)
    return [composer.tagged(parent, Role.NOTE, said)] if said else []


def _figure(composer: ReportComposer, parent: Node, number: str, drawing: Drawing) -> Block:
    title = f"{own_number(number)} {composer.words.table(number)}"
    node = parent.add("Figure", alt=without_isolates(f"{title}. {'; '.join(drawing.values)}"))

    def paint(canvas: TaggedCanvas, left: float, bottom: float) -> None:
        drawing.paint(ChartArea(canvas, left, bottom, WIDTH, is_rtl=composer.is_rtl and drawing.is_mirrored))

    return Figure(WIDTH, drawing.height, node, paint)


def _chart_notes(composer: ReportComposer, table: Table, drawing: Drawing | None) -> Sequence[str]:
    if drawing is None:
        return ()
    shows_all = isinstance(table, CountTable) and len(table.columns) == 1 and len(table.rows) <= MOST_ROWS
    if composer.is_of_two:
        return ()  # said once for all of them
    dashed = [composer.words.say(ReportText.DASHED)] if drawing.has_hidden else []
    return dashed if shows_all else [*dashed, composer.words.say(ReportText.IN_THE_ANNEX)]
