"""Conflicts at headquarters: which profiles have different answers, and a person's decision between them, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.i18n.formats import number, time_of_day
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.claims import ClaimKind, Holder
from s2w_desktop.services.conflicts import ProfileConflicts, Take, WaitingProfile
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Card, EmptyState, NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.panel import FoldingRow, row
from s2w_desktop.ui.kit.text import Label, Mark, turn_visible
from s2w_desktop.ui.kit.tokens import ICON, Colour, Role
from s2w_desktop.ui.pages.base import AreaPage
from s2w_desktop.ui.pages.conflicts_detail import ConflictDetail
from s2w_desktop.ui.pages.conflicts_two_people import TwoPeopleQuestion
from s2w_desktop.ui.places import FocusPlace
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.wishes import CountAgain, GoTo, OpenInterview

_MOST_LISTED = 200
_LIST_WIDTH, _LIST_HEIGHT, _ANY = 226, 78, 16_777_215  # the last is Qt's QWIDGETSIZE_MAX
_TWO_COLUMNS = 820  # a narrower page shows the questions below the list


@dataclass(frozen=True)
class ConflictsPlace:
    """The profile shown, and what was chosen and not kept yet."""

    profile: ProfileId | None
    staged: Mapping[ProfileId, Mapping[str, int]]
    focus: object


class ConflictsPage(AreaPage):
    """Nothing is decided before a person keeps it; what is kept can be taken back."""

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk)
        self._workplace, self._conflicts = workplace, workplace.office.conflicts
        self._waiting: list[WaitingProfile] = []
        self._seen: ProfileConflicts | None = None
        self._staged: dict[ProfileId, dict[str, int]] = {}
        self._last: tuple[ProfileId, RevisionId] | None = None
        _, theme = desk.translator.gettext, desk.theme
        self._head = PageHead(theme, _("Conflicts"), " ")
        self._spot = NoticeSpot(desk)
        self._question = TwoPeopleQuestion(desk, workplace, self, self._spot)
        self._question.refused.connect(self._on_not_two)
        self._question.changed.connect(self._on_parted)
        self._question.told.connect(self._on_parting_told)
        self._list = NavList(theme, _("Profiles with different answers"), [])
        self._list_card = Card(theme, self._list, gap=0, margins=(1, 9, 1, 9))
        self._detail = ConflictDetail(desk)
        self._body = row(theme, gap=16)
        self._body.box.addWidget(self._list_card)
        self._body.box.addWidget(self._detail, 1)
        self._empty = EmptyState(theme, "fork", _("Nothing is to be decided. Different answers to one question appear here."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        self.add(self._head, self._spot)
        self.box.addWidget(self._stack, 1)
        self.add(self._make_foot())
        self._list.chosen.connect(self._on_chosen)
        self._detail.edited.connect(self._on_edited)
        theme.changed.connect(self._fit)
        self._look()
        self._open(self._known_or_first(None))

    @property
    def list(self) -> NavList:
        """The profiles."""
        return self._list

    @property
    def detail(self) -> ConflictDetail:
        """The questions of the one shown."""
        return self._detail

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    @property
    def keep_button(self) -> Button:
        """Keeps what is chosen."""
        return self._keep

    @property
    def open_button(self) -> Button:
        """Opens the profile, for another answer than those given."""
        return self._open_button

    @property
    def two_people_button(self) -> Button:
        """Asks who of two people leaves the profile."""
        return self._two_people

    @property
    def progress(self) -> str:
        """How much is decided, in words."""
        return self._progress.text()

    def first_focus(self) -> QWidget | None:
        return self._list if self._waiting else None

    def place(self) -> object:
        return ConflictsPlace(self._seen.profile.id if self._seen else None, dict(self._staged), super().place())

    def restore(self, place: object) -> None:
        if not isinstance(place, ConflictsPlace):
            return
        self._staged = {profile: dict(chosen) for profile, chosen in place.staged.items()}
        self._open(self._known_or_first(place.profile))
        super().restore(place.focus if isinstance(place.focus, FocusPlace) else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- showing ---

    def _make_foot(self) -> QWidget:
        _, theme = self.desk.translator.gettext, self.desk.theme
        self._progress_mark = Mark(theme, "empty", Colour.MUTED, size=ICON)
        self._progress = Label(theme, " ", Role.STRONG, wrap=True)
        self._quiet = Label(theme, _("Every answer stays in the history."), Role.MUTED, wrap=True)
        self._two_people = Button(theme, _("These are two people…"), ButtonKind.QUIET)
        self._open_button = Button(theme, _("Open the profile"), icon="person")
        self._keep = Button(theme, _("Keep the decisions"), ButtonKind.PRIMARY, icon="check")
        self._two_people.clicked.connect(self._question.ask)
        self._open_button.clicked.connect(self._on_open_profile)
        self._keep.clicked.connect(self._on_keep)
        said = row(theme, self._progress_mark, gap=10)
        said.box.addWidget(self._progress)
        said.box.addWidget(self._quiet, 1)
        buttons = FoldingRow(theme, self._two_people, self._open_button, self._keep)
        self._foot = row(theme, gap=12)
        self._foot.box.addWidget(said, 1)
        self._foot.box.addWidget(buttons)
        return self._foot

    def _look(self) -> None:
        """Read the list anew."""
        tr, count = self.desk.translator, self._conflicts.count()
        self._waiting = self._conflicts.waiting(0, _MOST_LISTED)
        words = tr.ngettext("{n} profile has different answers", "{n} profiles have different answers", count)
        self._head.set_quiet(fill(words, n=number(tr, count)))
        self._stack.setCurrentWidget(self._body if self._waiting else self._empty)
        self._foot.setVisible(bool(self._waiting))
        self._list_items()

    def _list_items(self) -> None:
        tr = self.desk.translator
        _ = tr.gettext
        items = []
        for one in self._waiting:
            works = one.holder is not None and not one.holder.is_me
            state = fill(_("{name} works on it"), name=one.holder.name) if works and one.holder else ""
            mark = "half" if self._staged.get(one.profile) else "alert" if works else "empty"
            items.append(NavItem(str(one.profile), one.case_number, mark, number(tr, one.questions), state=state))
        self._list.set_items(items)
        self._list.set_current(str(self._seen.profile.id) if self._seen else "")

    def _open(self, profile: ProfileId | None) -> None:
        """Show the questions of a profile and take it; what was taken before is let go."""
        before, self._seen = self._seen, None
        claims = self._workplace.office.claims
        if before is not None and before.profile.id != profile:
            claims.release(ClaimKind.CONFLICT, str(before.profile.id))
        if profile is not None:
            try:
                self._seen = self._conflicts.of(profile)
                self._question.look(profile)
            except S2wError as error:
                self._spot.show_failure(error)
            else:
                self._detail.show_profile(self._seen, self._staged.get(profile, {}))
                self._tell_holder(claims.take(ClaimKind.CONFLICT, str(profile)))
        self._list.set_current(str(profile) if profile else "")
        self._tell()

    def _tell_holder(self, holder: Holder) -> None:
        if holder.is_me:
            return
        _ = self.desk.translator.gettext
        over = Button(self.desk.theme, _("Take it over"))
        over.clicked.connect(self._on_take_over)
        since = time_of_day(holder.taken_at.astimezone())
        text = NoticeText(
            fill(_("{name} has worked on this profile since {time}."), name=holder.name, time=since),
            "",
            _("Choose another one, or take it over after asking."),
        )
        self._spot.show_text(text, Tone.WARN, (over,))

    def _tell(self) -> None:
        """How much is decided."""
        tr = self.desk.translator
        _ = tr.gettext
        total, done = len(self._detail.questions) if self._seen else 0, len(self._detail.choices()) if self._seen else 0
        self._progress.set_words(fill(_("{done} of {total} decided"), done=number(tr, done), total=number(tr, total)))
        mark = "done" if total and done == total else "half" if done else "empty"
        self._progress_mark.set_mark(mark, Colour.OK if mark == "done" else Colour.ACCENT if done else Colour.MUTED)
        self._keep.setEnabled(bool(done))
        self._open_button.setEnabled(self._seen is not None)
        self._two_people.setEnabled(self._seen is not None and self._question.is_possible)

    def _fit(self) -> None:
        px, beside = self.theme.px, self.width() >= self.theme.px(_TWO_COLUMNS)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.box.setDirection(across if beside else down)
        turn_visible(self._quiet, visible=beside)  # large text needs the room for the answers
        self._list_card.setMinimumWidth(px(_LIST_WIDTH) if beside else 0)
        self._list_card.setMaximumWidth(px(_LIST_WIDTH) if beside else _ANY)
        self._list_card.setMaximumHeight(_ANY if beside else px(_LIST_HEIGHT))

    # --- what a person does ---

    def _on_chosen(self, key: str) -> None:
        self._spot.clear()
        profile = next((one.profile for one in self._waiting if str(one.profile) == key), None)
        if self._seen is None or profile != self._seen.profile.id:
            self._open(profile)
        self._detail.take_focus()

    def _on_edited(self) -> None:
        if self._seen is None:
            return
        self._staged[self._seen.profile.id] = self._detail.choices()
        self._list_items()
        self._tell()
        announce(self, self.progress)

    def _on_keep(self) -> None:
        if self._seen is None:
            return
        profile, choices = self._seen.profile.id, self._detail.choices()
        try:
            decision = self._conflicts.decide(self._seen, {path: Take(side) for path, side in choices.items()})
        except S2wError as error:
            self._again(profile)
            self._spot.show_failure(error)
            return
        self._staged.pop(profile, None)
        self._last = profile, decision
        self._again(profile)
        back = self._tell_kept(len(choices))
        if self._seen is not None:
            self._detail.take_focus()
        else:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_kept(self, count: int) -> Button:
        """Say so; gives the button that takes it back."""
        tr = self.desk.translator
        _ = tr.gettext
        back = Button(self.desk.theme, _("Take it back"), icon="undo")
        back.clicked.connect(self._on_take_back)
        words = tr.ngettext("{n} answer was decided.", "{n} answers were decided.", count)
        told = _("The laptops that know this profile get it with their next receipt.")
        self._spot.show_text(NoticeText(fill(words, n=number(tr, count)), told, ""), Tone.OK, (back,))
        return back

    def _on_not_two(self) -> None:
        self._two_people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_parted(self) -> None:
        if self._seen is not None:
            self._staged.pop(self._seen.profile.id, None)
            self._again(self._seen.profile.id)
        if self._seen is not None:
            self._detail.take_focus()

    def _on_parting_told(self, back: QWidget) -> None:
        if self._seen is None:  # nothing is left to decide
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take_back(self) -> None:
        if self._last is None:
            return
        profile, decision = self._last
        try:
            self._conflicts.take_back(profile, decision)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._last = None
        self._spot.clear()
        self._again(profile)
        self._detail.take_focus()
        _ = self.desk.translator.gettext
        announce(self, _("The decision was taken back. Both answers can be chosen again."))

    def _on_take_over(self) -> None:
        if self._seen is not None:
            self._workplace.office.claims.take_over(ClaimKind.CONFLICT, str(self._seen.profile.id))
        self._spot.clear()
        self._look()
        self._detail.take_focus()

    def _on_open_profile(self) -> None:
        if self._seen is None:
            return
        if not self._workplace.permits.may_record:
            self.asked.emit(GoTo(Route(Area.PREVIEW, self._seen.profile.id)))
            return
        try:
            session = self._workplace.interviews.open(self._seen.profile.id)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self.asked.emit(OpenInterview(session))

    def _again(self, profile: ProfileId) -> None:
        """Read the list and the profile anew; where that one has no question any more, the first of the list follows."""
        self._look()
        self._spot.clear()
        self._open(self._known_or_first(profile))
        self.asked.emit(CountAgain())

    def _known_or_first(self, profile: ProfileId | None) -> ProfileId | None:
        known = [one.profile for one in self._waiting]
        return profile if profile in known else next(iter(known), None)
