"""Boxes and frames of sheets."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.drawing import Drawing, draw
from s2w_desktop.pdf.layout import Block, Figure
from s2w_desktop.pdf.sheet_composer import SheetComposer
from s2w_desktop.pdf.styles import INK, RULE
from s2w_desktop.pdf.tagging import Node

_BOX: Final = 10.0  # the side of a tick box in letters of the usual size
_LINE: Final = 13.0
_STROKE: Final = 0.9
_TICK: Final = ((-3.0, 0.2), (-0.9, -2.6), (3.4, 3.2))
_DASHES: Final = (3, 3)
_MOST_OF_A_PAGE: Final = 640.0


def box_figure(composer: SheetComposer, parent: Node, *, is_ticked: bool = False) -> Figure:
    """A box, ticked or to be ticked by hand, as high as a line of body text."""
    words = composer.words.ticked if is_ticked else composer.words.tick_box
    node = parent.add("Figure", language=composer.reader, alt=composer.say(words))
    scale = composer.scale

    def paint(canvas: TaggedCanvas, x: float, y: float) -> None:
        canvas.translate(x + scale * _BOX / 2, y + scale * _LINE / 2)
        canvas.scale(scale, scale)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(_STROKE)
        canvas.rect(-_BOX / 2, -_BOX / 2, _BOX, _BOX, fill=0)
        if is_ticked:
            _draw_tick(canvas)

    return Figure(scale * _BOX, scale * _LINE, node, paint)


def _draw_tick(canvas: TaggedCanvas) -> None:
    canvas.setLineWidth(1.6)
    canvas.setLineCap(1)
    for (x, y), (to_x, to_y) in pairwise(_TICK):
        canvas.line(x, y, to_x, to_y)


@dataclass(frozen=True)
class Decoration:
    """A drawing beside words that say the same, in the middle of its width; an artifact, so that nothing is read out twice."""

    drawing: Drawing
    side: float

    def height(self, width: float) -> float:  # noqa: ARG002  # blocks share one face
        """The side of its square."""
        return self.side

    def split(self, width: float, room: float) -> None:
        """A drawing is not parted."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint it outside of the tree."""
        with canvas.artifact():
            draw(canvas, self.drawing, x + (width - self.side) / 2, top - self.side, self.side)


@dataclass(frozen=True)
class Framed:
    """A block in a dashed frame that is to be cut out, as wide as `width` and at least as high as `least`."""

    block: Block
    width: float
    least: float
    inset: float

    def height(self, width: float) -> float:  # noqa: ARG002  # a frame brings its width
        """The block and the white around it."""
        return max(self.least, self.block.height(self._inner) + 2 * self.inset)

    @property
    def _inner(self) -> float:
        return self.width - 2 * self.inset

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Two frames, where a page cannot hold one; else it goes to the next page whole."""
        parts = self.block.split(self._inner, room - 2 * self.inset) if self.height(width) > _MOST_OF_A_PAGE else None
        if parts is None:
            return None
        return Framed(parts[0], self.width, 0.0, self.inset), Framed(parts[1], self.width, 0.0, self.inset)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint the frame in the middle of the width, then the block."""
        left, height = x + (width - self.width) / 2, self.height(width)
        with canvas.artifact():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.7)
            canvas.setDash(*_DASHES)
            canvas.roundRect(left, top - height, self.width, height, 6, stroke=1, fill=0)
        self.block.draw(canvas, left + self.inset, top - self.inset, self._inner)
