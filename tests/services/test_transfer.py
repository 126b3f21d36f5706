"""Handing profiles on: to another centre, or to whoever takes over when an officer leaves."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from s2w_desktop.domain.errors import NotEnrolled, WrongKind, WrongRecipient, WrongRole
from s2w_desktop.domain.exchange_errors import NotPermitted, TransferNotAgreed
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import DeviceId, ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.attachments.making import document
from tests.copies import COPIES, ONE
from tests.services.exchanges import answer, bring, handed_over, listed, said
from tests.services.places import Place, change, enrol, interview

AGREED = {"consent__pass_to_office": "granted"}


def state(workplace: Workplace) -> Handover:
    return workplace.interviews.rows(ListQuery(), 0, 1)[0].handover


def given(hq: Workplace, profile: ProfileId, laptop: Workplace, stick: Path) -> Path:
    (bundle,) = hq.transfer.give([profile], laptop.station.device, stick).bundles
    return bundle.path


def test_a_profile_goes_to_another_laptop_with_its_whole_history(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    profile = interview(field, identity__sex="F", **AGREED)
    change(field, profile, identity__sex="X")
    bring(hq, field, stick)
    bundle = given(hq, profile, other, stick)
    assert (taken := other.transfer.take(bundle)).new == 1
    assert taken.changed == 0
    assert set(other.store.profiles.load(profile).revisions) == set(hq.store.profiles.load(profile).revisions)
    assert said(other, profile, "identity.sex") == "X"
    assert state(other) is Handover.RECEIVED
    again = other.transfer.take(bundle)
    assert (again.new, again.changed) == (0, 0)


def test_both_may_go_on_and_each_hears_of_the_other(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, **AGREED)
    other.transfer.take(given(hq, profile, other, stick))
    change(other, profile, identity__family_names="Haddad")
    change(field, profile, identity__sex="F")
    for laptop in (other, field):
        bring(hq, laptop, stick)
    for laptop in (other, field):
        answer(hq, laptop, stick, again=True)
        assert said(laptop, profile, "identity.family_names") == "Haddad"
        assert said(laptop, profile, "identity.sex") == "F"


def test_nothing_goes_without_the_persons_word(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    """V18: a refusal holds, and so does silence."""
    silent, refused = handed_over(hq, field, stick), handed_over(hq, field, stick, consent__pass_to_office="refused")
    agreed = handed_over(hq, field, stick, **AGREED)
    before = set(stick.iterdir())
    for profile in (silent, refused):
        with pytest.raises(TransferNotAgreed):
            given(hq, profile, other, stick)
    assert set(stick.iterdir()) == before
    handed_on = hq.transfer.give([silent, refused, agreed], other.station.device, stick)
    assert (handed_on.profiles, handed_on.held_back) == ((agreed,), 2)
    other.transfer.take(handed_on.bundles[0].path)
    assert listed(other) == [agreed]


def test_headquarters_knows_to_whom_and_in_which_bundle_a_profile_was_given(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    profile, stays = (handed_over(hq, field, stick, **AGREED) for _ in range(2))
    assert hq.transfer.given([profile, stays]) == {}
    for laptop in (other, field):
        (bundle,) = hq.transfer.give([profile], laptop.station.device, stick).bundles
        (told,) = hq.transfer.given([stays, profile]).values()
        assert (told.peer.device, told.seq) == (laptop.station.device, bundle.seq)
        change(hq, profile, identity__sex="F")
        answer(hq, laptop, stick, again=True)
        assert hq.transfer.given([profile])[profile].seq == bundle.seq
    hq.enrolment.revoke(field.station.device)
    assert [one.device for one in hq.transfer.laptops()] == [other.station.device]


def test_a_lost_transfer_comes_with_the_next_receipt(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, **AGREED)
    given(hq, profile, other, stick).unlink()
    interview(other)
    bring(hq, other, stick)
    answer(hq, other, stick)
    assert profile in listed(other)


def test_everything_of_an_officer_who_leaves_goes_to_somebody_else(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    profiles = {handed_over(hq, field, stick, **AGREED) for _ in range(2)}
    handed_over(hq, other, stick, **AGREED)
    of_officer = hq.transfer.worked_on(officer=field.officer)
    assert set(of_officer) == set(hq.transfer.worked_on(device=field.station.device)) == profiles
    handed_on = hq.transfer.give(of_officer, other.station.device, stick)
    assert other.transfer.take(handed_on.bundles[0].path).new == 2


def test_it_is_for_one_laptop_and_for_nobody_else(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, **AGREED)
    bundle = given(hq, profile, other, stick)
    with pytest.raises(WrongRecipient):
        field.transfer.take(bundle)
    with pytest.raises(WrongKind):
        other.receipts.take(bundle)


def test_nobody_hands_on_who_may_not(
    hq: Workplace, field: Workplace, other: Workplace, without_duty: Callable[[Workplace], None], stick: Path
) -> None:
    profile = handed_over(hq, field, stick, **AGREED)
    with pytest.raises(WrongRole):
        field.transfer.give([profile], hq.station.device, stick)
    with pytest.raises(NotEnrolled):
        hq.transfer.give([profile], DeviceId(hq.sources.new_id()), stick)
    hq.enrolment.revoke(other.station.device)
    with pytest.raises(NotEnrolled):
        given(hq, profile, other, stick)
    without_duty(hq)
    with pytest.raises(NotPermitted):
        given(hq, profile, field, stick)


def test_an_erased_profile_is_erased_where_it_was_handed_on_too(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    from s2w_desktop.domain.erasing import ErasureReason

    profile = handed_over(hq, field, stick, **AGREED)
    other.transfer.take(given(hq, profile, other, stick))
    other.erasure.erase(profile, ErasureReason.REQUEST)
    bring(hq, other, stick)
    assert listed(hq) == []
    answer(hq, field, stick)
    assert listed(field) == []


def test_copies_of_documents_go_with_it(tmp_path: Path, stick: Path) -> None:
    places = [Place(tmp_path / name, role, questionnaire=COPIES) for name, role in PLACES]
    with closing(places[0].open()) as hq, closing(places[1].open()) as field, closing(places[2].open()) as other:
        for laptop in (field, other):
            enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        profile = interview(field, consent__attach_copies="granted", **AGREED)
        session = field.interviews.open(profile)
        paper = tmp_path / "paper.pdf"
        paper.write_bytes(document())
        ref = field.attachments.attach(session, ONE, paper)
        session.close()
        bring(hq, field, stick)
        other.transfer.take(given(hq, profile, other, stick))
        assert other.attachments.page(ref, 0, 100) == field.attachments.page(ref, 0, 100)


PLACES = (("hq", Role.HEADQUARTERS), ("laptop", Role.FIELD), ("other", Role.FIELD))
