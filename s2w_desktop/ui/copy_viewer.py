"""A copy of a document on screen: its pages as pictures in memory, one after the other, never as a file."""

from functools import partial
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.i18n.answer_texts import file_text
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.attachments import Attachments
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import PageHead
from s2w_desktop.ui.kit.panel import Panel, PanelKind, ScrollPage, row
from s2w_desktop.ui.kit.tasks import Report
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role

_LONGEST = 1600  # points of the longer side: small print of a page can be read
_WIDE = 1000
_SHARE = 0.9  # of the screen


class CopyViewer(QDialog):
    """Shows the pages of one copy. Closing it ends what is still being drawn."""

    def __init__(self, desk: Desk, attachments: Attachments, file: FileRef, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._attachments, self._file = desk, attachments, file
        self._stop = Event()
        self.pages: list[QLabel] = []
        theme, _ = desk.theme, desk.translator.gettext
        self.setWindowTitle(_("Skills to Work"))
        self.setModal(True)
        self._waiting = Label(theme, _("Opening the copy…"), Role.MUTED)
        self.spot = NoticeSpot(desk)
        self._stack = Panel(theme, kind=PanelKind.WINDOW, gap=14)
        self._stack.add(self.spot, self._waiting, None)
        self.close_button = Button(theme, _("Close"), ButtonKind.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self._scroll = ScrollPage(self._stack)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("Pages of the copy"))
        sheet = Panel(theme, kind=PanelKind.WINDOW, gap=12, margins=(20, 16, 20, 16))
        sheet.add(PageHead(theme, _("Copy of a document"), file_text(desk.translator, file)))
        sheet.box.addWidget(self._scroll, 1)
        sheet.add(row(theme, None, self.close_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(sheet)
        room = QGuiApplication.primaryScreen().availableSize() * _SHARE
        self.resize(min(room.width(), theme.px(_WIDE)), room.height())
        self._scroll.setFocus()
        self._draw(0)

    def done(self, result: int) -> None:
        self._stop.set()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop.set()
        super().closeEvent(event)

    def _draw(self, page: int) -> None:
        self._desk.tasks.run(partial(self._job, page), owner=self, done=partial(self._on_drawn, page), failed=self._on_failed)

    def _job(self, page: int, _report: Report) -> PagePicture:
        return self._attachments.page(self._file, page, _LONGEST, is_cancelled=self._stop.is_set)

    def _on_drawn(self, page: int, picture: PagePicture) -> None:
        _ = self._desk.translator.gettext
        shown = QLabel()
        shown.setPixmap(self._fitted(picture))
        shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        shown.setAccessibleName(fill(_("Page {number} of {count}"), number=page + 1, count=self._file.pages))
        self.pages.append(shown)
        self._stack.box.insertWidget(self._stack.box.indexOf(self._waiting), shown)
        is_last = page + 1 >= self._file.pages
        self._waiting.setVisible(not is_last)
        if not is_last and not self._stop.is_set():
            self._draw(page + 1)

    def _on_failed(self, error: Exception) -> None:
        self._waiting.hide()
        self.spot.show_failure(error)

    def _fitted(self, picture: PagePicture) -> QPixmap:
        """As wide as there is room, and no wider than it is."""
        image = QImage(picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
        drawn = QPixmap.fromImage(image.copy())  # the copy owns its bytes
        room = self.width() - self._desk.theme.px(80)
        smooth = Qt.TransformationMode.SmoothTransformation
        return drawn.scaledToWidth(room, smooth) if drawn.width() > room > 0 else drawn
