"""Handing over to headquarters: what, for whom, where to, and what was written."""

import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from s2w_desktop.bundle.writing import Watch
from s2w_desktop.domain.errors import NotEnrolled
from s2w_desktop.services.exporting import ExportPlan, ExportResult
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import TargetChoice, sticks
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import PageHead
from s2w_desktop.ui.kit.frame import WizardFrame
from s2w_desktop.ui.kit.panel import column, row
from s2w_desktop.ui.kit.progress import ProgressCard
from s2w_desktop.ui.kit.tasks import Report, Task
from s2w_desktop.ui.pages import hand_over_cards as cards
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.wishes import CountAgain, GoTo

WHAT, WHOM, WHERE, WRITTEN = range(4)


@dataclass(frozen=True)
class HandOverPlace:
    """The step, the folder chosen, and what was written."""

    step: int
    folder: str
    result: ExportResult | None
    focus: object


class HandOverPage(AreaPage):
    """Four steps; nothing is written before the third is confirmed, and everything written is read back."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace = workplace
        self._step = WHAT
        self._result: ExportResult | None = None
        self._task: Task | None = None
        _, theme = desk.translator.gettext, desk.theme
        self._back = Button(theme, _("Back"), icon="back")
        self._again = Button(theme, _("Write to another stick"), icon="usb")
        self._next = Button(theme, _("For whom"), ButtonKind.PRIMARY, icon="next", icon_last=True)
        self._footer = row(theme, self._back, self._again, None, self._next)
        self._spot = NoticeSpot(desk)
        self._target = TargetChoice(desk, sticks())
        self._target.set_folder(desk.book.settings.last_folder)
        self._target.edited.connect(self._tell_next)
        self._where = column(theme, cards.where(desk, self._target), None)  # kept, so that what was typed in it stays
        self._wizard = WizardFrame(
            theme, _("Steps of the hand-over"), (_("What"), _("For whom"), _("Where to"), _("Written")), self._footer
        )
        self.add(PageHead(theme, _("Hand over"), _("To headquarters, by stick")), self._spot)
        self.box.addWidget(self._wizard, 1)
        self._back.clicked.connect(self._on_back)
        self._again.clicked.connect(self._on_again)
        self._next.clicked.connect(self._on_next)
        self._plan = self._make_plan()
        self._show(WHAT)

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
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def result(self) -> ExportResult | None:
        """What was written last."""
        return self._result

    def first_focus(self) -> QWidget:
        return self._next if self._next.isEnabled() else self._back

    def place(self) -> object:
        return HandOverPlace(self._step, self._target.field.line.text(), self._result, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, HandOverPlace):
            self._result = place.result
            self._target.set_folder(place.folder)
            self._show(place.step)
            super().restore(place.focus)

    # --- steps ---

    def _make_plan(self) -> ExportPlan | None:
        try:
            return self._workplace.exporting.plan()
        except NotEnrolled:
            return None

    def _show(self, step: int) -> None:
        self._step = step
        self._spot.clear()
        _ = self.desk.translator.gettext
        self._wizard.set_page(self._page(step))
        states = (_("done"), _("here now"), _("to come"))
        if step == WRITTEN:
            self._wizard.set_finished(states[0])
        else:
            self._wizard.set_step(step, states=states)
        self._tell_next()
        self.first_focus().setFocus()

    def _page(self, step: int) -> QWidget:
        desk = self.desk
        if self._plan is None:
            return column(desk.theme, cards.not_enrolled(desk), None)
        if step == WRITTEN and self._result is not None:
            return column(desk.theme, cards.written(desk, self._result, self._plan), None)
        if step == WHERE:
            return self._where
        if step == WHOM:
            words = cards.key_words(desk, self._plan.headquarters)
            return column(desk.theme, cards.whom(desk, self._plan.headquarters, words), None)
        return column(desk.theme, cards.what(desk, self._plan), None)

    def _tell_next(self) -> None:
        _, plan = self.desk.translator.gettext, self._plan
        self._back.setVisible(WHAT < self._step < WRITTEN)
        self._again.setVisible(self._step == WRITTEN)
        self._next.set_icon(
            "shield" if plan is None else "check" if self._step == WRITTEN else "usb" if self._step == WHERE else "next"
        )
        if plan is None:
            self._next.set_words(_("Get to know headquarters…"))
        else:
            words = (_("For whom"), _("Where to"), _("Write and read back"), _("Finish"))
            self._next.set_words(words[self._step])
        ready = plan is None or self._step == WRITTEN or not plan.is_empty
        self._next.setEnabled(ready and (self._step != WHERE or self._target.folder() is not None))

    # --- what a person does ---

    def _on_back(self) -> None:
        self._show(self._step - 1)

    def _on_next(self) -> None:
        if self._plan is None:
            self.asked.emit(GoTo(Route(Area.SETTINGS, topic="headquarters")))
        elif self._step == WRITTEN:
            self.asked.emit(GoTo(Route(Area.PROFILES)))
        elif self._step == WHERE:
            self._write()
        else:
            self._show(self._step + 1)

    def _on_again(self) -> None:
        self._plan = self._make_plan()
        self._show(WHERE)

    def _write(self) -> None:
        folder, plan = self._target.folder(), self._plan
        if folder is None or plan is None:
            return
        settings = self.desk.book.settings
        self.desk.book.keep_if_possible(replace(settings, last_folder=str(folder)))
        started = time.monotonic()
        progress = ProgressCard(self.desk.theme, cards.writing_words(self.desk, plan))
        self._wizard.set_page(column(self.desk.theme, progress, None))
        self._footer.setEnabled(False)

        def tell(done: int, total: int) -> None:
            progress.set_progress(done, total, time.monotonic() - started)

        self._task = self.desk.tasks.run(
            partial(self._job, folder, plan.profiles), owner=self, done=self._on_written, failed=self._on_failed, progress=tell
        )
        progress.cancelled.connect(self._on_cancelled)
        progress.cancel_button.setFocus()

    def _job(self, folder: Path, total: int, report: Report) -> ExportResult:
        return self._workplace.exporting.write(folder, Watch(progress=lambda done: report(min(done, total), total)))

    def _on_cancelled(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_written(self, result: ExportResult) -> None:
        self._result = result
        self._footer.setEnabled(True)
        self._show(WRITTEN)
        self.asked.emit(CountAgain())
        announce(self, self.desk.translator.gettext(cards.WRITTEN_TITLE))

    def _on_failed(self, error: Exception) -> None:
        self._footer.setEnabled(True)
        self._plan = self._make_plan()
        self._show(WHERE)
        self._spot.show_failure(error)
