"""A program that a test starts: it does something to a store and is ended without warning before each of its steps on the disk.

Run as `python -m tests.services.cut_children NAME FOLDER`. Steps are those that Python itself asks of the system (files opened,
renamed, taken away, folders made); what happens inside of the database, random kills look at.
"""

import itertools
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from s2w_desktop.domain.errors import NoStore, WrongPassphrase
from s2w_desktop.services.recovery_sheets import as_secret, change_by_sheet
from s2w_desktop.services.setup import create_store, unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import SPARE_SUFFIX, VAULT_NAME
from s2w_desktop.storage.vault import Vault
from s2w_desktop.storage.vault_shelf import FileShelf
from tests.derivations import derive_once
from tests.services.places import WANTED

OLD, NEW = "amber ladder river pencil", "quarry timber lantern mosaic"
SHEET = "amber ladder river pencil copper lantern hill window"
STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.link", "os.chmod"})
CUT = 77


@dataclass(frozen=True)
class Act:
    """What is cut off, and what must hold afterwards. `holds` raises AssertionError."""

    prepare: Callable[[Path], None]
    do: Callable[[Path], None]
    holds: Callable[[Path], None]


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # a program that speaks through its pipe


def nothing(_folder: Path) -> None:
    """There is no store yet."""


def make(folder: Path) -> None:
    create_store(
        folder, WANTED, passphrase=OLD, cost=LEAST_COST, sources=system_sources(), sheet_words=as_secret(SHEET)
    ).store.close()


def change(folder: Path) -> None:
    sources = system_sources()
    vault = Vault.read(FileShelf(folder / VAULT_NAME))
    vault.change_passphrase(old=OLD, new=NEW, cost=LEAST_COST, now=sources.now(), new_id=sources.new_id)


def by_sheet(folder: Path) -> None:
    change_by_sheet(folder, SHEET, NEW, LEAST_COST, system_sources())


def works(folder: Path, *passphrases: str) -> None:
    """Exactly one of the passphrases opens the store, whose spare copy is then as its vault is."""
    opened = []
    for passphrase in passphrases:
        try:
            with unlock_store(folder, passphrase).store as store:
                store.verify()
                assert store.stations.station().centre == WANTED.centre
        except WrongPassphrase:
            continue
        opened.append(passphrase)
    assert len(opened) == 1, f"{len(opened)} passphrases open"
    vault = folder / VAULT_NAME
    assert vault.read_bytes() == vault.with_name(vault.name + SPARE_SUFFIX).read_bytes(), "an older spare copy stays"


def is_there_or_can_be_made(folder: Path) -> None:
    try:
        works(folder, OLD)
    except NoStore:
        make(folder)
        works(folder, OLD)


def one_opens(folder: Path) -> None:
    works(folder, OLD, NEW)


ACTS = {
    "making": Act(nothing, make, is_there_or_can_be_made),
    "changing": Act(make, change, one_opens),
    "sheet": Act(make, by_sheet, one_opens),
}


def cut_off(act: Act, folder: Path) -> None:
    """Do it in a process of its own, again and again, each time with one step more; tell how often or what broke."""
    before = folder / "before"
    before.mkdir()
    act.prepare(before)
    for step in itertools.count(1):
        place = folder / str(step)
        shutil.copytree(before, place)
        process = os.fork()
        if process == 0:
            _end_before(step, place)
            act.do(place)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        if code not in (0, CUT):
            _say(f"step {step} failed")
            return
        try:
            act.holds(place)
        except AssertionError as wrong:
            _say(f"broken at step {step}: {wrong}")
            return
        if code == 0:
            _say(f"whole after {step - 1} cuts")
            return


def _end_before(step: int, place: Path) -> None:
    """End this process at once before so many steps are done at this place."""
    steps = itertools.count(1)

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event in STEPS and str(arguments[0]).startswith(str(place)) and next(steps) == step:
            os._exit(CUT)

    sys.addaudithook(look)


if __name__ == "__main__":
    derive_once()
    cut_off(ACTS[sys.argv[1]], Path(sys.argv[2]))
