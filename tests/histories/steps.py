"""The steps of a random history, with how often each is taken; and how everything heals in the end."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final

from s2w_desktop.domain.key_changes import GRACE_DAYS
from tests.histories.disk_steps import clone, copy_disk, put_disk_back, set_clock
from tests.histories.machines import BEGINNING, Machine
from tests.histories.office_steps import change_keys, decide, hand_on, join, link, part, part_two_people, unlink
from tests.histories.people_steps import edit, edit_at_headquarters, erase, record, thin
from tests.histories.post_steps import answer, deliver, export, hand_over, install, lose, reach, reach_headquarters
from tests.histories.world import Letter, World

STEPS: Final[Mapping[Callable[[World], None], int]] = {
    record: 2,
    edit: 10,
    edit_at_headquarters: 6,
    export: 8,
    deliver: 20,
    answer: 4,
    lose: 2,
    copy_disk: 3,
    put_disk_back: 6,
    clone: 1,
    set_clock: 1,
    decide: 20,
    part_two_people: 12,
    join: 3,
    part: 4,
    link: 2,
    unlink: 2,
    hand_on: 2,
    change_keys: 2,
    erase: 1,
    thin: 2,
}
"""How often each is drawn; those that can seldom happen are drawn often."""
MOST_ROUNDS: Final = 10


def step(world: World) -> None:
    """Something happens to somebody; what cannot happen yet is drawn again."""
    world.time.passes(world.random.choice((1, 60, 3600, 86400, 7 * 86400)))
    world.has_trouble |= world.time.now - BEGINNING > timedelta(days=GRACE_DAYS)
    before = len(world.log)
    while len(world.log) == before:
        world.random.choices(list(STEPS), list(STEPS.values()))[0](world)


def heal(world: World) -> None:
    """Everybody writes and reads until nobody has anything to say; the post is reliable now.

    Packs of keys reach half of the laptops; the others get them when they cannot read what comes.
    """
    for laptop in world.laptops:
        if world.random.random() < 0.5:
            _install_all(world, laptop)
    is_unread = True
    for _ in range(MOST_ROUNDS):
        world.time.passes(3600)
        for laptop in world.laptops:
            hand_over(world, laptop)
        _deliver_all(world)
        answer(world, again=is_unread)
        is_quiet = not world.mail
        is_unread = not _deliver_all(world)
        if is_quiet and not is_unread:
            return
    raise AssertionError("the machines never stop writing to each other")


def _deliver_all(world: World) -> bool:
    """Everything on its way arrives; False where a laptop could not read something. Clones read one stick."""
    world.random.shuffle(world.mail)
    are_read = [True]
    while world.mail:
        letter = world.mail.pop()
        if letter.to is None:
            reach_headquarters(world, letter)
        else:
            are_read += (_reach_at_last(world, laptop, letter) for laptop in world.those_of(letter.to))
    return all(are_read)


def _reach_at_last(world: World, laptop: Machine, letter: Letter) -> bool:
    if reach(world, laptop, letter):
        return True
    for one in world.those_of(laptop.device):  # headquarters writes with the keys that the last clone to write was seen to have
        _install_all(world, one)
    return reach(world, laptop, letter)


def _install_all(world: World, laptop: Machine) -> None:
    for pack in world.promises.packs:
        install(world, laptop, pack)
