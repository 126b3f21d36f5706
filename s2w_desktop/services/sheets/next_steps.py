"""The way ahead alone, in large letters: own goals, steps with boxes to tick and whom to call, what the person says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.dates import said_date
from s2w_desktop.i18n.labels import short_label
from s2w_desktop.i18n.paper_words import PaperText, would_like_to_work_as
from s2w_desktop.i18n.sheet_words import SheetText, labelled
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.sheet import ContactBlock, Item, Passage, Section, Sheet, SheetBlock, SheetSize, SignatureLine, Tick, Weight
from s2w_desktop.services.paper_content.heads import day_of
from s2w_desktop.services.paper_content.occupations import WISH
from s2w_desktop.services.sheets.offices import Offices
from s2w_desktop.services.sheets.speech import Speech

_DAY = "YYYY-MM-DD"


def next_steps_sheet(profile: Profile, read: Profile, speech: Speech, offices: Offices) -> Sheet:
    """The sheet of a profile as it was asked; `read` is the whole of it, with the entries of packs that the program noted."""
    writer = _Writer(profile, read, speech, offices)
    steps = tuple(writer.steps()) or (Passage(speech.fixed(SheetText.NO_STEPS)),)
    return Sheet(
        title=speech.fixed(SheetText.NEXT_STEPS),
        languages=speech.languages,
        words=speech.words(),
        code=profile.text("record.case_number"),
        date=day_of(profile),
        notice=speech.notice(profile),
        size=SheetSize.NEXT_STEPS,
        sections=(
            Section(tuple(writer.goals()), speech.paper(PaperText.GOALS)),
            Section(steps, speech.paper(PaperText.STEPS)),
            Section(tuple(writer.opinion()), speech.fixed(SheetText.PLAN)),
            Section((SignatureLine((speech.fixed(SheetText.PLACE_AND_DATE), speech.fixed(SheetText.SIGNATURE))),)),
        ),
    )


@dataclass(frozen=True)
class _Writer:
    profile: Profile
    read: Profile
    speech: Speech
    offices: Offices

    def goals(self) -> Iterator[Item]:
        first, others = self.profile.text("expectation.first_goal"), self.profile.get("expectation.other_goals")
        codes = [code for code in (first, *(others if isinstance(others, tuple) else ())) if code]
        wanted = self.speech.occupation(WISH, self.profile)
        goals = [self.speech.choice("goal", code) for code in codes]
        goals += [self.speech.each(lambda tr: would_like_to_work_as(tr, wanted[tr.code]) if tr.code in wanted else "")]
        yield from (Item(goal, str(rank)) for rank, goal in enumerate(filter(None, goals), 1))

    def steps(self) -> Iterator[SheetBlock]:
        entries = self.profile.entry_texts("recommendation")
        for entry in sorted(entries, key=lambda one: self._text("priority", one) or "9"):
            if self._text("type", entry):
                yield from self._step(entry)

    def _step(self, entry: str) -> Iterator[SheetBlock]:
        found = self.offices.service(self.read.text(field_path("recommendation", "directory_service_id", entry)))
        bring = self.offices.line(*found, "documents") if found else {}
        due = self.profile.get(field_path("recommendation", "due", entry))
        shown, told = _date(due)
        lines = (
            self.speech.each(lambda tr: self._due(tr, told)),
            self.speech.choice("responsible", self._text("responsible", entry)),
            self.speech.said(self.profile.get(field_path("recommendation", "detail", entry))),
            self.speech.each(lambda tr: labelled(tr, tr.gettext("What to bring"), bring[tr.code]) if tr.code in bring else ""),
        )
        yield Tick(self.speech.choice("recommendation", self._text("type", entry)), shown, tuple(line for line in lines if line))
        yield from self._contact(entry)

    def _contact(self, entry: str) -> Iterator[ContactBlock]:
        """As the recommendation noted it; where it notes none, as the pack of the service tells it now."""
        name = self.speech.name(self.profile.get(field_path("recommendation", "service_name", entry)))
        phone = self._text("service_phone", entry)
        found = self.offices.service(self.read.text(field_path("recommendation", "directory_service_id", entry)))
        known = self.offices.contact(*found) if found else ContactBlock({})
        hours = self.speech.name(self.profile.get(field_path("recommendation", "service_hours", entry)))
        lines = known.lines if phone in ("", known.phone) and known.lines else (hours,)
        shown = ContactBlock(name or known.name, phone or known.phone, lines)
        if shown.name or shown.phone:
            yield shown

    def opinion(self) -> Iterator[Passage]:
        """Whether the person agrees, and what they say against it."""
        degree = self.profile.text("appraisal.person_agrees")
        if degree:
            question = self.speech.each(lambda tr: short_label(tr, "appraisal", "person_agrees"))
            answer = self.speech.choice("agreement_degree", degree)
            yield Passage(self.speech.each(lambda tr: labelled(tr, question[tr.code], answer[tr.code])), Weight.STRONG)
        against = self.speech.said(self.profile.get("appraisal.disagreement"))
        if against:
            yield Passage(against)

    def _due(self, tr: Translator, told: SaidDate | None) -> str:
        return labelled(tr, short_label(tr, "recommendation", "due"), said_date(tr, told)) if told else ""

    def _text(self, key: str, entry: str) -> str:
        return self.profile.text(field_path("recommendation", key, entry))


def _date(due: object) -> tuple[str, SaidDate | None]:
    """A whole day for the margin, or the answer for a line of words where it is told in another way."""
    if not isinstance(due, SaidDate):
        return "", None
    plain = str(due.date or "")
    is_day = not due.said and len(plain) == len(_DAY)
    return (plain, None) if is_day else ("", due)
