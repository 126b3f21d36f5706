"""Every text of a question in two languages: the officer's and the person's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.concepts import ConceptKind
from s2w_desktop.domain.date_entry import DateMode
from s2w_desktop.domain.fields import FieldSpec
from s2w_desktop.i18n import dates, labels
from s2w_desktop.i18n.names import OTHER_COUNTRY_NAMES
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.reference.finding import ConceptFinder, ConceptMatch
from s2w_desktop.sound.recordings import Prompt
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.searching import Suggestion
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.replay import Replay

Say = Callable[[Translator], str]


@dataclass(frozen=True)
class Voices:
    """The two languages of the questions. `other` is None when the officer works alone or no catalogue exists.

    `spoken` is the ISO 639-3 code in which the person's own words are noted, `written` that of the officer's translation.
    `replay` plays what was recorded; None where nothing was. `concepts` finds those of ESCO, `jobs` groups of occupations
    by everyday words; None where nobody looks for them.
    """

    own: Translator
    other: Translator | None
    spoken: str
    written: str
    replay: Replay | None = None
    concepts: ConceptFinder | None = None
    jobs: JobFinding | None = None

    def recorded(self, section: str, field: str) -> Prompt | None:
        """The recording of a question in the person's language; None where there is none."""
        if self.replay is None or self.other is None:
            return None
        prompt = Prompt(self.other.code, section, field)
        return prompt if self.replay.has(prompt) else None

    def offers(self, kind: ConceptKind | None) -> bool:
        """Whether concepts of a kind can be picked here."""
        return kind is not None and self.concepts is not None and self.concepts.offers(kind)

    def found_concepts(self, kind: ConceptKind, typed: str, most: int) -> Sequence[ConceptMatch]:
        """Concepts for what was typed, under their names in both languages and in English; labelled in the officer's."""
        languages = dict.fromkeys((self.own.code, self.other.code if self.other else "en", "en"))
        return self.concepts.find(kind, typed, most, tuple(languages)) if self.concepts is not None else ()

    def both(self, say: Say) -> tuple[Words, Words | None]:
        """A text in both languages."""
        return self.first(say), self.second(say)

    def first(self, say: Say) -> Words:
        """A text in the officer's language."""
        return Words(say(self.own), self.own.code)

    def second(self, say: Say) -> Words | None:
        """A text in the person's language."""
        return Words(say(self.other), self.other.code) if self.other else None

    def question(self, section: str, field: str) -> tuple[Words, Words | None]:
        """The question of a field."""
        return self.both(lambda tr: labels.question(tr, section, field))

    def short_label(self, section: str, field: str) -> tuple[Words, Words | None]:
        """The short name of a field."""
        return self.both(lambda tr: labels.short_label(tr, section, field))

    def choice(self, codes: str, code: str) -> Choice:
        """One code of a list, in both languages."""
        own, other = self.both(lambda tr: labels.choice(tr, codes, code))
        return Choice(code, own, other)

    def choices(self, spec: FieldSpec) -> tuple[Choice, ...]:
        """All codes of a field, in the order of the list."""
        return tuple(self.choice(spec.codes, code) for code in spec.code_list())

    def suggestions(self, spec: FieldSpec) -> Sequence[Suggestion]:
        """All codes of a field for a type-ahead, found under both languages, in the order that `i18n` sorts them."""
        others = dict(labels.choices(self.other, spec.codes)) if self.other else {}
        return [
            Suggestion(code, words, others.get(code, ""), (others.get(code, ""), OTHER_COUNTRY_NAMES.get(code, "")))
            for code, words in labels.choices(self.own, spec.codes)
        ]

    def reason(self, reason: NoAnswer) -> tuple[Words, Words | None]:
        """A reason for no answer."""
        return self.both(lambda tr: labels.no_answer(tr, reason))

    def date_modes(self) -> tuple[Choice, ...]:
        """The ways in which a date can be meant."""
        return tuple(Choice(mode.value, *self.both(partial(dates.mode_words, mode=mode))) for mode in DateMode)

    def calendars(self) -> tuple[Choice, ...]:
        """The calendars that a date can be told in."""
        return tuple(Choice(key.value, *self.both(partial(dates.calendar_name, calendar=key))) for key in CalendarKey)

    def about(self) -> Choice:
        """The tick for "about"."""
        own, other = self.both(labels.about_word)
        return Choice("about", own, other)
