"""Under which words an entry of a directory is found: its names, each sentence about it, and its codes in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.country.index import Entry, PackIndex
from s2w_desktop.domain.country.records import Organization, Practice, Procedure, Service, Shortage, Story, Term
from s2w_desktop.domain.country.texts import LocalText
from s2w_desktop.i18n.labels import choice
from s2w_desktop.i18n.labels_country import organization_kind, procedure_kind
from s2w_desktop.i18n.translator import Translator

_SENTENCE_ENDS: Final = str.maketrans(dict.fromkeys(".;:!?\n؛؟،。", "\n"))


@dataclass(frozen=True)
class FoundBy:
    """Some words in one language, and whether they name the entry."""

    words: str
    is_name: bool = False


def found_by(index: PackIndex, entry: Entry, language: str, tr: Translator | None) -> Iterator[FoundBy]:
    """The words of an entry in a language of its pack; `tr` speaks that language, where the program does."""
    yield from (FoundBy(name.within(language), is_name=True) for name in _names(index, entry) if name.within(language))
    for text in _said(index, entry):
        sentences = text.within(language).translate(_SENTENCE_ENDS).split("\n")
        yield from (FoundBy(sentence.strip()) for sentence in sentences if sentence.strip())
    if tr is not None:
        yield from map(FoundBy, _of_codes(tr, entry))


def _names(index: PackIndex, entry: Entry) -> tuple[LocalText, ...]:
    match entry:
        case Service():
            return (entry.name, index.organization(entry.organization_id).name)
        case Procedure() | Organization():
            return (entry.name,)
        case Term():
            return (entry.term,)
        case Practice() | Story():
            return (entry.title,)
        case Shortage():
            return ()


def _said(index: PackIndex, entry: Entry) -> tuple[LocalText, ...]:
    match entry:
        case Service():
            return (entry.description, entry.eligibility_text, entry.application_process)
        case Procedure():
            return (entry.legal_basis, *(step.text for step in index.steps_of(entry)))
        case Organization(description=text) | Term(explanation=text) | Practice(summary=text) | Story(text=text):
            return (text,)
        case Shortage():
            return ()


def _of_codes(tr: Translator, entry: Entry) -> Iterator[str]:
    match entry:
        case Service():
            yield from (choice(tr, "recommendation", topic) for topic in entry.topics)
        case Procedure():
            yield procedure_kind(tr, entry.kind)
            yield from (choice(tr, "isco", group) for group in entry.applies_to_isco)
        case Organization():
            yield organization_kind(tr, entry.kind)
        case Shortage():
            yield choice(tr, "isco", entry.isco08)
        case _:
            return
