"""A question at its place in a profile, with its words in a language."""

from dataclasses import dataclass
from uuid import UUID

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.asking import asked_fields
from s2w_desktop.domain.fields import FieldSpec, Questionnaire, SectionSpec, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.words import Words


@dataclass(frozen=True)
class PlacedQuestion:
    """One question of one entry, or of a section that is asked once."""

    section: SectionSpec
    spec: FieldSpec
    entry: EntryId | None = None

    @property
    def path(self) -> str:
        """Where its answer stands."""
        return field_path(self.section.key, self.spec.key, self.entry)

    def words(self, tr: Translator, profile: Profile) -> Words:
        """The question. In an entry it names what the entry is about, for without that nobody can answer it."""
        asked = labels.question(tr, self.section.key, self.spec.key)
        named = self._entry_name(tr, profile)
        return Words(fill("{name}: {question}", name=named, question=asked) if named else asked, tr.code)

    def answer_words(self, tr: Translator, answer: Answer | None) -> Words:
        """The answer as the person reads it."""
        return Words(answer_text(tr, self.section.key, self.spec, answer), tr.code)

    def _entry_name(self, tr: Translator, profile: Profile) -> str:
        if self.entry is None or not self.section.headline:
            return ""
        headline = profile.headline(self.section, self.entry)
        held = profile.get(field_path(self.section.key, headline.key, self.entry))
        return "" if self.spec is headline else answer_text(tr, self.section.key, headline, held)


def questions_of(section: SectionSpec, profile: Profile) -> tuple[PlacedQuestion, ...]:
    """The questions of a section that are asked now, entry after entry."""
    entries: tuple[EntryId | None, ...] = profile.entries(section.key) if section.repeats else (None,)
    return tuple(PlacedQuestion(section, spec, entry) for entry in entries for spec in asked_fields(section, profile, entry))


def question_at(questionnaire: Questionnaire, path: str) -> PlacedQuestion:
    """The question whose answer stands at a path. Raises KeyError for a path that is none of the questionnaire."""
    spec = questionnaire.spec(path)
    key, entry = path.partition(".")[0], path.split(".")[1:-1]
    return PlacedQuestion(questionnaire.by_key[key], spec, EntryId(UUID(entry[0])) if entry else None)
