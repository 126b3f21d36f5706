"""Receipts at the laptop: what headquarters confirmed, and only that, is received."""

from dataclasses import replace

import pytest

from s2w_desktop.domain.errors import StaleBundle
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.storage.bundle_values import Acknowledgement, Arrived, Receipt, ReceiptEffect, Rejected
from s2w_desktop.storage.store import Store
from tests.storage.people import (
    HEADQUARTERS,
    LAPTOP,
    NOW_MS,
    OTHER_LAPTOP,
    arrived,
    bundle_in,
    revision,
    station,
    summary,
    view,
    working,
)
from tests.storage.test_outbox import export, sealed, state


def receipt(
    contiguous: int,
    *seqs: int,
    hq_epoch: int = 1,
    epoch: int = 1,
    holes: tuple[tuple[int, int], ...] = (),
    rejected: tuple[Rejected, ...] = (),
) -> Receipt:
    said = Acknowledgement(LAPTOP, epoch, contiguous, holes, hq_epoch)
    return Receipt((said,), tuple(arrived(epoch, seq) for seq in seqs), rejected)


class Hq:
    """Sends receipts, each in a bundle of its own."""

    def __init__(self, store: Store) -> None:
        self._store, self._seq = store, 0

    def answer(self, said: Receipt) -> ReceiptEffect:
        self._seq += 1
        return self._store.receipts.apply(bundle_in(self._seq, device=HEADQUARTERS, kind="receipt"), said)


@pytest.fixture
def hq(store: Store) -> Hq:
    return Hq(store)


def to_send(store: Store) -> list[tuple[int, Scope]]:
    return [(revision.lseq, scope) for revision, scope in store.outbox.to_send(station())]


def test_a_receipt_turns_the_profile_to_received_and_ends_its_sending(store: Store, hq: Hq) -> None:
    made = sealed(store)
    export(store)
    assert hq.answer(receipt(1, 1)) == ReceiptEffect(received=1, needs_you=0, is_ahead=False)
    assert state(store, made.profile) == (Handover.RECEIVED, 1)
    assert to_send(store) == []


def test_a_number_under_which_another_bundle_came_confirms_nothing(store: Store, hq: Hq) -> None:
    """A laptop that was put back to an earlier day, or cloned, gives numbers out twice; what it sent last may be lost."""
    made = sealed(store)
    export(store)
    of_the_twin = Receipt((Acknowledgement(LAPTOP, 1, 1, (), 1),), (Arrived(1, 1, "f" * 16),), ())
    assert hq.answer(of_the_twin).received == 0
    assert state(store, made.profile) == (Handover.IN_BUNDLE, 1)
    assert to_send(store) == [(1, Scope.FULL)]
    assert store.receipts.arrived() == frozenset()


def test_what_lies_above_the_confirmed_number_is_not_received(store: Store, hq: Hq) -> None:
    first, second = sealed(store), sealed(store)
    export(store)
    assert hq.answer(receipt(1, 1, holes=((2, 2),))).received == 1
    assert state(store, first.profile)[0] is Handover.RECEIVED
    assert state(store, second.profile)[0] is Handover.IN_BUNDLE
    assert to_send(store) == [(2, Scope.FULL)]
    acknowledged = store.receipts.acknowledged(LAPTOP, 1)
    assert acknowledged == Acknowledgement(LAPTOP, 1, 1, ((2, 2),), 1)


def test_a_profile_with_open_edits_stays_here(store: Store, hq: Hq) -> None:
    made = sealed(store)
    export(store)
    store.profiles.save_working(working(made.profile), summary())
    hq.answer(receipt(1, 1))
    assert state(store, made.profile)[0] is Handover.HERE


def test_the_same_receipt_twice_changes_nothing(store: Store) -> None:
    sealed(store)
    export(store)
    answer = bundle_in(9, device=HEADQUARTERS, kind="receipt")
    assert store.receipts.apply(answer, receipt(1, 1)).received == 1
    assert store.receipts.apply(answer, receipt(1, 1)) == ReceiptEffect(0, 0, is_ahead=False)
    later, earlier = (bundle_in(seq, device=HEADQUARTERS, kind="receipt") for seq in (10, 8))
    assert store.receipts.apply(later, receipt(1, 1)) == ReceiptEffect(0, 0, is_ahead=False)
    with pytest.raises(StaleBundle):
        store.receipts.apply(earlier, receipt(1, 1))


def test_an_older_receipt_is_stale_and_changes_nothing(store: Store, hq: Hq) -> None:
    for _ in range(2):
        sealed(store)
    export(store)
    hq.answer(receipt(2, 1))
    stale = bundle_in(50, device=HEADQUARTERS, kind="receipt")
    with pytest.raises(StaleBundle):
        store.receipts.apply(stale, receipt(1, 1))
    with pytest.raises(StaleBundle):
        store.receipts.apply(stale, receipt(9, 1, hq_epoch=0))
    assert to_send(store) == []
    assert stale not in store.inbox.bundles()


def test_headquarters_restored_from_a_copy_gets_everything_again(store: Store, hq: Hq) -> None:
    first, second = sealed(store), sealed(store)
    export(store)
    hq.answer(receipt(2, 1))
    hq.answer(receipt(1, hq_epoch=2))
    assert to_send(store) == [(1, Scope.FULL), (2, Scope.FULL)]
    assert state(store, first.profile)[0] is state(store, second.profile)[0] is Handover.IN_BUNDLE
    seq = export(store)
    hq.answer(receipt(2, seq, hq_epoch=2))
    assert state(store, first.profile)[0] is state(store, second.profile)[0] is Handover.RECEIVED
    assert to_send(store) == []


def test_consent_given_later_sends_the_same_revision_again_with_more(store: Store, hq: Hq) -> None:
    made = sealed(store, scope=Scope.STUB)
    export(store)
    hq.answer(receipt(1, 1))
    assert to_send(store) == []
    sealed(store, made.profile, Scope.FULL)
    assert to_send(store) == [(1, Scope.FULL), (2, Scope.FULL)]
    seq = export(store)
    hq.answer(receipt(2, seq))
    assert to_send(store) == []
    assert state(store, made.profile) == (Handover.RECEIVED, 2)


def test_a_wider_scope_that_got_lost_on_the_way_is_not_taken_for_received(store: Store, hq: Hq) -> None:
    made = sealed(store, scope=Scope.STUB)
    export(store)
    sealed(store, made.profile, Scope.FULL)
    export(store)
    hq.answer(receipt(2, 1))  # the second bundle never arrived
    assert to_send(store) == [(1, Scope.FULL), (2, Scope.FULL)]
    assert state(store, made.profile)[0] is Handover.IN_BUNDLE


def test_a_bundle_sent_again_counts_whichever_copy_arrived(store: Store, hq: Hq) -> None:
    made = sealed(store)
    for _ in range(4):
        export(store)
    hq.answer(receipt(1, 2))
    assert to_send(store) == []
    assert state(store, made.profile) == (Handover.RECEIVED, 4)


def test_narrowed_consent_forgets_what_was_only_sent_and_sends_the_rest(store: Store, hq: Hq) -> None:
    made = sealed(store, scope=Scope.FULL)
    export(store)
    sealed(store, made.profile, Scope.STUB)
    assert to_send(store) == [(1, Scope.STUB), (2, Scope.STUB)]
    seq = export(store)
    hq.answer(receipt(2, seq))
    assert to_send(store) == []


def test_a_rejected_revision_needs_a_person_and_is_sent_again(store: Store, hq: Hq) -> None:
    good, bad = sealed(store), sealed(store)
    export(store)
    effect = hq.answer(receipt(2, 1, rejected=(Rejected(bad.id, bad.profile, "schema"),)))
    assert effect == ReceiptEffect(received=1, needs_you=1, is_ahead=False)
    assert state(store, good.profile)[0] is Handover.RECEIVED
    assert state(store, bad.profile)[0] is Handover.NEEDS_YOU
    assert to_send(store) == [(2, Scope.FULL)]


def test_a_rejected_revision_is_found_without_its_profile_being_named(store: Store, hq: Hq) -> None:
    bad = sealed(store)
    export(store)
    hq.answer(receipt(1, 1, rejected=(Rejected(bad.id, None, "schema"),)))
    assert state(store, bad.profile)[0] is Handover.NEEDS_YOU


def test_a_new_seal_answers_a_rejection(store: Store, hq: Hq) -> None:
    bad = sealed(store)
    export(store)
    hq.answer(receipt(0, 1, rejected=(Rejected(bad.id, bad.profile, "schema"),)))
    sealed(store, bad.profile)
    assert state(store, bad.profile)[0] is Handover.HERE


def test_a_later_full_receipt_answers_a_rejection(store: Store, hq: Hq) -> None:
    bad = sealed(store)
    export(store)
    hq.answer(receipt(0, 1, rejected=(Rejected(bad.id, bad.profile, "schema"),)))
    seq = export(store)
    hq.answer(receipt(1, seq))
    assert state(store, bad.profile)[0] is Handover.RECEIVED


def test_what_a_correction_says_again_goes_as_a_number_and_is_refused_anew_only_by_a_later_bundle(store: Store, hq: Hq) -> None:
    bad = sealed(store)
    export(store)
    refused = [Rejected(bad.id, None, "bad_answer", store.outbox.bundles()[0].id)]
    hq.answer(receipt(0, 1, rejected=(*refused,)))
    assert to_send(store) == [(1, Scope.FULL)]
    store.profiles.seal(
        bad.profile,
        make=lambda lseq, clock: revision(lseq, profile=bad.profile, clock=clock),
        now_ms=NOW_MS,
        view=lambda known: view(bad.profile, summary(scope=Scope.FULL), changed=known[-1].clock),
        answers=[bad.id],
    )
    assert to_send(store) == [(1, Scope.STUB), (2, Scope.FULL)]
    assert hq.answer(receipt(0, 1, rejected=(*refused,))).needs_you == 0
    assert to_send(store) == [(1, Scope.STUB), (2, Scope.FULL)]
    store.stations.begin_epoch()  # bundles are numbered anew, and are later all the same
    assert export(store) == 1
    later = Rejected(bad.id, None, "bad_shape", store.outbox.bundles()[0].id)
    assert hq.answer(receipt(0, 1, epoch=2, rejected=(later,))).needs_you == 1
    assert [one.reason for one in store.rejections.all()] == ["bad_shape"]
    assert to_send(store)[0] == (1, Scope.FULL)


def test_another_headquarters_has_refused_nothing_yet(store: Store, hq: Hq) -> None:
    bad = sealed(store)
    export(store)
    hq.answer(receipt(0, 1, rejected=(Rejected(bad.id, None, "bad_answer"),)))
    store.receipts.forget_confirmations()
    assert (store.rejections.all(), state(store, bad.profile)[0]) == ((), Handover.IN_BUNDLE)


def test_a_conflict_at_headquarters_needs_a_person_until_a_receipt_names_it_no_more(store: Store, hq: Hq) -> None:
    calm, torn = sealed(store), sealed(store)
    export(store)
    effect = hq.answer(replace(receipt(2, 1), conflicts=(torn.profile,)))
    assert effect == ReceiptEffect(received=2, needs_you=1, is_ahead=False)
    assert state(store, calm.profile)[0] is Handover.RECEIVED
    assert state(store, torn.profile)[0] is Handover.NEEDS_YOU
    assert hq.answer(replace(receipt(2, 1), conflicts=(torn.profile,))).needs_you == 0
    assert hq.answer(receipt(2, 1)).needs_you == 0
    assert state(store, torn.profile)[0] is Handover.RECEIVED


def test_new_work_on_a_profile_in_conflict_is_to_be_handed_over_first(store: Store, hq: Hq) -> None:
    torn = sealed(store)
    export(store)
    hq.answer(replace(receipt(1, 1), conflicts=(torn.profile,)))
    sealed(store, torn.profile)
    assert state(store, torn.profile)[0] is Handover.HERE


def test_bundles_that_arrived_are_remembered_until_headquarters_or_this_store_begins_anew(store: Store, hq: Hq) -> None:
    sealed(store)
    for _ in range(3):
        export(store)
    assert store.receipts.arrived() == frozenset()
    hq.answer(receipt(1, 1, 99))
    hq.answer(receipt(1, 3))
    assert store.receipts.arrived() == {1, 3}
    hq.answer(receipt(0, 1, hq_epoch=2))
    assert store.receipts.arrived() == {1}
    store.stations.begin_epoch()
    assert store.receipts.arrived() == frozenset()


def test_word_about_other_laptops_changes_nothing(store: Store, hq: Hq) -> None:
    sealed(store)
    export(store)
    other = replace(receipt(1).acknowledged[0], device=OTHER_LAPTOP)
    assert hq.answer(Receipt((other,), (), ())).received == 0
    assert to_send(store) == [(1, Scope.FULL)]


def test_numbers_never_given_out_show_that_this_store_is_an_old_copy(store: Store, hq: Hq) -> None:
    sealed(store)
    export(store)
    assert hq.answer(receipt(5, 1)).is_ahead


def test_a_new_epoch_numbers_anew_and_sends_everything_again(store: Store, hq: Hq) -> None:
    old = sealed(store)
    export(store)
    hq.answer(receipt(1, 1))
    begun = store.stations.begin_epoch()
    assert begun.epoch == 2
    assert state(store, old.profile)[0] is Handover.HERE
    assert store.outbox.next_bundle().seq == 1
    assert store.outbox.next_bundle().previous == ""
    assert [r for r, _ in store.outbox.to_send(begun)] == [old]
    person = ProfileId(old.profile)
    hq.answer(receipt(1, 1, epoch=1))  # late word about the first epoch's bundle 1 says nothing about the second's
    export(store)
    assert state(store, person)[0] is Handover.IN_BUNDLE
    hq.answer(receipt(0, 1, epoch=2))
    assert state(store, person)[0] is Handover.RECEIVED
