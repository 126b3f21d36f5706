"""A write-ahead file that is cut, gone, older or another store's (F03) gives one moment of the store, or damage."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from s2w_desktop.domain.errors import StoreDamaged, WrongKey
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from tests.storage.conftest import key, new_store
from tests.storage.people import IDS, KEYS, OFFICER, station, summary, working

AHEAD = DATABASE_NAME + "-wal"
EACH, MOMENTS = 8, 4
PAGES_KEPT = EACH * MOMENTS * 5 // 8  # between the second moment and the third all is written into the database itself


@dataclass(frozen=True)
class Moment:
    """The files of a store in use, and who had been saved by then."""

    database: bytes
    ahead: bytes
    saved: tuple[ProfileId, ...]


def save(store: Store, number: int) -> ProfileId:
    person = ProfileId(IDS())
    store.profiles.save_working(working(person, f"text {number} " + "x" * 3000), summary())
    return person


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[Moment]:
    """The same store at four moments; the write-ahead file began anew between the second and the third."""
    folder = tmp_path_factory.mktemp("ahead") / "store"
    new_store(folder).close()
    saved: list[ProfileId] = []
    found = []
    with Store.open(folder, key=key()) as store:
        for number in range(1, EACH * MOMENTS + 1):
            saved.append(save(store, number))
            if number == PAGES_KEPT:
                store.checkpoint()
            if number % EACH == 0:
                found.append(Moment((folder / DATABASE_NAME).read_bytes(), (folder / AHEAD).read_bytes(), tuple(saved)))
    return found


def saved_in(folder: Path, database: bytes, ahead: bytes | None) -> tuple[ProfileId, ...]:
    """Who is in a store with these files, in the order of saving; each read whole. Raises StoreDamaged."""
    folder.mkdir()
    (folder / DATABASE_NAME).write_bytes(database)
    if ahead is not None:
        (folder / AHEAD).write_bytes(ahead)
    with Store.open(folder, key=key()) as store:
        store.verify()
        for person in (found := store.profiles.workings()):
            store.profiles.load(person)
    return tuple(sorted(found))


def test_a_write_ahead_file_that_is_cut_anywhere_gives_what_was_saved_up_to_there(moments: list[Moment], tmp_path: Path) -> None:
    whole = moments[1]
    counts = []
    for number, cut in enumerate(range(0, len(whole.ahead), len(whole.ahead) // 24)):
        found = saved_in(tmp_path / str(number), whole.database, whole.ahead[:cut])
        assert found == tuple(sorted(whole.saved[: len(found)])), f"cut after {cut} bytes"
        counts.append(len(found))
    assert counts == sorted(counts)
    assert len(set(counts)) > EACH


def test_without_its_write_ahead_file_a_store_is_as_it_was_last_folded_in(moments: list[Moment], tmp_path: Path) -> None:
    found = saved_in(tmp_path / "gone", moments[3].database, None)
    assert found == tuple(sorted(moments[3].saved[:PAGES_KEPT]))


@pytest.mark.parametrize("database", range(MOMENTS))
@pytest.mark.parametrize("ahead", range(MOMENTS))
def test_a_write_ahead_file_of_another_moment_gives_one_moment_or_damage_never_a_mixture(
    moments: list[Moment], tmp_path: Path, database: int, ahead: int
) -> None:
    try:
        found = saved_in(tmp_path / "mixed", moments[database].database, moments[ahead].ahead)
    except StoreDamaged:
        assert database < 2 <= ahead, "a later file upon an older database is the one mixture that is no moment"
    else:
        assert found == tuple(sorted(moments[ahead].saved))


def test_a_write_ahead_file_of_another_store_is_refused(moments: list[Moment], tmp_path: Path) -> None:
    other = tmp_path / "other"
    with Store.create(other, key=StoreKey(bytearray(range(1, 33))), station=station(), keys=KEYS, officer=OFFICER) as store:
        save(store, 1)
        foreign = (other / AHEAD).read_bytes()
    with pytest.raises((StoreDamaged, WrongKey)):
        saved_in(tmp_path / "foreign", moments[1].database, foreign)
