"""The ladder of language levels: six rungs filled from below. An upright figure reads the same from both sides."""

from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.content import Level
from s2w_desktop.pdf.styles import ACCENT, RULE, WHITE

_RUNGS: Final = (Level.A1, Level.A2, Level.B1, Level.B2, Level.C1, Level.C2)
_RUNG_WIDTH: Final = 18.0
_RUNG_HEIGHT: Final = 2.0
_RUNG_STEP: Final = 3.4

LADDER_HEIGHT: Final = _RUNG_STEP * len(_RUNGS)


def draw_ladder(canvas: TaggedCanvas, level: Level, centre: float, bottom: float) -> None:
    """Draw the rungs around `centre`, upwards from `bottom`. Pre-A1 is half a rung, none leaves all of them open."""
    filled = _RUNGS.index(level) + 1 if level in _RUNGS else 0
    canvas.setLineWidth(0.5)
    for color, inside, rungs in ((ACCENT, ACCENT, range(filled)), (RULE, WHITE, range(filled, len(_RUNGS)))):
        if rungs:
            canvas.setStrokeColor(color)
            canvas.setFillColor(inside)
            left, width = centre - _RUNG_WIDTH / 2, _RUNG_WIDTH
            paths = [f"{left:.2f} {bottom + rung * _RUNG_STEP:.2f} {width:g} {_RUNG_HEIGHT:g} re" for rung in rungs]
            canvas.addLiteral(" ".join([*paths, "B"]))
    if level is Level.PRE_A1:
        canvas.setFillColor(ACCENT)
        canvas.rect(centre - _RUNG_WIDTH / 4, bottom, _RUNG_WIDTH / 2, _RUNG_HEIGHT, stroke=0, fill=1)
