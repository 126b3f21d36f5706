"""What arrives: whole or not at all, with what is missing, put aside or still to be answered."""

import pytest

from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import BundleId, DeviceId, ProfileId, RevisionId
from s2w_desktop.storage.bundle_values import BundleIn, Coverage, MissingBundles, QuarantineItem, ReceiptDue
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import ListQuery
from tests.storage.people import LAPTOP, NOW_MS, OTHER_LAPTOP, Ids, bundle_in, revision, summary, view, working

IDS = Ids(31)
PERSON = ProfileId(IDS())


def take(store: Store, *bundles: BundleIn) -> None:
    with store.inbox.transaction() as tx:
        for bundle in bundles:
            tx.add_bundle(bundle, needs_receipt=True)


def arrive(store: Store, device: DeviceId, *numbers: int, epoch: int = 1) -> None:
    with store.inbox.transaction() as tx:
        tx.add_revisions(revision(number, profile=PERSON, device=device, epoch=epoch) for number in numbers)


def test_an_import_that_fails_leaves_nothing(store: Store) -> None:
    bundle = bundle_in(1)

    def fail() -> None:
        with store.inbox.transaction() as tx:
            tx.add_bundle(bundle, needs_receipt=True)
            tx.add_revisions([revision(1, profile=PERSON)])
            tx.quarantine([QuarantineItem(bundle.id, 2, "schema", None, b"{}")])
            tx.save_views([view(PERSON)])
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert store.inbox.bundles() == ()
    assert store.inbox.quarantined() == ()
    assert store.inbox.coverage() == ()
    assert store.profiles.count(ListQuery()) == 0


def test_nobody_sees_half_an_import(store: Store) -> None:
    with store.inbox.transaction() as tx:
        tx.add_revisions([revision(1, profile=PERSON)])
        assert store.inbox.coverage() == ()
        assert [one.contiguous for one in tx.coverage(LAPTOP)] == [1]
    assert [one.contiguous for one in store.inbox.coverage()] == [1]


def test_a_bundle_is_known_again_by_file_id_and_number(store: Store) -> None:
    bundle, other = bundle_in(1), bundle_in(2)
    take(store, bundle)
    with store.inbox.transaction() as tx:
        assert tx.seen_file(bundle.file_sha256) == tx.seen_bundle(bundle.id) == bundle
        assert tx.at_seq(LAPTOP, 1, 1) == (bundle,)
        assert tx.seen_file(other.file_sha256) is tx.seen_bundle(other.id) is None
        assert tx.at_seq(LAPTOP, 2, 1) == tx.at_seq(OTHER_LAPTOP, 1, 1) == ()


def test_two_bundles_under_one_number_are_both_kept(store: Store) -> None:
    take(store, bundle_in(1), bundle_in(1, kind="transfer"))
    with store.inbox.transaction() as tx:
        assert set(tx.at_seq(LAPTOP, 1, 1)) == {bundle_in(1), bundle_in(1, kind="transfer")}


def test_coverage_tells_the_contiguous_number_and_the_holes(store: Store) -> None:
    arrive(store, LAPTOP, 1, 2, 5, 6, 9)
    arrive(store, LAPTOP, 3, epoch=2)
    arrive(store, OTHER_LAPTOP, 1, 2, 3)
    assert store.inbox.coverage(LAPTOP) == (
        Coverage(LAPTOP, 1, 2, ((3, 4), (7, 8)), 9),
        Coverage(LAPTOP, 2, 0, ((1, 2),), 3),
    )
    assert store.inbox.coverage(OTHER_LAPTOP) == (Coverage(OTHER_LAPTOP, 1, 3, (), 3),)
    assert len(store.inbox.coverage()) == 3
    arrive(store, LAPTOP, 3, 4, 7, 8)
    assert store.inbox.coverage(LAPTOP)[0] == Coverage(LAPTOP, 1, 9, (), 9)


def test_a_fork_makes_no_hole(store: Store) -> None:
    arrive(store, LAPTOP, 1, 2)
    with store.inbox.transaction() as tx:
        tx.add_revisions([revision(2, profile=PERSON, id_=IDS())])
        assert len(tx.forks(LAPTOP)) == 1
        assert tx.coverage(LAPTOP) == (Coverage(LAPTOP, 1, 2, (), 2),)


def test_missing_bundles_are_told_as_ranges_however_far_the_number_jumps(store: Store) -> None:
    take(store, bundle_in(1), bundle_in(4), bundle_in(2_000_000_000), bundle_in(2, device=OTHER_LAPTOP))
    assert store.inbox.missing_bundles(LAPTOP) == (
        MissingBundles(LAPTOP, 1, 2, 3),
        MissingBundles(LAPTOP, 1, 5, 1_999_999_999),
    )
    assert len(store.inbox.missing_bundles()) == 3


def test_bad_lines_are_kept_as_they_came(store: Store) -> None:
    bundle = bundle_in(1)
    known = RevisionId(IDS())
    items = (
        QuarantineItem(bundle.id, 3, "schema", known, b'{"broken": \xff\x00'),
        QuarantineItem(bundle.id, 8, "json", None, b"[" * 100),
    )
    with store.inbox.transaction() as tx:
        tx.add_bundle(bundle, needs_receipt=True)
        tx.quarantine(reversed(items))
    assert store.inbox.quarantined() == store.inbox.quarantined(bundle.id) == items
    assert store.inbox.quarantined(BundleId(IDS())) == ()


def test_a_bad_line_shows_nothing_of_itself(store: Store) -> None:
    assert "secret" not in repr(QuarantineItem(bundle_in(1).id, 1, "json", None, b"secret"))
    assert store.inbox.quarantined() == ()


def test_receipts_are_due_by_device_until_they_are_answered(store: Store) -> None:
    one, two, other = bundle_in(1), bundle_in(2), bundle_in(1, device=OTHER_LAPTOP)
    take(store, two, one, other)
    assert set(store.inbox.receipts_due()) == {ReceiptDue(LAPTOP, (one, two)), ReceiptDue(OTHER_LAPTOP, (other,))}
    store.inbox.mark_receipted([one.id, two.id], BundleId(IDS()))
    assert store.inbox.receipts_due() == (ReceiptDue(OTHER_LAPTOP, (other,)),)
    with store.inbox.transaction() as tx:
        tx.ask_receipt_again(one.id)
    assert ReceiptDue(LAPTOP, (one,)) in store.inbox.receipts_due()


def test_a_bundle_that_wants_no_receipt_is_not_due(store: Store) -> None:
    with store.inbox.transaction() as tx:
        tx.add_bundle(bundle_in(1, kind="reference"), needs_receipt=False)
    assert store.inbox.receipts_due() == ()
    assert store.inbox.bundles(LAPTOP) == (bundle_in(1, kind="reference"),)
    assert store.inbox.bundles(OTHER_LAPTOP) == ()


def test_views_of_imported_profiles_are_received_unless_someone_must_decide(store: Store) -> None:
    calm, torn = PERSON, ProfileId(IDS())
    with store.inbox.transaction() as tx:
        tx.save_views([view(calm), view(torn, conflicts=1)])
    rows = {row.id: row.handover for row in store.profiles.rows(ListQuery(), 0, 9)}
    assert rows == {calm: Handover.RECEIVED, torn: Handover.NEEDS_YOU}
    with store.inbox.transaction() as tx:
        tx.save_views([view(torn, conflicts=0)])
    assert store.profiles.handover_counts()[Handover.RECEIVED] == 2


def test_profiles_in_conflict_are_named_to_every_laptop_that_worked_on_them(store: Store) -> None:
    torn, elsewhere, calm = PERSON, ProfileId(IDS()), ProfileId(IDS())
    with store.inbox.transaction() as tx:
        tx.add_revisions([revision(1, profile=torn), revision(1, profile=torn, device=OTHER_LAPTOP)])
        tx.add_revisions([revision(2, profile=elsewhere, device=OTHER_LAPTOP), revision(2, profile=calm)])
        tx.save_views([view(torn, conflicts=2), view(elsewhere, conflicts=1), view(calm)])
    assert store.inbox.conflicted_profiles(LAPTOP) == (torn,)
    assert set(store.inbox.conflicted_profiles(OTHER_LAPTOP)) == {torn, elsewhere}


def test_a_view_made_anew_leaves_the_hand_over_alone(store: Store) -> None:
    store.profiles.save_working(working(PERSON), summary())
    with store.inbox.transaction() as tx:
        tx.save_views([view(PERSON, summary("New Name"))])
    (row,) = store.profiles.rows(ListQuery(), 0, 9)
    assert (row.name, row.handover) == ("New Name", Handover.HERE)
    assert store.profiles.load(PERSON).workings


def test_an_absurd_remote_clock_does_not_move_ours(store: Store) -> None:
    with store.inbox.transaction() as tx:
        tx.observe_clock((NOW_MS + 11 * 86_400_000) << 16, NOW_MS)
    assert store.stations.clock() == 0
    store.stations.observe_clock((NOW_MS + 3_600_000) << 16, NOW_MS)
    assert store.stations.clock() == (NOW_MS + 3_600_000) << 16
