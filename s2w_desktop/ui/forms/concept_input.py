"""Concepts of ESCO: typed in any of the languages, shown as they were chosen.

Where no pack is installed nothing can be picked. An answer that is there is shown all the same, and can be taken out.
"""

from collections.abc import Iterable, Sequence

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.concepts import Concept, ConceptKind, Concepts, concepts_of
from s2w_desktop.ui.forms.chosen import ChosenLines, Line
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.forms.inputs import search_words
from s2w_desktop.ui.kit.panel import column
from s2w_desktop.ui.kit.picker import Picked, Picker
from s2w_desktop.ui.kit.searching import Suggestion
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.kit.words import Words

_MOST_OFFERED = 20  # whoever has not found it among these types on


class _Search:
    """The search of one line. It remembers what it found last, because a pick names the address alone."""

    def __init__(self, asked: Asked, kind: ConceptKind) -> None:
        self._voices, self._kind = asked.voices, kind
        self.found: dict[str, Concept] = {}

    def __call__(self, typed: str, most: int) -> Sequence[Suggestion]:
        found = self._voices.found_concepts(self._kind, typed, min(most, _MOST_OFFERED))
        self.found = {one.concept.uri: one.concept for one in found}
        return [
            Suggestion(one.concept.uri, one.concept.label, one.matched if one.matched != one.concept.label else "")
            for one in found
        ]


class _FromList(Input):
    """What one concept and several have in common: the line to type into, what is chosen below it, what to say without a list."""

    def __init__(self, asked: Asked) -> None:
        kind = asked.spec.concept
        if kind is None:
            raise TypeError(asked.spec.key)
        self._asked, self._can_pick = asked, asked.voices.offers(kind)
        self._search = _Search(asked, kind)
        self.picker = Picker(asked.theme, self._search, search_words(asked))
        self._lines = ChosenLines(asked)
        missing = asked.voices.own.gettext("The European list is not installed here. The answer can be taken out, not changed.")
        self._none = Label(asked.theme, missing, Role.CAPTION, wrap=True)
        whole = column(asked.theme, self.picker, self._lines, self._none, gap=6)
        whole.setFocusProxy(self.picker if self._can_pick else self._lines)
        super().__init__(whole)
        self.picker.setVisible(self._can_pick)
        self._none.setVisible(not self._can_pick)
        if asked.voices.concepts is not None:
            asked.voices.concepts.when_loaded(self.picker.search_again)
        self.picker.edited.connect(self._on_picked)
        self.picker.left.connect(self.left)
        self._lines.taken_out.connect(self._on_taken_out)

    def _show_lines(self, chosen: Iterable[Concept]) -> None:
        self._lines.show_lines(_line(one) for one in chosen)

    def _on_picked(self, picked: Picked) -> None:
        raise NotImplementedError

    def _on_taken_out(self, uri: str) -> None:
        raise NotImplementedError


class ConceptInput(_FromList):
    """One concept: what is picked stands in the line."""

    def show_answer(self, answer: Answer | None) -> None:
        concept = answer if isinstance(answer, Concept) else None
        if self._can_pick:
            self.picker.set_picked(Picked(concept.uri, concept.label) if concept else Picked(None, ""))
        else:
            self._show_lines((concept,) if concept else ())

    def _on_picked(self, picked: Picked) -> None:
        self.picker.line.set_tone(Colour.WARN if picked.key is None and picked.text else None)
        self.edited.emit(self._search.found[picked.key] if picked.key is not None else None)

    def _on_taken_out(self, _uri: str) -> None:
        self._show_lines(())
        self.edited.emit(None)


class ConceptsInput(_FromList):
    """Several concepts: each pick joins the lines below, in the order of picking, and leaves the line free again."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._chosen: tuple[Concept, ...] = ()

    @property
    def chosen(self) -> tuple[Concept, ...]:
        """What is chosen, in the order shown."""
        return self._chosen

    def show_answer(self, answer: Answer | None) -> None:
        given = answer.chosen if isinstance(answer, Concepts) else ()
        if set(given) != set(self._chosen):
            self._chosen = given
            self._show_lines(given)

    def _on_picked(self, picked: Picked) -> None:
        if picked.key is None:  # words without a pick stay in the line, to be corrected
            return
        self.picker.set_picked(Picked(None, ""))
        if picked.key not in {one.uri for one in self._chosen}:
            self._take((*self._chosen, self._search.found[picked.key]))

    def _on_taken_out(self, uri: str) -> None:
        self._take(tuple(one for one in self._chosen if one.uri != uri))
        self.take_focus()

    def _take(self, chosen: tuple[Concept, ...]) -> None:
        self._chosen = chosen
        self._show_lines(chosen)
        self.edited.emit(concepts_of(chosen))


def _line(concept: Concept) -> Line:
    return concept.uri, Words(concept.label, concept.language), None
