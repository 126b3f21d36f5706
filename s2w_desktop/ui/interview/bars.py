"""Top bar and footer of the interview."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal

from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.formats import time_of_day
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.editor import SaveReport, SaveState
from s2w_desktop.ui.interview.depth import DepthButton
from s2w_desktop.ui.kit.announce import announce
from s2w_desktop.ui.kit.bar import ActionBar
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role


class SavedLine(Panel):
    """Tells the truth about saving: "All changes saved" only after the commit returned."""

    def __init__(self, theme: Theme, tr: Translator) -> None:
        super().__init__(theme, vertical=False, gap=8)
        self._tr = tr
        self._mark = Mark(theme, "check", Colour.OK, size=18)
        self._words = Label(theme, "", Role.MUTED)
        self.add(self._mark, self._words)
        self.show_report(SaveReport(SaveState.SAVED))

    def show_report(self, report: SaveReport) -> None:
        """Show what is true now."""
        _ = self._tr.gettext
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
        if words != self._words.text():
            self._words.set_words(words)
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
    """Back to the list, which profile this is, whether all is saved, languages, depth, paper, pause."""

    back_asked = Signal()
    languages_asked = Signal()
    paper_asked = Signal()
    pause_asked = Signal()

    def __init__(self, theme: Theme, tr: Translator, words: TopWords) -> None:
        super().__init__(theme)
        _ = tr.gettext
        self._back = Button(theme, _("Profiles"), ButtonKind.QUIET, icon="back")
        self._state = Label(theme, words.state, Role.MUTED)
        self.saved = SavedLine(theme, tr)
        self.languages = Button(theme, words.languages, ButtonKind.SECONDARY, icon="globe")
        self.languages.setAccessibleName(fill(_("Languages of the questions: {languages}"), languages=words.languages))
        self.depths = DepthButton(theme, tr)
        self._paper = Button(theme, _("Paper"), ButtonKind.SECONDARY, icon="print")
        self._pause = Button(theme, _("Pause"), ButtonKind.SECONDARY, icon="pause")
        code = Label(theme, words.case_number, Role.STRONG)
        self.add(self._back, 8, code, self._state, None, self.saved, 8, self.languages, self.depths, self._paper, self._pause)
        self.set_folding((self.depths, self._paper, self.languages, self._pause, self._back))
        self._back.clicked.connect(self.back_asked)
        self.languages.clicked.connect(self.languages_asked)
        self._paper.clicked.connect(self.paper_asked)
        self._pause.clicked.connect(self.pause_asked)

    def show_report(self, report: SaveReport) -> None:
        """Show what is true about saving."""
        self.saved.show_report(report)
        self.fold()

    def show_depth(self, code: str) -> None:
        """Show the depth of the interview."""
        self.depths.show_depth(code)
        self.fold()

    def set_state(self, state: str) -> None:
        """Show another state of the profile."""
        self._state.set_words(state)


class Footer(Panel):
    """The sections before and after by name; on the last page the end of the interview."""

    section_asked = Signal(str)
    finish_asked = Signal()

    def __init__(self, theme: Theme, tr: Translator) -> None:
        super().__init__(theme, vertical=False, gap=8)
        self._tr = tr
        self._before_key = self._after_key = ""
        self._before = Button(theme, "", ButtonKind.QUIET, icon="back")
        self._after = Button(theme, "", ButtonKind.PRIMARY, icon="next", icon_last=True)
        self.add(self._before, None, self._after)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)

    def show_neighbours(self, before: SectionSpec | None, after: SectionSpec | None) -> None:
        """Name the neighbours of the section that is shown."""
        _ = self._tr.gettext
        self._before_key, self._after_key = before.key if before else "", after.key if after else ""
        self._before.setVisible(before is not None)
        if before:
            self._before.set_words(labels.section_title(self._tr, before.key))
        self._after.set_words(labels.section_title(self._tr, after.key) if after else _("Finish the interview"))
        self._after.set_icon("next" if after else "check")

    def _on_before(self) -> None:
        self.section_asked.emit(self._before_key)

    def _on_after(self) -> None:
        if self._after_key:
            self.section_asked.emit(self._after_key)
        else:
            self.finish_asked.emit()
