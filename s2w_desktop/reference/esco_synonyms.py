"""Words that an office adds to ESCO: a CSV file of language, word and the URI of what it means."""

import re
from pathlib import Path
from typing import Final

from s2w_desktop.domain.reference_errors import Fault, Finding, SourceRefused
from s2w_desktop.reference.esco_merge import LONGEST_LABEL, Merged
from s2w_desktop.reference.labels import Label
from s2w_desktop.reference.source_table import Columns, Table

COLUMNS: Final = ("language", "word", "uri")
MOST_BYTES: Final = 8 * 1024 * 1024
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?", re.ASCII)


def local_words(path: Path, merged: Merged) -> None:
    """Add the words of a file to the labels of its concepts, occupations or skills. Raises SourceRefused at the first fault."""
    table = Table(path.name, _read(path), Columns(frozenset(COLUMNS), frozenset(COLUMNS)))
    places = {uri: place for place, uri in enumerate(merged.occupations)}
    skills = {uri: place for place, uri in enumerate(merged.skills)}
    for row in table.rows():
        language, word, uri = (table.needed(row, column) for column in COLUMNS)
        if not _LANGUAGE.fullmatch(language):
            raise table.fault(Fault.UNKNOWN_CODE, row.line, "language")
        if len(word) > LONGEST_LABEL:
            raise table.fault(Fault.TOO_LONG, row.line, "word")
        if uri in places:
            merged.occupation_labels.setdefault(language, []).append(Label(places[uri], word))
        elif uri in skills:
            merged.skill_labels.setdefault(language, []).append(Label(skills[uri], word))
        else:
            raise table.fault(Fault.DANGLING, row.line, "uri")


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            untrusted = file.read(MOST_BYTES + 1)
    except OSError as cause:
        raise SourceRefused((Finding(path.name, 0, "", Fault.UNREADABLE),)) from cause
    if len(untrusted) > MOST_BYTES:
        raise SourceRefused((Finding(path.name, 0, "", Fault.TOO_LARGE),))
    return untrusted
