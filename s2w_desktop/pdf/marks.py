"""Small drawings that need no language: evidence marks, ranks, tick boxes.

A circle is said, a square is on paper, a triangle is shown by doing, a diamond is recognised; no colour is needed.
"""

from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.content import Evidence
from s2w_desktop.pdf.styles import ACCENT, INK

MARK_RADIUS: Final = 3.2
KEY_RADIUS: Final = 2.3
_TRIANGLE: Final = ((0, 1.15), (1.15, -0.85), (-1.15, -0.85))
_DIAMOND: Final = ((0, 1.35), (1.2, 0), (0, -1.35), (-1.2, 0))
_LINE: Final = 0.9


def draw_evidence(canvas: TaggedCanvas, evidence: Evidence, x: float, y: float, radius: float = MARK_RADIUS) -> None:
    """Draw the mark with its centre at (x, y)."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(_LINE * max(1.0, radius / MARK_RADIUS))
    if evidence in (Evidence.STATED, Evidence.DETAILED):
        _draw_circle(canvas, x, y, radius, has_dot=evidence is Evidence.DETAILED)
    elif evidence in (Evidence.SEEN, Evidence.CHECKED, Evidence.CONFIRMED):
        _draw_square(canvas, x, y, radius, {Evidence.SEEN: 0, Evidence.CHECKED: 1, Evidence.CONFIRMED: 2}[evidence])
    else:
        corners = _TRIANGLE if evidence is Evidence.SHOWN else _DIAMOND
        _draw_polygon(canvas, [(x + radius * dx, y + radius * dy) for dx, dy in corners])


def _draw_circle(canvas: TaggedCanvas, x: float, y: float, radius: float, *, has_dot: bool) -> None:
    canvas.circle(x, y, radius, fill=0)
    if has_dot:
        canvas.circle(x, y, radius * 0.42, fill=1, stroke=0)


def _draw_square(canvas: TaggedCanvas, x: float, y: float, radius: float, filled_halves: int) -> None:
    canvas.rect(x - radius, y - radius, 2 * radius, 2 * radius, fill=0)
    canvas.rect(x - radius, y - radius, 2 * radius, filled_halves * radius, fill=1)


def _draw_polygon(canvas: TaggedCanvas, corners: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, fill=1)


def draw_tick_box(canvas: TaggedCanvas, x: float, y: float, side: float) -> None:
    """An empty box with its centre at (x, y), to be ticked by hand."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(_LINE)
    canvas.rect(x - side / 2, y - side / 2, side, side, fill=0)


def draw_ring(canvas: TaggedCanvas, x: float, y: float, radius: float) -> None:
    """A ring around a rank, with its centre at (x, y)."""
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(1)
    canvas.circle(x, y, radius, fill=0)
