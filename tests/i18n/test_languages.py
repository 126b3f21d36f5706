"""Languages of the interface and their codes."""

import pytest

from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.i18n.languages import (
    LANGUAGES,
    Pseudo,
    best_match,
    interface_for,
    is_rtl_language,
    is_same_language,
    iso639_3_of,
    language,
    shipped,
)


def test_english_french_and_arabic_are_offered_and_pseudo_languages_only_on_request() -> None:
    assert [one.code for one in shipped()] == ["en", "fr", "ar"]
    assert [one.code for one in shipped(with_pseudo=True)][3:] == ["en_XA", "ar_XB"]


def test_every_language_knows_its_code_in_the_profile() -> None:
    for one in shipped():
        assert iso639_3_of(one.code) in CODE_LISTS["language"]
        assert all(interface_for(code) == one.code for code in one.iso639_3)
        assert set(one.iso639_3) <= set(CODE_LISTS["language"])


@pytest.mark.parametrize(("spoken", "read"), [("eng", "en"), ("fra", "fr"), ("ara", "ar"), ("apc", "ar"), ("tir", None)])
def test_a_speaker_reads_the_interface_in(spoken: str, read: str | None) -> None:
    assert interface_for(spoken) == read


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["fr_CA.UTF-8", "en"], "fr"),
        (["de-DE", "ar-SY"], "ar"),
        (["de", "tr"], "en"),
        ([], "en"),
        (["ar_XB"], "ar_XB"),
        (["C"], "en"),
    ],
)
def test_the_first_wanted_language_that_is_there_is_taken(wanted: list[str], found: str) -> None:
    assert best_match(wanted) == found


@pytest.mark.parametrize(
    ("code", "is_rtl"),
    [
        ("en", False),
        ("ar", True),
        ("ar_XB", True),
        ("en_XA", False),
        ("ckb", True),
        ("kmr", False),
        ("pus", True),
        ("tir", False),
    ],
)
def test_the_direction_of_a_language(code: str, is_rtl: bool) -> None:
    assert is_rtl_language(code) is is_rtl


def test_codes_of_interface_and_profile_name_the_same_language() -> None:
    assert is_same_language("ar", "apc")
    assert is_same_language("eng", "en")
    assert not is_same_language("fra", "en")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        language("tlh")


def test_codes_are_unique_and_pseudo_languages_belong_to_nobody() -> None:
    assert len({one.code for one in LANGUAGES}) == len(LANGUAGES)
    assert not any(one.iso639_3 for one in LANGUAGES if one.pseudo is not Pseudo.NONE)
