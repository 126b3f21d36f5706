"""Every byte of a bundle matters: no flip and no cut goes unnoticed, and each is a foreseen failure."""

import io
from functools import cache
from pathlib import Path

import pytest

from s2w_desktop.bundle.writing import write_bundle_to
from s2w_desktop.domain.errors import BundleDamaged, NotABundle, S2wError
from tests.bundle.making import DEVICE_KEY, RECIPIENTS, envelope, read, revision_lines


@cache
def small_bundle() -> bytes:
    stream = io.BytesIO()
    write_bundle_to(stream, envelope=envelope(), recipients=RECIPIENTS, signing_key=DEVICE_KEY, lines=revision_lines(1))
    return stream.getvalue()


def test_the_bundle_is_sound_before_it_is_damaged() -> None:
    assert len(read(small_bundle()).lines) == 1


def test_every_flipped_byte_is_noticed() -> None:
    whole = small_bundle()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << (place % 8)
        with pytest.raises(S2wError):
            read(bytes(flipped))


def test_every_cut_is_noticed() -> None:
    whole = small_bundle()
    for size in range(1, len(whole)):
        with pytest.raises(S2wError):
            read(whole[:size])
    with pytest.raises(NotABundle):
        read(b"")


def test_every_byte_too_many_is_noticed() -> None:
    for more in (b"\0", b"x" * 16, small_bundle()):
        with pytest.raises(S2wError):
            read(small_bundle() + more)


def test_line_ends_that_were_changed_throughout_are_noticed_as_damage() -> None:
    stream = io.BytesIO()
    write_bundle_to(stream, envelope=envelope(), recipients=RECIPIENTS, signing_key=DEVICE_KEY, lines=revision_lines(3_000))
    whole = stream.getvalue()
    for old, new in ((b"\n", b"\r\n"), (b"\r\n", b"\n"), (b"\n", b"\r")):
        assert old in whole
        with pytest.raises(BundleDamaged):
            read(whole.replace(old, new))


def test_other_peoples_files_are_no_bundles() -> None:
    with pytest.raises(NotABundle):
        read(Path(__file__).read_bytes())
