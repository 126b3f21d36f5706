"""A store that was put back from a copy is noticed, and mended by a new epoch."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.seen_numbers import NAME, SeenNumbers, read_numbers, write_numbers
from s2w_desktop.storage.values import ListQuery
from tests.services.places import Place, enrol, export, interview


@pytest.fixture
def office(tmp_path: Path) -> Place:
    return Place(tmp_path / "hq", Role.HEADQUARTERS)


@pytest.fixture
def centre(tmp_path: Path) -> Place:
    return Place(tmp_path / "laptop", Role.FIELD)


@pytest.fixture
def pair(office: Place, centre: Place, tmp_path: Path) -> Iterator[tuple[Workplace, Workplace]]:
    """Headquarters and a laptop, enrolled."""
    with closing(office.open()) as hq, closing(centre.open()) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        yield hq, laptop


def copied(place: Place, workplace: Workplace, to: Path) -> Path:
    """A copy of the database, as a careful person makes one."""
    workplace.store.checkpoint()
    return Path(shutil.copy(place.folder / DATABASE_NAME, to))


def put_back(place: Place, copy: Path) -> None:
    for suffix in ("-wal", "-shm"):
        (place.folder / (DATABASE_NAME + suffix)).unlink(missing_ok=True)
    shutil.copy(copy, place.folder / DATABASE_NAME)


def test_a_store_that_goes_on_is_no_copy(pair: tuple[Workplace, Workplace], centre: Place, stick: Path) -> None:
    hq, laptop = pair
    for _ in range(2):
        interview(laptop)
        hq.importing.take(export(laptop, stick))
        laptop.close()
        with closing(centre.open()) as again:
            assert not again.safekeeping.restoring.is_old_copy()
        laptop = centre.open()
    laptop.close()


def test_an_old_copy_of_a_laptop_is_known_until_a_new_epoch(
    pair: tuple[Workplace, Workplace], centre: Place, stick: Path, tmp_path: Path
) -> None:
    hq, laptop = pair
    interview(laptop)
    hq.importing.take(export(laptop, stick))
    copy = copied(centre, laptop, tmp_path / "copy.db")
    lost = interview(laptop)
    hq.importing.take(export(laptop, stick))
    laptop.close()
    put_back(centre, copy)
    for _ in range(2):  # closing does not forget it
        with closing(centre.open()) as again:
            assert again.safekeeping.restoring.is_old_copy()
    with closing(centre.open()) as again:
        assert again.safekeeping.restoring.begin_epoch().epoch == 2
        assert not again.safekeeping.restoring.is_old_copy()
        interview(again)
        taken = hq.importing.take(export(again, stick))
        assert (taken.new, taken.forks, taken.is_chain_broken) == (1, (), False)
        assert lost in {row.id for row in hq.interviews.rows(ListQuery(), 0, 9)}
    with closing(centre.open()) as again:
        assert not again.safekeeping.restoring.is_old_copy()


def test_an_old_copy_of_headquarters_is_known_by_the_bundles_that_came(
    pair: tuple[Workplace, Workplace], office: Place, stick: Path, tmp_path: Path
) -> None:
    hq, laptop = pair
    copy = copied(office, hq, tmp_path / "copy.db")
    interview(laptop)
    hq.importing.take(export(laptop, stick))
    (written,) = hq.receipts.write(stick)
    laptop.receipts.take(written.bundle.path)
    hq.close()
    put_back(office, copy)
    with closing(office.open()) as again:
        assert again.safekeeping.restoring.is_old_copy()
        again.safekeeping.restoring.begin_epoch()
        assert not again.safekeeping.restoring.is_old_copy()
        interview(laptop)
        assert again.importing.take(export(laptop, stick)).new == 1, "the laptop does not know yet what was lost"
        (written,) = again.receipts.write(stick)
        laptop.receipts.take(written.bundle.path)
        assert again.importing.take(export(laptop, stick)).new == 1, "now it sends again what headquarters lost"


def test_a_whole_folder_that_is_put_back_is_told_by_the_next_receipt(
    pair: tuple[Workplace, Workplace], centre: Place, stick: Path, tmp_path: Path
) -> None:
    hq, laptop = pair
    interview(laptop)
    laptop.close()
    shutil.copytree(centre.folder, tmp_path / "backup")
    with closing(centre.open()) as later:
        interview(later)
        hq.importing.take(export(later, stick))
    shutil.rmtree(centre.folder)
    shutil.copytree(tmp_path / "backup", centre.folder)
    (written,) = hq.receipts.write(stick)
    with closing(centre.open()) as again:
        assert not again.safekeeping.restoring.is_old_copy(), "nothing here can tell yet"
        assert again.receipts.take(written.bundle.path).is_ahead
        assert again.safekeeping.restoring.is_old_copy()
        again.safekeeping.restoring.begin_epoch()
        assert not again.safekeeping.restoring.is_old_copy()


def test_it_is_told_also_when_what_was_lost_comes_back_in_the_same_receipt(
    pair: tuple[Workplace, Workplace], centre: Place, stick: Path, tmp_path: Path
) -> None:
    """Found by random histories, seed 191: headquarters thought that all it had said before was still known there."""
    hq, laptop = pair
    one, other = interview(laptop), interview(laptop)
    hq.importing.take(export(laptop, stick))
    laptop.close()
    shutil.copytree(centre.folder, tmp_path / "backup")
    _correct(hq, one)
    (written,) = hq.receipts.write(stick)
    with closing(centre.open()) as later:
        assert later.receipts.take(written.bundle.path).outcomes == 1
        _correct(later, other)
        hq.importing.take(export(later, stick))
    _correct(hq, other)
    shutil.rmtree(centre.folder)
    shutil.copytree(tmp_path / "backup", centre.folder)
    (written,) = hq.receipts.write(stick)
    with closing(centre.open()) as again:
        assert again.receipts.take(written.bundle.path).is_ahead
        again.safekeeping.restoring.begin_epoch()
        hq.importing.take(export(again, stick))
        (written,) = hq.receipts.write(stick)
        again.receipts.take(written.bundle.path)
        for profile in (one, other):
            assert again.interviews.read(profile).held == hq.interviews.read(profile).held


def _correct(workplace: Workplace, profile: ProfileId) -> None:
    session = workplace.interviews.open(profile)
    session.set_answer("record.remark", f"{workplace.station.role}, once more")
    session.close()


def test_a_receipt_that_orders_the_new_epoch_itself_leaves_no_warning(
    pair: tuple[Workplace, Workplace], centre: Place, stick: Path, tmp_path: Path
) -> None:
    hq, laptop = pair
    laptop.close()
    shutil.copytree(centre.folder, tmp_path / "backup")
    with closing(centre.open()) as later:
        interview(later)
        hq.importing.take(export(later, stick))
    shutil.rmtree(centre.folder)
    shutil.copytree(tmp_path / "backup", centre.folder)
    hq.orders.begin_epoch(laptop.station.device)
    (written,) = hq.receipts.write(stick)
    with closing(centre.open()) as again:
        assert again.receipts.take(written.bundle.path).is_ahead
        assert (again.store.stations.station().epoch, again.safekeeping.restoring.is_old_copy()) == (2, False)


@pytest.mark.parametrize("content", [b"", b"{}", b"null", b"[1]", b"\xff", b'{"format":"s2w-numbers/1","store":"x","highest":3}'])
def test_a_damaged_file_of_numbers_says_nothing_and_is_written_anew(laptop: Workplace, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "laptop" / NAME).write_bytes(content)
    assert not laptop.safekeeping.restoring.is_old_copy()
    laptop.safekeeping.restoring.note()
    assert read_numbers(tmp_path / "laptop") is not None


def test_numbers_of_another_store_say_nothing(laptop: Workplace, tmp_path: Path) -> None:
    write_numbers(tmp_path / "laptop", SeenNumbers("another", {"x revision": (9, 9)}))
    assert not laptop.safekeeping.restoring.is_old_copy()


def test_the_file_holds_numbers_and_ids_alone(pair: tuple[Workplace, Workplace], office: Place, stick: Path) -> None:
    hq, laptop = pair
    interview(laptop, identity__given_names="Marker")
    hq.importing.take(export(laptop, stick))
    hq.safekeeping.restoring.note()
    noted = read_numbers(office.folder)
    assert noted is not None
    assert noted.highest == {
        f"{laptop.station.device} bundle": (1, 2),
        f"{hq.station.device} bundle": (1, 0),
        f"{hq.station.device} revision": (1, 0),
    }
