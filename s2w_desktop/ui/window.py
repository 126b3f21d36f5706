"""The one window: first run, unlock, work area or interview, under one focus ring, one cover and one lock."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable  # noqa: TC003  # dataclass fields are read at run time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.ui.capture import CaptureGuard, Shield
from s2w_desktop.ui.clipboard import ClipboardGuard
from s2w_desktop.ui.cover import Cover, CoverState
from s2w_desktop.ui.errors import NoticeDialog, notice_text
from s2w_desktop.ui.help_window import HelpWindow
from s2w_desktop.ui.idle import IdleWatch
from s2w_desktop.ui.idle_notice import IdleNotice
from s2w_desktop.ui.kit.focus import FocusRing
from s2w_desktop.ui.languages import language_names
from s2w_desktop.ui.looks import AskSystem, look_for, scale_for, system_look
from s2w_desktop.ui.scenes import Build, Scene, first_run_scene, unlock_scene
from s2w_desktop.ui.shortcuts import Act, Where, bind
from s2w_desktop.ui.system_words import SystemSpeech
from s2w_desktop.ui.titles import window_title
from s2w_desktop.ui.wishes import EnterStore, SwitchStore, UseSettings, Wish

if TYPE_CHECKING:
    from s2w_desktop.services.settings import Settings
    from s2w_desktop.services.workplace import Workplace
    from s2w_desktop.ui.desk import Desk
    from s2w_desktop.ui.doors import Doors
    from s2w_desktop.ui.unlocked import Unlocked

LEAST_WIDTH, LEAST_HEIGHT = 800, 560


@dataclass(frozen=True)
class Leaving:
    """How the process ends: `finish` waits for work under way, `restart` replaces the process and leaves nothing in memory.

    `switch` does as `restart`, for the person's other store: from real to training and back.
    """

    finish: Callable[[], None]
    restart: Callable[[], None]
    switch: Callable[[], None]


class MainWindow(QMainWindow):
    """Shows one scene at a time and builds it anew when the interface language changes."""

    def __init__(
        self,
        *,
        desk: Desk,
        doors: Doors,
        leaving: Leaving,
        seconds: Callable[[], float] = time.monotonic,
        shield: Shield | None = None,
        system: AskSystem = system_look,
    ) -> None:
        super().__init__()
        self._system = system
        self._desk, self._doors, self._leaving, self._seconds = desk, doors, leaving, seconds
        self._unlocked: Unlocked | None = None
        self._capture = CaptureGuard(shield, self)
        self._is_over = False
        self._speech = SystemSpeech()
        self._speech.speak(desk.translator)
        if desk.theme.is_training != doors.training:
            desk.theme.set_training(doors.training)
        self._follow_capture()
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._build: Build = partial(unlock_scene, doors) if doors.has_store() else partial(first_run_scene, doors)
        self._scene = self._built()
        self.setCentralWidget(self._scene.widget)
        self._ring = FocusRing(desk.theme, self)
        self._cover = self._new_cover()
        self._clipboard = ClipboardGuard(self)
        self._idle = IdleWatch(minutes=desk.book.settings.lock_after_minutes, seconds=seconds, parent=self)
        self._idle_notice = IdleNotice(desk, self, self._idle)
        self._idle.expired.connect(self.lock)
        self._bind_keys()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_look)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_look)
        self._name()
        self._scene.start()

    @property
    def desk(self) -> Desk:
        """What the scene stands on now."""
        return self._desk

    @property
    def scene(self) -> QWidget:
        """What fills the window."""
        return self._scene.widget

    @property
    def ground(self) -> QWidget:
        """The parent for a scene that is being built: it need not be moved into the window when it is full, which is slow."""
        return self

    @property
    def unlocked(self) -> Unlocked | None:
        """The open store, if one is."""
        return self._unlocked

    @property
    def cover(self) -> Cover:
        """The privacy cover."""
        return self._cover

    @property
    def idle(self) -> IdleWatch:
        """The watch that locks an abandoned window."""
        return self._idle

    # --- scenes ---

    def show_scene(self, build: Build, place: object = None) -> None:
        """Fill the window. `place` is one that a scene of the same kind gave; without it work begins at the start."""
        self._build = build
        self._scene = self._built()
        self.setCentralWidget(self._scene.widget)  # the one before is deleted when its own event is over
        self._name()
        if place is None:
            self._scene.start()
        else:
            self._scene.restore(place)

    def present_place(self) -> object:
        """The place in the present scene."""
        return self._scene.place()

    def fulfil(self, wish: Wish) -> None:
        """Do what a page asked of the window."""
        match wish:
            case EnterStore(workplace=workplace):
                self._enter(workplace)
            case UseSettings(settings=settings):
                self.use(settings)
            case SwitchStore():
                if self._finish():
                    self._leaving.switch()

    def _built(self) -> Scene:
        scene = self._build(self._desk)
        if scene.asked is not None:
            scene.asked.connect(self.fulfil)
        return scene

    def _enter(self, workplace: Workplace) -> None:
        from s2w_desktop.ui.unlocked import Unlocked  # start-up: only after unlocking

        station = workplace.station
        if not station.training:  # both stores share the settings, and the words name the real one
            words = ", ".join(part for part in (station.device_name, station.centre) if part)
            self._desk.book.keep_if_possible(replace(self._desk.book.settings, station_words=words))
        self._unlocked = Unlocked(workplace, self._doors, weakref.proxy(self))  # it must not keep the window
        self._desk.theme.set_training(station.training)
        self._follow_capture()
        self._cover = self._new_cover()
        self._idle.begin()
        self.show_scene(self._unlocked.work_scene)

    # --- settings, live ---

    def use(self, settings: Settings) -> None:
        """Use and keep the settings; the window follows at once, with the caret where it was."""
        before = self._desk.book.settings
        try:
            self._desk.book.keep(settings)
        except S2wError as error:
            self.tell(error)
        self._idle.set_minutes(settings.lock_after_minutes)
        self._follow_capture()
        if (settings.look, settings.text_scale) != (before.look, before.text_scale):
            self._follow_look()
        if settings.language != before.language:
            self._speak(settings.language)

    def _speak(self, code: str) -> None:
        """Build the scene anew in another language, and go on at the same place."""
        if self._unlocked is not None:
            self._unlocked.save_interview()
        place = self._scene.place()
        self._desk = replace(self._desk, translator=self._desk.catalogues.translator_or_english(code))
        direction = Qt.LayoutDirection.RightToLeft if self._desk.translator.is_rtl else Qt.LayoutDirection.LeftToRight
        self._desk.theme.set_direction(direction)
        self._speech.speak(self._desk.translator)
        self._cover.deleteLater()
        self._cover = self._new_cover()
        self._idle_notice.deleteLater()
        self._idle_notice = IdleNotice(self._desk, self, self._idle)
        self.show_scene(self._build, place)

    def _follow_capture(self) -> None:
        """Pictures of our windows are blocked, but in training somebody may allow them."""
        allowed = self._desk.theme.is_training and self._desk.book.settings.is_capture_allowed
        self._capture.set_blocked(blocked=not allowed)

    def _follow_look(self) -> None:
        """Colours, contrast and text size as they are chosen, or as the system has them now."""
        theme, settings, system = self._desk.theme, self._desk.book.settings, self._system()
        look, scale = look_for(settings.look, system), scale_for(settings.text_scale, system)
        if look is not theme.look:
            theme.set_look(look)
        if scale != theme.text_scale:
            theme.set_text_scale(scale)

    def event(self, event: QEvent) -> bool:
        """The system's font has no signal of its own: a change of its theme is told to each window."""
        if event.type() == QEvent.Type.ThemeChange:
            self._follow_look()
        return super().event(event)

    def _on_language_asked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code, words in language_names(self._desk.catalogues, self._desk.translator):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(code == self._desk.translator.code)
            action.setData(code)
            menu.addAction(action)
        menu.triggered.connect(self._on_language_chosen)
        menu.popup(self.mapToGlobal(self.rect().center()))
        menu.setActiveAction(menu.actions()[0])

    def _on_language_chosen(self, action: QAction) -> None:
        self.use(replace(self._desk.book.settings, language=str(action.data())))

    # --- keys, cover, lock ---

    def _bind_keys(self) -> None:
        slots = {
            Act.KEYS: self._on_keys_asked,
            Act.LANGUAGE: self._on_language_asked,
            Act.COVER: self._on_cover_asked,
            Act.PAUSE: self.pause,
            Act.QUIT: self._on_quit_asked,
        }
        bind(self, Where.EVERYWHERE, slots)

    def pause(self) -> None:
        """Cover the window until the passphrase is typed; what is on it stays as it is."""
        self._clipboard.clear()
        if self._unlocked is not None:
            self._unlocked.save_interview()
        self._cover.pause()

    def lock(self) -> None:
        """Save and close everything, and ask for the passphrase in a new process.

        When saving fails, or an interview is open of which nothing is kept, pause instead.
        """
        if self._is_over:
            return
        self._clipboard.clear()
        if self._desk.replay is not None:
            self._desk.replay.stop()
        if self._unlocked is None:
            self._cover.pause()
            return
        if self._unlocked.holds_unkept:  # a new process would forget what the person has not on paper yet
            self._cover.pause()
        elif self._finish():
            self._leaving.restart()

    def tell(self, error: Exception) -> None:
        """Show a failure that belongs to no page."""
        if isinstance(error, S2wError):
            NoticeDialog(self._desk, notice_text(self._desk.translator, error), self).open()
        else:
            raise error

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._unlocked is not None and self._unlocked.asks_before_closing:
            event.ignore()
            self._unlocked.ask_before_closing(self.close)
        elif self._is_over or self._finish():
            event.accept()
        else:
            event.ignore()

    def _finish(self) -> bool:
        """Seal, wait for work under way, free the store. Not done when the store refuses: then the window is only covered."""
        try:
            if self._unlocked is not None:
                self._unlocked.close_interview()
            self._leaving.finish()
            if self._unlocked is not None:
                self._unlocked.close()
        except S2wError as error:
            self._cover.pause()
            self.tell(error)
            return False
        self._clipboard.clear()
        self._is_over = True
        return True

    def _new_cover(self) -> Cover:
        guard = self._doors.seconds_to_wait if self._unlocked is not None else None
        cover = Cover(self._desk, self, seconds=self._seconds, guard=guard)
        cover.passphrase_typed.connect(self._check)
        cover.opened.connect(self._idle_again)
        return cover

    def _idle_again(self) -> None:
        if self._unlocked is not None:
            self._idle.begin()
            self._unlocked.ask_what_is_due()

    def _check(self, passphrase: str) -> None:
        if self._unlocked is None:
            return
        workplace, cover = self._unlocked.workplace, self._cover
        self._desk.tasks.run(
            lambda _report: self._doors.check(passphrase, workplace),
            owner=self,
            done=lambda _nothing: cover.open_now(),
            failed=cover.refuse,
        )

    def _on_cover_asked(self) -> None:
        self._cover.press()

    def _on_keys_asked(self) -> None:
        if self._cover.state is CoverState.OPEN and not isinstance(QApplication.activeModalWidget(), HelpWindow):
            HelpWindow(self._desk, self._scene.help_page(), self).open()

    def _on_quit_asked(self) -> None:
        if self._cover.state is CoverState.OPEN:
            self.close()

    def _name(self) -> None:
        self.setWindowTitle(window_title(self._desk, self._scene.code))
