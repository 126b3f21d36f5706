"""A damaged store (F04): what is sound comes out into a new one, which opens as usual and numbers anew."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from s2w_desktop.domain.errors import StoreDamaged, StoreExists, StoreInUse, WrongPassphrase
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.matters import MatterKind
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.unlock_errors import MustWait
from s2w_desktop.domain.waiting import TRIES_PER_WAIT
from s2w_desktop.services.rescuing import rescue
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.page_reader import PAGE_BYTES, PageReader
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import ListQuery, StoredProfile
from tests.services.places import answers_of, change, export, interview
from tests.workplaces import PASSPHRASE, MadeStore, enrol, make_workplace, reopen

SOURCES = system_sources()


@dataclass(frozen=True)
class Made:
    """A laptop that handed over once and went on, and its headquarters; closed."""

    folder: Path
    bundle: tuple[int, int]
    key: bytes
    people: tuple[ProfileId, ...]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")
    with closing(make_workplace(folder / "hq", Role.HEADQUARTERS)) as hq, closing(make_workplace(folder / "laptop")) as laptop:
        enrol(laptop, hq, folder / "cards")
        people = [interview(laptop, identity__given_names=f"Layla {number}") for number in range(20)]
        hq.importing.take(export(laptop, folder / "stick"))
        people += [interview(laptop, identity__given_names=f"Amal {number}") for number in range(20)]
        change(laptop, people[0], identity__given_names="Layla the first")
        numbers = laptop.store.stations.last_numbers()
    key = MadeStore.in_folder(folder / "laptop").key
    return Made(folder, (numbers.epoch, numbers.bundle), key, tuple(people))


@pytest.fixture
def world(made: Made, tmp_path: Path) -> Path:
    shutil.copytree(made.folder, tmp_path / "world")
    return tmp_path / "world"


def everything(workplace: Workplace) -> dict[ProfileId, StoredProfile]:
    profiles = workplace.store.profiles
    return {one: profiles.load(one) for one in profiles.ids(ListQuery())}


def break_pages(made: Made, folder: Path, *words: str) -> None:
    """Flip one bit in each page with a row that has one of the words as a value."""
    copy = folder.parent / "look"
    shutil.copy(folder / DATABASE_NAME, copy)
    content = bytearray(copy.read_bytes())
    with closing(PageReader(copy, StoreKey(bytearray(made.key)))) as reader:
        found = {
            page: [value for row in reader.rows(page) for value in row if isinstance(value, str)]
            for page in range(2, reader.pages + 1)
        }
    hit = [page for page, values in found.items() if any(word in values for word in words)]
    assert hit
    for page in hit:
        content[page * PAGE_BYTES - 200] ^= 16
    (folder / DATABASE_NAME).write_bytes(content)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sound_store_comes_out_whole_and_begins_a_new_epoch(made: Made, world: Path) -> None:
    with closing(reopen(world / "laptop")) as laptop:
        before, names = everything(laptop), answers_of(laptop)
        keys, peers = laptop.store.stations.keys(), laptop.store.peers.all()
    untouched = files(world)
    rescued = rescue(world / "laptop", world / "new", PASSPHRASE, SOURCES)
    assert (rescued.is_complete, rescued.whole, rescued.part, rescued.lost) == (True, len(made.people), (), ())
    assert {name: bytes_ for name, bytes_ in files(world).items() if not name.startswith("new")} == untouched
    assert not list(world.glob(".rescue*"))
    with closing(reopen(world / "new")) as again:
        assert (everything(again), answers_of(again)) == (before, names)
        assert (again.store.stations.keys(), again.store.peers.all()) == (keys, peers)
        assert again.station.epoch == 2
        assert not again.safekeeping.restoring.is_old_copy()


def test_headquarters_takes_what_a_rescued_laptop_sends_and_sees_no_number_twice(made: Made, world: Path) -> None:
    with closing(reopen(world / "hq")) as hq, closing(reopen(world / "laptop")) as laptop:
        known, gone = everything(hq), laptop.store.profiles.load(made.people[25]).revisions[0]
    break_pages(made, world / "laptop", gone.id.hex)
    rescued = rescue(world / "laptop", world / "new", PASSPHRASE, SOURCES)
    assert not rescued.is_complete
    assert rescued.salvaged.missing_revisions > 0
    with closing(reopen(world / "new")) as laptop, closing(reopen(world / "hq")) as hq:
        late = interview(laptop, identity__given_names="Late")
        hq.importing.take(export(laptop, world / "stick"))
        numbers = laptop.store.stations.last_numbers()
        assert (numbers.epoch, numbers.bundle) > made.bundle
        assert {MatterKind.FORK, MatterKind.CHAIN}.isdisjoint(matter.found.kind for matter in hq.office.matters.all())
        there = everything(hq)
        assert known.keys() | everything(laptop).keys() <= there.keys()
        assert late in there
        lseqs = [(one.device, one.epoch, one.lseq) for stored in there.values() for one in stored.revisions]
        assert len(lseqs) == len(set(lseqs))


def test_a_list_station_keys_and_officers_that_are_lost_are_made_anew(made: Made, world: Path) -> None:
    with closing(reopen(world / "laptop")) as laptop:
        before, device, keys = answers_of(laptop), laptop.station.device, laptop.store.stations.keys()
        listed = {row.case_number for row in laptop.store.profiles.rows(ListQuery(), 0, 100)}
    case = sorted(listed)[0]
    break_pages(made, world / "laptop", "Example Aid", keys.recipient, "Officer", case)
    rescued = rescue(world / "laptop", world / "new", PASSPHRASE, SOURCES)
    assert (rescued.salvaged.has_new_station, rescued.salvaged.has_new_keys) == (True, True)
    with closing(reopen(world / "new")) as again:
        assert (again.station.device, again.station.epoch, again.station.centre) == (device, 2, "Casa do Rio")
        assert again.store.stations.keys() != keys
        rows = {row.case_number for row in again.store.profiles.rows(ListQuery(), 0, 100)}
        assert rows == listed - set(rescued.lost)
        assert all(before[one] == found for one, found in answers_of(again).items())


def test_of_a_file_that_was_cut_the_rest_comes_out_or_it_is_said_that_nothing_does(made: Made, world: Path) -> None:
    database = world / "laptop" / DATABASE_NAME
    whole = database.read_bytes()
    with closing(reopen(world / "laptop")) as laptop:
        before = everything(laptop)
    database.write_bytes(whole[: len(whole) * 19 // 20 + 99])
    rescued = rescue(world / "laptop", world / "new", PASSPHRASE, SOURCES)
    with closing(reopen(world / "new")) as again:
        found = everything(again)
    assert 0 < len(found) <= len(made.people)
    assert all(set(stored.revisions) <= set(before[one].revisions) for one, stored in found.items())
    assert len(found) + len(rescued.lost) <= len(made.people)
    assert rescued.salvaged.missing_revisions == sum(len(one.revisions) for one in before.values()) - sum(
        len(one.revisions) for one in found.values()
    )
    database.write_bytes(whole[: PAGE_BYTES * 20])
    with pytest.raises(StoreDamaged):
        rescue(world / "laptop", world / "other", PASSPHRASE, SOURCES)
    assert not (world / "other").exists()


def test_a_broken_salt_costs_nothing(made: Made, world: Path) -> None:
    database = world / "laptop" / DATABASE_NAME
    content = bytearray(database.read_bytes())
    content[7] ^= 1
    database.write_bytes(content)
    with pytest.raises(StoreDamaged):
        reopen(world / "laptop")
    assert rescue(world / "laptop", world / "new", PASSPHRASE, SOURCES).whole == len(made.people)


def test_a_wrong_passphrase_a_store_in_use_and_a_full_folder_are_refused(world: Path) -> None:
    with pytest.raises(WrongPassphrase):
        rescue(world / "laptop", world / "new", "four other words here", SOURCES)
    with pytest.raises(StoreExists):
        rescue(world / "laptop", world / "hq", PASSPHRASE, SOURCES)
    with closing(reopen(world / "laptop")), pytest.raises(StoreInUse):
        rescue(world / "laptop", world / "new", PASSPHRASE, SOURCES)
    for _ in range(TRIES_PER_WAIT):
        with pytest.raises(WrongPassphrase):
            rescue(world / "laptop", world / "new", "four other words here", SOURCES)
    with pytest.raises(MustWait):  # whoever guesses here waits as at the window
        rescue(world / "laptop", world / "new", PASSPHRASE, SOURCES)
    assert not (world / "new").exists()
    assert not list(world.glob(".rescue*"))
