"""The concepts of ESCO as a part of a pack: read strictly, so that whoever uses them need not doubt a row."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.reference.esco_merge import REUSE

_UNIT_GROUPS: Final = frozenset(code for code in CODE_LISTS["isco"] if len(code) == 4)

_FLAGS: Final = frozenset({0, 1})
_USUAL: Final = frozenset({0, 1, 2})
_REUSE: Final = frozenset(range(len(REUSE)))


@dataclass(frozen=True)
class OccupationConcept:
    """An occupation, its unit group of ISCO-08, and how much it is what people mean by the words of the group, 0 to 2."""

    uri: str
    isco08: str
    is_regulated: bool
    is_offered: bool
    usual: int


@dataclass(frozen=True)
class SkillConcept:
    """A skill; `reuse` is a word of `REUSE`, `groups` are places in the list of groups."""

    uri: str
    is_knowledge: bool
    reuse: str
    is_offered: bool
    is_curated: bool
    groups: tuple[int, ...]


@dataclass(frozen=True)
class Concepts:
    """All of a pack, each in the place that is its number in tables of labels. No URI stands twice in a list; one that was a
    skill in one version and a group in another stands in both."""

    version: str
    occupations: list[OccupationConcept]
    skills: list[SkillConcept]
    skill_groups: list[str]


def read_concepts(untrusted: bytes) -> Concepts:
    """The concepts of a part. Raises PackPartDamaged."""
    try:
        plain = json.loads(untrusted)
        groups = plain["skill_groups"]
        read = Concepts(
            str(plain["version"]), _occupations(plain["occupations"]), _skills(plain["skills"], len(groups)), list(groups)
        )
        kinds = [one.uri for one in read.occupations], [one.uri for one in read.skills], read.skill_groups
        is_sound = all(len(set(uris)) == len(uris) and _are(str, uris) for uris in kinds)
    except (ValueError, TypeError, KeyError, RecursionError) as cause:
        raise PackPartDamaged from cause
    if not is_sound or not isinstance(groups, list):
        raise PackPartDamaged
    return read


def _occupations(rows: list[Any]) -> list[OccupationConcept]:
    """Checked by columns: there are thousands of rows, and a laptop waits for them."""
    if rows == []:
        return []
    uris, codes, regulated, offered, usual = zip(*rows, strict=True)
    numbers = [*regulated, *offered, *usual]
    is_sound = _are(int, numbers) and _FLAGS.issuperset(regulated + offered) and _USUAL.issuperset(usual)
    if not is_sound or not _UNIT_GROUPS.issuperset(codes):
        raise ValueError("no occupations")
    return [
        OccupationConcept(uri, code, bool(is_regulated), bool(is_offered), often)
        for uri, code, is_regulated, is_offered, often in zip(uris, codes, regulated, offered, usual, strict=True)
    ]


def _skills(rows: list[Any], groups: int) -> list[SkillConcept]:
    if rows == []:
        return []
    uris, knowledge, reuse, offered, curated, mine = zip(*rows, strict=True)
    places = list(chain.from_iterable(mine))
    is_sound = (
        _are(int, [*knowledge, *reuse, *offered, *curated, *places])
        and _FLAGS.issuperset(knowledge + offered + curated)
        and _REUSE.issuperset(reuse)
        and _are(list, mine)
        and (not places or 0 <= min(places) <= max(places) < groups)
    )
    if not is_sound:
        raise ValueError("no skills")
    return [
        SkillConcept(uri, bool(is_known), REUSE[level], bool(is_offered), bool(is_curated), tuple(its))
        for uri, is_known, level, is_offered, is_curated, its in zip(uris, knowledge, reuse, offered, curated, mine, strict=True)
    ]


def _are(kind: type, values: Collection[object]) -> bool:
    return set(map(type, values)) <= {kind}
