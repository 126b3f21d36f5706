"""One search over labels of several languages: nearest in trigrams first, then ordered by what people mean by a word.

The order was chosen by measurement (docs/reference-data.md): trigrams find, and four things decide between those found:
words of the query that stand whole in the label, preferred labels, several labels of one concept that fit, and the
group of occupations that people mean by an everyday word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p
from typing import Final

import numpy as np

from s2w_desktop.reference.labels import LabelTable, Role
from s2w_desktop.reference.spelling import spelled
from s2w_desktop.reference.titles import cleaned

_CANDIDATES: Final = 160
_FLOOR: Final = 0.12  # a label less like than this is no find
_WHOLE_WORDS, _PREFERRED, _SUPPORT, _GROUP, _PICKED = 0.2, 0.05, 0.1, 0.35, 0.05
_CERTAIN_GROUP: Final = 0.6  # from here on a group brings those of its concepts that have no label like it


@dataclass(frozen=True)
class Find:
    """A concept that fits: the label that fits best, its language, and how well; the numbers order, and say no more."""

    concept: int
    text: str
    language: str
    role: Role
    score: float


@dataclass
class _Tally:
    best: float = 0.0
    fits: float = 0.0
    where: tuple[LabelTable, int] | None = None


@dataclass(frozen=True, eq=False)
class Finder:
    """Finds concepts of one kind. `groups` gives each concept's group and `members` each group's concepts."""

    tables: Sequence[LabelTable]
    groups: Mapping[int, int] = field(default_factory=dict)
    members: Mapping[int, Sequence[int]] = field(default_factory=dict)

    def find(self, typed: str, most: int, *, languages: Sequence[str] = (), picked: Mapping[int, int] = {}) -> list[Find]:
        """The concepts for what was typed so far, best first; in these languages, or in all.

        `picked` counts how often a concept was chosen before.
        """
        query = spelled(cleaned(typed))
        if not query:
            return []
        tables = [table for table in self.tables if not languages or table.language in languages]
        tallies = _tallied(query, tables)
        for concept, times in picked.items():
            if concept in tallies:
                tallies[concept].best += _PICKED * log1p(times)
        scores = self._scored(tallies)
        order = sorted(scores, key=lambda concept: (-scores[concept], concept))[:most]
        return [self._told(concept, tallies, scores[concept]) for concept in order]

    def _scored(self, tallies: Mapping[int, _Tally]) -> dict[int, float]:
        scores = {concept: tally.best + _SUPPORT * log1p(tally.fits) for concept, tally in tallies.items()}
        for group, members in self.members.items() if self.members else ():
            if group not in tallies:
                continue
            meant = tallies[group].best
            for concept in members:
                own = scores.get(concept)
                if own is not None:
                    scores[concept] = own + _GROUP * meant
                elif meant >= _CERTAIN_GROUP:
                    scores[concept] = _GROUP * meant
            scores[group] *= 0.5  # what lies in it says more
        return scores

    def _told(self, concept: int, tallies: Mapping[int, _Tally], score: float) -> Find:
        tally = tallies.get(concept) or tallies[self.groups[concept]]
        table, row = tally.where  # type: ignore[misc]
        return Find(concept, table.text(row), table.language, Role(int(table.roles[row])), score)


def _tallied(query: str, tables: Sequence[LabelTable]) -> dict[int, _Tally]:
    words = query.split()
    found: dict[int, _Tally] = {}
    for likeness, table, row in _nearest(query, tables):
        concept = int(table.concepts[row])
        tally = found.setdefault(concept, _Tally())
        value = likeness + _bonus(words, table, row)
        tally.fits += likeness * likeness
        if value > tally.best:
            tally.best, tally.where = value, (table, row)
    return found


def _nearest(query: str, tables: Sequence[LabelTable]) -> list[tuple[float, LabelTable, int]]:
    likes = [(table, table.index.likeness(query)) for table in tables]
    top = max((float(scores.max()) for _, scores in likes if len(scores)), default=0.0)
    bar = max(_FLOOR, top * 0.4)
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
    return _WHOLE_WORDS * whole + (_PREFERRED if table.roles[row] == Role.PREFERRED else 0.0)
