"""The limits of the reader's process, each shown by a bundle or an act that passes when the limit is taken out.

That of processor time, which takes the longest, is shown in tests/services/test_hostile_bundles.py.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle import process
from s2w_desktop.bundle.limits import GIB, KIB, MIB, STANDARD, Limits
from s2w_desktop.bundle.process import BundleReading, open_bundle
from s2w_desktop.bundle.records import record_line
from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.erasing import ErasureReason, Tombstone
from s2w_desktop.domain.errors import BundleTooLarge
from tests.bundle.making import HQ_IDENTITY, OFFICE, RECOVERY_IDENTITY, WRITTEN_AT, forge, packed, revision, revision_lines
from tests.bundle.test_hostile_contents import HOSTILE_LINES
from tests.bundle.test_records import BAD_SMALL, SMALL

ROOT = Path(__file__).parents[2]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="other systems limit less")
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")


@pytest.fixture
def spool(tmp_path: Path) -> Callable[[bytes], Path]:
    """Puts bytes where the reader finds them."""

    def put(raw: bytes) -> Path:
        path = tmp_path / "spool"
        path.write_bytes(raw)
        return path

    return put


def read_all(path: Path, limits: Limits = STANDARD) -> int:
    """How many lines came through."""
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE, limits=limits) as reading:
        return sum(len(batch.lines) for batch in reading.batches())


def pid_of(reading: BundleReading) -> int:
    return reading._answers.child._process.pid


@linux_only
def test_a_bundle_that_needs_more_memory_ends_its_reader(spool: Callable[[bytes], Path]) -> None:
    """With the limits of the format out of the way, 3 MB that unfold to 70 meet the limit of the process."""
    unfolding = b'{"a":[' + b"[]," * MIB + b"1],"
    path = spool(forge(members=[packed([])], records=0, spelled=lambda raw: unfolding + raw[1:]))
    roomy = replace(STANDARD, manifest=GIB, memory=4 * GIB)
    assert read_all(path, roomy) == 0
    with pytest.raises(BundleTooLarge):
        read_all(path, replace(roomy, memory=120 * MIB))


@posix_only
def test_a_reader_that_works_too_long_is_a_bundle_too_large(
    spool: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    overrun = "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)"  # what the system sends at the limit
    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", overrun])
    with pytest.raises(BundleTooLarge):
        read_all(spool(b""))


@posix_only
def test_a_reader_that_is_killed_is_a_bundle_too_large(spool: Callable[[bytes], Path]) -> None:
    path = spool(forge(members=[packed(list(revision_lines(3000)))], records=3000))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        reading._answers.child.kill()
        with pytest.raises(BundleTooLarge):
            list(reading.batches())


@linux_only
def test_the_reader_is_bound_while_it_reads_and_holds_nothing_but_its_bundle_open(spool: Callable[[bytes], Path]) -> None:
    path = spool(forge(members=[packed(list(revision_lines(3000)))], records=3000))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        place = Path(f"/proc/{pid_of(reading)}")
        limits = {line[:26].strip(): line[26:].split() for line in (place / "limits").read_text().splitlines()[1:]}
        held = {number.name: number.readlink() for number in (place / "fd").iterdir()}
    seconds = 60 + path.stat().st_size // (256 * KIB)
    assert [limits[name][:2] for name in NAMES] == [[str(value), str(value)] for value in (seconds, GIB // 2, 0, 0, 0)]
    assert {number: str(target).split(":")[0] for number, target in held.items()} == {
        "0": "pipe",
        "1": "pipe",
        "2": "/dev/null",
        "3": str(path),
    }


NAMES = ("Max cpu time", "Max address space", "Max file size", "Max core file size", "Max open files")


@linux_only
def test_the_reader_has_the_identity_that_it_needs_and_no_other_secret(spool: Callable[[bytes], Path]) -> None:
    """Every page of its memory, its arguments and its environment; the parent holds other secrets meanwhile."""
    path = spool(forge(members=[packed(list(revision_lines(3000)))], records=3000))
    canary = bytearray(os.urandom(32))
    assert canary
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        pid = pid_of(reading)
        pages = memory_of(pid)
        told = Path(f"/proc/{pid}/cmdline").read_bytes() + Path(f"/proc/{pid}/environ").read_bytes()
    assert HQ_IDENTITY.text.encode() in pages
    for secret in (bytes(canary), RECOVERY_IDENTITY.text.encode()):
        assert secret not in pages
    assert HQ_IDENTITY.text.encode() not in told


def memory_of(pid: int) -> bytes:
    """All that the process may write to."""
    found = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights, *_ = line.split()
            if rights.startswith("rw"):
                start, end = (int(edge, 16) for edge in span.split("-"))
                memory.seek(start)
                found.append(memory.read(end - start))
    return b"".join(found)


EVERY_KIND = """
import json, sys
from datetime import date
from s2w_desktop.bundle import process_main
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import LineRefused
from s2w_desktop.bundle.records import LineReader
from s2w_desktop.confined.bounds import shut
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
asked = json.loads(sys.stdin.read())
shut()
for kind, lines in asked.items():
    reader = LineReader(kind=Kind(kind), questionnaire=QUESTIONNAIRE, today=date(2026, 6, 1))
    for line in lines:
        try:
            reader.check(line.encode())
        except LineRefused as refused:
            print(refused.reason.value)
"""


def test_what_reads_bundles_can_check_every_kind_of_record_with_what_it_has_loaded() -> None:
    """Once a tombstone was damage to a reader that was shut: `strptime` wanted to load a module for its time."""
    lines = {kind.value: [record_line(record).decode() for record in records] for kind, records in SMALL.items()}
    lines["profiles"] = [one.decode() for one in (*revision_lines(2), record_line(TOMBSTONE))]
    wrong = [canonical({**json.loads(record_line(record)), **change}).decode() for _, record, change in BAD_SMALL]
    done = subprocess.run(
        [sys.executable, "-c", EVERY_KIND],
        input=json.dumps({**lines, "receipt": [*lines["receipt"], *wrong]}),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert len(done.stdout.split()) == len(BAD_SMALL)


TOMBSTONE = Tombstone(revision(1).profile, ErasureReason.REQUEST, WRITTEN_AT)


SHUT = """
import os, socket, sys
from s2w_desktop.confined.bounds import Bounds, bind, shut
bind(Bounds(memory=2**29, cpu_seconds=60))
def wrong(act):
    try:
        act()
    except OSError as cause:
        return cause.errno
file = open(sys.argv[1], "r+b", buffering=0)
print(wrong(lambda: file.write(b"x")))
shut()
acts = lambda: open("/dev/null"), socket.socket, lambda: socket.socket(socket.AF_UNIX), os.pipe, lambda: os.open('/', 0)
print([wrong(act) for act in acts], file.read())
"""


@posix_only
def test_a_bound_process_writes_no_file_and_a_shut_one_opens_neither_file_nor_socket(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    done = subprocess.run([sys.executable, "-c", SHUT, tmp_path / "file"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines() == ["27", "[24, 24, 24, 24, 24] b'content'"]  # 27 is EFBIG, 24 is EMFILE


def test_a_shut_reader_still_has_all_that_it_needs_for_every_kind_of_line(spool: Callable[[bytes], Path]) -> None:
    """Modules that load others late would fail there, and nowhere else."""
    lines = [*revision_lines(2), *(line for line, _ in HOSTILE_LINES.values())]
    path = spool(forge(members=[packed(lines)], records=len(lines)))
    with open_bundle(path, identities=[HQ_IDENTITY.text], place=OFFICE) as reading:
        batches = list(reading.batches())
    assert [reject.reason for batch in batches for reject in batch.rejects] == [reason for _, reason in HOSTILE_LINES.values()]
    assert sum(len(batch.lines) for batch in batches) == 2
