"""The keys of this headquarters: words that people compare, new keys for everybody, and the yearly try of the recovery key."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from s2w_desktop.i18n.formats import day, number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.key_rotation import KeysPack
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_folder
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Card, Facts, Notice, NoticeText, Tone
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.pages.recovery_try import RecoveryTry


class KeysPart(Panel):
    """`told` carries a NoticeText, `failed` an error; `began` before either. `changed` when keys were replaced."""

    began = Signal()
    told = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, workplace: Workplace) -> None:
        super().__init__(desk.theme, gap=12)
        self._desk, self._workplace = desk, workplace
        _, theme = desk.translator.gettext, desk.theme
        self.rotate_button = Button(theme, _("Replace the keys…"), icon="key")
        self.again_button = Button(theme, _("Write the pack again…"))
        self._facts: Facts | None = None
        self._question: Panel | None = None
        self._own = Card(theme, Label(theme, _("Keys of this headquarters"), Role.HEADING), gap=12, margins=(20, 16, 20, 18))
        self._buttons = FlowRow(theme, self.rotate_button, self.again_button)
        self._own.add(self._buttons)
        self.recovery = RecoveryTry(desk, workplace)
        self.add(self._own, self.recovery, None)
        self.rotate_button.clicked.connect(self._on_ask)
        self.again_button.clicked.connect(self._on_again)
        self.recovery.began.connect(self.began)
        self.recovery.told.connect(self.told)
        self.recovery.failed.connect(self.failed)

    def refresh(self) -> None:
        """Show the keys as they are now."""
        tr, rotation = self._desk.translator, self._workplace.safekeeping.rotation
        _ = tr.gettext
        at, behind = rotation.rotated_at(), len(rotation.behind())
        facts: list[tuple[str, str]] = [(_("Words of this headquarters"), Ltr(" ".join(self._workplace.enrolment.own_words())))]
        facts.append((_("Replaced last"), day(tr, at.date()) if at else _("never")))
        if at is not None:
            words = tr.ngettext("{n} laptop", "{n} laptops", behind)
            facts.append((_("Still have the old keys"), fill(words, n=number(tr, behind))))
        if self._facts is not None:
            self._own.box.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = Facts(self.theme, facts)
        self._own.box.insertWidget(1, self._facts)
        self.again_button.setVisible(at is not None)
        self.recovery.refresh()

    def replace_keys(self, folder: Path, *, is_stolen: bool) -> None:
        """Make new keys, and write the pack and a bundle for each laptop into a folder."""
        target = self._target(folder)
        rotation = self._workplace.safekeeping.rotation
        self._run(partial(rotation.rotate, target, is_stolen=is_stolen), folder)

    def write_again(self, folder: Path) -> None:
        """Write the pack with the present keys, and a bundle for each laptop, once more."""
        self._run(partial(self._workplace.safekeeping.rotation.write_pack, self._target(folder)), folder)

    def _target(self, folder: Path) -> Path:
        """A name that is free: the numbers of packs rise anyway."""
        names = (folder / f"keys-{count}.s2wref" for count in range(1, 1000))
        return next((path for path in names if not path.exists()), folder / "keys.s2wref")

    def _run(self, make: "partial[KeysPack]", folder: Path) -> None:
        self.began.emit()
        self._take_question_away()
        exchange = self._workplace.pack_exchange

        def work(_report: object) -> KeysPack:
            made = make()
            exchange.write(made.file, folder)
            return made

        self._desk.tasks.run(work, owner=self, done=self._on_made, failed=self._on_failed)

    # --- what a person does ---

    def _on_ask(self) -> None:
        """Ask at the place: every laptop has to take part."""
        _, theme = self._desk.translator.gettext, self.theme
        self.began.emit()
        self._take_question_away()
        text = NoticeText(
            _("Do you want to replace the keys of this headquarters?"),
            _("What laptops send to the old keys can still be read."),
            _("Each centre gets a file, and you read six words out to it on the phone."),
        )
        yes, stolen, no = (
            Button(theme, _("Replace them")),
            Button(theme, _("Replace them: the old ones were stolen")),
            Button(theme, _("Leave them")),
        )
        yes.clicked.connect(self._on_yes)
        stolen.clicked.connect(self._on_stolen)
        no.clicked.connect(self._on_no)
        self._question = Panel(theme, gap=8)
        self._question.add(Notice(theme, text, Tone.WARN), FlowRow(theme, yes, stolen, no))
        self._own.add(self._question)
        self._question.show()
        no.setFocus()

    def _on_yes(self) -> None:
        self._ask_folder(partial(self.replace_keys, is_stolen=False))

    def _on_stolen(self) -> None:
        self._ask_folder(partial(self.replace_keys, is_stolen=True))

    def _on_no(self) -> None:
        self._take_question_away()
        self.rotate_button.setFocus()

    def _on_again(self) -> None:
        self.began.emit()
        self._ask_folder(partial(self.write_again))

    def _ask_folder(self, act: "partial[None]") -> None:
        book = self._desk.book
        folder = ask_folder(self, self._desk.translator.gettext("Where to write the files"), book.settings.last_folder)
        if folder is not None:
            book.keep_if_possible(replace(book.settings, last_folder=str(folder)))
            act(folder)

    def _take_question_away(self) -> None:
        if self._question is not None:
            self._own.box.removeWidget(self._question)
            self._question.hide()
            self._question.deleteLater()
            self._question = None

    def _on_made(self, made: KeysPack) -> None:
        _ = self._desk.translator.gettext
        self.changed.emit()
        self.told.emit(
            NoticeText(
                fill(_("{file} was written."), file=Ltr(made.file.name)),
                _("It holds no secret. Laptops that do not have it yet can still send, and read their receipts."),
                _("Give each centre its file, and read the six words out to it by phone."),
            )
        )
        self.rotate_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.changed.emit()
        self.failed.emit(error)
        self.rotate_button.setFocus()
