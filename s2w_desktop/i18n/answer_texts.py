"""An answer as text in a language, for read-back, lists, check pages and papers."""

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Value, Words
from s2w_desktop.domain.concepts import Concept, Concepts
from s2w_desktop.domain.fields import FieldSpec
from s2w_desktop.domain.files import FileKind, FileRef
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.dates import said_date
from s2w_desktop.i18n.formats import amount, file_size, joined, number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill, without_controls
from s2w_desktop.i18n.labels import choice, no_answer, unit_of
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.translator import Translator


def answer_text(tr: Translator, section: str, spec: FieldSpec, answer: Answer | None) -> str:
    """The answer in words; a reason in words when there is none, empty for a blank question.

    Of words in two languages it gives the side in the translator's language, else what was said; of a concept the label as it
    was chosen, in whatever language.
    """
    match answer:
        case None:
            return ""
        case NoAnswer():
            return no_answer(tr, answer)
        case _:
            return _value_text(tr, section, spec, answer)


def _value_text(tr: Translator, section: str, spec: FieldSpec, value: Value) -> str:
    match value:
        case Quantity():
            return amount(tr, unit_of(section, spec.key), value.amount, about=value.about)
        case Words():
            return words_for(value, tr.code)
        case SaidDate():
            return said_date(tr, value)
        case FileRef():
            return file_text(tr, value)
        case Concept() | Concepts():
            return concept_text(tr, value)
        case str() | tuple():
            return _text(tr, spec, value)


def concept_text(tr: Translator, value: Concept | Concepts) -> str:
    """The labels as they were chosen."""
    return value.label if isinstance(value, Concept) else joined(tr, [one.label for one in value.chosen])


def file_text(tr: Translator, file: FileRef) -> Phrase:
    """Kind, pages and size of a copy: "PDF, 2 pages, 310 kB"; a picture has no pages to count."""
    size = file_size(tr, file.size_bytes)
    if file.kind is not FileKind.PDF:
        return fill(tr.pgettext("copy", "{kind}, {size}"), kind=Ltr(file.kind.name), size=size)
    template = tr.ngettext("{kind}, {n} page, {size}", "{kind}, {n} pages, {size}", file.pages)
    return fill(template, kind=Ltr(file.kind.name), n=number(tr, file.pages), size=size)


def side_in(words: Words, language: str) -> str:
    """The side of said and translated words that is in a language (interface or ISO 639-3 code), without controls of direction;
    empty when neither is."""
    if words.translation and is_same_language(words.translation_lang, language):
        return without_controls(words.translation)
    return without_controls(words.said) if is_same_language(words.lang, language) else ""


def words_for(words: Words, language: str) -> str:
    """The side of said and translated words that is in a language (interface or ISO 639-3 code), else what there is."""
    if words.translation and is_same_language(words.translation_lang, language):
        return words.translation
    return words.said or words.translation


def _text(tr: Translator, spec: FieldSpec, answer: str | tuple[str, ...]) -> str:
    if isinstance(answer, tuple):
        return joined(tr, [choice(tr, spec.codes, code) for code in answer])
    return choice(tr, spec.codes, answer) if spec.codes else answer
