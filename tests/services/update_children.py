"""A program that updates a store of an earlier program and kills its own children at it; run as

`python -m tests.services.update_children FOLDER SCHEMA SEED`.
"""

import json
import os
import select
import shutil
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.schema import CURRENT, backup_path, version
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import ListQuery
from tests.golden.stores.make import HERE, plain
from tests.workplaces import MadeStore

KILLS = 20


def main(folder: Path, schema: str, seed: str) -> None:
    """Kill one update after the other; each store must be as before or updated, and hold everything after the next opening."""
    random, old = Random(seed), MadeStore.in_folder(HERE / schema)
    _updated(old, folder / "warm")
    began = time.monotonic()
    _updated(old, folder / "measured")
    most = 2 * (time.monotonic() - began)  # a child begins by copying pages of memory
    before = faults = 0
    for number in range(KILLS):
        store = folder / str(number)
        shutil.copytree(old.folder, store)
        _kill_after(most * random.random(), old, store)
        state = _state(old, store)
        before += state != CURRENT.head
        fault = _fault(old, store) if state in (_state(old, old.folder), CURRENT.head) else "half done"
        faults += bool(fault)
        if fault:
            _say(f"{state}: {fault}")
    if not faults:
        _say(f"whole after {KILLS}, {before} before the change")


def _updated(old: MadeStore, store: Path) -> None:
    old.copied_to(store).close()


def _kill_after(seconds: float, old: MadeStore, store: Path) -> None:
    child = os.fork()
    if child == 0:
        Store.open(store, key=StoreKey(bytearray(old.key)))
        select.select([], [], [])  # it waits for the end with the store open
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _state(old: MadeStore, store: Path) -> str:
    """The form of the tables of a copy, so that the store itself stays as the kill left it."""
    copy = store.with_name(f"{store.name}-looked-at") if store != old.folder else None
    if copy is not None:
        shutil.copytree(store, copy)
    with closing(EncryptedFile((copy or store) / DATABASE_NAME, StoreKey(bytearray(old.key)))) as file:
        return version(file) or ""


def _fault(old: MadeStore, store: Path) -> str:
    """What is wrong with the store, and with the copy of before, once it was opened again."""
    workplace = MadeStore(store, old.key, old.officer).copied_to(store.with_name(f"{store.name}-opened"))
    with closing(workplace):
        workplace.store.verify()
        rows = workplace.interviews.rows(ListQuery(), 0, 10)
        found = {row.case_number: plain(workplace.interviews.read(row.id)) for row in rows}
    if found != json.loads((old.folder / "holds.json").read_text("utf-8")):
        return "lost answers"
    kept = backup_path(store.with_name(f"{store.name}-opened") / DATABASE_NAME, CURRENT.head)
    with closing(EncryptedFile(kept, StoreKey(bytearray(old.key)))) as copy:
        copy.verify()
        return "" if version(copy) == _state(old, old.folder) else "the copy of before is not of before"


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a program that speaks through its pipe


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
