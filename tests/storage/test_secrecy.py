"""Nothing readable on disk, no key in memory once the store is closed, none in what is shown."""

import re
import sys
from pathlib import Path

import pytest

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage.bundle_values import QuarantineItem
from s2w_desktop.storage.schema import Schema, backup_path
from s2w_desktop.storage.store import Store
from tests.storage.children import MASK, child
from tests.storage.conftest import key, new_store
from tests.storage.people import KEYS, NOW_MS, Ids, bundle_in, revision, summary, view, working
from tests.storage.test_schema import later_schema

MARKER = "MarkerOfAPerson"
ALSO_SECRET = (MARKER, "signing-secret-marker", "AGE-SECRET-KEY", "Test Officer", "profile", "SQLite")


def use(store: Store) -> None:
    person = ProfileId(Ids(51)())
    store.profiles.save_working(working(person, MARKER), summary(MARKER))
    store.profiles.seal(
        person,
        ends=working(person, MARKER),
        make=lambda lseq, clock: revision(lseq, profile=person, clock=clock, shown={"record.remark": MARKER}),
        now_ms=NOW_MS,
        view=lambda known: view(person, summary(MARKER), changed=known[-1].clock),
    )
    with store.inbox.transaction() as tx:
        tx.add_bundle(bundle_in(1), needs_receipt=True)
        tx.quarantine([QuarantineItem(bundle_in(1).id, 1, "json", None, MARKER.encode())])
    store.profiles.save_working(working(person, MARKER), summary(MARKER))


def readable(folder: Path) -> list[str]:
    """Files of the folder in which a secret can be read in any of the usual encodings."""
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file()
        for word in ALSO_SECRET
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
        if word.encode(encoding) in path.read_bytes()
    ]


def test_nothing_is_readable_in_any_file_of_the_store(folder: Path) -> None:
    with new_store(folder) as store:
        use(store)
        assert {"profiles.db", "profiles.db-wal", "profiles.db-shm"} <= {path.name for path in folder.iterdir()}
        assert not readable(folder)
        store.checkpoint()
        assert not readable(folder)
    assert not readable(folder)


def test_nothing_is_readable_in_the_copy_made_before_a_migration(folder: Path, tmp_path: Path) -> None:
    with new_store(folder) as store:
        use(store)
    later: Schema = later_schema(tmp_path / "scripts", "pass")
    Store.open(folder, key=key(), schema=later).close()
    assert backup_path(folder / "profiles.db", later.head).exists()
    assert not readable(folder)


def test_the_search_for_readable_words_can_find_some(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(b"..." + MARKER.encode("utf-16-le"))
    assert readable(tmp_path) == ["leak"]


def test_secret_keys_are_not_shown() -> None:
    assert "marker" not in repr(KEYS).lower()


def memory_of(process: int) -> bytes:
    """Everything that a process can write to."""
    found = []
    with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if span:
                memory.seek(int(span[1], 16))
                try:
                    found.append(memory.read(int(span[2], 16) - int(span[1], 16)))
                except OSError:
                    continue  # a page of the kernel's
    return b"\0".join(found)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_key_is_gone_from_memory_when_the_store_is_closed(folder: Path) -> None:
    folder.mkdir()
    with child("secretive", folder) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        secret = bytes(byte ^ MASK for byte in bytes.fromhex(program.stdout.readline()))
        halves = (secret[:16], secret[16:])
        pieces = [*halves, *(half.hex().encode() for half in halves), *(half.hex().upper().encode() for half in halves)]
        while_open = memory_of(program.pid)
        assert any(piece in while_open for piece in pieces), "the scan cannot find what is surely there"
        program.stdin.write("\n")
        program.stdin.flush()
        assert program.stdout.readline() == "closed\n"
        closed = memory_of(program.pid)
        assert [closed.count(piece) for piece in pieces] == [0] * len(pieces)
