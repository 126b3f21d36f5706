"""Everyday words for jobs, by unit group of ISCO-08: a CSV file for each language that the program ships."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from s2w_desktop.domain.reference_errors import ReferenceFileDamaged

_COLUMNS: Final = ("isco08", "word")


@dataclass(frozen=True)
class JobWord:
    """A word that people say for a job of this unit group."""

    isco08: str
    word: str


def languages_with_job_words(folder: Path) -> tuple[str, ...]:
    """The interface codes of the languages that have a file."""
    return tuple(sorted(file.stem for file in folder.glob("*.csv")))


def job_words(folder: Path, language: str) -> tuple[JobWord, ...]:
    """The words of a language in the order of its file; none where it has no file. Raises ReferenceFileDamaged."""
    file = folder / f"{language}.csv"
    if not file.is_file():
        return ()
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(_rows(csv.reader(lines), file.name))


def _rows(reader: Iterator[list[str]], name: str) -> Iterator[JobWord]:
    if tuple(next(reader, ())) != _COLUMNS:
        raise ReferenceFileDamaged(name, 1)
    for number, row in enumerate(reader, start=2):
        if len(row) != len(_COLUMNS) or not all(row):
            raise ReferenceFileDamaged(name, number)
        yield JobWord(*row)
