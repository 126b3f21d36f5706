"""The disks from which every history starts: headquarters and laptops that know each other, and the first people.

They are made once, so that a history has somebody to decide about from its first step on.
"""

import shutil
from datetime import timedelta
from pathlib import Path
from random import Random

from s2w_desktop.domain.stations import Role
from s2w_desktop.services.setup import NewStore, create_store
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import VAULT_NAME
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.storage.vault import Vault
from tests.histories.machines import MOST_LAPTOPS, Kit, Machine, Time, sources_of
from tests.histories.office_steps import hand_on_to
from tests.histories.people_steps import interview
from tests.histories.steps import heal
from tests.histories.world import World
from tests.workplaces import PASSPHRASE, enrol


def make_kits(folder: Path) -> list[Kit]:
    """Headquarters first, then laptops; those that take part in every history have recorded people."""
    time = Time(Random(0))
    headquarters, *laptops = machines = [_made(folder / f"kit{number}", number, time) for number in range(MOST_LAPTOPS + 1)]
    for laptop in laptops:
        enrol(laptop.workplace, headquarters.workplace, folder / "cards")
        shutil.rmtree(folder / "cards")
    _begun(World.of(time, folder / "first", headquarters, laptops[:2]))
    for machine in machines:
        machine.close()
    return [machine.kit for machine in machines]


def _made(place: Path, number: int, time: Time) -> Machine:
    role = Role.FIELD if number else Role.HEADQUARTERS
    place.mkdir(parents=True)
    wanted = NewStore(role, "Example Aid", f"Centre {number}", f"Laptop {number}", "Officer", "PT", "PRT", "por")
    opened = create_store(place, wanted, passphrase=PASSPHRASE, cost=LEAST_COST, sources=sources_of(time, timedelta))
    opened.store.close()
    unlocked = Vault.read(place / VAULT_NAME).unlock(PASSPHRASE)
    kit = Kit(place, bytes(unlocked.key.secret), opened.officer, role)
    return Machine(f"machine{number}", kit, place, time)


def _begun(world: World) -> None:
    """Two people from each laptop, before and after a departure; one of them is known to the other laptop too."""
    for laptop in world.laptops:
        for stage in ("PRE", "REC"):
            world.time.passes(60)
            interview(world, laptop, stage, share=int(stage == "PRE"))
    heal(world)
    own = [min(laptop.workplace.store.profiles.ids(ListQuery())) for laptop in world.laptops]
    for laptop, profile in zip(world.laptops, reversed(own), strict=True):
        hand_on_to(world, laptop.device, [profile])
    heal(world)
    shutil.rmtree(world.folder)
