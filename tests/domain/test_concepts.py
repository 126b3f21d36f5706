"""Concepts of ESCO as answers: their form, what they fill, and the rule about their groups (V15)."""

from datetime import date

import pytest
from hypothesis import given

from s2w_desktop.domain.answers import NoAnswer, fit_to_keep, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.concepts import MOST_CONCEPTS, MOST_LABEL, Concept, ConceptKind, Concepts, concepts_of, group_of
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import FieldKind, FieldSpec
from s2w_desktop.domain.filling import with_filled
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer
from s2w_desktop.domain.rules.issues import Severity
from s2w_desktop.domain.validation import check
from tests.domain.anyone import concepts
from tests.domain.people import PERSON, entry, profile_with, with_row
from tests.made_concepts import CARE, COOKING, NURSE, OFFICER, SEWING, TAILOR, concept

TODAY = date(2026, 11, 22)
MAIN, GROUP = "work_summary.main_occupation_esco", "work_summary.main_occupation_isco"
TOLD: dict[str, Plain] = {
    "concept": "http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34",
    "group": "2166",
    "label": "technical director",
    "lang": "en",
    "version": "1.2.1",
}
SKILL = QUESTIONNAIRE.spec(f"skill.{entry('skill 0')}.esco_skill")
SKILLS = QUESTIONNAIRE.spec(f"unpaid.{entry('unpaid 0')}.skills")


@given(concepts(ConceptKind.OCCUPATION))
def test_an_occupation_reads_as_it_was_written(one: Concept) -> None:
    assert read_answer(QUESTIONNAIRE.spec(MAIN), MAIN, to_plain(one)) == one
    assert one.kind is ConceptKind.OCCUPATION


def test_the_plain_form_of_old_profiles_stays_readable() -> None:
    found = read_answer(QUESTIONNAIRE.spec(MAIN), MAIN, TOLD)
    assert found == Concept(str(TOLD["concept"]), "2166", "technical director", "en", "1.2.1")
    assert to_plain(found) == TOLD


@pytest.mark.parametrize(
    "wrong",
    [
        {"concept": "https://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34"},
        {"concept": "http://data.europa.eu/esco/skill/00030d09-2b3a-4efd-87cc-c4ea39d27c34"},
        {"concept": "http://data.europa.eu/esco/occupation/00030D09-2B3A-4EFD-87CC-C4EA39D27C34"},
        {"concept": "http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34/x"},
        {"concept": "http://data.europa.eu/esco/isco/C2166"},
        {"concept": ""},
        {"concept": 7},
        {"group": ""},
        {"group": "21"},
        {"group": "9999"},
        {"group": "٢١٦٦"},
        {"group": None},
        {"label": ""},
        {"label": " x"},
        {"label": "nul\0"},
        {"label": "e\u0301"},
        {"label": "x" * (MOST_LABEL + 1)},
        {"label": ["x"]},
        {"lang": ""},
        {"lang": "English"},
        {"lang": "en-GB; rm"},
        {"version": ""},
        {"version": "v1.2"},
        {"version": "1.2.1.0.0"},
        {"version": "1.2\n"},
        {"more": "x"},
    ],
    ids=str,
)
def test_what_is_no_concept_is_refused(wrong: dict[str, Plain]) -> None:
    with pytest.raises(InvalidAnswer):
        read_answer(QUESTIONNAIRE.spec(MAIN), MAIN, {**TOLD, **wrong})


@pytest.mark.parametrize("key", TOLD)
def test_each_part_of_a_concept_is_needed(key: str) -> None:
    with pytest.raises(InvalidAnswer):
        read_answer(QUESTIONNAIRE.spec(MAIN), MAIN, {name: part for name, part in TOLD.items() if name != key})


def test_a_skill_has_no_group_and_is_no_occupation() -> None:
    assert read_answer(SKILL, "skill", SEWING.plain()) == SEWING
    for wrong in (TAILOR, concept(ConceptKind.SKILL, "sewing", "sewing", group="7531")):
        with pytest.raises(InvalidAnswer):
            read_answer(SKILL, "skill", wrong.plain())


def test_several_stand_by_their_addresses_each_once() -> None:
    found = concepts_of([SEWING, CARE, COOKING, SEWING])
    assert found is not None
    assert sorted(found.chosen, key=lambda one: one.uri) == list(found.chosen)
    assert set(found.chosen) == {SEWING, CARE, COOKING}
    assert read_answer(SKILLS, "skills", to_plain(found)) == found
    assert concepts_of([]) is None


def test_several_in_another_order_twice_none_or_too_many_are_refused() -> None:
    ordered = concepts_of([SEWING, CARE])
    assert ordered is not None
    many = concepts_of(concept(ConceptKind.SKILL, f"skill {n}", "x") for n in range(MOST_CONCEPTS + 1))
    backwards, twice = Concepts(ordered.chosen[::-1]), Concepts((CARE, CARE))
    for wrong in (backwards, twice, Concepts(()), Concepts((TAILOR,)), many):
        assert wrong is not None
        with pytest.raises(InvalidAnswer):
            read_answer(SKILLS, "skills", wrong.plain())


def test_more_than_the_question_takes_are_kept_and_remarked_upon() -> None:
    chosen = concepts_of(concept(ConceptKind.SKILL, f"skill {n}", "x") for n in range(11))
    assert chosen is not None
    made = with_row(profile_with(record__tier="standard"), "unpaid", activity="U01", skills=chosen)
    assert "too_many" in {issue.rule for issue in check(QUESTIONNAIRE, made, TODAY)}


def test_a_label_is_made_fit_to_be_kept() -> None:
    made = fit_to_keep(concept(ConceptKind.SKILL, "x", " e\u0301\0" + "x" * 300), 200)
    assert isinstance(made, Concept)
    assert made.label.startswith("\u00e9x")
    assert len(made.label) <= MOST_LABEL


# --- what an occupation says of its group ---


def test_an_occupation_names_its_group_where_that_is_blank() -> None:
    made = profile_with(work_summary__main_occupation_esco=TAILOR)
    assert with_filled(QUESTIONNAIRE, made, MAIN).text(GROUP) == "7531"


@pytest.mark.parametrize("held", ["7212", "7", NoAnswer.UNKNOWN])
def test_a_group_that_is_answered_stays(held: str | NoAnswer) -> None:
    made = profile_with(work_summary__main_occupation_esco=TAILOR, work_summary__main_occupation_isco=held)
    assert with_filled(QUESTIONNAIRE, made, MAIN) is made


def test_nothing_else_fills_anything() -> None:
    made = with_row(profile_with(work_summary__main_occupation_esco=NoAnswer.REFUSED), "skill", esco_skill=SEWING)
    for path in made.held:
        if not path.endswith("."):
            assert with_filled(QUESTIONNAIRE, made, path) is made


def test_what_is_filled_is_a_question_of_the_same_section_about_a_group_of_occupations() -> None:
    for section, spec in QUESTIONNAIRE.fields():
        if spec.fills:
            assert section.by_key[spec.fills].codes == "isco", spec.key
            assert spec.concept is ConceptKind.OCCUPATION


def test_a_field_of_concepts_says_of_which_and_no_other_field_does() -> None:
    with pytest.raises(ValueError, match="ESCO"):
        FieldSpec("a", FieldKind.CONCEPT)
    with pytest.raises(ValueError, match="ESCO"):
        FieldSpec("a", FieldKind.TEXT, concept=ConceptKind.SKILL)


# --- V15 ---


def v15(made: Profile) -> list[str]:
    found = [issue for issue in check(QUESTIONNAIRE, made, TODAY) if issue.rule == "V15"]
    assert all(issue.severity is Severity.CANNOT_BE_RIGHT for issue in found)
    return [issue.path for issue in found]


@pytest.mark.parametrize(("group", "speaks"), [("7531", False), ("75", False), ("7", False), ("7212", False), ("2221", True)])
def test_the_main_groups_must_agree(group: str, *, speaks: bool) -> None:
    made = profile_with(
        record__tier="standard", work_summary__main_occupation_esco=TAILOR, work_summary__main_occupation_isco=group
    )
    assert v15(made) == ([MAIN] if speaks else [])


def test_every_entry_is_looked_at_and_reasons_are_no_groups() -> None:
    made = profile_with(record__tier="standard")
    made = with_row(made, "work", occupation_esco=TAILOR, isco08=NoAnswer.UNKNOWN)
    made = with_row(made, "work", occupation_esco=NURSE, isco08="7531")
    assert v15(made) == [f"work.{made.entry_texts('work')[1]}.occupation_esco"]


def test_an_occupation_that_is_exposed_asks_for_the_shield_before_its_group_is_known() -> None:
    made = with_row(profile_with(record__tier="standard"), "work", occupation_esco=OFFICER)
    assert "exposed" in {issue.rule for issue in check(QUESTIONNAIRE, made, TODAY)}


def test_only_an_occupation_has_a_group() -> None:
    assert group_of(TAILOR) == "7531"
    assert group_of(SEWING) == group_of(None) == group_of("7531") == group_of(NoAnswer.UNKNOWN) == ""


# --- an entry told by what was picked ---


def test_an_entry_is_named_by_its_words_else_by_the_skill_that_was_picked() -> None:
    section, blank = QUESTIONNAIRE.by_key["skill"], Profile(PERSON).with_entry("skill", entry("skill 0"))
    picked = with_row(Profile(PERSON), "skill", esco_skill=SEWING)
    refused = with_row(Profile(PERSON), "skill", esco_skill=SEWING, skill=NoAnswer.REFUSED)
    named = [profile.headline(section, entry("skill 0")).key for profile in (blank, picked, refused)]
    assert named == ["skill", "esco_skill", "skill"]
