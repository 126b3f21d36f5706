"""The official downloads of ESCO as one pack: as many concepts and languages as they have, and nothing of the deny list."""

import gzip
from functools import cache

import pytest

from s2w_desktop.domain.packs import PackContent
from s2w_desktop.paths import resources
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.reference.esco_lists import esco_lists
from s2w_desktop.reference.esco_parts import CONCEPTS, EscoKind, is_label_part
from s2w_desktop.services.pack_making import esco_draft
from s2w_desktop.services.packs import Draft
from tests.esco_trades import FOLDER, needs_esco

pytestmark = needs_esco
LANGUAGES = [
    *("ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu"),
    *("is", "it", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "uk"),
]
DOUBLED = 4


@cache
def draft() -> Draft:
    return esco_draft(FOLDER.parent, resources(), lambda _done, _of: None)


@pytest.fixture(scope="module")
def esco() -> EscoData:
    return EscoData(draft().parts.__getitem__, tuple(draft().parts))


def test_the_title_names_every_version(esco: EscoData) -> None:
    assert draft().title == "ESCO 1.2.1, with labels of 1.0, 1.0.8, 1.1.1, unstated version"
    assert (draft().id, draft().contents, esco.version) == ("esco", (PackContent.ESCO,), "1.2.1")


def test_all_occupations_of_the_newest_version_are_offered_and_the_others_readable(esco: EscoData) -> None:
    offered = set(esco.occupations())
    assert len(offered) == len(esco.occupations()) == 3_039
    assert {len(esco.group(uri)) for uri in offered} == {4}
    names = [one.text(row) for one in esco.tables(EscoKind.OCCUPATION, "en") for row in range(one.index.size, len(one))]
    assert 3 <= len(names) <= 10  # retired since 1.0.8


def test_four_uris_stand_twice_and_each_is_taken_once(esco: EscoData) -> None:
    with gzip.open(FOLDER.parent / "v1.2.1" / "en" / "occupations_en.csv.gz", "rt", encoding="utf-8-sig", newline="") as lines:
        rows = sum(line.startswith("Occupation,") for line in lines)
    assert rows == len(esco.occupations()) + DOUBLED


def test_every_language_has_its_labels(esco: EscoData) -> None:
    assert list(esco.languages(EscoKind.OCCUPATION)) == LANGUAGES
    assert set(esco.languages(EscoKind.SKILL)) == {"ar", "de", "en", "es", "fr", "nl", "sv", "uk"}
    for language in LANGUAGES:
        named = sum(esco.label(uri, [language])[1] == language for uri in esco.occupations())
        assert named == (3_039 if language in ("ar", "en", "fr", "nl", "uk") else 2_937)


def test_skills_are_as_many_as_the_complete_list_and_the_collections_have(esco: EscoData) -> None:
    lists = esco_lists(resources() / "esco")
    offered = set(esco.skills())
    assert 13_896 - len(lists.denied) <= len(offered) <= 14_200
    assert lists.curated <= offered
    assert {skill for skill in offered if esco.is_curated(skill)} == lists.curated


def test_nothing_of_the_deny_list_is_offered_named_or_asked_for(esco: EscoData) -> None:
    denied = esco_lists(resources() / "esco").denied
    assert not denied.keys() & set(esco.skills())
    asked = {link.skill for uri in esco.occupations() for link in esco.skills_of(uri)}
    assert not denied.keys() & asked
    numbers = {esco.number(EscoKind.SKILL, uri) for uri in denied}
    for language in esco.languages(EscoKind.SKILL):
        for table in esco.tables(EscoKind.SKILL, language):
            assert not numbers & set(table.concepts.tolist())
    for uri in denied:
        with pytest.raises(KeyError):
            esco.label(uri, LANGUAGES)


def test_most_occupations_ask_for_skills(esco: EscoData) -> None:
    with_skills = sum(bool(esco.skills_of(uri)) for uri in esco.occupations())
    assert with_skills >= 3_000


def test_the_same_download_gives_the_same_parts() -> None:
    again = esco_draft(FOLDER.parent / "v1.2.1" / "uk", resources(), lambda _done, _of: None)
    once = esco_draft(FOLDER.parent / "v1.2.1" / "uk", resources(), lambda _done, _of: None)
    assert dict(again.parts) == dict(once.parts)
    assert again.parts.keys() <= {CONCEPTS, "esco/relations"} | {
        name for name in again.parts for kind in EscoKind for language in LANGUAGES if is_label_part(name, kind, language)
    }
