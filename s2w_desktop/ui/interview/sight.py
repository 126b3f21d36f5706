"""What of the section is in sight, and where in it the officer stands."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from s2w_desktop.services.places import Spot
from s2w_desktop.ui.interview.place import caret
from s2w_desktop.ui.interview.stage import SectionStage
from s2w_desktop.ui.kit.frame import InterviewFrame
from s2w_desktop.ui.kit.panel import lay_out_now

_MARGIN = 24


class Sight(QObject):
    """Scrolls the page of an interview, never with motion, and after what has just changed on it took its place."""

    def __init__(self, frame: InterviewFrame, stage: SectionStage, parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._stage = frame, stage
        stage.pushed.connect(self._on_pushed)

    @property
    def is_on_screen(self) -> bool:
        """Whether the interview is shown at all: its paper may stand in its place."""
        return self._frame.isVisible()

    def spot(self) -> Spot:
        """Where the officer stands."""
        stage, scrolled = self._stage, self._frame.scroll_page.verticalScrollBar().value()
        return Spot(stage.section.key, stage.entry, stage.active_path, caret(), scrolled)

    def scroll_to(self, scrolled: int) -> None:
        """Scroll to where the page stood, unless that takes the active question out of sight; nothing for -1."""
        if scrolled >= 0:
            self._stage.sheet.finish()  # there is no scrolling into what is not built yet
            QTimer.singleShot(0, self, partial(self._scroll_to, scrolled))

    def show_active(self) -> None:
        """Bring the active question in sight."""
        QTimer.singleShot(0, self, self._show_active)

    def show_focus(self) -> None:
        """Bring what has the focus in sight, if it is on the page."""
        QTimer.singleShot(0, self, self._show_focus)

    def _on_pushed(self, pixels: int) -> None:
        """What is in sight stays where it is when something is built above it."""
        bar = self._frame.scroll_page.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _scroll_to(self, scrolled: int) -> None:
        lay_out_now()  # heights first
        self._frame.scroll_page.verticalScrollBar().setValue(scrolled)
        self._show_active()

    def _show_active(self) -> None:
        active = self._stage.active
        if active is not None and self._stage.sheet.isAncestorOf(active):
            self._show(active)

    def _show_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._stage.sheet.isAncestorOf(focused):
            self._show(focused)

    def _show(self, widget: QWidget) -> None:
        page, margin = self._frame.scroll_page, self._frame.theme.px(_MARGIN)
        if widget.height() + margin > page.viewport().height():  # what does not fit is read from its beginning
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + widget.mapTo(page.viewport(), QPoint(0, 0)).y() - margin)
        else:
            page.ensureWidgetVisible(widget, 0, margin)
