"""A section on screen: heading, then one card per question."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.asking import asked_fields, asking_of
from s2w_desktop.domain.fields import SectionSpec, field_path, remark_path
from s2w_desktop.domain.history import Claim
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.remembered_calendar import remembered_calendar
from s2w_desktop.domain.rules.issues import Issue
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n import labels
from s2w_desktop.ui.forms.input import Asked
from s2w_desktop.ui.forms.question import QuestionBlock
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.card import Card, SectionHeading, Tone
from s2w_desktop.ui.kit.panel import Panel
from s2w_desktop.ui.kit.theme import Theme


class Sheet(Panel):
    """What every section sheet can do; `blocks` are its questions by path, in reading order."""

    edited = Signal(str, object)  # path, Answer | None
    left = Signal(str)

    def __init__(self, theme: Theme, voices: Voices, section: SectionSpec) -> None:
        super().__init__(theme, gap=10)
        self.section = section
        self.voices = voices
        self.blocks: dict[str, QuestionBlock] = {}
        titles = voices.both(lambda tr: labels.section_title(tr, section.key))
        quiet = voices.both(lambda tr: labels.section_subtitle(tr, section.key))
        self.add(SectionHeading(theme, *titles, quiet))

    def asked_blocks(self) -> list[QuestionBlock]:
        """The questions that are asked now, in reading order."""
        return [block for block in self.blocks.values() if not (block.isHidden() or _is_in_hidden_card(block))]

    def refresh(self, profile: Profile) -> None:
        """Show the questions that are asked now and hide the others; answers stay as they are."""
        raise NotImplementedError

    def show_remarks(self, issues: Mapping[str, Sequence[Issue]]) -> None:
        """Show every remark at its question."""
        for path, block in self.blocks.items():
            block.show_issues(issues.get(path, ()))

    def show_conflicts(self, conflicts: Mapping[str, Sequence[Claim]]) -> None:
        """Show every conflict at its question."""
        for path, block in self.blocks.items():
            block.show_conflict(conflicts.get(path, ()))
            block.remark.show_conflict(conflicts.get(remark_path(path), ()))

    def mark_active(self, active: QuestionBlock | None) -> None:
        """Let the card of the active question stand out; nothing else changes."""
        raise NotImplementedError

    def make_block(self, key: str, profile: Profile, entry: EntryId | None = None) -> QuestionBlock:
        """A question of this section with its answer."""
        path = field_path(self.section.key, key, entry)
        calendar = remembered_calendar(profile, self.voices.spoken)
        asked = Asked(self.theme, self.voices, self.section.key, self.section.by_key[key], calendar)
        block = QuestionBlock(asked, path)
        block.show_answer(profile.get(path))
        block.remark.show_text(profile.text(remark_path(path)))
        block.remark.edited.connect(self._on_edited)
        block.remark.left.connect(self.left)
        block.edited.connect(self._on_edited)
        block.left.connect(self.left)
        self.blocks[path] = block
        return block

    def _on_edited(self, path: str, answer: Answer | None) -> None:
        if isinstance(answer, SaidDate):
            for block in self.blocks.values():
                block.suggest_calendar(answer.calendar)
        self.edited.emit(path, answer)


def _is_in_hidden_card(block: QuestionBlock) -> bool:
    card = block.parentWidget()
    return card is not None and card.isHidden()


class SectionSheet(Sheet):
    """A section whose questions are asked once."""

    def __init__(self, theme: Theme, voices: Voices, section: SectionSpec, profile: Profile) -> None:
        super().__init__(theme, voices, section)
        self._cards: dict[str, Card] = {}
        for spec in asking_of(profile).fields_of(section):
            block = self.make_block(spec.key, profile)
            card = Card(theme, block)
            card.set_name(labels.question(voices.own, section.key, spec.key))
            self._cards[block.path] = card
            self.add(card)
        self.refresh(profile)

    def refresh(self, profile: Profile) -> None:
        asked = {field_path(self.section.key, spec.key) for spec in asked_fields(self.section, profile)}
        for path, card in self._cards.items():
            card.setVisible(path in asked)

    def mark_active(self, active: QuestionBlock | None) -> None:
        for path, card in self._cards.items():
            card.set_tone(Tone.ACTIVE if active is not None and path == active.path else Tone.PLAIN)
