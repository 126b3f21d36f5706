"""Pages that write a bundle to a stick in four steps: what, for whom, where to, and what was written."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, PageHead
from s2w_desktop.ui.kit.frame import WizardFrame
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.progress import ProgressCard, ProgressWords
from s2w_desktop.ui.kit.tasks import Job, Task
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.hand_over_cards import WRITTEN_TITLE, where
from s2w_desktop.ui.target_choice import TargetChoice
from s2w_desktop.ui.wishes import CountAgain

T = TypeVar("T")
WHAT, WHOM, WHERE, WRITTEN = range(4)


class StickSteps(AreaPage):
    """Nothing is written before the third step is confirmed, and everything written is read back.

    A class of its own says what each step shows and does. When it is built it shows a step with `show_step`.
    """

    def __init__(self, desk: Desk, head: PageHead, name: str) -> None:
        super().__init__(desk)
        self._step = WHAT
        self._task: Task | None = None
        _, theme = desk.translator.gettext, desk.theme
        self._back = Button(theme, _("Back"), icon="back")
        self._again = Button(theme, _("Write to another stick"), icon="usb")
        self._next = Button(theme, _("For whom"), ButtonKind.PRIMARY, icon="next", icon_last=True)
        self._footer = row(theme, self._back, self._again, None, self._next)
        self._spot = NoticeSpot(desk)
        self._target = TargetChoice(desk)
        self._target.set_folder(desk.book.settings.last_folder)
        self._target.edited.connect(self.tell_next)
        self._where_card = where(desk, self._target)
        self._where = column(theme, self._where_card, None)
        self._wizard = WizardFrame(theme, name, (_("What"), _("For whom"), _("Where to"), _("Written")), self._footer)
        self.add(head, self._spot)
        self.box.addWidget(self._wizard, 1)
        self._back.clicked.connect(self.go_back)
        self._again.clicked.connect(self.begin_again)
        self._next.clicked.connect(self._on_next)

    # --- what pages differ in ---

    def content(self, step: int) -> QWidget:
        """What a step shows; the third `where_page`."""
        raise NotImplementedError

    def can_go_on(self, step: int) -> bool:
        """Whether enough is known for the next step; at the third, of everything but the folder."""
        raise NotImplementedError

    def go_on(self, step: int) -> None:
        """The main action of the first two steps and of the last."""
        raise NotImplementedError

    def write_to(self, folder: Path) -> None:
        """The main action of the third step: calls `run`."""
        raise NotImplementedError

    def can_go_back(self, step: int) -> bool:
        """Whether there is a way back."""
        return WHAT < step < WRITTEN

    def go_back(self) -> None:
        """One step back."""
        self.show_step(self._step - 1)

    def begin_again(self) -> None:
        """The same to another stick."""
        self.show_step(WHERE)

    def next_words(self) -> str:
        """What the main action is called now."""
        _ = self.desk.translator.gettext
        return (_("For whom"), _("Where to"), _("Write and read back"), _("Finish"))[self._step]

    def next_icon(self) -> str:
        """The picture beside those words."""
        return {WRITTEN: "check", WHERE: "usb"}.get(self._step, "next")

    # --- the page ---

    @property
    def step(self) -> int:
        """The present step, counted from 0."""
        return self._step

    @property
    def target(self) -> TargetChoice:
        """Where to write."""
        return self._target

    @property
    def next_button(self) -> Button:
        """The one main action."""
        return self._next

    @property
    def back_button(self) -> Button:
        """Goes a step back."""
        return self._back

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def where_card(self) -> Card:
        """The card on that page; what else is asked there is added to it."""
        return self._where_card

    @property
    def where_page(self) -> Panel:
        """Where one chooses where to write; always the same one, so that what was typed in it stays."""
        return self._where

    def first_focus(self) -> QWidget:
        if self._next.isEnabled():
            return self._next
        return self._target.first_focus() if self._step == WHERE else self._back

    def show_step(self, step: int) -> None:
        """Show a step, without the message of the one before, with the focus where its work begins."""
        self._step = step
        self._spot.clear()
        _ = self.desk.translator.gettext
        self._wizard.set_page(self.content(step))
        states = (_("done"), _("here now"), _("to come"))
        if step == WRITTEN:
            self._wizard.set_finished(states[0])
        else:
            self._wizard.set_step(step, states=states)
        self.tell_next()
        self.first_focus().setFocus()

    def tell_next(self) -> None:
        """Say what the actions do now, and whether they can be done."""
        self._back.setVisible(self.can_go_back(self._step))
        self._again.setVisible(self._step == WRITTEN)
        self._next.set_icon(self.next_icon())
        self._next.set_words(self.next_words())
        has_place = self._step != WHERE or self._target.folder() is not None
        self._next.setEnabled(has_place and self.can_go_on(self._step))

    def run(self, job: Job[T], words: ProgressWords, done: Callable[[T], None]) -> None:
        """Write in the background. `done` keeps what came of it; then the last step is shown, or after a failure the third."""
        started = time.monotonic()
        progress = ProgressCard(self.desk.theme, words)
        self._wizard.set_page(column(self.desk.theme, progress, None))
        self._footer.setEnabled(False)

        def tell(finished: int, total: int) -> None:
            progress.set_progress(finished, total, time.monotonic() - started)

        def on_done(written: T) -> None:
            done(written)
            self._footer.setEnabled(True)
            self.show_step(WRITTEN)
            self.asked.emit(CountAgain())
            announce(self, self.desk.translator.gettext(WRITTEN_TITLE))

        self._task = self.desk.tasks.run(job, owner=self, done=on_done, failed=self._on_failed, progress=tell)
        progress.cancelled.connect(self._task.cancel)
        progress.cancel_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._footer.setEnabled(True)
        self.begin_again()
        self._spot.show_failure(error)

    def _on_next(self) -> None:
        if self._step != WHERE:
            self.go_on(self._step)
            return
        folder = self._target.folder()
        if folder is not None:
            settings = self.desk.book.settings
            self.desk.book.keep_if_possible(replace(settings, last_folder=str(folder)))
            self.write_to(folder)
