"""Tables of a report: no vertical lines, words at the start and figures at the end; the head comes again on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from reportlab.lib.colors import Color

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.charts.fills import draw_hidden
from s2w_desktop.pdf.geometry import Span
from s2w_desktop.pdf.layout import Block, Cell
from s2w_desktop.pdf.styles import ACCENT, INK, RULE

_LEAST_ROW: Final = 17.0
_ABOVE: Final = 2.5
_BELOW: Final = 3.0
_TIGHT: Final = 2.5  # white of a tight row, above and below together
_LEAST_ROWS: Final = 2  # on either side of a page's end
_INSET: Final = 0.8
_ROUNDING: Final = 1e-6


@dataclass(frozen=True)
class Ground:
    """What lies under a cell: a tint, or the dashed box of a hidden number where it is None."""

    span: Span
    tint: Color | None = None


@dataclass(frozen=True)
class GridRow:
    """Cells beside each other, each in the middle of the row's height; a total has a line above it.

    A tight row has little white around its cells. One that `goes_on` stays on the page of the row before it.
    """

    cells: Sequence[Cell]
    grounds: Sequence[Ground] = ()
    is_total: bool = False
    is_head: bool = False
    is_tight: bool = False
    goes_on: bool = False

    @cached_property
    def height(self) -> float:
        """The highest cell with white around it."""
        inner = max((cell.block.height(cell.width) for cell in self.cells), default=0.0)
        return inner + _TIGHT if self.is_tight else max(_LEAST_ROW, inner + _ABOVE + _BELOW)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Paint grounds, then the cells; those of a head stand on its lower edge."""
        if self.grounds:
            with canvas.artifact():
                for ground in self.grounds:
                    self._draw_ground(canvas, ground, x, top - self.height)
        for cell in self.cells:
            free = self.height - cell.block.height(cell.width)
            above = free - _BELOW if self.is_head else free / 2
            cell.block.draw(canvas, x + cell.x, top - above, cell.width)

    def _draw_ground(self, canvas: TaggedCanvas, ground: Ground, x: float, bottom: float) -> None:
        left, width, height = x + ground.span.x + _INSET, ground.span.width - 2 * _INSET, self.height - 2 * _INSET
        if ground.tint is None:
            draw_hidden(canvas, left, bottom + _INSET, width, height)
            return
        canvas.setFillColor(ground.tint)
        canvas.rect(left, bottom + _INSET, width, height, stroke=0, fill=1)


@dataclass(frozen=True)
class GridBlock:
    """A table on the page. `again` is the head without tags, for the pages on which it is repeated."""

    head: GridRow
    again: GridRow
    rows: Sequence[GridRow]
    span: Span
    is_continued: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002  # cells bring their widths
        """Head and rows."""
        return self.head.height + sum(row.height for row in self.rows)

    def split(self, width: float, room: float) -> "tuple[GridBlock, GridBlock] | None":  # noqa: ARG002  # cells bring their widths
        """Two tables with at least two rows each."""
        used, fitting = self.head.height, 0
        for row in self.rows:
            used += row.height
            if used > room + _ROUNDING:
                break
            fitting += 1
        count = min(fitting, len(self.rows) - _LEAST_ROWS)
        while count > 0 and self.rows[count].goes_on:
            count -= 1
        if count < _LEAST_ROWS:
            return None
        return replace(self, rows=self.rows[:count]), replace(self, rows=self.rows[count:], is_continued=True)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002  # cells bring their widths
        """Paint rules, head and rows."""
        self._draw_rules(canvas, x, top)
        if self.is_continued:
            with canvas.artifact():
                self.again.draw(canvas, x, top)
        else:
            self.head.draw(canvas, x, top)
        top -= self.head.height
        for row in self.rows:
            row.draw(canvas, x, top)
            top -= row.height

    def _draw_rules(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            level = top - self.head.height
            self._rule(canvas, x, level, 0.9, ACCENT)
            for place, row in enumerate(self.rows):
                if row.is_total:
                    self._rule(canvas, x, level, 0.6, INK)
                elif place and self.rows[place - 1].goes_on and not row.goes_on:
                    self._rule(canvas, x, level, 0.3, RULE)
                level -= row.height
            self._rule(canvas, x, level, 0.5, RULE)

    def _rule(self, canvas: TaggedCanvas, x: float, level: float, thickness: float, color: Color) -> None:
        canvas.setStrokeColor(color)
        canvas.setLineWidth(thickness)
        canvas.line(x + self.span.x, level, x + self.span.x + self.span.width, level)


@dataclass(frozen=True)
class Kept:
    """A block that goes to the next page as a whole, unless it is higher than a page."""

    block: Block
    page_height: float

    def height(self, width: float) -> float:
        """That of the block."""
        return self.block.height(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Parted only where no page can hold it."""
        return self.block.split(width, room) if self.height(width) > self.page_height else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint the block."""
        self.block.draw(canvas, x, top, width)
