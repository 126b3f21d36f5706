"""The section on screen: its sheet, its open entry, its active question."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.rules.issues import Issue
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.forms.group import GroupSheet
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.section import SectionSheet
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.interview.pair import LanguagePair
from s2w_desktop.ui.interview.serving import Serving
from s2w_desktop.ui.kit.theme import Theme

Issues = dict[str, list[Issue]]
"""Remarks by the path of their question."""


class SectionStage(QObject):
    """Builds the sheet of a section anew when another section or entry is opened. Edits go to the editor."""

    left = Signal(str)  # path of the question that the focus left
    entry_opened = Signal(object)  # EntryId | None: a person wants to see this entry

    sheet_made = Signal(object)  # Sheet: another section or entry was opened
    entry_moved = Signal()  # a folded entry has another place, and the focus with it
    pushed = Signal(int)  # see Sheet.pushed

    def __init__(
        self, theme: Theme, editor: ProfileEditor, languages: LanguagePair, serving: Serving, first: SectionSpec, ground: QWidget
    ) -> None:
        super().__init__(editor)
        self._theme, self._editor, self._languages, self._serving = theme, editor, languages, serving
        self.section = first
        self.entry: EntryId | None = None
        self.active: QuestionBlock | None = None
        self._ground = ground  # where sheets stand
        self.sheet = self._make_sheet()

    @property
    def active_path(self) -> str:
        """Path of the active question; empty without one."""
        return self.active.path if self.active else ""

    def open(self, section: SectionSpec, entry: EntryId | None, path: str = "") -> None:
        """Make the sheet of a section, to be put on screen; the one before is deleted when its own event is over.

        The question that will take the caret stands out already (default: where work begins): on screen, that has all laid out.
        """
        self.section, self.entry, self.active = section, entry, None
        old, self.sheet = self.sheet, self._make_sheet(path)
        old.deleteLater()
        self.sheet_made.emit(self.sheet)
        block = self.sheet.block_at(path) or self.first_question()
        if block is not None:
            self.activate(block)

    def take_focus(self, path: str = "") -> None:
        """Put the caret on a question (default: where work on the section begins)."""
        block = self.sheet.block_at(path) or self.first_question()
        if block is not None:
            block.take_focus()
        elif isinstance(self.sheet, GroupSheet):
            self.sheet.take_add_focus()

    def first_question(self) -> QuestionBlock | None:
        """Where work on the section begins: the first question that is open, else the first."""
        return self.sheet.first_question()

    def activate(self, block: QuestionBlock) -> None:
        """Let a question stand out; nothing else changes but that the remark on the question before is folded away."""
        if self.active not in (None, block) and self.active in self.sheet.built.values():
            self.active.remark.rest()
        block.remark.offer()
        self.active = block
        self.sheet.mark_active(block)

    def write_remark(self, path: str = "") -> None:
        """Open the remark on a question (default: the active one, or where work begins); or fold it when the caret is there."""
        block = self.sheet.block_at(path) or self.active or self.first_question()
        if block is not None and block.isVisible():  # not while reading back
            self.activate(block)
            block.remark.toggle()

    def fold_remarks(self) -> None:
        """Show no remark on a question: somebody else looks at the screen now."""
        for block in self.sheet.built.values():
            block.remark.rest()

    def give_reason(self, reason: NoAnswer) -> None:
        """The active question gets a reason in place of an answer."""
        if self.active is not None:
            self.active.give_reason(reason)

    def take_answer(self, path: str, answer: Answer | None) -> None:
        """Take an answer that was given elsewhere (show-mode): the card shows it."""
        block = self.sheet.block_at(path)
        if block is not None:
            block.show_answer(answer)
        self._editor.set_answer(path, answer)

    def issues(self) -> Issues:
        """Every remark on the profile, by the path of its question."""
        found: dict[str, list[Issue]] = {}
        for issue in self._editor.session.issues():
            found.setdefault(issue.path, []).append(issue)
        return found

    def show_marks(self, issues: Issues) -> None:
        """Show remarks, as `issues` gave them, and conflicts at their questions."""
        self.sheet.show_conflicts(self._editor.session.conflicts)
        self.sheet.show_remarks(issues)

    def _make_sheet(self, path: str = "") -> Sheet:
        voices, profile = self._languages.voices, self._editor.profile
        sheet: Sheet
        if self.section.repeats:
            if self.entry not in profile.entries(self.section.key):
                self.entry = None
            sheet = GroupSheet(self._theme, voices, self.section, profile, self.entry, self._ground)
            sheet.entry_wanted.connect(self._on_entry_wanted)
            sheet.entry_opened.connect(self.entry_opened)
            sheet.entry_removed.connect(self._on_entry_removed)
            sheet.copy_wanted.connect(self._on_copy_wanted)
            sheet.move_wanted.connect(self._on_move_wanted)
        else:
            sheet = SectionSheet(self._theme, voices, self.section, profile, self._ground, path=path)
        sheet.edited.connect(self._editor.set_answer)
        sheet.left.connect(self.left)
        sheet.pushed.connect(self.pushed)
        self._serving.serve(sheet, voices)
        return sheet

    def _on_entry_wanted(self) -> None:
        if self._has_room():
            self.entry_opened.emit(self._editor.add_entry(self.section.key))

    def _on_copy_wanted(self, entry: EntryId) -> None:
        if self._has_room():
            self.entry_opened.emit(self._editor.copy_entry(self.section.key, entry))

    def _on_move_wanted(self, entry: EntryId, places: int) -> None:
        self._editor.move_entry(self.section.key, entry, places)
        if entry != self.entry and isinstance(self.sheet, GroupSheet):
            self.sheet.focus_entry(entry)
            self.entry_moved.emit()

    def _on_entry_removed(self, entry: EntryId) -> None:
        self._editor.remove_entry(self.section.key, entry)

    def _has_room(self) -> bool:
        return len(self._editor.profile.entries(self.section.key)) < self.section.most_entries
