"""One profile told in the languages of a paper. What is blank, refused or unknown is told by nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from s2w_desktop.domain.answers import Quantity, Words
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.answer_texts import side_in
from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.formats import amount
from s2w_desktop.i18n.isolation import Phrase, isolate, without_controls
from s2w_desktop.i18n.labels import choice_or_code
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.paper_words import PaperText, paper_text
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Evidence, Standing, Texts

Say = Callable[[Translator], str]
"""Says something in a language; empty where there is nothing to say."""
ConceptLabel = Callable[[Concept, str], str]
"""The label of a concept in an interface language; empty where it is not known."""

_SEPARATOR = "\u00a0· "  # no line begins with the dot


@dataclass(frozen=True)
class Telling:
    """`profile` holds what the interview puts, see `asking.as_asked`; `noted` is all of it, with what the program notes.

    Without a name nothing is told that says who somebody is.
    """

    profile: Profile
    noted: Profile
    translators: tuple[Translator, ...]
    concept_label: ConceptLabel
    is_named: bool = True

    # --- in each language ---

    def each(self, say: Say) -> Texts:
        """What is said in each language that has words for it."""
        return {tr.code: said for tr in self.translators if (said := say(tr))}

    def fixed(self, text: PaperText) -> Texts:
        """A text of the paper's own."""
        return Standing(self.each(lambda tr: paper_text(tr, text)))

    def choice(self, codes: str, code: str) -> Texts:
        """A code in words; they are the program's own, unless this version does not know the code."""
        said = self.each(lambda tr: choice_or_code(tr, codes, code))
        return Standing(said) if code in CODE_LISTS[codes] else said

    def words(self, path: str) -> Texts | None:
        """Said and translated words; a language in which there are none is left out. None where nothing was said."""
        return self.each_or_said(partial(self.side, path), path)

    def each_or_said(self, say: Say, *paths: str) -> Texts | None:
        """What is said in each language; where none has words for it, what was said stands as it is in the reader's column.

        So nothing that a person told is lost on a paper in other languages than those of the interview.
        """
        first = self.translators[0]
        said = next((words for path in paths if (words := self.said_somehow(path, first))), "")
        return self.each(say) or ({first.code: isolate(said)} if said else None)

    def is_persons(self, tr: Translator) -> bool:
        """Whether a language is that of the person."""
        return is_same_language(self.profile.text("record.person_language"), tr.code)

    # --- single answers ---

    def entry(self, section: str, key: str, entry: EntryId) -> str:
        """A text or code inside an entry."""
        return self.profile.text(field_path(section, key, entry))

    def side(self, path: str, tr: Translator) -> str:
        """The side of said and translated words that is in a language; empty when there is none."""
        words = self.profile.get(path)
        return side_in(words, tr.code) if isinstance(words, Words) else ""

    def said_somehow(self, path: str, tr: Translator) -> str:
        """The side in a language, else the other one: a name is a name in any language. Of a concept its label."""
        match self.profile.get(path):
            case Words(said=said, translation=translation):
                return self.side(path, tr) or without_controls(translation or said)
            case Concept(label=label):
                return label
            case _:
                return ""

    def concept(self, path: str, tr: Translator) -> str:
        """The label of a concept in a language, as it was picked or as the installed ESCO has it."""
        held = self.profile.get(path)
        if not isinstance(held, Concept):
            return ""
        return held.label if is_same_language(held.language, tr.code) else self.concept_label(held, tr.code)

    def amount(self, path: str, unit: Unit, tr: Translator) -> str:
        """A number with its unit."""
        found = self.profile.get(path)
        return amount(tr, unit, found.amount, about=found.about) if isinstance(found, Quantity) else ""

    def evidence(self, section: str, entry: EntryId) -> Evidence | None:
        """How an entry is known, by its own answer; None where nobody asked."""
        code = self.entry(section, "evidence", entry)
        return next((evidence for evidence in Evidence if str(evidence.value) == code), None)


def facts(*parts: str) -> str:
    """Facts on one line, each with its own direction; empty ones are left out."""
    told = [part for part in parts if part]
    return told[0] if len(told) == 1 else Phrase(_SEPARATOR.join(isolate(part) for part in told))
