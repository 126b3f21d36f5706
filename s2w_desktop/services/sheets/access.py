"""The access copy: everything that is held about a person, in words; and the same as JSON for other programs."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from s2w_desktop.domain.answers import Answer, NoAnswer, Words, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import (
    REMARK,
    FieldSpec,
    Questionnaire,
    SectionSpec,
    field_path,
    is_remark,
    question_of,
    remark_path,
)
from s2w_desktop.domain.reading import read_answer
from s2w_desktop.i18n import access_words
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.formats import day, joined
from s2w_desktop.i18n.isolation import isolate_lines, isolate_ltr
from s2w_desktop.i18n.labels import choice_or_code, section_title, short_label
from s2w_desktop.i18n.sheet_words import entry_name, written_by
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Texts
from s2w_desktop.pdf.sheet import Fact, Facts, Passage, Section, Sheet, SheetBlock, SmallTable, Weight
from s2w_desktop.services.sheets.holdings import Holding, Kept, Written
from s2w_desktop.services.sheets.speech import Speech

_NO_WRITER: Final = Written(date(1970, 1, 1), "")


def access_sheet(questionnaire: Questionnaire, holding: Holding, speech: Speech, today: date) -> Sheet:
    """Everything in the order of the interview, then what was said before, what is not understood, and who got it."""
    writer = _Writer(questionnaire, holding, speech)
    return Sheet(
        title=speech.message(access_words.TITLE),
        languages=speech.languages,
        words=speech.words(),
        code=holding.profile.text("record.case_number"),
        date=str(today),
        notice=speech.notice(holding.profile),
        sections=(
            Section(tuple(writer.lead())),
            *(Section(tuple(writer.section(one)), writer.title(one)) for one in questionnaire.sections),
            Section(writer.kept(holding.earlier), speech.message(access_words.EARLIER)),
            Section(writer.kept(holding.newer), speech.message(access_words.NEWER)),
            Section(tuple(writer.received()), speech.message(access_words.RECEIVED)),
        ),
    )


def access_json(questionnaire: Questionnaire, holding: Holding) -> bytes:
    """The same as JSON: every answer with its path, its plain form (`domain.answers`), its day and who wrote it down."""
    answers = [
        {"path": path, "value": to_plain(answer), **_writer_plain(holding.written.get(path))}
        for section in questionnaire.sections
        for place in holding.profile.places(section)
        for _name, _spec, path, answer in _answers(section, place, holding)
    ]
    whole = {
        "type": "access_copy",
        "case_number": holding.profile.text("record.case_number"),
        "answers": answers,
        "earlier": [_kept_plain(one) for one in holding.earlier],
        "newer": [_kept_plain(one) for one in holding.newer],
        "received": [{"day": str(one.day), "by": one.name, "scope": one.scope.value} for one in holding.received],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _kept_plain(kept: Kept) -> dict[str, Plain]:
    return {"path": kept.path, "value": kept.plain, **_writer_plain(kept.written)}


def _writer_plain(written: Written | None) -> dict[str, Plain]:
    return {"day": str(written.day), "officer": written.officer} if written else {}


def _answers(section: SectionSpec, place: str | None, holding: Holding) -> Iterator[tuple[str, FieldSpec, str, Answer]]:
    """Answers and remarks of one entry of a section in the order of its questions: key of the question, what holds it, path."""
    for spec in section.fields:
        path = field_path(section.key, spec.key, place)
        for held_by, one in ((spec, path), (REMARK, remark_path(path))):
            answer = holding.profile.get(one)
            if answer is not None:
                yield spec.key, held_by, one, answer


@dataclass(frozen=True)
class _Writer:
    questionnaire: Questionnaire
    holding: Holding
    speech: Speech

    @property
    def usual(self) -> Written:
        """Who wrote down most of it, and when."""
        counted = Counter(self.holding.written.values()).most_common(1)
        return counted[0][0] if counted else _NO_WRITER

    def lead(self) -> Iterator[Passage]:
        yield Passage(self.speech.message(access_words.LEAD), Weight.LEAD)
        usual = self.usual
        if usual is not _NO_WRITER:
            yield Passage(self.speech.each(lambda tr: access_words.mostly_written_by(tr, usual.day, usual.officer)))

    def title(self, section: SectionSpec) -> Texts:
        return self.speech.each(lambda tr: section_title(tr, section.key))

    def section(self, section: SectionSpec) -> Iterator[SheetBlock]:
        usual = self.usual
        for number, place in enumerate(self.holding.profile.places(section), 1):
            rows = tuple(self._fact(section, *found, usual) for found in _answers(section, place, self.holding))
            if place is not None:
                yield Passage(self.speech.each(partial(entry_name, place=number)), Weight.STRONG)
            if rows:
                yield Facts(rows)

    def _fact(self, section: SectionSpec, key: str, spec: FieldSpec, path: str, answer: Answer, usual: Written) -> Fact:
        written = self.holding.written.get(path, usual)
        note = self.speech.each(lambda tr: written_by(tr, written.day, written.officer)) if written != usual else None
        value = self.speech.each(lambda tr: held_text(tr, section.key, spec, answer))
        return Fact(self._name(section.key, key, is_on_question=is_remark(path)), value, note)

    def _name(self, section: str, key: str, *, is_on_question: bool) -> Texts:
        def say(tr: Translator) -> str:
            name = short_label(tr, section, key)
            return access_words.remark_on(tr, name) if is_on_question else name

        return self.speech.each(say)

    # --- what is not an answer of today ---

    def kept(self, values: tuple[Kept, ...]) -> tuple[SheetBlock, ...]:
        rows = tuple(self._kept(one) for one in values)
        return (Facts(rows),) if rows else ()

    def _kept(self, kept: Kept) -> Fact:
        """With its name and in words where this program knows it, else as it stands."""
        note = self.speech.each(lambda tr: written_by(tr, kept.written.day, kept.written.officer))
        section = question_of(kept.path).partition(".")[0]
        try:
            spec = self.questionnaire.spec(kept.path)
            answer = read_answer(spec, kept.path, kept.plain)
            asked = spec if not is_remark(kept.path) else self.questionnaire.spec(question_of(kept.path))
        except (KeyError, InvalidAnswer):
            bare = json.dumps(kept.plain, ensure_ascii=False)
            return Fact(self.speech.each(lambda _tr: isolate_ltr(kept.path)), self.speech.everywhere(bare), note)
        name = self._name(section, asked.key, is_on_question=is_remark(kept.path))
        return Fact(name, self.speech.each(lambda tr: held_text(tr, section, spec, answer)), note)

    def received(self) -> Iterator[SheetBlock]:
        head = tuple(map(self.speech.message, (access_words.DAY, access_words.TO_WHOM, access_words.HOW_MUCH)))
        headquarters = self.speech.message(access_words.HEADQUARTERS)
        rows = tuple(
            (
                self.speech.each(partial(day, when_day=one.day)),
                self.speech.everywhere(one.name) or headquarters,
                self.speech.message(access_words.SCOPES[one.scope]),
            )
            for one in self.holding.received
        )
        yield SmallTable(head, rows) if rows else Passage(self.speech.message(access_words.NOBODY))
        yield Passage(self.speech.message(access_words.OTHER_FILES), Weight.NOTE)


def held_text(tr: Translator, section: str, spec: FieldSpec, answer: Answer) -> str:
    """An answer whole: of said and translated words both sides; a code that this program does not know stands for itself."""
    match answer:
        case Words(said=said, translation=translation):
            return isolate_lines("\n".join(part for part in (said, translation) if part))
        case str() if spec.codes:
            return choice_or_code(tr, spec.codes, answer)
        case str():
            return isolate_lines(answer)
        case tuple():
            return joined(tr, [choice_or_code(tr, spec.codes, code) for code in answer])
        case NoAnswer() | _:
            return answer_text(tr, section, spec, answer)
