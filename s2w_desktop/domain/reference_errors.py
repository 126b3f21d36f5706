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


class SourceFault(StrEnum):
    """What is wrong with a file from which a pack is made."""

    NOTHING_THERE = "nothing_there"
    UNREADABLE = "unreadable"
    COMPRESSION = "compression"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    CUT_SHORT = "cut_short"
    NO_TABLE = "no_table"
    MISSING_COLUMN = "missing_column"
    UNKNOWN_COLUMN = "unknown_column"
    CELLS = "cells"
    EMPTY_CELL = "empty_cell"
    BAD_CODE = "bad_code"
    TWICE = "twice"
    DANGLING = "dangling"


@dataclass(eq=False)
class SourceRefused(S2wError):
    """A file from which a pack should be made is not what it should be; nothing was made.

    `file` is its name, `line` counts from 1 (0: the file as a whole), `column` names the column where one is at fault.
    """

    code = "E-REF-3"
    fault: SourceFault = SourceFault.UNREADABLE
    file: str = ""
    line: int = 0
    column: str = ""
