"""The page and the columns on it, for one language or two, beside or above each other, in either direction."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from s2w_desktop.pdf.order import PaperOrder, PaperSize
from s2w_desktop.pdf.scripts import script_of

PAGE_WIDTH: Final = float(A4[0])
PAGE_HEIGHT: Final = float(A4[1])
MARGIN: Final = 18 * mm  # holes fit
TOP: Final = 18 * mm
BOTTOM: Final = 22 * mm
WIDTH: Final = PAGE_WIDTH - 2 * MARGIN

_SPINE_BETWEEN: Final = 30 * mm
_SPINE_BESIDE: Final = 24 * mm
_SPINE_LARGE: Final = 22 * mm
_GUTTER: Final = 3 * mm  # large years and dates with months fill their spine
_CODE: Final = 24 * mm
_CODE_LARGE: Final = 32 * mm
_BESIDE_CODE: Final = 3 * mm
_BETWEEN_FEET: Final = 8 * mm
LADDER_WIDTH: Final = 16 * mm


class Span(NamedTuple):
    """A stretch of the text area: its left end, counted from the left margin, and its width."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of a paper. `sides` holds the span of each language of the paper, in the order of the languages.

    With two languages side by side the spine stands between them; with one, or with one above the other, it stands at the
    start of the lines, and the text beside it keeps a readable measure. `code` is where the QR code stands, `heads` are the
    sides beside it, `names` those beside the ladders, and `feet` hold what each language says in the foot.
    """

    sides: tuple[Span, ...]
    heads: tuple[Span, ...]
    spine: Span
    code: Span
    ladders: Span
    names: tuple[Span, ...]
    feet: tuple[Span, ...]


def grid_for(order: PaperOrder) -> Grid:
    """The grid for one or two languages.

    The first language stands at the start side of its own direction: left if it runs left to right, else right. So both
    columns of a mixed pair keep to the outer margins, and a right-to-left reader begins where a page begins.
    """
    is_rtl = script_of(order.languages[0]).is_rtl
    is_double = len(order.languages) > 1 and not order.is_stacked
    grid = _double() if is_double else _single(len(order.languages), is_large=order.size is PaperSize.LARGE)
    return _mirrored(grid) if is_rtl else grid


def _double() -> Grid:
    side = (WIDTH - _SPINE_BETWEEN) / 2
    spine = Span(side, _SPINE_BETWEEN)
    sides = (Span(0, side), Span(side + _SPINE_BETWEEN, side))
    ladders_width = 5 * LADDER_WIDTH
    name = (WIDTH - ladders_width) / 2
    return Grid(
        sides=sides,
        heads=sides,
        spine=spine,
        code=spine,
        ladders=Span(name, ladders_width),
        names=(Span(0, name), Span(name + ladders_width, name)),
        feet=sides,
    )


def _single(languages: int, *, is_large: bool) -> Grid:
    """One column for all languages. Large type takes all the width, for a line of it holds few words."""
    spine = Span(0, _SPINE_LARGE if is_large else _SPINE_BESIDE)
    start, code = spine.width + _GUTTER, _CODE_LARGE if is_large else _CODE
    text = Span(start, WIDTH - start - (0 if is_large else code))
    head = Span(start, WIDTH - start - code - _BESIDE_CODE)
    ladders_width = 5 * LADDER_WIDTH
    name = Span(text.x, text.width - ladders_width)
    foot = (WIDTH - _BETWEEN_FEET) / 2
    return Grid(
        sides=(text,) * languages,
        heads=(head,) * languages,
        spine=spine,
        code=Span(WIDTH - code, code),
        ladders=Span(text.x + text.width - ladders_width, ladders_width),
        names=(name,) * languages,
        feet=(Span(0, WIDTH),) if languages == 1 else (Span(0, foot), Span(WIDTH - foot, foot)),
    )


def _mirrored(grid: Grid) -> Grid:
    def turned(span: Span) -> Span:
        return Span(WIDTH - span.x - span.width, span.width)

    def all_turned(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(turned(span) for span in spans)

    return Grid(
        sides=all_turned(grid.sides),
        heads=all_turned(grid.heads),
        spine=turned(grid.spine),
        code=turned(grid.code),
        ladders=turned(grid.ladders),
        names=all_turned(grid.names),
        feet=all_turned(grid.feet),
    )
