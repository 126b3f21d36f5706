"""The invented people whose whole interviews the tour conducts: tour_people.toml, tour_answers.toml and tour_texts.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeAlias
from uuid import UUID, uuid5

from s2w_desktop.domain.answers import Answer, NoAnswer, Quantity, Words
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec, field_path
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.languages import interface_for, iso639_3_of

PLACE = Path(__file__).resolve().parent
REASON, ABOUT = "!", "~"

Told: TypeAlias = str | int | list[str]
Table: TypeAlias = Mapping[str, Told]  # by field
Tables: TypeAlias = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Brought:
    """A document to be copied: the question of an entry that it answers, entries counted from 0."""

    section: str
    entry: int
    field: str


@dataclass(frozen=True)
class TourPerson:
    """One invented person. `model` holds every answer but the copies of documents that are `brought`."""

    language: str  # ISO 639-3
    officer: str  # code of an interface language
    model: Profile
    brought: tuple[Brought, ...]

    @property
    def pair(self) -> str:
        """The two languages of the interview, the officer's first: "en+ar"."""
        return f"{self.officer}+{interface_for(self.language)}"


def tour_people() -> tuple[TourPerson, ...]:
    """The people, in the order of the file. Raises KeyError or ValueError for an answer that no question asks for."""
    return tuple(_person(language, own) for language, own in _read("tour_people.toml").items())


def _person(language: str, own: Mapping[str, object]) -> TourPerson:
    officer = str(own["officer"])
    say = partial(_words, _read("tour_texts.toml"), language, officer)
    profile = Profile(ProfileId(_id(language))).with_answer("record.tier", "extended")
    brought: list[Brought] = []
    for section, number, table in _tables(own):
        entry = EntryId(_id(f"{language} {section.key} {number}")) if section.repeats else None
        if entry is not None:
            profile = profile.with_entry(section.key, entry)
        for key, told in table.items():
            spec, path = section.by_key[key], field_path(section.key, key, entry)
            if spec.kind is FieldKind.FILE and not _is_reason(told):
                brought.append(Brought(section.key, number, key))
            else:
                profile = profile.with_answer(path, say(told) if _is_text(spec, told) else _answer(spec, told))
    return TourPerson(language, officer, profile, tuple(brought))


def _tables(own: Mapping[str, object]) -> Iterator[tuple[SectionSpec, int, Table]]:
    """Every section's answers, entry by entry, in the order of the interview; the person's own fill what those leave open."""
    shared = _read("tour_answers.toml")
    unknown = (shared.keys() | own.keys()) - {section.key for section in QUESTIONNAIRE.sections} - {"officer"}
    if unknown:
        raise ValueError(f"no such section: {', '.join(sorted(unknown))}")
    for section in QUESTIONNAIRE.sections:
        told = shared.get(section.key, {})
        for number, table in enumerate(told if isinstance(told, list) else [told]):
            yield section, number, {**_table(own.get(section.key, {})), **_table(table)}


def _table(read: object) -> Table:
    if not isinstance(read, dict):
        raise TypeError
    return read


def _is_reason(told: Told) -> bool:
    return isinstance(told, str) and told.startswith(REASON)


def _is_text(spec: FieldSpec, told: Told) -> bool:
    return spec.kind is FieldKind.WORDS and not _is_reason(told)


def _words(texts: Tables, language: str, officer: str, name: Told) -> Words:
    both = texts[str(name)]
    return Words(str(both[interface_for(language)]), language, str(both[officer]), iso639_3_of(officer))


def _answer(spec: FieldSpec, told: Told) -> Answer:
    if isinstance(told, str) and told.startswith(REASON):
        return NoAnswer(told.removeprefix(REASON))
    if isinstance(told, list):
        return tuple(sorted(told))
    plain = str(told)
    match spec.kind:
        case FieldKind.NUMBER:
            return Quantity(Decimal(plain.removeprefix(ABOUT)), about=plain.startswith(ABOUT))
        case FieldKind.DATE:
            calendar, _, said = plain.rpartition(" ")
            return SaidDate.heard(said, CalendarKey(calendar) if calendar else CalendarKey.GREGORIAN)
    return plain


def _id(words: str) -> UUID:
    return uuid5(UUID(int=0), words)


def _read(name: str) -> Tables:
    return tomllib.loads((PLACE / name).read_text("utf-8"))
