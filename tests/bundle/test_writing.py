"""Writing: whole and verified files, or none; equal input, equal content; constant memory."""

import errno
import hashlib
import io
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle.limits import KIB, STANDARD, Limits
from s2w_desktop.bundle.manifest import HeardBundle
from s2w_desktop.bundle.padding import padded_size
from s2w_desktop.bundle.part_file import PartFile
from s2w_desktop.bundle.reading import check_bundle
from s2w_desktop.bundle.records import record_line
from s2w_desktop.bundle.writing import Watch, WrittenBundle, file_names, write_bundle, write_bundle_to
from s2w_desktop.domain.erasing import ErasureReason, Tombstone
from s2w_desktop.domain.errors import (
    BundleTooLarge,
    Cancelled,
    DiskFull,
    FileTooLarge,
    ReadBackDiffers,
    S2wError,
    TargetExists,
    TargetGone,
    TargetReadOnly,
)
from s2w_desktop.domain.ids import BundleId
from tests.bundle.making import (
    BUNDLE,
    DEVICE_KEY,
    HQ,
    HQ_IDENTITY,
    OFFICE,
    RECIPIENTS,
    WRITTEN_AT,
    bundle_ids,
    decrypt,
    envelope,
    read,
    revision,
    revision_lines,
)


def write(
    folder: Path, lines: Iterator[bytes], *, limits: Limits = STANDARD, watch: Watch | None = None
) -> tuple[WrittenBundle, ...]:
    return write_bundle(
        folder,
        envelope=envelope(),
        recipients=RECIPIENTS,
        signing_key=DEVICE_KEY,
        lines=lines,
        new_bundle_id=bundle_ids().__next__,
        limits=limits,
        watch=watch or Watch(),
    )


def test_a_written_bundle_reads_back_and_is_what_was_promised(tmp_path: Path) -> None:
    (written,) = write(tmp_path, revision_lines(10))
    raw = written.path.read_bytes()
    assert list(tmp_path.iterdir()) == [tmp_path / "S2W-0190f3a1.s2w"]
    assert (written.size, written.sha256) == (len(raw), hashlib.sha256(raw).hexdigest())
    assert (written.counts.records, written.counts.revisions, written.seq) == (10, 10, 1)
    assert read(raw).lines == list(revision_lines(10))


def test_tombstones_and_what_was_heard_are_stated(tmp_path: Path) -> None:
    heard = (HeardBundle(device=HQ, epoch=2, seq=7),)
    tombstone = record_line(Tombstone(revision(1).profile, ErasureReason.REQUEST, WRITTEN_AT))
    (written,) = write_bundle(
        tmp_path,
        envelope=envelope(heard=heard),
        recipients=RECIPIENTS,
        signing_key=DEVICE_KEY,
        lines=[*revision_lines(2), tombstone],
        new_bundle_id=bundle_ids().__next__,
    )
    assert (written.counts.records, written.counts.revisions, written.counts.tombstones) == (3, 2, 1)
    raw = written.path.read_bytes()
    checked = check_bundle(io.BytesIO(raw), identities=[HQ_IDENTITY], place=OFFICE)
    assert checked.manifest.heard == heard
    assert read(raw).lines == [*revision_lines(2), tombstone]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    (written,) = write(tmp_path, revision_lines(1))
    assert stat.S_IMODE(written.path.stat().st_mode) == 0o600


def test_equal_records_and_envelope_give_equal_content() -> None:
    first, second = stream_of(revision_lines(500)), stream_of(revision_lines(500))
    assert decrypt(first) == decrypt(second)
    assert first != second


def stream_of(lines: Iterator[bytes], limits: Limits = STANDARD) -> bytes:
    stream = io.BytesIO()
    write_bundle_to(stream, envelope=envelope(), recipients=RECIPIENTS, signing_key=DEVICE_KEY, lines=lines, limits=limits)
    return stream.getvalue()


def test_the_size_inside_is_a_padme_size() -> None:
    for count in (1, 50, 500):
        inside = len(decrypt(stream_of(revision_lines(count))))
        assert padded_size(inside) == inside
        assert inside % 512 == 0


def test_many_members_are_written_and_read_in_order() -> None:
    limits = replace(STANDARD, packed_raw=5000)
    collected = read(stream_of(revision_lines(200), limits))
    assert collected.lines == list(revision_lines(200))
    assert collected.numbers == list(range(1, 201))


def test_a_large_export_becomes_consecutive_bundles(tmp_path: Path) -> None:
    limits = replace(STANDARD, bundle=24 * KIB, packed_raw=4000)
    written = write(tmp_path, revision_lines(100), limits=limits)
    assert len(written) > 2
    assert [bundle.seq for bundle in written] == list(range(1, len(written) + 1))
    assert all(bundle.size <= limits.bundle for bundle in written)
    assert len({bundle.bundle for bundle in written}) == len(written)
    found = [line for bundle in written for line in read(bundle.path.read_bytes(), limits=limits).lines]
    assert found == list(revision_lines(100))


def test_each_bundle_names_the_manifest_before_it(tmp_path: Path) -> None:
    limits = replace(STANDARD, bundle=24 * KIB, packed_raw=4000)
    previous = ""
    for bundle in write(tmp_path, revision_lines(100), limits=limits):
        with bundle.path.open("rb") as file:
            checked = check_bundle(file, identities=[HQ_IDENTITY], place=OFFICE)
        assert checked.manifest.previous == previous
        assert checked.manifest_sha256 == bundle.manifest_sha256
        previous = bundle.manifest_sha256


def test_a_stream_takes_one_bundle_only() -> None:
    with pytest.raises(BundleTooLarge):
        stream_of(revision_lines(100), replace(STANDARD, bundle=24 * KIB, packed_raw=4000))


def test_a_limit_that_not_even_one_member_fits_is_told(tmp_path: Path) -> None:
    with pytest.raises(BundleTooLarge):
        write(tmp_path, revision_lines(1), limits=replace(STANDARD, bundle=1000))
    assert not list(tmp_path.iterdir())


def test_a_line_that_is_none_is_a_mistake_of_the_program(tmp_path: Path) -> None:
    for line in (b"two\nlines", bytes(300 * KIB)):
        with pytest.raises(ValueError, match="not a line"):
            write(tmp_path, iter([line]))
    assert not list(tmp_path.iterdir())


def test_two_bundles_of_one_minute_get_different_names(tmp_path: Path) -> None:
    short, long = file_names(BUNDLE)
    assert write(tmp_path, revision_lines(1))[0].path.name == short
    assert write(tmp_path, revision_lines(1))[0].path.name == long
    with pytest.raises(TargetExists):
        write(tmp_path, revision_lines(1))
    assert {path.name for path in tmp_path.iterdir()} == {short, long}


def test_nothing_is_visible_before_the_ledger_has_noted_it(tmp_path: Path) -> None:
    seen: list[Sequence[WrittenBundle]] = []

    def note(made: Sequence[WrittenBundle]) -> None:
        assert all(path.name.endswith(".part") for path in tmp_path.iterdir())
        seen.append(made)

    written = write(tmp_path, revision_lines(5), watch=Watch(before_visible=note))
    assert tuple(seen[0]) == written


def test_a_ledger_that_fails_takes_the_export_back(tmp_path: Path) -> None:
    def fail(_made: Sequence[WrittenBundle]) -> None:
        raise DiskFull

    with pytest.raises(DiskFull):
        write(tmp_path, revision_lines(5), watch=Watch(before_visible=fail))
    assert not list(tmp_path.iterdir())


def test_a_person_can_stop_the_export(tmp_path: Path) -> None:
    progress: list[int] = []
    watch = Watch(progress=progress.append, is_cancelled=lambda: len(progress) > 2)
    with pytest.raises(Cancelled):
        write(tmp_path, revision_lines(5000), watch=watch)
    assert progress == [0, 256, 512]
    assert not list(tmp_path.iterdir())


def test_a_failure_while_records_are_fetched_leaves_nothing(tmp_path: Path) -> None:
    def lines() -> Iterator[bytes]:
        yield from revision_lines(100)
        raise LookupError

    with pytest.raises(LookupError):
        write(tmp_path, lines())
    assert not list(tmp_path.iterdir())


def test_a_medium_known_to_be_full_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        write(tmp_path, revision_lines(10), watch=Watch(free_space=lambda _folder: 100))
    assert not list(tmp_path.iterdir())


FAULTS = ((errno.ENOSPC, DiskFull), (errno.EFBIG, FileTooLarge), (errno.EIO, TargetGone), (errno.EROFS, TargetReadOnly))


@pytest.mark.parametrize("offset", range(0, 180_600, 9_500))
@pytest.mark.parametrize(("number", "failure"), FAULTS)
def test_a_disk_that_fails_at_any_byte_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offset: int, number: int, failure: type[S2wError]
) -> None:
    class Failing(io.FileIO):
        """A file on a medium that takes so many bytes."""

        def write(self, data: object, /) -> int:
            room = offset - self.tell()
            if room <= 0:
                raise OSError(number, "injected")
            assert isinstance(data, memoryview)
            return super().write(data[:room])

    monkeypatch.setattr(io, "FileIO", Failing)
    incompressible = (b'"%s"' % hashlib.sha256(b"%d" % n).hexdigest().encode() for n in range(4000))
    with pytest.raises(failure):
        write(tmp_path, incompressible, limits=replace(STANDARD, packed_raw=20_000))
    assert not list(tmp_path.iterdir())


def test_a_medium_that_returns_other_bytes_is_noticed(tmp_path: Path) -> None:
    part = PartFile(tmp_path)

    def spoil() -> None:
        with part.writing() as writer:
            writer.write(b"what was written")
            part.path.write_bytes(b"what was stored!")

    with pytest.raises(ReadBackDiffers):
        spoil()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_disappears_while_writing_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def lines() -> Iterator[bytes]:
        yield from revision_lines(300)
        shutil.rmtree(folder)

    with pytest.raises(TargetGone):
        write(folder, lines())


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetGone):
        write(tmp_path / "nowhere", revision_lines(1))


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(S2wError):
        write(tmp_path / "file", revision_lines(1))


ROOT = sys.platform == "linux" and os.geteuid() == 0


@pytest.fixture
def tiny_medium(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 KiB."""
    folder = tmp_path / "medium"
    folder.mkdir()
    if not ROOT or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], check=False).returncode:
        pytest.skip("mounting a small file system needs root")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_real_disk_that_is_full_is_told_and_left_as_it_was(tiny_medium: Path) -> None:
    (tiny_medium / "older.s2w").write_bytes(b"older")
    incompressible = (b'"%s"' % hashlib.sha256(b"%d" % n).hexdigest().encode() for n in range(4000))
    with pytest.raises(DiskFull):
        write(tiny_medium, incompressible)
    assert [path.name for path in tiny_medium.iterdir()] == ["older.s2w"]


def test_a_real_medium_that_is_read_only_is_told(tiny_medium: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", tiny_medium], check=True)
    with pytest.raises(TargetReadOnly):
        write(tiny_medium, revision_lines(1))


def test_media_without_links_get_their_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_paths: object) -> None:
        raise OSError(errno.EPERM, "FAT")

    monkeypatch.setattr(os, "link", no_links)
    short, long = file_names(BUNDLE)
    assert [write(tmp_path, revision_lines(1))[0].path.name for _ in range(2)] == [short, long]
    assert {path.name for path in tmp_path.iterdir()} == {short, long}


ROOT_FOLDER = Path(__file__).parents[2]
MEMORY = """
import itertools, resource, sys
from pathlib import Path
from tests.bundle.test_writing import write
from tests.bundle.making import revision_lines
line = list(revision_lines(50))
write(Path(sys.argv[1]), itertools.islice(itertools.cycle(line), int(sys.argv[2])))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="measures with Linux's figures")
def test_memory_stays_flat_however_many_records(tmp_path: Path) -> None:
    def peak_kib(records: int) -> int:
        folder = tmp_path / str(records)
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", MEMORY, folder, str(records)],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT_FOLDER,
        )
        return int(done.stdout)

    assert peak_kib(60_000) < peak_kib(3_000) + 12 * KIB


def test_a_name_that_was_claimed_is_given_back_when_the_medium_fails_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_paths: object) -> None:
        raise OSError(errno.EPERM, "FAT")

    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(TargetReadOnly):
        write(tmp_path, revision_lines(1))
    assert not list(tmp_path.iterdir())


def test_a_pipe_that_nobody_reads_is_told() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as stream, pytest.raises(TargetGone):
        write_bundle_to(stream, envelope=envelope(), recipients=RECIPIENTS, signing_key=DEVICE_KEY, lines=revision_lines(1))


def test_a_bundle_id_gives_a_name_without_personal_data() -> None:
    assert file_names(BundleId(BUNDLE)) == ("S2W-0190f3a1.s2w", "S2W-0190f3a1-44444444.s2w")
