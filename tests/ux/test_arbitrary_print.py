"""Arbitrary Unicode that stands on a paper is printed: nothing crashes, and no letter that a font has is missing."""

import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.answers import Words
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.domain.fields import FieldKind
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.scripts import Script
from s2w_desktop.pdf.text import IGNORABLE, REPLACEMENT, clean
from s2w_desktop.services.editing import EditingSession
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests.domain.anyone import any_text
from tests.services.places import RESOURCES, Place
from tests.soaking import cases
from tests.ux.test_arbitrary_text import HARD, HARDER

PRINTED = (
    "identity.given_names", "identity.family_names", "identity.name_original", "record.centre", "work_summary.main_occupation",
    "expectation.desired_occupation", "work.{entry}.title_own_words", "recommendation.{entry}.detail",
)  # fmt: skip
"""Every field of free text that the profile paper takes."""


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    with closing(Place(tmp_path_factory.mktemp("print") / "laptop", Role.FIELD).open()) as workplace:
        yield workplace


@pytest.fixture(scope="module")
def letters() -> frozenset[str]:
    """Every letter that a shipped font has."""
    fonts = FontSet(RESOURCES / "fonts")
    faces = {face for script in Script for is_bold in (False, True) for face in fonts.stack(script, is_bold=is_bold)}
    return frozenset().union(*(face.coverage for face in faces))


def with_text(laptop: Workplace, text: str) -> EditingSession:
    """An interview with the text in every field that is printed, as the inputs put it there."""
    session = laptop.interviews.begin_unkept(Pair("en", "ara"))
    entries = {section: session.add_entry(section) for section in ("work", "recommendation")}
    session.set_answer(f"recommendation.{entries['recommendation']}.type", "R01")
    for name in PRINTED:
        path = name.format(entry=entries.get(name.partition(".")[0]))
        is_words = QUESTIONNAIRE.spec(path).kind is FieldKind.WORDS
        session.set_answer(path, Words(text, "ara", text, "eng") if is_words else text)
    return session


def read_back(pdf: bytes, folder: Path) -> str:
    """All text of the paper as a reader program finds it, in the order of the structure."""
    if shutil.which("pdfinfo") is None:
        pytest.skip("pdfinfo is absent: install poppler-utils")
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdfinfo", "-struct-text", path], check=True, capture_output=True, encoding="utf-8").stdout


def visible(text: str) -> str:
    """What of a text leaves ink. Controls are a replacement where a text stands alone and a blank within a sentence.

    Marks that a control parts stand side by side without it, where their order means nothing: NFD gives one.
    """
    inked = (char for char in clean(text) if not (char.isspace() or char in IGNORABLE or char == REPLACEMENT))
    return unicodedata.normalize("NFD", "".join(inked))


def prints(laptop: Workplace, text: str, letters: frozenset[str], folder: Path) -> None:
    kept = cleaned(text).strip()
    if not kept:
        return
    without_font = {char for char in clean(kept) if visible(char) and char not in letters}
    session = with_text(laptop, kept)
    if without_font:
        with pytest.raises(MissingGlyphs):
            laptop.papers.profile_paper(session.profile.id, ("en", "ar"))
        prints(laptop, "".join(char for char in clean(kept) if char not in without_font), letters, folder)
        return
    # quotes go last: marks that they part would change places as soon as they stand side by side
    found = visible(read_back(laptop.papers.profile_paper(session.profile.id, ("en", "ar")), folder)).replace('"', "")
    ink = visible(kept).replace('"', "")
    assert found.count(ink) >= 8, ascii(ink)  # names, jobs, wishes and steps, in both languages


@pytest.mark.parametrize("text", [*HARD, *HARDER, "\u035c\u202a\u0300"], ids=ascii)
def test_a_hard_text_is_printed_whole_in_every_field(
    laptop: Workplace, letters: frozenset[str], tmp_path: Path, text: str
) -> None:
    prints(laptop, text, letters, tmp_path)


@given(text=any_text(40))
@settings(max_examples=cases(8, soaked=400), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_is_printed_whole_in_every_field(laptop: Workplace, letters: frozenset[str], tmp_path: Path, text: str) -> None:
    prints(laptop, text, letters, tmp_path)


@given(data=st.data())
@settings(max_examples=cases(8, soaked=400), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_of_letters_that_we_have_is_printed_whole(
    laptop: Workplace, letters: frozenset[str], tmp_path: Path, data: st.DataObject
) -> None:
    """Letters of all scripts beside each other, with joiners and marks of direction between them."""
    marks = st.sampled_from("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069 \u0301-(")
    text = data.draw(st.lists(st.sampled_from(sorted(letters)) | marks, min_size=1, max_size=40).map("".join))
    prints(laptop, text, letters, tmp_path)
