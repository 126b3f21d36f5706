"""Occupations for tests: a handful that is made up, and the official ones where the reference data lie beside the checkout."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from s2w_desktop.paths import resources
from s2w_desktop.reference.esco_data import SkillLink
from s2w_desktop.reference.esco_lists import esco_lists

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "reference" / "esco" / "v1.1.1"
needs_esco = pytest.mark.skipif(not FOLDER.is_dir(), reason="the reference data lie beside the checkout, not in it")


@dataclass(frozen=True)
class Trades:
    """Occupations by URI with their group and skills: `OccupationData` in memory. What begins with "rare" is not curated."""

    groups: Mapping[str, str]
    skills: Mapping[str, Sequence[SkillLink]]
    curated: frozenset[str] | None = None
    regulated: frozenset[str] = field(default_factory=frozenset)

    def occupations(self) -> Sequence[str]:
        return list(self.groups)

    def group(self, occupation: str) -> str:
        return self.groups[occupation]

    def skills_of(self, occupation: str) -> tuple[SkillLink, ...]:
        return tuple(self.skills[occupation])

    def is_curated(self, skill: str) -> bool:
        return skill in self.curated if self.curated is not None else not skill.startswith("rare")

    def is_regulated(self, occupation: str) -> bool:
        return occupation in self.regulated


def links(essential: str, optional: str = "") -> list[SkillLink]:
    """Skills from names with spaces between them."""
    return [*(SkillLink(name, True) for name in essential.split()), *(SkillLink(name, False) for name in optional.split())]


def official() -> Trades:
    """The occupations of ESCO 1.1.1 with the shipped lists: what a pack made of them would hold."""
    lists = esco_lists(resources() / "esco")
    groups = {row["conceptUri"]: row["iscoGroup"] for row in rows("en/occupations_en.csv.gz")}
    found = defaultdict[str, list[SkillLink]](list)
    for row in rows("relations/occupationSkillRelations.csv.gz"):
        if row["occupationUri"] in groups and row["skillUri"] not in lists.denied:
            found[row["occupationUri"]].append(SkillLink(row["skillUri"], row["relationType"] == "essential"))
    return Trades(groups, found, lists.curated)


def labels(name: str) -> dict[str, str]:
    """English labels by URI out of one of the files."""
    return {row["conceptUri"]: row["preferredLabel"] for row in rows(name)}


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of an official file."""
    with gzip.open(FOLDER / name, "rt", encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
