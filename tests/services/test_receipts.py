"""Proof of receipt."""

import json
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.errors import StaleBundle, UnknownSender, WrongKind, WrongRecipient
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from tests.services.places import change, export, interview, revisions_of


def states(workplace: Workplace) -> dict[Handover, int]:
    return {state: count for state, count in workplace.store.profiles.handover_counts().items() if count}


def receipt_for(hq: Workplace, folder: Path) -> Path:
    (written,) = hq.receipts.write(folder)
    return written.bundle.path


def test_only_a_receipt_turns_in_a_bundle_into_received(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    assert states(field) == {Handover.HERE: 1}
    bundle = export(field, stick)
    assert states(field) == {Handover.IN_BUNDLE: 1}
    hq.importing.take(bundle)
    effect = field.receipts.take(receipt_for(hq, stick))
    assert (effect.received, effect.needs_you, effect.is_ahead) == (1, 0, False)
    assert states(field) == {Handover.RECEIVED: 1}


def test_a_receipt_is_due_for_each_laptop_once(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    for laptop in (field, other):
        interview(laptop)
        hq.importing.take(export(laptop, stick))
    assert {one.peer.device for one in hq.receipts.write(stick)} == {field.station.device, other.station.device}
    assert hq.receipts.write(stick) == ()


def test_the_same_bundle_again_asks_for_its_receipt_again(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bundle = export(field, stick)
    hq.importing.take(bundle)
    receipt_for(hq, stick).unlink()  # it got lost on the way back
    hq.importing.take(bundle)
    field.receipts.take(receipt_for(hq, stick))
    assert states(field) == {Handover.RECEIVED: 1}


def test_a_receipt_twice_changes_nothing(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    receipt = receipt_for(hq, stick)
    field.receipts.take(receipt)
    effect = field.receipts.take(receipt)
    assert (effect.received, effect.needs_you) == (0, 0)


def test_a_receipt_older_than_one_already_followed_is_refused(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    older = receipt_for(hq, stick)
    interview(field)
    hq.importing.take(export(field, stick))
    field.receipts.take(receipt_for(hq, stick))
    with pytest.raises(StaleBundle):
        field.receipts.take(older)
    assert states(field) == {Handover.RECEIVED: 2}


def test_an_edit_after_the_hand_over_stays_here(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    bundle = export(field, stick)
    change(field, profile, identity__sex="F")
    hq.importing.take(bundle)
    field.receipts.take(receipt_for(hq, stick))
    assert states(field) == {Handover.HERE: 1}


def test_a_record_that_headquarters_could_not_take_needs_a_person(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    (revision,) = revisions_of(field)
    broken = json.loads(revision_line(revision)) | {"open_digest": "0" * 64}
    line = json.dumps(broken, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    dispatch = Dispatch(field.store, QUESTIONNAIRE, field.sources)
    (bundle,) = dispatch.write(stick, Address(Kind.PROFILES, field.exporting.headquarters().recipients), [line])
    assert len(hq.importing.take(bundle.path).quarantined) == 1
    effect = field.receipts.take(receipt_for(hq, stick))
    assert effect.needs_you == 1
    assert states(field) == {Handover.NEEDS_YOU: 1}


def test_a_conflict_at_headquarters_needs_a_person_until_it_is_settled(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    profile = interview(field, identity__sex="F")
    (revision,) = revisions_of(field)
    with other.store.inbox.transaction() as transaction:
        transaction.add_revisions([revision])
    change(other, profile, identity__sex="X")
    change(field, profile, identity__sex="M")
    for laptop in (field, other):
        hq.importing.take(export(laptop, stick))
    receipts = {one.peer.device: one.bundle.path for one in hq.receipts.write(stick)}
    effect = field.receipts.take(receipts[field.station.device])
    assert effect.needs_you == 1
    assert states(field) == {Handover.NEEDS_YOU: 1}


def test_a_receipt_for_another_laptop_is_refused(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    with pytest.raises(WrongRecipient):
        other.receipts.take(receipt_for(hq, stick))


def test_a_bundle_of_profiles_is_no_receipt(field: Workplace, hq: Workplace, stick: Path) -> None:
    keys = field.store.stations.keys()
    dispatch = Dispatch(hq.store, QUESTIONNAIRE, hq.sources)
    (bundle,) = dispatch.write(stick, Address(Kind.PROFILES, (keys.recipient,)), [])
    with pytest.raises(WrongKind):
        field.receipts.take(bundle.path)


def test_only_the_own_headquarters_can_give_a_receipt(field: Workplace, laptop: Workplace, stick: Path, tmp_path: Path) -> None:
    from s2w_desktop.domain.stations import Role
    from tests.services.places import Place

    stranger = Place(tmp_path / "stranger", Role.HEADQUARTERS).open()
    address = Address(Kind.RECEIPT, (field.store.stations.keys().recipient,), laptop.station.device)
    (bundle,) = Dispatch(stranger.store, QUESTIONNAIRE, stranger.sources).write(stick, address, [])
    stranger.close()
    with pytest.raises(UnknownSender):
        field.receipts.take(bundle.path)


def test_a_revoked_laptop_gets_its_order_and_no_answer(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.importing.take(export(field, stick))
    hq.enrolment.revoke(field.station.device)
    assert field.receipts.take(receipt_for(hq, stick)).received == 0
    assert states(field) == {Handover.IN_BUNDLE: 1}
    assert hq.receipts.write(stick) == ()
