"""The foot of a page, the same on every kind of paper: a thin rule, words at the start, the number of the page at the end."""

from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.geometry import MARGIN, PAGE_WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.styles import RULE

FOOT_BASELINE: Final = 10.5 * mm
FOOT_RULE: Final = 14.5 * mm
FOOT_SEPARATOR: Final = "   ·   "


def draw_foot(
    canvas: TaggedCanvas,
    words: ShapedParagraph,
    number: ShapedParagraph,
    *,
    baseline: float = FOOT_BASELINE,
    rule: float = FOOT_RULE,
    is_rtl: bool = False,
) -> None:
    """Paint it, inside an artifact of the caller. The words begin at one margin, the number, aligned so, ends at the other."""
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, rule, PAGE_WIDTH - MARGIN, rule)
    start, end = (PAGE_WIDTH - MARGIN, MARGIN) if is_rtl else (MARGIN, PAGE_WIDTH - MARGIN)
    words.draw_line(canvas, start, baseline)
    number.draw_line(canvas, end, baseline)
