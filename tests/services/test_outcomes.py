"""What headquarters decides about a profile travels back to the laptops that know it."""

from pathlib import Path

from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.revisions import Revision, Scope
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.exchange_values import ShareReason
from s2w_desktop.storage.values import ListQuery
from tests.services.exchanges import answer, bring, handed_over, said
from tests.services.places import change, interview


def state(workplace: Workplace) -> Handover:
    return workplace.interviews.rows(ListQuery(), 0, 1)[0].handover


def revisions(workplace: Workplace, profile: ProfileId) -> set[Revision]:
    return set(workplace.store.profiles.load(profile).revisions)


def shared(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> ProfileId:
    """A profile of one laptop that the other knows too."""
    profile = handed_over(hq, field, stick, identity__sex="F")
    devices = [field.station.device, other.station.device]
    hq.store.shares.give([profile], devices, ShareReason.TRANSFER, hq.sources.now())
    answer(hq, other, stick)
    return profile


def test_what_headquarters_says_comes_with_the_next_receipt(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick, identity__sex="F")
    change(hq, profile, identity__sex="X")
    assert [due.device for due in hq.receipts.due()] == [field.station.device]
    effect = answer(hq, field, stick)
    assert effect.outcomes == 1
    assert said(field, profile, "identity.sex") == "X"
    assert revisions(field, profile) == revisions(hq, profile)
    assert state(field) is Handover.RECEIVED
    assert hq.receipts.due() == ()


def test_a_lost_outcome_goes_with_the_next_receipt_until_it_was_heard(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    change(hq, profile, identity__sex="X")
    hq.receipts.write(stick)[0].bundle.path.unlink()
    interview(field)
    bring(hq, field, stick)
    answer(hq, field, stick)
    assert said(field, profile, "identity.sex") == "X"
    interview(field)
    bring(hq, field, stick)
    assert hq.store.shares.waiting(field.station.device) == ()


def test_an_edit_of_one_laptop_reaches_the_other(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    profile = shared(hq, field, other, stick)
    assert said(other, profile, "identity.sex") == "F"
    change(other, profile, identity__sex="M")
    bring(hq, other, stick)
    answer(hq, field, stick)
    assert said(field, profile, "identity.sex") == "M"
    assert revisions(field, profile) == revisions(hq, profile) == revisions(other, profile)


def test_a_conflict_is_seen_everywhere_and_its_end_too(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    """F44."""
    profile = shared(hq, field, other, stick)
    change(field, profile, identity__sex="X")
    change(other, profile, identity__sex="M")
    bring(hq, field, stick)
    bring(hq, other, stick)
    answer(hq, field, stick)
    assert state(field) is Handover.NEEDS_YOU
    change(hq, profile, identity__sex="X")
    answer(hq, field, stick)
    assert state(field) is Handover.RECEIVED
    assert said(field, profile, "identity.sex") == "X"


def test_open_work_stays_while_an_outcome_comes(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    session = field.interviews.open(profile)
    session.set_answer("identity.family_names", "Haddad")
    session.save()
    change(hq, profile, identity__sex="X")
    answer(hq, field, stick)
    assert said(field, profile, "identity.family_names") == "Haddad"
    session.close()
    assert said(field, profile, "identity.sex") == "X"
    assert said(field, profile, "identity.family_names") == "Haddad"
    bring(hq, field, stick)
    assert hq.interviews.rows(ListQuery(), 0, 1)[0].conflicts == 0


def test_a_laptop_that_numbers_anew_doubles_nothing(hq: Workplace, field: Workplace, other: Workplace, stick: Path) -> None:
    """F52: it sends again what headquarters has."""
    profile = shared(hq, field, other, stick)
    change(other, profile, identity__sex="M")
    bring(hq, other, stick)
    answer(hq, other, stick)
    other.store.stations.begin_epoch()
    again = bring(hq, other, stick)
    assert (again.new, again.changed, again.gaps) == (0, 0, ())
    assert answer(hq, other, stick).outcomes == 0
    assert revisions(hq, profile) == revisions(other, profile)


def test_only_the_heads_of_a_profile_that_was_erased_meanwhile_travel(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    change(hq, profile, identity__sex="X")
    hq.erasure.erase(profile, ErasureReason.REQUEST)
    assert answer(hq, field, stick).outcomes == 0
    assert {revision.scope for revision in revisions(field, profile)} == {Scope.STUB}
    assert len(revisions(field, profile)) == 2


def test_a_revoked_laptop_gets_no_outcome(hq: Workplace, field: Workplace, stick: Path) -> None:
    profile = handed_over(hq, field, stick)
    change(hq, profile, identity__sex="X")
    hq.enrolment.revoke(field.station.device)
    assert answer(hq, field, stick).outcomes == 0
    assert said(field, profile, "identity.sex") is None
