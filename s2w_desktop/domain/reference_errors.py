"""Failures of reference data: classifications, lists of words, packs."""

from dataclasses import dataclass

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
