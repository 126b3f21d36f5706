"""The interview: one section at a time, two languages, everything saved as it is said."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.asking import TIER_PATH, asked_sections, asking_of
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.completeness import completeness, first_open
from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.questionnaire import CORE
from s2w_desktop.domain.rules.issues import Issue
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.languages import iso639_3_of, language
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor, SaveReport
from s2w_desktop.ui.forms.group import GroupSheet
from s2w_desktop.ui.forms.question import QuestionBlock, block_of
from s2w_desktop.ui.forms.sheet import SectionSheet, Sheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.interview.bars import Footer, TopBar, TopWords
from s2w_desktop.ui.interview.copies import Copies
from s2w_desktop.ui.interview.depth import DepthButton, nearest_put
from s2w_desktop.ui.interview.place import Place
from s2w_desktop.ui.interview.second_language import SecondLanguageMenu
from s2w_desktop.ui.interview.sides import HelpSide, Navigator
from s2w_desktop.ui.interview.timing import SectionTiming
from s2w_desktop.ui.kit.frame import InterviewFrame, InterviewParts, InterviewWords
from s2w_desktop.ui.shortcuts import Act, KeysBeforeFields, Where, bind

REMARK_PATH, FINISHED_PATH = "record.remark", "record.finished_on"


class InterviewPage(QWidget):
    """One interview. It owns the editing session until `finish_session`."""

    closed = Signal()
    preview_asked = Signal(object)  # ProfileId
    pause_asked = Signal()

    def __init__(self, desk: Desk, workplace: Workplace, session: EditingSession) -> None:
        super().__init__()
        self._desk = desk
        self._workplace = workplace
        self._second = self._first_second(session)
        self.editor = ProfileEditor(session, desk.sources, self)
        self._section = asked_sections(CORE, session.profile)[0]
        self._tier = asking_of(session.profile).tier
        self._entry: EntryId | None = None
        self._active: QuestionBlock | None = None
        tr = desk.translator
        self._top = TopBar(desk.theme, tr, self._top_words())
        self._top.depths.setVisible(not workplace.templates.decides_depth())
        self._top.depths.show_depth(self._tier.code)
        self._top.saved.setVisible(session.is_kept)  # the band above the page tells what is true where nothing is kept
        self._navigator = Navigator(desk.theme, tr)
        self._help = HelpSide(desk.theme, tr)
        self._footer = Footer(desk.theme, tr)
        self._copies = Copies(desk, workplace.attachments, self.editor, self)
        self._sheet = self._make_sheet()
        self._frame = self._make_frame()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self._connect()
        self._timing = SectionTiming(self, session, desk.sources)
        self._show_section_parts()

    # --- what the window asks ---

    def place(self) -> Place:
        """Where the caret stands, to come back to after a rebuild or a pause."""
        focused = QApplication.focusWidget()
        caret = focused.cursorPosition() if isinstance(focused, QLineEdit) else -1
        return Place(self._section.key, self._entry, self._active.path if self._active else "", caret, self._second)

    def restore(self, place: object) -> None:
        """Go back to a place."""
        if not isinstance(place, Place):
            return
        if place.second != self._second:
            self._second = place.second
            self._top.languages.set_words(self._languages_words())
        self.show_section(place.section, place.entry, place.path)
        _put_caret(place.caret)

    def finish_session(self) -> None:
        """Save and seal; the page may not be used afterwards. Raises what the store raises, and then nothing is lost."""
        self._copies.stop_all()
        self.editor.close()

    def case_number(self) -> str:
        """The code of the profile, for the window title."""
        return self.editor.profile.text("record.case_number")

    # --- sections ---

    def show_section(self, key: str, entry: EntryId | None = None, path: str = "") -> None:
        """Open a section, one of its entries, and put the caret on a question (default: the first)."""
        self.editor.save_now()
        self._section, self._entry = CORE.by_key[key], entry
        self._rebuild(path)

    @property
    def sheet(self) -> Sheet:
        """The section on screen."""
        return self._sheet

    def _follow(self) -> None:
        """Show a profile that changed in more than one place; whoever types goes on where they were."""
        place, focused = self.place(), QApplication.focusWidget()
        self._rebuild(place.path)
        self._help.remark.set_text(self.editor.profile.text(REMARK_PATH))
        if focused is not None and self._help.isAncestorOf(focused):
            focused.setFocus()
        else:
            _put_caret(place.caret)

    @property
    def depths(self) -> DepthButton:
        """Where the depth is chosen."""
        return self._top.depths

    def _rebuild(self, path: str = "") -> None:
        self._active = None
        old = self._sheet
        self._sheet = self._make_sheet()
        self._frame.set_page(self._sheet)
        old.deleteLater()
        self._show_section_parts()
        block = self._sheet.blocks.get(path) or self._first_question()
        if block is not None:
            block.take_focus()
        elif isinstance(self._sheet, GroupSheet):
            self._sheet.take_add_focus()

    def _first_question(self) -> QuestionBlock | None:
        """Where work on the section begins: the first question that is open, else the first."""
        asked = self._sheet.asked_blocks()
        return next((block for block in asked if block.answer is None), asked[0] if asked else None)

    def _make_sheet(self) -> Sheet:
        voices, profile, theme = self._voices(), self.editor.profile, self._desk.theme
        sheet: Sheet
        if self._section.repeats:
            entries = profile.entries(self._section.key)
            if self._entry not in entries:
                self._entry = None
            sheet = GroupSheet(theme, voices, self._section, profile, self._entry)
            sheet.entry_wanted.connect(self._on_entry_wanted)
            sheet.entry_opened.connect(self._on_entry_opened)
            sheet.entry_removed.connect(self._on_entry_removed)
            sheet.copy_wanted.connect(self._on_copy_wanted)
            sheet.move_wanted.connect(self._on_move_wanted)
        else:
            sheet = SectionSheet(theme, voices, self._section, profile)
        sheet.edited.connect(self.editor.set_answer)
        sheet.left.connect(self._on_left)
        self._copies.serve(sheet)
        return sheet

    def _show_section_parts(self) -> None:
        self._footer.show_neighbours(self._neighbour(-1), self._neighbour(1))
        self._help.show_section(self._section.key)
        self._timing.enter(self._section.key)
        self._sheet.show_conflicts(self.editor.session.conflicts)
        self._refresh()
        self._show_remarks()
        self._navigator.set_current(self._section.key)

    def _neighbour(self, steps: int) -> SectionSpec | None:
        """The section so many steps after this one among those that are put; None beyond the ends."""
        asked = asked_sections(CORE, self.editor.profile)
        place = (asked.index(self._section) if self._section in asked else 0) + steps
        return asked[place] if 0 <= place < len(asked) else None

    # --- edits ---

    def _on_changed(self, path: str) -> None:
        if not path:
            self._follow()
            return
        self._refresh()

    def _on_left(self, _path: str) -> None:
        self.editor.save_now()
        self._sheet.show_conflicts(self.editor.session.conflicts)
        self._show_remarks()

    def _refresh(self) -> None:
        """Follow the profile with what depends on it, but never write into an input."""
        self._sheet.refresh(self.editor.profile)
        profile = self.editor.profile
        self._navigator.show_state(asked_sections(CORE, profile), completeness(CORE, profile), self._issues())
        self._navigator.set_current(self._section.key)
        self._top.set_state(self._state_words())
        self._follow_depth()

    def _show_remarks(self) -> None:
        self._sheet.show_remarks(self._issues())

    def _issues(self) -> dict[str, list[Issue]]:
        found: dict[str, list[Issue]] = {}
        for issue in self.editor.session.issues():
            found.setdefault(issue.path, []).append(issue)
        return found

    def _give_reason(self, reason: NoAnswer) -> None:
        if self._active is not None:
            self._active.give_reason(reason)

    def _on_entry_wanted(self) -> None:
        if self._has_room():
            self._entry = self.editor.add_entry(self._section.key)
            self._rebuild()

    def _on_copy_wanted(self, entry: EntryId) -> None:
        if self._has_room():
            self._entry = self.editor.copy_entry(self._section.key, entry)
            self._rebuild()

    def _on_move_wanted(self, entry: EntryId, places: int) -> None:
        self.editor.move_entry(self._section.key, entry, places)
        if entry != self._entry and isinstance(self._sheet, GroupSheet):
            self._sheet.focus_entry(entry)
            QTimer.singleShot(0, self, self._show_focus)

    def _has_room(self) -> bool:
        return len(self.editor.profile.entries(self._section.key)) < self._section.most_entries

    def _on_entry_opened(self, entry: EntryId | None) -> None:
        self.show_section(self._section.key, entry)

    def _on_entry_removed(self, entry: EntryId) -> None:
        self.editor.remove_entry(self._section.key, entry)

    def _on_remark_edited(self, text: str) -> None:
        limit = CORE.spec(REMARK_PATH).max_length
        self.editor.set_answer(REMARK_PATH, cleaned(text)[:limit].strip() or None)

    def _finish(self) -> None:
        self.editor.set_answer(FINISHED_PATH, SaidDate.on(self._desk.sources.today()))
        self.editor.save_now()
        self.closed.emit()

    def _next_open(self) -> None:
        """Go to the first question that is neither answered nor has a reason."""
        found = first_open(CORE, self.editor.profile)
        if found is not None:
            self.show_section(found.section.key, found.entry, found.path)

    # --- languages ---

    def _voices(self) -> Voices:
        own, profile = self._desk.translator, self.editor.profile
        second = self._second
        other = self._desk.catalogues.translator(second) if second and second != own.code else None
        spoken = profile.text("record.person_language") or "eng"
        return Voices(own, other, spoken, iso639_3_of(own.code))

    def _first_second(self, session: EditingSession) -> str | None:
        return self._desk.catalogues.reading_language(session.profile.text("record.person_language"))

    def _languages_words(self) -> str:
        """The language beside the officer's, or the officer's where it stands alone."""
        return language(self._second or self._desk.translator.code).native_name

    def _ask_language(self) -> None:
        menu = SecondLanguageMenu(self._desk.catalogues, self._desk.translator, self._second, self)
        menu.chosen.connect(self.set_second_language)
        menu.popup(self._top.languages.mapToGlobal(self._top.languages.rect().bottomLeft()))

    def set_second_language(self, code: str | None) -> None:
        """Ask in another language beside the officer's; the caret stays where it is."""
        place = self.place()
        self.restore(Place(place.section, place.entry, place.path, place.caret, code))

    def set_depth(self, code: str) -> None:
        """Put more or fewer questions, by a code of the list `tier`. No answer is touched, and undo brings the depth back."""
        self.editor.set_answer(TIER_PATH, code)
        self.editor.save_now()

    def _follow_depth(self) -> None:
        """Show the section anew when the depth became another, by the menu or by undo; or the one before where it has gone."""
        profile = self.editor.profile
        tier = asking_of(profile).tier
        if tier is self._tier:
            return
        self._tier = tier
        self._top.show_depth(tier.code)
        present = self._section
        section = nearest_put(asked_sections(CORE, profile), CORE.sections, present)
        path = self._active.path if self._active else ""
        self.show_section(section.key, self._entry if section is present else None, path)

    # --- parts ---

    def _top_words(self) -> TopWords:
        return TopWords(self.case_number(), self._state_words(), self._languages_words())

    def _state_words(self) -> str:
        _ = self._desk.translator.gettext
        return _("Complete") if self.editor.profile.date(FINISHED_PATH) else _("Draft")

    def _make_frame(self) -> InterviewFrame:
        _ = self._desk.translator.gettext
        parts = InterviewParts(self._top, self._navigator, self._sheet, self._help, self._footer)
        return InterviewFrame(self._desk.theme, parts, InterviewWords(_("Sections"), _("Help")))

    def _connect(self) -> None:
        self.editor.changed.connect(self._on_changed)
        self.editor.save_reported.connect(self._on_save_reported)
        self._top.back_asked.connect(self.closed)
        self._top.languages_asked.connect(self._ask_language)
        self._top.depths.chosen.connect(self.set_depth)
        self._top.paper_asked.connect(self._on_paper_asked)
        self._top.pause_asked.connect(self.pause_asked)
        self._navigator.section_asked.connect(self.show_section)
        self._navigator.open_asked.connect(self._next_open)
        self._footer.section_asked.connect(self.show_section)
        self._footer.finish_asked.connect(self._finish)
        self._help.reason_asked.connect(self._give_reason)
        self._help.remark.set_text(self.editor.profile.text(REMARK_PATH))
        self._help.remark_edited.connect(self._on_remark_edited)
        self._help.remark_left.connect(self.editor.save_now)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._connect_keys()

    def _connect_keys(self) -> None:
        slots = {
            Act.REFUSED: self._on_refused,
            Act.UNKNOWN: self._on_unknown,
            Act.NOT_APPLICABLE: self._on_not_applicable,
            Act.NOT_ASKED: self._on_not_asked,
            Act.NEXT_OPEN: self._next_open,
            Act.SECTION_BEFORE: self._on_section_before,
            Act.SECTION_AFTER: self._on_section_after,
            Act.UNDO: self.editor.undo,
            Act.REDO: self.editor.redo,
        }
        bind(self, Where.INTERVIEW, slots)
        KeysBeforeFields(self, (Where.INTERVIEW, Where.ENTRIES))

    def _on_refused(self) -> None:
        self._give_reason(NoAnswer.REFUSED)

    def _on_unknown(self) -> None:
        self._give_reason(NoAnswer.UNKNOWN)

    def _on_not_applicable(self) -> None:
        self._give_reason(NoAnswer.NOT_APPLICABLE)

    def _on_not_asked(self) -> None:
        self._give_reason(NoAnswer.NOT_ASKED)

    def _on_section_before(self) -> None:
        self._step(-1)

    def _on_section_after(self) -> None:
        self._step(1)

    def _on_paper_asked(self) -> None:
        self.preview_asked.emit(self.editor.profile.id)

    def _step(self, steps: int) -> None:
        found = self._neighbour(steps)
        if found is not None:
            self.show_section(found.key)

    def _on_save_reported(self, report: SaveReport) -> None:
        self._top.show_report(report)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        block = block_of(new)
        if block is None or block is self._active or not self._sheet.isAncestorOf(block):
            return
        self._active = block
        self._sheet.mark_active(block)
        QTimer.singleShot(0, self, self._show_active)

    def _show_active(self) -> None:
        """Scroll to the active question, without motion."""
        if self._active is not None and self._active in self._sheet.blocks.values():
            self._frame.scroll_page.ensureWidgetVisible(self._active, 0, self._desk.theme.px(24))

    def _show_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._sheet.isAncestorOf(focused):
            self._frame.scroll_page.ensureWidgetVisible(focused, 0, self._desk.theme.px(24))


def _put_caret(caret: int) -> None:
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit) and caret >= 0:
        focused.setCursorPosition(caret)
