"""Merging: the set of revisions is the same whatever came in which order, how often and in how many parts."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.revisions import Part, Revision, Scope
from s2w_desktop.storage.bundle_values import AddCounts
from s2w_desktop.storage.store import Store
from tests.storage.conftest import new_store
from tests.storage.people import LAPTOP, OTHER_LAPTOP, Ids, revision

IDS = Ids(5)
ANNA, BEN = ProfileId(IDS()), ProfileId(IDS())


def cut(whole: Revision, scope: Scope) -> Revision:
    return replace(
        whole,
        open=None if scope is Scope.STUB else whole.open,
        protected=whole.protected if scope is Scope.FULL else None,
    )


def add(store: Store, *batch: Revision) -> AddCounts:
    with store.inbox.transaction() as tx:
        return tx.add_revisions(batch)


def content(store: Store) -> dict[ProfileId, tuple[Revision, ...]]:
    with store.inbox.transaction() as tx:
        return dict(tx.revisions_of([ANNA, BEN]))


def test_a_revision_comes_back_as_it_was(store: Store) -> None:
    root = revision(1, profile=ANNA, hidden={"identity.family_names": "أمينة", "identity.date_of_birth": {"no": "refused"}})
    child = revision(
        2, profile=ANNA, parents=[root.id], shown={"a.b": {"n": "1.5", "about": True}, "c.d": ["x", "y"], "e.f": None}
    )
    add(store, child, root)
    assert content(store) == {ANNA: (root, child)}
    assert [r.hash() for r in content(store)[ANNA]] == [root.hash(), child.hash()]


def test_what_is_known_changes_nothing(store: Store) -> None:
    whole = revision(1, profile=ANNA)
    assert add(store, whole) == AddCounts(1, 0, 0, ())
    assert add(store, whole, whole) == AddCounts(0, 2, 0, ())
    assert add(store, cut(whole, Scope.STUB)) == AddCounts(0, 1, 0, ())
    assert content(store) == {ANNA: (whole,)}


def test_a_part_that_comes_later_is_filled_in(store: Store) -> None:
    whole = revision(1, profile=ANNA)
    assert add(store, cut(whole, Scope.STUB)).new == 1
    assert add(store, cut(whole, Scope.OPEN)) == AddCounts(0, 0, 1, ())
    assert add(store, whole) == AddCounts(0, 0, 1, ())
    assert content(store) == {ANNA: (whole,)}


def test_parts_in_one_batch_are_joined(store: Store) -> None:
    whole = revision(1, profile=ANNA)
    assert add(store, cut(whole, Scope.STUB), cut(whole, Scope.OPEN), whole) == AddCounts(1, 2, 0, ())
    assert content(store) == {ANNA: (whole,)}


def test_a_known_id_with_another_content_is_a_clash_and_never_overwrites(store: Store) -> None:
    first = revision(1, profile=ANNA)
    other = revision(1, profile=ANNA, shown={"record.remark": "forged"})
    assert add(store, first).new == 1
    assert add(store, other) == AddCounts(0, 0, 0, (first.id,))
    assert content(store) == {ANNA: (first,)}


def test_a_clash_within_one_batch_is_told_too(store: Store) -> None:
    first, other = revision(1, profile=ANNA), revision(1, profile=ANNA, shown={"record.remark": "forged"})
    assert add(store, first, other) == AddCounts(1, 0, 0, (first.id,))
    assert content(store) == {ANNA: (first,)}


def test_a_part_that_does_not_fit_its_head_is_refused(store: Store) -> None:
    forged = replace(revision(1, profile=ANNA), open=Part.of("salt-o", {"record.remark": "forged"}))
    with pytest.raises(ValueError, match="fit"):
        add(store, forged)
    assert content(store) == {}


def test_two_revisions_under_one_number_are_both_kept_and_told_as_a_fork(store: Store) -> None:
    one, two = revision(1, profile=ANNA), revision(1, profile=BEN, id_=IDS())
    add(store, one, two)
    assert content(store) == {ANNA: (one,), BEN: (two,)}
    (fork,) = store.inbox.forks(LAPTOP)
    assert (fork.lseq, set(fork.revisions)) == (1, {one.id, two.id})
    assert store.inbox.forks(OTHER_LAPTOP) == ()


def test_only_profiles_with_something_new_are_touched(store: Store) -> None:
    old, new = revision(1, profile=ANNA), revision(2, profile=BEN)
    add(store, old)
    with store.inbox.transaction() as tx:
        tx.add_revisions([old, new])
        assert tx.touched == {BEN}


POOL = [
    *(revision(number, profile=ANNA if number % 2 else BEN) for number in range(1, 6)),
    *(revision(number, profile=ANNA, device=OTHER_LAPTOP, clock=number + 3) for number in range(1, 4)),
    revision(2, profile=ANNA, id_=IDS()),  # a fork
]
DELIVERIES = [cut(whole, scope) for whole in POOL for scope in (Scope.FULL, Scope.FULL, Scope.OPEN, Scope.STUB)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_repetition_and_batching_gives_the_same_set(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(DELIVERIES), label="order")
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=6), label="batches"))
    with new_store(tmp_path_factory.mktemp("merge") / "store") as store:
        for first, last in zip([0, *cuts], [*cuts, len(order)], strict=True):
            add(store, *order[first:last])
        expected = {
            person: tuple(sorted((r for r in POOL if r.profile == person), key=lambda r: (r.clock, r.id)))
            for person in (ANNA, BEN)
        }
        assert content(store) == expected


def test_a_thousand_profiles_are_read_in_chunks(store: Store) -> None:
    people = [ProfileId(IDS()) for _ in range(1200)]
    add(store, *(revision(number, profile=person) for number, person in enumerate(people, start=1)))
    with store.inbox.transaction() as tx:
        assert {person for person, _ in tx.revisions_of(people, chunk=100)} == set(people)
