"""Handing over to headquarters: what, for whom, where to, and what was written."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from s2w_desktop.bundle.limits import LEAST_MOST_BYTES
from s2w_desktop.bundle.writing import Watch
from s2w_desktop.domain.errors import NotEnrolled
from s2w_desktop.services.exporting import ExportPlan, ExportResult
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.card import PageHead
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.panel import column
from s2w_desktop.ui.kit.tasks import Report
from s2w_desktop.ui.pages import hand_over_cards as cards
from s2w_desktop.ui.pages.stick_steps import WHAT, WHERE, WHOM, WRITTEN, StickSteps
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.target_choice import TargetPlace
from s2w_desktop.ui.wishes import GoTo


@dataclass(frozen=True)
class HandOverPlace:
    """The step, where to write, and what was written."""

    step: int
    target: TargetPlace
    is_for_mail: bool
    result: ExportResult | None
    focus: object


class HandOverPage(StickSteps):
    """What the person did not agree to stays here; everything else goes that headquarters has not confirmed."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        _ = desk.translator.gettext
        head = PageHead(desk.theme, _("Hand over"), _("To headquarters, by stick"))
        super().__init__(desk, head, _("Steps of the hand-over"))
        self._workplace = workplace
        self._result: ExportResult | None = None
        self._plan = self._make_plan()
        self._small = cards.small_files(desk)
        self.where_card.add(self._small)
        self.show_step(WHAT)

    @property
    def result(self) -> ExportResult | None:
        """What was written last."""
        return self._result

    @property
    def small_files(self) -> OptionGroup:
        """Whether several small files are written instead of one."""
        return self._small

    @property
    def is_for_mail(self) -> bool:
        """What is chosen there."""
        return bool(self._small.value())

    def place(self) -> object:
        return HandOverPlace(self.step, self.target.place(), self.is_for_mail, self._result, super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, HandOverPlace):
            self._result = place.result
            self.target.restore(place.target)
            self._small.set_value((cards.MAIL,) if place.is_for_mail else ())
            self.show_step(place.step)
            super().restore(place.focus)

    # --- steps ---

    def content(self, step: int) -> QWidget:
        desk = self.desk
        if self._plan is None:
            return column(desk.theme, cards.not_enrolled(desk), None)
        if step == WRITTEN and self._result is not None:
            return column(desk.theme, cards.written(desk, self._result, self._plan, for_mail=self.is_for_mail), None)
        if step == WHERE:
            return self.where_page
        if step == WHOM:
            words = cards.key_words(desk, self._plan.headquarters)
            return column(desk.theme, cards.whom(desk, self._plan.headquarters, words), None)
        return column(desk.theme, cards.what(desk, self._plan), None)

    def can_go_on(self, step: int) -> bool:
        return self._plan is None or step == WRITTEN or not self._plan.is_empty

    def next_words(self) -> str:
        return super().next_words() if self._plan else self.desk.translator.gettext("Get to know headquarters…")

    def next_icon(self) -> str:
        return super().next_icon() if self._plan else "shield"

    def go_on(self, step: int) -> None:
        if self._plan is None:
            self.asked.emit(GoTo(Route(Area.SETTINGS, topic="headquarters")))
        elif step == WRITTEN:
            self.asked.emit(GoTo(Route(Area.PROFILES)))
        else:
            self.show_step(step + 1)

    def begin_again(self) -> None:
        self._plan = self._make_plan()
        self.show_step(WHERE)

    def write_to(self, folder: Path) -> None:
        if self._plan is not None:
            most_bytes = LEAST_MOST_BYTES if self.is_for_mail else None
            job = partial(self._job, folder, self._plan.profiles, most_bytes)
            self.run(job, cards.writing_words(self.desk, self._plan.profiles), self._on_written)

    def _make_plan(self) -> ExportPlan | None:
        try:
            return self._workplace.exporting.plan()
        except NotEnrolled:
            return None

    def _job(self, folder: Path, total: int, most_bytes: int | None, report: Report) -> ExportResult:
        watch = Watch(progress=lambda done: report(min(done, total), total))
        return self._workplace.exporting.write(folder, watch, most_bytes=most_bytes)

    def _on_written(self, result: ExportResult) -> None:
        self._result = result
