"""A random history of laptops and headquarters: what they do, what gets lost on the way, and how everything heals.

Each step is one line of the log; with the seed and the log every failure can be played again.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import NothingToExport, StaleBundle
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.services.conflicts import Choice, Take
from s2w_desktop.services.interviews import Pair
from s2w_desktop.storage.values import ListQuery
from tests.histories.machines import Kit, Machine, Time, start

TEXTS = ("identity.given_names", "identity.family_names", "identity.other_names", "identity.place_of_birth", "record.remark")
_THIRTY_YEARS = 30 * 365.25 * 86400


@dataclass(frozen=True)
class Letter:
    """A bundle on its way; `to` is None for headquarters."""

    path: Path
    to: DeviceId | None
    kind: str


@dataclass
class World:
    """One history. `files` are all bundles of profiles that were ever written, also those that got lost."""

    random: Random
    folder: Path
    time: Time
    hq: Machine
    laptops: list[Machine]
    mail: list[Letter] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    copies: list[tuple[Machine, Path]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    written: int = 0
    epochs: dict[str, int] = field(default_factory=dict)

    @classmethod
    def begin(cls, seed: int, folder: Path, kits: Sequence[Kit]) -> "World":
        """Two to six laptops and headquarters, freshly enrolled."""
        random = Random(seed)
        time = Time(random)
        count = random.choices((2, 3, 4, 5, 6), (6, 6, 3, 1, 1))[0]
        machines = [start(name, kit, folder, time) for name, kit in zip("H123456", kits[: count + 1], strict=False)]
        return cls(random, folder, time, machines[0], machines[1:])

    def close(self) -> None:
        """Close every store and throw the disks away."""
        for machine in [self.hq, *self.laptops]:
            machine.close()
        shutil.rmtree(self.folder)

    # --- what happens ---

    def step(self) -> None:
        """Something happens to somebody."""
        self.time.passes(self.random.choice((1, 60, 3600, 86400, 7 * 86400)))
        steps: dict[Callable[[], None], int] = {
            self.record: 4,
            self.edit: 8,
            self.edit_at_hq: 3,
            self.export: 6,
            self.deliver: 10,
            self.answer: 4,
            self.lose: 1,
            self.copy_disk: 2,
            self.put_disk_back: 1,
            self.clone: 1,
            self.set_clock: 1,
            self.decide: 3,
            self.join: 2,
            self.part: 1,
            self.erase: 1,
        }
        self.random.choices(list(steps), list(steps.values()))[0]()

    def record(self) -> None:
        """A new interview."""
        laptop = self.random.choice(self.laptops)
        session = laptop.workplace.interviews.begin(Pair("en", "ara"))
        session.set_answer("consent.create_profile", "granted")
        session.set_answer("consent.send_with_name", self.random.choices(("granted", "refused"), (9, 1))[0])
        session.set_answer("consent.send_for_figures", "granted")
        session.close()
        self._note(f"{laptop.name} records {_short(session.profile.id)}")

    def edit(self) -> None:
        """Somebody changes a profile that stands on a laptop."""
        self._edit(self.random.choice(self.laptops))

    def edit_at_hq(self) -> None:
        """Headquarters changes a profile: with a conflict if there is one, so that it is settled."""
        self._edit(self.hq)

    def _edit(self, machine: Machine) -> None:
        profiles = machine.workplace.store.profiles.ids(ListQuery())
        if not profiles:
            return
        profile = self.random.choice(sorted(profiles))
        session = machine.workplace.interviews.open(profile)
        settled = [path for path in session.conflicts if path in TEXTS]
        for path in settled:
            session.set_answer(path, self._value())
        for path in self.random.sample(TEXTS, self.random.choice((1, 1, 2))):
            session.set_answer(path, self._value() if self.random.random() < 0.9 else None)
        entries = session.profile.entries("work")
        if self.random.random() < 0.3:
            session.add_entry("work")
        elif entries and self.random.random() < 0.2:
            session.remove_entry("work", self.random.choice(entries))
        session.close()
        self._note(f"{machine.name} edits {_short(profile)}{' and settles' if settled else ''}")

    def decide(self) -> None:
        """Headquarters decides about everything that stands against each other on somebody."""
        office = self.hq.workplace.office
        waiting = office.conflicts.waiting()
        if waiting:
            seen = office.conflicts.of(self.random.choice(waiting).profile)
            choices: dict[str, Choice] = {one.path: Take(self.random.randrange(len(one.voices))) for one in seen.open}
            office.conflicts.decide(seen, choices)
            self._note(f"H decides about {_short(seen.profile.id)}")

    def join(self) -> None:
        """Headquarters finds that two profiles are of one person."""
        profiles = sorted(self.hq.workplace.store.profiles.ids(ListQuery()))
        if len(profiles) > 1:
            kept, other = self.random.sample(profiles, 2)
            self.hq.workplace.office.duplicates.joining.join(kept, other)
            self._note(f"H joins {_short(other)} into {_short(kept)}")

    def part(self) -> None:
        """Headquarters finds that they are not."""
        joining = self.hq.workplace.office.duplicates.joining
        joins = joining.all()
        if joins:
            profile = self.random.choice(joins).profile
            joining.part(profile)
            self._note(f"H parts {_short(profile)}")

    def erase(self) -> None:
        """A person wants to be forgotten, at a laptop or at headquarters."""
        machine = self.random.choice([self.hq, *self.laptops])
        profiles = machine.workplace.store.profiles.ids(ListQuery())
        if profiles:
            profile = self.random.choice(sorted(profiles))
            machine.workplace.erasure.erase(profile, ErasureReason.REQUEST)
            self._note(f"{machine.name} erases {_short(profile)}")

    def export(self) -> None:
        """A laptop writes what headquarters does not have."""
        self._export(self.random.choice(self.laptops))

    def _export(self, laptop: Machine) -> None:
        try:
            written = laptop.workplace.exporting.write(self._out()).bundles
        except NothingToExport:
            return
        for bundle in written:
            self.mail.append(Letter(bundle.path, None, "profiles"))
            self.files.append(bundle.path)
        self._note(f"{laptop.name} writes {', '.join(one.path.stem for one in written)}")

    def answer(self) -> None:
        """Headquarters writes what it owes to laptops."""
        for receipt in self.hq.workplace.receipts.write(self._out()):
            self.mail.append(Letter(receipt.bundle.path, receipt.peer.device, "receipt"))
            self._note(f"H answers with {receipt.bundle.path.stem}")

    def deliver(self) -> None:
        """A file reaches its goal, late or early; sometimes it stays on the stick and comes again."""
        if self.mail:
            letter = self.random.choice(self.mail)
            if self.random.random() < 0.8:
                self.mail.remove(letter)
            self._deliver(letter)

    def _deliver(self, letter: Letter) -> None:
        if letter.to is None:
            result = self.hq.workplace.importing.take(letter.path)
            assert not result.quarantined, [one.reason for one in result.quarantined]
            self._note(f"H takes {letter.path.stem}")
            return
        laptop = self.random.choice([one for one in self.laptops if one.device == letter.to])
        try:
            effect = laptop.workplace.receipts.take(letter.path)
        except StaleBundle:
            self._note(f"{laptop.name} has newer than {letter.path.stem}")
            return
        self._note(f"{laptop.name} takes {letter.path.stem}")
        if effect.is_ahead:
            self._new_epoch(laptop)

    def lose(self) -> None:
        """A stick is lost with what is on it."""
        if self.mail:
            letter = self.random.choice(self.mail)
            self.mail.remove(letter)
            self._note(f"{letter.path.stem} is lost")

    def copy_disk(self) -> None:
        """Somebody makes a backup."""
        machine = self.random.choice([self.hq, *self.laptops])
        self.copies.append((machine, machine.copy()))
        self._note(f"{machine.name} is copied")

    def put_disk_back(self) -> None:
        """A backup is put back; mostly somebody says so, sometimes nobody notices."""
        if self.copies:
            machine, copy = self.random.choice(self.copies)
            machine.put_back(copy)
            self._note(f"{machine.name} is put back")
            if machine is self.hq or self.random.random() < 0.5:
                self._new_epoch(machine)

    def _new_epoch(self, machine: Machine) -> None:
        station = machine.workplace.store.stations.begin_epoch()
        while station.epoch <= self.epochs.get(machine.name, 0):  # the highest is remembered beside the store
            station = machine.workplace.store.stations.begin_epoch()
        self.epochs[machine.name] = station.epoch
        machine.close()
        self._note(f"{machine.name} begins epoch {station.epoch}")

    def clone(self) -> None:
        """Somebody copies the disk of a laptop to another laptop, with the program set up already."""
        if len(self.laptops) < 6:
            original = self.random.choice(self.laptops)
            twin = original.clone(f"{original.name}x")
            self.laptops.append(twin)
            self._note(f"{original.name} is cloned")

    def set_clock(self) -> None:
        """A clock is wrong by up to thirty years."""
        machine = self.random.choice([self.hq, *self.laptops])
        machine.close()
        wrong = self.random.choice((0.0, 1.0, self.random.uniform(-1, 1) * 86400, self.random.uniform(-1, 1) * _THIRTY_YEARS))
        machine.skew = timedelta(seconds=wrong)
        self._note(f"{machine.name}'s clock is wrong by {wrong:.0f} s")

    # --- and heals ---

    def heal(self) -> None:
        """Everybody writes and reads until nobody has anything to say; the post is reliable now."""
        for _ in range(8):
            self.time.passes(3600)
            for laptop in self.laptops:
                self._export(laptop)
            self._deliver_all()
            self.answer()
            is_quiet = not self.mail
            self._deliver_all()
            if is_quiet:
                return
        raise AssertionError("the machines never stop writing to each other")

    def _deliver_all(self) -> None:
        self.random.shuffle(self.mail)
        while self.mail:
            letter = self.mail.pop()
            if letter.to is None:
                self._deliver(letter)
                continue
            for laptop in [one for one in self.laptops if one.device == letter.to]:  # clones read one stick
                self._deliver_to(laptop, letter)

    def _deliver_to(self, laptop: Machine, letter: Letter) -> None:
        try:
            if laptop.workplace.receipts.take(letter.path).is_ahead:
                self._new_epoch(laptop)
        except StaleBundle:
            pass

    def _out(self) -> Path:
        self.written += 1
        folder = self.folder / f"post{self.written}"
        folder.mkdir()
        return folder

    def _value(self) -> str:
        return f"v{self.random.randrange(10_000)}"

    def _note(self, line: str) -> None:
        self.log.append(line)


def _short(profile: ProfileId) -> str:
    return profile.hex[-4:]
