"""What is asked about more people than a statement of a database has places for (F64)."""

import pytest

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage.store import Store
from tests.storage.people import Ids, summary, working

IDS = Ids(64)


@pytest.mark.parametrize("chosen", [1_001, 32_767, 100_000])
def test_so_many_chosen_people_are_asked_about_and_known_ones_found(store: Store, chosen: int) -> None:
    known = ProfileId(IDS())
    store.profiles.save_working(working(known), summary())
    asked = [*(ProfileId(IDS()) for _ in range(chosen - 1)), known]
    assert [row.id for row in store.profiles.rows_of(asked)] == [known]
    assert store.profiles.count_of(asked) == 1
    assert store.shares.handed_to(asked) == {}
    assert store.disclosures.of(asked) == ()
