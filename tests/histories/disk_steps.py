"""Steps of a history on disks and clocks: copied, put back, cloned, wrong."""

from datetime import timedelta

from s2w_desktop.bundle.minisign import PublicKey
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.headquarters_keys import trusted_signers
from tests.histories import dumps
from tests.histories.events import Event
from tests.histories.machines import MOST_LAPTOPS, Machine
from tests.histories.world import Backup, Mail, World
from tests.workplaces import enrol

_THIRTY_YEARS = 30 * 365.25 * 86400


def copy_disk(world: World) -> None:
    """Somebody makes a backup."""
    machine = world.anybody()
    world.copies.append(Backup(machine, machine.copy(), world.promises.copy()))
    world.note(Event.COPIED, machine.name)


def put_disk_back(world: World) -> None:
    """A backup is put back; mostly somebody says so, sometimes nobody notices."""
    if not world.copies:
        return
    backup = world.random.choice(world.copies)
    world.has_trouble = True
    if backup.machine is world.hq:
        _put_headquarters_back(world, backup)
        return
    laptop = backup.machine
    laptop.put_back(backup.folder)
    is_noticed = world.random.random() < 0.5
    world.note(Event.PUT_BACK if is_noticed else Event.PUT_BACK_UNNOTICED, laptop.name)
    if is_noticed:
        world.new_epoch(laptop)
    if not _writes_to_known_key(world, laptop):
        _enrol_again(world, laptop)


def _put_headquarters_back(world: World, backup: Backup) -> None:
    """Where the copy has older keys, they are gone for good: every laptop is enrolled again, packs on the way are thrown away."""
    before, known = world.hq.workplace.store.stations.keys(), dumps.revisions(world.hq)
    world.hq.put_back(backup.folder)
    kept = dumps.revisions(world.hq)
    world.undone |= {id_ for id_, one in known.items() if id_ not in kept or kept[id_].scope is not one.scope}
    world.promises = backup.promises.copy()
    world.note(Event.HEADQUARTERS_PUT_BACK, "H")
    world.new_epoch(world.hq)
    if world.hq.workplace.store.stations.keys() != before:
        world.has_lost_keys = True
        world.note(Event.KEYS_PUT_BACK, "H")
        world.mail = [letter for letter in world.mail if letter.kind is not Mail.KEYS]
        for laptop in world.laptops:
            _enrol_again(world, laptop)


def _writes_to_known_key(world: World, laptop: Machine) -> bool:
    """Whether headquarters can read what it writes."""
    (peer,) = laptop.workplace.store.peers.all(Role.HEADQUARTERS)
    return PublicKey.parse(peer.signing_key) in trusted_signers(world.hq.workplace.store, world.time.now)


def _enrol_again(world: World, laptop: Machine) -> None:
    enrol(laptop.workplace, world.hq.workplace, world.out())


def clone(world: World) -> None:
    """Somebody copies the disk of a laptop to another laptop, with the program set up already."""
    if len(world.laptops) < MOST_LAPTOPS:
        original = world.random.choice(world.laptops)
        world.laptops.append(original.clone(f"{original.name}x"))
        world.has_trouble = True
        world.note(Event.CLONED, original.name)


def set_clock(world: World) -> None:
    """A clock is wrong by up to thirty years."""
    machine, random = world.anybody(), world.random
    wrong = random.choice((0.0, 1.0, random.uniform(-1, 1) * 86400, random.uniform(-1, 1) * _THIRTY_YEARS))
    machine.skew = timedelta(seconds=wrong)
    world.has_trouble = True
    world.note(Event.CLOCK_OFF, machine.name, f"by {wrong:.0f} s")
