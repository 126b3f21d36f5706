"""Programs that tests start, watch and kill; each is run as `python -m tests.storage.children NAME FOLDER`."""

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import VAULT_NAME
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.storage.vault import Vault
from tests.storage.conftest import key
from tests.storage.people import KEYS, NOW, NOW_MS, OFFICER, Ids, revision, station, summary, view, working

ROOT = Path(__file__).resolve().parents[2]
MASK = 0x5A
PERSON = ProfileId(Ids(41)())
KILLS = 20


@contextmanager
def child(name: str, folder: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """One of the programs below, with pipes; killed at the end if it still runs."""
    command = [sys.executable, "-W", "error", "-m", "tests.storage.children", name, str(folder), *more]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a program that speaks through its pipe


def hold(folder: Path) -> None:
    """Hold a store until told to let go."""
    with Store.open(folder, key=key()):
        _say("open")
        sys.stdin.readline()


def secretive(folder: Path) -> None:
    """Make a vault and a store, use both, close, unlock again, close; tell the key masked, once while open and once closed."""
    vault, created = Vault.create(
        folder / VAULT_NAME, officer=OFFICER.id, passphrase="a pass phrase", cost=LEAST_COST, now=NOW, new_id=Ids()
    )
    with Store.create(folder, key=created, station=station(), keys=KEYS, officer=OFFICER) as store:
        store.profiles.save_working(working(PERSON), summary())
    unlocked = vault.unlock("a pass phrase")
    with Store.open(folder, key=unlocked.key) as store:
        store.profiles.rows(ListQuery(), 0, 10)
        _say(bytes(byte ^ MASK for byte in unlocked.key.secret).hex())
        sys.stdin.readline()
    _say("closed")
    sys.stdin.readline()


def killed(folder: Path, seed: str) -> None:
    """Kill a writer again and again; after each kill every acknowledged write must be there. Tells how many there were."""
    random = Random(seed)  # when to kill is no secret
    last = 0
    for _ in range(KILLS):
        acknowledged, acknowledged_seals = _writes_before_kill(folder, last, random.randrange(1, 120))
        with Store.open(folder, key=key()) as store:
            last, seals = _written(store)
            if last < acknowledged or len(seals) < acknowledged_seals or seals != list(range(1, len(seals) + 1)):
                _say(f"lost: acknowledged {acknowledged} and {acknowledged_seals}, found {last} and {seals}")
                return
            store.verify()
    _say(f"kept {last} {len(seals)}")


def _written(store: Store) -> tuple[int, list[int]]:
    """The last text that is there, and the numbers of all revisions."""
    stored = store.profiles.load(PERSON)
    newest = stored.open_changes() or stored.revisions[-1].changes()
    return int(str(newest["record.remark"])), [made.lseq for made in stored.revisions]


def _writes_before_kill(folder: Path, start: int, after: int) -> tuple[int, int]:
    """Let a forked writer go on from `start`, kill it after so many acknowledgements; gives the last one."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        _write_forever(folder, start, writer)
    os.close(writer)
    said = b""
    with os.fdopen(reader, "rb") as pipe:
        for _ in range(after):
            said = pipe.read(16)
        os.kill(process, signal.SIGKILL)
        while len(rest := pipe.read(16)) == 16:
            said = rest
    os.waitpid(process, 0)
    return int.from_bytes(said[:8], "big"), int.from_bytes(said[8:], "big")


def _write_forever(folder: Path, start: int, pipe: int) -> None:
    """Autosave the next number, seal every tenth; acknowledge what has returned."""
    store = Store.open(folder, key=key())
    seals = 0
    last = working(PERSON, str(start), clock=start) if PERSON in store.profiles.workings() else None
    for number in itertools.count(start + 1):
        text = {"record.remark": str(number)}
        edits = working(PERSON, str(number), clock=number)
        store.profiles.save_working(edits, summary(), last)
        last = edits
        if number % 10 == 0:
            last = None
            made = store.profiles.seal(
                PERSON,
                ends=edits,
                make=lambda lseq, clock, text=text: revision(lseq, profile=PERSON, clock=clock, shown=text),  # type: ignore[misc]
                now_ms=NOW_MS,
                view=lambda known: view(PERSON, changed=known[-1].clock),
            )
            seals = made.lseq
        os.write(pipe, number.to_bytes(8, "big") + seals.to_bytes(8, "big"))


PROGRAMS: dict[str, Callable[..., None]] = {"hold": hold, "secretive": secretive, "killed": killed}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
