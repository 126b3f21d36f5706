"""Failures of reference data: classifications, lists of words, packs."""

from dataclasses import dataclass
from enum import StrEnum

from s2w_desktop.domain.errors import S2wError


@dataclass(eq=False)
class ReferenceFileDamaged(S2wError):
    """A file of reference data is not what it should be. `file` is its name, `line` counts from 1."""

    code = "E-REF-1"
    file: str = ""
    line: int = 0


@dataclass(eq=False)
class UnreadableQuery(S2wError):
    """A line of input is too long, or no text, and is searched for nowhere. `line` counts from 1."""

    code = "E-REF-2"
    line: int = 0


class Fault(StrEnum):
    """What is wrong at one place of a source that an editor wrote."""

    NO_FILE = "no_file"
    UNREADABLE = "unreadable"
    COMPRESSION = "compression"
    CUT_SHORT = "cut_short"
    STRANGE_FILE = "strange_file"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    NOT_UTF8 = "not_utf8"
    BROKEN = "broken"  # a quotation mark that nothing closes, and the like
    ONE_ROW = "one_row"
    UNKNOWN_COLUMN = "unknown_column"
    MISSING_COLUMN = "missing_column"
    REPEATED_COLUMN = "repeated_column"
    CELLS = "cells"  # more or fewer than the first row has
    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_CLEAN = "not_clean"  # signs that cannot be seen
    NOT_IN_FORM = "not_in_form"
    NOT_A_DAY = "not_a_day"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    UNKNOWN_CODE = "unknown_code"
    TWICE = "twice"
    DANGLING = "dangling"
    NO_ENGLISH = "no_english"
    STRANGE_LANGUAGE = "strange_language"
    EXPIRED = "expired"
    WRONG_ORDER = "wrong_order"  # an end before its beginning


@dataclass(frozen=True)
class Finding:
    """One fault of a source: a file by name, a line counted from 1 (0: the file as a whole), a column by name or empty.

    What stands there is not repeated.
    """

    file: str
    line: int
    column: str
    fault: Fault


@dataclass(eq=False)
class SourceRefused(S2wError):
    """Files from which something should be made have faults, in the order of files and lines; nothing was made.

    `is_cut`: there are more than are told.
    """

    code = "E-REF-3"
    findings: tuple[Finding, ...] = ()
    is_cut: bool = False

    @property
    def first(self) -> Finding:
        """The first fault."""
        return self.findings[0]


@dataclass(eq=False)
class CountryPackDamaged(S2wError):
    """A country pack breaks a rule of its format. `at` names the list, the place in it from 1, and the key, where known."""

    code = "E-COUNTRY-2"
    at: str = ""


class NewerCountryPack(S2wError):
    """The country pack is made for a newer program."""

    code = "E-COUNTRY-3"
