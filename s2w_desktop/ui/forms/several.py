"""Several codes of a long list: typed one after another, shown below each other, taken out by a button."""

from functools import partial

from s2w_desktop.domain.answers import Answer
from s2w_desktop.i18n import labels
from s2w_desktop.ui.forms.chosen import ChosenLines
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.forms.inputs import search_words
from s2w_desktop.ui.kit.panel import column
from s2w_desktop.ui.kit.picker import Picked, Picker
from s2w_desktop.ui.kit.searching import search_in_list
from s2w_desktop.ui.kit.words import Words


class SeveralInput(Input):
    """A line to type into; each pick joins the list below it, in the order of picking, and leaves the line free again."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self.picker = Picker(asked.theme, search_in_list(partial(asked.voices.suggestions, asked.spec)), search_words(asked))
        self._rows = ChosenLines(asked)
        self._rows.taken_out.connect(self._on_taken_out)
        whole = column(asked.theme, self.picker, self._rows, gap=6)
        whole.setFocusProxy(self.picker)
        super().__init__(whole)
        self._codes: tuple[str, ...] = ()
        self.picker.edited.connect(self._on_picked)
        self.picker.left.connect(self.left)

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
        self._rows.show_lines((code, *self._words(code)) for code in self._codes)

    def _words(self, code: str) -> tuple[Words, Words | None]:
        return self._asked.voices.both(lambda tr: labels.choice(tr, self._asked.spec.codes, code))
