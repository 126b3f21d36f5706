"""Steps of a history that headquarters decides: conflicts, people recorded twice, who else gets a profile, new keys."""

from s2w_desktop.domain.exchange_errors import TransferNotAgreed
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.services.conflicts import Choice, Take
from s2w_desktop.storage.values import ListQuery
from tests.histories.events import Event
from tests.histories.world import KeysFile, Letter, Mail, World, short


def decide(world: World) -> None:
    """Headquarters decides about everything that stands against each other on somebody."""
    office = world.hq.workplace.office
    waiting = office.conflicts.waiting()
    if waiting:
        seen = office.conflicts.of(world.random.choice(waiting).profile)
        choices: dict[str, Choice] = {one.path: Take(world.random.randrange(len(one.voices))) for one in seen.open}
        office.conflicts.decide(seen, choices)
        world.note(Event.DECIDED, "H", short(seen.profile.id))


def part_two_people(world: World) -> None:
    """Headquarters finds that what stands against each other on somebody is about two people."""
    two_people, waiting = world.hq.workplace.office.two_people, world.hq.workplace.office.conflicts.waiting()
    if not waiting:
        return
    seen = two_people.of(world.random.choice(waiting).profile)
    if not seen.sides:
        return  # two profiles of one person say different things
    side = seen.sides[-1] if world.random.random() < 0.7 else world.random.choice(seen.sides)  # mostly who was spoken of last
    left = two_people.part(seen, side.tip)
    world.promises.unlinked(seen.profile, left.profile)
    world.note(Event.TWO_PEOPLE, "H", f"{short(seen.profile)}, {short(left.profile)} leaves")


def _listed(world: World) -> list[ProfileId]:
    return sorted(world.hq.workplace.store.profiles.ids(ListQuery()))


def join(world: World) -> None:
    """Headquarters finds that two profiles are of one person."""
    profiles, duplicates = _listed(world), world.hq.workplace.office.duplicates
    if len(profiles) < 2:
        return
    kept, other = world.random.sample(profiles, 2)
    if duplicates.compare(kept, other).can_join:
        duplicates.joining.join(kept, other)
        world.promises.unlinked(kept, other)
        world.note(Event.JOINED, "H", f"{short(other)} into {short(kept)}")


def part(world: World) -> None:
    """Headquarters finds that they are not."""
    joining = world.hq.workplace.office.duplicates.joining
    joins = joining.all()
    if joins:
        one = world.random.choice(joins)
        world.promises.unlinked(one.profile, one.root)
        joining.part(one.profile)
        world.note(Event.PARTED, "H", short(one.profile))


def link(world: World) -> None:
    """Headquarters finds that somebody was recorded before the departure and after it."""
    duplicates = world.hq.workplace.office.duplicates
    stages = {profile: duplicates.stage(profile) for profile in _listed(world)}
    before = [profile for profile, stage in stages.items() if stage == "PRE"]
    after = [profile for profile, stage in stages.items() if stage == "REC"]
    if before and after:
        earlier, later = world.random.choice(before), world.random.choice(after)
        duplicates.link(*world.random.sample([earlier, later], 2))
        world.promises.links[later] = earlier
        world.note(Event.LINKED, "H", f"{short(later)} to {short(earlier)}")


def unlink(world: World) -> None:
    """It is not so."""
    there = _listed(world)
    links = [pair for pair in world.promises.links.items() if {*pair} <= {*there}]
    if links:
        later, earlier = world.random.choice(links)
        world.hq.workplace.office.duplicates.unlink(earlier, later)
        world.promises.unlinked(later)
        world.note(Event.UNLINKED, "H", f"{short(later)} from {short(earlier)}")


def hand_on(world: World) -> None:
    """Another centre gets some profiles with their history."""
    profiles = _listed(world)
    if not profiles:
        return
    device = world.random.choice(world.laptops).device
    hand_on_to(world, device, world.random.sample(profiles, min(len(profiles), world.random.choice((1, 1, 2, 3)))))


def hand_on_to(world: World, device: DeviceId, chosen: list[ProfileId]) -> None:
    """As `hand_on`, for this laptop."""
    try:
        handed = world.hq.workplace.transfer.give(chosen, device, world.out())
    except TransferNotAgreed:
        world.note(Event.NOT_AGREED, "H", ", ".join(map(short, chosen)))
        return
    world.mail += (Letter(bundle.path, "H", device, Mail.TRANSFER) for bundle in handed.bundles)
    world.promises.given |= dict.fromkeys(((profile, device) for profile in handed.profiles), len(world.log))
    world.note(Event.HANDED_ON, "H", f"{', '.join(map(short, handed.profiles))} in {handed.bundles[0].path.stem}")


def change_keys(world: World) -> None:
    """Headquarters makes new keys, and a pack for every laptop, in a bundle or as it is; sometimes the old ones were stolen."""
    hq, is_stolen = world.hq.workplace, world.random.random() < 0.2
    made = hq.safekeeping.rotation.rotate(world.out() / "keys", is_stolen=is_stolen)
    words = " ".join(hq.enrolment.own_words())
    world.keys.append(hq.store.stations.keys())
    world.promises.packs += (KeysFile(made.file, words),)
    if world.random.random() < 0.3:
        sent = [(one.bundle.path, one.peer.device) for one in hq.pack_exchange.write(made.file, world.out())]
    else:
        sent = [(made.file, device) for device in sorted({laptop.device for laptop in world.laptops})]
    world.mail += (Letter(path, "H", device, Mail.KEYS, words) for path, device in sent if world.those_of(device))
    world.has_trouble |= is_stolen
    world.note(Event.KEYS_STOLEN if is_stolen else Event.KEYS_CHANGED, "H", f"in {made.file.parent.name}")
