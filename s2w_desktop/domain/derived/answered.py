"""Reading a profile for analysis: an answer, or which of the five reasons there is for having none (profile-model 6.0)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, TypeGuard

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity
from s2w_desktop.domain.asking import Asking, asking_of
from s2w_desktop.domain.completeness import Completeness, completeness
from s2w_desktop.domain.concepts import group_of
from s2w_desktop.domain.fields import FieldSpec, Questionnaire, field_path
from s2w_desktop.domain.profile import Profile

_LONGEST_SPAN = timedelta(days=3653)


class Absence(StrEnum):
    """Why a variable has no value. None stands for the fifth reason: nobody asked."""

    REFUSED = "_PNS"
    UNKNOWN = "_DK"
    NOT_APPLICABLE = "_NA"
    HIDDEN = "_HID"


Code: TypeAlias = str | None
"""A code of a list, an `Absence` (which is text too), or None."""
Codes: TypeAlias = tuple[str, ...] | Absence | None
Amount: TypeAlias = Decimal | Absence | None
Flag: TypeAlias = bool | Absence | None
Flags: TypeAlias = Mapping[str, Flag]
"""A flag for each code of a list, in the order of the list."""

_ABSENCES = {
    NoAnswer.REFUSED: Absence.REFUSED,
    NoAnswer.UNKNOWN: Absence.UNKNOWN,
    NoAnswer.NOT_APPLICABLE: Absence.NOT_APPLICABLE,
    NoAnswer.NOT_ASKED: None,
}


@dataclass(frozen=True)
class Answered:
    """A profile as an analysis sees it: what the interview puts (`domain.asking`), as on screen and on paper.

    `_HID` is what the centre's template hides. Not asked is what is blank, and what lies beyond the depth of the interview. A
    question that the other answers rule out does not apply. An answer to any of these is kept in the profile and not used.
    """

    questionnaire: Questionnaire
    profile: Profile
    today: date

    @cached_property
    def day(self) -> date:
        """The day to which ages and months are counted: that of the interview, so that headquarters gets what the laptop got.

        The paper leaves it open. A profile that does not tell its day is counted to `today`.
        """
        opened = self.profile.date("record.opened_on")
        return (opened and opened.earliest) or self.today

    @cached_property
    def completeness(self) -> Completeness:
        """How much of the profile is resolved."""
        return completeness(self.questionnaire, self.profile)

    @cached_property
    def _asking(self) -> Asking:
        return asking_of(self.profile)

    @cached_property
    def _put(self) -> Mapping[str, Mapping[str, FieldSpec]]:
        """The fields that are put, by section and key: a case asks for some two hundred of them."""
        asking = self._asking
        return {section.key: asking.by_key(section) for section in self.questionnaire.sections}

    @cached_property
    def _rows(self) -> Mapping[str, tuple[str, ...]]:
        sections = self.questionnaire.sections
        return {s.key: self.profile.entry_texts(s.key) for s in sections if s.repeats and self._asking.puts(s)}

    def rows_of(self, section: str) -> tuple[str, ...]:
        """The entries of a repeating section, in their order; none of a section that is not put."""
        return self._rows.get(section, ())

    def is_hidden(self, section: str, key: str = "") -> bool:
        """Whether the centre's template hides a section or a field."""
        return section in self._asking.hidden or field_path(section, key) in self._asking.hidden

    def puts(self, section: str) -> bool:
        """Whether a section is put at this depth and not hidden."""
        return self._asking.puts(self.questionnaire.by_key[section])

    def held(self, section: str, key: str, entry: str | None = None) -> Answer | Absence | None:
        """The answer of a field, or why there is none. Raises KeyError for a field that the questionnaire does not know."""
        spec = self._put[section].get(key)
        if spec is None:
            known = self.questionnaire.by_key[section].by_key[key]
            return Absence.HIDDEN if self.is_hidden(section, known.key) else None
        if spec.asked_when is not None and not spec.asked_when(self.profile.look(self.questionnaire.by_key[section], entry)):
            return Absence.NOT_APPLICABLE
        answer = self.profile.get(field_path(section, key, entry))
        return _ABSENCES[answer] if isinstance(answer, NoAnswer) else answer

    def code(self, section: str, key: str, entry: str | None = None) -> Code:
        """The code of a choice or a level; of a blank group of occupations that of the occupation which says it too."""
        found = self.held(section, key, entry)
        filling = self.questionnaire.by_key[section].filled_by.get(key) if found is None else None
        if filling is not None:
            return group_of(self.held(section, filling, entry)) or None
        return found if isinstance(found, str) else None

    def codes(self, section: str, key: str) -> Codes:
        """The codes of a question with several answers."""
        found = self.held(section, key)
        return found if isinstance(found, (tuple, Absence)) else None

    def amount(self, section: str, key: str, entry: str | None = None) -> Amount:
        """The figure of a number; one beyond the bounds of its field cannot be right and counts as not known."""
        found = self.held(section, key, entry)
        if isinstance(found, Quantity):
            return found.amount if _is_within(self.questionnaire.by_key[section].by_key[key], found.amount) else Absence.UNKNOWN
        return found if isinstance(found, Absence) else None

    def when(self, section: str, key: str, entry: str | None = None) -> date | Absence | None:
        """The middle of what a date can mean, up to the day of the interview: the middle of the year where no more is told.

        The paper leaves it open. "After 2020" means up to that day too. What lies ahead, what is told less closely than within
        ten years ("before 1990"), and words that make no date are not known.
        """
        found = self.held(section, key, entry)
        if found is None or isinstance(found, Absence):
            return found
        told = self.profile.date(field_path(section, key, entry))
        first = told.earliest if told else None
        if told is None or first is None or first > self.day:
            return Absence.UNKNOWN
        last = min(told.latest or self.day, self.day)
        return Absence.UNKNOWN if last - first > _LONGEST_SPAN else first + (last - first) / 2


def is_told(code: Code) -> TypeGuard[str]:
    """Whether a code is an answer."""
    return code is not None and not isinstance(code, Absence)


def together(states: Iterable[object]) -> Absence | None:
    """Why several answers of which none is there are missing: the first reason of one that was asked."""
    return next((state for state in states if isinstance(state, Absence)), None)


def is_one_of(code: Code, *codes: str) -> Flag:
    """Whether a code is one of these; its absence stays."""
    if code is None or isinstance(code, Absence):
        return code
    return code in codes


def flags(known: Iterable[str], chosen: Codes, also: Iterable[Code] = ()) -> dict[str, Flag]:
    """A flag for each known code: chosen, or named in another place too. Without an answer the absence stands for each."""
    named = {code for code in also if code is not None}
    if isinstance(chosen, tuple):
        return {code: code in chosen or code in named for code in known}
    return {code: True if code in named else chosen for code in known}


def _is_within(spec: FieldSpec, amount: Decimal) -> bool:
    return (spec.low is None or amount >= spec.low) and (spec.high is None or amount <= spec.high)
