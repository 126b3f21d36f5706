"""What holds at the end of every history."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from s2w_desktop.domain.errors import WrongRecipient
from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.joining import EARLIER_PATH, SAME_PERSON_PATH
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.storage.values import ListQuery
from tests.histories import dumps
from tests.histories.machines import Kit, Machine, start
from tests.histories.world import World


def nothing_is_lost(world: World, there: set[RevisionId]) -> None:
    """Every revision that lay on any disk is at headquarters, and what it says is shown, contested or knowingly overwritten."""
    known, gone, undone = dumps.revisions(world.hq), dumps.erased(world.hq), undone_at_headquarters(world)
    assert there - undone <= known.keys()
    for laptop in world.laptops:
        assert dumps.revisions(laptop).keys() - undone <= known.keys()
        assert not laptop.workplace.store.outbox.has_to_send(laptop.workplace.station), laptop.name
    for profile, revisions in dumps.by_person(world.hq, known).items():
        seen = dumps.view(revisions)
        overwritten = {parent for one in revisions for parent in one.parents}
        for head in (one for one in revisions if one.id not in overwritten and one.profile not in gone):
            for path, plain in head.changes().items():
                if path == SAME_PERSON_PATH:  # where the profile belongs is no part of what it says
                    continue
                claims = [claim.plain for claim in seen.conflicts.get(path, ())]
                assert seen.values.get(path) == plain or plain in claims, (profile, path)


def what_was_removed_is_at_headquarters(world: World) -> None:
    """What laptops removed is there as it was, but for what was lost when headquarters was put back and for erased people.

    Nothing is left of it on the laptop, unless it came back.
    """
    known, gone = dumps.revisions(world.hq), dumps.erased(world.hq)
    for id_, scope in world.thinned.items():
        if id_ not in world.undone and known[id_].profile not in gone:
            assert known[id_].scope is scope, id_
    for laptop in world.laptops:
        removed, listed = dumps.removed(laptop), set(laptop.workplace.store.profiles.ids(ListQuery()))
        assert not removed & listed, laptop.name
        assert {one.scope for one in dumps.revisions(laptop).values() if one.profile in removed} <= {Scope.STUB}, laptop.name


def undone_at_headquarters(world: World) -> set[RevisionId]:
    """What headquarters decided after the copy from which it was put back; laptops may know it, but do not send it (docs)."""
    return {revision.id for revision in undone_revisions(world)}


def undone_revisions(world: World) -> list[Revision]:
    """The revisions of `undone_at_headquarters`, as laptops have them."""
    if world.hq.name not in world.epochs:  # it was never put back
        return []
    known, office = dumps.revisions(world.hq).keys(), world.hq.device
    others = (revision for laptop in world.laptops for revision in dumps.revisions(laptop).values())
    return [revision for revision in others if revision.device == office and revision.id not in known]


def alone(world: World) -> list[Machine]:
    """The laptops without a clone: clones read each other's post."""
    how_many = Counter(laptop.device for laptop in world.laptops)
    return [laptop for laptop in world.laptops if how_many[laptop.device] == 1]


def whoever_shares_a_profile_knows_the_same(world: World) -> None:
    """What headquarters shares with a laptop is there as it is at headquarters."""
    known, undone = dumps.by_profile(dumps.revisions(world.hq)), undone_at_headquarters(world)
    for laptop in alone(world):
        theirs, removed = dumps.by_profile(dumps.revisions(laptop)), dumps.removed(laptop)
        for profile in dumps.shared_with(world.hq, laptop.device):
            if undone & {one.id for one in theirs[profile]} or profile in removed:
                continue
            assert {one.id for one in theirs[profile]} == {one.id for one in known[profile]}, (laptop.name, profile)
            if all(one.scope is Scope.FULL for one in known[profile]):  # else headquarters was not told all
                assert dumps.view(theirs[profile]) == dumps.view(known[profile])


def what_was_handed_on_is_there_once(world: World) -> None:
    """A profile that headquarters handed on is shared with that laptop, and everybody is in a list once."""
    for machine in (world.hq, *world.laptops):
        assert set(Counter(machine.workplace.store.profiles.ids(ListQuery())).values()) <= {1}
    listed, roots = set(world.hq.workplace.store.profiles.ids(ListQuery())), dumps.roots(world.hq)
    undone = {revision.profile for revision in undone_revisions(world)}
    for laptop in alone(world):
        shared, theirs = dumps.shared_with(world.hq, laptop.device), set(laptop.workplace.store.profiles.ids(ListQuery()))
        for (profile, device), at in world.promises.given.items():
            root = roots.get(profile) or profile
            if device != laptop.device or world.removed.get((profile, device), -1) >= at:
                continue
            assert profile in shared, (laptop.name, profile)
            if not {profile, root} & undone:
                assert (root in listed) == (root in theirs), (laptop.name, profile)


def links_stand(world: World) -> None:
    """Who was linked is linked, at headquarters and wherever the later profile is shared."""
    gone, undone = dumps.erased(world.hq), {revision.profile for revision in undone_revisions(world)}
    links = {later: earlier for later, earlier in world.promises.links.items() if not {later, earlier} & gone}
    known = dumps.by_profile(dumps.revisions(world.hq))
    for later, earlier in links.items():
        assert dumps.view(known[later]).values[EARLIER_PATH] == str(earlier), later
    for laptop in alone(world):
        theirs, removed = dumps.by_profile(dumps.revisions(laptop)), dumps.removed(laptop)
        for later in links.keys() & set(dumps.shared_with(world.hq, laptop.device)) - undone - removed:
            assert dumps.view(theirs[later]).values[EARLIER_PATH] == str(links[later]), (laptop.name, later)


def erased_stays_erased(world: World) -> None:
    """Of an erased profile only numbers are left, at headquarters and on every laptop but a clone's."""
    gone = dumps.erased(world.hq)
    for machine in (world.hq, *alone(world)):
        for revision in dumps.revisions(machine).values():
            if revision.profile in gone:
                assert revision.scope is Scope.STUB, (machine.name, revision.profile)
        assert not gone & set(machine.workplace.store.profiles.ids(ListQuery()))


def importing_again_changes_nothing(world: World) -> None:
    """Whatever came once may come again, in any order."""
    files = world.random.sample(world.files, min(3, len(world.files)))
    _take(world, files)  # a lost stick is found, or was forgotten when headquarters was put back (found by seed 159)
    before = dumps.state(world.hq)
    _take(world, files[::-1])
    assert dumps.state(world.hq) == before


def _take(world: World, files: Sequence[Path]) -> None:
    for path in files:
        try:
            world.hq.workplace.importing.take(path)
        except WrongRecipient:  # it was put back to older keys since
            assert world.has_lost_keys


def the_order_does_not_matter(world: World, kit: Kit) -> None:
    """Two headquarters that have nothing but the keys get all files ever written, in different orders: they end alike."""
    first, second = (fresh_headquarters(world, kit, number) for number in (1, 2))
    for machine in (first, second):
        for path in world.random.sample(world.files, len(world.files)):
            machine.workplace.importing.take(path)
    assert dumps.state(first) == dumps.state(second)
    first.close()
    second.close()


def fresh_headquarters(world: World, kit: Kit, number: int) -> Machine:
    """Headquarters as it was before the history began, with all keys that it had in it."""
    machine = start(f"fresh{number}", kit, world.folder, world.time)
    for keys in world.keys[1:]:
        machine.workplace.store.stations.rotate(keys, world.time.now)
    return machine
