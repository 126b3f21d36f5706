"""A country pack as JSON, format s2w-country/1: one spelling, read strictly. See docs/country-packs.md."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.country.columns import Unfit, Value
from s2w_desktop.domain.country.records import HEADER, TABLES, CountryPack, Header, Record, columns_of
from s2w_desktop.domain.country.rules import broken_rules
from s2w_desktop.domain.reference_errors import CountryPackDamaged, NewerCountryPack

FORMAT: Final = "s2w-country/1"
MOST_BYTES: Final = 8 * 1024 * 1024
MOST_RECORDS: Final = 5000
_FAMILY: Final = "s2w-country/"
_FORMAT_KEY: Final = "format"
_R = TypeVar("_R", bound=Record | Header)


def pack_text(pack: CountryPack) -> bytes:
    """The one JSON text of a pack: canonical, values that say nothing and empty tables left out, a line end behind it."""
    tables: dict[str, Plain] = {name: [_plain(record) for record in pack.table(name)] for name in TABLES if pack.table(name)}
    return canonical({_FORMAT_KEY: FORMAT, HEADER: _plain(pack.header), **tables}) + b"\n"


def read_pack(untrusted: bytes) -> CountryPack:
    """The pack of a JSON text. Raises NewerCountryPack, and CountryPackDamaged for everything that `pack_text` would not write.

    Stories that have expired are read: whether they are still shown is for `CountryDirectory` to say.
    """
    plain = _parsed(untrusted)
    _check_format(plain)
    header = _record(Header, plain.get(HEADER), HEADER)
    pack = pack_of(header, {name: _records(name, plain.get(name)) for name in TABLES})
    broken = next(broken_rules(pack), None)
    if broken is not None:
        raise CountryPackDamaged(_place(broken.table, broken.place, broken.column))
    if pack_text(pack) != untrusted:
        raise CountryPackDamaged  # keys given twice or too much, another spelling
    return pack


def pack_of(header: Header, tables: Mapping[str, Sequence[Record]]) -> CountryPack:
    """The pack of these records by the name of their table."""
    make: Callable[..., CountryPack] = CountryPack
    return make(header=header, **{name: tuple(records) for name, records in tables.items()})


def _parsed(untrusted: bytes) -> dict[str, Plain]:
    if len(untrusted) > MOST_BYTES:
        raise CountryPackDamaged
    try:
        value: Plain = json.loads(untrusted.decode("utf-8"))
    except (ValueError, RecursionError) as cause:
        raise CountryPackDamaged from cause
    if not isinstance(value, dict):
        raise CountryPackDamaged
    return value


def _check_format(plain: Mapping[str, Plain]) -> None:
    stated = plain.get(_FORMAT_KEY)
    if not isinstance(stated, str) or not stated.startswith(_FAMILY):
        raise CountryPackDamaged(_FORMAT_KEY)
    if stated != FORMAT:
        number = stated.removeprefix(_FAMILY)
        raise NewerCountryPack if number.isascii() and number.isdigit() and number > "1" else CountryPackDamaged(_FORMAT_KEY)


def _records(table: str, plain: Plain) -> list[Record]:
    if plain is None:
        return []
    if not isinstance(plain, list) or len(plain) > MOST_RECORDS:
        raise CountryPackDamaged(table)
    return [_record(TABLES[table], item, table, place) for place, item in enumerate(plain)]


def _record(record: type[_R], plain: Plain, table: str, place: int = 0) -> _R:
    if not isinstance(plain, dict):
        raise CountryPackDamaged(_place(table, place))
    values: dict[str, Value] = {}
    for column, kind in columns_of(record).items():
        try:
            values[column] = kind.of_plain(plain[column]) if column in plain else kind.missing()
        except Unfit as cause:
            raise CountryPackDamaged(_place(table, place, column)) from cause
    make: Callable[..., _R] = record
    return make(**values)


def _plain(record: Record | Header) -> dict[str, Plain]:
    columns = columns_of(type(record))
    values = {name: getattr(record, name) for name in columns}
    return {name: kind.to_plain(values[name]) for name, kind in columns.items() if values[name] != kind.nothing}


def _place(table: str, place: int, column: str = "") -> str:
    """Where a fault is: "services 3, topics". Tables and columns are names of the format, never what came from outside."""
    at = table if table == HEADER else f"{table} {place + 1}"
    return f"{at}, {column}" if column else at
