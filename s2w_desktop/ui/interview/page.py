"""The interview: one section at a time, two languages, everything saved as it is said."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from s2w_desktop.domain.asking import TIER_PATH, asked_sections, asking_of
from s2w_desktop.domain.completeness import OpenQuestion, first_open
from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.places import Spot
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.editor import ProfileEditor
from s2w_desktop.ui.forms.placed import PlacedQuestion
from s2w_desktop.ui.forms.question import QuestionBlock, block_of
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.interview.bars import Footer, TopBar, TopWords
from s2w_desktop.ui.interview.depth import DepthButton, nearest_put
from s2w_desktop.ui.interview.ends import EndPages
from s2w_desktop.ui.interview.hearing import Hearing
from s2w_desktop.ui.interview.job_skills import JobSkills
from s2w_desktop.ui.interview.look_alikes import LookAlikesNotice
from s2w_desktop.ui.interview.overview import FINISHED_PATH, Overview, state_words
from s2w_desktop.ui.interview.pair import LanguagePair
from s2w_desktop.ui.interview.place import End, Place, put_caret
from s2w_desktop.ui.interview.place_keeper import PlaceKeeper
from s2w_desktop.ui.interview.remarks import Remarks
from s2w_desktop.ui.interview.second_language import SecondLanguageMenu
from s2w_desktop.ui.interview.serving import Serving
from s2w_desktop.ui.interview.showing import Showing
from s2w_desktop.ui.interview.sides import HelpSide, Navigator
from s2w_desktop.ui.interview.sight import Sight
from s2w_desktop.ui.interview.stage import SectionStage
from s2w_desktop.ui.interview.steps import place_of_step, step_words
from s2w_desktop.ui.interview.timing import SectionTiming
from s2w_desktop.ui.interview.withdrawn import WithdrawnCopies
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.frame import InterviewFrame, InterviewParts, InterviewWords
from s2w_desktop.ui.shortcuts import REASON_ACTS, Act, KeysBeforeFields, Where, bind


class InterviewPage(QWidget):
    """One interview. It owns the editing session until `finish_session`."""

    closed = Signal()
    preview_asked = Signal(object)  # ProfileId
    pause_asked = Signal()

    def __init__(self, desk: Desk, workplace: Workplace, session: EditingSession, parent: QWidget | None = None) -> None:
        """`parent` is what the page will stand in: built there, it need not be moved when it is full, which is slow."""
        super().__init__(parent)
        self._desk = desk
        self._languages = LanguagePair(desk, session.profile)
        self.editor = ProfileEditor(session, desk.sources, self)
        self.ends = EndPages(desk, self.editor, self)
        self._tier = asking_of(session.profile).tier
        tr = desk.translator
        self._top = TopBar(desk.theme, tr, self._top_words())
        self._top.depths.setVisible(not workplace.templates.decides_depth())
        self._top.depths.show_depth(self._tier.code)
        if not session.is_kept:
            self._top.saved.hide()  # the band above the page tells what is true
        self._navigator = Navigator(desk.theme, tr)
        self._help = HelpSide(desk.theme, tr)
        self._footer = Footer(desk.theme, tr)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._frame = self._make_frame()
        layout.addWidget(self._frame)
        self._serving = Serving(desk, workplace, self.editor, self)
        first = asked_sections(QUESTIONNAIRE, session.profile)[0]
        self._stage = SectionStage(desk.theme, self.editor, self._languages, self._serving, first, self._frame.ground)
        self._frame.set_page(self.sheet)
        self.withdrawn = WithdrawnCopies(desk, workplace.attachments, self.editor, self)
        self._remarks = Remarks(self.editor, self._help, self._stage)
        self._sight = Sight(self._frame, self._stage, self)
        self.showing = Showing(desk, self.editor, self._stage, self, training=workplace.station.training)
        self.job_skills = JobSkills(desk, workplace.esco, self.editor, self._stage, self._languages, self)
        self.look_alikes = LookAlikesNotice(desk, workplace, self.editor, self._stage)
        self._hearing = Hearing(desk, self._stage, self.showing, self)
        self._overview = Overview(tr, self.editor, self._stage, self.ends, self._top, self._navigator)
        self._connect()
        self._timing = SectionTiming(self, session, desk.sources)
        self._today = workplace.sources.today
        self._place_keeper = PlaceKeeper(workplace.places, session, self._sight, self.ends)
        self._show_section_parts()

    # --- what the window asks ---

    def place(self) -> Place:
        """Where the caret stands, to come back to after a rebuild or a pause."""
        return Place(**vars(self._sight.spot()), second=self._languages.second, end=self.ends.present)

    def restore(self, place: object) -> None:
        """Go back to a place: one that `place` gave, or a spot that was kept, as far as it is still there."""
        if not isinstance(place, Spot):
            return
        if isinstance(place, Place) and place.second != self._languages.second:
            self._languages.second = place.second
            self._top.languages.set_words(self._languages.words)
        if place.section not in (section.key for section in asked_sections(QUESTIONNAIRE, self.editor.profile)):
            place = self.place()
        self.show_section(place.section, place.entry, place.path)
        put_caret(place.caret)
        self._sight.scroll_to(place.scroll)
        if isinstance(place, Place) and place.end is not None:
            self.show_end(place.end)

    def finish_session(self) -> None:
        """Save and seal; the page may not be used afterwards. Raises what the store raises, and then nothing is lost."""
        self._serving.stop_all()
        self.showing.end()
        self._place_keeper.stop()
        self.editor.close()
        self._place_keeper.keep_now()

    def case_number(self) -> str:
        """The code of the profile, for the window title."""
        return self.editor.profile.text("record.case_number")

    # --- sections ---

    def show_section(self, key: str, entry: EntryId | None = None, path: str = "") -> None:
        """Open a section, one of its entries, and put the caret on a question (default: the first)."""
        self.editor.save_now()
        self._open(QUESTIONNAIRE.by_key[key], entry, path)

    @property
    def sheet(self) -> Sheet:
        """The section on screen, or the one before the page of the end that is."""
        return self._stage.sheet

    def _open(self, section: SectionSpec, entry: EntryId | None, path: str) -> None:
        self._stage.open(section, entry, path)
        self.ends.leave()
        self._show_section_parts()  # before it is seen: on screen, each part that comes has all of the sheet laid out
        self._frame.set_page(self.sheet)
        self._sight.show_active()
        self._stage.take_focus(path)

    def _follow(self) -> None:
        """Show a profile that changed in more than one place; whoever types goes on where they were."""
        place, focused = self.place(), QApplication.focusWidget()
        self._open(self._stage.section, self._stage.entry, place.path)
        if focused is not None and self._help.isAncestorOf(focused):
            focused.setFocus()
        else:
            put_caret(place.caret)

    def _show_section_parts(self) -> None:
        self._footer.show_neighbours(self._neighbour(-1), self._neighbour(1))
        self._help.show_section(self._stage.section.key)
        self._timing.enter(self._stage.section.key)
        self._stage.show_marks(self._overview.refresh())

    def _neighbour(self, steps: int) -> SectionSpec | None:
        """The section so many steps after this one among those that are put; None beyond the ends."""
        asked, here = asked_sections(QUESTIONNAIRE, self.editor.profile), self._stage.section
        place = (asked.index(here) if here in asked else 0) + steps
        return asked[place] if 0 <= place < len(asked) else None

    # --- the end: check, read back, finish ---

    def show_end(self, end: End) -> None:
        """Show a page of the end. None of them is needed: a draft can be left, and handed over, at any time."""
        self.editor.save_now()
        self._stage.active = None
        self._frame.set_page(self.ends.enter(end, self._languages))
        self._help.show_end(end)
        last = asked_sections(QUESTIONNAIRE, self.editor.profile)[-1]
        self._footer.show_end(end, last, can_unfinish=self.editor.session.can_unfinish)
        self._overview.refresh()
        if not self.ends.take_focus():
            self._footer.take_focus()

    def _on_asked(self, key: str) -> None:
        """A line of the navigator or a button of the footer was chosen."""
        if key in tuple(End):
            self.show_end(End(key))
        else:
            self.show_section(key)

    def _on_place_asked(self, place: OpenQuestion) -> None:
        self.show_section(place.section.key, place.entry, place.path)

    def _on_check_asked(self) -> None:
        self.show_end(End.CHECK)

    def _finish(self) -> None:
        self.editor.set_answer(FINISHED_PATH, SaidDate.on(self._today()))
        self.editor.save_now()
        self.closed.emit()

    def _unfinish(self) -> None:
        """The interview goes on: it is a draft again. An edit like any other, so undo finishes it again."""
        self.editor.set_answer(FINISHED_PATH, None)
        self.show_end(self.ends.present or End.CHECK)

    def _next_open(self) -> None:
        """Go to the first question that is neither answered nor has a reason."""
        found = first_open(QUESTIONNAIRE, self.editor.profile)
        if found is not None:
            self._on_place_asked(found)

    # --- edits ---

    def _on_changed(self, path: str) -> None:
        if not path:
            self._follow()
        else:
            self._overview.follow(path)
        self.showing.refresh()

    def _on_walked(self, path: str, again: bool) -> None:  # a signal's arguments
        """A step was undone or redone: go where it was, so that the officer sees what changed."""
        place = place_of_step(QUESTIONNAIRE, self.editor.profile, path)
        self._remarks.refresh()
        if place is None:
            self._overview.refresh()
        else:
            self.show_section(place.section.key, place.entry, place.path)
            self._remarks.follow(path)
        self.showing.refresh()
        announce(self, step_words(self._desk.translator, QUESTIONNAIRE, path, again=again))

    def _on_left(self, path: str) -> None:
        if path in self.sheet.built:  # not of the section before: that was saved before it went
            self.editor.save_now()
            self._stage.show_marks(self._overview.catch_up())

    def _on_entry_opened(self, entry: EntryId | None) -> None:
        self.show_section(self._stage.section.key, entry)

    # --- show to the person ---

    def show_to_person(self) -> None:
        """Show the active question, or the first of the section, full screen; the same again ends that."""
        if self.ends.present is None or self.showing.window is not None:
            self._stage.fold_remarks()
            self.showing.toggle(self._languages.person)

    def _on_shown_moved(self, question: PlacedQuestion) -> None:
        """The page goes along, so that the officer is at the same question afterwards."""
        if question.path not in self.sheet.blocks:
            self.show_section(question.section.key, question.entry, question.path)
        block = self.sheet.blocks[question.path]
        block.take_focus()  # of this window, which does not come to the front by that
        self._activate(block)

    # --- languages ---

    def _ask_language(self) -> None:
        menu = SecondLanguageMenu(self._desk.catalogues, self._desk.translator, self._languages.second, self)
        menu.chosen.connect(self.set_second_language)
        menu.popup(self._top.languages.mapToGlobal(self._top.languages.rect().bottomLeft()))

    def set_second_language(self, code: str | None) -> None:
        """Ask in another language beside the officer's; the caret stays where it is."""
        self.restore(replace(self.place(), second=code))

    @property
    def depths(self) -> DepthButton:
        """Where the depth is chosen."""
        return self._top.depths

    def set_depth(self, code: str) -> None:
        """Put more or fewer questions, by a code of the list `tier`. No answer is touched, and undo brings the depth back."""
        self.editor.set_answer(TIER_PATH, code)
        self.editor.save_now()

    def _follow_depth(self) -> None:
        """Show the section anew when the depth became another, by the menu or by undo; or the one before where it has gone."""
        profile, stage = self.editor.profile, self._stage
        tier = asking_of(profile).tier
        if tier is self._tier:
            return
        self._tier = tier
        self._top.show_depth(tier.code)
        section = nearest_put(asked_sections(QUESTIONNAIRE, profile), QUESTIONNAIRE.sections, stage.section)
        self.show_section(section.key, stage.entry if section is stage.section else None, stage.active_path)

    # --- parts ---

    def _top_words(self) -> TopWords:
        return TopWords(self.case_number(), state_words(self._desk.translator, self.editor), self._languages.words)

    def _make_frame(self) -> InterviewFrame:
        _ = self._desk.translator.gettext
        parts = InterviewParts(self._top, self._navigator, None, self._help, self._footer)
        return InterviewFrame(self._desk.theme, parts, InterviewWords(_("Sections"), _("Help")), self)

    def _connect(self) -> None:
        self.editor.changed.connect(self._on_changed)
        self.editor.walked.connect(self._on_walked)
        self.editor.save_reported.connect(self._top.show_report)
        self._connect_top()
        self._overview.refreshed.connect(self._follow_depth)
        self._stage.left.connect(self._on_left)
        self._stage.entry_opened.connect(self._on_entry_opened)
        self._stage.entry_moved.connect(self._sight.show_focus)
        self._navigator.asked.connect(self._on_asked)
        self._navigator.open_asked.connect(self._next_open)
        self._footer.asked.connect(self._on_asked)
        self._footer.finish_asked.connect(self._finish)
        self._footer.unfinish_asked.connect(self._unfinish)
        self._help.reason_asked.connect(self._stage.give_reason)
        self.ends.place_asked.connect(self._on_place_asked)
        self.showing.answered.connect(self._on_left)
        self.showing.moved.connect(self._on_shown_moved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._connect_keys()

    def _connect_top(self) -> None:
        top = self._top
        top.back_asked.connect(self.closed)
        top.undo_asked.connect(self.editor.undo)
        top.redo_asked.connect(self.editor.redo)
        top.show_asked.connect(self.show_to_person)
        top.languages_asked.connect(self._ask_language)
        top.depths.chosen.connect(self.set_depth)
        top.paper_asked.connect(self._on_paper_asked)
        top.pause_asked.connect(self.pause_asked)

    def _connect_keys(self) -> None:
        slots = {
            **dict.fromkeys(REASON_ACTS.values(), self._on_reason_key),
            **self._hearing.keys(),
            Act.REMARK: self._remarks.toggle,
            Act.NEXT_OPEN: self._next_open,
            Act.CHECK: self._on_check_asked,
            Act.SHOW: self.show_to_person,
            Act.SECTION_BEFORE: self._on_section_before,
            Act.SECTION_AFTER: self._on_section_after,
            Act.UNDO: self.editor.undo,
            Act.REDO: self.editor.redo,
        }
        bind(self, Where.INTERVIEW, slots)
        KeysBeforeFields(self, (Where.INTERVIEW, Where.ENTRIES))

    def _on_reason_key(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            keys = shortcut.key().toString()
            self._stage.give_reason(next(reason for reason, act in REASON_ACTS.items() if act.shown == keys))

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

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        block = block_of(new)
        if block is None or not self.sheet.isAncestorOf(block):
            return
        if block is not self._stage.active:
            self._activate(block)
        self.showing.follow(block.path)

    def _activate(self, block: QuestionBlock) -> None:
        """Let a question stand out, and scroll to it where it is not in sight."""
        self._stage.activate(block)
        self._sight.show_active()
