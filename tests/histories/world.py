"""A random history of laptops and headquarters: who there is, what is on its way, and what everything has to come to.

Each step is one line of the log; with the seed and the log every failure can be played again.
"""

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from random import Random

from s2w_desktop.domain.ids import DeviceId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import OwnKeys
from tests.histories.events import Event
from tests.histories.machines import Kit, Machine, Time, start


class Mail(Enum):
    """What a bundle is for."""

    PROFILES = auto()
    RECEIPT = auto()
    TRANSFER = auto()
    KEYS = auto()


@dataclass(frozen=True)
class Letter:
    """A bundle on its way, by the name of a machine; `to` is None for headquarters.

    `words` are those that are read out with new keys.
    """

    path: Path
    by: str
    to: DeviceId | None
    kind: Mail
    words: str = ""

    @property
    def way(self) -> str:
        """From whom to whom."""
        return f"{self.by} to {self.to}"


@dataclass(frozen=True)
class KeysFile:
    """A pack of keys, and the words that headquarters reads out."""

    path: Path
    words: str


@dataclass
class Promises:
    """What headquarters did that has to be there in the end; a copy that is put back only knows its own.

    `given` says to which device which profile was handed on, and at which step; `links` the earlier profile of a later one,
    `packs` the packs of keys, one after the other.
    """

    given: dict[tuple[ProfileId, DeviceId], int] = field(default_factory=dict)
    links: dict[ProfileId, ProfileId] = field(default_factory=dict)
    packs: tuple[KeysFile, ...] = ()

    def unlinked(self, *touched: ProfileId) -> None:
        """What becomes of these links is another matter."""
        self.links = {later: earlier for later, earlier in self.links.items() if later not in touched}

    def copy(self) -> "Promises":
        """As they are now."""
        return replace(self, given=dict(self.given), links=dict(self.links))


@dataclass(frozen=True)
class Backup:
    """The disk of a machine at some time, and what had been promised by then."""

    machine: Machine
    folder: Path
    promises: Promises


@dataclass
class World:
    """One history. `files` are all bundles of profiles that were ever written, also those that got lost; `keys` all that
    headquarters ever had. `thinned` is what laptops removed because headquarters had it, how much of each revision; `removed`
    at which step whose profile went from which device last; `undone` what was lost when headquarters was put back.
    `has_trouble`: a laptop may have to refuse what headquarters signed with one of its keys.
    """

    random: Random
    folder: Path
    time: Time
    hq: Machine
    laptops: list[Machine]
    keys: list[OwnKeys]
    mail: list[Letter] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    copies: list[Backup] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    happened: Counter[Event] = field(default_factory=Counter)
    promises: Promises = field(default_factory=Promises)
    written: int = 0
    epochs: dict[str, int] = field(default_factory=dict)
    arrived: dict[str, int] = field(default_factory=dict)
    thinned: dict[RevisionId, Scope] = field(default_factory=dict)
    removed: dict[tuple[ProfileId, DeviceId], int] = field(default_factory=dict)
    undone: set[RevisionId] = field(default_factory=set)
    has_trouble: bool = False
    has_lost_keys: bool = False

    @classmethod
    def begin(cls, seed: int, folder: Path, kits: Sequence[Kit]) -> "World":
        """Two to six laptops and headquarters, freshly enrolled."""
        time = Time(Random(seed))
        count = time.random.choices((2, 3, 4, 5, 6), (6, 6, 3, 1, 1))[0]
        headquarters, *laptops = (start(name, kit, folder, time) for name, kit in zip("H123456", kits[: count + 1], strict=False))
        return cls.of(time, folder, headquarters, laptops)

    @classmethod
    def of(cls, time: Time, folder: Path, headquarters: Machine, laptops: Sequence[Machine]) -> "World":
        """These machines, as they are now."""
        folder.mkdir(exist_ok=True)
        keys = headquarters.workplace.store.stations.keys()
        return cls(time.random, folder, time, headquarters, list(laptops), [keys])

    def close(self) -> None:
        """Close every store and throw the disks away."""
        for machine in [self.hq, *self.laptops]:
            machine.close()
        shutil.rmtree(self.folder)

    def anybody(self) -> Machine:
        """A laptop or headquarters."""
        return self.random.choice([self.hq, *self.laptops])

    def those_of(self, device: DeviceId) -> list[Machine]:
        """The laptop with this name, and its clones; none where it takes no part."""
        return [laptop for laptop in self.laptops if laptop.device == device]

    def out(self) -> Path:
        """A new stick."""
        self.written += 1
        folder = self.folder / f"post{self.written}"
        folder.mkdir()
        return folder

    def value(self) -> str:
        """Something to say."""
        return f"v{self.random.randrange(10_000)}"

    def note(self, event: Event, who: str, about: str = "") -> None:
        """It happened."""
        self.happened[event] += 1
        self.log.append(f"{who} {event} {about}".rstrip())

    def new_epoch(self, machine: Machine) -> None:
        """A machine numbers anew, higher than ever: the highest is remembered beside the store."""
        station = machine.workplace.store.stations.begin_epoch()
        while station.epoch <= self.epochs.get(machine.name, 0):
            station = machine.workplace.store.stations.begin_epoch()
        self.epochs[machine.name] = station.epoch
        machine.close()
        self.note(Event.NEW_EPOCH, machine.name, str(station.epoch))


def short(profile: ProfileId) -> str:
    """A profile in the log."""
    return profile.hex[-4:]
