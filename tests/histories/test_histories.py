"""Random histories of laptops and headquarters (issue: headquarters, part 3): nothing is lost, nothing depends on the order.

A failure names its seed; `python packaging/dev.py soak --histories N --seed S` plays it again and looks for more. What a history
found has a test of its own where it was mended: a seed means another history as soon as there is a new kind of step.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.storage.values import ListQuery
from tests.histories import dumps
from tests.histories.machines import Kit, Machine, make_kits, start
from tests.histories.world import World

HISTORIES = int(os.environ.get("S2W_HISTORIES", "500"))
FIRST_SEED = int(os.environ.get("S2W_FIRST_SEED", "1"))
AT_ONCE = 20


@pytest.fixture(scope="session")
def kits(tmp_path_factory: pytest.TempPathFactory) -> list[Kit]:
    return make_kits(tmp_path_factory.mktemp("kits"))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Where the disks of a history lie: in memory where the system has such a place."""
    memory = Path("/", "dev", "shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.mark.parametrize("first", range(FIRST_SEED, FIRST_SEED + HISTORIES, AT_ONCE))
def test_after_any_history_everything_is_at_headquarters_and_nothing_depends_on_the_order(
    first: int, kits: list[Kit], place: Path
) -> None:
    for seed in range(first, min(first + AT_ONCE, FIRST_SEED + HISTORIES)):
        play(seed, kits, place)


def play(seed: int, kits: list[Kit], place: Path) -> None:
    """One history from its beginning to the last question."""
    world = World.begin(seed, place / f"history{seed}", kits)
    try:
        for _ in range(world.random.randrange(8, 40)):
            world.step()
        there = {id_ for machine in (world.hq, *world.laptops) for id_ in dumps.revisions(machine)}
        world.heal()
        nothing_is_lost(world, there)
        whoever_shares_a_profile_knows_the_same(world)
        erased_stays_erased(world)
        importing_again_changes_nothing(world)
        the_order_does_not_matter(world, kits[0])
    except BaseException as cause:
        cause.add_note(f"history of seed {seed}:\n" + "\n".join(world.log))
        raise
    finally:
        world.close()


def nothing_is_lost(world: World, there: set[RevisionId]) -> None:
    """Every revision that lay on any disk is at headquarters, and what it says is shown, contested or knowingly overwritten."""
    known, gone = dumps.revisions(world.hq), dumps.erased(world.hq)
    assert there - undone_at_headquarters(world) <= known.keys()
    for laptop in world.laptops:
        assert dumps.revisions(laptop).keys() - undone_at_headquarters(world) <= known.keys()
        assert not laptop.workplace.store.outbox.has_to_send(laptop.workplace.station), laptop.name
    for profile, revisions in dumps.by_person(world.hq, known).items():
        seen = dumps.view(revisions)
        overwritten = {parent for one in revisions for parent in one.parents}
        for head in (one for one in revisions if one.id not in overwritten and one.profile not in gone):
            for path, plain in head.changes().items():
                claims = [claim.plain for claim in seen.conflicts.get(path, ())]
                assert seen.values.get(path) == plain or plain in claims, (profile, path)


def undone_at_headquarters(world: World) -> set[RevisionId]:
    """What headquarters decided after the copy from which it was put back; laptops may know it, but do not send it (docs)."""
    known, office = dumps.revisions(world.hq).keys(), world.hq.device
    if world.hq.name not in world.epochs:  # it was never put back
        return set()
    others = (revision for laptop in world.laptops for revision in dumps.revisions(laptop).values())
    return {revision.id for revision in others if revision.device == office and revision.id not in known}


def whoever_shares_a_profile_knows_the_same(world: World) -> None:
    """What headquarters shares with a laptop is there as it is at headquarters. Clones read each other's post: not they."""
    known, undone = dumps.by_profile(dumps.revisions(world.hq)), undone_at_headquarters(world)
    devices = [laptop.device for laptop in world.laptops]
    for laptop in world.laptops:
        if devices.count(laptop.device) == 1:
            theirs = dumps.by_profile(dumps.revisions(laptop))
            for profile in dumps.shared_with(world.hq, laptop.device):
                if undone & {one.id for one in theirs[profile]}:
                    continue
                assert {one.id for one in theirs[profile]} == {one.id for one in known[profile]}, (laptop.name, profile)
                if all(one.scope is Scope.FULL for one in known[profile]):  # else headquarters was not told all
                    assert dumps.view(theirs[profile]) == dumps.view(known[profile])


def erased_stays_erased(world: World) -> None:
    """Of an erased profile only numbers are left, at headquarters and on every laptop but a clone's."""
    gone = dumps.erased(world.hq)
    devices = [laptop.device for laptop in world.laptops]
    for machine in (world.hq, *(laptop for laptop in world.laptops if devices.count(laptop.device) == 1)):
        for revision in dumps.revisions(machine).values():
            if revision.profile in gone:
                assert revision.scope is Scope.STUB, (machine.name, revision.profile)
        assert not gone & set(machine.workplace.store.profiles.ids(ListQuery()))


def importing_again_changes_nothing(world: World) -> None:
    """Whatever came once may come again, in any order."""
    before = dumps.state(world.hq)
    for path in world.random.sample(world.files, min(3, len(world.files))):
        world.hq.workplace.importing.take(path)
    assert dumps.state(world.hq) == before


def the_order_does_not_matter(world: World, kit: Kit) -> None:
    """Two empty headquarters that get all files ever written, in different orders, end alike."""
    first, second = (fresh_headquarters(world, kit, number) for number in (1, 2))
    for machine in (first, second):
        for path in world.random.sample(world.files, len(world.files)):
            machine.workplace.importing.take(path)
    assert dumps.state(first) == dumps.state(second)
    first.close()
    second.close()


def fresh_headquarters(world: World, kit: Kit, number: int) -> Machine:
    """Headquarters as it was before the history began."""
    return start(f"fresh{number}", kit, world.folder, world.time)


def test_the_same_seed_gives_the_same_history(kits: list[Kit], place: Path) -> None:
    logs = []
    for turn in range(2):
        world = World.begin(5, place / f"turn{turn}", kits)
        for _ in range(25):
            world.step()
        logs.append(world.log)
        world.close()
    assert logs[0] == logs[1]
