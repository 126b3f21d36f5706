"""One talk being written down: only what the questionnaire puts at its depth is answered, and some questions stay open."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from random import Random
from types import MappingProxyType
from typing import Final, TypeAlias

from s2w_desktop.domain.answers import Answer, EntryRank, NoAnswer, Quantity, Words
from s2w_desktop.domain.asking import Asking
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.edtf import DatePoint, Doubt
from s2w_desktop.domain.fields import FieldKind, FieldSpec, Look, Need, Questionnaire, SectionSpec, Tier
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Held, Profile
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.services.populations.shares import Groups, Shares, Weighted

REASON: Final = "!"
INTERPRETED: Final = "eng"
"""The language in which texts of the tables stand: the officer writes down what the interpreter says."""

Answers: TypeAlias = dict[str, Answer | None]
Told: TypeAlias = Mapping[str, Answer | None]
"""Answers by the keys of their fields, where the tables do not decide; None leaves the question blank."""


@dataclass
class Talk:
    """The answers so far. A section named in `open_sections` is never reached: the interview was broken off before."""

    questionnaire: Questionnaire
    shares: Shares
    random: Random
    tier: Tier
    hidden: frozenset[str]
    groups: Groups
    open_sections: frozenset[str] = frozenset()
    held: dict[str, Held] = field(default_factory=dict)
    asking: Asking = field(init=False)
    _entries: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.asking = Asking(self.tier, self.hidden, self.answer_at)

    def note(self, path: str, answer: Answer | None) -> None:
        """What the program itself notes."""
        if answer is not None:
            self.held[path] = answer

    def text(self, path: str) -> str:
        """A code or text that was given; empty for none."""
        found = self.held.get(path)
        return found if isinstance(found, str) else ""

    def fill(self, section: str, told: Told = MappingProxyType({}), *groups: str) -> None:
        """The answers of a section that does not repeat: as told, else as the tables have it, for these groups first."""
        spec = self.questionnaire.by_key[section]
        if section not in self.open_sections and self.asking.puts(spec):
            self._answers(spec, section, self.answer_at, told, (*groups, *self.groups))

    def add(self, section: str, told: Told, *groups: str) -> None:
        """One more entry of a section that repeats."""
        spec = self.questionnaire.by_key[section]
        if section in self.open_sections or not self.asking.puts(spec):
            return
        stem = f"{section}.{new_id(self.random)}"
        self.held[stem + "."] = EntryRank(self._entries[section])
        self._entries[section] += 1
        self._answers(spec, stem, lambda key: self.answer_at(f"{stem}.{key}"), told, (*groups, *self.groups))

    def profile(self, number: ProfileId) -> Profile:
        """The answers as a profile."""
        return Profile(number, MappingProxyType(self.held))

    def _answers(self, section: SectionSpec, stem: str, look: Look, told: Told, groups: Groups) -> None:
        for spec in self.asking.fields_of(section):
            if spec.asked_when is not None and not spec.asked_when(look):
                continue
            name = _path(section.key, spec.key)
            answer: Answer | None = self._reason(spec, name, groups)
            if answer is None:
                answer = told[spec.key] if spec.key in told else self._from_table(spec, name, groups)
            if answer is not None:
                self.held[f"{stem}.{spec.key}" if section.repeats else name] = answer

    def answer_at(self, path: str) -> Answer | None:
        """What stands at a path."""
        found = self.held.get(path)
        return None if isinstance(found, EntryRank) else found

    def _reason(self, spec: FieldSpec, name: str, groups: Groups) -> NoAnswer | None:
        """Why the person, or the officer, leaves a question without an answer; mostly there is no such reason."""
        if spec.need is not Need.RESOLVED:
            return None
        table = self.shares.find(f"no_answer.{name}", groups) or self.shares.find("no_answer")
        reason = table.drawn(self.random) if table else ""
        return NoAnswer(reason.removeprefix(REASON)) if reason else None

    def _from_table(self, spec: FieldSpec, name: str, groups: Groups) -> Answer | None:
        table = self.shares.find(name, groups)
        if table is None:
            return None
        if spec.kind is FieldKind.MANY:
            return _chosen(spec, table, self.random)
        code = table.drawn(self.random)
        return None if not code else NoAnswer(code.removeprefix(REASON)) if code.startswith(REASON) else _of_kind(spec.kind, code)


@lru_cache(maxsize=1024)
def _path(section: str, key: str) -> str:
    """The one text of a path that all profiles share."""
    return f"{section}.{key}"


def new_id(random: Random) -> str:
    """The text of a random id, as it stands in paths."""
    digits = f"{random.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{'89ab'[random.getrandbits(2)]}{digits[17:20]}-{digits[20:]}"


@lru_cache(maxsize=4096)  # few dates and figures are said, and each by many
def on(day: date) -> SaidDate:
    """A day."""
    return SaidDate.on(day)


@lru_cache(maxsize=4096)
def in_year(year: int, month: int | None = None, doubt: Doubt = Doubt.NONE) -> SaidDate:
    """A date of which no more is known."""
    point = DatePoint(year, month, None, doubt)
    return SaidDate(PartialDate(point, point))


def number(amount: float, *, about: bool = False) -> Quantity:
    """A figure to half a unit."""
    return _half(round(amount * 2), about)


@lru_cache(maxsize=4096)
def _half(halves: int, about: bool) -> Quantity:
    whole, rest = divmod(halves, 2)
    return Quantity(Decimal(f"{whole}.5" if rest else str(whole)), about=about)


def said(text: str) -> Words:
    """Words in the language of the tables."""
    return Words(text, INTERPRETED)


def _chosen(spec: FieldSpec, table: Weighted, random: Random) -> Answer | None:
    """Several codes; where none is chosen the one that says so, or nothing."""
    chosen = table.several(random)[: spec.most]
    if chosen:
        return tuple(sorted(chosen))
    return (spec.alone,) if spec.alone else NoAnswer.NOT_APPLICABLE if spec.need is Need.RESOLVED else None


def _of_kind(kind: FieldKind, code: str) -> Answer:
    if kind is FieldKind.NUMBER:
        return number(float(code))
    return said(code) if kind is FieldKind.WORDS else code
