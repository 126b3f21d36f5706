"""The profile paper in every language of the program, beside another one: read back, it says what it was given."""

from datetime import date
from pathlib import Path

import pytest

from s2w_desktop.i18n.languages import LANGUAGES
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import resources, translations
from s2w_desktop.pdf.content import Paper
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.pdf.profile_paper import build_profile_paper
from s2w_desktop.reference.country_source import read_source
from tests.pdf.reading import Expected, paragraphs, run
from tests.services.lives import Office, both, full_life, one_line_life, with_entry

SPOKEN = [one.code for one in Catalogues(translations()).offered()]
PAIRS = [(code, SPOKEN[place - 1]) for place, code in enumerate(SPOKEN) if place % 2 or place == len(SPOKEN) - 1]
LOOKED_AT = [("en", "ar"), ("en", "fa"), ("fr", "ti"), ("de", "uk"), ("ar",), ("ar", "fa")]


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return FontSet(resources() / "fonts")


@pytest.fixture(scope="module")
def office() -> Office:
    return Office(read_source(resources() / "country" / "sample", date(2026, 6, 1)))


def written(paper: Paper, fonts: FontSet, folder: Path) -> Path:
    path = folder / "paper.pdf"
    with path.open("wb") as target:
        build_profile_paper(paper, fonts, target)
    return path


def test_languages_of_every_script_are_among_them() -> None:
    assert {"en", "ar", "fa", "ti", "uk", "de", "fr"} <= set(SPOKEN)
    assert {language.script for language in LANGUAGES} >= {"Latn", "Arab", "Ethi", "Cyrl"}


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_a_small_profile_comes_out_whole_in_every_language(
    languages: tuple[str, str], office: Office, fonts: FontSet, tmp_path: Path
) -> None:
    profile = with_entry(one_line_life(), "language", language="ara", role="mother_tongue")
    profile = with_entry(profile, "work", title_own_words=both("Baker", "خبّازة"), isco08="7512", job_type="FAM", evidence="2")
    paper = office.paper(profile, PaperOrder(languages))
    path = written(paper, fonts, tmp_path)
    assert paragraphs(path.read_bytes(), tmp_path) == list(Expected(paper).all())
    rows = run("pdffonts", path).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows), "embedded, subset, with text"


@pytest.mark.parametrize("languages", LOOKED_AT, ids="-".join)
def test_a_whole_life_comes_out_whole(languages: tuple[str, ...], office: Office, fonts: FontSet, tmp_path: Path) -> None:
    paper = office.paper(full_life(), PaperOrder(languages))
    path = written(paper, fonts, tmp_path)
    assert paragraphs(path.read_bytes(), tmp_path) == list(Expected(paper).all())
    assert "Layla" not in run("pdfinfo", path)
