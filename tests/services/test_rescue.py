"""What a laptop sends that was taken off the list: nothing of it counts before people decided, and nothing is lost (F26)."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.exchange_errors import NotPermitted, SecondPersonNeeded
from s2w_desktop.domain.ids import BundleId
from s2w_desktop.domain.putting_aside import AsideReason
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from tests.attachments.making import document
from tests.copies import COPIES, ONE
from tests.services.colleagues import colleague, office_of
from tests.services.exchanges import answer, bring, handed_over, listed, said
from tests.services.places import Place, change, enrol, export, interview


def rescued(hq: Workplace, field: Workplace, stick: Path) -> BundleId:
    """A bundle that came from the laptop after it was taken off the list."""
    hq.enrolment.revoke(field.station.device)
    result = bring(hq, field, stick)
    assert {one.reason for one in result.quarantined} == {AsideReason.REVOKED_SENDER}
    assert (result.new, result.changed, result.erased) == (0, 0, 0)
    return result.bundle


def test_everything_waits_until_somebody_releases_it(hq: Workplace, field: Workplace, stick: Path) -> None:
    profiles = {interview(field) for _ in range(3)}
    bundle = rescued(hq, field, stick)
    assert listed(hq) == []
    assert len(hq.office.quarantine.waiting(bundle, AsideReason.REVOKED_SENDER)) == 3
    released = hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER)
    assert (released.taken, released.refused) == (3, ())
    assert set(listed(hq)) == profiles
    assert hq.office.quarantine.waiting(bundle, AsideReason.REVOKED_SENDER) == ()
    assert [one.contiguous for one in hq.store.inbox.coverage(field.station.device)] == [3]


def test_a_tombstone_of_such_a_laptop_erases_nothing_by_itself(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    field.erasure.erase(profile, ErasureReason.REQUEST)
    bundle = rescued(hq, field, stick)
    assert listed(hq) == [profile]
    assert hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER).taken == 1
    assert listed(hq) == []


def test_some_records_are_released_and_the_others_discarded(hq: Workplace, field: Workplace, stick: Path) -> None:
    kept, gone = interview(field), interview(field)
    bundle = rescued(hq, field, stick)
    first, second = hq.office.quarantine.waiting(bundle, AsideReason.REVOKED_SENDER)
    assert hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER, [first.line]).taken == 1
    assert hq.office.quarantine.discard(bundle, AsideReason.REVOKED_SENDER, [second.line]) == 1
    assert listed(hq) == [kept]
    assert gone not in listed(hq)
    assert hq.store.inbox.quarantined(bundle) == ()


def test_the_same_rescue_again_changes_nothing(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    hq.enrolment.revoke(field.station.device)
    file = export(field, stick)
    bundle = hq.importing.take(file).bundle
    hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER)
    assert hq.importing.take(file).was_known
    assert len(listed(hq)) == 1
    assert hq.store.inbox.quarantined() == ()


def test_two_people_are_needed_where_there_are_two(hq: Workplace, field: Workplace, stick: Path) -> None:
    interview(field)
    bundle = rescued(hq, field, stick)
    second = office_of(hq, colleague(hq))
    with pytest.raises(SecondPersonNeeded):
        hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER)
    assert listed(hq) == []
    (wish,) = second.approvals.for_me()
    second.approvals.approve(wish.id)
    assert hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER).taken == 1
    assert second.approvals.waiting() == ()


def test_who_has_no_duty_for_it_decides_nothing(
    hq: Workplace, field: Workplace, without_duty: Callable[[Workplace], None], stick: Path
) -> None:
    interview(field)
    bundle = rescued(hq, field, stick)
    without_duty(hq)
    with pytest.raises(NotPermitted):
        hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER)
    with pytest.raises(NotPermitted):
        hq.office.quarantine.discard(bundle, AsideReason.REVOKED_SENDER)
    assert len(hq.office.quarantine.waiting(bundle, AsideReason.REVOKED_SENDER)) == 1


def test_a_record_that_is_broken_goes_on_waiting(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    (revision,) = field.store.profiles.load(profile).revisions
    good = revision_line(revision)
    spoiled = good.replace(b'"Layla"', b'"Leila"')
    dispatch, address = (
        Dispatch(field.store, QUESTIONNAIRE, field.sources),
        Address(Kind.PROFILES, field.exporting.headquarters().recipients),
    )
    hq.enrolment.revoke(field.station.device)
    bundle = hq.importing.take(dispatch.write(stick, address, [spoiled, good])[0].path).bundle
    released = hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER)
    assert (released.taken, [one.reason for one in released.refused]) == (1, ["bad_digest"])
    assert [one.line for one in hq.office.quarantine.waiting(bundle, AsideReason.REVOKED_SENDER)] == [1]


def test_what_another_laptop_made_can_be_released_too(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    profile = interview(field)
    (revision,) = field.store.profiles.load(profile).revisions
    address = Address(Kind.PROFILES, other.exporting.headquarters().recipients)
    (written,) = Dispatch(other.store, QUESTIONNAIRE, other.sources).write(stick, address, [revision_line(revision)])
    bundle = hq.importing.take(written.path).bundle
    assert hq.office.quarantine.release(bundle, AsideReason.OTHER_DEVICE).taken == 1
    assert listed(hq) == [profile]


def test_a_revoked_laptop_can_still_hand_over_after_it_heard_of_it(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field)
    hq.orders.revoke(field.station.device)
    hq.enrolment.revoke(field.station.device)
    answer(hq, field, stick)
    change(field, profile, identity__sex="F")
    bundle = bring(hq, field, stick).bundle
    hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER)
    assert said(hq, profile, "identity.sex") == "F"


def test_copies_of_documents_wait_and_come_with_the_rest(tmp_path: Path, stick: Path) -> None:
    with (
        closing(Place(tmp_path / "hq", Role.HEADQUARTERS, questionnaire=COPIES).open()) as hq,
        closing(Place(tmp_path / "laptop", Role.FIELD, questionnaire=COPIES).open()) as field,
    ):
        enrol(headquarters=hq, laptop=field, folder=tmp_path / "enrolment")
        profile = interview(field, consent__attach_copies="granted")
        session = field.interviews.open(profile)
        paper = tmp_path / "paper.pdf"
        paper.write_bytes(document())
        ref = field.attachments.attach(session, ONE, paper)
        session.close()
        bundle = rescued(hq, field, stick)
        assert hq.store.blobs.find(ref.sha256) is None
        waiting = hq.office.quarantine.waiting(bundle, AsideReason.REVOKED_SENDER)
        assert hq.office.quarantine.release(bundle, AsideReason.REVOKED_SENDER).taken == len(waiting) == 3
        assert hq.store.blobs.find(ref.sha256) is not None
        assert hq.store.inbox.missing_blobs(field.station.device) == ()
