"""Navigator and help beside the questions."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.completeness import Completeness, SectionState
from s2w_desktop.domain.fields import SectionSpec
from s2w_desktop.domain.rules.issues import Issue
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.card import Hairline, KeyCap
from s2w_desktop.ui.kit.fields import TextArea
from s2w_desktop.ui.kit.navlist import NavItem, NavList
from s2w_desktop.ui.kit.panel import FoldingRow, Panel, column, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.shortcuts import REASON_ACTS, Act

_MARKS = {SectionState.NOT_STARTED: "empty", SectionState.STARTED: "half", SectionState.RESOLVED: "done"}


class Navigator(Panel):
    """All sections with their state, and the pages of the end; any can be opened at any time. Below: how much is answered."""

    asked = Signal(str)  # key of a section, or an `End`
    open_asked = Signal()

    def __init__(self, theme: Theme, tr: Translator) -> None:
        super().__init__(theme, gap=0, margins=(0, 8, 0, 8))
        self._tr = tr
        _ = tr.gettext
        self._list = NavList(theme, _("Sections of the interview"), ())
        self._count = Label(theme, "", Role.CAPTION)
        self._next_open = Button(theme, _("Next open"), ButtonKind.LINK)
        self.box.addWidget(self._list, 1)
        foot = column(theme, row(theme, self._count, None), row(theme, self._next_open, None), gap=0, margins=(16, 4, 12, 0))
        self.add(foot)
        self._list.chosen.connect(self.asked)
        self._next_open.clicked.connect(self.open_asked)

    def show_state(self, sections: Sequence[SectionSpec], state: Completeness, issues: Mapping[str, Sequence[Issue]]) -> None:
        """Show tallies and remarks of every section that is put."""
        items: list[NavItem] = []
        part = ""
        for section in sections:
            if section.part != part:
                part = section.part
                items.append(NavItem(f"part {part}", labels.part_title(self._tr, part), heading=True))
            remarks = sum(len(found) for path, found in issues.items() if path.startswith(section.key + "."))
            items.append(self._item(section.key, state, remarks))
        self._list.set_items([*items, *self._end_items(sum(map(len, issues.values())))])
        whole = state.whole
        _ = self._tr.gettext
        self._next_open.setVisible(not state.is_complete)
        self._count.set_words(fill(_("{resolved} of {total} answered"), resolved=whole.resolved, total=whole.total))

    def set_current(self, section: str) -> None:
        """Mark the section that is shown."""
        self._list.set_current(section)

    def _end_items(self, remarks: int) -> tuple[NavItem, ...]:
        """The pages after the last section."""
        tr = self._tr
        _ = tr.gettext
        told = tr.ngettext("{n} remark", "{n} remarks", remarks).format(n=remarks) if remarks else ""
        return (
            NavItem(End.CHECK, _("Check"), "list", str(remarks) if remarks else "", state=told),
            NavItem(End.READ_BACK, _("Read aloud"), "sound"),
        )

    def _item(self, key: str, state: Completeness, remarks: int) -> NavItem:
        tr, tally = self._tr, state.sections[key]
        words = labels.section_state_words(tr, tally.state)
        title = labels.section_title(tr, key)
        if remarks:
            told = tr.ngettext("{n} remark", "{n} remarks", remarks).format(n=remarks)
            return NavItem(key, title, "alert", str(remarks), state=f"{words}, {told}")
        count = f"{tally.resolved} / {tally.total}" if tally.state is SectionState.STARTED else ""
        return NavItem(key, title, _MARKS[tally.state], count, state=words)


class _ReasonButton(Button):
    """Gives one reason for no answer."""

    chosen = Signal(object)  # NoAnswer

    def __init__(self, theme: Theme, words: str, reason: NoAnswer) -> None:
        super().__init__(theme, words, ButtonKind.LINK)
        self._reason = reason
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._reason)


class HelpSide(Panel):
    """What to ask here, the reasons for no answer with their keys, and the private remark."""

    reason_asked = Signal(object)  # NoAnswer
    remark_edited = Signal(str)
    remark_left = Signal()
    question_remark_asked = Signal()

    def __init__(self, theme: Theme, tr: Translator) -> None:
        super().__init__(theme, gap=9, margins=(18, 16, 18, 12))
        self._tr = tr
        _ = tr.gettext
        self._title = Label(theme, "", Role.HEADING, wrap=True)
        self._words = Label(theme, "", wrap=True)
        self.add(self._title, self._words, 6, Hairline(), 6, Label(theme, _("No answer"), Role.HEADING))
        for reason, act in REASON_ACTS.items():
            self.add(self._reason_row(reason, act.shown))
        self._private = self._remark_part()
        self.add(6, self._private, None)
        more = row(theme, gap=8)
        more.box.addWidget(Label(theme, _("More help, and all keys"), Role.CAPTION, wrap=True), 1)
        more.add(KeyCap(theme, Act.KEYS.shown))
        self.add(more)
        self.remark.edited.connect(self.remark_edited)
        self.remark.left.connect(self.remark_left)

    def show_section(self, section: str) -> None:
        """Show the help of a section."""
        self._on_question_row.show()
        self._show(labels.section_title(self._tr, section), labels.interviewer_help(self._tr, section))

    def show_end(self, end: End) -> None:
        """Show the help of a page of the end. While reading back the person looks on: the private remark is hidden."""
        _ = self._tr.gettext
        self._on_question_row.hide()
        if end is End.CHECK:
            self._show(_("Check"), _("Enter opens the question of a line. Nothing here must be settled before you finish."))
            return
        words = _("Read aloud slowly, or let the person read. Enter opens the question of a line, to correct it.")
        self._show(_("Read aloud"), words, private=False)

    def _show(self, title: str, words: str, *, private: bool = True) -> None:
        self._title.set_words(title)
        self._words.set_words(words)
        self._private.setVisible(private)

    def _remark_part(self) -> Panel:
        theme, _ = self.theme, self._tr.gettext
        note = Label(theme, _("Private remark"), Role.HEADING, wrap=True)
        self.remark = TextArea(theme, _("Private remark"))
        note.setBuddy(self.remark)
        mark = Mark(theme, "note", Colour.TEXT, ground=Colour.SUNKEN)
        hint = Label(theme, _("For staff. Never shown, never printed for the person."), Role.CAPTION, wrap=True)
        self.on_question = Button(theme, _("On this question"), ButtonKind.LINK)
        self.on_question.setAccessibleName(f"{_('Private remark on this question')}, {Act.REMARK.shown}")
        self.on_question.clicked.connect(self.question_remark_asked)
        self._on_question_row = FoldingRow(theme, self.on_question, None, KeyCap(theme, Act.REMARK.shown), gap=8)
        head = row(theme, mark, gap=8)
        head.box.addWidget(note, 1)
        return column(theme, Hairline(), 6, head, self.remark, hint, self._on_question_row, gap=9)

    def _reason_row(self, reason: NoAnswer, keys: str) -> Panel:
        words = labels.no_answer(self._tr, reason)
        button = _ReasonButton(self.theme, words, reason)
        button.setAccessibleName(f"{words}, {keys}")
        button.chosen.connect(self.reason_asked)
        return FoldingRow(self.theme, button, None, KeyCap(self.theme, keys), gap=8)
