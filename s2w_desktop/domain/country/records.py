"""The records of a country pack, and the pack. Each field is declared once, with the kind of its column.

Names follow the Open Referral Human Services Data Specification, so that directories that exist can be converted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Annotated, Final, TypeAlias, get_type_hints

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.occupations import UNIT_GROUPS
from s2w_desktop.domain.country.codes import (
    AUDIENCE_CODES,
    COUNTRIES,
    ORGANIZATION_KIND_CODES,
    PROCEDURE_KIND_CODES,
    THEME_CODES,
)
from s2w_desktop.domain.country.columns import (
    LANGUAGE,
    Code,
    Column,
    Day,
    Identifier,
    Line,
    Many,
    Reference,
    Texts,
    Whole,
    YesNo,
)
from s2w_desktop.domain.country.texts import LocalText

_LONG: Final = 4000
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+", re.ASCII)
_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()/.-]{1,38}", re.ASCII)
_EMAIL: Final = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")
_AMOUNT: Final = re.compile(r"\d{1,7}(\.\d{1,2})?", re.ASCII)
_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)
_REGION: Final = re.compile(r"[A-Z]{2}[A-Z0-9]{0,3}", re.ASCII)
_DEGREES: Final = re.compile(r"-?\d{1,3}(\.\d{1,6})?", re.ASCII)


def _of(code_list: str) -> Code:
    return Code(frozenset(CODE_LISTS[code_list]))


Id: TypeAlias = Annotated[str, Identifier()]
Name: TypeAlias = Annotated[LocalText, Texts(is_needed=True)]
ShortText: TypeAlias = Annotated[LocalText, Texts(400)]
LongText: TypeAlias = Annotated[LocalText, Texts(_LONG, has_lines=True)]
NeededText: TypeAlias = Annotated[LocalText, Texts(_LONG, has_lines=True, is_needed=True)]
Address: TypeAlias = Annotated[str, Line(300, _ADDRESS)]
CheckedOn: TypeAlias = Annotated[date, Day(is_needed=True)]
"""The day on which an editor last made sure that a record is right."""


@dataclass(frozen=True)
class Header:
    """The pack itself. `name` is the country's, for codes that no list has a name for; after `review_due` all of it is old."""

    pack_id: Id
    country: Annotated[str, Code(COUNTRIES, is_needed=True)]
    name: Name
    version: Annotated[int, Whole(1, 2**31 - 1, is_needed=True)]
    valid_from: Annotated[date, Day(is_needed=True)]
    review_due: Annotated[date, Day(is_needed=True)]
    languages: Annotated[tuple[str, ...], Many(Line(6, LANGUAGE), is_needed=True)]
    publisher: Annotated[str, Line(is_needed=True)]
    licence: Annotated[str, Line(is_needed=True)]


@dataclass(frozen=True)
class Organization:
    """Who offers services or decides."""

    id: Id
    name: Name
    kind: Annotated[str, Code(frozenset(ORGANIZATION_KIND_CODES), is_needed=True)]
    description: LongText
    website: Address
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Location:
    """Where an organisation is found; people look for a `town`. `region` is a NUTS code; degrees are decimal, as text."""

    id: Id
    organization_id: Annotated[str, Reference(table="organizations", is_needed=True)]
    name: Name
    address: Annotated[str, Line(300, is_needed=True)]
    town: Annotated[str, Line(80, is_needed=True)]
    region: Annotated[str, Line(5, _REGION)]
    lat: Annotated[str, Line(12, _DEGREES)]
    lon: Annotated[str, Line(12, _DEGREES)]
    access_notes: LongText
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Service:
    """What an organisation does for people. No `eligibility_statuses` at all: open to everybody."""

    id: Id
    organization_id: Annotated[str, Reference(table="organizations", is_needed=True)]
    name: Name
    description: LongText
    topics: Annotated[tuple[str, ...], Many(_of("recommendation"), is_needed=True)]
    eligibility_statuses: Annotated[tuple[str, ...], Many(_of("legal_status"))]
    eligibility_text: LongText
    age_min: Annotated[int | None, Whole(0, 120)]
    age_max: Annotated[int | None, Whole(0, 120)]
    women_only: Annotated[bool | None, YesNo()]
    childcare: Annotated[bool | None, YesNo()]
    interpreters: Annotated[bool | None, YesNo()]
    languages: Annotated[tuple[str, ...], Many(_of("language"))]
    fees: ShortText
    application_process: LongText
    required_documents: LongText
    waiting_time_days: Annotated[int | None, Whole(0, 3660)]
    online: Annotated[bool | None, YesNo()]
    location_ids: Annotated[tuple[str, ...], Many(Reference(table="locations"))]
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Contact:
    """Whom to call, of a service or of an organisation: exactly one of the two is named."""

    id: Id
    service_id: Annotated[str, Reference(table="services")]
    organization_id: Annotated[str, Reference(table="organizations")]
    name: Annotated[str, Line()]
    role: ShortText
    phone: Annotated[str, Line(40, _PHONE)]
    email: Annotated[str, Line(120, _EMAIL)]
    hours: ShortText
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Procedure:
    """How something is recognised, validated, exchanged or permitted; its steps and documents name it."""

    id: Id
    kind: Annotated[str, Code(frozenset(PROCEDURE_KIND_CODES), is_needed=True)]
    name: Name
    authority_id: Annotated[str, Reference(table="organizations", is_needed=True)]
    applies_to_isced: Annotated[tuple[str, ...], Many(_of("isced"))]
    applies_to_isco: Annotated[tuple[str, ...], Many(_of("isco"))]
    regulated_profession: Annotated[bool | None, YesNo()]
    fee_amount: Annotated[str, Line(10, _AMOUNT)]
    fee_currency: Annotated[str, Line(3, _CURRENCY)]
    fee_waiver: LongText
    duration_days_typical: Annotated[int | None, Whole(0, 3660)]
    legal_basis: LongText
    link: Address
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Step:
    """One step of a procedure; `n` counts from 1."""

    procedure_id: Annotated[str, Reference(table="procedures", is_needed=True)]
    n: Annotated[int, Whole(1, 60, is_needed=True)]
    text: NeededText


@dataclass(frozen=True)
class Document:
    """A paper that a procedure asks for, and what helps where it is lost."""

    procedure_id: Annotated[str, Reference(table="procedures", is_needed=True)]
    n: Annotated[int, Whole(1, 60, is_needed=True)]
    text: NeededText
    alternatives: LongText


@dataclass(frozen=True)
class Practice:
    """What worked somewhere, for those who work with people. `country` is where, as in the profile."""

    id: Id
    title: Name
    audience: Annotated[tuple[str, ...], Many(Code(frozenset(AUDIENCE_CODES)), is_needed=True)]
    theme: Annotated[tuple[str, ...], Many(Code(frozenset(THEME_CODES)), is_needed=True)]
    country: Annotated[str, Code(COUNTRIES, is_needed=True)]
    year_from: Annotated[int, Whole(1990, 2100, is_needed=True)]
    year_to: Annotated[int | None, Whole(1990, 2100)]
    summary: NeededText
    contact_id: Annotated[str, Reference(table="contacts")]
    evidence: LongText
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Story:
    """What somebody went through, told with their agreement: `consent_ref` says where it is filed; gone after `expires_on`."""

    id: Id
    title: Name
    text: NeededText
    consent_ref: Annotated[str, Line(80, is_needed=True)]
    expires_on: Annotated[date, Day(is_needed=True)]
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Shortage:
    """An occupation that is looked for, for information only."""

    id: Id
    isco08: Annotated[str, Code(frozenset(UNIT_GROUPS), is_needed=True)]
    region: Annotated[str, Line(5, _REGION)]
    source: NeededText
    valid_from: Annotated[date, Day(is_needed=True)]
    valid_to: Annotated[date, Day(is_needed=True)]
    last_verified_on: CheckedOn


@dataclass(frozen=True)
class Term:
    """A word that offices use, explained."""

    id: Id
    term: Name
    explanation: NeededText
    last_verified_on: CheckedOn


Record: TypeAlias = Organization | Location | Service | Contact | Procedure | Step | Document | Practice | Story | Shortage | Term
TABLES: Final = MappingProxyType[str, type[Record]](
    {
        "organizations": Organization,
        "locations": Location,
        "services": Service,
        "contacts": Contact,
        "procedures": Procedure,
        "procedure_steps": Step,
        "procedure_documents": Document,
        "practices": Practice,
        "stories": Story,
        "shortages": Shortage,
        "glossary": Term,
    }
)
"""The tables of a pack beside its header, by the name of their file and of their list in JSON."""
HEADER: Final = "pack"


@dataclass(frozen=True)
class CountryPack:
    """All of a pack; every reference leads somewhere, and `rules.broken_rules` finds nothing."""

    header: Header
    organizations: tuple[Organization, ...] = ()
    locations: tuple[Location, ...] = ()
    services: tuple[Service, ...] = ()
    contacts: tuple[Contact, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    procedure_steps: tuple[Step, ...] = ()
    procedure_documents: tuple[Document, ...] = ()
    practices: tuple[Practice, ...] = ()
    stories: tuple[Story, ...] = ()
    shortages: tuple[Shortage, ...] = ()
    glossary: tuple[Term, ...] = ()

    def table(self, name: str) -> tuple[Record, ...]:
        """The records of a table of `TABLES`, in the editor's order."""
        records: tuple[Record, ...] = getattr(self, name)
        return records

    def is_overdue(self, today: date) -> bool:
        """Whether the day has passed by which an editor wanted to look through all of it again."""
        return today > self.header.review_due


def columns_of(record: type[object]) -> Mapping[str, Column]:
    """The columns of a record by name, in their order."""
    return _COLUMNS[record]


def _columns(record: type[Record | Header]) -> Mapping[str, Column]:
    hints = get_type_hints(record, include_extras=True)
    return MappingProxyType({name: next(k for k in hint.__metadata__ if isinstance(k, Column)) for name, hint in hints.items()})


_COLUMNS: Final[Mapping[type[object], Mapping[str, Column]]] = {record: _columns(record) for record in (Header, *TABLES.values())}
