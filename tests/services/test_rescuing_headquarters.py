"""A damaged headquarters (F04): what is sound comes out, what is lost is told, and laptops send again what they still have."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete

from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.errors import UnknownSender, WrongRecipient
from s2w_desktop.domain.exchange_errors import NotPermitted
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.matters import MatterKind
from s2w_desktop.domain.revisions import Revision
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.looking import Standing
from s2w_desktop.services.setup import RECOVERY_FACT
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.page_reader import PAGE_BYTES
from s2w_desktop.storage.salvage import MADE_ANEW
from s2w_desktop.storage.seen_numbers import NAME as NUMBERS
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.tables import officer
from s2w_desktop.storage.values import ListQuery
from tests.services.busy_office import BusyOffice, Row, make_busy_office, receipt, tables
from tests.services.exchanges import bring, listed
from tests.services.places import enrol, interview

Tables = dict[str, list[Row]]
EMPTY = {"dispatch", "acknowledgement", "blob_dispatch", "order_in", "rejection", "unkept", "template", "peer_key"}
"""What a headquarters does not have, and what these people did not do."""

CHANGED = MADE_ANEW | {"profile", "station", "counter", "access_entry"}
"""Made anew, numbered anew, and the entry that says so."""

SMALL = {"fact", "distinct_pair", "order_out", "share", "heard", "matter", "claim", "approval", "reach", "edition", "thinned"}
SEEDS = (3, 11, 20)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> BusyOffice:
    return make_busy_office(tmp_path_factory.mktemp("office") / "world")


@pytest.fixture(scope="module")
def before(made: BusyOffice) -> Tables:
    return tables(made.folder / "hq", made.key)


@pytest.fixture
def world(made: BusyOffice, tmp_path: Path) -> BusyOffice:
    return made.copied_to(tmp_path / "world")


def authors(world: BusyOffice, store: str) -> set[tuple[object, ...]]:
    """Who works at which laptop."""
    found = {tuple(row[:2]) for row in tables(world.folder / store, world.key)["author"]}
    assert found
    return found


def of(*names: str) -> Callable[[str, Row], bool]:
    return lambda table, _row: table in names


def fewer(before: Tables, world: BusyOffice) -> set[str]:
    """The tables of the new store that lack a row. None has a row that was not there, but the note that something is missing,
    and open work that became final because the list was lost."""
    after, finished = tables(world.folder / "new", world.key), world.people["open"].hex
    for name in before.keys() - CHANGED:
        made_up = Counter(after[name]) - Counter(before[name])
        assert all(finished in row if name in ("revision", "share") else row[0] == "doubted_until" for row in made_up), name
    return {name for name in before.keys() - CHANGED if Counter(before[name]) - Counter(after[name])}


class Again:
    """The rescued headquarters, and the laptops that are still there, at work."""

    def __init__(self, world: BusyOffice, stack: ExitStack) -> None:
        self.hq = stack.enter_context(world.office("new"))
        self.laptops = [stack.enter_context(world.laptop(name)) for name in ("one", "other")]
        self.stick = world.folder / "later"
        self.stick.mkdir()

    def rounds(self, count: int) -> None:
        """So many times every laptop hands over and follows the receipt."""
        for _ in range(count):
            for laptop in self.laptops:
                interview(laptop)
                bring(self.hq, laptop, self.stick)
                laptop.receipts.take(receipt(self.hq, laptop, self.stick))

    def lacking(self) -> list[object]:
        """What of their own laptops have and headquarters has not, or not as much of, and whom they wait for to be confirmed."""
        return [one for laptop in self.laptops for one in self._lacking(laptop)]

    def _lacking(self, laptop: Workplace) -> Iterator[object]:
        here = {(one.id, one.scope) for one in _revisions(self.hq)}
        own = [one for one in _revisions(laptop) if one.device == laptop.station.device]
        yield from (one.id for one in own if (one.id, one.scope) not in here)
        yield from (one for one in self.hq.store.inbox.missing_blobs(laptop.station.device) if laptop.store.blobs.find(one))
        yield from laptop.store.profiles.ids(ListQuery(states=frozenset({Handover.HERE, Handover.IN_BUNDLE})))

    def matters(self) -> set[MatterKind]:
        return {one.found.kind for one in self.hq.office.matters.all()}


def _revisions(workplace: Workplace) -> list[Revision]:
    return [one for profile in listed(workplace) for one in workplace.store.profiles.load(profile).revisions]


@pytest.fixture
def again(world: BusyOffice) -> Iterator[Callable[[], Again]]:
    with ExitStack() as stack:
        yield lambda: Again(world, stack)


def test_a_sound_headquarters_comes_out_whole_although_it_waits_for_a_record(
    world: BusyOffice, before: Tables, again: Callable[[], Again]
) -> None:
    assert {name for name, rows in before.items() if not rows} == EMPTY
    rescued = world.rescued()
    assert (rescued.is_complete, rescued.part, rescued.lost) == (True, (), ())
    assert fewer(before, world) == set()
    assert authors(world, "new") == authors(world, "hq")
    there = again()
    assert there.matters() == {MatterKind.GAP, MatterKind.QUARANTINED, MatterKind.REVOKED_SENDER}
    assert there.hq.importing.take(world.from_lost).was_known
    there.rounds(1)
    assert there.lacking() == []


def test_small_tables_that_are_lost_are_told_and_the_rest_goes_on(
    world: BusyOffice, before: Tables, again: Callable[[], Again]
) -> None:
    world.spoil_rows(lambda table, row: table in SMALL or (table == "access_entry" and row[0] == 1))
    rescued = world.rescued()
    assert (set(rescued.salvaged.tables), rescued.part, rescued.lost) == (SMALL | {"access_entry"}, (), ())
    assert fewer(before, world) == SMALL
    there = again()
    assert {one.device for one in there.hq.receipts.due()} == {one.station.device for one in there.laptops}
    there.rounds(2)
    assert there.lacking() == []
    removed = there.hq.store.thinnings.removed_by(there.laptops[1].station.device)
    assert removed == {world.people["thin"], world.people["thinner"]}  # the laptop says it again
    assert there.hq.office.access_log.check().broken == 1
    recovery = next(row for row in before["fact"] if row[0] == RECOVERY_FACT)
    assert there.hq.store.facts.get(RECOVERY_FACT) == recovery[1]  # the vault knows it too


def test_a_lost_copy_of_a_document_is_told_and_comes_again_from_a_laptop_that_has_it(
    world: BusyOffice, before: Tables, again: Callable[[], Again]
) -> None:
    world.spoil_rows(of("blob"))
    rescued = world.rescued()
    assert (len(rescued.part), rescued.lost, fewer(before, world)) == (3, (), {"blob"})
    there = again()
    assert MatterKind.MISSING_COPY in there.matters()
    there.rounds(2)
    assert there.lacking() == []
    one, other = there.laptops
    assert there.hq.store.inbox.missing_blobs(one.station.device) == ()
    assert len(there.hq.store.inbox.missing_blobs(other.station.device)) == 1  # it was removed there
    assert MatterKind.MISSING_COPY in there.matters()


def test_lost_steps_are_counted_and_come_again_and_what_laptops_removed_stays_lost(
    world: BusyOffice, before: Tables, again: Callable[[], Again]
) -> None:
    hit = {world.people[name].hex for name in ("kept", "third", "thin", "second")}
    world.spoil_rows(lambda table, row: table == "revision" and row[1] in hit)
    rescued = world.rescued()
    assert fewer(before, world) == {"revision", "distinct_pair"}
    assert (set(rescued.salvaged.tables), rescued.salvaged.left_out) == (
        {"revision"},
        1,
    )  # somebody told apart is not there any more
    assert rescued.salvaged.missing_revisions > 1
    assert set(rescued.lost) | set(rescued.part)
    there = again()
    there.rounds(2)
    assert there.lacking() == []
    assert {MatterKind.FORK, MatterKind.CHAIN}.isdisjoint(there.matters())
    assert world.people["kept"] in listed(there.hq)
    assert world.people["thin"] not in listed(there.hq)
    there.hq.office.reporting.draft()


def test_decisions_about_people_outlive_the_list(world: BusyOffice, again: Callable[[], Again]) -> None:
    people = world.people
    world.spoil_rows(of("profile"))
    rescued = world.rescued()
    assert (rescued.is_complete, rescued.salvaged.left_out) == (True, 0)
    there = again()
    assert there.hq.store.likeness.told_apart(people["third"]) == {people["fourth"]}
    assert there.hq.store.joins.root(people["second"]) == people["first"]
    assert there.hq.office.conflicts.waiting()[0].profile == people["given"]
    assert there.hq.interviews.read(people["open"]).text("identity.sex") == "M"  # what was open is final
    there.rounds(1)
    assert there.lacking() == []


def test_what_was_put_aside_is_taken_in_again_from_the_same_stick(
    world: BusyOffice, before: Tables, again: Callable[[], Again]
) -> None:
    world.spoil_rows(of("quarantine"))
    rescued = world.rescued()
    assert (set(rescued.salvaged.tables), fewer(before, world)) == ({"quarantine"}, {"quarantine"})
    there = again()
    assert {MatterKind.QUARANTINED, MatterKind.REVOKED_SENDER}.isdisjoint(there.matters())
    assert there.hq.looking.inspect(world.from_lost).standing is Standing.LATE
    for was_known in (False, True):
        assert there.hq.importing.take(world.from_lost).was_known is was_known
    assert there.matters() == {MatterKind.GAP, MatterKind.REVOKED_SENDER}
    (bundle,) = {one.bundle for one in there.hq.store.inbox.quarantined()}
    assert there.hq.store.quarantine.waiting(bundle, "revoked_sender")
    there.rounds(2)
    assert there.lacking() == []
    assert MatterKind.GAP not in there.matters()


def test_a_ledger_that_is_lost_takes_everything_in_again(world: BusyOffice, before: Tables, again: Callable[[], Again]) -> None:
    world.spoil_rows(of("bundle_in"))
    rescued = world.rescued()
    assert fewer(before, world) == {"bundle_in", "quarantine"}
    assert rescued.salvaged.left_out == len(before["quarantine"])
    there = again()
    assert not there.hq.importing.take(world.from_lost).was_known
    there.rounds(2)
    assert there.lacking() == []


def test_who_was_erased_stays_so_where_the_order_or_the_laptop_tells(world: BusyOffice, again: Callable[[], Again]) -> None:
    world.spoil_rows(of("erased"))
    rescued = world.rescued()
    assert rescued.salvaged.tables == {"erased"}
    there = again()
    erased, buried = world.people["erased"], world.people["buried"]
    assert {one.profile for one in there.hq.store.erasures.all()} == {erased}
    there.hq.importing.take(world.first)  # content of both, from before
    assert erased not in listed(there.hq)
    there.rounds(2)
    assert {one.profile for one in there.hq.store.erasures.all()} == {erased, buried}
    assert {erased, buried}.isdisjoint(listed(there.hq))


def test_where_no_administrator_is_left_whoever_opened_the_store_is_one_and_nothing_else(
    world: BusyOffice, again: Callable[[], Again]
) -> None:
    world.spoil_rows(of("officer"))
    rescued = world.rescued()
    assert (rescued.has_new_administrator, set(rescued.salvaged.tables)) == (True, {"officer"})
    hq = again().hq
    (someone,) = hq.store.officers.all()
    assert (someone.id, set(someone.duties)) == (hq.officer, {Duty.ADMINISTRATOR})
    with pytest.raises(NotPermitted):
        hq.interviews.open(world.people["kept"])
    hq.office.staff.give(someone.id, list(Duty))
    hq.interviews.open(world.people["kept"]).close()


def test_as_long_as_there_is_an_administrator_only_that_one_saves_headquarters(world: BusyOffice) -> None:
    database = EncryptedFile(world.folder / "hq" / DATABASE_NAME, StoreKey(bytearray(world.key)))
    with database.writing() as connection:  # as if only the row of whoever opens it were lost
        connection.execute(delete(officer).where(officer.c.id != world.colleague))
    database.close()
    with pytest.raises(NotPermitted):
        world.rescued()
    assert not (world.folder / "new").exists()


@pytest.mark.parametrize("is_noted", [True, False], ids=["numbers noted", "nothing noted"])
def test_a_headquarters_that_lost_its_own_row_is_never_taken_for_a_laptop(world: BusyOffice, *, is_noted: bool) -> None:
    with world.office("hq") as hq:
        before = hq.station
    world.spoil_rows(of("station", "peer"))
    if not is_noted:
        (world.folder / "hq" / NUMBERS).unlink()
    assert world.rescued().salvaged.has_new_station
    with world.office("new") as hq:
        assert (hq.station.role, hq.station.device, hq.station.epoch) == (Role.HEADQUARTERS, before.device, before.epoch + 1)


def test_without_keys_and_laptops_all_get_to_know_each_other_again_and_nothing_is_lost(
    world: BusyOffice, again: Callable[[], Again]
) -> None:
    world.spoil_rows(of("own_keys", "old_identity", "peer"))
    rescued = world.rescued()
    assert (rescued.salvaged.has_new_keys, set(rescued.salvaged.tables)) == (True, {"own_keys", "old_identity", "peer"})
    there = again()
    interview(there.laptops[0])
    with pytest.raises((WrongRecipient, UnknownSender)):
        bring(there.hq, there.laptops[0], there.stick)
    for laptop in there.laptops:
        enrol(headquarters=there.hq, laptop=laptop, folder=there.stick)
    there.rounds(2)
    assert there.lacking() == []


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_broken_anywhere_make_nothing_up_and_what_laptops_have_comes_again(
    world: BusyOffice, before: Tables, again: Callable[[], Again], seed: int
) -> None:
    random, database = Random(seed), world.folder / "hq" / DATABASE_NAME
    needed = of("officer", "peer", "own_keys", "old_identity")  # people put these right: the tests above
    kept = {page for page, rows in world.pages().items() if any(needed(*one) for one in rows)}
    pages = set(range(1, database.stat().st_size // PAGE_BYTES + 1)) - kept
    broken = random.sample(sorted(pages), 12)
    world.spoil(broken)
    rescued = world.rescued()
    lost = fewer(before, world)
    assert lost <= rescued.salvaged.tables | {"quarantine", "distinct_pair", "working"}
    assert not lost or not rescued.is_complete
    there = again()
    there.rounds(3)
    assert there.lacking() == []
    assert {MatterKind.FORK, MatterKind.CHAIN}.isdisjoint(there.matters())
    there.hq.office.reporting.draft()
    assert there.hq.papers.profile_paper(world.people["kept"], ("en",)).startswith(b"%PDF")
    assert there.hq.office.access_log.check().entries
