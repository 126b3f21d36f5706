"""The skills that somebody who did a job probably has: ten to fifteen, to be confirmed one by one.

Curated skills alone are put to people. First what the occupation cannot do without, then what is asked for besides; within
both, what few other occupations ask for comes first, because it says most about this one. Where an occupation has
fewer than ten, its nearest relatives lend theirs: the unit group of ISCO-08, then the minor group.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from s2w_desktop.services.occupation_data import OccupationData

FEWEST: Final = 10
MOST: Final = 15
_MINOR_GROUP_DIGITS: Final = 3


@dataclass(frozen=True)
class LikelySkill:
    """A skill to confirm; essential when the occupation, or half of its group, cannot do without it."""

    skill: str
    is_essential: bool


class LikelySkills:
    """Likely skills by occupation or group. The same data give the same skills in the same order."""

    def __init__(self, data: OccupationData) -> None:
        self._data = data

    def of(self, group: str, occupation: str = "") -> tuple[LikelySkill, ...]:
        """The skills of an occupation, or of a unit group where none is named or the data do not know it.

        Fewer than ten only where the minor group has no more; none for a group that no occupation belongs to.
        """
        found: dict[str, LikelySkill] = {}
        for circle in self._circles(group, occupation):
            most = FEWEST if found else MOST
            for one in self._in_order(circle):
                if len(found) >= most:
                    break
                found.setdefault(one.skill, one)
            if len(found) >= FEWEST:
                break
        return tuple(found.values())

    def _circles(self, group: str, occupation: str) -> Iterator[Sequence[str]]:
        """The occupation, its unit group, its minor group."""
        members = self._by_group.get(group, [])
        if occupation in members:
            yield [occupation]
        yield members
        minor = group[:_MINOR_GROUP_DIGITS]
        yield [one for code, ones in self._by_group.items() if code[:_MINOR_GROUP_DIGITS] == minor for one in ones]

    def _in_order(self, occupations: Sequence[str]) -> list[LikelySkill]:
        """The curated skills of these occupations: essential ones first, then by what they say about the occupations."""
        essential, asked = Counter[str](), Counter[str]()
        for occupation in occupations:
            for link in self._data.skills_of(occupation):
                if self._data.is_curated(link.skill):
                    asked[link.skill] += 1
                    essential[link.skill] += link.is_essential
        ordered = sorted(
            asked,
            key=lambda skill: (
                2 * essential[skill] < len(occupations),
                -(asked[skill] + essential[skill]) * self._rarity[skill],
                skill,
            ),
        )
        return [LikelySkill(skill, 2 * essential[skill] >= len(occupations)) for skill in ordered]

    @cached_property
    def _by_group(self) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for occupation in self._data.occupations():
            groups.setdefault(self._data.group(occupation), []).append(occupation)
        return groups

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """The logarithm of how many occupations there are for each that asks for a skill (the idf of tf-idf)."""
        occupations = self._data.occupations()
        asked = Counter(link.skill for occupation in occupations for link in self._data.skills_of(occupation))
        return {skill: math.log(len(occupations) / count) for skill, count in asked.items()}
