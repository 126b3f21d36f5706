"""Script and direction of a language."""

import pytest

from s2w_desktop.pdf.scripts import Script, language_tag, script_of


@pytest.mark.parametrize(
    ("languages", "script"),
    [
        (["en", "fr", "uk", "ru", "el", "so", "tr", "ku", "en_XA", "xx"], Script.LATIN),
        (["ar", "fa", "fa_AF", "ps", "ckb", "ur", "ar_XB", "pa_Arab", "ku-Arab", "arb", "pes"], Script.ARABIC),
        (["ti", "am"], Script.ETHIOPIC),
        (["bn"], Script.BENGALI),
    ],
)
def test_every_language_is_set_in_its_script(languages: list[str], script: Script) -> None:
    assert {language: script_of(language) for language in languages} == dict.fromkeys(languages, script)


def test_only_arabic_script_runs_from_right_to_left() -> None:
    assert [script for script in Script if script.is_rtl] == [Script.ARABIC]


def test_tags_are_written_the_way_readers_expect() -> None:
    assert language_tag("fa_AF") == "fa-AF"
