"""The curated list and the deny list: complete lines or a fault with its line, and what ESCO's occupations have of them."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from s2w_desktop.domain.reference_errors import Fault, SourceRefused
from s2w_desktop.paths import resources
from s2w_desktop.reference.esco_lists import CURATED_FILE, DENY_FILE, DenyKind, EscoLists, esco_lists
from tests import esco_trades
from tests.esco_trades import needs_esco, rows

SHIPPED = resources() / "esco"
SKILL = "http://data.europa.eu/esco/skill/"
NEVER_IN_A_LABEL = (
    "sexual", "abortion", "euthanasia", "weapon", "ammunition", "firearm", "explosive", "gambling", "betting", "casino",
    "military", "prison", "detainee", "offender", "crime", "slaughter", "corpse", "religious", "political", "prayer",
)  # fmt: skip


@pytest.fixture(scope="module")
def lists() -> EscoLists:
    return esco_lists(SHIPPED)


@pytest.fixture(scope="module")
def labels() -> dict[str, str]:
    return esco_trades.labels("en/skills_en.csv.gz")


@pytest.fixture(scope="module")
def skills_of() -> Mapping[str, set[str]]:
    occupations = {row["conceptUri"] for row in rows("en/occupations_en.csv.gz")}
    found = defaultdict[str, set[str]](set)
    for row in rows("relations/occupationSkillRelations.csv.gz"):
        if row["occupationUri"] in occupations:
            found[row["occupationUri"]].add(row["skillUri"])
    return found


def test_both_lists_are_whole_and_of_the_size_that_was_decided(lists: EscoLists) -> None:
    assert 1500 <= len(lists.curated) <= 3000
    assert set(lists.denied.values()) == set(DenyKind)
    assert not lists.curated & set(lists.denied)


@needs_esco
def test_every_line_names_a_skill_of_esco(lists: EscoLists, labels: dict[str, str]) -> None:
    assert set(lists.denied) <= set(labels)
    assert lists.curated <= set(labels)


@needs_esco
def test_nothing_denied_is_offered_for_any_occupation(
    lists: EscoLists, labels: dict[str, str], skills_of: Mapping[str, set[str]]
) -> None:
    assert len(skills_of) > 3000
    for skills in skills_of.values():
        offered = skills & lists.curated
        assert not offered & set(lists.denied)
        assert [labels[skill] for skill in offered if any(word in labels[skill].casefold() for word in NEVER_IN_A_LABEL)] == []


@needs_esco
def test_most_occupations_have_ten_skills_to_confirm(lists: EscoLists, skills_of: Mapping[str, set[str]]) -> None:
    counts = {occupation: len(skills & lists.curated) for occupation, skills in skills_of.items()}
    assert sum(count >= 10 for count in counts.values()) / len(counts) >= 0.85
    groups = {row["conceptUri"]: row["iscoGroup"] for row in rows("en/occupations_en.csv.gz")}
    best = defaultdict[str, int](int)
    for occupation, count in counts.items():
        best[groups[occupation]] = max(best[groups[occupation]], count)
    assert len(best) == 426
    assert sum(count >= 10 for count in best.values()) >= 415


@pytest.mark.parametrize(
    ("deny", "curated", "fault", "file", "line"),
    [
        ("uri,kind,note\n", "", Fault.BROKEN, CURATED_FILE, 0),
        ("uri,kind\n", "", Fault.MISSING_COLUMN, DENY_FILE, 1),
        (f"uri,kind,note\n{SKILL}a,sexual,x\nno skill,crime,x\n", "", Fault.UNKNOWN_CODE, DENY_FILE, 3),
        (f"uri,kind,note\n{SKILL}a,rude,x\n", "", Fault.UNKNOWN_CODE, DENY_FILE, 2),
        (f"uri,kind,note\n{SKILL}a,crime,x\n{SKILL}a,crime,x\n", "", Fault.TWICE, DENY_FILE, 3),
        (f"uri,kind,note\n{SKILL}a,crime,x\n", f"uri,isco08\n{SKILL}b,7531\n{SKILL}a,7531\n", Fault.TWICE, CURATED_FILE, 3),
        (f"uri,kind,note\n{SKILL}a,crime,x\n", f"uri,isco08\n{SKILL}b,753\n", Fault.UNKNOWN_CODE, CURATED_FILE, 2),
        (f"uri,kind,note\n{SKILL}a,crime,x\n", f"uri,isco08\n{SKILL}b,7531", Fault.CUT_SHORT, CURATED_FILE, 2),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(
    tmp_path: Path, deny: str, curated: str, fault: Fault, file: str, line: int
) -> None:
    (tmp_path / DENY_FILE).write_text(deny, encoding="utf-8")
    (tmp_path / CURATED_FILE).write_text(curated, encoding="utf-8")
    with pytest.raises(SourceRefused) as told:
        esco_lists(tmp_path)
    assert (told.value.first.fault, told.value.first.file, told.value.first.line) == (fault, file, line)


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused) as told:
        esco_lists(tmp_path)
    assert (told.value.first.fault, told.value.first.file) == (Fault.NO_FILE, DENY_FILE)
