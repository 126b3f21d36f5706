"""Making a recovery sheet: printed, saved or written by hand, and two of its words typed back from the paper.

The words are in the memory of the program alone. They reach a disk where the person saves them, and nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.recovery_sheets import TYPED_BACK, as_secret, draw_places, draw_words
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.ui.bundle_files import pdf_filter
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.errors import NoticeSpot
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.folders import ask_new_file
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import NoticeText, Tone
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.printing import print_pages

_FILE: Final = "recovery-sheet.pdf"
MakePaper = Callable[[tuple[str, ...]], bytes]
"""Makes the sheet as a PDF of its words; called in the background."""


@dataclass(frozen=True)
class SheetDraft:
    """The words of a sheet, which of them are typed back (from 0), and what was typed so far."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    typed: tuple[str, ...] = ("",) * TYPED_BACK

    def __repr__(self) -> str:
        return "SheetDraft()"  # it holds a secret

    @property
    def is_proved(self) -> bool:
        """Whether the words that were asked for were typed as they stand on the sheet."""
        return all(as_secret(typed) == self.words[place] for typed, place in zip(self.typed, self.places, strict=True))


def new_sheet(resources: Path, sources: Sources) -> SheetDraft:
    """A sheet with fresh words."""
    words = (resources / "words" / "en.txt").read_text("utf-8").split()
    return SheetDraft(draw_words(words, sources.randbelow), draw_places(sources.randbelow))


class RecoverySheetPanel(Panel):
    """One sheet. `edited` when a word that is typed back changes."""

    edited = Signal()

    def __init__(self, desk: Desk, sheet: SheetDraft, make_paper: MakePaper) -> None:
        super().__init__(desk.theme, gap=10)
        self._desk, self._sheet, self._make_paper = desk, sheet, make_paper
        _, theme = desk.translator.gettext, desk.theme
        self.print_button = Button(theme, _("Print…"), icon="print")
        self.save_button = Button(theme, _("Save as PDF…"), ButtonKind.QUIET, icon="export")
        self.show_button = Button(theme, _("Show the words"), ButtonKind.QUIET, icon="eye")
        self._shown = Label(theme, " ", Role.STRONG, wrap=True)
        self._shown.hide()
        self.spot = NoticeSpot(desk)
        self._mark = Mark(theme, "empty", Colour.MUTED, size=ICON_SMALL)
        self._state = Label(theme, "", wrap=True)
        self.fields = tuple(self._field(place, typed) for place, typed in zip(sheet.places, sheet.typed, strict=True))
        line = row(theme, gap=16)
        for field in self.fields:
            line.box.addWidget(_named(desk, field), 1)
        told = row(theme, self._mark, gap=8)
        told.box.addWidget(self._state, 1)
        proof = _("Type two of its words back from the paper. So you know that it can be read.")
        self.add(FlowRow(theme, self.print_button, self.save_button, self.show_button), self._shown, self.spot)
        self.add(Label(theme, proof, wrap=True), line, told)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.show_button.clicked.connect(self._on_show)
        self._tell()

    @property
    def sheet(self) -> SheetDraft:
        """The sheet with what was typed back."""
        return self._sheet

    @property
    def are_words_shown(self) -> bool:
        """Whether the words stand on the screen."""
        return not self._shown.isHidden()

    def save(self, path: Path) -> None:
        """Write the sheet where the person wants it, and say what that means."""
        self._make(lambda pdf: self._write(pdf, path))

    def _field(self, place: int, typed: str) -> TextField:
        tr = self._desk.translator
        field = TextField(self.theme, fill(tr.gettext("Word {n}"), n=number(tr, place + 1)))
        field.set_text(typed)
        field.edited.connect(self._on_edited)
        return field

    def _on_edited(self) -> None:
        self._sheet = replace(self._sheet, typed=tuple(field.text() for field in self.fields))
        if self.are_words_shown:
            self._on_show()  # they are typed from the paper, not from the screen
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        _, sheet = self._desk.translator.gettext, self._sheet
        if sheet.is_proved:
            self._mark.set_mark("done", Colour.OK)
            self._state.set_words(_("Right. Lock the sheet away, far from this computer."))
            return
        self._mark.set_mark("empty", Colour.MUTED)
        wrong = any(_is_another(typed, sheet.words[place]) for typed, place in zip(sheet.typed, sheet.places, strict=True))
        self._state.set_words(_("This is not what stands on the sheet.") if wrong else _("Not typed back yet."))

    def _on_show(self) -> None:
        _ = self._desk.translator.gettext
        visible = not self.are_words_shown
        words = (f"{place}\u00a0{word}" for place, word in enumerate(self._sheet.words, start=1))
        self._shown.set_words(Words("   ".join(words) if visible else " ", "en"))
        self._shown.setVisible(visible)
        self.show_button.set_words(_("Hide the words") if visible else _("Show the words"))

    def _on_print(self) -> None:
        self._make(lambda pdf: print_pages(pdf, parent=self))

    def _on_save(self) -> None:
        tr = self._desk.translator
        folder = Path(self._desk.book.settings.last_folder or ".")
        path = ask_new_file(self, tr.gettext("Save as PDF…"), folder / _FILE, pdf_filter(tr))
        if path is not None:
            self.save(path)

    def _make(self, done: Callable[[bytes], None]) -> None:
        """Have the paper made; it is in memory until `done` returns."""
        self.spot.clear()
        words = self._sheet.words
        self._desk.tasks.run(lambda _report: self._make_paper(words), owner=self, done=done, failed=self.spot.show_failure)

    def _write(self, pdf: bytes, path: Path) -> None:
        _ = self._desk.translator.gettext
        try:
            replace_file(path, pdf)
        except S2wError as error:
            self.spot.show_failure(error)
            return
        except OSError as cause:
            self.spot.show_failure(disk_error(cause))
            return
        text = NoticeText(
            fill(_("{file} was written."), file=Ltr(path.name)),
            _("This file is not encrypted: whoever has it and this computer can read everything."),
            _("Print it and delete the file. Do not leave it on this computer."),
        )
        self.spot.show_text(text, Tone.WARN)


def _is_another(typed: str, word: str) -> bool:
    """Whether what is typed cannot become the word any more."""
    return not word.startswith(as_secret(typed))


def _named(desk: Desk, field: TextField) -> QWidget:
    label = Label(desk.theme, field.accessibleName())
    label.setBuddy(field)
    return column(desk.theme, label, field, gap=4)
