"""What leaves: cumulative, by number, at the scope that the person agreed to; and a ledger that survives crashes."""

from dataclasses import replace

import pytest

from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.storage.bundle_values import NextBundle, Sent
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import ListQuery
from tests.storage.people import NOW_MS, OTHER_LAPTOP, Ids, bundle_out, revision, station, summary, view, working

IDS = Ids(21)


def sealed(store: Store, profile: ProfileId | None = None, scope: Scope = Scope.FULL) -> Revision:
    """One more revision of a profile, or of a new one."""
    person = profile or ProfileId(IDS())
    return store.profiles.seal(
        person,
        make=lambda lseq, clock: revision(lseq, profile=person, clock=clock),
        now_ms=NOW_MS,
        view=lambda known: view(person, summary(scope=scope), changed=known[-1].clock),
    )


def export(store: Store) -> int:
    """Send everything, as a service does; gives the number of the bundle."""
    sent = [Sent(r.id, r.profile, scope) for r, scope in store.outbox.to_send(station())]
    seq = store.outbox.next_bundle().seq
    store.outbox.record_export(bundle_out(seq, id_=IDS()), sent)
    return seq


def state(store: Store, profile: ProfileId) -> tuple[Handover, int]:
    (row,) = store.profiles.rows_of([profile])
    return row.handover, row.bundle_seq


def test_everything_unconfirmed_is_sent_by_number_every_time(store: Store) -> None:
    made = [sealed(store) for _ in range(3)]
    assert list(store.outbox.to_send(station())) == [(r, Scope.FULL) for r in made]
    export(store)
    made.append(sealed(store))
    assert list(store.outbox.to_send(station())) == [(r, Scope.FULL) for r in made]
    assert store.outbox.has_to_send(station())


def test_revisions_from_elsewhere_are_not_sent(store: Store) -> None:
    with store.inbox.transaction() as tx:
        tx.add_revisions([revision(1, profile=ProfileId(IDS()), device=OTHER_LAPTOP)])
    assert list(store.outbox.to_send(station())) == []


def test_open_edits_are_not_sent(store: Store) -> None:
    store.profiles.save_working(working(ProfileId(IDS())), summary())
    assert not store.outbox.has_to_send(station())


@pytest.mark.parametrize("scope", list(Scope))
def test_the_scope_is_what_the_profile_allows_now(store: Store, scope: Scope) -> None:
    sealed(store, scope=scope)
    assert [allowed for _, allowed in store.outbox.to_send(station())] == [scope]


def test_the_scope_never_promises_more_than_is_here(store: Store) -> None:
    person = ProfileId(IDS())
    stub = replace(revision(1, profile=person), open=None, protected=None)
    with store.inbox.transaction() as tx:
        tx.add_revisions([stub])
        tx.save_views([view(person)])
    assert list(store.outbox.to_send(station())) == [(stub, Scope.STUB)]


def test_sending_sees_one_moment_while_others_write(store: Store) -> None:
    first = sealed(store)
    sending = store.outbox.to_send(station())
    assert next(sending)[0] == first
    sealed(store)
    assert list(sending) == []
    assert len(list(store.outbox.to_send(station()))) == 2


def test_an_iterator_that_is_closed_early_gives_its_connection_back(store: Store) -> None:
    sealed(store)
    for _ in range(30):
        sending = store.outbox.to_send(station())
        next(sending)
        sending.close()  # type: ignore[attr-defined]  # a generator, as its docstring says
    sealed(store)


def test_a_recorded_export_puts_its_profiles_in_the_bundle(store: Store) -> None:
    made = sealed(store)
    assert state(store, made.profile) == (Handover.HERE, 0)
    export(store)
    assert state(store, made.profile) == (Handover.IN_BUNDLE, 1)


def test_a_profile_with_newer_edits_stays_here(store: Store) -> None:
    made = sealed(store)
    store.profiles.save_working(working(made.profile), summary())
    export(store)
    assert state(store, made.profile) == (Handover.HERE, 1)


def test_what_is_sealed_while_the_bundle_is_written_stays_here(store: Store) -> None:
    first = sealed(store)
    sent = [Sent(first.id, first.profile, Scope.FULL)]
    sealed(store, first.profile)
    store.outbox.record_export(bundle_out(1), sent)
    assert state(store, first.profile) == (Handover.HERE, 1)


def test_an_edit_after_the_export_brings_the_profile_back_here(store: Store) -> None:
    made = sealed(store)
    export(store)
    sealed(store, made.profile)
    assert state(store, made.profile) == (Handover.HERE, 1)


def test_bundles_are_numbered_and_chained(store: Store) -> None:
    assert store.outbox.next_bundle() == NextBundle(1, "")
    store.outbox.record_export(bundle_out(1))
    assert store.outbox.next_bundle() == NextBundle(2, bundle_out(1).manifest_sha256)
    assert store.outbox.bundles() == (bundle_out(1),)


def test_a_prepared_bundle_uses_its_number_up_even_when_nothing_more_is_heard(store: Store) -> None:
    sealed(store)
    store.outbox.prepare(bundle_out(1))
    assert store.outbox.next_bundle() == NextBundle(2, bundle_out(1).manifest_sha256)
    assert store.outbox.bundles() == ()
    assert store.profiles.handover_counts()[Handover.HERE] == 1


def test_a_prepared_bundle_can_be_recorded(store: Store) -> None:
    store.outbox.prepare(bundle_out(1))
    store.outbox.record_export(bundle_out(1))
    assert store.outbox.bundles() == (bundle_out(1),)
    assert store.outbox.next_bundle().seq == 2


@pytest.mark.parametrize("seq", [0, 2, 7])
def test_a_number_out_of_turn_is_refused(store: Store, seq: int) -> None:
    with pytest.raises(ValueError, match="number"):
        store.outbox.record_export(bundle_out(seq))
    assert store.outbox.next_bundle().seq == 1


def test_a_record_that_fails_halfway_leaves_nothing(store: Store) -> None:
    made = sealed(store)

    def breaking() -> object:
        yield Sent(made.id, made.profile, Scope.FULL)
        raise LookupError

    with pytest.raises(LookupError):
        store.outbox.record_export(bundle_out(1), breaking())  # type: ignore[arg-type]
    assert state(store, made.profile) == (Handover.HERE, 0)
    assert store.outbox.next_bundle() == NextBundle(1, "")


def test_the_export_of_many_profiles_marks_each(store: Store) -> None:
    people = [sealed(store).profile for _ in range(30)]
    export(store)
    assert {row.handover for row in store.profiles.rows(ListQuery(), 0, 99)} == {Handover.IN_BUNDLE}
    assert len(people) == store.profiles.count(ListQuery(states=frozenset({Handover.IN_BUNDLE})))
