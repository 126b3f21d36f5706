"""Giving profiles to another centre: the chosen ones, or everything that came from one laptop, as when an officer leaves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from s2w_desktop.bundle.writing import Watch
from s2w_desktop.domain.exchange_errors import TransferNotAgreed
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.transfer import HandedOn, TransferPlan
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import notice_text
from s2w_desktop.ui.kit.card import NoticeText, PageHead, Tone
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.panel import column
from s2w_desktop.ui.kit.tasks import Report
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages import giving_cards as cards
from s2w_desktop.ui.pages.hand_over_cards import writing_words
from s2w_desktop.ui.pages.inbox_rows import sender_words
from s2w_desktop.ui.pages.stick_steps import WHAT, WHERE, WHOM, WRITTEN, StickSteps
from s2w_desktop.ui.routes import Area, Route
from s2w_desktop.ui.settled import SettledGroup
from s2w_desktop.ui.target_choice import TargetPlace
from s2w_desktop.ui.wishes import GoTo

_CHOSEN = "chosen"


@dataclass(frozen=True)
class Wanted:
    """What a person wants: a key of each question (empty: none yet), and the profiles that are meant by it."""

    what: str = ""
    whom: str = ""
    profiles: tuple[ProfileId, ...] = ()
    plan: TransferPlan | None = None


@dataclass(frozen=True)
class GivingPlace:
    """The step, what was chosen, and what was written."""

    step: int
    wanted: Wanted
    handed: HandedOn | None
    target: TargetPlace
    focus: object


class GivingPage(StickSteps):
    """Whoever has not agreed is left out; when nobody has, it says so before a stick is chosen."""

    def __init__(self, desk: Desk, workplace: Workplace, profiles: Sequence[ProfileId] = ()) -> None:
        """`profiles` are those that were chosen in the list."""
        _ = desk.translator.gettext
        head = PageHead(desk.theme, _("Give to another centre"), _("To another laptop, by stick"))
        super().__init__(desk, head, _("Steps of giving"))
        self._transfer, self._store, self._profiles = workplace.transfer, workplace.store, tuple(profiles)
        self._sources = tuple(one for one in workplace.enrolment.peers() if one.role is Role.FIELD)
        self._wanted = Wanted(what=_CHOSEN if profiles else "")
        self._handed: HandedOn | None = None
        self._summary: QWidget | None = None
        self.group: SettledGroup | None = None
        """The question of the first two steps."""
        self.show_step(WHAT)

    @property
    def handed(self) -> HandedOn | None:
        """What was written last."""
        return self._handed

    def first_focus(self) -> QWidget:
        unsettled = self.group is not None and self.group.rows and not self.group.value()
        return self.group.rows[0] if self.group is not None and unsettled else super().first_focus()

    def place(self) -> object:
        return GivingPlace(self.step, self._wanted, self._handed, self.target.place(), super().place())

    def restore(self, place: object) -> None:
        if isinstance(place, GivingPlace):
            self._wanted, self._handed = place.wanted, place.handed
            self.target.restore(place.target)
            self.show_step(place.step)
            super().restore(place.focus)

    # --- steps ---

    def content(self, step: int) -> QWidget:
        self.group, theme, peer = None, self.desk.theme, self._peer()
        if step == WRITTEN and self._handed is not None:
            return column(theme, cards.written(self.desk, self._handed), None)
        if step == WHERE and self._wanted.plan is not None and peer is not None:
            self._show_summary(cards.summary(self.desk, self._wanted.plan, peer))
            return self.where_page
        if step == WHOM:
            return column(theme, self._whom(), None)
        return column(theme, self._what(), None)

    def can_go_on(self, step: int) -> bool:
        if step == WHAT:
            return bool(self._wanted.what)
        return step == WRITTEN or self._peer() is not None

    def can_go_back(self, step: int) -> bool:
        return step < WRITTEN

    def go_back(self) -> None:
        if self.step == WHAT:
            self.asked.emit(GoTo(Route(Area.PROFILES)))
        else:
            super().go_back()

    def go_on(self, step: int) -> None:
        if step == WHAT:
            self._ask_who_agreed()
        elif step == WHOM:
            self.show_step(WHERE)
        else:
            self.asked.emit(GoTo(Route(Area.PROFILES)))

    def write_to(self, folder: Path) -> None:
        peer, plan = self._peer(), self._wanted.plan
        if peer is not None and plan is not None:
            job = partial(self._job, peer, folder, len(plan.agreed))
            self.run(job, writing_words(self.desk, len(plan.agreed)), self._on_written)

    def _job(self, peer: Peer, folder: Path, total: int, report: Report) -> HandedOn:
        watch = Watch(progress=lambda done: report(min(done, total), total))
        return self._transfer.give(self._wanted.profiles, peer.device, folder, watch)

    def _on_written(self, handed: HandedOn) -> None:
        self._handed = handed

    # --- which profiles ---

    def _what(self) -> QWidget:
        tr = self.desk.translator
        _ = tr.gettext
        choices = [Choice(_CHOSEN, Words(self._chosen_words(), tr.code))] if self._profiles else []
        for one in self._sources:
            words = fill(_("Everything that came from {laptop}"), laptop=sender_words(self.desk, one))
            choices.append(Choice(str(one.device), Words(words, tr.code)))
        if not choices:
            return cards.nobody(self.desk)
        self.group = SettledGroup(self.desk.theme, choices, _("Which profiles?"))
        self.group.set_value((self._wanted.what,))
        self.group.chosen.connect(self._on_what)
        return cards.what(self.desk, self.group)

    def _chosen_words(self) -> str:
        tr, count = self.desk.translator, len(self._profiles)
        if count == 1:
            rows = self._store.profiles.rows_of(self._profiles)
            return fill(tr.gettext("The profile {number}"), number=Ltr(rows[0].case_number if rows else ""))
        words = tr.ngettext("The {n} chosen profile", "The {n} chosen profiles", count)
        return fill(words, n=number(tr, count))

    def _on_what(self, key: str) -> None:
        self.spot.clear()
        self._wanted = Wanted(what=key, whom=self._wanted.whom)
        self.tell_next()

    def _ask_who_agreed(self) -> None:
        """In the background: of every profile the whole history is read."""
        key = self._wanted.what
        source = next((one.device for one in self._sources if str(one.device) == key), None)

        def ask(_report: Report) -> Wanted:
            profiles = self._profiles if source is None else self._transfer.worked_on(device=source)
            plan = self._transfer.plan(profiles) if profiles else None
            return Wanted(key, self._wanted.whom, profiles, plan)

        self.next_button.setEnabled(False)
        self.desk.tasks.run(ask, owner=self, done=self._on_planned, failed=self._on_not_planned)

    def _on_planned(self, wanted: Wanted) -> None:
        _ = self.desk.translator.gettext
        if wanted.plan is None:
            self.spot.show_text(NoticeText(_("Nothing came from this laptop yet."), "", _("Choose another one.")), Tone.WARN)
            self.tell_next()
        else:
            self._wanted = wanted
            self.show_step(WHOM)

    def _on_not_planned(self, error: Exception) -> None:
        self.tell_next()
        if isinstance(error, TransferNotAgreed):
            self.spot.show_text(notice_text(self.desk.translator, error), Tone.WARN)
        else:
            self.spot.show_failure(error)

    # --- to which laptop ---

    def _takers(self) -> dict[str, Peer]:
        """Whoever can get them: not the laptop of which everything is given."""
        return {str(one.device): one for one in self._transfer.laptops() if str(one.device) != self._wanted.what}

    def _peer(self) -> Peer | None:
        return self._takers().get(self._wanted.whom)

    def _whom(self) -> QWidget:
        takers = self._takers()
        if not takers:
            return cards.nobody(self.desk)
        if len(takers) == 1:
            self._on_whom(next(iter(takers)))
        choices = cards.laptop_choices(self.desk, tuple(takers.values()))
        self.group = SettledGroup(self.desk.theme, choices, self.desk.translator.gettext("To which laptop?"))
        self.group.set_value((self._wanted.whom,))
        self.group.chosen.connect(self._on_whom)
        return cards.whom(self.desk, self.group)

    def _on_whom(self, key: str) -> None:
        self._wanted = replace(self._wanted, whom=key)
        self.tell_next()

    def _show_summary(self, card: QWidget) -> None:
        box, before = self.where_page.box, self._summary
        if before is not None:
            box.removeWidget(before)
            before.hide()
            before.deleteLater()
        box.insertWidget(1, card)  # below the place, which is what is asked for
        self._summary = card
