"""Everything the questionnaire declares has words."""

import pytest

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.learning import CEFR
from s2w_desktop.domain.completeness import SectionState
from s2w_desktop.domain.fields import FieldKind, FieldSpec, SectionSpec
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.field_words import Unit
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.labels_fields import FIELDS
from s2w_desktop.i18n.labels_help import HELP
from s2w_desktop.i18n.labels_levels import LADDERS
from s2w_desktop.i18n.labels_sections import PARTS, SECTIONS
from s2w_desktop.i18n.translator import Catalogues, Translator
from tests.each import by_key, each

CODES = ("en", "fr", "ar", "en_XA", "ar_XB")
LISTS = sorted(CODE_LISTS)
by_section = each(by_key(QUESTIONNAIRE.sections, lambda section: section.key), "section")
by_field = each({f"{section.key}.{spec.key}": (section, spec) for section, spec in QUESTIONNAIRE.fields()}, "section", "spec")
by_list = each(by_key(LISTS), "code_list")


@pytest.fixture(params=CODES)
def tr(request: pytest.FixtureRequest, catalogues: Catalogues) -> Translator:
    """Each language in turn."""
    return catalogues.translator(request.param)


@by_section
def test_every_section_has_a_title_a_line_and_advice(tr: Translator, section: SectionSpec) -> None:
    assert labels.section_title(tr, section.key)
    assert labels.section_subtitle(tr, section.key)
    assert labels.interviewer_help(tr, section.key)
    assert not section.part or labels.part_title(tr, section.part)
    assert bool(labels.add_entry_words(tr, section.key)) is section.repeats


@by_section
def test_advice_is_three_to_eight_sentences(en: Translator, section: SectionSpec) -> None:
    advice = labels.interviewer_help(en, section.key)
    assert 3 <= sum(advice.count(mark) for mark in ".?!") <= 8


@by_field
def test_every_field_has_a_question_and_a_short_label(tr: Translator, section: SectionSpec, spec: FieldSpec) -> None:
    assert labels.question(tr, section.key, spec.key)
    assert labels.short_label(tr, section.key, spec.key)


@by_field
def test_questions_are_short_and_labels_shorter(en: Translator, section: SectionSpec, spec: FieldSpec) -> None:
    assert len(labels.question(en, section.key, spec.key)) <= 60
    assert len(labels.short_label(en, section.key, spec.key)) <= 32


@by_field
def test_numbers_have_a_unit_and_nothing_else_has(tr: Translator, section: SectionSpec, spec: FieldSpec) -> None:
    has_unit = labels.unit_of(section.key, spec.key) is not Unit.NONE
    assert has_unit is (spec.kind is FieldKind.NUMBER)
    assert bool(labels.unit_words(tr, section.key, spec.key)) is has_unit


@by_list
def test_every_code_of_every_list_has_words_of_its_own(tr: Translator, code_list: str) -> None:
    pairs = labels.choices(tr, code_list)
    assert sorted(code for code, _ in pairs) == sorted(CODE_LISTS[code_list])
    words = [text for _, text in pairs]
    assert all(words)
    assert len(set(words)) == len(words), sorted(text for text in words if words.count(text) > 1)


@by_list
def test_words_of_a_code_are_neither_the_code_nor_long(en: Translator, code_list: str) -> None:
    for code, words in labels.choices(en, code_list):
        assert words != code or code_list in ("cefr", *labels.SPELT_ALIKE)
        assert len(words) <= 60


def test_nothing_has_words_that_the_questionnaire_does_not_know() -> None:
    assert set(FIELDS) == {f"{section.key}.{spec.key}" for section, spec in QUESTIONNAIRE.fields()}
    assert set(SECTIONS) == set(HELP) == set(QUESTIONNAIRE.by_key)
    assert set(PARTS) == {section.part for section in QUESTIONNAIRE.sections} - {""}
    named_elsewhere = {"country", "nationality", "language", "cefr"}
    assert set(labels.CHOICES) | labels.SPELT_ALIKE == set(CODE_LISTS) - named_elsewhere
    assert all(set(words) <= set(CODE_LISTS[code_list]) for code_list, words in labels.CHOICES.items())


def test_a_list_without_words_is_found(en: Translator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "CODE_LISTS", {**CODE_LISTS, "colour": ("red",)})
    with pytest.raises(KeyError):
        labels.choices(en, "colour")


def test_every_step_of_the_ladder_has_plain_words_for_each_skill(tr: Translator) -> None:
    skills = {spec.key for spec in QUESTIONNAIRE.by_key["language"].fields if spec.kind is FieldKind.LEVEL}
    assert set(LADDERS) == skills
    for skill in skills:
        assert len({labels.level_words(tr, skill, code) for code in CEFR}) == len(CEFR)
    assert [labels.level_label(code) for code in CEFR[:3]] == ["0", "Pre-A1", "A1"]


def test_all_states_have_words(tr: Translator) -> None:
    assert len({labels.no_answer(tr, reason) for reason in NoAnswer}) == 4
    assert len({labels.section_state_words(tr, state) for state in SectionState}) == 3
    assert len({labels.handover_words(tr, state, 7) for state in Handover}) == 4
    assert labels.about_word(tr)


def test_a_profile_in_a_bundle_tells_which(en: Translator, ar: Translator) -> None:
    assert without_isolates(labels.handover_words(en, Handover.IN_BUNDLE, 7)) == "In bundle 7"
    assert without_isolates(labels.handover_words(ar, Handover.IN_BUNDLE, 7)) == "في الحزمة 7"


def test_countries_and_languages_are_sorted_by_their_names(en: Translator, ar: Translator) -> None:
    assert labels.choices(en, "country")[0] == ("AFG", "Afghanistan")
    english = [words for _, words in labels.choices(en, "country")]
    assert english.index("Åland Islands") < english.index("Albania") < english.index("Zimbabwe")
    arabic = [words for _, words in labels.choices(ar, "language")]
    assert arabic.index("الإنجليزية") < arabic.index("التركية")


@pytest.mark.parametrize(
    ("code_list", "code", "expected"),
    [
        ("country", "SYR", "Syria"),
        ("country", "XKX", "Kosovo"),
        ("nationality", "XXA", "Stateless"),
        ("language", "ckb", "Kurdish, Sorani"),
        ("language", "prs", "Persian, Dari"),
        ("language", "tir", "Tigrinya"),
        ("cefr", "PA1", "Pre-A1"),
    ],
)
def test_names_of_countries_languages_and_levels(en: Translator, code_list: str, code: str, expected: str) -> None:
    assert labels.choice(en, code_list, code) == expected


def test_names_begin_with_a_capital_in_french_too(fr: Translator) -> None:
    assert labels.choice(fr, "language", "tir") == "Tigrigna"


def test_an_unknown_code_is_a_defect(en: Translator) -> None:
    with pytest.raises(KeyError):
        labels.choice(en, "goal", "E00")
    with pytest.raises(KeyError):
        labels.choice(en, "country", "ZZZ")
