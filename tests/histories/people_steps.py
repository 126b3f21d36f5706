"""Steps of a history about people: recorded, edited, erased, removed from a laptop because headquarters has them."""

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.services.interviews import Pair
from s2w_desktop.storage.values import ListQuery
from tests.histories import dumps
from tests.histories.events import Event
from tests.histories.machines import Machine
from tests.histories.world import World, short

TEXTS = ("identity.given_names", "identity.family_names", "identity.other_names", "identity.place_of_birth", "record.remark")


def record(world: World) -> None:
    """A new interview: before a departure, after it, or nobody says when."""
    laptop = world.random.choice(world.laptops)
    interview(world, laptop, world.random.choices(("", "PRE", "REC"), (4, 3, 3))[0])


def interview(world: World, laptop: Machine, stage: str, share: float = 0.6) -> None:
    """Somebody is recorded, at this stage if it is told; so many agree that another office gets their profile."""
    random = world.random
    session = laptop.workplace.interviews.begin(Pair("en", "ara"))
    session.set_answer("consent.create_profile", "granted")
    session.set_answer("consent.send_with_name", random.choices(("granted", "refused"), (9, 1))[0])
    session.set_answer("consent.send_for_figures", "granted")
    if random.random() < share:
        session.set_answer("consent.pass_to_office", "granted")
    if stage:
        session.set_answer("session.stage", stage)
    session.close()
    world.note(Event.RECORDED, laptop.name, short(session.profile.id))


def edit(world: World) -> None:
    """Somebody changes a profile that stands on a laptop."""
    _edit(world, world.random.choice(world.laptops), Event.EDITED)


def edit_at_headquarters(world: World) -> None:
    """Headquarters changes a profile: with a conflict if there is one, so that it is settled."""
    _edit(world, world.hq, Event.EDITED_AT_HEADQUARTERS)


def _edit(world: World, machine: Machine, event: Event) -> None:
    profiles, random = machine.workplace.store.profiles.ids(ListQuery()), world.random
    if not profiles:
        return
    profile = random.choice(sorted(profiles)[: random.choice((1, len(profiles)))])  # mostly the one that others edit too
    session = machine.workplace.interviews.open(profile)
    settled = [path for path in session.conflicts if path in TEXTS]
    for path in settled:
        session.set_answer(path, world.value())
    for path in random.sample(TEXTS[: random.choice((2, 2, 5))], random.choice((1, 1, 2))):
        session.set_answer(path, world.value() if random.random() < 0.9 else None)
    entries = session.profile.entries("work")
    if random.random() < 0.3:
        session.add_entry("work")
    elif entries and random.random() < 0.4:
        session.remove_entry("work", random.choice(entries))
        world.note(Event.ENTRY_REMOVED, machine.name, short(profile))
    session.close()
    world.note(event, machine.name, short(profile))
    if settled:
        world.note(Event.SETTLED, machine.name, short(profile))


def thin(world: World) -> None:
    """A laptop removes whatever headquarters has confirmed."""
    laptop = world.random.choice(world.laptops)
    before = dumps.revisions(laptop)
    if not laptop.workplace.safekeeping.thinning.remove(0):
        return
    after = dumps.revisions(laptop)
    gone = [one for id_, one in before.items() if after[id_].scope is not one.scope]
    known = dumps.revisions(world.hq)
    for one in gone:
        assert one.id in world.undone or known[one.id].scope is one.scope or one.profile in dumps.erased(world.hq), one.id
        world.thinned[one.id] = one.scope
    world.removed |= dict.fromkeys(((one.profile, laptop.device) for one in gone), len(world.log))
    world.note(Event.THINNED, laptop.name, ", ".join(sorted({short(one.profile) for one in gone})))


def erase(world: World) -> None:
    """A person wants to be forgotten, at a laptop or at headquarters."""
    machine = world.anybody()
    profiles = machine.workplace.store.profiles.ids(ListQuery())
    if profiles:
        profile = world.random.choice(sorted(profiles))
        machine.workplace.erasure.erase(profile, ErasureReason.REQUEST)
        event = Event.ERASED_AT_HEADQUARTERS if machine is world.hq else Event.ERASED
        world.note(event, machine.name, short(profile))
