"""Getting to know headquarters: open its card, compare six words, write the answer. In first run and settings alike."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from s2w_desktop.domain.errors import NotEnrolled, S2wError
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.enrolment import Introduction
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.bundle_files import CARD_NAME, card_filter
from s2w_desktop.ui.compare import WordCompare
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.folders import ask_file, ask_folder, ask_new_file
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Facts, NoticeText, Tone
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role as TypeRole
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.pages.hand_over_cards import key_words
from s2w_desktop.ui.settled import SettledGroup


class EnrolPanel(Panel):
    """One step at a time; what is done is shown. `changed` after headquarters is known."""

    changed = Signal()

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk, self._workplace = desk, workplace
        self._inside: Panel | None = None
        self._introduction: Introduction | None = None
        self._spot = NoticeSpot(desk)
        self.compare: WordCompare | None = None
        self.action: Button | None = None
        self.choice: SettledGroup | None = None
        self.add(self._spot)
        self._show()

    @property
    def spot(self) -> NoticeSpot:
        """Where messages appear."""
        return self._spot

    def open_card(self, path: Path) -> None:
        """Read the card of a headquarters and go on to comparing."""
        self._spot.clear()
        try:
            self._introduction = self._workplace.enrolment.read_card(path)
        except S2wError as error:
            self._spot.show_failure(error)
        self._show()
        if self.compare is not None:
            self.compare.setFocus()

    def write_request(self, folder: Path) -> None:
        """Write the bundle that introduces this laptop."""
        self._spot.clear()
        try:
            bundle = self._workplace.enrolment.write_request(folder)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        _ = self._desk.translator.gettext
        text = NoticeText(
            fill(_("{file} was written."), file=Ltr(bundle.path.name)),
            _("Only headquarters can read it."),
            _("Give it to the courier. Read your six words out when headquarters calls."),
        )
        self._spot.show_text(text, Tone.OK)

    def write_card(self, path: Path) -> None:
        """Write the card of this headquarters."""
        self._spot.clear()
        try:
            self._workplace.enrolment.write_card(path)
        except S2wError as error:
            self._spot.show_failure(error)
            return
        _ = self._desk.translator.gettext
        words = (
            _("The card was written."),
            _("It holds no secret."),
            _("Give it to the centres, and read the words out by phone."),
        )
        self._spot.show_text(NoticeText(*words), Tone.OK)

    # --- what is shown ---

    def _show(self) -> None:
        self.compare = self.action = self.choice = None
        inside = Panel(self.theme, gap=12)
        if self._workplace.station.role is Role.HEADQUARTERS:
            self._fill_headquarters(inside)
        elif self._introduction is not None:
            self._fill_compare(inside, self._introduction)
        else:
            known = self._known()
            self._fill_known(inside, known) if known else self._fill_unknown(inside)
        if self._inside is not None:
            self.box.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self.box.insertWidget(0, inside)

    def _known(self) -> Peer | None:
        try:
            return self._workplace.exporting.headquarters()
        except NotEnrolled:
            return None

    def _fill_headquarters(self, inside: Panel) -> None:
        _ = self._desk.translator.gettext
        words = Ltr(" ".join(self._workplace.enrolment.own_words()))
        self._say(
            inside, _("Laptops lock their bundles for this headquarters alone. They learn its keys from a card without secrets.")
        )
        inside.add(Facts(self.theme, [(_("Your six words"), words)]))
        self._act(inside, _("Write the card…"), self._on_write_card)

    def _fill_unknown(self, inside: Panel) -> None:
        _ = self._desk.translator.gettext
        self._say(inside, _("Headquarters gives you a small file, its card. Then you compare six words by phone."))
        self._act(inside, _("Open the card…"), self._on_open_card)

    def _fill_compare(self, inside: Panel, introduction: Introduction) -> None:
        _ = self._desk.translator.gettext
        name = introduction.peer.name or introduction.peer.organisation
        self._say(inside, fill(_("Call {name} on a number you know. Type the six words that are read out."), name=name))
        self.compare = WordCompare(self._desk, introduction.words, typed_title=_("Read out"), file_title=_("In the card"))
        self.compare.edited.connect(self._on_compared)
        inside.add(self.compare)
        self._act(inside, _("The words are the same"), self._on_accept)
        self._on_compared()

    def _fill_known(self, inside: Panel, peer: Peer) -> None:
        _ = self._desk.translator.gettext
        facts = [
            (_("Headquarters"), peer.name or peer.organisation),
            (_("Its key in words"), Ltr(" ".join(key_words(self._desk, peer)))),
            (_("Your six words"), Ltr(" ".join(self._workplace.enrolment.own_words()))),
        ]
        inside.add(Facts(self.theme, facts))
        self._add_choice(inside, peer)
        self._say(
            inside, _("Headquarters must know this laptop too. Write the request, give it to the courier, and wait for the call.")
        )
        self._act(inside, _("Write the request…"), self._on_write_request)

    def _add_choice(self, inside: Panel, present: Peer) -> None:
        """Where several are known, one of them is handed over to."""
        _ = self._desk.translator.gettext
        known = [peer for peer in self._workplace.enrolment.peers() if peer.revoked_at is None]
        if len(known) < 2:  # nothing to choose
            return
        choices = [Choice(str(peer.device), Words(peer.name or peer.organisation)) for peer in known]
        self.choice = SettledGroup(self.theme, choices, _("This laptop hands over to"))
        self.choice.set_value((str(present.device),))
        self.choice.chosen.connect(self._on_chosen)
        inside.add(Label(self.theme, _("This laptop hands over to"), TypeRole.STRONG), self.choice)
        self._say(inside, _("What another headquarters has does not count here: everything goes once more."))

    def _say(self, inside: Panel, words: str) -> None:
        inside.add(Label(self.theme, words, TypeRole.BODY, wrap=True))

    def _act(self, inside: Panel, words: str, act: Callable[[], None]) -> None:
        self.action = Button(self.theme, words)
        self.action.clicked.connect(act)
        inside.add(row(self.theme, self.action, None))

    # --- what a person does ---

    def _on_open_card(self) -> None:
        tr = self._desk.translator
        _ = tr.gettext
        path = ask_file(self, _("Open the card…"), self._desk.book.settings.last_folder, card_filter(tr))
        if path is not None:
            self._remember(path.parent)
            self.open_card(path)

    def _on_chosen(self, key: str) -> None:
        try:
            self._workplace.enrolment.use(DeviceId(UUID(key)))
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._show()
        if self.choice is not None:
            self.choice.setFocus()
        self.changed.emit()

    def _on_compared(self) -> None:
        if self.compare is not None and self.action is not None:
            self.action.setEnabled(self.compare.is_equal())

    def _on_accept(self) -> None:
        if self._introduction is None or self.compare is None:
            return
        try:
            self._workplace.enrolment.accept(self._introduction, self.compare.typed())
        except S2wError as error:
            self._spot.show_failure(error)
            return
        self._introduction = None
        self._show()
        if self.action is not None:
            self.action.setFocus()
        self.changed.emit()

    def _on_write_request(self) -> None:
        _ = self._desk.translator.gettext
        folder = ask_folder(self, _("Where to write the request"), self._desk.book.settings.last_folder)
        if folder is not None:
            self._remember(folder)
            self.write_request(folder)

    def _on_write_card(self) -> None:
        tr = self._desk.translator
        _ = tr.gettext
        suggested = Path(self._desk.book.settings.last_folder or ".") / CARD_NAME
        path = ask_new_file(self, _("Write the card…"), suggested, card_filter(tr))
        if path is not None:
            self._remember(path.parent)
            self.write_card(path)

    def _remember(self, folder: Path) -> None:
        book = self._desk.book
        book.keep_if_possible(replace(book.settings, last_folder=str(folder)))
