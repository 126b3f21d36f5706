"""Machines of a history: real stores in folders that can be copied, put back and cloned, each with a clock of its own."""

import shutil
from collections.abc import Callable, Iterator
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
from s2w_desktop.services.setup import OpenStore
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from tests.histories.reading_here import open_here

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
    _file: EncryptedFile | None = None
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
                sources=sources_of(self.time, lambda: self.skew),
                opener=open_here,
            )
        return self._workplace

    @property
    def device(self) -> DeviceId:
        """Which device it is; a clone is the same."""
        return self.workplace.station.device

    @property
    def file(self) -> EncryptedFile:
        """Its database, to be read past the services."""
        if self._file is None:
            self._file = EncryptedFile(self.folder / DATABASE_NAME, StoreKey(bytearray(self.kit.key)))
        return self._file

    def close(self) -> None:
        """Close the store."""
        if self._file is not None:
            self._file.close()
            self._file = None
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


def sources_of(time: Time, skew: Callable[[], timedelta]) -> Sources:
    """What a machine takes for time and chance, its clock wrong by as much as `skew` says at that moment."""
    random = time.random

    def now() -> datetime:
        return time.now + skew()

    def today() -> date:
        return now().date()

    return Sources(
        now=now,
        today=today,
        new_id=time.new_id,
        new_salt=lambda: f"{random.getrandbits(128):032x}",
        randbelow=random.randrange,
    )
