"""Two reviewers do not do the same: what one has taken, the other is told, for half an hour."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.claims import LASTS, ClaimKind, Claims
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import Officer
from tests.services.places import Clock, Place, sources_of

KIND, SUBJECT = ClaimKind.CONFLICT, "0190f3a1-0000-7000-8000-000000000001"
START = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def colleague(hq: Workplace, *, later: timedelta = timedelta()) -> Claims:
    """Somebody else at this headquarters, whose clock is that much further on."""
    ana = next((one for one in hq.store.officers.all() if one.name == "Ana"), None)
    if ana is None:
        ana = Officer(OfficerId(hq.sources.new_id()), "Ana", hq.sources.now())
        hq.store.officers.add(ana)
    return Claims(hq.store, ana.id, sources_of(Clock(START + later)))


def test_whoever_comes_second_is_told_who_was_first(hq: Workplace) -> None:
    mine = hq.office.claims.take(KIND, SUBJECT)
    assert mine.is_me
    told = colleague(hq).take(KIND, SUBJECT)
    assert (told.is_me, told.officer, told.name) == (False, hq.officer, "M. Papadaki")
    holder = hq.office.claims.holder(KIND, SUBJECT)
    assert holder is not None
    assert holder.is_me


def test_a_claim_ends_after_half_an_hour_unless_it_is_taken_again(hq: Workplace) -> None:
    hq.office.claims.take(KIND, SUBJECT)
    assert not colleague(hq, later=LASTS - timedelta(minutes=1)).take(KIND, SUBJECT).is_me
    late = colleague(hq, later=LASTS + timedelta(minutes=1))
    assert late.holder(KIND, SUBJECT) is None
    assert late.take(KIND, SUBJECT).is_me
    assert not late.holders(ClaimKind.DUPLICATE)


def test_a_claim_of_a_clock_far_ahead_does_not_last_for_years(hq: Workplace) -> None:
    colleague(hq, later=timedelta(days=10_000)).take(KIND, SUBJECT)
    assert hq.office.claims.holder(KIND, SUBJECT) is None
    assert hq.office.claims.take(KIND, SUBJECT).is_me


def test_what_a_colleague_holds_can_be_taken_over_but_not_let_go(hq: Workplace) -> None:
    ana = colleague(hq)
    ana.take(KIND, SUBJECT)
    hq.office.claims.release(KIND, SUBJECT)
    assert not hq.office.claims.take(KIND, SUBJECT).is_me
    assert hq.office.claims.take_over(KIND, SUBJECT).is_me
    hq.office.claims.release(KIND, SUBJECT)
    assert hq.office.claims.holder(KIND, SUBJECT) is None


def test_kinds_and_subjects_are_apart(hq: Workplace) -> None:
    ana = colleague(hq)
    ana.take(ClaimKind.DUPLICATE, SUBJECT)
    ana.take(KIND, "other")
    assert hq.office.claims.take(KIND, SUBJECT).is_me
    assert {subject: one.is_me for subject, one in hq.office.claims.holders(KIND).items()} == {SUBJECT: True, "other": False}


def test_a_claim_survives_a_restart(tmp_path: Path) -> None:
    place = Place(tmp_path / "hq", Role.HEADQUARTERS)
    with closing(place.open()) as hq:
        hq.office.claims.take(KIND, SUBJECT)
    with closing(place.open()) as again:
        holder = again.office.claims.holder(KIND, SUBJECT)
        assert holder is not None
        assert holder.is_me
