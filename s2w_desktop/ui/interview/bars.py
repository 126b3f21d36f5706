"""Top bar and footer of the interview."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.formats import time_of_day
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.editor import SaveReport, SaveState
from s2w_desktop.ui.interview.depth import DepthButton
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.bar import ActionBar
from s2w_desktop.ui.kit.buttons import Button, ButtonKind, IconButton
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import NARROW_WIDTH, Colour, Role


class SavedLine(Panel):
    """Tells the truth about saving: "All changes saved" only after the commit returned."""

    def __init__(self, theme: Theme, tr: Translator) -> None:
        super().__init__(theme, vertical=False, gap=8)
        self._tr = tr
        self._mark = Mark(theme, "check", Colour.OK, size=18)
        self._words = Label(theme, "", Role.MUTED)
        self._report, self._compact = SaveReport(SaveState.SAVED), False
        self.add(self._mark, self._words)
        self.show_report(self._report)

    def set_compact(self, *, compact: bool) -> None:
        """Show the tick and the time alone where there is no room for words; a screen reader still hears the words."""
        if compact is not self._compact:
            self._compact = compact
            self.show_report(self._report)

    def show_report(self, report: SaveReport) -> None:
        """Show what is true now."""
        _ = self._tr.gettext
        self._report = report
        self._mark.setVisible(report.state is not SaveState.SAVING)
        match report.state:
            case SaveState.SAVING:
                words = _("Saving…")
            case SaveState.FAILED:
                words = _("Not saved yet. Trying again.")
                self._mark.set_mark("alert", Colour.WARN)
            case SaveState.SAVED:
                words = self._saved(report.at)
                self._mark.set_mark("check", Colour.OK)
        short = self._compact and report.state is SaveState.SAVED
        shown = (time_of_day(report.at.astimezone()) if report.at else "") if short else words
        if shown != self._words.text():
            self._words.set_words(shown)
            self._words.setAccessibleName(words)
            if report.state is SaveState.FAILED:
                announce(self._words, words)

    def _saved(self, at: datetime | None) -> str:
        _ = self._tr.gettext
        return fill(_("All changes saved, {time}"), time=Ltr(time_of_day(at.astimezone()))) if at else _("All changes saved")


@dataclass(frozen=True)
class TopWords:
    """What the top bar tells of the profile."""

    case_number: str
    state: str
    languages: str


class TopBar(ActionBar):
    """Back to the list, which profile this is, undo and redo, whether all is saved, languages, depth, paper, show, pause."""

    back_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    show_asked = Signal()
    languages_asked = Signal()
    paper_asked = Signal()
    pause_asked = Signal()

    def __init__(self, theme: Theme, tr: Translator, words: TopWords) -> None:
        super().__init__(theme)
        _ = tr.gettext
        self._back = Button(theme, _("Profiles"), ButtonKind.QUIET, icon="back")
        self._undo = IconButton(theme, "undo", _("Undo"))
        self._redo = IconButton(theme, "redo", _("Redo"))
        self.languages = Button(theme, words.languages, ButtonKind.SECONDARY, icon="globe")
        self.languages.setAccessibleName(fill(_("Languages of the questions: {languages}"), languages=words.languages))
        self.depths = DepthButton(theme, tr)
        self._paper = Button(theme, _("Paper"), ButtonKind.SECONDARY, icon="print")
        self._show = Button(theme, _("Show to the person"), ButtonKind.SECONDARY, icon="show")
        self._pause = Button(theme, _("Pause"), ButtonKind.SECONDARY, icon="pause")
        self._state = Label(theme, words.state, Role.MUTED)
        self.saved = SavedLine(theme, tr)
        code = Label(theme, words.case_number, Role.STRONG)
        self.add(self._back, code, self._state, None, self.saved, self._undo, self._redo)
        self.add(self.languages, self.depths, self._paper, self._show, self._pause)
        self.set_folding((self.depths, self._paper, self.languages, self._pause, self._show, self._back))
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        self._show.clicked.connect(self.show_asked)
        self._back.clicked.connect(self.back_asked)
        self.languages.clicked.connect(self.languages_asked)
        self._paper.clicked.connect(self.paper_asked)
        self._pause.clicked.connect(self.pause_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() * 100 >= NARROW_WIDTH * self.theme.text_scale
        for part in (self._state, self._undo, self._redo):  # where there is none, the keys undo and redo
            part.setVisible(has_room)
        self.fold()

    def fold(self) -> None:
        self.saved.set_compact(compact=False)
        super().fold()
        if self._needed() > self.width():
            self.saved.set_compact(compact=True)

    def show_report(self, report: SaveReport) -> None:
        """Show what is true about saving."""
        self.saved.show_report(report)
        self.fold()

    def show_depth(self, code: str) -> None:
        """Show the depth of the interview."""
        self.depths.show_depth(code)
        self.fold()

    def set_steps(self, *, can_undo: bool, can_redo: bool) -> None:
        """Tell whether there is a step to undo or to redo."""
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def set_state(self, state: str) -> None:
        """Show another state of the profile."""
        self._state.set_words(state)


class Footer(ActionBar):
    """The pages before and after by name; at the end reading back and finishing."""

    asked = Signal(str)  # key of a section, or an `End`
    finish_asked = Signal()
    unfinish_asked = Signal()

    def __init__(self, theme: Theme, tr: Translator) -> None:
        super().__init__(theme)
        self._tr = tr
        self._before_key = self._after_key = ""
        self._before = Button(theme, "", ButtonKind.QUIET, icon="back")
        self._finish = Button(theme, tr.gettext("Finish the interview"), icon="check")
        self._after = Button(theme, "", ButtonKind.PRIMARY, icon="next", icon_last=True)
        self.unfinish_button = Button(theme, tr.gettext("Not finished after all"), icon="undo")
        self.add(self._before, None, self.unfinish_button, self._finish, self._after)
        self.set_folding((self._before, self.unfinish_button, self._finish))
        self.unfinish_button.hide()
        self.unfinish_button.clicked.connect(self.unfinish_asked)
        self._before.clicked.connect(self._on_before)
        self._finish.clicked.connect(self.finish_asked)
        self._after.clicked.connect(self._on_after)

    def show_neighbours(self, before: SectionSpec | None, after: SectionSpec | None) -> None:
        """Name the neighbours of the section that is shown; after the last comes the check."""
        self._show_before(labels.section_title(self._tr, before.key) if before else "", before.key if before else "")
        self._finish.hide()
        self.unfinish_button.hide()
        if after:
            self._show_after(labels.section_title(self._tr, after.key), after.key)
        else:
            self._show_after(self._tr.gettext("Check"), End.CHECK)

    def show_end(self, end: End, last: SectionSpec, *, can_unfinish: bool) -> None:
        """Name what comes before and after a page of the end. Finishing is possible on each, and taking that back."""
        _ = self._tr.gettext
        self.unfinish_button.setVisible(can_unfinish)
        if end is End.CHECK:
            self._show_before(labels.section_title(self._tr, last.key), last.key)
            self._finish.show()
            self._show_after(_("Read back to the person"), End.READ_BACK)
        else:
            self._show_before(_("Check"), End.CHECK)
            self._finish.hide()
            self._show_after(_("Finish the interview"), "")

    def take_focus(self) -> None:
        """Put the focus on the way on."""
        self._after.setFocus()

    def _show_before(self, words: str, key: str) -> None:
        self._before_key = key
        self._before.setVisible(bool(key))
        if key:
            self._before.set_words(words)

    def _show_after(self, words: str, key: str) -> None:
        self._after_key = key
        self._after.set_words(words)
        self._after.set_icon("next" if key else "check")
        self.fold()

    def _on_before(self) -> None:
        self.asked.emit(self._before_key)

    def _on_after(self) -> None:
        if self._after_key:
            self.asked.emit(self._after_key)
        else:
            self.finish_asked.emit()
