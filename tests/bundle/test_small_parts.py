"""Padding, fingerprints, spool and the look from outside."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s2w_desktop.bundle.fingerprint import fingerprint_words, words_match
from s2w_desktop.bundle.inspection import Outside, look_outside
from s2w_desktop.bundle.limits import STANDARD
from s2w_desktop.bundle.padding import padded_size
from s2w_desktop.bundle.spool import spooled
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge, FileUnreadable, NewerFormat, NotABundle
from tests.bundle.making import DEVICE_KEY, RECIPIENTS, encrypt

WORDS = [f"word{number}" for number in range(2048)]


@settings(deadline=None)
@given(st.integers(2, 2**40))
def test_padding_costs_at_most_twelve_per_cent_and_is_stable(length: int) -> None:
    padded = padded_size(length)
    assert length <= padded <= length * 1.12
    assert padded_size(padded) == padded


@settings(deadline=None)
@given(st.integers(1, 2**31))
def test_a_padded_tar_stays_a_tar(blocks: int) -> None:
    assert padded_size(blocks * 512) % 512 == 0


@pytest.mark.parametrize(("length", "padded"), [(0, 0), (1, 1), (9, 10), (1000, 1024), (10_000, 10_240), (1_000_000, 1_015_808)])
def test_padding_is_padme(length: int, padded: int) -> None:
    assert padded_size(length) == padded


def test_six_words_stand_for_the_keys_in_any_order() -> None:
    words = fingerprint_words(signing_key=DEVICE_KEY.public_text, recipients=RECIPIENTS, words=WORDS)
    assert len(words) == 6
    assert words == fingerprint_words(signing_key=DEVICE_KEY.public_text, recipients=RECIPIENTS[::-1], words=WORDS)
    assert words != fingerprint_words(signing_key=DEVICE_KEY.public_text, recipients=RECIPIENTS[:1], words=WORDS)


def test_fingerprints_stay_what_they_were() -> None:
    words = fingerprint_words(signing_key="RWQ", recipients=["age1a", "age1b"], words=WORDS)
    assert " ".join(words) == "word1200 word903 word317 word1895 word1830 word841"


def test_a_list_of_another_length_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="2048"):
        fingerprint_words(signing_key="RWQ", recipients=[], words=WORDS[:-1])


@pytest.mark.parametrize("typed", ["alpha beta", " Alpha  BETA ", "alpha-beta", "alpha, beta.", "alpha\nbeta"])
def test_words_match_however_they_are_typed(typed: str) -> None:
    assert words_match(("alpha", "beta"), typed)


@pytest.mark.parametrize("typed", ["", "alpha", "beta alpha", "alphabeta", "alpha beta gamma"])
def test_other_words_do_not_match(typed: str) -> None:
    assert not words_match(("alpha", "beta"), typed)


@pytest.mark.parametrize("as_stream", [True, False])
def test_a_spool_is_a_copy_that_goes_away(tmp_path: Path, as_stream: bool) -> None:
    source, folder = tmp_path / "source", tmp_path / "spool"
    source.write_bytes(b"hello")
    folder.mkdir()
    with spooled(io.BytesIO(b"hello") if as_stream else source, folder) as copy:
        assert copy.path.read_bytes() == b"hello"
        assert copy.size == 5
        assert copy.sha256 == "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    assert not list(folder.iterdir())


def test_a_file_over_the_limit_is_not_spooled(tmp_path: Path) -> None:
    with (
        pytest.raises(BundleTooLarge),
        spooled(io.BytesIO(b"hello"), tmp_path, limits=replace(STANDARD, bundle=4)),
    ):
        pass
    assert not list(tmp_path.iterdir())


def test_what_is_no_file_is_not_spooled(tmp_path: Path) -> None:
    for source in (tmp_path, tmp_path / "nowhere", Path(os.devnull)):
        with pytest.raises(FileUnreadable), spooled(source, tmp_path):
            pass
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_pipe_under_the_name_of_a_bundle_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "S2W-0190f3a1.s2w")
    with pytest.raises(FileUnreadable), spooled(tmp_path / "S2W-0190f3a1.s2w", tmp_path):
        pass


def test_the_outside_tells_size_and_number_of_keys_only(tmp_path: Path) -> None:
    raw = encrypt(b"hello")
    (tmp_path / "bundle").write_bytes(raw)
    assert look_outside(tmp_path / "bundle") == Outside(len(raw), 2)


def test_the_outside_of_other_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(FileUnreadable):
        look_outside(path)
    for raw, failure in (
        (b"", NotABundle),
        (b"PK", NotABundle),
        (encrypt(b"")[:100], BundleDamaged),
        (b"age-encryption.org/v2\n", NewerFormat),
    ):
        path.write_bytes(raw)
        with pytest.raises(failure):
            look_outside(path)
    path.write_bytes(encrypt(bytes(100)))
    with pytest.raises(BundleTooLarge):
        look_outside(path, limits=replace(STANDARD, bundle=100))
