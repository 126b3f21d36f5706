"""A foreseen failure in words of a language, with the short code that can be read out to support."""

from dataclasses import dataclass

from s2w_desktop.domain.errors import (
    InvalidAnswer,
    InvalidLine,
    MissingGlyphs,
    NewerStore,
    S2wError,
    StoreInUse,
    TooManyPages,
)
from s2w_desktop.domain.exchange_errors import DecisionsRefused
from s2w_desktop.domain.interchange_errors import AnswersMissing, NotAgreed, NotAProfileFile
from s2w_desktop.domain.reference_errors import ReferenceFileDamaged, UnreadableQuery
from s2w_desktop.domain.template_errors import (
    HidesProtection,
    NotATemplate,
    StaleTemplate,
)
from s2w_desktop.domain.unlock_errors import MustWait
from s2w_desktop.domain.vacancy_errors import VacanciesRefused
from s2w_desktop.i18n.country_words import country_facts
from s2w_desktop.i18n.error_words import ERROR_WORDS
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.labels import section_title, short_label
from s2w_desktop.i18n.pack_words import pack_facts
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.i18n.vacancy_words import VACANCY_FAULTS


@dataclass(frozen=True)
class ErrorText:
    """The parts of a notice, in the order they are shown."""

    happened: str
    safe: str
    todo: str
    code: str


def error_text(tr: Translator, error: S2wError) -> ErrorText:
    """The words of a failure, with its facts where it carries any."""
    happened, safe, todo = ERROR_WORDS[type(error)]
    sentences = [tr.say(happened), *_facts(tr, error)]
    return ErrorText(" ".join(sentences), tr.say(safe), tr.say(todo), error.code)


def _facts(tr: Translator, error: S2wError) -> list[Phrase]:
    match error:
        case InvalidLine(line=line, path=path):
            return [fill(tr.pgettext("fact", "Line: {line}."), line=line), *_question(tr, path)]
        case InvalidAnswer(path=path):
            return _question(tr, path)
        case StoreInUse(holder_pid=pid) if pid:
            return [fill(tr.pgettext("fact", "Process: {pid}."), pid=pid)]
        case NewerStore(found=found) if found:
            return [fill(tr.pgettext("fact", "Version found: {version}."), version=Ltr(found))]
        case MissingGlyphs(count=count, blocks=blocks) if count:
            template = tr.pgettext("fact", "Letters: {count}, of {blocks}.")
            return [fill(template, count=count, blocks=", ".join(blocks))]
        case _:
            return _number(tr, error)


def _vacancy_facts(tr: Translator, error: VacanciesRefused) -> list[Phrase]:
    facts = [fill(tr.say(VACANCY_FAULTS[error.fault]))]
    if error.line:
        facts.append(fill(tr.pgettext("fact", "File: {file}, line: {line}."), file=Ltr(error.file), line=error.line))
    if error.column:
        facts.append(fill(tr.pgettext("fact", "At: {key}."), key=Ltr(error.column)))
    return facts


def _number(tr: Translator, error: S2wError) -> list[Phrase]:
    match error:
        case MustWait(seconds=left):
            return [fill(tr.ngettext("Wait {n} second.", "Wait {n} seconds.", left), n=left)]
        case TooManyPages(most=most) if most:
            return [fill(tr.pgettext("fact", "Pages at most: {most}."), most=most)]
        case ReferenceFileDamaged(file=file, line=line) if line:
            return [fill(tr.pgettext("fact", "File: {file}, line: {line}."), file=Ltr(file), line=line)]
        case UnreadableQuery(line=line) | DecisionsRefused(line=line) if line:
            return [fill(tr.pgettext("fact", "Line: {line}."), line=line)]
        case VacanciesRefused():
            return _vacancy_facts(tr, error)
        case _:
            return _template_facts(tr, error)


def _template_facts(tr: Translator, error: S2wError) -> list[Phrase]:
    match error:
        case NotATemplate(key=key) if key:
            return [fill(tr.pgettext("fact", "At: {key}."), key=Ltr(key))]
        case StaleTemplate(found=found, known=known) if known:
            template = tr.pgettext("fact", "Version of the file: {found}; version known here: {known}.")
            return [fill(template, found=found, known=known)]
        case HidesProtection(names=names) if names:
            return [fill(tr.pgettext("fact", "Names: {names}."), names=Ltr(", ".join(names)))]
        case _:
            return [*country_facts(tr, error), *pack_facts(tr, error), *_interchange_facts(tr, error)]


def _interchange_facts(tr: Translator, error: S2wError) -> list[Phrase]:
    match error:
        case NotAProfileFile(place=place) if place:
            return [fill(tr.pgettext("fact", "At: {key}."), key=Ltr(place))]
        case NotAgreed(path=path):
            return _question(tr, path)
        case AnswersMissing(paths=paths):
            return [fact for path in paths for fact in _question(tr, path)]
        case _:
            return []


def _question(tr: Translator, path: str) -> list[Phrase]:
    if not path:
        return []
    section, field = path.partition(".")[0], path.rpartition(".")[2]
    try:
        name = fill(
            tr.pgettext("fact", "{section}, {field}"), section=section_title(tr, section), field=short_label(tr, section, field)
        )
    except KeyError:
        return []  # a path of a newer questionnaire, or none at all: it came from outside and is not repeated
    return [fill(tr.pgettext("fact", "Question: {question}."), question=name)]
