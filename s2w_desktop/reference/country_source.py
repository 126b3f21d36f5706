"""The source of a country pack: a folder of CSV files that an editor fills in a spreadsheet. See docs/country-packs.md.

All faults are collected, each with its place, so that an editor mends a table at once and not a cell at a time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from s2w_desktop.domain.country.columns import Column, Texts, Unfit, Value
from s2w_desktop.domain.country.records import HEADER, TABLES, CountryPack, Header, Record, columns_of
from s2w_desktop.domain.country.rules import BrokenRule, broken_rules, expired_stories
from s2w_desktop.domain.country.texts import ENGLISH
from s2w_desktop.domain.reference_errors import Fault, Finding, SourceRefused
from s2w_desktop.reference.country_text import pack_of
from s2w_desktop.reference.csv_table import CsvTable, SourceLine, read_table

MOST_FINDINGS: Final = 100
_OF_LANGUAGE: Final = ":"
_SUFFIX: Final = ".csv"


def file_of(table: str) -> str:
    """The name of the file of a table."""
    return f"{table}{_SUFFIX}"


def first_row(table: str, languages: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns of a file, with a column for each language of a text."""
    columns = columns_of(Header if table == HEADER else TABLES[table])
    return tuple(
        name
        for column, kind in columns.items()
        for name in ([f"{column}{_OF_LANGUAGE}{code}" for code in languages] if isinstance(kind, Texts) else [column])
    )


def read_source(folder: Path, today: date) -> CountryPack:
    """The pack of a folder. `pack.csv` has one row; each other file may be missing, and its table is empty then.

    Raises SourceRefused with up to `MOST_FINDINGS` faults, among them stories that have expired by `today`.
    """
    faults = _Faults()
    tables = {name: _read(folder, name, record, faults) for name, record in {HEADER: Header, **TABLES}.items()}
    _check_names(folder, faults)
    header = next((record for record, _ in tables[HEADER] if isinstance(record, Header)), None)
    if len(tables[HEADER]) != 1 and not faults.about(file_of(HEADER)):
        faults.add(file_of(HEADER), 0, "", Fault.ONE_ROW)
    if header is not None:
        rows: dict[str, Sequence[Record]] = {
            name: [record for record, _ in tables[name] if not isinstance(record, Header)] for name in TABLES
        }
        pack = pack_of(header, rows)
        for broken in (*broken_rules(pack), *expired_stories(pack, today)):
            faults.add_rule(broken, tables[broken.table][broken.place][1])
        if not faults.found:
            return pack
    raise SourceRefused(*faults.told())


@dataclass
class _Faults:
    """The faults found so far. What is told stands in the order of files and lines."""

    found: list[Finding] = field(default_factory=list)
    damaged: set[str] = field(default_factory=set)  # tables of which records are missing: what leads there is not told

    def add(self, file: str, line: int, column: str, fault: Fault) -> None:
        self.found.append(Finding(file, line, column, fault))
        self.damaged.add(file)

    def add_rule(self, broken: BrokenRule, line: int) -> None:
        if broken.fault is Fault.DANGLING and self.damaged:
            return  # the record may be one that could not be read: told once, at its own place
        self.found.append(Finding(file_of(broken.table), line, broken.column, broken.fault))

    def about(self, file: str) -> bool:
        return file in self.damaged

    def told(self) -> tuple[tuple[Finding, ...], bool]:
        order = {file_of(name): place for place, name in enumerate((HEADER, *TABLES))}
        found = sorted(self.found, key=lambda one: (order.get(one.file, len(order)), one.file, one.line))
        return tuple(found[:MOST_FINDINGS]), len(found) > MOST_FINDINGS


def _check_names(folder: Path, faults: _Faults) -> None:
    """A table under another name would be lost without a word."""
    known = {file_of(name) for name in (HEADER, *TABLES)}
    for file in sorted(folder.glob(f"*{_SUFFIX}")):
        if file.name not in known:
            faults.add(file.name, 0, "", Fault.STRANGE_FILE)


def _read(folder: Path, table: str, record: type[Record | Header], faults: _Faults) -> list[tuple[Record | Header, int]]:
    """The records of a file that are whole, each with its line."""
    file = folder / file_of(table)
    if not file.is_file():
        if table == HEADER:
            faults.add(file.name, 0, "", Fault.NO_FILE)
        return []
    read = read_table(file)
    for line, fault in read.faults:
        faults.add(file.name, line, "", fault)
    columns = columns_of(record)
    if not _are_columns(read, columns, faults):
        return []
    make: Callable[..., Record | Header] = record
    return [
        (make(**values), line.number)
        for line in read.lines
        for values in [_values(line, columns, read.file, faults)]
        if values is not None
    ]


def _are_columns(read: CsvTable, columns: Mapping[str, Column], faults: _Faults) -> bool:
    """Whether the first row names columns of this table, each once, and those that are needed."""
    known = len(faults.found)
    seen: set[str] = set()
    for name in read.names:
        bare, mark, _language = name.partition(_OF_LANGUAGE)
        kind = columns.get(bare)
        if kind is None or isinstance(kind, Texts) != bool(mark):
            faults.add(read.file, 1, name if name.isidentifier() else "", Fault.UNKNOWN_COLUMN)
        elif name in seen:
            faults.add(read.file, 1, name, Fault.REPEATED_COLUMN)
        seen.add(name)
    for name, kind in columns.items():
        needed = f"{name}{_OF_LANGUAGE}{ENGLISH}" if isinstance(kind, Texts) else name
        if kind.is_needed and needed not in seen and read.names:
            faults.add(read.file, 1, needed, Fault.MISSING_COLUMN)
    return len(faults.found) == known


def _values(line: SourceLine, columns: Mapping[str, Column], file: str, faults: _Faults) -> dict[str, Value] | None:
    """The values of a row, or None where one does not fit."""
    known = len(faults.found)
    values: dict[str, Value] = {}
    for name, kind in columns.items():
        try:
            values[name] = _value(line, name, kind)
        except Unfit as misfit:
            column = f"{name}{_OF_LANGUAGE}{ENGLISH}" if misfit.fault is Fault.NO_ENGLISH else name
            faults.add(file, line.number, column, misfit.fault)
    return values if len(faults.found) == known else None


def _value(line: SourceLine, name: str, kind: Column) -> Value:
    if isinstance(kind, Texts):
        plain = {
            cell.partition(_OF_LANGUAGE)[2]: text
            for cell, text in line.cells.items()
            if cell.startswith(name + _OF_LANGUAGE) and text
        }
        return kind.of_plain({**plain}) if plain else kind.missing()
    text = line.cells.get(name, "")
    return kind.of_plain(kind.of_cell(text)) if text else kind.missing()
