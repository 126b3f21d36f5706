"""What holds between the records of a country pack: names once, references that lead somewhere, an end after its beginning."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from s2w_desktop.domain.country.columns import Many, Reference, Texts
from s2w_desktop.domain.country.records import HEADER, TABLES, CountryPack, Header, Record, columns_of
from s2w_desktop.domain.country.texts import ENGLISH
from s2w_desktop.domain.reference_errors import Fault

_ORDERS: Final = (
    ("services", "age_min", "age_max"),
    ("practices", "year_from", "year_to"),
    ("shortages", "valid_from", "valid_to"),
)
_TOGETHER: Final = (("procedures", "fee_amount", "fee_currency"), ("locations", "lat", "lon"))
"""The second is needed where there is the first, and the other way round."""


@dataclass(frozen=True)
class BrokenRule:
    """A rule that record `place` (from 0) of a table breaks, at one of its columns."""

    table: str
    place: int
    column: str
    fault: Fault


def broken_rules(pack: CountryPack) -> Iterator[BrokenRule]:
    """All rules that a pack breaks, table by table."""
    yield from _of_header(pack.header)
    known = {name: {named for record in pack.table(name) for named in [_name_of(record)]} for name in TABLES}
    languages = frozenset(pack.header.languages)
    for table in TABLES:
        seen: set[object] = set()
        for place, record in enumerate(pack.table(table)):
            name = _name_of(record)
            if name in seen:
                yield BrokenRule(table, place, _naming_column(record), Fault.TWICE)
            seen.add(name)
            for column, fault in _of_record(record, known, languages):
                yield BrokenRule(table, place, column, fault)
    yield from _of_values(pack)


def expired_stories(pack: CountryPack, today: date) -> Iterator[BrokenRule]:
    """Stories that nobody may tell any more: a new pack holds none, in an installed one they are hidden."""
    for place, story in enumerate(pack.stories):
        if story.expires_on < today:
            yield BrokenRule("stories", place, "expires_on", Fault.EXPIRED)


def _of_header(header: Header) -> Iterator[BrokenRule]:
    if header.review_due < header.valid_from:
        yield BrokenRule(HEADER, 0, "review_due", Fault.WRONG_ORDER)
    if ENGLISH not in header.languages:
        yield BrokenRule(HEADER, 0, "languages", Fault.NO_ENGLISH)
    if not set(header.name.languages) <= set(header.languages):
        yield BrokenRule(HEADER, 0, "name", Fault.STRANGE_LANGUAGE)


def _of_record(record: Record, known: dict[str, set[object]], languages: frozenset[str]) -> Iterator[tuple[str, Fault]]:
    for column, kind in columns_of(type(record)).items():
        value = getattr(record, column)
        meant = kind.of if isinstance(kind, Many) else kind
        if isinstance(meant, Reference) and not _named(value) <= known[meant.table]:
            yield column, Fault.DANGLING
        if isinstance(kind, Texts) and not set(value.languages) <= languages:
            yield column, Fault.STRANGE_LANGUAGE


def _named(value: str | tuple[str, ...]) -> set[str]:
    """The names that a reference holds."""
    return set((value,) if isinstance(value, str) else value) - {""}


def _of_values(pack: CountryPack) -> Iterator[BrokenRule]:
    for table, first, last in _ORDERS:
        for place, record in enumerate(pack.table(table)):
            begin, end = getattr(record, first), getattr(record, last)
            if begin is not None and end is not None and end < begin:
                yield BrokenRule(table, place, last, Fault.WRONG_ORDER)
    for table, one, other in _TOGETHER:
        for place, record in enumerate(pack.table(table)):
            if bool(getattr(record, one)) != bool(getattr(record, other)):
                yield BrokenRule(table, place, other if getattr(record, one) else one, Fault.EMPTY)
    yield from _of_contacts(pack)


def _of_contacts(pack: CountryPack) -> Iterator[BrokenRule]:
    for place, contact in enumerate(pack.contacts):
        if bool(contact.service_id) == bool(contact.organization_id):
            yield BrokenRule("contacts", place, "service_id", Fault.TWICE if contact.service_id else Fault.EMPTY)
        if not (contact.phone or contact.email):
            yield BrokenRule("contacts", place, "phone", Fault.EMPTY)


def _name_of(record: Record) -> object:
    """What names a record among those of its table; steps and documents have a number within their procedure."""
    return getattr(record, "id", None) or (getattr(record, "procedure_id", ""), getattr(record, "n", 0))


def _naming_column(record: Record) -> str:
    return "id" if hasattr(record, "id") else "n"
