"""What is chosen, line below line, each with a button that takes it out."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.kit.buttons import IconButton
from s2w_desktop.ui.kit.panel import Panel, row
from s2w_desktop.ui.kit.text import BilingualLabel
from s2w_desktop.ui.kit.tokens import Role
from s2w_desktop.ui.kit.words import Words

Line = tuple[str, Words, Words | None]
"""A key, and its words in the officer's language and in the person's."""


class ChosenLines(Panel):
    """The lines; hidden while there are none."""

    taken_out = Signal(str)  # the key

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.theme, gap=10)
        self._asked = asked
        self.hide()

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these lines in place of the ones before."""
        self.clear()
        made = [_ChosenLine(self._asked, *line) for line in lines]
        for line in made:
            line.taken_out.connect(self.taken_out)
        self.add(*made)
        if made:
            self.setFocusProxy(made[0])
        self.setVisible(bool(made))


class _ChosenLine(Panel):
    """One thing that is chosen, in one language or two."""

    taken_out = Signal(str)  # the key

    def __init__(self, asked: Asked, key: str, own: Words, other: Words | None) -> None:
        super().__init__(asked.theme, vertical=False, gap=8)
        self._key = key
        name = fill(asked.voices.own.gettext("Take out {entry}"), entry=own.text)
        out = IconButton(asked.theme, "close", name)
        out.clicked.connect(self._on_clicked)
        words = BilingualLabel(asked.theme, own, other, Role.BODY)
        self.box.addWidget(row(asked.theme, words, gap=0), 1)
        self.add(out)
        self.setFocusProxy(out)

    def _on_clicked(self) -> None:
        self.taken_out.emit(self._key)
