"""One search over labels of several languages: nearest in trigrams first, then ordered by what people mean by a word.

Trigrams find, and three things decide between those found: words of the query that stand whole in the label, preferred
labels, and several labels of one concept that fit. How well, `dev.py bench --only jobs` measures.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log1p
from typing import Final

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.reference.labels import LabelTable
from s2w_desktop.reference.romanised import is_latin, typed_skeleton
from s2w_desktop.reference.spelling import spelled
from s2w_desktop.reference.titles import cleaned
from s2w_desktop.reference.trigrams import counted

_CANDIDATES: Final = 160
_FLOOR, _BEHIND_THE_BEST = 0.12, 0.4  # a label less like than this, or than this part of the best, is no find
_WHOLE_WORDS, _PREFERRED, _SUPPORT = 0.2, 0.05, 0.1
_ROMANISED: Final = 0.7  # what only sounds alike counts less than what is written alike
_SHORTEST_SKELETON: Final = 2


@dataclass(frozen=True)
class Find:
    """A concept that fits: the label that fits best, its language, and how well, by which finds are ordered."""

    concept: int
    text: str
    language: str
    score: float


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
    return ordered(finds(typed, tables).values(), most)


def finds(typed: str, tables: Sequence[LabelTable]) -> Mapping[int, Find]:
    """Every concept that is worth ordering, by its number."""
    tallies = _tallied(cleaned(typed), tables)
    return {
        concept: Find(concept, there.table.text(there.row), there.table.language, there.score)
        for concept, there in tallies.items()
    }


def ordered(found: Iterable[Find], most: int) -> list[Find]:
    """The best of them, best first; of equals the one with the lower number."""
    return sorted(found, key=lambda one: (-one.score, one.concept))[:most]


def _tallied(title: str, tables: Sequence[LabelTable]) -> dict[int, _Tally]:
    words = spelled(title).split()
    found: dict[int, _Tally] = {}
    for likeness, table, row in _nearest(title, tables) if words else ():
        concept = int(table.concepts[row])
        tally = found.setdefault(concept, _Tally(table, row))
        value = likeness + _bonus(words, table, row)
        tally.fits += likeness * likeness
        if value > tally.best:
            tally.best, tally.table, tally.row = value, table, row
    return found


def _likes(title: str, tables: Sequence[LabelTable]) -> Iterator[tuple[LabelTable, NDArray[np.float32]]]:
    plain = spelled(title)
    written = counted(plain)
    for table in tables:
        if not table.script:
            yield table, table.index.likeness(written)
        elif is_latin(plain):
            skeleton = typed_skeleton(title, table.script)
            if len(skeleton) >= _SHORTEST_SKELETON:
                yield table, table.index.likeness(counted(skeleton)) * np.float32(_ROMANISED)


def _nearest(title: str, tables: Sequence[LabelTable]) -> list[tuple[float, LabelTable, int]]:
    likes = list(_likes(title, tables))
    top = max((float(scores.max()) for _, scores in likes if len(scores)), default=0.0)
    bar = max(_FLOOR, top * _BEHIND_THE_BEST)
    good = np.concatenate([scores[scores >= bar] for _, scores in likes]) if likes else np.empty(0, np.float32)
    if len(good) > _CANDIDATES:
        bar = float(np.partition(good, -_CANDIDATES)[-_CANDIDATES])
    near = [(float(scores[row]), table, row) for table, scores in likes for row in np.flatnonzero(scores >= bar).tolist()]
    near.sort(key=lambda item: -item[0])
    return near[:_CANDIDATES]


def _bonus(words: Sequence[str], table: LabelTable, row: int) -> float:
    there = _words(table.text(row))
    whole = sum(word in there for word in words) / len(words) * min(1.0, len(words) / max(1, len(there)))
    return _WHOLE_WORDS * whole + (_PREFERRED if table.preferred[row] else 0.0)


@lru_cache(maxsize=20_000)
def _words(label: str) -> tuple[str, ...]:
    """The words of a label as they are compared; while somebody types, the same labels come again and again."""
    return tuple(spelled(label).split())
