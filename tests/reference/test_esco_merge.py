"""Downloads of several versions and languages become one set of concepts: the newest says what is offered and its name."""

from pathlib import Path

import pytest

from s2w_desktop.domain.reference_errors import Fault, SourceRefused
from s2w_desktop.reference.esco_data import SkillLink
from s2w_desktop.reference.esco_files import esco_files
from s2w_desktop.reference.esco_parts import EscoKind
from tests.reference.esco_making import (
    BAKE,
    BAKER,
    BASE,
    BROADER,
    BROADER_FILE,
    COOK,
    FILES,
    FOOD,
    GROUP,
    GROUPS,
    HYGIENE,
    KNEAD,
    OCCUPATION,
    OCCUPATIONS,
    RELATION,
    RELATIONS,
    SKILL,
    SKILLS,
    SOLDIER,
    broader,
    data,
    labels,
    occupation,
    place,
    read,
    relation,
    skill,
    table,
)

OLD = "ESCO dataset - v1.0.8/occupations_en.csv"


def test_a_download_becomes_concepts_with_labels_and_links(tmp_path: Path) -> None:
    esco = data(read(place(tmp_path)))
    assert (esco.version, list(esco.occupations()), list(esco.skills())) == ("1.2.1", [BAKER, COOK], [KNEAD, BAKE, HYGIENE])
    assert (esco.group(BAKER), esco.is_regulated(BAKER), esco.is_regulated(COOK)) == ("7512", False, False)
    assert esco.skills_of(BAKER) == (SkillLink(KNEAD, is_essential=True), SkillLink(HYGIENE, is_essential=False))
    assert (esco.is_knowledge(HYGIENE), esco.is_knowledge(BAKE), esco.reuse(BAKE)) == (True, False, "cross-sector")
    assert esco.skill_groups_of(KNEAD) == (FOOD,)
    assert esco.label(FOOD, ["fr"]) == ("food", "en")


def test_broad_groups_are_those_of_the_second_level_where_there_are_any(tmp_path: Path) -> None:
    fine, wide, field = f"{BASE}skill/S1.2.3", f"{BASE}skill/S1.2", f"{BASE}isced-f/061"
    groups = [{"conceptUri": one, "preferredLabel": "x"} for one in (FOOD, fine, wide, field, f"{BASE}isced-f/0613")]
    links = [broader(KNEAD, fine), broader(KNEAD, wide), broader(BAKE, FOOD), broader(HYGIENE, f"{BASE}isced-f/0613")]
    esco = data(read(place(tmp_path, {**FILES, GROUPS: table(GROUP, groups), BROADER_FILE: table(BROADER, links)})))
    assert [esco.broad_groups_of(one) for one in (KNEAD, BAKE, HYGIENE)] == [(wide,), (FOOD,), (field,)]


def test_versions_join_by_uri_and_what_the_newest_leaves_out_is_retired_but_readable(tmp_path: Path) -> None:
    old = [occupation(BAKER, "old baker"), occupation(SOLDIER, "foot soldier", "0310", altLabels="private")]
    esco = data(read(place(tmp_path, {**FILES, OLD: table(OCCUPATION, old)})))
    assert list(esco.occupations()) == [BAKER, COOK]
    assert esco.label(BAKER, ["en"]) == ("baker", "en")
    assert esco.label(SOLDIER, ["en"]) == ("foot soldier", "en")
    assert esco.group(SOLDIER) == "0310"
    (table_,) = esco.tables(EscoKind.OCCUPATION, "en")
    found = [table_.text(row) for row in range(table_.index.size)]
    assert "foot soldier" not in found
    assert "old baker" not in found


@pytest.mark.parametrize(("newer", "older"), [("1.2.1", "1.2"), ("1.10", "1.9"), ("1.2", ""), ("2.0", "1.2.1")])
def test_the_label_of_the_newest_version_wins(tmp_path: Path, newer: str, older: str) -> None:
    files = {
        f"a v{newer}/occupations_en.csv": table(OCCUPATION, [occupation(BAKER, "new")]),
        f"b {older and 'v'}{older}/occupations_en.csv": table(OCCUPATION, [occupation(BAKER, "old"), occupation(COOK, "cook")]),
    }
    made = read(place(tmp_path, files))
    assert (made.version, labels(made, BAKER)) == (newer, ["new"])
    assert [one.is_offered for one in made.occupations.values()] == [True, False]
    assert made.label_versions == {"en": [newer, older]}


def test_languages_of_an_older_version_name_the_concepts_of_the_newest(tmp_path: Path) -> None:
    files = {**FILES, "v1.0.8/occupations_de.csv": table(OCCUPATION, [occupation(BAKER, "Bäcker/Bäckerin")])}
    esco = data(read(place(tmp_path, files)))
    assert esco.label(BAKER, ["de"]) == ("Bäcker/Bäckerin", "de")
    assert esco.label(COOK, ["de"]) == ("cook", "en")
    assert esco.languages(EscoKind.OCCUPATION) == ("de", "en")


def test_the_newer_label_of_a_skill_wins_whether_a_collection_or_the_whole_list_has_it(tmp_path: Path) -> None:
    collection = table((*SKILL, "broaderConceptUri", "broaderConceptPT"), [skill(BAKE, "newest", altLabels="one | two")])
    files = {
        **FILES,
        "v1.3/en/digitalSkillsCollection_en.csv": collection,
        "v1.1/en/skills_en.csv": table(SKILL, [skill(BAKE, "older"), skill(f"{BASE}skill/gone", "gone")]),
        "v1.0/en/greenSkillsCollection_en.csv": collection.replace(b"newest", b"oldest"),
    }
    made = read(place(tmp_path, files))
    assert labels(made, BAKE) == ["newest", "one", "two"]
    assert labels(made, KNEAD) == ["knead dough"]
    assert [one.is_offered for one in made.skills.values()] == [True, True, True, False]


def test_of_a_uri_that_stands_twice_the_row_that_was_changed_last_counts(tmp_path: Path) -> None:
    rows = [
        occupation(BAKER, "second", modifiedDate="2025-12-15T10:00:00Z"),
        occupation(BAKER, "first", modifiedDate="2024-01-01T10:00:00Z"),
    ]
    for order in (rows, rows[::-1]):
        assert labels(
            read(place(tmp_path, {**FILES, OCCUPATIONS: table(OCCUPATION, [*order, occupation(COOK, "cook")])})), BAKER
        ) == ["second"]


def test_what_is_not_released_is_left_out(tmp_path: Path) -> None:
    rows = [occupation(BAKER, "baker"), occupation(COOK, "cook", status="obsolete")]
    made = read(place(tmp_path, {OCCUPATIONS: table(OCCUPATION, rows)}))
    assert list(made.occupations) == [BAKER]


def test_only_the_newest_relations_count(tmp_path: Path) -> None:
    old = table(RELATION, [relation(COOK, BAKE), relation("nobody", "nothing")])
    esco = data(read(place(tmp_path, {**FILES, "v1.0/occupationSkillRelations.csv": old})))
    assert esco.skills_of(COOK) == (SkillLink(HYGIENE, is_essential=True),)


def test_a_relation_told_in_every_language_is_one_and_essential_wins(tmp_path: Path) -> None:
    again = RELATIONS.replace("/en/", "/fr/").replace("_en", "_fr")
    hierarchy = BROADER_FILE.replace("/en/", "/fr/").replace("_en", "_fr")
    files = {
        **FILES,
        again: table(RELATION, [relation(BAKER, KNEAD, "optional"), relation(BAKER, BAKE)]),
        hierarchy: FILES[BROADER_FILE],
    }
    esco = data(read(place(tmp_path, files)))
    assert esco.skills_of(BAKER) == tuple(SkillLink(one, is_essential=one != HYGIENE) for one in (KNEAD, BAKE, HYGIENE))
    assert esco.skill_groups_of(KNEAD) == (FOOD,)


def test_an_american_file_is_english(tmp_path: Path) -> None:
    files = {**FILES, "v1.0/skills_en-us.csv": table(SKILL, [skill(BAKE, "bake goodies")])}
    del files[SKILLS], files[RELATIONS], files[BROADER_FILE]
    assert labels(read(place(tmp_path, files)), BAKE) == ["bake goodies"]


def test_armed_forces_keep_the_nought_of_their_code(tmp_path: Path) -> None:
    for code in ("0310", "C0310", f"{BASE}isco/C0310"):
        made = read(place(tmp_path, {OCCUPATIONS: table(OCCUPATION, [occupation(SOLDIER, "soldier", code)])}))
        assert made.occupations[SOLDIER].isco08 == "0310"


@pytest.mark.parametrize("cell", ["one\ntwo", "one | two", "one\r\ntwo", " one \n\n two ", "one |  | two"])
def test_labels_in_a_cell_are_parted_by_line_breaks_or_bars(tmp_path: Path, cell: str) -> None:
    rows = [occupation(BAKER, "baker", altLabels=cell, hiddenLabels="three|3")]
    made = read(place(tmp_path, {OCCUPATIONS: table(OCCUPATION, rows)}))
    assert labels(made, BAKER) == ["baker", "one", "two", "three|3"]


def test_a_label_with_both_genders_is_found_by_each_and_shown_whole(tmp_path: Path) -> None:
    esco = data(
        read(place(tmp_path, {**FILES, "v1/occupations_fr.csv": table(OCCUPATION, [occupation(BAKER, "boulanger/boulangère")])}))
    )
    (words,) = esco.tables(EscoKind.OCCUPATION, "fr")
    assert [words.text(row) for row in range(len(words))] == ["boulanger/boulangère", "boulanger", "boulangère"]
    assert esco.label(BAKER, ["fr"]) == ("boulanger/boulangère", "fr")


def test_files_come_newest_first_and_those_without_a_version_last(tmp_path: Path) -> None:
    names = ("v1.0", "v1.0.8", "v1.2", "v1.10", "none")
    files = {f"{name}/occupations_en.csv": FILES[OCCUPATIONS] for name in names}
    assert [file.version for file in esco_files(place(tmp_path, files))] == [(1, 10), (1, 2), (1, 0, 8), (1, 0), ()]


def test_very_many_forms_of_labels_are_spread_over_tables(tmp_path: Path) -> None:
    sides = "/".join(f"side{number:02}" for number in range(25))
    rows = [
        occupation(f"{BASE}occupation/{number}", f"job{number:04} {sides.replace('side', f'n{number:04}x')}")
        for number in range(3_000)
    ]
    esco = data(read(place(tmp_path, {OCCUPATIONS: table(OCCUPATION, rows)})))
    tables = esco.tables(EscoKind.OCCUPATION, "en")
    assert len(tables) == 2
    assert sum(one.index.size for one in tables) == 3_000 * 26


def test_a_missing_kind_of_file_is_no_fault(tmp_path: Path) -> None:
    esco = data(read(place(tmp_path, {OCCUPATIONS: FILES[OCCUPATIONS]})))
    assert (list(esco.skills()), esco.skills_of(BAKER), esco.languages(EscoKind.SKILL)) == ([], (), ())


def test_the_faults_of_a_source_are_told_before_anything_is_made(tmp_path: Path) -> None:
    rows = [occupation(BAKER, "baker"), occupation(COOK, "cook", "9999")]
    with pytest.raises(SourceRefused) as refused:
        read(place(tmp_path, {OCCUPATIONS: table(OCCUPATION, rows)}))
    assert refused.value.first.fault is Fault.UNKNOWN_CODE


@pytest.mark.parametrize(("gone", "left_out"), [(1, 1), (2, None)])
def test_a_few_relations_of_what_esco_has_withdrawn_are_left_out_and_told_and_more_are_a_fault(
    tmp_path: Path, gone: int, left_out: int | None
) -> None:
    """ESCO 1.1.1 relates one occupation that it does not list."""
    sound = [relation(BAKER, KNEAD)] * 1_500
    where = place(tmp_path, {**FILES, RELATIONS: table(RELATION, [*sound, *[relation("gone", KNEAD)] * gone])})
    if left_out is None:
        with pytest.raises(SourceRefused) as refused:
            read(where)
        assert [one.fault for one in refused.value.findings] == [Fault.DANGLING] * gone
        return
    found = read(where)
    assert [(one.line, one.column) for one in found.left_out] == [(1_502, "occupationUri")]
    assert found.relations
