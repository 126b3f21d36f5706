"""The reader in its own process: what it hands over, and that it dies alone."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle import frames, process
from s2w_desktop.bundle.frames import Request
from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.process import open_bundle
from s2w_desktop.bundle.reading import Batch, KnownSender, Place, Reject
from s2w_desktop.bundle.record_types import Reason
from s2w_desktop.bundle.records import revision_from_valid_line
from s2w_desktop.domain.errors import (
    BundleDamaged,
    FileUnreadable,
    NewerFormat,
    NotABundle,
    RevokedSender,
    S2wError,
    TrainingBundle,
    UnknownSender,
    WrongKind,
    WrongRecipient,
)
from tests.bundle.making import (
    BUNDLE,
    DEVICE,
    DEVICE_KEY,
    HQ_IDENTITY,
    OFFICE,
    Stored,
    encrypt,
    forge,
    numbered,
    packed,
    revision,
    revision_lines,
)
from tests.bundle.test_blobs import PNG, counted, named, rising
from tests.bundle.test_hostile_contents import bomb

GOOD = list(revision_lines(3))
LONG = list(revision_lines(2900))
ROOT = Path(__file__).parents[2]


@pytest.fixture
def spool(tmp_path: Path) -> Callable[[bytes], Path]:
    """Puts bytes where the reader finds them."""

    def put(raw: bytes) -> Path:
        path = tmp_path / "spool"
        path.write_bytes(raw)
        return path

    return put


def all_of(path: Path, *, place: Place = OFFICE, limits: Limits = STANDARD) -> list[Batch]:
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=place, limits=limits) as reading:
        return list(reading.batches())


def test_a_bundle_comes_through_with_its_manifest_and_its_records(spool: Callable[[bytes], Path]) -> None:
    path = spool(forge(members=[packed([GOOD[0], b"{", GOOD[2]])], records=3))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        assert (reading.manifest.bundle, reading.manifest.device) == (BUNDLE, DEVICE)
        assert reading.manifest.kind is Kind.PROFILES
        assert not reading.is_self_signed
        (batch,) = reading.batches()
    assert batch == Batch((1, 3), (GOOD[0], GOOD[2]), (Reject(2, Reason.NOT_JSON, None, b"{"),))
    assert revision_from_valid_line(batch.lines[0]) == revision(1)


def test_leaving_after_the_manifest_stops_the_reader(spool: Callable[[bytes], Path]) -> None:
    path = spool(forge(members=[packed(list(revision_lines(3000)))], records=3000))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        assert reading.manifest.counts.records == 3000


def test_each_refusal_keeps_its_meaning_across_the_pipe(spool: Callable[[bytes], Path]) -> None:
    sound = forge(members=[packed(GOOD)], records=3)
    later = forge(members=[packed(GOOD)], records=3, manifest=lambda plain: plain.update(format="s2w-bundle/2"))
    revoked = replace(OFFICE, senders=(KnownSender(DEVICE, DEVICE_KEY.public_text, revoked=True),))
    expected: list[tuple[bytes, Place, type[S2wError]]] = [
        (b"hello", OFFICE, NotABundle),
        (sound[:-1], OFFICE, BundleDamaged),
        (later, OFFICE, NewerFormat),
        (sound, replace(OFFICE, senders=()), UnknownSender),
        (sound, revoked, RevokedSender),
        (sound, replace(OFFICE, training=False), TrainingBundle),
        (sound, replace(OFFICE, kinds=frozenset({Kind.RECEIPT})), WrongKind),
    ]
    for raw, place, failure in expected:
        with pytest.raises(failure):
            all_of(spool(raw), place=place)
    with pytest.raises(WrongRecipient), open_bundle(spool(sound), identities=[OTHER], place=OFFICE):
        pass


OTHER = "AGE-SECRET-KEY-1GEFHCUYP9AHDQWXYVX27HAP2Y8R7NUP3HNRTXZ0XAHF5ZP47UXNSK2U7AJ"


def test_a_spool_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        all_of(tmp_path / "nowhere")


def test_what_was_handed_over_before_a_lie_is_followed_by_a_failure(spool: Callable[[bytes], Path]) -> None:
    lines = list(revision_lines(2000))
    path = spool(forge(members=[packed(lines), Stored("records-0002.jsonl.gz", bomb(50), 49)], records=2001))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        batches = reading.batches()
        assert next(batches).lines
        with pytest.raises(BundleDamaged):
            list(batches)


def test_two_readers_of_a_large_bundle_hand_over_what_one_would(
    spool: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [line if number % 700 else b"{" for number, line in enumerate(LONG)]
    copies = rising(PNG, b"no picture")
    path = spool(forge(members=[packed(lines), *copies], records=2900, manifest=counted(2)))
    by_two = all_of(path)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert by_two == all_of(path)
    assert [number for batch in by_two for number in batch.numbers] == [n + 1 for n in range(2900) if n % 700]
    assert [reject.line for batch in by_two for reject in batch.rejects] == [
        1,
        701,
        1401,
        2101,
        2801,
        2901 + copies.index(named(b"no picture")),
    ]


@pytest.mark.parametrize("change", [{"revisions": 2899}, {"revisions": 2898, "tombstones": 2}])
def test_numbers_that_two_readers_do_not_find_together_are_a_damaged_bundle(
    spool: Callable[[bytes], Path], change: dict[str, int]
) -> None:
    path = spool(forge(members=[packed(LONG)], records=2900, manifest=lambda plain: plain["counts"].update(change)))
    with pytest.raises(BundleDamaged):
        all_of(path)


def test_a_file_that_becomes_another_before_the_second_reader_opens_it_is_a_damaged_bundle(
    spool: Callable[[bytes], Path],
) -> None:
    one, other = (forge(members=[packed(lines)], records=2900) for lines in (LONG, LONG[::-1]))
    path = spool(one)
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        path.unlink()
        spool(other)
        with pytest.raises(BundleDamaged):
            list(reading.batches())


@pytest.mark.parametrize("program", ["import sys; sys.exit(3)", "print('nonsense' * 10)", "pass"])
def test_a_reader_that_breaks_down_is_a_damaged_bundle(
    spool: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", program])
    with pytest.raises(BundleDamaged):
        all_of(spool(b""))


def test_the_reader_starts_from_any_folder(
    spool: Callable[[bytes], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a module from the stick')")
    monkeypatch.chdir(tmp_path)
    assert len(all_of(spool(forge(members=[packed(GOOD)], records=3)))[0].lines) == 3


def test_a_frozen_program_starts_itself_as_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process._command() == [sys.executable, "--bundle-reader"]


def test_a_request_keeps_its_secrets_to_itself() -> None:
    request = Request(Path("/spool"), (HQ_IDENTITY.text,), OFFICE, STANDARD)
    assert Request.decoded(request.encoded()) == request
    assert HQ_IDENTITY.text not in repr(request)


BATCHES = [
    Batch((), (), ()),
    Batch((1, 2), (b"{}", b"{}"), ()),
    Batch((), (), (Reject(1, Reason.CUT, None, b""), Reject(2, Reason.BAD_SHAPE, numbered("a"), b"\n\0\xff"))),
]


@pytest.mark.parametrize("batch", BATCHES)
def test_batches_survive_the_pipe(batch: Batch) -> None:
    assert frames.decode_batch(frames.encode_batch(batch)) == batch


MEMORY = """
import sys
from pathlib import Path
from s2w_desktop.bundle.process import open_bundle
from s2w_desktop.bundle.records import revision_from_valid_line
from tests.bundle.making import HQ_IDENTITY, OFFICE
def peak(process):  # not getrusage, which begins with the peak of whoever started the process
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
with open_bundle(Path(sys.argv[1]), identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
    reader, count, highest = reading._answers.child._process.pid, 0, 0
    for batch in reading.batches():
        count += len([revision_from_valid_line(line) for line in batch.lines])
        highest = max(highest, peak(reader))
print(count, peak("self"), highest)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="measures with Linux's figures")
def test_memory_of_both_processes_stays_flat_however_many_records(spool: Callable[[bytes], Path]) -> None:
    few, many = peaks(spool, 3_000), peaks(spool, 60_000)
    assert many[0] < few[0] + 12 * 1024
    assert many[1] < few[1] + 12 * 1024


def peaks(spool: Callable[[bytes], Path], records: int) -> Sequence[int]:
    """Peak memory of parent and reader in KiB."""
    lines = list(revision_lines(1000))
    members = [packed(lines, number=number) for number in range(1, records // 1000 + 1)]
    path = spool(forge(members=members, records=records))
    done = subprocess.run([sys.executable, "-c", MEMORY, path], capture_output=True, text=True, check=True, cwd=ROOT)
    count, *peak = (int(figure) for figure in done.stdout.split())
    assert count == records
    return peak


def test_an_unsealed_file_is_no_bundle(spool: Callable[[bytes], Path]) -> None:
    with pytest.raises(BundleDamaged):
        all_of(spool(encrypt(b"not a tar file" * 100)))
