"""The page and the columns on it, for one language or two, in either direction."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from s2w_desktop.pdf.scripts import script_of

PAGE_WIDTH: Final = float(A4[0])
PAGE_HEIGHT: Final = float(A4[1])
MARGIN: Final = 18 * mm  # holes fit
TOP: Final = 18 * mm
BOTTOM: Final = 22 * mm
WIDTH: Final = PAGE_WIDTH - 2 * MARGIN

_SPINE_BETWEEN: Final = 30 * mm
_SPINE_BESIDE: Final = 24 * mm
LADDER_WIDTH: Final = 16 * mm


class Span(NamedTuple):
    """A stretch of the text area: its left end, counted from the left margin, and its width."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of a paper. `sides` holds one span for each language of the paper, in the order of the languages.

    With two languages the spine stands between them; with one it stands at the start of the lines, and the text beside
    it keeps a readable measure. `code` is where the QR code stands.
    """

    sides: tuple[Span, ...]
    spine: Span
    code: Span
    ladders: Span
    names: tuple[Span, ...]


def grid_for(languages: tuple[str, ...]) -> Grid:
    """The grid for one or two languages.

    The first language stands at the start side of its own direction: left if it runs left to right, else right. So both
    columns of a mixed pair keep to the outer margins, and a right-to-left reader begins where a page begins.
    """
    is_rtl = script_of(languages[0]).is_rtl
    grid = _single() if len(languages) == 1 else _double()
    return _mirrored(grid) if is_rtl else grid


def _double() -> Grid:
    side = (WIDTH - _SPINE_BETWEEN) / 2
    spine = Span(side, _SPINE_BETWEEN)
    ladders_width = 5 * LADDER_WIDTH
    name = (WIDTH - ladders_width) / 2
    return Grid(
        sides=(Span(0, side), Span(side + _SPINE_BETWEEN, side)),
        spine=spine,
        code=spine,
        ladders=Span(name, ladders_width),
        names=(Span(0, name), Span(name + ladders_width, name)),
    )


def _single() -> Grid:
    text = Span(_SPINE_BESIDE, WIDTH - 2 * _SPINE_BESIDE)
    ladders_width = 5 * LADDER_WIDTH
    return Grid(
        sides=(text,),
        spine=Span(0, _SPINE_BESIDE),
        code=Span(WIDTH - _SPINE_BESIDE, _SPINE_BESIDE),
        ladders=Span(text.x + text.width - ladders_width, ladders_width),
        names=(Span(text.x, text.width - ladders_width),),
    )


def _mirrored(grid: Grid) -> Grid:
    def turned(span: Span) -> Span:
        return Span(WIDTH - span.x - span.width, span.width)

    return Grid(
        sides=tuple(turned(span) for span in grid.sides),
        spine=turned(grid.spine),
        code=turned(grid.code),
        ladders=turned(grid.ladders),
        names=tuple(turned(span) for span in grid.names),
    )
