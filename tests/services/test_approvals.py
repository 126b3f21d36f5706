"""What needs two people."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from s2w_desktop.domain.duties import Act, Duty
from s2w_desktop.domain.exchange_errors import NotPermitted, SecondPersonNeeded
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.workplace import Workplace
from tests.services.colleagues import colleague, office_of
from tests.services.places import Clock, Place

ACT = Act.RELEASE_QUARANTINE


def test_somebody_who_is_alone_needs_nobody(hq: Workplace) -> None:
    colleague(hq, duties=[Duty.ANALYST])
    with hq.office.approvals.agreed(ACT, "bundle 1"):
        done = True
    assert done
    assert hq.store.approvals.all() == ()


def test_the_first_try_is_noted_once_and_waits(hq: Workplace) -> None:
    colleague(hq)
    for _ in range(2):
        with pytest.raises(SecondPersonNeeded), hq.office.approvals.agreed(ACT, "bundle 1"):
            raise AssertionError
    (wish,) = hq.office.approvals.waiting()
    assert (wish.act, wish.subject, wish.asked_by) == (ACT, "bundle 1", hq.officer)


def test_once_a_colleague_agreed_it_is_done_once(hq: Workplace) -> None:
    approvals, other = hq.office.approvals, office_of(hq, colleague(hq)).approvals
    wish = approvals.ask(ACT, "bundle 1")
    assert other.for_me() == (wish,)
    other.approve(wish.id)
    with approvals.agreed(ACT, "bundle 1"):
        pass
    with pytest.raises(SecondPersonNeeded), approvals.agreed(ACT, "bundle 1"):
        raise AssertionError


def test_a_word_for_one_thing_is_no_word_for_another(hq: Workplace) -> None:
    approvals, other = hq.office.approvals, office_of(hq, colleague(hq)).approvals
    other.approve(approvals.ask(ACT, "bundle 1").id)
    with pytest.raises(SecondPersonNeeded), approvals.agreed(ACT, "bundle 2"):
        raise AssertionError
    with pytest.raises(SecondPersonNeeded), other.agreed(ACT, "bundle 1"):
        raise AssertionError


def test_nobody_agrees_with_themselves(hq: Workplace) -> None:
    colleague(hq)
    wish = hq.office.approvals.ask(ACT, "bundle 1")
    assert hq.office.approvals.for_me() == ()
    with pytest.raises(SecondPersonNeeded):
        hq.office.approvals.approve(wish.id)
    assert hq.office.approvals.waiting() == (wish,)


def test_who_may_not_agree_cannot(hq: Workplace) -> None:
    analyst = office_of(hq, colleague(hq, duties=[Duty.ANALYST])).approvals
    wish = hq.office.approvals.ask(ACT, "bundle 1")
    assert analyst.for_me() == ()
    with pytest.raises(NotPermitted):
        analyst.approve(wish.id)
    with pytest.raises(NotPermitted):
        analyst.refuse(wish.id)
    with pytest.raises(NotPermitted):
        analyst.ask(ACT, "bundle 2")


def test_a_failure_leaves_the_second_word_as_it_was(hq: Workplace) -> None:
    approvals, other = hq.office.approvals, office_of(hq, colleague(hq)).approvals
    other.approve(approvals.ask(ACT, "bundle 1").id)
    with pytest.raises(LookupError), approvals.agreed(ACT, "bundle 1"):
        raise LookupError
    with approvals.agreed(ACT, "bundle 1"):
        pass
    assert hq.store.approvals.all() == ()


def test_a_wish_can_be_refused_or_taken_back(hq: Workplace) -> None:
    approvals, other = hq.office.approvals, office_of(hq, colleague(hq)).approvals
    other.refuse(approvals.ask(ACT, "bundle 1").id)
    assert approvals.waiting() == ()
    wish = approvals.ask(ACT, "bundle 2")
    approvals.refuse(wish.id)
    other.approve(wish.id)
    assert hq.store.approvals.all() == ()


def test_a_wish_is_forgotten_after_a_week_agreed_to_or_not(tmp_path: Path) -> None:
    clock = Clock()
    with closing(Place(tmp_path / "hq", Role.HEADQUARTERS, clock=clock).open()) as hq:
        approvals, other = hq.office.approvals, office_of(hq, colleague(hq)).approvals
        agreed, waiting = approvals.ask(ACT, "bundle 1"), approvals.ask(ACT, "bundle 2")
        other.approve(agreed.id)
        clock.pass_by(timedelta(days=8))
        assert (other.for_me(), approvals.waiting()) == ((), ())
        other.approve(waiting.id)
        for subject in ("bundle 1", "bundle 2"):
            with pytest.raises(SecondPersonNeeded), approvals.agreed(ACT, subject):
                raise AssertionError
        assert not {agreed.id, waiting.id} & {wish.id for wish in approvals.waiting()}
