"""The area of one chart, measured from where reading begins: mirrored where a language runs from right to left."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reportlab.lib.colors import Color

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.charts.fills import HIDDEN_WIDTH, Fill, draw_box, draw_hidden
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.styles import WHITE

PAIR_LABELS: Final = 118.0
PAIR_PERIODS: Final = 88.0
"""Where bars stand for two periods: the widths of the words of a class, and of those of each period behind them."""

_CAP: Final = 3.0
"""From a baseline up to the middle of a figure of 8.4 points."""

_PATCH: Final = 10.0


class Side(Enum):
    """Which part of a text stands at its place: the value is how much of it lies before."""

    START = 0.0
    MIDDLE = 0.5
    END = 1.0


@dataclass(frozen=True)
class ChartArea:
    """Points along the reading direction and up from the lower edge."""

    canvas: TaggedCanvas
    left: float
    bottom: float
    width: float
    is_rtl: bool

    def _left(self, start: float, width: float) -> float:
        return self.left + (self.width - start - width if self.is_rtl else start)

    def box(self, start: float, low: float, width: float, height: float, fill: Fill) -> None:
        """A filled rectangle."""
        draw_box(self.canvas, self._left(start, width), self.bottom + low, width, height, fill)

    def hidden(self, start: float, low: float, height: float, width: float = HIDDEN_WIDTH) -> None:
        """The box of a hidden number."""
        draw_hidden(self.canvas, self._left(start, width), self.bottom + low, width, height)

    def patch(self, middle: float, level: float, width: float) -> None:
        """White behind a figure that stands on a fill."""
        self.canvas.setFillColor(WHITE)
        self.canvas.rect(self._left(middle - width / 2, width), self.bottom + level - _PATCH / 2, width, _PATCH, stroke=0, fill=1)

    def line(self, start: tuple[float, float], end: tuple[float, float], thickness: float, color: Color) -> None:
        """A line between two points."""
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(thickness)
        xs = [self._left(point[0], 0.0) for point in (start, end)]
        self.canvas.line(xs[0], self.bottom + start[1], xs[1], self.bottom + end[1])

    def words(self, label: ShapedParagraph, at: float, level: float, side: Side = Side.START) -> float:
        """Words on one line whose middle is at `level`; gives their width. They must be aligned to the left."""
        width = label.natural_width()
        label.draw_line(self.canvas, self._left(at - width * side.value, width), self.bottom + level - _CAP)
        return width

    def column(self, label: ShapedParagraph, start: float, width: float, level: float) -> None:
        """Words in lines of a width, their middle at `level`."""
        label.draw(self.canvas, self._left(start, width), self.bottom + level + label.height(width) / 2, width)


@dataclass(frozen=True)
class Drawing:
    """A chart: how high it is, how it is painted, and all its values in words.

    `has_hidden` where it has the box of a hidden number without a key to it; `is_mirrored` where the language turns it.
    """

    height: float
    paint: Callable[[ChartArea], None]
    values: tuple[str, ...]
    has_hidden: bool = False
    is_mirrored: bool = True
