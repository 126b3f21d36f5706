"""Reports that went out are kept in their order, on both engines."""

from datetime import UTC, datetime

from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage.editions import KeptEdition
from s2w_desktop.storage.store import Store
from tests.storage.people import Ids

IDS = Ids(8)


def test_editions_stand_oldest_first(store: Store) -> None:
    later, sooner = (KeptEdition(IDS(), datetime(2026, month, 1, tzinfo=UTC), OfficerId(IDS()), "{}") for month in (9, 3))
    for one in (later, sooner):
        store.editions.add(one)
    assert store.editions.all() == (sooner, later)
