"""The CV: what a person can do, for employers. No code, no marks, no nationality, age, residence or family.

It is made of what may leave at all (`interchange.leaving`), so a sensitive employer is left out and stands as the sector, and
exposed work of somebody at risk is not described. Without the name nothing of the contact stands there, and neither do employers
and schools, which would tell who it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from s2w_desktop.domain.answers import Quantity
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.formats import amount
from s2w_desktop.i18n.isolation import isolate, isolate_ltr
from s2w_desktop.i18n.paper_words import PaperText, experience, spoken_languages
from s2w_desktop.i18n.sheet_words import SheetText
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.pdf.content import Texts, Years
from s2w_desktop.pdf.sheet import Facts, Item, Passage, Section, Sheet, Weight
from s2w_desktop.services.paper_content.heads import name_in
from s2w_desktop.services.paper_content.occupations import MAIN_WORK, job
from s2w_desktop.services.sheets.abilities import languages, skills
from s2w_desktop.services.sheets.speech import Speech

_PLAIN_JOBS = ("EMP", "CASHW", "OTH")
"""Kinds of a job that a CV does not name: the usual one, one that tells of flight, and one that says nothing."""
_CALLED = ("call", "sms", "whatsapp", "signal", "telegram", "viber")


def cv_sheet(profile: Profile, speech: Speech, *, asked: Profile, with_name: bool) -> Sheet:
    """The CV of what may leave of a profile. `asked` is the whole of it: it tells which way of contact is safe and was chosen."""
    return _Writer(profile, speech, asked, with_name).sheet()


@dataclass(frozen=True)
class _Writer:
    profile: Profile
    speech: Speech
    asked: Profile
    with_name: bool

    def sheet(self) -> Sheet:
        speech = self.speech
        name = self._name() if self.with_name else {}
        return Sheet(
            title=speech.fixed(SheetText.CV),
            languages=speech.languages,
            words=speech.words(),
            name=name or None,
            notice=speech.notice(self.asked),
            sections=(
                Section(tuple(self._contact()) if self.with_name else ()),
                Section((Passage(speech.each(self._sentence), Weight.LEAD),)),
                Section(tuple(self._work()), speech.fixed(SheetText.EXPERIENCE)),
                Section(tuple(self._unpaid()), speech.fixed(SheetText.UNPAID)),
                Section(tuple(self._education()), speech.fixed(SheetText.EDUCATION)),
                Section(languages(self.profile, speech), speech.paper(PaperText.LANGUAGES)),
                Section(tuple(skills(self.profile, speech)), speech.paper(PaperText.SKILLS)),
            ),
        )

    # --- who ---

    def _name(self) -> Texts:
        person = self.asked.text("record.person_language")
        return self.speech.each(lambda tr: name_in(tr, self.profile, person))

    def _contact(self) -> Iterator[Facts | Passage]:
        """The way that the person chose; without a choice telephone and e-mail. Nothing where contact is not safe."""
        chosen = self.asked.text("contact.preferred_channel")
        safe = self.asked.text("contact.safe_to_contact")
        if safe not in ("yes", "as_agreed") or (safe == "as_agreed" and not chosen):
            return
        reached = []
        if not chosen or chosen in _CALLED:
            reached += [isolate_ltr(number) for number in self._own_numbers()]
        if not chosen or chosen == "email":
            reached.append(isolate_ltr(self.profile.text("contact.email")))
        if chosen == "post":
            reached.append(isolate(self.profile.text("contact.address")))
        if chosen == "centre":
            reached.append(isolate(self.asked.text("record.centre")))
        line = " · ".join(part for part in reached if part)
        if line:
            yield Passage({tr.code: line for tr in self.speech.translators})

    def _own_numbers(self) -> Iterator[str]:
        """Telephone numbers that nobody else answers."""
        for entry in self.profile.entry_texts("phone"):
            if self.profile.text(field_path("phone", "shared_with_family", entry)) != "yes":
                yield self.profile.text(field_path("phone", "number", entry))

    def _sentence(self, tr: Translator) -> str:
        occupation = self.speech.occupation(MAIN_WORK, self.profile).get(tr.code, "")
        how_long = self._amount("work_summary.years_in_main_occupation", Unit.YEARS).get(tr.code, "")
        count = sum(1 for entry in self.profile.entry_texts("language") if self._entry("language", "language", entry))
        parts = (experience(tr, occupation, how_long) if occupation else "", spoken_languages(tr, count) if count else "")
        return " ".join(part for part in parts if part)

    # --- what was done ---

    def _work(self) -> Iterator[Item]:
        items = [self._job(entry) for entry in self.profile.entry_texts("work")]
        main = self.speech.occupation(MAIN_WORK, self.profile)
        if not items and main:
            items = [(0, Item(main, lines=(self._amount("work_summary.years_in_main_occupation", Unit.YEARS),)))]
        yield from (item for _, item in sorted(items, key=lambda ranked: -ranked[0]))

    def _job(self, entry: str) -> tuple[int, Item]:
        title = self.speech.occupation(job(entry), self.profile)
        years = self._years("work", entry, is_ongoing=self._entry("work", "ongoing", entry) == "yes")
        employer = self._entry("work", "employer", entry) if self.with_name else ""
        where = self.speech.everywhere(employer) or self._choice("work", "sector", entry)
        kind = self._choice("work", "job_type", entry) if self._entry("work", "job_type", entry) not in _PLAIN_JOBS else {}
        length = self._amount(field_path("work", "duration_months", entry), Unit.MONTHS)
        tasks = self.speech.said(self.profile.get(field_path("work", "tasks", entry)))
        return years.newness, Item(title, years.label, (self.speech.in_a_line(where, kind, length), tasks))

    def _unpaid(self) -> Iterator[Item]:
        for entry in self.profile.entry_texts("unpaid"):
            description = self.speech.said(self.profile.get(field_path("unpaid", "description", entry)))
            length = self._amount(field_path("unpaid", "years", entry), Unit.YEARS)
            yield Item(self._choice("unpaid", "activity", entry, "unpaid"), lines=(length, description))

    def _education(self) -> Iterator[Item]:
        entries = [self._course(entry) for entry in self.profile.entry_texts("education")]
        yield from (item for _, item in sorted(entries, key=lambda ranked: -ranked[0]))
        level = self.profile.text("education_summary.highest_completed")
        if not entries and level:
            years = self._amount("education_summary.years_schooling", Unit.YEARS)
            yield Item(self.speech.choice("isced", level), lines=(years,))

    def _course(self, entry: str) -> tuple[int, Item]:
        kind = self._choice("education", "kind", entry, "education_kind")
        title = self.speech.said(self.profile.get(field_path("education", "title", entry))) or kind
        years = self._years("education", entry, is_ongoing=self._entry("education", "completion", entry) == "ongoing")
        level = self._choice("education", "level", entry, "isced")
        subject = self._choice("education", "field_narrow", entry) or self._choice("education", "field_broad", entry)
        school = self.speech.everywhere(self._entry("education", "institution", entry) if self.with_name else "")
        state = self._choice("education", "completion", entry)
        shown = state if self._entry("education", "completion", entry) in ("interrupted", "ongoing") else {}
        lines = (self.speech.in_a_line(level, subject), self.speech.in_a_line(school, shown))
        return years.newness, Item(title, years.label, lines)

    # --- small parts ---

    def _entry(self, section: str, key: str, entry: str) -> str:
        return self.profile.text(field_path(section, key, entry))

    def _choice(self, section: str, key: str, entry: str, codes: str = "") -> Texts:
        return self.speech.choice(codes or key, self._entry(section, key, entry))

    def _years(self, section: str, entry: str, *, is_ongoing: bool) -> Years:
        start, end = (self.profile.date(field_path(section, key, entry)) for key in ("start", "end"))
        return Years(start.year if start else None, end.year if end else None, is_ongoing=is_ongoing)

    def _amount(self, path: str, unit: Unit) -> Texts:
        found = self.profile.get(path)
        if not isinstance(found, Quantity):
            return {}
        return self.speech.each(lambda tr: amount(tr, unit, found.amount, about=found.about))
