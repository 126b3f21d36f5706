"""Wrong passphrases are counted beside the vault, for every way in, and nobody is shut out for good."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from s2w_desktop.domain.errors import PassphraseTooWeak, StoreInUse, WrongPassphrase, WrongRecoveryWords
from s2w_desktop.domain.unlock_errors import MustWait
from s2w_desktop.domain.waiting import LONGEST_WAIT
from s2w_desktop.services.recovery_sheets import change_by_sheet
from s2w_desktop.services.setup import unlock_store
from s2w_desktop.services.sources import Sources, system_sources
from s2w_desktop.services.wrong_tries import counted, seconds_to_wait
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.wrong_tries import NAME
from tests.storage.disks import read_only, small_disk
from tests.workplaces import PASSPHRASE, make_workplace

WORDS = "amber " * 8


class Clocks:
    """Both clocks, standing still until a test moves them."""

    def __init__(self) -> None:
        self.passed = 0.0

    def pass_by(self, seconds: float) -> None:
        self.passed += seconds

    @property
    def sources(self) -> Sources:
        start = datetime(2026, 11, 23, 12, tzinfo=UTC)
        return replace(system_sources(), now=lambda: start + timedelta(seconds=self.passed), running=lambda: 500 + self.passed)


def guess(folder: Path, sources: Sources, error: type[Exception] = WrongPassphrase) -> None:
    """A wrong try, without the work of deriving a key."""
    with pytest.raises(error), counted(folder, sources):
        raise error


def test_one_five_and_fifty_wrong_passphrases_make_one_wait_longer_and_longer(tmp_path: Path) -> None:
    clocks, waits = Clocks(), list[int]()
    for number in range(1, 51):
        guess(tmp_path, clocks.sources, WrongRecoveryWords if number % 3 == 0 else WrongPassphrase)
        left = seconds_to_wait(tmp_path, clocks.sources)
        assert bool(left) == (number % 5 == 0)
        if left:
            waits.append(left)
            clocks.pass_by(left - 1)
            with pytest.raises(MustWait) as caught, counted(tmp_path, clocks.sources):
                pytest.fail("nothing is tried during a wait")
            assert caught.value.seconds == 1
            clocks.pass_by(1)
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900, 900, 900]
    with counted(tmp_path, clocks.sources):
        pass  # the right one
    assert list(tmp_path.iterdir()) == []
    guess(tmp_path, clocks.sources)
    assert seconds_to_wait(tmp_path, clocks.sources) == 0


def test_the_right_passphrase_waits_too_and_ends_the_count(tmp_path: Path) -> None:
    clocks, folder = Clocks(), tmp_path / "store"
    make_workplace(folder).close()
    for _ in range(4):
        guess(folder, clocks.sources)
    with pytest.raises(WrongPassphrase):
        unlock_store(folder, PASSPHRASE + " ", clocks.sources)
    for attempt in (
        lambda: unlock_store(folder, PASSPHRASE, clocks.sources),
        lambda: change_by_sheet(folder, WORDS, PASSPHRASE + " more", LEAST_COST, clocks.sources),
    ):
        with pytest.raises(MustWait):
            attempt()
    with pytest.raises(PassphraseTooWeak):  # said before anything is tried
        change_by_sheet(folder, WORDS, "short", LEAST_COST, clocks.sources)
    clocks.pass_by(30)
    with unlock_store(folder, PASSPHRASE, clocks.sources).store:
        assert not (folder / NAME).exists()
        guess(folder, clocks.sources)
        with pytest.raises(StoreInUse):  # right all the same
            unlock_store(folder, PASSPHRASE, clocks.sources)
        assert not (folder / NAME).exists()


def test_the_file_holds_numbers_alone_and_for_the_owner_only(tmp_path: Path) -> None:
    guess(tmp_path, Clocks().sources)
    kept = json.loads((tmp_path / NAME).read_bytes())
    assert kept.pop("format") == "s2w-tries/1"
    assert kept == {"count": 1, "at": datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp(), "running": 500}


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda _: b"",
    lambda whole: whole[:-5],
    lambda whole: whole.replace(b"tries/1", b"tries/2"),
    lambda whole: whole.replace(b'"count":5', b'"count":-5'),
    lambda whole: whole.replace(b'"count":5', b'"count":5e999'),
    lambda whole: whole.replace(b'"running":500', b'"running":NaN'),
    lambda whole: whole.replace(b'"running":500', b'"running":[]'),
    lambda whole: b"[" * 100_000 + whole,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_count_shuts_nobody_out(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    sources = Clocks().sources
    for _ in range(5):
        guess(tmp_path, sources)
    whole = (tmp_path / NAME).read_bytes()
    assert seconds_to_wait(tmp_path, sources) == 30
    assert damage(whole) != whole
    (tmp_path / NAME).write_bytes(damage(whole))
    assert seconds_to_wait(tmp_path, sources) == 0
    guess(tmp_path, sources)
    assert json.loads((tmp_path / NAME).read_bytes())["count"] == 1


def test_a_count_from_any_time_is_over_after_the_longest_wait(tmp_path: Path) -> None:
    clocks = Clocks()
    plain = {"format": "s2w-tries/1", "count": 50, "at": 9e15, "running": 9e15}
    (tmp_path / NAME).write_text(json.dumps(plain))
    assert 0 < seconds_to_wait(tmp_path, clocks.sources) <= LONGEST_WAIT
    clocks.pass_by(LONGEST_WAIT - 500)  # the machine has been running for 500 seconds
    assert seconds_to_wait(tmp_path, clocks.sources) == 0


def test_a_disk_that_takes_no_count_does_not_stand_in_the_way(tmp_path: Path) -> None:
    sources = Clocks().sources
    with small_disk(tmp_path / "disk", "256k") as disk, read_only(disk):
        for _ in range(6):
            guess(disk, sources)
        with counted(disk, sources):
            pass
