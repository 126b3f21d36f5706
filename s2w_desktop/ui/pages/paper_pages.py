"""The pages of a paper as pictures, one below the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.pdf.preview import page_count, render_page
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.tasks import Report
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour

SCREEN_DPI = 110


@dataclass(frozen=True)
class PaperOnScreen:
    """A paper and pictures of its pages."""

    pdf: bytes
    pages: tuple[PagePicture, ...]


def pictured(make: Callable[[], bytes], report: Report) -> PaperOnScreen:
    """Make a paper and draw its pages. A job for the background; raises what `make` raises, and Cancelled."""
    pdf = make()
    total = page_count(pdf)
    pages = []
    for page in range(total):
        report(page, total)
        pages.append(render_page(pdf, page, SCREEN_DPI))
    return PaperOnScreen(pdf, tuple(pages))


class PaperPages(QScrollArea):
    """Where the pages are shown, below what is chosen for them: so both have room when letters are large."""

    def __init__(self, desk: Desk, choices: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._sheet = Panel(desk.theme, gap=16, margins=(0, 4, 0, 16))
        scrolled = Panel(desk.theme, gap=8)
        scrolled.setObjectName("scrolled")
        scrolled.add(choices, self._sheet)
        scrolled.box.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(scrolled)
        self.setAccessibleName(desk.translator.gettext("Pages of the paper"))

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show these instead of those before."""
        _ = self._desk.translator.gettext
        self._sheet.clear()
        for place, picture in enumerate(pages, start=1):
            name = fill(_("Page {n} of {total}"), n=place, total=len(pages))
            self._sheet.box.addWidget(PageView(self._desk.theme, picture, name), 0, Qt.AlignmentFlag.AlignHCenter)


class PageView(QLabel):
    """One page as a picture, with a hairline around it."""

    def __init__(self, theme: Theme, picture: PagePicture, name: str) -> None:
        super().__init__()
        image = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
        page = QPixmap.fromImage(image.copy())  # the copy owns its bytes
        painter = QPainter(page)
        painter.setPen(theme.colour(Colour.LINE))
        painter.drawRect(0, 0, picture.width - 1, picture.height - 1)
        painter.end()
        self.setPixmap(page)
        self.setAccessibleName(name)
        self.setFixedSize(picture.width, picture.height)
