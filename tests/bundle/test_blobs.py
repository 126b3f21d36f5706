"""Copies of documents in bundles: written once each, hashed, sniffed, never decoded; one that is refused stops nothing else."""

import hashlib
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.bundle.limits import MIB, STANDARD, Limits
from s2w_desktop.bundle.process import open_bundle
from s2w_desktop.bundle.reading import Batch, check_bundle, read_records
from s2w_desktop.bundle.writing import BlobToSend, Watch, WrittenBundle, write_bundle, write_bundle_to
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge, Cancelled, S2wError
from s2w_desktop.domain.files import MOST_FILE_BYTES, Blob, FileKind
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from tests.bundle.making import (
    DEVICE_KEY,
    HQ_IDENTITY,
    OFFICE,
    RECIPIENTS,
    Stored,
    bundle_ids,
    envelope,
    forge,
    packed,
    revision_lines,
)
from tests.bundle.tools import run

GOOD = list(revision_lines(3))
PDF, JPEG, PNG = b"%PDF-1.4 " + bytes(700), b"\xff\xd8\xff" + bytes(600), b"\x89PNG\r\n\x1a\n" + bytes(500)
Change = Callable[[dict[str, Any]], None]


def named(content: bytes) -> Stored:
    return Stored(f"blobs/{hashlib.sha256(content).hexdigest()}", content, len(content))


def rising(*contents: bytes) -> list[Stored]:
    """The members of copies in the order of their names."""
    return sorted((named(content) for content in contents), key=lambda one: one.name)


def counted(blobs: int) -> Change:
    def change(manifest: dict[str, Any]) -> None:
        manifest["counts"]["blobs"] = blobs

    return change


def bundle(contents: Iterable[bytes], lines: Sequence[bytes] = GOOD) -> bytes:
    """Truly signed, with copies as they stand."""
    blobs = rising(*contents)
    return forge(members=[packed(lines), *blobs], records=len(lines), manifest=counted(len(blobs)))


def batches_of(raw: bytes, limits: Limits = STANDARD) -> list[Batch]:
    file, taken = io.BytesIO(raw), list[Batch]()
    checked = check_bundle(file, identities=[HQ_IDENTITY], place=OFFICE, limits=limits)
    read_records(file, checked=checked, identities=[HQ_IDENTITY], questionnaire=QUESTIONNAIRE, take=taken.append, limits=limits)
    return taken


def blobs_of(batches: Iterable[Batch]) -> dict[str, Blob]:
    return {blob.sha256: blob for batch in batches for blob in batch.blobs}


def rejects_of(batches: Iterable[Batch]) -> list[tuple[int, str]]:
    return [(reject.line, reject.reason.value) for batch in batches for reject in batch.rejects]


def to_send(*contents: bytes) -> list[BlobToSend]:
    return [BlobToSend(hashlib.sha256(one).hexdigest(), len(one), lambda one=one: one) for one in contents]  # type: ignore[misc]  # binds now


def write(folder: Path, blobs: Sequence[BlobToSend], *, limits: Limits = STANDARD, lines: int = 2) -> tuple[WrittenBundle, ...]:
    return write_bundle(
        folder,
        envelope=envelope(),
        recipients=RECIPIENTS,
        signing_key=DEVICE_KEY,
        lines=revision_lines(lines),
        blobs=blobs,
        new_bundle_id=bundle_ids().__next__,
        limits=limits,
    )


def test_copies_come_through_with_their_kinds_after_the_records(tmp_path: Path) -> None:
    path = tmp_path / "bundle"
    path.write_bytes(bundle([PDF, JPEG, PNG]))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        batches = list(reading.batches())
    assert [len(batch.lines) for batch in batches] == [3, 0, 0, 0]
    assert {(blob.kind, blob.content) for blob in blobs_of(batches).values()} == {
        (FileKind.PDF, PDF),
        (FileKind.JPEG, JPEG),
        (FileKind.PNG, PNG),
    }
    assert all(hashlib.sha256(blob.content).hexdigest() == name for name, blob in blobs_of(batches).items())


def test_what_was_written_comes_back_and_opens_with_standard_tools(tmp_path: Path) -> None:
    large = b"%PDF-" + bytes(range(256)) * 8_000
    (made,) = write(tmp_path, to_send(large, JPEG, PNG))
    assert made.counts.blobs == 3
    assert list(made.blobs) == sorted(made.blobs)
    assert {blob.content for blob in blobs_of(batches_of(made.path.read_bytes())).values()} == {large, JPEG, PNG}
    (tmp_path / "identity.txt").write_text(HQ_IDENTITY.text + "\n", encoding="ascii")
    folder = tmp_path / "opened"
    folder.mkdir()
    run(["age", "--decrypt", "-i", "identity.txt", "-o", "inside.tar", made.path.name], tmp_path)
    run(["tar", "xf", "../inside.tar"], folder)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    listed = "".join(f"{one['sha256']}  {one['name']}\n" for one in manifest["members"])
    (folder / "sums").write_text(listed, encoding="ascii")
    checked = run(["sha256sum", "--check", "sums"], folder)
    assert checked.count(": OK") == 5
    assert sorted(path.name for path in (folder / "blobs").iterdir()) == list(made.blobs)


def test_copies_go_on_in_a_further_file_when_one_would_be_too_large(tmp_path: Path) -> None:
    pieces = [b"%PDF-" + bytes([number]) * 300_000 for number in range(6)]
    written = write(tmp_path, to_send(*pieces), limits=replace(STANDARD, bundle=MIB))
    assert len(written) > 1
    assert [one.seq for one in written] == list(range(1, len(written) + 1))
    assert sum(one.counts.records for one in written) == 2
    found = [blobs_of(batches_of(one.path.read_bytes())) for one in written]
    assert sum(len(one) for one in found) == 6
    assert {blob.content for one in found for blob in one.values()} == set(pieces)
    assert all(one.size <= MIB for one in written)


def test_a_copy_that_fits_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BundleTooLarge):
        write(tmp_path, to_send(b"%PDF-" + bytes(2 * MIB)), limits=replace(STANDARD, bundle=MIB), lines=0)
    assert not list(tmp_path.iterdir())


def test_a_copy_that_is_not_what_its_name_says_is_never_written(tmp_path: Path) -> None:
    for wrong in (BlobToSend("0" * 64, len(PDF), lambda: PDF), replace(to_send(PDF)[0], size=3)):
        with pytest.raises(ValueError, match="not what its name says"):
            write(tmp_path, [wrong])
        assert not list(tmp_path.iterdir())


def test_writing_stops_between_copies_when_asked(tmp_path: Path) -> None:
    fetched: list[bytes] = []

    def noting(blob: BlobToSend) -> Callable[[], bytes]:
        return lambda: fetched.append(b"") or blob.fetch()  # type: ignore[func-returns-value]  # None, so the copy follows

    with pytest.raises(Cancelled):
        write_bundle(
            tmp_path,
            envelope=envelope(),
            recipients=RECIPIENTS,
            signing_key=DEVICE_KEY,
            lines=[],
            blobs=[replace(one, fetch=noting(one)) for one in to_send(PDF, PNG)],
            new_bundle_id=bundle_ids().__next__,
            watch=Watch(is_cancelled=lambda: bool(fetched)),
        )
    assert len(fetched) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "blob_kind"),
        (b"hello", "blob_kind"),
        (b"GIF89a" + bytes(100), "blob_kind"),
        (b" %PDF-1.4", "blob_kind"),
        (b"%PDF-" + bytes(MOST_FILE_BYTES), "blob_too_large"),
    ],
)
def test_a_copy_that_is_none_is_put_aside_and_the_others_go_through(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "bundle"
    path.write_bytes(bundle([content, PDF]))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        batches = list(reading.batches())
    assert sum(len(batch.lines) for batch in batches) == 3
    assert [blob.content for blob in blobs_of(batches).values()] == [PDF]
    ((number, said),) = rejects_of(batches)
    assert said == reason
    assert number in (4, 5)  # after the three lines, by the order of the names


def test_a_copy_as_large_as_one_may_be_is_taken(tmp_path: Path) -> None:
    whole = b"%PDF-" + bytes(MOST_FILE_BYTES - 5)
    path = tmp_path / "bundle"
    path.write_bytes(bundle([whole]))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        assert [blob.content for blob in blobs_of(reading.batches()).values()] == [whole]


NAME = hashlib.sha256(PDF).hexdigest()
BROKEN: dict[str, tuple[Callable[[], bytes], type[S2wError]]] = {
    "wrong hash": (lambda: _forged([Stored("blobs/" + "0" * 64, PDF, len(PDF))], 1), BundleDamaged),
    "the same twice": (lambda: _forged([named(PDF), named(PDF)], 2), BundleDamaged),
    "names that fall": (
        lambda: _forged(sorted([named(PDF), named(PNG)], key=lambda one: one.name, reverse=True), 2),
        BundleDamaged,
    ),
    "fewer than promised": (lambda: _forged([named(PDF)], 2), BundleDamaged),
    "more than promised": (lambda: _forged([named(PDF)], 0), BundleDamaged),
    "a size that lies": (lambda: _forged([replace(named(PDF), raw_size=5)], 1), BundleDamaged),
    "a path upwards": (lambda: _forged([Stored(f"blobs/../{NAME}", PDF, len(PDF))], 1), BundleDamaged),
    "a path from the root": (lambda: _forged([Stored(f"/blobs/{NAME}", PDF, len(PDF))], 1), BundleDamaged),
    "a folder deeper": (lambda: _forged([Stored(f"blobs/x/{NAME}"[:99], PDF, len(PDF))], 1), BundleDamaged),
    "capitals": (lambda: _forged([Stored(f"blobs/{NAME.upper()}", PDF, len(PDF))], 1), BundleDamaged),
    "a name with an ending": (lambda: _forged([Stored(f"blobs/{NAME}.pdf", PDF, len(PDF))], 1), BundleDamaged),
    "a name with a line end": (lambda: _forged([Stored(f"blobs/{NAME}\n", PDF, len(PDF))], 1), BundleDamaged),
    "no name": (lambda: _forged([Stored("blobs/", PDF, len(PDF))], 1), BundleDamaged),
    "over twenty megabytes": (lambda: _forged([named(bytes(20 * MIB + 1))], 1), BundleTooLarge),
    "in a receipt": (lambda: _forged([named(PDF)], 1, kind="receipt"), S2wError),
    "in an enrolment": (lambda: _forged([named(PDF)], 1, kind="enrol"), BundleDamaged),
}


def _forged(blobs: Sequence[Stored], count: int, kind: str = "profiles") -> bytes:
    def change(manifest: dict[str, Any]) -> None:
        manifest["counts"]["blobs"] = count
        manifest["kind"] = kind

    return forge(members=[packed(GOOD[:1]), *blobs], records=1, manifest=change)


@pytest.mark.parametrize("name", BROKEN)
def test_a_bundle_with_copies_that_break_the_format_is_refused_whole(name: str) -> None:
    make, failure = BROKEN[name]
    with pytest.raises(failure):
        batches_of(make())


def test_every_flip_and_cut_in_a_copy_is_noticed() -> None:
    stream = io.BytesIO()
    write_bundle_to(stream, envelope=envelope(), recipients=RECIPIENTS, signing_key=DEVICE_KEY, lines=[], blobs=to_send(PDF))
    whole = stream.getvalue()
    assert blobs_of(batches_of(whole))
    for place in range(0, len(whole), 7):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << (place % 8)
        for broken in (bytes(flipped), whole[:place]):
            with pytest.raises(S2wError):
                batches_of(broken)


@given(st.lists(st.binary(max_size=400), max_size=5, unique=True))
def test_whatever_lies_in_a_copy_it_is_taken_whole_or_put_aside(contents: list[bytes]) -> None:
    started = [(b"", b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")[len(one) % 4] + one for one in contents]
    distinct = set(started)
    batches = batches_of(bundle(distinct))
    taken = {blob.content for blob in blobs_of(batches).values()}
    assert taken <= distinct
    assert len(taken) + len(rejects_of(batches)) == len(distinct)
    assert sum(len(batch.lines) for batch in batches) == 3
