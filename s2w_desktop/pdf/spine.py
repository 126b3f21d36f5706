"""What stands in the spine between the languages: years, marks, ranks and boxes, the same in every language."""

from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.composer import Composer
from s2w_desktop.pdf.content import Evidence
from s2w_desktop.pdf.layout import Figure
from s2w_desktop.pdf.marks import MARK_RADIUS, draw_evidence, draw_ring, draw_tick_box
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.styles import Role
from s2w_desktop.pdf.tagging import Node

SPINE_LANGUAGE: Final = "en"  # digits and codes run left to right whatever the paper's languages are
_LINE: Final = 13.0  # the leading of the text beside it, so that marks stand level with first lines
_RING_RADIUS: Final = 5.6
_DIGIT_DROP: Final = 2.7  # from the centre of a ring to the baseline of its digit


def centred(composer: Composer, parent: Node, value: str, role: Role) -> ShapedParagraph:
    """Years, a date or a code as text."""
    return composer.text(SPINE_LANGUAGE, role, value, node=parent.add("P"), align=Align.CENTER)


def evidence_figure(composer: Composer, parent: Node, evidence: Evidence) -> Figure:
    """The mark of an entry; its meaning is the alt text."""
    alt = composer.say(composer.paper.words.evidence[evidence])
    node = parent.add("Figure", language=composer.reader, alt=alt)
    middle = _LINE / 2 - 0.5

    def paint(canvas: TaggedCanvas, x: float, y: float) -> None:
        draw_evidence(canvas, evidence, x + MARK_RADIUS, y + middle)

    return Figure(2 * MARK_RADIUS, _LINE, node, paint)


def rank_figure(composer: Composer, parent: Node, rank: int) -> Figure:
    """A rank in a ring."""
    node = parent.add("Figure", alt=str(rank))
    digits = composer.text(SPINE_LANGUAGE, Role.SPINE, str(rank), align=Align.CENTER)
    middle = _LINE / 2

    def paint(canvas: TaggedCanvas, x: float, y: float) -> None:
        draw_ring(canvas, x + _RING_RADIUS, y + middle, _RING_RADIUS)
        digits.draw_line(canvas, x + _RING_RADIUS, y + middle - _DIGIT_DROP)

    return Figure(2 * _RING_RADIUS, _LINE, node, paint)


def tick_box_figure(composer: Composer, parent: Node) -> Figure:
    """A box to be ticked by hand when a step is done."""
    node = parent.add("Figure", language=composer.reader, alt=composer.say(composer.paper.words.tick_box))
    return Figure(10, _LINE + 1, node, lambda canvas, x, y: draw_tick_box(canvas, x + 5, y + _LINE / 2))
