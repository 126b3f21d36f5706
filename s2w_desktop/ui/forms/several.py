"""Several codes of a long list: typed one after another, shown below each other, taken out by a button."""

from functools import partial

from PySide6.QtCore import Signal

from s2w_desktop.domain.answers import Answer
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.forms.inputs import search_words
from s2w_desktop.ui.kit.buttons import IconButton
from s2w_desktop.ui.kit.panel import Panel, column, row
from s2w_desktop.ui.kit.picker import Picked, Picker
from s2w_desktop.ui.kit.searching import search_in_list
from s2w_desktop.ui.kit.text import BilingualLabel
from s2w_desktop.ui.kit.tokens import Role


class SeveralInput(Input):
    """A line to type into; each pick joins the list below it, in the order of picking, and leaves the line free again."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self.picker = Picker(asked.theme, search_in_list(partial(asked.voices.suggestions, asked.spec)), search_words(asked))
        self._rows = column(asked.theme, gap=4)
        whole = column(asked.theme, self.picker, self._rows, gap=6)
        whole.setFocusProxy(self.picker)
        super().__init__(whole)
        self._codes: tuple[str, ...] = ()
        self.picker.edited.connect(self._on_picked)
        self.picker.left.connect(self.left)
        self._show_rows()

    @property
    def codes(self) -> tuple[str, ...]:
        """What is chosen, in the order shown."""
        return self._codes

    def words_of(self, code: str) -> str:
        """The line of the list that stands for a code, in the officer's language."""
        return labels.choice(self._asked.voices.own, self._asked.spec.codes, code)

    def show_answer(self, answer: Answer | None) -> None:
        given = answer if isinstance(answer, tuple) else ()
        if sorted(given) != sorted(self._codes):
            self._codes = given
            self._show_rows()

    def _on_picked(self, picked: Picked) -> None:
        if picked.key is None:  # words without a pick stay in the line, to be corrected
            return
        self.picker.set_picked(Picked(None, ""))
        if picked.key not in self._codes:
            self._take((*self._codes, picked.key))

    def _on_taken_out(self, code: str) -> None:
        self._take(tuple(one for one in self._codes if one != code))
        self.picker.line.setFocus()

    def _take(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._show_rows()
        self.edited.emit(tuple(sorted(codes)) or None)

    def _show_rows(self) -> None:
        self._rows.clear()
        for code in self._codes:
            chosen = _Chosen(self._asked, code)
            chosen.taken_out.connect(self._on_taken_out)
            self._rows.add(chosen)
        self._rows.setVisible(bool(self._codes))


class _Chosen(Panel):
    """One chosen code in both languages, and the button that takes it out."""

    taken_out = Signal(str)  # the code

    def __init__(self, asked: Asked, code: str) -> None:
        super().__init__(asked.theme, vertical=False, gap=8)
        self._code = code
        own, other = asked.voices.both(lambda tr: labels.choice(tr, asked.spec.codes, code))
        name = fill(asked.voices.own.gettext("Take out {entry}"), entry=own.text)
        out = IconButton(asked.theme, "close", name)
        out.clicked.connect(self._on_clicked)
        words = BilingualLabel(asked.theme, own, other, Role.BODY)
        self.box.addWidget(row(asked.theme, words, gap=0), 1)
        self.add(out)

    def _on_clicked(self) -> None:
        self.taken_out.emit(self._code)
