"""One search over labels of several languages: nearest in trigrams first, then ordered by what people mean by a word.

Trigrams find, and three things decide between those found: words of the query that stand whole in the label, preferred
labels, and several labels of one concept that fit. How well, `dev.py bench --only jobs` measures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import Final

import numpy as np

from s2w_desktop.reference.labels import LabelTable
from s2w_desktop.reference.spelling import spelled
from s2w_desktop.reference.titles import cleaned

_CANDIDATES: Final = 160
_FLOOR, _BEHIND_THE_BEST = 0.12, 0.4  # a label less like than this, or than this part of the best, is no find
_WHOLE_WORDS, _PREFERRED, _SUPPORT = 0.2, 0.05, 0.1


@dataclass(frozen=True)
class Find:
    """A concept that fits: the label that fits best, and its language."""

    concept: int
    text: str
    language: str


@dataclass
class _Tally:
    table: LabelTable
    row: int
    best: float = 0.0
    fits: float = 0.0

    @property
    def score(self) -> float:
        return self.best + _SUPPORT * log1p(self.fits)


def find(typed: str, most: int, tables: Sequence[LabelTable]) -> list[Find]:
    """The concepts for what was typed so far, best first, by the labels of these tables."""
    query = spelled(cleaned(typed))
    tallies = _tallied(query, tables) if query else {}
    order = sorted(tallies, key=lambda concept: (-tallies[concept].score, concept))[:most]
    return [Find(concept, there.table.text(there.row), there.table.language) for concept in order for there in [tallies[concept]]]


def _tallied(query: str, tables: Sequence[LabelTable]) -> dict[int, _Tally]:
    words = query.split()
    found: dict[int, _Tally] = {}
    for likeness, table, row in _nearest(query, tables):
        concept = int(table.concepts[row])
        tally = found.setdefault(concept, _Tally(table, row))
        value = likeness + _bonus(words, table, row)
        tally.fits += likeness * likeness
        if value > tally.best:
            tally.best, tally.table, tally.row = value, table, row
    return found


def _nearest(query: str, tables: Sequence[LabelTable]) -> list[tuple[float, LabelTable, int]]:
    likes = [(table, table.index.likeness(query)) for table in tables]
    top = max((float(scores.max()) for _, scores in likes if len(scores)), default=0.0)
    bar = max(_FLOOR, top * _BEHIND_THE_BEST)
    near: list[tuple[float, LabelTable, int]] = []
    for table, scores in likes:
        rows = np.flatnonzero(scores >= bar)
        if len(rows) > _CANDIDATES:
            rows = rows[np.argpartition(-scores[rows], _CANDIDATES)[:_CANDIDATES]]
        near += [(float(scores[row]), table, int(row)) for row in rows]
    near.sort(key=lambda item: -item[0])
    return near[:_CANDIDATES]


def _bonus(words: Sequence[str], table: LabelTable, row: int) -> float:
    there = spelled(table.text(row)).split()
    whole = sum(word in there for word in words) / len(words) * min(1.0, len(words) / len(there))
    return _WHOLE_WORDS * whole + (_PREFERRED if table.preferred[row] else 0.0)
