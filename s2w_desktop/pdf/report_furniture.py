"""Head and foot of every page of a report. All of it is artifact."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.i18n.isolation import isolate, isolate_ltr
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.geometry import BOTTOM, MARGIN, PAGE_HEIGHT, WIDTH
from s2w_desktop.pdf.paragraph import ShapedParagraph
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.styles import RULE, Role

_NOTICE_BASELINE: Final = PAGE_HEIGHT - 11 * mm
_FOOT_BASELINE: Final = 10.5 * mm
_RULE_Y: Final = 14.5 * mm
_PAGE_NUMBER: Final = 18 * mm
_SEPARATOR: Final = "   ·   "


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
        number = composer.text(Role.NOTE, isolate_ltr(f"{page} / {pages}"))
        start, end = (MARGIN + WIDTH, MARGIN) if composer.is_rtl else (MARGIN, MARGIN + WIDTH - number.natural_width())
        with canvas.artifact():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.5)
            canvas.line(MARGIN, _RULE_Y, MARGIN + WIDTH, _RULE_Y)
            self._notice.draw_line(canvas, start, _NOTICE_BASELINE)
            self._foot.draw_line(canvas, start, _FOOT_BASELINE)
            number.draw_line(canvas, end + (number.natural_width() if composer.is_rtl else 0.0), _FOOT_BASELINE)


def _fitting(composer: ReportComposer, parts: Sequence[str]) -> ShapedParagraph:
    """As many of the parts as stand on one line beside the number of the page."""
    line = composer.text(Role.NOTE, _SEPARATOR.join(map(isolate, parts)))
    return line if line.natural_width() <= WIDTH - _PAGE_NUMBER or len(parts) == 1 else _fitting(composer, parts[:-1])
