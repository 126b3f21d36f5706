"""One CSV file as spreadsheets write them: UTF-8 with or without a mark in front, parted by commas or semicolons."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from s2w_desktop.domain.reference_errors import Fault

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_ROWS: Final = 5000


@dataclass(frozen=True)
class SourceLine:
    """A row with something in it: the line on which it begins, from 1, and its cells by the name of their column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class CsvTable:
    """What could be read of a file, and the faults of the file itself: each with its line, 0 for all of it."""

    file: str
    names: tuple[str, ...] = ()
    lines: tuple[SourceLine, ...] = ()
    faults: tuple[tuple[int, Fault], ...] = ()


def read_table(file: Path) -> CsvTable:
    """The rows of a file. Cells are NFC, with plain line ends and without blanks around them; empty rows are left out."""
    with file.open("rb") as stream:
        untrusted = stream.read(MOST_BYTES + 1)
    if len(untrusted) > MOST_BYTES:
        return CsvTable(file.name, faults=((0, Fault.TOO_LARGE),))
    try:
        text = untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        return CsvTable(file.name, faults=((untrusted.count(b"\n", 0, cause.start) + 1, Fault.NOT_UTF8),))
    return _table(file.name, text)


def _table(name: str, text: str) -> CsvTable:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.partition("\n")[0]), strict=True)
    found: list[SourceLine] = []
    faults: list[tuple[int, Fault]] = []
    names: tuple[str, ...] = ()
    try:
        names = tuple(_whole(next(reader, []), 0))
        for number, row in _numbered(reader, lambda: reader.line_num):
            cells = _whole(row, len(names))
            if len(cells) != len(names):
                faults.append((number, Fault.CELLS))
            elif len(found) == MOST_ROWS:
                faults.append((number, Fault.TOO_MANY_ROWS))
                break
            else:
                found.append(SourceLine(number, dict(zip(names, cells, strict=True))))
    except csv.Error:
        faults.append((reader.line_num, Fault.BROKEN))
    if not names:
        faults.append((1, Fault.MISSING_COLUMN))
    return CsvTable(name, names, tuple(found), tuple(faults))


def _numbered(rows: Iterable[list[str]], line_read: Callable[[], int]) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, with the line on which each begins."""
    before = line_read()
    for row in rows:
        if any(cell.strip() for cell in row):
            yield before + 1, row
        before = line_read()


def _whole(row: Sequence[str], least: int) -> list[str]:
    """The cells of a row without the empty ones that spreadsheets write behind the last column."""
    cells = [_cell(cell) for cell in row]
    while len(cells) > least and not cells[-1]:
        cells.pop()
    return cells


def _delimiter(first: str) -> str:
    """Names of columns hold neither sign, so the first row tells."""
    return ";" if ";" in first and "," not in first else ","


def _cell(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n")).strip()
