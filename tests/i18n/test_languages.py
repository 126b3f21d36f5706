"""Languages of the interface and their codes."""

import pytest
from babel import Locale
from babel.core import get_global

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
)
from s2w_desktop.i18n.names import country_name, language_name
from s2w_desktop.i18n.translator import Translator

OURS = [one for one in LANGUAGES if one.pseudo is Pseudo.NONE]
CODES = [one.code for one in LANGUAGES]


def test_the_program_knows_the_languages_that_were_asked_for() -> None:
    of_the_project = "en fr de it es nl sl sk hu ro el ar fa fa_AF ps ckb so ti tr uk ur ru am bn kmr"
    of_the_union = "bg cs da et fi ga hr lt lv mt pl pt sv"
    assert {one.code for one in OURS} == {*of_the_project.split(), *of_the_union.split()}
    assert len(of_the_project.split()) == 25


def test_cldr_has_what_each_language_is_shown_with() -> None:
    for one in OURS:
        locale = Locale.parse(one.cldr)
        likely = str(get_global("likely_subtags").get(one.cldr) or get_global("likely_subtags")[locale.language])
        assert one.script == likely.split("_")[1], one.code
        assert one.is_rtl == (locale.text_direction == "rtl"), one.code
        assert len(locale.languages) > 300, one.code
        assert len(locale.territories) > 280, one.code
        assert len(set(locale.months["format"]["wide"].values())) == 12, one.code


@pytest.mark.parametrize("code", [one.code for one in OURS])
def test_every_language_and_country_of_the_code_lists_has_a_name(code: str) -> None:
    tr = Translator(language(code))
    assert all(language_name(tr, one) for one in CODE_LISTS["language"])
    assert all(country_name(tr, one) for one in CODE_LISTS["country"])


def test_a_name_that_cldr_lacks_is_a_word_of_ours() -> None:
    assert language_name(Translator(language("ckb")), "rhg") == "Rohingya"  # English until somebody translates it
    assert language_name(Translator(language("de")), "rhg") == "Rohingyalisch"
    with pytest.raises(KeyError):
        language_name(Translator(language("ckb")), "zzz")


@pytest.mark.parametrize(
    ("code", "name", "is_rtl", "iso639_3"),
    [
        ("sw", "Kiswahili", False, "swh"),
        ("sd", "سنڌي", True, "snd"),
        ("he", "עברית", True, "heb"),
        ("ga", "Gaeilge", False, "gle"),
        ("ig", "Igbo", False, "ibo"),
    ],
)
def test_a_language_that_is_not_ours_is_known_from_cldr(code: str, name: str, is_rtl: bool, iso639_3: str) -> None:
    found = language(code)
    assert (found.native_name, found.is_rtl, found.iso639_3[0]) == (name, is_rtl, iso639_3)
    assert interface_for(iso639_3) == code


def test_every_language_knows_its_code_in_the_profile() -> None:
    for one in OURS:
        assert iso639_3_of(one.code) in CODE_LISTS["language"]
        assert all(interface_for(code) == one.code for code in one.iso639_3)
        assert set(one.iso639_3) <= set(CODE_LISTS["language"])


@pytest.mark.parametrize(
    ("spoken", "read"),
    [
        ("eng", "en"),
        ("fra", "fr"),
        ("ara", "ar"),
        ("apc", "ar"),
        ("tir", "ti"),
        ("prs", "fa_AF"),
        ("kmr", "kmr"),
        ("luo", "luo"),
    ],
)
def test_a_speaker_reads_the_interface_in(spoken: str, read: str) -> None:
    assert interface_for(spoken) == read


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["fr_CA.UTF-8", "en"], "fr"),
        (["is-IS", "ar-SY"], "ar"),
        (["is", "no"], "en"),
        (["prs_AF"], "fa_AF"),
        (["fa-AF"], "fa_AF"),
        (["fa_IR"], "fa"),
        (["ku-Latn-TR"], "kmr"),
        (["ku_IQ"], "ckb"),
        ([], "en"),
        (["ar_XB"], "ar_XB"),
        (["C"], "en"),
    ],
)
def test_the_first_wanted_language_that_is_there_is_taken(wanted: list[str], found: str) -> None:
    assert best_match(wanted, CODES) == found


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
