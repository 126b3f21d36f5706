"""The concepts of ESCO as a part of a pack: read strictly, so that whoever uses them need not doubt a row."""

import json
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.reference.esco_merge import REUSE

_UNIT_GROUPS: Final = frozenset(code for code in CODE_LISTS["isco"] if len(code) == 4)


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
            str(plain["version"]),
            [_occupation(row) for row in plain["occupations"]],
            [_skill(row, len(groups)) for row in plain["skills"]],
            [uri for uri in groups if isinstance(uri, str)],
        )
    except (ValueError, TypeError, KeyError, RecursionError) as cause:
        raise PackPartDamaged from cause
    kinds = [one.uri for one in read.occupations], [one.uri for one in read.skills], read.skill_groups
    if any(len(set(uris)) != len(uris) for uris in kinds) or read.skill_groups != groups:
        raise PackPartDamaged
    return read


def _occupation(row: object) -> OccupationConcept:
    match row:
        case [str(uri), str(code), (0 | 1) as regulated, (0 | 1) as offered, (0 | 1 | 2) as usual] if code in _UNIT_GROUPS:
            return OccupationConcept(uri, code, bool(regulated), bool(offered), int(usual))
        case _:
            raise ValueError("no occupation")


def _skill(row: object, groups: int) -> SkillConcept:
    match row:
        case [str(uri), (0 | 1) as knowledge, int(reuse), (0 | 1) as offered, (0 | 1) as curated, list(mine)] if 0 <= reuse < len(
            REUSE
        ) and all(isinstance(group, int) and 0 <= group < groups for group in mine):
            return SkillConcept(uri, bool(knowledge), REUSE[reuse], bool(offered), bool(curated), tuple(mine))
        case _:
            raise ValueError("no skill")
