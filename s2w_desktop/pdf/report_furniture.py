"""Head and foot of every page of a report. All of it is artifact."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.i18n.isolation import isolate, isolate_ltr
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.foot import FOOT_SEPARATOR, draw_foot
from s2w_desktop.pdf.geometry import BOTTOM, MARGIN, PAGE_HEIGHT, WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import Role

_NOTICE_BASELINE: Final = PAGE_HEIGHT - 11 * mm
_PAGE_NUMBER: Final = 18 * mm


class ReportFurniture:
    """Prepared once for a report, painted on each of its pages."""

    def __init__(self, composer: ReportComposer) -> None:
        composer.place = "furniture"
        self._composer = composer
        self._notice = composer.text(Role.NOTICE, composer.words.notice)
        self._foot = _fitting(composer, composer.words.foot)

    @property
    def bottom(self) -> float:
        """Where the text area of a page ends."""
        return BOTTOM

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint head and foot of one page."""
        composer = self._composer
        number = composer.text(Role.NOTE, isolate_ltr(f"{page} / {pages}"), align=composer.end)
        with canvas.artifact():
            self._notice.draw_line(canvas, MARGIN + WIDTH if composer.is_rtl else MARGIN, _NOTICE_BASELINE)
            draw_foot(canvas, self._foot, number, is_rtl=composer.is_rtl)


def _fitting(composer: ReportComposer, parts: Sequence[str]) -> ShapedParagraph:
    """As many of the parts as stand on one line beside the number of the page."""
    line = composer.text(Role.NOTE, FOOT_SEPARATOR.join(map(isolate, parts)))
    return line if line.natural_width() <= WIDTH - _PAGE_NUMBER or len(parts) == 1 else _fitting(composer, parts[:-1])
