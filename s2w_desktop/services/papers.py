"""From a profile to its paper. What is blank, refused or unknown is not printed; barriers and remarks never are.

The paper prints chosen questions, so a question that is added to the interview is not on it until it is chosen here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO

from s2w_desktop.domain.answers import Quantity, Words
from s2w_desktop.domain.asking import as_asked
from s2w_desktop.domain.concepts import Concept, group_of
from s2w_desktop.domain.exposure import is_at_risk
from s2w_desktop.domain.fields import Questionnaire, field_path
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.sections.working import is_exposed
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.dates import told_period
from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.formats import amount, joined
from s2w_desktop.i18n.isolation import isolate, isolate_ltr
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.i18n.paper_words import (
    PaperText,
    experience,
    interviewed_on,
    paper_text,
    school_years,
    spoken_languages,
    would_like_to_work_as,
)
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.pdf.content import (
    Entry,
    Evidence,
    KnownLanguage,
    LanguageSkill,
    Level,
    Paper,
    PaperWords,
    Station,
    Step,
    Texts,
    Years,
)
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.profile_paper import build_profile_paper
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.paper_pictures import PaperPictures

_LEVELS = {"0": Level.NONE, "PA1": Level.PRE_A1, **{level.value: level for level in Level if level.value[0] in "ABC"}}
_SKILLS = {
    "listening": LanguageSkill.LISTENING,
    "reading": LanguageSkill.READING,
    "spoken_interaction": LanguageSkill.CONVERSATION,
    "spoken_production": LanguageSkill.SPEAKING,
    "writing": LanguageSkill.WRITING,
}
_SKILL_WORDS = {
    LanguageSkill.LISTENING: PaperText.LISTENING,
    LanguageSkill.READING: PaperText.READING,
    LanguageSkill.CONVERSATION: PaperText.CONVERSATION,
    LanguageSkill.SPEAKING: PaperText.SPEAKING,
    LanguageSkill.WRITING: PaperText.WRITING,
}


@dataclass(frozen=True)
class _Named:
    """Where an occupation stands: in the person's words, as a concept of ESCO, as a group of ISCO-08."""

    words: str
    concept: str
    group: str


_MAIN_WORK = _Named("work_summary.main_occupation", "work_summary.main_occupation_esco", "work_summary.main_occupation_isco")
_WISH = _Named("expectation.desired_occupation", "expectation.desired_occupation_esco", "expectation.desired_occupation_isco")


def _job(entry: EntryId) -> _Named:
    return _Named(*(field_path("work", key, entry) for key in ("title_own_words", "occupation_esco", "isco08")))


class Papers:
    """Makes the papers of profiles."""

    def __init__(
        self,
        *,
        interviews: Interviews,
        questionnaire: Questionnaire,
        pictures: PaperPictures,
        catalogues: Catalogues,
        fonts: FontSet,
    ) -> None:
        self._interviews = interviews
        self._questionnaire = questionnaire
        self._pictures = pictures
        self._catalogues = catalogues
        self._fonts = fonts

    def profile_paper(self, profile: ProfileId, languages: tuple[str, ...]) -> bytes:
        """The profile paper as a PDF in one interface language or two, the reader's first.

        The same profile gives the same bytes. Raises UnknownProfile, MissingGlyphs, KeyError for an unknown language.
        """
        translators = tuple(self._catalogues.translator(code) for code in dict.fromkeys(languages))
        shown = as_asked(self._questionnaire, self._interviews.read(profile))
        paper = _Writer(shown, translators).paper()
        paper = replace(paper, photo=self._pictures.photo(shown), logo=self._pictures.logo())
        target = BytesIO()
        build_profile_paper(paper, self._fonts, target)
        return target.getvalue()


def paper_words(say: Callable[[PaperText], Texts]) -> PaperWords:
    """A paper's own words, said in its languages by `say`."""
    named = {text.value: say(text) for text in PaperText}
    fixed = {
        key: named[key]
        for key in (
            "title", "strengths", "languages", "time_line", "skills", "goals", "steps", "about",
            "first_language", "not_translated", "tick_box", "qr", "key", "photo",
        )
    }  # fmt: skip
    return PaperWords(
        **fixed,
        evidence={evidence: named[evidence.name.lower()] for evidence in Evidence},
        language_skills={skill: say(text) for skill, text in _SKILL_WORDS.items()},
    )


@dataclass(frozen=True)
class _Writer:
    """Takes the paper's content out of one profile, in the languages of its translators."""

    profile: Profile
    translators: tuple[Translator, ...]

    def paper(self) -> Paper:
        profile = self.profile
        code = profile.text("record.case_number")
        languages = tuple(tr.code for tr in self.translators)
        return Paper(
            code=code,
            date=str(profile.date("record.finished_on") or profile.date("record.opened_on") or ""),
            languages=(languages[0],) if len(languages) == 1 else (languages[0], languages[1]),
            words=paper_words(self._say),
            qr=code,
            name=self._name(),
            sentence=self._each(self._sentence),
            notice=self._each(self._notice),
            strengths=tuple(self._strengths()),
            known_languages=tuple(self._languages()),
            stations=tuple(self._stations()),
            skills=tuple(self._skills()),
            goals=tuple(self._goals()),
            steps=tuple(self._steps()),
            about=(self._each(self._interview), self._say(PaperText.NOT_A_CERTIFICATE), self._say(PaperText.NOT_ENCRYPTED)),
        )

    # --- texts in each language ---

    def _each(self, say: Callable[[Translator], str]) -> Texts:
        return {tr.code: said for tr in self.translators if (said := say(tr))}

    def _say(self, text: PaperText) -> Texts:
        return self._each(lambda tr: paper_text(tr, text))

    def _choice(self, codes: str, code: str) -> Texts:
        return self._each(lambda tr: labels.choice(tr, codes, code))

    def _side(self, words: Words, tr: Translator) -> str:
        """The side of said and translated words that is in a language; empty when there is none."""
        if words.translation and is_same_language(words.translation_lang, tr.code):
            return words.translation
        return words.said if is_same_language(words.lang, tr.code) else ""

    def _work_done(self, work: _Named) -> Callable[[Translator], str]:
        """An occupation of the past; public work that somebody at risk has done is not told more closely."""
        if self._is_risky(work):
            return lambda tr: paper_text(tr, PaperText.PUBLIC_SERVICE)
        return self._occupation(work)

    def _is_risky(self, work: _Named) -> bool:
        groups = (self.profile.text(work.group), group_of(self.profile.get(work.concept)))
        return any(map(is_exposed, groups)) and is_at_risk(self.profile)

    def _occupation(self, work: _Named) -> Callable[[Translator], str]:
        """The person's words, else the occupation that was picked, else its group: the first that there is in a language."""
        words, concept = self.profile.get(work.words), self.profile.get(work.concept)
        group = self.profile.text(work.group) or group_of(concept)

        def say(tr: Translator) -> str:
            own = self._side(words, tr) if isinstance(words, Words) else ""
            picked = concept.label if isinstance(concept, Concept) and is_same_language(concept.language, tr.code) else ""
            return own or picked or (labels.choice(tr, "isco", group) if group else "")

        return say

    def _amount(self, path: str, say: Callable[[Translator, Quantity], str]) -> Callable[[Translator], str]:
        found = self.profile.get(path)
        return lambda tr: say(tr, found) if isinstance(found, Quantity) else ""

    # --- parts of the paper ---

    def _name(self) -> Texts | None:
        profile = self.profile
        latin = " ".join(part for key in ("given_names", "family_names") if (part := profile.text(f"identity.{key}")))
        original = profile.text("identity.name_original")
        person = profile.text("record.person_language")
        return {
            tr.code: (original if original and is_same_language(person, tr.code) else latin) or original
            for tr in self.translators
        } or None

    def _sentence(self, tr: Translator) -> str:
        occupation = self._work_done(_MAIN_WORK)(tr)
        how_long = self._amount("work_summary.years_in_main_occupation", _years)(tr)
        count = len(self.profile.entries("language"))
        parts = [experience(tr, occupation, how_long) if occupation else "", spoken_languages(tr, count) if count else ""]
        return " ".join(part for part in parts if part)

    def _notice(self, tr: Translator) -> str:
        parts = [
            paper_text(tr, PaperText.TRAINING) if self.profile.text("record.training") == "yes" else "",
            paper_text(tr, PaperText.DRAFT) if tr.is_draft else "",
        ]
        return " · ".join(part for part in parts if part)

    def _interview(self, tr: Translator) -> str:
        day, centre = self.profile.date("record.opened_on"), self.profile.text("record.centre")
        return interviewed_on(tr, day, centre) if day else ""

    def _strengths(self) -> Iterator[Entry]:
        chosen = self.profile.get("transversal.strengths")
        for code in chosen if isinstance(chosen, tuple) else ():
            yield Entry(self._choice("strength", code), evidence=Evidence.STATED)

    def _languages(self) -> Iterator[KnownLanguage]:
        rows = [(self._rank(entry), entry) for entry in self.profile.entries("language")]
        for _, entry in sorted(rows, key=lambda row: row[0]):
            code = self._entry("language", "language", entry)
            if not code:
                continue
            levels = {
                skill: _LEVELS[level]
                for key, skill in _SKILLS.items()
                if (level := self._entry("language", key, entry)) in _LEVELS
            }
            is_first = self._entry("language", "role", entry) == "mother_tongue"
            yield KnownLanguage(self._choice("language", code), is_first, {} if is_first else levels, Evidence.STATED)

    def _rank(self, entry: EntryId) -> tuple[int, int]:
        """First languages, then the host country's, then by level."""
        role = self._entry("language", "role", entry)
        order = list(_LEVELS)
        reached = [order.index(level) for key in _SKILLS if (level := self._entry("language", key, entry)) in _LEVELS]
        return ({"mother_tongue": 0, "host_country": 1}.get(role, 2), -sum(reached))

    def _stations(self) -> Iterator[Station]:
        jobs = [self._job(entry) for entry in self.profile.entries("work")]
        if not jobs:
            title = self._each(self._work_done(_MAIN_WORK))
            jobs = [Station(title, Years(), self._each(self._main_work), Evidence.STATED)] if title else []
        yield from sorted(jobs, key=lambda job: -(job.years.end or job.years.start or 0))
        level = self.profile.text("education_summary.highest_completed")
        if level:
            detail = self._each(self._amount("education_summary.years_schooling", lambda tr, n: school_years(tr, _years(tr, n))))
            yield Station(self._choice("isced", level), Years(), detail, Evidence.STATED)

    def _job(self, entry: EntryId) -> Station:
        title = self._each(self._work_done(_job(entry)))
        start, end = (self.profile.date(field_path("work", key, entry)) for key in ("start", "end"))
        when = Years(start.year if start else None, end.year if end else None)
        kind = self._entry("work", "job_type", entry)
        length = self._amount(field_path("work", "duration_months", entry), _months)

        def detail(tr: Translator) -> str:
            parts = (labels.choice(tr, "job_type", kind) if kind else "", length(tr), self._told_period(tr, entry))
            return joined(tr, [part for part in parts if part])

        return Station(title, when, self._each(detail), Evidence.STATED)

    def _told_period(self, tr: Translator, entry: EntryId) -> str:
        """Beginning and end as the person dates them, in the person's text alone: the spine has one calendar for all."""
        if not is_same_language(self.profile.text("record.person_language"), tr.code):
            return ""
        start, end = (self.profile.get(field_path("work", key, entry)) for key in ("start", "end"))
        return told_period(tr, start if isinstance(start, SaidDate) else None, end if isinstance(end, SaidDate) else None)

    def _main_work(self, tr: Translator) -> str:
        """Group and years; the group only where the person's own words stand above it."""
        words = self.profile.get(_MAIN_WORK.words)
        has_own_words = isinstance(words, Words) and bool(self._side(words, tr))
        group = self.profile.text(_MAIN_WORK.group) if has_own_words and not self._is_risky(_MAIN_WORK) else ""
        how_long = self._amount("work_summary.years_in_main_occupation", _years)(tr)
        return " · ".join(part for part in (labels.choice(tr, "isco", group) if group else "", how_long) if part)

    def _skills(self) -> Iterator[Entry]:
        if self.profile.text("licence.can_drive") == "yes":
            yield Entry(self._say(PaperText.DRIVES), evidence=Evidence.STATED)

    def _goals(self) -> Iterator[Texts]:
        first, others = self.profile.text("expectation.first_goal"), self.profile.get("expectation.other_goals")
        for code in (first, *(others if isinstance(others, tuple) else ())):
            if code:
                yield self._choice("goal", code)
        wanted = self._occupation(_WISH)
        said = self._each(lambda tr: would_like_to_work_as(tr, wanted(tr)) if wanted(tr) else "")
        if said:
            yield said

    def _steps(self) -> Iterator[Step]:
        entries = self.profile.entries("recommendation")
        for entry in sorted(entries, key=lambda one: self._entry("recommendation", "priority", one) or "9"):
            kind, who = self._entry("recommendation", "type", entry), self._entry("recommendation", "responsible", entry)
            detail = self.profile.get(field_path("recommendation", "detail", entry))
            if kind:
                yield Step(
                    self._choice("recommendation", kind),
                    who=self._choice("responsible", who) if who else None,
                    detail=self._each(partial(self._side, detail)) if isinstance(detail, Words) else None,
                    service=self._each(partial(self._service, entry)) or None,
                )

    def _service(self, entry: EntryId, tr: Translator) -> str:
        """Name, telephone and hours of the service; a side that was not written falls back on the other: a name is a name."""
        name = self._said_somehow(field_path("recommendation", "service_name", entry), tr)
        phone = isolate_ltr(self._entry("recommendation", "service_phone", entry))
        hours = self._said_somehow(field_path("recommendation", "service_hours", entry), tr)
        return " · ".join(part for part in (name, phone, hours) if part)

    def _said_somehow(self, path: str, tr: Translator) -> str:
        words = self.profile.get(path)
        return isolate(self._side(words, tr) or words.translation or words.said) if isinstance(words, Words) else ""

    def _entry(self, section: str, key: str, entry: EntryId) -> str:
        return self.profile.text(field_path(section, key, entry))


def _years(tr: Translator, quantity: Quantity) -> str:
    return amount(tr, Unit.YEARS, quantity.amount, about=quantity.about)


def _months(tr: Translator, quantity: Quantity) -> str:
    return amount(tr, Unit.MONTHS, quantity.amount, about=quantity.about)
