"""Erasing: here at once, at headquarters and on every other laptop with the next bundles, and for good."""

from collections.abc import Callable
from pathlib import Path

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import record_line, revision_line
from s2w_desktop.domain.erasing import ErasureReason, Tombstone
from s2w_desktop.domain.errors import NothingToExport, UnknownProfile
from s2w_desktop.domain.exchange_errors import NotPermitted, ProfileErased
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace
from tests.services.exchanges import answer, handed_over, listed
from tests.services.places import change, export, interview
from tests.services.remains import everything

MARKER = "Zubaida-the-marker"


def erase(workplace: Workplace, profile: ProfileId) -> int:
    return workplace.erasure.erase(profile, ErasureReason.REQUEST)


def scopes(workplace: Workplace, profile: ProfileId) -> set[Scope]:
    return {revision.scope for revision in workplace.store.profiles.load(profile).revisions}


def test_an_erased_profile_is_gone_from_every_table(field: Workplace) -> None:
    profile = interview(field, identity__given_names=MARKER)
    change(field, profile, identity__family_names=MARKER)
    session = field.interviews.open(profile)
    session.set_answer("identity.sex", "F")
    session.save()
    number = session.profile.text("record.case_number")
    assert MARKER in everything(field)
    assert number in everything(field)
    assert erase(field, profile) == 1
    assert MARKER not in everything(field)
    assert number not in everything(field)
    assert listed(field) == []
    assert scopes(field, profile) == {Scope.STUB}
    assert sum(field.store.profiles.handover_counts().values()) == 0


def test_what_was_put_aside_about_an_erased_person_goes_too(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    change(field, profile, identity__given_names=MARKER)
    revision = field.store.profiles.load(profile).revisions[-1]
    spoiled = revision_line(revision).replace(MARKER.encode(), MARKER[::-1].encode())
    dispatch = Dispatch(field.store, QUESTIONNAIRE, field.sources)
    address = Address(Kind.PROFILES, field.exporting.headquarters().recipients)
    hq.importing.take(dispatch.write(stick, address, [spoiled])[0].path)
    assert MARKER[::-1] in everything(hq)
    erase(hq, profile)
    assert MARKER[::-1] not in everything(hq)
    hq.importing.take(dispatch.write(stick, address, [spoiled])[0].path)
    assert MARKER[::-1] not in everything(hq)


def test_an_open_interview_cannot_bring_an_erased_profile_back(field: Workplace) -> None:
    profile = interview(field)
    session = field.interviews.open(profile)
    session.set_answer("identity.given_names", MARKER)
    erase(field, profile)
    with pytest.raises(ProfileErased):
        session.save()
    with pytest.raises(ProfileErased):
        session.close()
    assert MARKER not in everything(field)
    with pytest.raises(UnknownProfile):
        erase(field, profile)


def test_what_a_laptop_erases_headquarters_erases(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, identity__given_names=MARKER)
    assert MARKER in everything(hq)
    erase(field, profile)
    result = hq.importing.take(export(field, stick))
    assert (result.erased, result.quarantined) == (1, ())
    assert MARKER not in everything(hq)
    assert listed(hq) == []
    assert scopes(hq, profile) == {Scope.STUB}


def test_a_tombstone_goes_again_until_a_receipt_says_that_it_arrived(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    erase(field, profile)
    export(field, stick).unlink()  # this stick got lost
    hq.importing.take(export(field, stick))
    assert listed(hq) == []
    answer(hq, field, stick)
    with pytest.raises(NothingToExport):
        export(field, stick)


def test_a_profile_erased_before_it_ever_left_keeps_its_numbers(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = interview(field, identity__given_names=MARKER)
    erase(field, profile)
    second = interview(field)
    result = hq.importing.take(export(field, stick))
    assert (result.new, result.erased, result.gaps) == (1, 1, ())
    assert listed(hq) == [second]


def test_headquarters_has_it_erased_on_every_laptop_that_knows_it(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    profile = handed_over(hq, field, stick, identity__given_names=MARKER)
    number = field.interviews.read(profile).text("record.case_number")
    handed_over(hq, other, stick)
    erase(hq, profile)
    (order,) = hq.orders.given()
    assert (order.kind, order.device, order.profile) == (Order.ERASE, field.station.device, profile)
    (post,) = hq.receipts.write(stick)
    assert post.peer.device == field.station.device
    effect = field.receipts.take(post.bundle.path)
    assert [order.kind for order in effect.orders] == [Order.ERASE]
    assert effect.case_numbers == {profile: number}, "told once, to whoever has a paper to destroy"
    assert [(one.profile, one.reason) for one in field.store.erasures.all()] == [(profile, ErasureReason.REQUEST)]
    assert number not in everything(field)
    assert listed(field) == []
    assert MARKER not in everything(field)
    assert [order.profile for order, _ in field.orders.followed()] == [profile]


def test_a_lost_order_goes_with_the_next_receipt(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    erase(hq, profile)
    hq.receipts.write(stick)[0].bundle.path.unlink()
    assert hq.receipts.write(stick) == ()
    interview(field)
    hq.importing.take(export(field, stick))
    answer(hq, field, stick)
    assert profile not in listed(field)


def test_an_order_that_was_heard_is_not_sent_again(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    erase(hq, profile)
    answer(hq, field, stick)
    assert [order.is_heard for order in hq.orders.given()] == [False]
    interview(field)
    hq.importing.take(export(field, stick))
    assert [order.is_heard for order in hq.orders.given()] == [True]
    assert hq.store.orders.waiting(field.station.device) == ()


def test_an_edit_that_comes_after_the_erasure_stays_erased_and_its_laptop_is_told(
    hq: Workplace, field: Workplace, stick: Path
) -> None:
    """F46."""
    profile = handed_over(hq, field, stick)
    change(field, profile, identity__family_names=MARKER)
    late = export(field, stick)
    erase(hq, profile)
    result = hq.importing.take(late)
    assert (result.new, result.changed, result.gaps) == (0, 0, ())
    assert MARKER not in everything(hq)
    answer(hq, field, stick)
    assert listed(field) == []


def test_both_sides_erasing_the_same_profile_agree(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    erase(field, profile)
    erase(hq, profile)
    result = hq.importing.take(export(field, stick))
    assert (result.erased, result.quarantined) == (0, ())
    answer(hq, field, stick)
    assert listed(hq) == listed(field) == []


@pytest.mark.parametrize("is_turned", [False, True])
def test_of_two_laptops_that_erased_somebody_the_earlier_is_noted_whichever_comes_first(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path, *, is_turned: bool
) -> None:
    """Found by a random history: what is noted depended on the order of arrival."""
    profile = handed_over(hq, field, stick, consent__pass_to_office="granted")
    other.transfer.take(hq.transfer.give([profile], other.station.device, stick).bundles[0].path)
    other.erasure.erase(profile, ErasureReason.ERROR)
    for _ in range(3):
        field.sources.now()  # its clock goes on
    field.erasure.erase(profile, ErasureReason.REQUEST)
    bundles = [export(laptop, stick) for laptop in (other, field)]
    words = [*other.store.erasures.all(), *field.store.erasures.all()]
    for bundle in reversed(bundles) if is_turned else bundles:
        hq.importing.take(bundle)
    assert hq.store.erasures.all() == (min(words, key=lambda word: word.erased_at),)


def test_a_laptop_cannot_erase_what_it_never_knew(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    tombstone = Tombstone(profile, ErasureReason.ERROR, other.sources.now().replace(microsecond=0))
    address = Address(Kind.PROFILES, other.exporting.headquarters().recipients)
    (bundle,) = Dispatch(other.store, QUESTIONNAIRE, other.sources).write(stick, address, [record_line(tombstone)])
    result = hq.importing.take(bundle.path)
    assert [one.reason for one in result.quarantined] == ["other_device"]
    assert listed(hq) == [profile]


@pytest.mark.parametrize("first", ["tombstone", "edit"])
def test_the_order_of_arrival_does_not_matter(first: str, hq: Workplace, field: Workplace, stick: Path) -> None:
    """An old bundle with the content comes after the tombstone, or before it."""
    profile = interview(field, identity__given_names=MARKER)
    edit = export(field, stick)
    erase(field, profile)
    tombstone = export(field, stick)
    for bundle in (tombstone, edit) if first == "tombstone" else (edit, tombstone):
        hq.importing.take(bundle)
    assert MARKER not in everything(hq)
    assert scopes(hq, profile) == {Scope.STUB}


def test_who_has_no_duty_for_it_erases_nothing(field: Workplace, without_duty: Callable[[Workplace], None]) -> None:
    profile = interview(field)
    without_duty(field)
    with pytest.raises(NotPermitted):
        erase(field, profile)
    assert listed(field) == [profile]


def test_nothing_is_left_in_the_copy_from_before_an_update(field: Workplace, tmp_path: Path) -> None:
    profile = interview(field)
    copy = tmp_path / "laptop" / "profiles.before-0008.db"
    copy.write_bytes(b"an encrypted copy of the store from before an update")
    erase(field, profile)
    assert not copy.exists()


def test_an_interview_beside_goes_on(field: Workplace) -> None:
    profile = interview(field)
    session = field.interviews.begin(Pair("en", "ara"))
    session.set_answer("consent.create_profile", "granted")
    erase(field, profile)
    session.close()
    assert listed(field) == [session.profile.id]


def test_whoever_was_joined_with_somebody_erased_shows_nothing_of_them(
    hq: Workplace, field: Workplace, other: Workplace, stick: Path
) -> None:
    """The laptop that erases does not know of the joining yet."""
    kept, gone = handed_over(hq, field, stick), handed_over(hq, other, stick, identity__family_names=MARKER)
    hq.office.duplicates.joining.join(kept, gone)
    assert listed(hq) == [kept]
    erase(other, gone)
    hq.importing.take(export(other, stick))
    assert listed(hq) == [kept]
    assert scopes(hq, gone) <= {Scope.STUB}
    assert hq.interviews.read(kept).text("identity.given_names") == "Layla"


def test_joined_profiles_are_erased_together(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    kept, gone = handed_over(hq, field, stick), handed_over(hq, other, stick, identity__family_names=MARKER)
    hq.office.duplicates.joining.join(kept, gone)
    assert erase(hq, kept) == 2
    assert MARKER not in everything(hq)
    assert {order.device for order in hq.orders.given()} == {field.station.device, other.station.device}


def test_headquarters_that_was_put_back_from_a_copy_hears_of_an_erasure_again(
    hq: Workplace, field: Workplace, stick: Path
) -> None:
    """F55."""
    profile = handed_over(hq, field, stick)
    erase(field, profile)
    hq.importing.take(export(field, stick))
    answer(hq, field, stick)
    assert field.store.erasures.to_send(field.station) == ()
    hq.store.stations.begin_epoch()
    interview(field)
    hq.importing.take(export(field, stick))
    answer(hq, field, stick)
    assert [one.profile for one in field.store.erasures.to_send(field.station)] == [profile]
    assert hq.importing.take(export(field, stick)).quarantined == ()
