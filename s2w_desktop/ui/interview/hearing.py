"""Recorded questions in an interview: their keys, and silence as soon as another question is active."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from s2w_desktop.i18n.formats import percent
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.forms.question import block_of
from s2w_desktop.ui.interview.showing import Showing
from s2w_desktop.ui.interview.stage import SectionStage
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.shortcuts import Act


class Hearing(QObject):
    """Plays the active question, on the page and in show-mode. Without recordings on this machine the keys do nothing."""

    def __init__(self, desk: Desk, stage: SectionStage, showing: Showing, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._stage, self._showing = desk, stage, showing
        showing.replay_asked.connect(self.toggle)
        showing.louder_asked.connect(self.raise_volume)
        application = QApplication.instance()
        if desk.replay is not None and isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
            desk.replay.changed.connect(self._on_changed)

    def keys(self) -> Mapping[Act, Callable[[], object]]:
        """What the keys do."""
        return {Act.REPLAY: self.toggle, Act.LOUDER: self.raise_volume}

    def toggle(self) -> None:
        """Play the active question, or stop; nothing where it was not recorded."""
        block = self._stage.active
        if block is None or block.replay is None or not block.isVisible():
            return
        block.replay.toggle()
        if block.replay.notice is not None and self._showing.window is not None:
            self._showing.window.sheet.offer_replay(offered=False)  # the notice waits on the card: it is the officer's

    def raise_volume(self) -> None:
        """One step louder."""
        if self._desk.replay is not None:
            tr, owner = self._desk.translator, self.parent()
            _, now = tr.gettext, percent(tr, self._desk.replay.raise_volume() / 100)
            if isinstance(owner, QWidget):
                announce(owner, fill(_("Volume: {percent}"), percent=now))

    def _on_changed(self) -> None:
        window = self._showing.window
        if window is not None and self._desk.replay is not None:
            window.sheet.show_playing(is_playing=self._desk.replay.playing is not None)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        there = block_of(new)
        if there is None:
            return
        for block in self._stage.sheet.built.values():
            if block is not there and block.replay is not None:
                block.replay.rest()
