"""Head and foot of every page of a sheet: logo, notice, code, date and page number. All of it is artifact."""

from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.foot import FOOT_BASELINE, FOOT_SEPARATOR, draw_foot
from s2w_desktop.pdf.geometry import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, WIDTH
from s2w_desktop.pdf.paragraph import Align
from s2w_desktop.pdf.picture import LOGO_BOX, draw_picture, fitted
from s2w_desktop.pdf.scripts import NEUTRAL
from s2w_desktop.pdf.sheet_composer import SheetComposer
from s2w_desktop.pdf.styles import Role

_NOTICE_BASELINE: Final = PAGE_HEIGHT - 11 * mm
_LOGO_MIDDLE: Final = PAGE_HEIGHT - 10.5 * mm
_ABOVE_FOOT: Final = 3 * mm
_CLEARANCE: Final = 12.0


class SheetFurniture:
    """Prepared once for a sheet, painted on each of its pages."""

    def __init__(self, composer: SheetComposer) -> None:
        self._composer = composer
        sheet = composer.sheet
        self._foot = composer.text(
            NEUTRAL, Role.NOTE, FOOT_SEPARATOR.join(filter(None, (sheet.code, sheet.date))), align=Align.LEFT
        )
        notice = sheet.notice or {}
        self._notices = [
            composer.text(language, Role.NOTICE, notice.get(language, ""), align=Align.LEFT) for language in sheet.languages
        ]
        self._rule_y = FOOT_BASELINE + self._foot.style.size + _ABOVE_FOOT / 2

    @property
    def bottom(self) -> float:
        """Where the text area of a page ends."""
        return self._rule_y + _CLEARANCE

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint head and foot of one page."""
        number = self._composer.text(NEUTRAL, Role.NOTE, f"{page} / {pages}", align=Align.RIGHT)
        with canvas.artifact():
            draw_foot(canvas, self._foot, number, rule=self._rule_y)
            self._draw_notices(canvas)
            if page == 1:
                self._draw_logo(canvas)

    def _draw_notices(self, canvas: TaggedCanvas) -> None:
        """Each at the outer margin of its language; below each other where one line is too short for both."""
        is_one_line = sum(notice.natural_width() for notice in self._notices) + _CLEARANCE <= WIDTH
        for place, notice in enumerate(self._notices):
            is_right = self._composer.is_rtl != bool(place)
            x = PAGE_WIDTH - MARGIN - notice.natural_width() if is_right else MARGIN
            above = 0.0 if is_one_line else (len(self._notices) - 1 - place) * notice.style.leading
            notice.draw_line(canvas, x, _NOTICE_BASELINE + above)

    def _draw_logo(self, canvas: TaggedCanvas) -> None:
        """In the middle, where no notice comes."""
        logo = self._composer.sheet.logo
        if logo is not None:
            width, height = fitted(logo, LOGO_BOX)
            draw_picture(canvas, logo, (PAGE_WIDTH - width) / 2, _LOGO_MIDDLE - height / 2, (width, height))
