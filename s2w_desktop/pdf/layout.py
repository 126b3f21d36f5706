"""Blocks, and pages filled with them.

A block knows its height at a width, can be parted where a page ends, and paints itself. Everything on a page of a paper
is one; `paginate` is the only place that decides where a page ends.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple, Protocol

from reportlab.lib.colors import Color

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.styles import RULE
from s2w_desktop.pdf.tagging import Node

_ROUNDING: Final = 1e-6
_THREAD_OVERLAP: Final = 1.0  # a time line's thread begins in the white below the mark
_SHORTEST_THREAD: Final = 3.0
_MIN_HEAD: Final = 40.0  # a column is only parted between its blocks when at least this much stands before the break


class Block(Protocol):
    """Something that can be put on a page."""

    def height(self, width: float) -> float:
        """Height in points at that width."""

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Two parts, the first no higher than `room`; None if it cannot be parted there."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint it below `top`, between `x` and `x + width`."""


@dataclass(frozen=True)
class Gap:
    """White space."""

    points: float

    def height(self, width: float) -> float:  # noqa: ARG002  # blocks share one face
        """The space, at any width."""
        return self.points

    def split(self, width: float, room: float) -> None:
        """Space is not parted."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Nothing to paint."""


@dataclass(frozen=True)
class Figure:
    """A drawing of fixed size, centred in its width. `paint(canvas, left, bottom)` draws it; the node's alt text says it."""

    width: float
    points: float
    node: Node
    paint: Callable[[TaggedCanvas, float, float], None]

    def height(self, width: float) -> float:  # noqa: ARG002  # blocks share one face
        """The height of the drawing."""
        return self.points

    def split(self, width: float, room: float) -> None:
        """A drawing is not parted."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint it as a tagged figure."""
        with canvas.content(self.node):
            self.paint(canvas, x + (width - self.width) / 2, top - self.points)


@dataclass(frozen=True)
class Column:
    """Blocks below each other."""

    blocks: Sequence[Block]

    def height(self, width: float) -> float:
        """The sum of the heights."""
        return sum(block.height(width) for block in self.blocks)

    def split(self, width: float, room: float) -> "tuple[Column, Column] | None":
        """Part the block that crosses the end; between blocks only when several lines stand before the break."""
        used = 0.0
        for at, block in enumerate(self.blocks):
            height = block.height(width)
            if used + height <= room + _ROUNDING:
                used += height
                continue
            parts = block.split(width, room - used)
            if parts:
                return Column([*self.blocks[:at], parts[0]]), Column([parts[1], *self.blocks[at + 1 :]])
            return self._cut(at, width)
        return None

    def _cut(self, at: int, width: float) -> "tuple[Column, Column] | None":
        """Two columns, parted before a block, or before what leads it: a title stays with the text below it."""
        while at and _leads(self.blocks[at - 1]):
            at -= 1
        head = Column(self.blocks[:at])
        return (head, Column(self.blocks[at:])) if head.height(width) >= _MIN_HEAD else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint the blocks from above."""
        for block in self.blocks:
            block.draw(canvas, x, top, width)
            top -= block.height(width)


@dataclass(frozen=True)
class Repeated:
    """A block that says once more what stands on an earlier page, such as the head of a table: an artifact."""

    block: Block

    def height(self, width: float) -> float:
        """The height of the block."""
        return self.block.height(width)

    def split(self, width: float, room: float) -> None:
        """What is repeated is not parted."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint it outside of the tree."""
        with canvas.artifact():
            self.block.draw(canvas, x, top, width)


def _leads(block: Block) -> bool:
    return isinstance(block, ShapedParagraph) and block.style.is_bold


class Cell(NamedTuple):
    """A block at its place inside a row."""

    x: float
    width: float
    block: Block


class Rule(NamedTuple):
    """A horizontal line above a row."""

    thickness: float
    color: Color


class Heading(NamedTuple):
    """A line of the outline; `level` counts from 0."""

    title: str
    level: int


@dataclass(frozen=True)
class Row:
    """Cells beside each other, painted in the order given; tint, rule and thread are artifacts.

    A `heading` stands in the outline of the document. A `thread` is the vertical line of a time line: it runs below the cell
    with that number, down to the end of the row.
    """

    cells: Sequence[Cell]
    above: float = 1.5
    below: float = 2.5
    tint: Color | None = None
    rule: Rule | None = None
    thread: int | None = None
    is_centred: bool = False
    heading: Heading | None = None

    def height(self, width: float) -> float:  # noqa: ARG002  # cells bring their widths
        """The highest cell and the space above and below."""
        return self.above + self._inner_height + self.below

    @cached_property
    def _inner_height(self) -> float:
        return max(cell.block.height(cell.width) for cell in self.cells)

    def split(self, width: float, room: float) -> "tuple[Row, Row] | None":  # noqa: ARG002  # cells bring their widths
        """Part every cell that is too high; None if one of them cannot be parted."""
        heads, tails = [], []
        for cell in self.cells:
            inner = room - self.above
            if cell.block.height(cell.width) <= inner + _ROUNDING:
                parts: tuple[Block, Block] | None = (cell.block, Gap(0))
            else:
                parts = cell.block.split(cell.width, inner)
            if parts is None:
                return None
            heads.append(cell._replace(block=parts[0]))
            tails.append(cell._replace(block=parts[1]))
        return replace(self, cells=heads, below=0.0), replace(self, cells=tails, rule=None, heading=None)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint decoration, then the cells."""
        inner = self._inner_height
        self._decorate(canvas, x, top, width, inner)
        if self.heading:
            canvas.add_outline(self.heading.title, self.heading.level, top)
        for cell in self.cells:
            free = (inner - cell.block.height(cell.width)) / 2 if self.is_centred else 0.0
            cell.block.draw(canvas, x + cell.x, top - self.above - free, cell.width)

    def _decorate(self, canvas: TaggedCanvas, x: float, top: float, width: float, inner: float) -> None:
        if not (self.tint or self.rule or self.thread is not None):
            return
        bottom = top - self.above - inner - self.below
        with canvas.artifact():
            if self.tint:
                canvas.setFillColor(self.tint)
                canvas.rect(x, bottom, width, top - bottom, stroke=0, fill=1)
            if self.rule:
                canvas.setLineWidth(self.rule.thickness)
                canvas.setStrokeColor(self.rule.color)
                canvas.line(x, top, x + width, top)
            if self.thread is not None:
                self._draw_thread(canvas, self.cells[self.thread], x, top, bottom)

    def _draw_thread(self, canvas: TaggedCanvas, cell: Cell, x: float, top: float, bottom: float) -> None:
        start = top - self.above - cell.block.height(cell.width) + _THREAD_OVERLAP
        if start - bottom >= _SHORTEST_THREAD:
            canvas.setLineWidth(0.8)
            canvas.setStrokeColor(RULE)
            canvas.line(x + cell.x + cell.width / 2, start, x + cell.x + cell.width / 2, bottom)


class Piece(NamedTuple):
    """A block in the flow. `space` is white above it, dropped at the head of a page; `keep` is how much of what follows
    must stand on the same page. `repeated` stands at the head of every page that this block opens or goes on with."""

    block: Block
    space: float = 0.0
    keep: float = 0.0
    repeated: Repeated | None = None


class Placed(NamedTuple):
    """A block on its page, `offset` points below the top of the text area."""

    block: Block
    offset: float


class _Paginator:
    def __init__(self, width: float, page_height: float) -> None:
        self._width, self._page_height = width, page_height
        self._used = 0.0
        self._is_fresh = True  # nothing stands on the page but what is repeated
        self.pages: list[list[Placed]] = [[]]

    def _next_page(self, repeated: Repeated | None) -> None:
        self.pages.append([])
        self._used = 0.0
        if repeated:
            self._put(repeated)
        self._is_fresh = True

    def _put(self, block: Block) -> None:
        self.pages[-1].append(Placed(block, self._used))
        self._used += block.height(self._width)
        self._is_fresh = False

    def place(self, piece: Piece, kept: float) -> None:
        if not self._is_fresh:
            needed = piece.space + piece.block.height(self._width) + kept if kept else piece.space
            if self._used + needed > self._page_height + _ROUNDING:
                self._next_page(piece.repeated)
            else:
                self._used += piece.space
        self._put_in_parts(piece.block, piece.repeated)

    def _put_in_parts(self, block: Block, repeated: Repeated | None) -> None:
        while self._used + block.height(self._width) > self._page_height + _ROUNDING:
            parts = block.split(self._width, self._page_height - self._used)
            if parts:
                self._put(parts[0])
                block = parts[1]
            elif self._is_fresh:
                break  # an empty page cannot hold it either; it is painted all the same, nothing is cut
            self._next_page(repeated)
        self._put(block)


def flow_height(pieces: Sequence[Piece], width: float, enough: float = float("inf")) -> float:
    """Height of the pieces below each other; counting stops when it is `enough`."""
    height = 0.0
    for piece in pieces:
        if height >= enough:
            break
        height += piece.space + piece.block.height(width)
    return height


def paginate(pieces: Sequence[Piece], width: float, page_height: float) -> list[list[Placed]]:
    """Fill pages from above. A heading never stands alone at the foot of a page."""
    paginator = _Paginator(width, page_height)
    for at, piece in enumerate(pieces):
        following = flow_height(pieces[at + 1 :], width, piece.keep) if piece.keep else 0.0
        paginator.place(piece, min(piece.keep, following))
    return paginator.pages
