"""Machines of a history: real stores in folders that can be copied, put back and cloned, each with a clock of its own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

from s2w_desktop import paths
from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.setup import NewStore, OpenStore, create_store
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import VAULT_NAME
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.vault import Vault
from tests.histories.reading_here import open_here
from tests.workplaces import PASSPHRASE, enrol

BEGINNING = datetime(2026, 3, 1, 8, tzinfo=UTC)
MOST_LAPTOPS = 6
_CATALOGUES = Catalogues(paths.translations())


@dataclass
class Time:
    """What time it is, and chance: the same seed gives the same ids."""

    random: Random
    now: datetime = BEGINNING
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def passes(self, seconds: float) -> None:
        """Go on."""
        self.now += timedelta(seconds=seconds)

    def new_id(self) -> UUID:
        """A uuid7 of this moment; rising, as real ones are."""
        milliseconds = int(self.now.timestamp() * 1000) & (1 << 48) - 1
        rising = next(self.numbers) & 0xFFF
        return UUID(int=milliseconds << 80 | 7 << 76 | rising << 64 | 2 << 62 | self.random.getrandbits(62))


@dataclass(frozen=True)
class Kit:
    """A store that was made once, from which each history starts with a copy."""

    folder: Path
    key: bytes
    officer: OfficerId
    role: Role


@dataclass
class Machine:
    """One machine: its folder, its store while it is open, and how wrong its clock is."""

    name: str
    kit: Kit
    folder: Path
    time: Time
    skew: timedelta = timedelta()
    _workplace: Workplace | None = None
    copies: int = 0

    @property
    def workplace(self) -> Workplace:
        """The services; the store is opened when it is not open."""
        if self._workplace is None:
            store = Store.open(self.folder, key=StoreKey(bytearray(self.kit.key)))
            self._workplace = open_workplace(
                OpenStore(store, self.kit.officer),
                folder=self.folder,
                resources=paths.resources(),
                catalogues=_CATALOGUES,
                sources=sources_of(self.time, self.skew),
                opener=open_here,
            )
        return self._workplace

    @property
    def device(self) -> DeviceId:
        """Which device it is; a clone is the same."""
        return self.workplace.station.device

    def close(self) -> None:
        """Close the store."""
        if self._workplace is not None:
            self._workplace.close()
            self._workplace = None

    def copy(self) -> Path:
        """A copy of the whole disk as it is now."""
        self.close()
        self.copies += 1
        target = self.folder.with_name(f"{self.folder.name}.copy{self.copies}")
        return Path(shutil.copytree(self.folder, target))

    def put_back(self, copy: Path) -> None:
        """The disk of an earlier day."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)

    def clone(self, name: str) -> "Machine":
        """A second machine with the same disk."""
        return Machine(name, self.kit, self.copy(), self.time, self.skew)


def start(name: str, kit: Kit, folder: Path, time: Time) -> Machine:
    """A machine with a fresh copy of a kit's disk."""
    return Machine(name, kit, Path(shutil.copytree(kit.folder, folder / name)), time)


def sources_of(time: Time, skew: timedelta) -> Sources:
    """What a machine takes for time and chance, its clock wrong by `skew`."""
    random = time.random

    def now() -> datetime:
        return time.now + skew

    def today() -> date:
        return now().date()

    return Sources(
        now=now,
        today=today,
        new_id=time.new_id,
        new_salt=lambda: f"{random.getrandbits(128):032x}",
        randbelow=random.randrange,
    )


def make_kits(folder: Path) -> list[Kit]:
    """Headquarters and laptops that know each other; headquarters first."""
    time = Time(Random(0))
    machines: list[Machine] = []
    for number in range(MOST_LAPTOPS + 1):
        role = Role.FIELD if number else Role.HEADQUARTERS
        place = folder / f"kit{number}"
        place.mkdir(parents=True)
        wanted = NewStore(role, "Example Aid", f"Centre {number}", f"Laptop {number}", "Officer", "PT", "PRT", "por")
        opened = create_store(place, wanted, passphrase=PASSPHRASE, cost=LEAST_COST, sources=sources_of(time, timedelta()))
        opened.store.close()
        unlocked = Vault.read(place / VAULT_NAME).unlock(PASSPHRASE)
        kit = Kit(place, bytes(unlocked.key.secret), opened.officer, role)
        machines.append(Machine(f"machine{number}", kit, place, time))
    headquarters, *laptops = machines
    for laptop in laptops:
        enrol(laptop.workplace, headquarters.workplace, folder / "cards")
        shutil.rmtree(folder / "cards")
    for machine in machines:
        machine.close()
    return [machine.kit for machine in machines]
