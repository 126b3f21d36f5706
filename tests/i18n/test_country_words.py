"""Faults of a country pack's source in words: every fault has a sentence, and the place stands before it."""

import pytest

from s2w_desktop.domain.country import codes
from s2w_desktop.domain.reference_errors import CountryPackDamaged, Fault, Finding, SourceRefused
from s2w_desktop.i18n import labels_country
from s2w_desktop.i18n.country_words import FAULTS, finding_text
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.translator import Translator


def test_every_fault_has_a_sentence() -> None:
    assert set(FAULTS) == set(Fault)
    assert all(words.text[0].isupper() and words.text.endswith(".") for words in FAULTS.values())


def test_every_code_has_words() -> None:
    assert tuple(labels_country.ORGANIZATION_KINDS) == codes.ORGANIZATION_KIND_CODES
    assert tuple(labels_country.PROCEDURE_KINDS) == codes.PROCEDURE_KIND_CODES
    assert tuple(labels_country.AUDIENCES) == codes.AUDIENCE_CODES
    assert tuple(labels_country.THEMES) == codes.THEME_CODES


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        (
            Finding("services.csv", 4, "topics", Fault.UNKNOWN_CODE),
            "services.csv, line 4, column topics: This code is not in the list.",
        ),
        (
            Finding("services.csv", 4, "", Fault.CELLS),
            "services.csv, line 4: The row has more or fewer cells than the first row.",
        ),
        (Finding("pack.csv", 0, "", Fault.NO_FILE), "pack.csv: The file is missing."),
    ],
)
def test_a_fault_is_told_with_its_place(en: Translator, finding: Finding, told: str) -> None:
    assert without_isolates(finding_text(en, finding)) == told


def test_the_error_tells_the_first_fault_and_how_many_more_there_are(en: Translator) -> None:
    first = Finding("pack.csv", 0, "", Fault.NO_FILE)
    sentence = "The files have faults. pack.csv: The file is missing."
    assert without_isolates(error_text(en, SourceRefused((first,))).happened) == sentence
    assert without_isolates(error_text(en, SourceRefused((first, first))).happened) == f"{sentence} One more fault."
    assert without_isolates(error_text(en, SourceRefused((first,) * 4)).happened) == f"{sentence} 3 more faults."


def test_a_damaged_pack_tells_where(en: Translator) -> None:
    told = error_text(en, CountryPackDamaged("services 3, topics")).happened
    assert without_isolates(told) == "The country pack is damaged. At: services 3, topics."
