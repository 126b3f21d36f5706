"""A pack made of the official files: nothing of the deny list is in what it offers, for any occupation."""

import shutil
from pathlib import Path

import pytest

from s2w_desktop.paths import resources
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_lists import EscoLists, esco_lists
from s2w_desktop.services.fitting import NEVER_PROPOSED, Person, what_fits
from s2w_desktop.services.likely_skills import LikelySkills
from s2w_desktop.services.pack_making import esco_draft
from tests.esco_trades import FOLDER, needs_esco

pytestmark = needs_esco


@pytest.fixture(scope="module")
def lists() -> EscoLists:
    return esco_lists(resources() / "esco")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> EscoData:
    """ESCO 1.1.1 in English, with the occupations of 1.0.8: the relations name one that 1.1.1 has withdrawn."""
    source = tmp_path_factory.mktemp("esco")
    older = Path("v1.0.8/occupations/occupations_en.csv.gz")
    for file in (*FOLDER.rglob("*.csv.gz"), FOLDER.parent / older):
        copy = source / file.relative_to(FOLDER.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    draft = esco_draft(source, resources(), lambda _done, _of: None)
    return EscoData(draft.parts.__getitem__, tuple(draft.parts))


def test_no_denied_skill_can_be_reached(data: EscoData, lists: EscoLists) -> None:
    denied = set(lists.denied)
    assert denied
    assert not denied & set(data.skills())
    likely = LikelySkills(data)
    occupations = data.occupations()
    assert len(occupations) > 3000
    for occupation in occupations:
        assert not denied & {link.skill for link in data.skills_of(occupation)}
        assert not denied & {one.skill for one in likely.of(data.group(occupation), occupation)}


def test_what_fits_proposes_no_denied_skill_and_nothing_that_nobody_is_proposed(data: EscoData, lists: EscoLists) -> None:
    everybody = Person(frozenset(data.skills()) | frozenset(lists.denied))
    somebody = Person(frozenset(sorted(lists.curated)[::3]))
    for person in (everybody, somebody):
        fits = what_fits(person, data)
        assert fits
        assert not [one.group for one in fits if one.group.startswith(NEVER_PROPOSED)]
        assert not {skill for one in fits for skill in (*one.skills.matching, *one.skills.missing)} & set(lists.denied)
