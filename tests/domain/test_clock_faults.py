"""A clock is called wrong only when nothing else can explain what it says."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from s2w_desktop.domain.clock_faults import WRITTEN, ClockFault, clock_fault, may_be_today

SEEN = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # half an hour before summer time ends in Europe
HERE, KIRITIMATI, SAMOA = (timezone(timedelta(hours=hours)) for hours in (2, 14, -11))


@pytest.mark.parametrize(
    ("now", "fault"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), ClockFault.BEHIND),  # a flat battery
        (SEEN - timedelta(days=365), ClockFault.BEHIND),
        (SEEN - timedelta(days=1, seconds=1), ClockFault.BEHIND),
        (SEEN - timedelta(hours=1), None),
        (SEEN + timedelta(hours=1), None),  # the night in which one hour comes twice
        (SEEN.astimezone(KIRITIMATI), None),
        (SEEN.astimezone(SAMOA), None),
        (SEEN.replace(tzinfo=HERE), None),  # the time was set in the place of the zone
        (SEEN + timedelta(days=400), None),  # a year in a cupboard
        (SEEN + timedelta(days=3653), None),
        (SEEN.replace(year=2056), ClockFault.AHEAD),
    ],
)
def test_a_day_to_and_fro_and_years_in_a_cupboard_are_no_fault(now: datetime, fault: ClockFault | None) -> None:
    assert clock_fault(now, [SEEN, SEEN - timedelta(days=90)]) is fault


def test_a_store_that_knows_nothing_knows_how_old_the_program_is() -> None:
    assert clock_fault(datetime(2000, 1, 1, tzinfo=UTC), []) is ClockFault.BEHIND
    assert clock_fault(WRITTEN, []) is None


def test_a_day_that_somebody_tells_has_not_passed_long_ago() -> None:
    days = [SEEN.date() + timedelta(days=days) for days in (-400, -2, -1, 0, 300, 5_000)]
    assert [may_be_today(day, [SEEN]) for day in days] == [False, False, True, True, True, False]
