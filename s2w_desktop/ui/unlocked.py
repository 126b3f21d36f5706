"""What the window shows once a store is open: the work area, an interview, the paper of one; and how all that is closed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.consent import Purpose, declined
from s2w_desktop.domain.errors import S2wError, UnknownProfile
from s2w_desktop.domain.exchange_errors import ProfileErased
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.rejections import Rejection
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.concept_finding import ConceptFinding
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.doors import Doors
from s2w_desktop.ui.interview import unkept
from s2w_desktop.ui.interview.amending import ReasonDialog
from s2w_desktop.ui.interview.colleagues import ColleaguesBand
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.pages.asides import aside_page
from s2w_desktop.ui.put_aside import PutAsideBand
from s2w_desktop.ui.routes import ASIDES, Area, Route
from s2w_desktop.ui.scenes import Build, Scene, sheet_scene
from s2w_desktop.ui.training_band import TrainingBand
from s2w_desktop.ui.wishes import GoBack, GoTo, OpenInterview, Wish
from s2w_desktop.ui.work import WorkArea
from s2w_desktop.ui.wrong_clock import ClockBand


class Stage(Protocol):
    """What is needed of the window."""

    @property
    def ground(self) -> QWidget:
        """The parent for a scene that is being built: it need not be moved into the window when it is full, which is slow."""

    def show_scene(self, build: Build, place: object = None) -> None:
        """Fill the window; with a place, go on there."""

    def present_place(self) -> object:
        """The place in the present scene."""

    def fulfil(self, wish: Wish) -> None:
        """Do what a page asked of the window."""

    def lock(self) -> None:
        """Close everything and ask for the passphrase in a new process."""

    def pause(self) -> None:
        """Cover the window."""

    def tell(self, error: Exception) -> None:
        """Show a failure that belongs to no page."""


@dataclass
class _Interview:
    """The interview that is open. `page` is None while its paper is shown.

    `is_offer_due` while a question for the officer waits, because the person looks at the screen.
    """

    session: EditingSession
    page: InterviewPage | None = None
    place: object = None
    scene: QWidget | None = None
    desk: Desk | None = None
    is_offer_due: bool = False

    def finish(self) -> None:
        if self.page is not None:
            self.page.finish_session()
        else:
            self.session.close()


class Unlocked:
    """The scenes of one open store. At most one interview is open."""

    def __init__(self, workplace: Workplace, doors: Doors, stage: Stage) -> None:
        self.workplace, self._doors, self._stage = workplace, doors, stage
        self._interview: _Interview | None = None
        self._work_place: object = None
        self._after_asking: Callable[[], object] = self._leave_interview
        self.reason: ReasonDialog | None = None

    def work_scene(self, desk: Desk) -> Scene:
        """Sidebar and areas."""
        area = WorkArea(desk, self.workplace, self._doors)
        area.asked.connect(self._on_asked)
        area.lock_asked.connect(self._stage.lock)
        return Scene(area, area.place, area.restore, area.start, help_page=lambda: area.route.area)

    def save_interview(self) -> None:
        """Commit what the open interview shows; the page tells when that is not possible."""
        if self._interview is not None and self._interview.page is not None:
            self._interview.page.editor.save_now()

    def close_interview(self) -> None:
        """Save and seal the interview that is open, if there is one. Raises what the store raises; then it stays open.

        An interview of somebody who was erased meanwhile is over too: it cannot be saved, and nothing of it is kept.
        """
        if self._interview is not None:
            try:
                self._interview.finish()
            except (ProfileErased, UnknownProfile):
                self._interview = None
                raise
            self._interview = None

    @property
    def holds_unkept(self) -> bool:
        """Whether an interview is open that would be gone with the window."""
        return self._interview is not None and not self._interview.session.is_kept

    @property
    def asks_before_closing(self) -> bool:
        """Whether something has to be asked before the open interview is left."""
        return self._interview is not None and (self.holds_unkept or self._interview.session.wants_reason)

    def ask_before_closing(self, then: Callable[[], object]) -> None:
        """Ask whether the open interview may be gone, or why it was changed; `then` is called when that is settled."""
        interview = self._interview
        if interview is None or interview.desk is None or interview.scene is None:
            return
        self._after_asking = then
        if interview.session.wants_reason:
            self.reason = ReasonDialog(interview.desk, interview.scene)
            self.reason.noted.connect(self._on_reason_noted)
            self.reason.open()
            return
        question = unkept.ask_to_forget(interview.desk, interview.scene)
        question.chosen.connect(self._on_forgetting_decided)
        question.open()

    def close(self) -> None:
        """Seal and free the store. Raises what the store raises; then everything stays open."""
        self.close_interview()
        self.workplace.close()

    def _on_asked(self, wish: Wish) -> None:
        if isinstance(wish, OpenInterview):
            self._work_place = self._stage.present_place()
            self._interview = _Interview(wish.session)
            self._stage.show_scene(self._interview_scene, self.workplace.places.last(wish.session.profile.id))
        else:
            self._stage.fulfil(wish)

    def _interview_scene(self, desk: Desk) -> Scene:
        if self._interview is None:
            return self.work_scene(desk)
        finding = ConceptFinding(self.workplace.concepts, desk.catalogues, desk.tasks)
        jobs = desk.jobs.knowing(self.workplace.store.profiles.counts("occupation")) if desk.jobs else None
        page = InterviewPage(
            replace(desk, concepts=finding, jobs=jobs), self.workplace, self._interview.session, self._stage.ground
        )
        page.closed.connect(self._on_interview_closed)
        page.pause_asked.connect(self._stage.pause)
        page.preview_asked.connect(self._on_preview)
        page.editor.changed.connect(self._on_changed)
        page.showing.ended.connect(self._on_shown)
        interview = self._interview
        interview.page, interview.desk, interview.scene = page, desk, self._with_bands(desk, page)
        return Scene(
            interview.scene,
            page.place,
            page.restore,
            lambda: page.restore(page.place()),
            code=page.case_number(),
            help_page=lambda: page.place().section,
        )

    def _on_interview_closed(self) -> None:
        if self.asks_before_closing:
            self.ask_before_closing(self._leave_interview)
        else:
            self._leave_interview()

    def _put_aside(self, session: EditingSession) -> tuple[Rejection, ...]:
        """What headquarters could not take of the profile that is open."""
        return self.workplace.store.rejections.of([session.profile.id]).get(session.profile.id, ())

    def _on_said_right(self) -> None:
        """The officer leaves; what headquarters refused goes again, as it does with any change that was made."""
        interview = self._interview
        if interview is None or self.asks_before_closing:
            self._on_interview_closed()
        else:
            self._leave_interview(partial(self.workplace.interviews.say_again, interview.session.profile.id))

    def _on_reason_noted(self, reason: str, words: str) -> None:
        if self._interview is not None:
            self._interview.session.note_reason(reason, words)
            self._after_asking()

    def _on_forgetting_decided(self, way: str) -> None:
        interview = self._interview
        if interview is None:
            return
        if way == unkept.PAPER and interview.page is not None:
            self._on_preview(interview.session.profile.id)
        elif way == unkept.FORGET:
            self._forget(interview)

    def _forget(self, interview: _Interview) -> None:
        try:
            self.workplace.interviews.forget(interview.session)
        except S2wError as error:
            self._stage.tell(error)
            return
        self._interview = None
        self._after_asking()

    def _on_changed(self, path: str) -> None:
        """Somebody who does not want to be kept on the laptop is offered what that means."""
        interview = self._interview
        if path == Purpose.KEEP_ON_DEVICE.path and interview is not None:
            interview.is_offer_due = True
            self.ask_what_is_due()

    def _on_shown(self) -> None:
        if self._interview is not None and self._interview.page is not None:
            QTimer.singleShot(0, self._interview.page, self.ask_what_is_due)  # not before a cover that ended it lies there

    def ask_what_is_due(self) -> None:
        """Ask the officer what came up while the person looked at the screen, or while it was covered."""
        interview = self._interview
        if interview is None or not interview.is_offer_due or interview.page is None or interview.desk is None:
            return
        if interview.page.showing.window is not None or not interview.page.isEnabled():
            return
        interview.is_offer_due = False
        if interview.session.is_kept and declined(interview.session.profile, Purpose.KEEP_ON_DEVICE):
            question = unkept.offer_to_keep_nothing(interview.desk, interview.page)
            question.chosen.connect(self._on_keeping_decided)
            question.open()

    def _on_keeping_decided(self, way: str) -> None:
        if way != unkept.KEEP_NOTHING or self._interview is None:
            return
        try:
            self.workplace.interviews.stop_keeping(self._interview.session)
        except S2wError as error:
            self._stage.tell(error)
        else:
            self._stage.show_scene(self._interview_scene, self._stage.present_place())

    def _leave_interview(self, then: Callable[[], object] = lambda: None) -> None:
        try:
            self.close_interview()
            then()
        except S2wError as error:
            if self._interview is None:
                self._stage.show_scene(self.work_scene, self._work_place)
            self._stage.tell(error)
        else:
            self._stage.show_scene(self.work_scene, self._work_place)

    def _on_preview(self, profile: ProfileId) -> None:
        if self._interview is None:
            return
        self.save_interview()
        self._interview.place, self._interview.page = self._stage.present_place(), None
        self._show_aside(Route(Area.PREVIEW, profile))

    def _show_aside(self, route: Route) -> None:
        """A page about the profile of the open interview, in its place."""
        session = self._interview.session if self._interview is not None else None

        def build(desk: Desk) -> Scene:
            page = aside_page(desk, self.workplace, route, session)
            scene = sheet_scene(page, route.area, self._on_aside_asked)
            widget = self._with_bands(desk, page)
            if self._interview is not None:
                self._interview.scene = widget
            return Scene(widget, scene.place, scene.restore, scene.start, help_page=scene.help_page)

        self._stage.show_scene(build)

    def _on_aside_asked(self, wish: Wish) -> None:
        match wish:
            case GoBack() if self._interview is not None:
                self._stage.show_scene(self._interview_scene, self._interview.place)
            case GoTo(route=route) if route.area in ASIDES:
                self._show_aside(route)
            case _:
                self._stage.fulfil(wish)

    def _with_bands(self, desk: Desk, page: QWidget) -> QWidget:
        """The page, under bands: all is invented, nothing is kept, colleagues are at it too, the clock is wrong."""
        bands: list[Panel] = [TrainingBand(desk)] if self.workplace.station.training else []
        if self.holds_unkept:
            bands.append(unkept.UnkeptBand(desk))
        if self._interview is not None and self._interview.session.colleagues:
            bands.append(ColleaguesBand(desk, self._interview.session))
        if self._interview is not None and (told := self._put_aside(self._interview.session)):
            band = PutAsideBand(desk, told)
            band.said_right.connect(self._on_said_right)
            bands.append(band)
        bands.append(ClockBand(desk, self.workplace))
        sheet = Panel(desk.theme, gap=0)
        sheet.add(*bands)
        sheet.box.addWidget(page, 1)
        return sheet
