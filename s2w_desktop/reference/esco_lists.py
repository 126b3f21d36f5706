"""Which skills of ESCO are put to people: the curated list, and the deny list of those that are never shown.

Both are own editorial work, CSV files that an office may edit before it builds a pack (resources/esco/README.md). A skill
that stands in both is a fault of the files, not a question of which of them wins.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.reference_errors import Fault
from s2w_desktop.reference.source_table import Columns, Row, Table

DENY_FILE: Final = "deny.csv"
CURATED_FILE: Final = "curated.csv"
_SKILL: Final = re.compile(r"http://data\.europa\.eu/esco/skill/[0-9A-Za-z.-]{1,60}")
_GROUPS: Final = frozenset(code for code in CODE_LISTS["isco"] if len(code) == 4)


class DenyKind(StrEnum):
    """Why a skill is never shown (profile-model 6.24, data-protection 5.2)."""

    SEXUAL = "sexual"
    ILLNESS = "illness"
    CRIME = "crime"
    ADDICTION = "addiction"
    WEAPON = "weapon"
    MILITARY = "military"
    KILLING = "killing"
    DEATH = "death"
    RELIGION = "religion"
    BELIEF = "belief"
    POLITICS = "politics"
    ASYLUM = "asylum"


@dataclass(frozen=True)
class EscoLists:
    """Skills by their URIs. `denied` and `curated` have none in common."""

    denied: Mapping[str, DenyKind]
    curated: frozenset[str]


def esco_lists(folder: Path) -> EscoLists:
    """The lists of a folder. Raises SourceRefused at the first fault, with file and line."""
    deny = _table(folder, DENY_FILE, "uri", "kind", "note")
    denied = {row.cells["uri"]: _kind(deny, row) for row in _skills(deny)}
    choose = _table(folder, CURATED_FILE, "uri", "isco08")
    curated = set[str]()
    for row in _skills(choose):
        if row.cells["uri"] in denied:
            raise choose.fault(Fault.TWICE, row.line, "uri")
        if row.cells["isco08"] not in _GROUPS:
            raise choose.fault(Fault.UNKNOWN_CODE, row.line, "isco08")
        curated.add(row.cells["uri"])
    return EscoLists(denied, frozenset(curated))


def _table(folder: Path, name: str, *columns: str) -> Table:
    table = Table(name, b"", Columns(frozenset(columns), frozenset(columns)))
    try:
        content = (folder / name).read_bytes()
    except OSError as cause:
        raise table.fault(Fault.NO_FILE) from cause
    return Table(name, content, table.columns)


def _skills(table: Table) -> Iterator[Row]:
    """The rows, each of another skill."""
    known = set[str]()
    for row in table.rows():
        uri = table.needed(row, "uri")
        if not _SKILL.fullmatch(uri):
            raise table.fault(Fault.UNKNOWN_CODE, row.line, "uri")
        if uri in known:
            raise table.fault(Fault.TWICE, row.line, "uri")
        known.add(uri)
        yield row


def _kind(table: Table, row: Row) -> DenyKind:
    try:
        return DenyKind(row.cells["kind"])
    except ValueError as cause:
        raise table.fault(Fault.UNKNOWN_CODE, row.line, "kind") from cause
