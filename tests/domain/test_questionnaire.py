"""Declarations are sound."""

import pytest

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.fields import FieldKind, FieldSpec, Need, Questionnaire, SectionSpec, Tier
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE


def test_every_field_of_codes_names_a_list_and_no_other_field_does() -> None:
    for _, spec in QUESTIONNAIRE.fields():
        assert bool(spec.code_list()) == (spec.kind in (FieldKind.CHOICE, FieldKind.MANY, FieldKind.LEVEL)), spec.key


def test_every_list_is_used_and_holds_each_code_once() -> None:
    used = {spec.codes for _, spec in QUESTIONNAIRE.fields() if spec.codes}
    assert used == set(CODE_LISTS)
    assert all(len(codes) == len(set(codes)) for codes in CODE_LISTS.values())


def test_the_core_interview_stays_short() -> None:
    core = [spec for section, spec in QUESTIONNAIRE.fields() if section.part and not section.repeats and spec.tier is Tier.CORE]
    always = [spec for spec in core if spec.need is not Need.OPTIONAL and spec.asked_when is None]
    assert 30 <= len(always) <= 40


def test_a_field_or_section_named_twice_is_refused() -> None:
    field = FieldSpec("a", FieldKind.TEXT)
    with pytest.raises(ValueError, match="twice"):
        SectionSpec("s", "start", (field, field))
    section = SectionSpec("s", "start", (field,))
    with pytest.raises(ValueError, match="twice"):
        Questionnaire(1, (section, section))


@pytest.mark.parametrize("path", ["identity", "identity.", "identity.nothing", "language.listening", "identity.x.sex", "", "."])
def test_a_path_that_is_not_declared_is_a_key_error(path: str) -> None:
    with pytest.raises(KeyError):
        QUESTIONNAIRE.spec(path)
