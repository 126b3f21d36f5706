"""The log of who did what: each entry seals the one before (F49)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from s2w_desktop.domain.access_log import BEGINNING, UNLOCK, Entry, Use, first_broken, sealed
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.ids import OfficerId

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ANNA, BEN = OfficerId(UUID(int=1)), OfficerId(UUID(int=2))


def log(entries: int = 6) -> list[Entry]:
    made: list[Entry] = []
    for number in range(1, entries + 1):
        use = Use(NOW + timedelta(minutes=number), ANNA, Act.READ_PROFILES.value if number > 1 else UNLOCK, UUID(int=number))
        made.append(sealed(number, use, made[-1].seal if made else BEGINNING))
    return made


def test_a_log_as_it_was_written_is_whole() -> None:
    assert first_broken(log()) is None
    assert first_broken([]) is None


@pytest.mark.parametrize("at", range(6))
@pytest.mark.parametrize(
    "change",
    [
        {"at": NOW},
        {"officer": BEN},
        {"act": Act.ERASE.value},
        {"about": None},
        {"about": UUID(int=77)},
    ],
)
def test_an_entry_that_was_edited_is_the_first_that_does_not_follow(at: int, change: dict[str, object]) -> None:
    entries = log()
    entries[at] = replace(entries[at], use=replace(entries[at].use, **change))  # type: ignore[arg-type]
    assert first_broken(entries) == at + 1


@pytest.mark.parametrize("at", range(5))
def test_where_an_entry_was_cut_out_its_number_is_told(at: int) -> None:
    entries = log()
    del entries[at]
    assert first_broken(entries) == at + 1


@pytest.mark.parametrize("at", range(5))
def test_an_entry_that_was_edited_and_sealed_anew_leaves_the_next_one_broken(at: int) -> None:
    entries = log()
    before = entries[at - 1].seal if at else BEGINNING
    entries[at] = sealed(at + 1, replace(entries[at].use, officer=BEN), before)
    assert first_broken(entries) == at + 2


def test_two_entries_that_changed_places_do_not_follow() -> None:
    entries = log()
    entries[2], entries[3] = entries[3], entries[2]
    assert first_broken(entries) == 3


def test_a_time_is_the_same_in_every_zone() -> None:
    use = Use(NOW, ANNA, UNLOCK)
    elsewhere = replace(use, at=NOW.astimezone(timezone(timedelta(hours=5, minutes=45))))
    assert sealed(1, use, BEGINNING).seal == sealed(1, elsewhere, BEGINNING).seal
