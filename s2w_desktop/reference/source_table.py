"""A CSV file from which a pack is made: read whole, strictly, and every fault told with its line."""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from s2w_desktop.domain.reference_errors import Fault, Finding, SourceRefused


@dataclass(frozen=True)
class Columns:
    """The columns that a file must have, and those that it may have besides."""

    needed: frozenset[str]
    known: frozenset[str]


@dataclass(frozen=True)
class Row:
    """One record: the line on which it ends, and its cells by column, without space around them."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """The rows of a CSV file. Raises SourceRefused while it is read."""

    name: str
    content: bytes
    columns: Columns

    def rows(self) -> Iterator[Row]:
        """Every record in the order of the file."""
        reader = csv.reader(io.StringIO(self._text(), newline=""), strict=True)
        try:
            head = [cell.strip() for cell in next(reader, [])]
            self._check_head(head)
            for cells in reader:
                if len(cells) != len(head):
                    raise self.fault(Fault.CELLS, reader.line_num)
                yield Row(reader.line_num, dict(zip(head, map(str.strip, cells), strict=True)))
        except csv.Error as cause:
            raise self.fault(Fault.BROKEN, reader.line_num) from cause

    def fault(self, fault: Fault, line: int = 0, column: str = "") -> SourceRefused:
        """The failure of a line of this file."""
        return SourceRefused((Finding(self.name, line, column, fault),))

    def needed(self, row: Row, column: str) -> str:
        """A cell that must not be empty. Raises SourceRefused."""
        if not row.cells[column]:
            raise self.fault(Fault.EMPTY, row.line, column)
        return row.cells[column]

    def _text(self) -> str:
        if b"\0" in self.content:
            raise self.fault(Fault.NOT_UTF8, 1 + self.content[: self.content.index(b"\0")].count(b"\n"))
        try:
            text = self.content.decode("utf-8-sig")
        except UnicodeDecodeError as cause:
            raise self.fault(Fault.NOT_UTF8, 1 + self.content[: cause.start].count(b"\n")) from cause
        if not text.strip():
            raise self.fault(Fault.BROKEN)
        if not text.endswith(("\n", "\r")):  # a whole file ends with a line end: what ends in the middle was cut
            raise self.fault(Fault.CUT_SHORT, 1 + text.count("\n"))
        return text

    def _check_head(self, head: Collection[str]) -> None:
        for column in sorted(self.columns.needed):
            if column not in head:
                raise self.fault(Fault.MISSING_COLUMN, 1, column)
        for number, column in enumerate(head, start=1):
            if column not in self.columns.known:
                raise self.fault(Fault.UNKNOWN_COLUMN, 1, str(number))  # its name came from outside
        if len(set(head)) != len(head):
            raise self.fault(Fault.REPEATED_COLUMN, 1)
