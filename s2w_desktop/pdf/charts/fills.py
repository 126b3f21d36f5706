"""Fills that stay apart on a bad photocopy, and the dashed box of a hidden number."""

from enum import Enum
from typing import Final

from reportlab.lib.colors import Color, HexColor

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.styles import ACCENT, INK, MID, QUIET, WHITE

HIDDEN_WIDTH: Final = 12.0
"""Width of what stands for a hidden number, whatever the number: no ruler finds it."""

_LIGHT: Final = HexColor("#D3DEE2")
_OUTLINE: Final = 0.7
_STEP: Final = 5.0  # between the lines of a hatching
_DOTS: Final = 4.0
_DOT: Final = 1.4


class Fill(Enum):
    """Fills by tone and hatching."""

    WHITE = "white"
    DOTS = "dots"
    LINES = "lines"
    CROSS = "cross"
    LIGHT = "light"
    MID = "mid"
    DARK = "dark"


_TONES: Final[dict[Fill, Color]] = {
    Fill.WHITE: WHITE,
    Fill.DOTS: WHITE,
    Fill.LINES: WHITE,
    Fill.CROSS: _LIGHT,
    Fill.LIGHT: _LIGHT,
    Fill.MID: MID,
    Fill.DARK: ACCENT,
}
MOST_CLASSES: Final = 6
_ORDERED: Final = {
    1: (Fill.MID,),
    2: (Fill.WHITE, Fill.MID),
    3: (Fill.WHITE, Fill.LINES, Fill.DARK),
    4: (Fill.WHITE, Fill.DOTS, Fill.LINES, Fill.DARK),
    5: (Fill.WHITE, Fill.DOTS, Fill.LINES, Fill.CROSS, Fill.DARK),
    6: (Fill.WHITE, Fill.DOTS, Fill.LINES, Fill.CROSS, Fill.MID, Fill.DARK),
}


def ordered_fills(classes: int) -> tuple[Fill, ...]:
    """Fills for one to six classes in their order."""
    return _ORDERED[classes]


def draw_box(canvas: TaggedCanvas, x: float, y: float, width: float, height: float, fill: Fill) -> None:
    """An outlined rectangle in a fill, with its lower left corner at (x, y); nothing where it has no width."""
    if width <= 0:
        return
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setFillColor(_TONES[fill])
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    _hatch(canvas, x, y, width, height, fill)
    canvas.restoreState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(_OUTLINE)
    canvas.rect(x, y, width, height, fill=0)


def _hatch(canvas: TaggedCanvas, x: float, y: float, width: float, height: float, fill: Fill) -> None:
    canvas.setStrokeColor(INK)
    if fill is Fill.DOTS:
        canvas.setLineWidth(_DOT)
        canvas.setLineCap(1)
        canvas.setDash(0.01, _DOTS - 0.01)
        for row in range(int(height // _DOTS) + 2):
            line = y + _DOTS * row
            canvas.line(x + _DOTS / 2 * (row % 2), line, x + width, line)
    elif fill in (Fill.LINES, Fill.CROSS):
        canvas.setLineWidth(_OUTLINE)
        for place in range(int((width + height) // _STEP) + 2):
            left = x + _STEP * place - height
            canvas.line(left, y, left + height, y + height)
            if fill is Fill.CROSS:
                canvas.line(left, y + height, left + height, y)


def draw_hidden(canvas: TaggedCanvas, x: float, y: float, width: float, height: float) -> None:
    """A dashed box."""
    canvas.saveState()
    canvas.setDash(1.5, 1.5)
    canvas.setStrokeColor(QUIET)
    canvas.setLineWidth(0.6)
    canvas.rect(x, y, width, height, fill=0)
    canvas.restoreState()
