"""Every answer that the core interview lets a person choose has a drawing, unless its list is of words only."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from s2w_desktop.domain.asking import Asking
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.codes.occupations import SUB_MAJOR_GROUPS
from s2w_desktop.domain.fields import FieldKind, FieldSpec, Tier
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.ui.kit.pictograms import DRAWN_LISTS, NO_ANSWER

FOLDER = Path(__file__).parents[2] / "resources" / "pictograms"
CHOSEN = {FieldKind.CHOICE, FieldKind.MANY, FieldKind.LEVEL}
WORDS_ONLY = {  # the one place for lists that stay without drawings, each with the reason
    "country": "flags and maps are never shown",
    "nationality": "flags and maps are never shown",
    "language": "a language has a name, not a picture",
    "script": "a script could only be shown by its letters",
}


def fields_with_drawings() -> Iterator[FieldSpec]:
    """The fields whose choices are drawn: what an interview of the least depth puts."""
    asking = Asking(Tier.CORE)
    for section in QUESTIONNAIRE.sections:
        if asking.puts(section):
            yield from (spec for spec in asking.fields_of(section) if spec.kind in CHOSEN)


LISTS = sorted({spec.codes for spec in fields_with_drawings()} - set(WORDS_ONLY))


def drawn(code_list: str) -> set[str]:
    return {file.stem for file in (FOLDER / code_list).glob("*.svg")}


@pytest.mark.parametrize("code_list", [*LISTS, NO_ANSWER])
def test_every_choice_has_a_drawing(code_list: str) -> None:
    codes = SUB_MAJOR_GROUPS if code_list == "isco" else DRAWN_LISTS[code_list]  # occupations share the drawing of their group
    assert set(codes) - drawn(code_list) == set()


def test_the_lists_come_from_the_questions() -> None:
    assert {"consent", "legal_status", "cefr", "strength", "goal", "barrier"} <= set(LISTS)
    assert len(LISTS) > 30


@pytest.mark.parametrize("code_list", WORDS_ONLY)
def test_a_list_of_words_only_is_asked_and_has_no_drawings(code_list: str) -> None:
    assert code_list in CODE_LISTS
    assert code_list in {spec.codes for spec in fields_with_drawings()}
    assert drawn(code_list) == set()
