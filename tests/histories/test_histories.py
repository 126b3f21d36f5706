"""Random histories of laptops and headquarters (issue: headquarters, part 3): nothing is lost, nothing depends on the order.

A failure names its seed; `python packaging/dev.py soak --histories N --seed S` plays it again and looks for more. What a history
found has a test of its own where it was mended: a seed means another history as soon as there is a new kind of step.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.histories import checks, dumps
from tests.histories.events import Event
from tests.histories.kits import make_kits
from tests.histories.machines import Kit
from tests.histories.steps import heal, step
from tests.histories.world import World

HISTORIES = int(os.environ.get("S2W_HISTORIES", "500"))
FIRST_SEED = int(os.environ.get("S2W_FIRST_SEED", "1"))
AT_ONCE = 20
LONG, MOST_SOUGHT = 60, 60


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
        live(world)
        there = {id_ for machine in (world.hq, *world.laptops) for id_ in dumps.revisions(machine)}
        heal(world)
        checks.nothing_is_lost(world, there)
        checks.what_was_removed_is_at_headquarters(world)
        checks.whoever_shares_a_profile_knows_the_same(world)
        checks.what_was_handed_on_is_there_once(world)
        checks.links_stand(world)
        checks.erased_stays_erased(world)
        checks.importing_again_changes_nothing(world)
        checks.the_order_does_not_matter(world, kits[0])
    except BaseException as cause:
        cause.add_note(f"history of seed {seed}:\n" + "\n".join(world.log))
        raise
    finally:
        world.close()


def live(world: World) -> None:
    """All steps of a history."""
    for _ in range(world.random.randrange(4, 17)):
        step(world)


def test_every_kind_of_step_happens_and_everything_that_may_come_of_it(kits: list[Kit], place: Path) -> None:
    """A step that silently does nothing any more would prove nothing."""
    happened: set[Event] = set()
    for seed in range(1, MOST_SOUGHT + 1):
        world = World.begin(seed, place / f"history{seed}", kits)
        for _ in range(LONG):
            step(world)
        happened |= world.happened.keys()
        world.close()
        if happened == set(Event):
            return
    raise AssertionError(f"never happens: {', '.join(sorted(set(Event) - happened))}")


def test_the_same_seed_gives_the_same_history(kits: list[Kit], place: Path) -> None:
    logs = []
    for turn in range(2):
        world = World.begin(5, place / f"turn{turn}", kits)
        for _ in range(25):
            step(world)
        logs.append(world.log)
        world.close()
    assert logs[0] == logs[1]
