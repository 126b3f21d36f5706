"""A laptop knows when its clock is wrong, says so, and counts from another day until it is mended. Nothing is blocked."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from s2w_desktop.domain.clock_faults import ClockFault
from s2w_desktop.domain.errors import UnknownSender
from s2w_desktop.domain.key_changes import GRACE_DAYS
from s2w_desktop.domain.matters import MatterKind
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.clock_watch import SEEN_FACT
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests.histories.reading_here import open_here
from tests.services.places import Clock, Place, enrol, export, interview, make_template

START = datetime(2026, 6, 1, 9, tzinfo=UTC)
FLAT = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)


class SetClock(Clock):
    """One that somebody sets, as in the settings of the system."""

    def __init__(self) -> None:
        super().__init__(START)

    def set(self, now: datetime) -> None:
        self._start = now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def place(tmp_path: Path, clock: SetClock) -> Place:
    """A laptop whose day is the one that its clock says."""
    made = Place(tmp_path / "watched", Role.FIELD, clock=clock)
    made.sources = replace(made.sources, today=lambda: clock.now().date())
    return made


@pytest.fixture
def hq(tmp_path: Path) -> Iterator[Workplace]:
    with closing(Place(tmp_path / "hq", Role.HEADQUARTERS).open(open_here)) as workplace:
        yield workplace


@pytest.fixture
def watched(hq: Workplace, place: Place, tmp_path: Path) -> Iterator[Workplace]:
    """Enrolled on 1 June 2026."""
    with closing(place.open(open_here)) as workplace:
        enrol(headquarters=hq, laptop=workplace, folder=tmp_path / "watched-enrolment")
        yield workplace


def fault(workplace: Workplace) -> ClockFault | None:
    return workplace.safekeeping.clock.look()


def test_what_the_store_saw_itself_outlives_a_restart_and_a_flat_battery(place: Place, clock: SetClock) -> None:
    with closing(place.open(open_here)) as workplace:
        assert fault(workplace) is None
    clock.set(START + timedelta(days=40))
    with closing(place.open(open_here)) as workplace:
        assert fault(workplace) is None
    for now, expected in (
        (FLAT, ClockFault.BEHIND),
        (START, ClockFault.BEHIND),
        (START + timedelta(days=39, hours=12), None),
        (START.replace(year=2056), ClockFault.AHEAD),
        (START + timedelta(days=41), None),
    ):
        clock.set(now)
        with closing(place.open(open_here)) as workplace:
            assert fault(workplace) is expected, now
            session = workplace.interviews.begin(Pair("en", "ara"))
            session.close()  # nothing is blocked


def test_a_receipt_tells_the_time_and_a_later_one_of_a_mended_headquarters_takes_it_back(
    tmp_path: Path, stick: Path, place: Place
) -> None:
    office = SetClock()
    at_office = Place(tmp_path / "hq", Role.HEADQUARTERS, clock=office)
    with closing(at_office.open(open_here)) as hq, closing(place.open(open_here)) as laptop:
        enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
        for now, expected in ((START + timedelta(days=400), ClockFault.BEHIND), (START + timedelta(hours=2), None)):
            interview(laptop)
            hq.importing.take(export(laptop, stick))
            office.set(now)
            (written,) = hq.receipts.write(stick)
            laptop.receipts.take(written.bundle.path)
            assert fault(laptop) is expected


def test_a_hand_over_with_a_wrong_clock_is_taken_in_and_told_at_both_ends(
    hq: Workplace, watched: Workplace, stick: Path, clock: SetClock
) -> None:
    for now in (START + timedelta(days=400), FLAT):
        clock.set(now)
        interview(watched)
        assert hq.importing.take(export(watched, stick)).new == 1
        assert [matter.found.kind for matter in hq.office.matters.all()] == [MatterKind.CLOCK]
    assert fault(watched) is ClockFault.BEHIND


def test_the_day_of_a_pack_that_counts_has_passed(hq: Workplace, watched: Workplace, stick: Path, clock: SetClock) -> None:
    watched.packs.install(hq.safekeeping.rotation.rotate(stick / "keys").file, " ".join(hq.enrolment.own_words()))
    watched.store.facts.set(SEEN_FACT, "")
    clock.set(START - timedelta(days=60))
    assert fault(watched) is ClockFault.BEHIND


def test_who_knows_better_can_say_that_the_clock_is_right_after_one_that_was_years_ahead(place: Place, clock: SetClock) -> None:
    clock.set(START + timedelta(days=2000))  # no proof of anything
    with closing(place.open(open_here)) as workplace:
        assert fault(workplace) is None
        clock.set(START)
        assert fault(workplace) is ClockFault.BEHIND
        assert workplace.safekeeping.clock.can_vouch()
        workplace.safekeeping.clock.vouch()
        assert workplace.safekeeping.clock.fault() is None
        clock.set(START - timedelta(days=30))
        assert fault(workplace) is ClockFault.BEHIND, "it is watched as before"
        clock.set(FLAT)
        assert not workplace.safekeeping.clock.can_vouch()


def test_ages_and_the_day_of_the_interview_count_from_the_day_that_the_officer_tells(place: Place, clock: SetClock) -> None:
    with closing(place.open(open_here)) as workplace:
        fault(workplace)
        clock.set(FLAT)
        watch = workplace.safekeeping.clock
        assert workplace.sources.today() == START.date(), "the newest day that is known"
        for refused in (date(2026, 5, 1), date(2090, 1, 1)):
            with pytest.raises(ValueError, match="day"):
                watch.tell_day(refused)
        watch.tell_day(date(2026, 7, 14))
        session = workplace.interviews.begin(Pair("en", "ara"))
        assert session.profile.get("record.opened_on") == SaidDate.on(date(2026, 7, 14))
        session.set_answer("identity.date_of_birth", SaidDate.on(date(2012, 1, 1)))
        told = [issue.rule for issue in session.issues() if issue.path == "identity.date_of_birth"]
        assert told == ["V02"], "born before today, and too young"
        session.close()
        clock.set(FLAT + timedelta(days=1))
        assert workplace.sources.today() == date(2026, 7, 15)
        clock.set(datetime(2026, 7, 16, 12, tzinfo=UTC))
        assert (watch.told_day(), workplace.sources.today()) == (None, date(2026, 7, 16))


def test_a_template_waits_for_its_first_day_by_the_day_that_counts(
    hq: Workplace, watched: Workplace, stick: Path, clock: SetClock
) -> None:
    fault(watched)
    for version, day in ((1, "2026-05-01"), (2, "2026-07-01")):
        watched.templates.install(make_template(hq, stick, version=version, valid_from=day))
    in_force = []
    for now in (FLAT, START.replace(year=2056), START + timedelta(days=60)):
        clock.set(now)
        template = watched.templates.in_force()
        in_force.append(template.version if template else None)
    assert in_force == [1, 1, 2]
    clock.set(FLAT)
    watched.safekeeping.clock.tell_day(date(2026, 7, 2))
    assert watched.templates.in_force() == watched.templates.installed()[0].template


def test_the_former_key_of_headquarters_ends_by_the_clock_as_it_is(
    hq: Workplace, watched: Workplace, stick: Path, clock: SetClock
) -> None:
    """So a clock that is ahead ends it early, and one that is behind lets it last; no receipt is lost, it is written again."""
    interview(watched)
    hq.importing.take(export(watched, stick))
    (under_way,) = hq.receipts.write(stick)
    watched.packs.install(hq.safekeeping.rotation.rotate(stick / "keys").file, " ".join(hq.enrolment.own_words()))
    clock.set(START.replace(year=2056))
    with pytest.raises(UnknownSender):
        watched.receipts.take(under_way.bundle.path)
    clock.set(FLAT)
    assert watched.store.peers.former_keys(watched.sources.now())
    assert watched.receipts.take(under_way.bundle.path).received == 1
    clock.set(START + timedelta(days=GRACE_DAYS + 1))
    assert not watched.store.peers.former_keys(watched.sources.now())


def test_a_stolen_key_stays_without_worth_whatever_the_clock_says(
    hq: Workplace, watched: Workplace, stick: Path, clock: SetClock
) -> None:
    clock.set(START.replace(year=2056))
    pack = hq.safekeeping.rotation.rotate(stick / "keys", is_stolen=True).file
    watched.packs.install(pack, " ".join(hq.enrolment.own_words()))
    for now in (START, FLAT):
        clock.set(now)
        assert watched.store.peers.former_keys(watched.sources.now()) == ()
