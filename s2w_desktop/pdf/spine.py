"""What stands in the spine: years, marks, ranks and boxes, the same in every language. Sizes follow those of the text."""

from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.composer import Composer
from s2w_desktop.pdf.content import Evidence, Texts
from s2w_desktop.pdf.layout import Block, Cell, Figure
from s2w_desktop.pdf.marks import MARK_RADIUS, draw_evidence, draw_ring, draw_tick_box
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.scripts import NEUTRAL
from s2w_desktop.pdf.styles import Role
from s2w_desktop.pdf.tagging import Node

_LINE: Final = 13.0  # the leading of the text beside it, so that marks stand level with first lines
_RING_RADIUS: Final = 5.6
_BOX_SIDE: Final = 10.0
_DIGIT_DROP: Final = 2.7  # from the centre of a ring to the baseline of its digit


def centred(composer: Composer, parent: Node, value: str, role: Role) -> ShapedParagraph:
    """Years, a date or a code as text."""
    return composer.text(NEUTRAL, role, value, node=parent.add("P"), align=Align.CENTER)


def spine_cell(composer: Composer, block: Block) -> Cell:
    """A block at its place in the spine."""
    return Cell(composer.grid.spine.x, composer.grid.spine.width, block)


def evidence_figure(composer: Composer, parent: Node, evidence: Evidence, meaning: Texts) -> Figure:
    """The mark of an entry; its meaning is the alt text."""
    node = parent.add("Figure", language=composer.reader, alt=composer.say(meaning))
    radius, line = MARK_RADIUS * composer.scale, _LINE * composer.scale
    middle = line / 2 - 0.5

    def paint(canvas: TaggedCanvas, x: float, y: float) -> None:
        draw_evidence(canvas, evidence, x + radius, y + middle, radius)

    return Figure(2 * radius, line, node, paint)


def rank_figure(composer: Composer, parent: Node, rank: int) -> Figure:
    """A rank in a ring."""
    node = parent.add("Figure", alt=str(rank))
    digits = composer.text(NEUTRAL, Role.SPINE, str(rank), align=Align.CENTER, is_standing=True)
    radius, line = _RING_RADIUS * composer.scale, _LINE * composer.scale

    def paint(canvas: TaggedCanvas, x: float, y: float) -> None:
        draw_ring(canvas, x + radius, y + line / 2, radius)
        digits.draw_line(canvas, x + radius, y + line / 2 - _DIGIT_DROP * composer.scale)

    return Figure(2 * radius, line, node, paint)


def tick_box_figure(composer: Composer, parent: Node, meaning: Texts) -> Figure:
    """A box to be ticked by hand when a step is done."""
    node = parent.add("Figure", language=composer.reader, alt=composer.say(meaning))
    side, line = _BOX_SIDE * composer.scale, _LINE * composer.scale
    return Figure(side, line + 1, node, lambda canvas, x, y: draw_tick_box(canvas, x + side / 2, y + line / 2, side))
