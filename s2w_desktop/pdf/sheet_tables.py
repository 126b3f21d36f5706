"""Small tables of a sheet: every language of a cell in the cell, the first above the second."""

from collections.abc import Iterable, Iterator
from typing import Final

from s2w_desktop.pdf.content import Texts
from s2w_desktop.pdf.layout import Block, Cell, Column, Gap, Piece, Row, Rule
from s2w_desktop.pdf.sheet import SmallTable
from s2w_desktop.pdf.sheet_composer import SheetComposer
from s2w_desktop.pdf.styles import ACCENT, RULE, Role
from s2w_desktop.pdf.tagging import Node

_HAIRLINE: Final = Rule(0.35, RULE)
_HEAD_RULE: Final = Rule(0.9, ACCENT)
_COLUMN_GAP: Final = 8.0
_KEPT_WITH_HEAD: Final = 30.0
_BELOW: Final = 4.0


def table(composer: SheetComposer, parent: Node, content: SmallTable) -> Iterator[Piece]:
    """Head and rows over the whole width; a table without rows leaves nothing."""
    if not content.rows:
        return
    node = parent.add("Table")
    columns = _columns(composer, content)
    head = node.add("TR")
    cells = [_cell(composer, head.add("TH", attributes={"Scope": "Column"}), Role.CELL_HEAD, texts) for texts in content.head]
    yield Piece(Row(_placed(columns, cells), above=0.0, below=composer.points(2.0)), keep=composer.points(_KEPT_WITH_HEAD))
    for place, texts_of_row in enumerate(content.rows):
        row = node.add("TR")
        cells = [_cell(composer, row.add("TD"), Role.CELL, texts) for texts in texts_of_row]
        rule, white = _HAIRLINE if place else _HEAD_RULE, composer.points(2.5)
        yield Piece(Row(_placed(columns, cells), above=white, below=white, rule=rule))
    yield Piece(Gap(composer.points(_BELOW)))


def _columns(composer: SheetComposer, content: SmallTable) -> list[tuple[float, float]]:
    """Left end and width of each column, in reading order."""
    shares = content.widths or (1.0,) * len(content.head)
    (start, width), found, used = composer.grid.block, list[tuple[float, float]](), 0.0
    for share in shares:
        own = width * share / sum(shares)
        found.append((start + (width - used - own + _COLUMN_GAP if composer.is_rtl else used), own - _COLUMN_GAP))
        used += own
    return found


def _cell(composer: SheetComposer, node: Node, role: Role, texts: Texts) -> Column:
    return Column(composer.pair(node, role, texts, align=composer.start))


def _placed(columns: Iterable[tuple[float, float]], cells: Iterable[Block]) -> list[Cell]:
    return [Cell(left, width, cell) for (left, width), cell in zip(columns, cells, strict=True)]
