"""Measures how long each section is worked on: signs of life while the interview is on screen and not covered."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.stopwatch import Stopwatch
from s2w_desktop.ui.idle import SignsOfLife

_LEAST_SECONDS = 1.0  # a moving mouse tells nothing more within that time


class SectionTiming(QObject):
    """Counts as long as its page, the parent, lives.

    The privacy cover disables the page, and so ends the counting until it is enabled again.
    """

    def __init__(self, page: QWidget, session: EditingSession, sources: Sources) -> None:
        super().__init__(page)
        self._sources = sources
        self._watch = Stopwatch(session.spend)
        self._last = self._now()
        page.installEventFilter(self)
        SignsOfLife(self).seen.connect(self._on_sign_of_life)

    def enter(self, section: str) -> None:
        """Count for this section from now on."""
        self._watch.enter(section, self._now())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() == QEvent.Type.EnabledChange:
            self._on_enabled_changed()
        return False

    def _on_sign_of_life(self) -> None:
        now = self._now()
        if not 0 <= now - self._last < _LEAST_SECONDS and self._is_seen():
            self._last = now
            self._watch.touch(now)

    def _on_enabled_changed(self) -> None:
        if self._is_seen():
            self._watch.touch(self._now())
        else:
            self._watch.stop(self._now())

    def _is_seen(self) -> bool:
        page = self.parent()
        return isinstance(page, QWidget) and page.isVisible() and page.isEnabled()

    def _now(self) -> float:
        return self._sources.now().timestamp()
