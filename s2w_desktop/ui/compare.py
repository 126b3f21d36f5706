"""Six words of a key, compared by two people: one types what the other reads out, and only then sees the words of the file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from s2w_desktop.domain.folding import folded
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.kit.fields import TextField
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import Label, Mark
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour, Role


class WordCompare(Panel):
    """Two columns: typed, and in the file. A word of the file appears when something stands beside it.

    So nobody can agree without having asked. `edited` comes with every change; `is_equal` says whether all six agree.
    """

    edited = Signal()

    def __init__(self, desk: Desk, words: Sequence[str], *, typed_title: str, file_title: str) -> None:
        super().__init__(desk.theme, gap=8)
        _ = desk.translator.gettext
        self._words, self._fields, self._shown = tuple(words), list[TextField](), list[Label]()
        self._marks: list[Mark] = []
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(desk.theme.gap(16))
        grid.setVerticalSpacing(desk.theme.gap(6))
        grid.addWidget(Label(desk.theme, typed_title, Role.OVERLINE), 0, 0)
        grid.addWidget(Label(desk.theme, file_title, Role.OVERLINE), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for number in range(1, len(self._words) + 1):
            field = TextField(desk.theme, fill(_("Word {n}, as read out"), n=number), language="en")
            field.setInputMethodHints(Qt.InputMethodHint.ImhNoAutoUppercase | Qt.InputMethodHint.ImhNoPredictiveText)
            field.left.connect(self._on_left)
            field.edited.connect(self._on_edited)
            mark, shown = Mark(desk.theme, "empty", Colour.MUTED, size=ICON_SMALL), Label(desk.theme, "")
            self._fields.append(field)
            self._marks.append(mark)
            self._shown.append(shown)
            grid.addWidget(field, number, 0)
            grid.addWidget(row(desk.theme, mark, shown, None), number, 1)
        self.add(body)
        self.setFocusProxy(self._fields[0])

    @property
    def fields(self) -> Sequence[TextField]:
        """The lines to type in."""
        return tuple(self._fields)

    def typed(self) -> str:
        """What was typed, as one line."""
        return " ".join(field.text().strip() for field in self._fields)

    def is_equal(self) -> bool:
        """Whether every word typed is the word of the file."""
        return all(self._agrees(number) for number in range(len(self._words)))

    def _agrees(self, number: int) -> bool:
        return folded(self._fields[number].text().strip()) == folded(self._words[number])

    def _on_edited(self) -> None:
        for number in range(len(self._words)):
            if self._agrees(number):
                self._judge(number)
        self.edited.emit()

    def _on_left(self) -> None:
        for number, field in enumerate(self._fields):
            if field.text().strip() and not field.hasFocus():
                self._judge(number)
        self.edited.emit()

    def _judge(self, number: int) -> None:
        agrees = self._agrees(number)
        self._marks[number].setProperty("state", "agrees" if agrees else "differs")
        self._marks[number].set_mark("done" if agrees else "stop", Colour.OK if agrees else Colour.BAD)
        self._shown[number].set_words(self._words[number])
