"""A section whose questions are asked once: one card per question."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.asking import asking_of
from s2w_desktop.domain.fields import FieldSpec, SectionSpec, field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.ui.forms.parts import Part
from s2w_desktop.ui.forms.putting import put_fields
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.card import Card, Tone
from s2w_desktop.ui.kit.theme import Theme


class SectionSheet(Sheet):
    """A section whose questions are asked once."""

    def __init__(
        self,
        theme: Theme,
        voices: Voices,
        section: SectionSpec,
        profile: Profile,
        parent: QWidget | None = None,
        *,
        path: str = "",
    ) -> None:
        """`path` is the question that will take the caret; without it that is where work on the section begins."""
        super().__init__(theme, voices, section, profile, parent)
        self._cards: dict[str, Card] = {}
        self._asked = self._asked_paths(profile)
        caret = self.part_at(path) or self.part_at(self.first_path())
        self.begin(self.waiting.all.index(caret) if caret is not None else 0)

    def parts(self, profile: Profile) -> Iterable[Part]:
        return (Part(spec) for spec in asking_of(profile).fields_of(self.section))

    def build(self, part: Part) -> None:
        card = Card(self.theme, parent=self)
        block = self.make_block(part, card)
        card.set_name(block.name)
        card.add(block)
        self._place(card, part)
        self._cards[block.path] = card
        card.setVisible(block.path in self._asked)

    def asked_specs(self) -> Iterable[FieldSpec]:
        return put_fields(self.voices, self.section, self._profile)

    def place(self) -> None:
        return None

    def refresh(self, profile: Profile) -> None:
        self._profile, self._asked = profile, self._asked_paths(profile)
        for path, card in self._cards.items():
            card.setVisible(path in self._asked)

    def mark_active(self, active: QuestionBlock | None) -> None:
        for path, card in self._cards.items():
            card.set_tone(Tone.ACTIVE if active is not None and path == active.path else Tone.PLAIN)

    def _place(self, card: Card, part: Part) -> None:
        """In the order of the questionnaire, also among the children, for that is the order of a screen reader."""
        parts = self.waiting.all
        below = (self.path_of(other) for other in parts[parts.index(part) + 1 :])
        following = next((self._cards[path] for path in below if path in self._cards), None)
        if following is None:
            self.add(card)
        else:
            self.box.insertWidget(self.box.indexOf(following), card)
            card.stackUnder(following)

    def _asked_paths(self, profile: Profile) -> set[str]:
        return {field_path(self.section.key, spec.key) for spec in put_fields(self.voices, self.section, profile)}
