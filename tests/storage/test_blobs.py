"""Copies of documents in the store: kept once, found by name, gone when nothing names them, never half there."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.files import Blob, FileKind
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.storage.bundle_values import Acknowledgement, Receipt, Sent
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import ListQuery, Working
from tests.storage.people import (
    HEADQUARTERS,
    LAPTOP,
    NOW,
    NOW_MS,
    OFFICER,
    Ids,
    arrived,
    bundle_in,
    bundle_out,
    revision,
    station,
    summary,
    view,
)

LATER = NOW + timedelta(days=1)
PERSON = ProfileId(Ids(61)())


def blob(text: str = "a copy") -> Blob:
    content = b"%PDF-" + text.encode()
    return Blob(hashlib.sha256(content).hexdigest(), FileKind.PDF, content)


def naming(copy: Blob) -> dict[str, Plain]:
    """An answer that names a copy."""
    return {"document.scan": {"file": copy.sha256, "kind": "pdf", "size": len(copy.content), "pages": 1}}


def seal(store: Store, copy: Blob, *, profile: ProfileId = PERSON, sends: bool = True) -> Revision:
    """An interview that was closed with a copy in it."""
    row = summary(scope=Scope.FULL)
    row = replace(row, sends_copies=("document.scan",) if sends else ())
    edits = Working(profile, (), naming(copy), OFFICER.id, 5)
    store.profiles.save_working(edits, row)
    return store.profiles.seal(
        profile,
        ends=edits,
        make=lambda number, clock: revision(number, profile=profile, clock=clock, hidden=naming(copy)),
        now_ms=NOW_MS,
        view=lambda _made: view(profile, row),
    )


def names(store: Store) -> list[str]:
    return [one.sha256 for one in store.outbox.blobs_to_send(station())]


def receipt(bundle: int, contiguous: int, *, missing: tuple[str, ...] = (), hq_epoch: int = 1) -> Receipt:
    return Receipt((Acknowledgement(LAPTOP, 1, contiguous, (), hq_epoch),), (arrived(1, bundle),), (), (), missing)


def export(store: Store, seq: int, sent: tuple[Revision, ...], blobs: tuple[str, ...]) -> None:
    store.outbox.record_export(bundle_out(seq), [Sent(one.id, one.profile, Scope.FULL) for one in sent], blobs)


def state(store: Store) -> Handover:
    return store.profiles.rows(ListQuery(), 0, 1)[0].handover


def test_a_copy_comes_back_as_it_was_kept_and_is_kept_once(store: Store) -> None:
    store.blobs.add(blob(), NOW)
    store.blobs.add(blob(), LATER)
    assert store.blobs.find(blob().sha256) == blob()
    assert store.blobs.find("0" * 64) is None
    assert store.blobs.remove_unused(LATER) == 1  # the time of the first counts


def test_what_nothing_names_is_removed_and_what_is_named_stays(store: Store) -> None:
    sealed, opened, dropped = blob("sealed"), blob("open work"), blob("dropped")
    for copy in (sealed, opened, dropped):
        store.blobs.add(copy, NOW)
    seal(store, sealed)
    other = ProfileId(Ids(62)())
    edits = Working(other, (), naming(opened), OFFICER.id, 6)
    store.profiles.save_working(edits, summary())
    assert store.blobs.remove_unused(NOW) == 0  # not older than that
    assert store.blobs.remove_unused(LATER) == 1
    assert [store.blobs.find(copy.sha256) for copy in (sealed, opened, dropped)] == [sealed, opened, None]
    store.profiles.save_working(Working(other, (), {}, OFFICER.id, 7), summary(), edits)  # the answer was taken back
    assert store.blobs.remove_unused(LATER) == 1
    assert store.blobs.find(sealed.sha256) == sealed


def test_a_copy_is_encrypted_like_everything(file_store: Store, folder: Path) -> None:
    file_store.blobs.add(Blob("a" * 64, FileKind.PDF, b"%PDF-" + b"marker of a diploma" * 500), NOW)
    file_store.checkpoint()
    assert all(b"marker of a diploma" not in path.read_bytes() for path in folder.iterdir())


def test_a_copy_waits_until_headquarters_has_it(store: Store) -> None:
    store.blobs.add(blob(), NOW)
    made = seal(store, blob())
    assert names(store) == [blob().sha256]
    assert store.outbox.blobs_to_send(station())[0].size_bytes == len(blob().content)
    export(store, 1, (made,), (blob().sha256,))
    assert names(store) == [blob().sha256]  # sticks get lost
    store.receipts.apply(bundle_in(1, device=HEADQUARTERS, kind="receipt"), receipt(1, 1))
    assert names(store) == []
    assert not store.outbox.has_to_send(station())
    assert state(store) is Handover.RECEIVED


def test_a_copy_stays_here_without_the_persons_word_on_copies(store: Store) -> None:
    store.blobs.add(blob(), NOW)
    seal(store, blob(), sends=False)
    assert names(store) == []


def test_a_profile_is_not_received_while_a_copy_of_it_is_on_its_way(store: Store) -> None:
    store.blobs.add(blob(), NOW)
    made = seal(store, blob())
    export(store, 1, (made,), ())
    store.receipts.apply(bundle_in(1, device=HEADQUARTERS, kind="receipt"), receipt(1, 1))
    assert state(store) is Handover.IN_BUNDLE
    assert store.outbox.has_to_send(station())
    export(store, 2, (), (blob().sha256,))
    store.receipts.apply(bundle_in(2, device=HEADQUARTERS, kind="receipt"), receipt(2, 1))
    assert state(store) is Handover.RECEIVED


def test_what_headquarters_misses_goes_again(store: Store) -> None:
    store.blobs.add(blob(), NOW)
    made = seal(store, blob())
    export(store, 1, (made,), (blob().sha256,))
    missing = receipt(1, 1, missing=(blob().sha256, "0" * 64))
    store.receipts.apply(bundle_in(1, device=HEADQUARTERS, kind="receipt"), missing)
    assert names(store) == [blob().sha256]
    assert state(store) is Handover.IN_BUNDLE


def test_headquarters_that_restored_a_copy_gets_everything_again(store: Store) -> None:
    store.blobs.add(blob(), NOW)
    made = seal(store, blob())
    export(store, 1, (made,), (blob().sha256,))
    store.receipts.apply(bundle_in(1, device=HEADQUARTERS, kind="receipt"), receipt(1, 1))
    store.receipts.apply(bundle_in(2, device=HEADQUARTERS, kind="receipt"), receipt(0, 0, hq_epoch=2))
    assert names(store) == [blob().sha256]
    assert state(store) is Handover.IN_BUNDLE


def test_headquarters_knows_which_copies_it_misses(store: Store) -> None:
    copy, held = blob(), blob("held back")
    agreed = summary()
    agreed = replace(agreed, sends_copies=("document.scan",))
    other = ProfileId(Ids(62)())
    with store.inbox.transaction() as transaction:
        transaction.add_revisions([revision(1, profile=PERSON, hidden=naming(copy))])
        transaction.add_revisions([revision(2, profile=other, hidden=naming(held))])
        transaction.save_views([view(PERSON, agreed), view(other, summary())])
    assert store.inbox.missing_blobs(LAPTOP) == (copy.sha256,)
    assert store.inbox.missing_blobs(HEADQUARTERS) == ()
    with store.inbox.transaction() as transaction:
        transaction.add_blob(copy, NOW)
        transaction.add_blob(copy, NOW)
    assert store.inbox.missing_blobs(LAPTOP) == ()


def test_a_part_that_comes_later_brings_its_copies_into_view(store: Store) -> None:
    whole = revision(1, profile=PERSON, hidden=naming(blob()))
    agreed = summary()
    agreed = replace(agreed, sends_copies=("document.scan",))
    with store.inbox.transaction() as transaction:
        transaction.add_revisions([whole.cut_to(Scope.OPEN)])
        transaction.save_views([view(PERSON, agreed)])
    assert store.inbox.missing_blobs(LAPTOP) == ()
    with store.inbox.transaction() as transaction:
        transaction.add_revisions([whole])
    assert store.inbox.missing_blobs(LAPTOP) == (blob().sha256,)
