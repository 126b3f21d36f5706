"""Tables for spreadsheet programs, as CSV or TSV: written so that nothing in them is run, and read whatever came back.

Excel opens UTF-8 rightly only with a byte order mark; what it saves may be UTF-16 and divided by tabs or semicolons.
A cell that a spreadsheet would take for a formula is guarded by an apostrophe, which reading takes away again.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from s2w_desktop.domain.errors import NotATranslationSheet

MAX_BYTES: Final = 16_000_000
"""A catalogue of 5000 messages is a tenth of this."""

_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD: Final = "'"
_DELIMITERS: Final = (",", "\t", ";")


def sheet_bytes(rows: Sequence[Sequence[str]], *, delimiter: str = ",") -> bytes:
    """The table as UTF-8 with a byte order mark; every cell guarded."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def sheet_rows(untrusted_content: bytes) -> Iterator[list[str]]:
    """The rows of a table with their cells unguarded, line breaks inside cells as line feeds.

    Raises NotATranslationSheet when the bytes are no such text.
    """
    text = _decoded(untrusted_content)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            yield [_unguarded(cell.replace("\r\n", "\n")) for cell in row]
    except csv.Error as cause:
        raise NotATranslationSheet from cause


def _decoded(untrusted_content: bytes) -> str:
    if len(untrusted_content) > MAX_BYTES:
        raise NotATranslationSheet
    is_utf16 = untrusted_content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return untrusted_content.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as cause:
        raise NotATranslationSheet from cause


def _delimiter(text: str) -> str:
    """The sign that divides the first line most often; a spreadsheet program takes the one of its country."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _guarded(cell: str) -> str:
    return _GUARD + cell if cell.startswith((*_FORMULA_SIGNS, _GUARD)) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(_GUARD) and cell[1:].startswith((*_FORMULA_SIGNS, _GUARD)) else cell
