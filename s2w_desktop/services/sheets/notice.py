"""The information notice and a copy of what was agreed: one language to a sheet, the person's first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.answers import Answer, NoAnswer
from s2w_desktop.domain.asking import asked_fields
from s2w_desktop.domain.fields import FieldSpec, Questionnaire, field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n import notice_words
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.labels import no_answer, question, short_label
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.sheet_words import SheetText, notice_version
from s2w_desktop.pdf.sheet import Choice, Fact, Facts, Option, Passage, Section, Sheet, SignatureLine, Weight
from s2w_desktop.services.drawings import Drawings
from s2w_desktop.services.sheets.speech import Speech

_ALWAYS: Final[tuple[tuple[str, Message], ...]] = (("granted", notice_words.YES), ("refused", notice_words.NO))
_WHERE_GIVEN: Final[tuple[tuple[str, Message], ...]] = (
    ("withdrawn", notice_words.TAKEN_BACK),
    ("not_needed", notice_words.NOT_NEEDED),
)


def notice_sheet(questionnaire: Questionnaire, profile: Profile, speech: Speech, organisation: str, drawings: Drawings) -> Sheet:
    """The notice with a drawing beside each point, each purpose with its answer or boxes to tick, and how it was agreed."""
    writer = _Writer(questionnaire, profile, speech)
    centre = profile.text("record.centre")
    sentences = {tr.code: notice_words.notice(tr, organisation, centre) for tr in speech.translators}
    passages = tuple(
        Passage({code: said[point] for code, said in sentences.items()}, drawing=drawings.read(notice_words.NOTICE, point.value))
        for point in notice_words.Point
    )
    version = Passage(speech.each(lambda tr: notice_version(tr, notice_words.NOTICE_VERSION)), Weight.NOTE)
    return Sheet(
        title=speech.message(notice_words.TITLE),
        languages=speech.languages,
        words=speech.words(),
        code=profile.text("record.case_number"),
        date=str(profile.date("record.opened_on") or ""),
        notice=speech.notice(profile),
        sections=(
            Section((*passages, version)),
            Section(tuple(writer.purposes()), speech.message(notice_words.DECISIONS)),
            Section(tuple(writer.agreement()), speech.message(notice_words.AGREEMENT)),
            Section((SignatureLine((speech.fixed(SheetText.PLACE_AND_DATE), speech.fixed(SheetText.SIGNATURE))),)),
        ),
    )


@dataclass(frozen=True)
class _Writer:
    questionnaire: Questionnaire
    profile: Profile
    speech: Speech

    def purposes(self) -> Iterator[Choice]:
        """The purposes that are put at the depth of the interview, and those that have an answer all the same."""
        section = self.questionnaire.by_key["consent"]
        put = {spec.key for spec in asked_fields(section, self.profile)}
        for spec in section.fields:
            if spec.key in put or self.profile.get(field_path("consent", spec.key)) is not None:
                yield self._purpose(spec)

    def _purpose(self, spec: FieldSpec) -> Choice:
        answer = self.profile.get(field_path("consent", spec.key))
        options = [Option(self.speech.message(words), answer == code) for code, words in _ALWAYS]
        options += [Option(self.speech.message(words), True) for code, words in _WHERE_GIVEN if answer == code]
        note = self.speech.each(lambda tr: no_answer(tr, answer)) if isinstance(answer, NoAnswer) else None
        return Choice(self.speech.each(lambda tr: question(tr, "consent", spec.key)), tuple(options), note)

    def agreement(self) -> Iterator[Facts]:
        section = self.questionnaire.by_key["agreement"]
        found = ((spec, self.profile.get(field_path("agreement", spec.key))) for spec in section.fields)
        rows = tuple(self._fact(spec, answer) for spec, answer in found if answer is not None)
        if rows:
            yield Facts(rows)

    def _fact(self, spec: FieldSpec, answer: Answer) -> Fact:
        name = self.speech.each(lambda tr: short_label(tr, "agreement", spec.key))
        return Fact(name, self.speech.each(lambda tr: answer_text(tr, "agreement", spec, answer)))
