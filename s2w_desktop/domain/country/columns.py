"""Kinds of columns of a country pack: how a value is written in a cell and in JSON, and when it fits.

A kind turns a cell into the plain value of JSON (`of_cell`), and that into the value of a record (`of_plain`), which is
where everything is checked: a source and a finished pack go through the same door.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.country.texts import ENGLISH, LocalText, local_text
from s2w_desktop.domain.reference_errors import Fault

Value: TypeAlias = str | int | date | tuple[str, ...] | LocalText | None  # bool is an int

LIST_MARK: Final = ";"
IDENTIFIER: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHOLE: Final = re.compile(r"\d{1,9}", re.ASCII)
_MOST_IN_LIST: Final = 60
_HIDING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Marks that turn the order of what is read around."""


class Unfit(ValueError):
    """A value does not fit its column."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Column:
    """What all kinds share. A value that says nothing is left out of JSON, and is an empty cell."""

    is_needed: bool = field(default=False, kw_only=True)

    @property
    def nothing(self) -> Value:
        """The value of an empty cell."""
        return ""

    def of_cell(self, cell: str) -> Plain:
        """The plain value of a cell that is not empty. Raises Unfit."""
        return cell

    def of_plain(self, plain: Plain) -> Value:
        """The value. Raises Unfit."""
        raise NotImplementedError

    def to_plain(self, value: Value) -> Plain:
        """The plain value of a value that says something."""
        if isinstance(value, str | int):
            return value
        raise TypeError(type(value))

    def missing(self) -> Value:
        """The value where there is none. Raises Unfit where one is needed."""
        if self.is_needed:
            raise Unfit(Fault.EMPTY)
        return self.nothing


@dataclass(frozen=True)
class Line(Column):
    """One line; with a `form` of that form alone."""

    most: int = 200
    form: re.Pattern[str] | None = None

    def of_plain(self, plain: Plain) -> Value:
        text = _clean(plain, self.most)
        if "\n" in text or (self.form is not None and not self.form.fullmatch(text)):
            raise Unfit(Fault.NOT_IN_FORM)
        return text


@dataclass(frozen=True)
class Identifier(Line):
    """What names a record among those of its table."""

    form: re.Pattern[str] | None = IDENTIFIER
    is_needed: bool = field(default=True, kw_only=True)


@dataclass(frozen=True)
class Reference(Line):
    """The identifier of a record of another table."""

    table: str = ""
    form: re.Pattern[str] | None = IDENTIFIER


@dataclass(frozen=True)
class Code(Column):
    """One code of a list."""

    codes: frozenset[str] = frozenset()

    def of_plain(self, plain: Plain) -> Value:
        text = _clean(plain, 40)
        if text not in self.codes:
            raise Unfit(Fault.UNKNOWN_CODE)
        return text


@dataclass(frozen=True)
class Many(Column):
    """Several different values of one kind, in the order of the editor; in a cell a semicolon parts them."""

    of: Column = field(default_factory=Line)

    @property
    def nothing(self) -> Value:
        return ()

    def of_cell(self, cell: str) -> Plain:
        return [part.strip() for part in cell.split(LIST_MARK) if part.strip()]

    def of_plain(self, plain: Plain) -> Value:
        if not isinstance(plain, list) or not plain:
            raise Unfit(Fault.NOT_IN_FORM)
        if len(plain) > _MOST_IN_LIST:
            raise Unfit(Fault.TOO_LONG)
        found: list[str] = []
        for part in plain:
            value = self.of.of_plain(part)
            if not isinstance(value, str) or value in found:
                raise Unfit(Fault.TWICE)
            found.append(value)
        return tuple(found)

    def to_plain(self, value: Value) -> Plain:
        if isinstance(value, tuple):
            return list(value)
        raise TypeError(type(value))


@dataclass(frozen=True)
class Texts(Column):
    """A text in several languages, one of them English; in a source each language has a column, `name:fr`."""

    most: int = 200
    has_lines: bool = False

    @property
    def nothing(self) -> Value:
        return LocalText()

    def of_plain(self, plain: Plain) -> Value:
        if not isinstance(plain, dict) or not plain:
            raise Unfit(Fault.NOT_IN_FORM)
        if ENGLISH not in plain:
            raise Unfit(Fault.NO_ENGLISH)
        return local_text({self._language(code): self._text(text) for code, text in plain.items()})

    def to_plain(self, value: Value) -> Plain:
        if isinstance(value, LocalText):
            return dict(value.by_language)
        raise TypeError(type(value))

    def _text(self, plain: Plain) -> str:
        text = _clean(plain, self.most)
        if "\n" in text and not self.has_lines:
            raise Unfit(Fault.NOT_IN_FORM)
        return text

    @staticmethod
    def _language(code: str) -> str:
        if not LANGUAGE.fullmatch(code):
            raise Unfit(Fault.STRANGE_LANGUAGE)
        return code


@dataclass(frozen=True)
class Whole(Column):
    """A whole number within bounds."""

    low: int = 0
    high: int = 999_999_999

    @property
    def nothing(self) -> Value:
        return None

    def of_cell(self, cell: str) -> Plain:
        if not _WHOLE.fullmatch(cell):
            raise Unfit(Fault.NOT_A_NUMBER)
        return int(cell)

    def of_plain(self, plain: Plain) -> Value:
        if not isinstance(plain, int) or isinstance(plain, bool) or not self.low <= plain <= self.high:
            raise Unfit(Fault.NOT_A_NUMBER)
        return plain


@dataclass(frozen=True)
class YesNo(Column):
    """Yes, no, or not known."""

    @property
    def nothing(self) -> Value:
        return None

    def of_cell(self, cell: str) -> Plain:
        known = {"yes": True, "no": False}
        if cell.lower() not in known:
            raise Unfit(Fault.NOT_YES_OR_NO)
        return known[cell.lower()]

    def of_plain(self, plain: Plain) -> Value:
        if not isinstance(plain, bool):
            raise Unfit(Fault.NOT_YES_OR_NO)
        return plain


@dataclass(frozen=True)
class Day(Column):
    """A day, written 2026-06-01."""

    @property
    def nothing(self) -> Value:
        return None

    def of_plain(self, plain: Plain) -> Value:
        if not isinstance(plain, str) or not _DAY.fullmatch(plain):
            raise Unfit(Fault.NOT_A_DAY)
        try:
            return date.fromisoformat(plain)
        except ValueError as cause:
            raise Unfit(Fault.NOT_A_DAY) from cause

    def to_plain(self, value: Value) -> Plain:
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(type(value))


def _clean(plain: Plain, most: int) -> str:
    """A text that says something, without signs that nobody sees."""
    if not isinstance(plain, str):
        raise Unfit(Fault.NOT_IN_FORM)
    if not plain.strip():
        raise Unfit(Fault.EMPTY)
    if len(plain) > most:
        raise Unfit(Fault.TOO_LONG)
    if plain != plain.strip() or not unicodedata.is_normalized("NFC", plain) or any(map(_is_unseen, plain)):
        raise Unfit(Fault.NOT_CLEAN)
    return plain


def _is_unseen(sign: str) -> bool:
    return sign in _HIDING or (sign != "\n" and unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))
