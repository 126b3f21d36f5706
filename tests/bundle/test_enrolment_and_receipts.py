"""Bundles other than profiles: an enrolment proves itself, a receipt is for one device."""

import io
from dataclasses import replace

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.bundle.reading import Checked, KnownSender, Place, check_bundle
from s2w_desktop.bundle.record_types import EnrolRecord, ReceiptRecord, Record
from s2w_desktop.bundle.records import record_line
from s2w_desktop.bundle.writing import write_bundle_to
from s2w_desktop.domain.errors import BadSignature, S2wError, UnknownSender, WrongKind, WrongRecipient
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Role
from tests.bundle.making import DEVICE, DEVICE_KEY, HQ, HQ_IDENTITY, OFFICE, RECIPIENTS, envelope, numbered, read

NEW = DeviceId(numbered("new laptop"))
NEW_KEY = SigningKey.generate()
INTRODUCTION = EnrolRecord(NEW, Role.FIELD, "Example Relief", "Centre", "Laptop", NEW_KEY.public_text, RECIPIENTS[:1])
LAPTOP = Place(DEVICE, frozenset({Kind.RECEIPT}), training=True, senders=(KnownSender(HQ, DEVICE_KEY.public_text),))


def written(record: Record, *, key: SigningKey = NEW_KEY, kind: Kind = Kind.ENROL, **stated: object) -> bytes:
    stream = io.BytesIO()
    write_bundle_to(
        stream,
        envelope=envelope(**{"kind": kind, "device": NEW, **stated}),
        recipients=RECIPIENTS,
        signing_key=key,
        lines=[record_line(record)],
    )
    return stream.getvalue()


def checked(raw: bytes, place: Place) -> Checked:
    return check_bundle(io.BytesIO(raw), identities=[HQ_IDENTITY], place=place)


def test_an_enrolment_of_an_unknown_device_is_read_and_marked_as_self_signed() -> None:
    raw = written(INTRODUCTION)
    assert checked(raw, OFFICE).is_self_signed
    assert checked(raw, OFFICE).manifest.signing_key == NEW_KEY.public_text
    assert read(raw).lines == [record_line(INTRODUCTION)]


def test_an_enrolment_of_a_known_device_is_not_self_signed() -> None:
    place = replace(OFFICE, senders=(KnownSender(NEW, NEW_KEY.public_text),))
    assert not checked(written(INTRODUCTION), place).is_self_signed


@pytest.mark.parametrize(
    "record", [replace(INTRODUCTION, signing_key=DEVICE_KEY.public_text), replace(INTRODUCTION, device=DEVICE)]
)
def test_an_enrolment_that_names_another_key_or_device_than_it_was_signed_with_is_refused(record: EnrolRecord) -> None:
    with pytest.raises(BadSignature):
        read(written(record))


def test_an_unknown_device_gets_in_with_an_enrolment_only() -> None:
    with pytest.raises(UnknownSender):
        checked(written(INTRODUCTION, kind=Kind.PROFILES), OFFICE)
    with pytest.raises(UnknownSender):
        checked(written(INTRODUCTION), replace(OFFICE, kinds=frozenset({Kind.PROFILES})))


def test_a_receipt_is_read_by_the_device_it_is_for() -> None:
    receipt = ReceiptRecord(DEVICE, 1, 1, 5, (), ((1, "0" * 16),))
    raw = written(receipt, key=DEVICE_KEY, kind=Kind.RECEIPT, device=HQ, to_device=DEVICE)
    assert read(raw, place=LAPTOP).lines == [record_line(receipt)]


def test_a_receipt_for_another_or_for_nobody_is_refused() -> None:
    receipt = ReceiptRecord(DEVICE, 1, 1, 5, (), ((1, "0" * 16),))
    for to_device in (NEW, None):
        raw = written(receipt, key=DEVICE_KEY, kind=Kind.RECEIPT, device=HQ, to_device=to_device)
        with pytest.raises(WrongRecipient):
            checked(raw, LAPTOP)


def test_a_laptop_takes_no_profiles() -> None:
    raw = written(INTRODUCTION, key=DEVICE_KEY, kind=Kind.PROFILES, device=HQ)
    with pytest.raises(WrongKind):
        checked(raw, LAPTOP)


def test_a_key_enrolled_again_counts_even_if_it_was_once_revoked() -> None:
    senders = (
        KnownSender(NEW, NEW_KEY.public_text, revoked=True),
        KnownSender(NEW, NEW_KEY.public_text),
    )
    raw = written(INTRODUCTION, kind=Kind.PROFILES)
    assert checked(raw, replace(OFFICE, senders=senders)).manifest.device == NEW
    with pytest.raises(S2wError):
        checked(raw, replace(OFFICE, senders=senders[:1]))
