"""The everyday words for jobs that the program ships: every code exists, no word stands twice in a group, none is cut."""

import unicodedata
from pathlib import Path

import pytest

from s2w_desktop.domain.reference_errors import ReferenceFileDamaged
from s2w_desktop.paths import resources
from s2w_desktop.reference.job_words import job_words, languages_with_job_words
from s2w_desktop.reference.occupations import UNIT_GROUPS
from s2w_desktop.reference.spelling import spelled

FOLDER = resources() / "job_words"
PROMISED = ("ar", "ckb", "de", "en", "es", "fa", "fr", "it", "ps", "ru", "so", "ti", "tr", "uk")
FEWEST = 600


def test_the_promised_languages_are_there() -> None:
    assert set(PROMISED) <= set(languages_with_job_words(FOLDER))


@pytest.mark.parametrize("language", languages_with_job_words(FOLDER))
def test_every_word_names_a_group_that_exists(language: str) -> None:
    words = job_words(FOLDER, language)
    assert {word.isco08 for word in words} <= set(UNIT_GROUPS)
    assert len({spelled(word.word) for word in words}) >= FEWEST


@pytest.mark.parametrize("language", languages_with_job_words(FOLDER))
def test_words_are_plain_and_stand_once_in_a_group(language: str) -> None:
    words = job_words(FOLDER, language)
    assert len(set(words)) == len(words)
    bad = [w.word for w in words if w.word != w.word.strip() or set(w.word) & set('()[]/";|') or not spelled(w.word)]
    assert bad == []
    assert [w.word for w in words if unicodedata.normalize("NFC", w.word) != w.word] == []


def test_a_language_without_a_file_has_no_words(tmp_path: Path) -> None:
    assert job_words(tmp_path, "en") == ()


@pytest.mark.parametrize(
    ("content", "line"), [("", 1), ("code,word\n", 1), ("isco08,word\n7531,\n", 2), ("isco08,word\n7531,tailor\n7531\n", 3)]
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, content: str, line: int) -> None:
    (tmp_path / "xx.csv").write_text(content, "utf-8")
    with pytest.raises(ReferenceFileDamaged) as told:
        job_words(tmp_path, "xx")
    assert (told.value.file, told.value.line) == ("xx.csv", line)
