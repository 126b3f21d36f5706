"""How long to wait after wrong passphrases, and that no clock shuts anybody out."""

import pytest

from s2w_desktop.domain.waiting import LONGEST_WAIT, WrongTries, wait_after

NOON, UP = 1_800_000_000.0, 5_000.0
DAY = 86_400.0


def test_the_wait_comes_after_every_fifth_try_and_grows_to_a_quarter_of_an_hour() -> None:
    assert [wait_after(count) for count in range(12)] == [0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 60, 0]
    assert [wait_after(count) for count in (15, 20, 25, 30, 50, 10_000_000)] == [120, 240, 480, 900, 900, 900]


@pytest.mark.parametrize(
    ("at", "running", "left"),
    [
        (NOON, UP, 30),
        (NOON + 12.4, UP + 12.4, 18),
        (NOON + 30, UP + 30, 0),
        (NOON - DAY, UP + 12, 18),  # set back: the other clock goes on
        (NOON - DAY, UP + 30, 0),
        (NOON + DAY, UP + 1, 0),  # set forward
        (NOON + 12, UP, 18),  # asleep: the machine's clock stood still
        (NOON + 12, 3, 18),  # started anew
        (NOON - DAY, 12, 18),  # started anew with an empty clock battery: the time since the start has passed in any case
        (NOON - DAY, 31, 0),
    ],
)
def test_the_clock_by_which_more_has_passed_decides(at: float, running: float, left: int) -> None:
    assert WrongTries(5, NOON, UP).seconds_left(at=at, running=running) == left


@pytest.mark.parametrize("at", [-1e18, 0.0, NOON, 1e12])
@pytest.mark.parametrize("running", [0.0, UP, 1e12])
def test_whatever_a_count_says_it_is_over_a_quarter_of_an_hour_after_a_start(at: float, running: float) -> None:
    tries = WrongTries(50, at, running)
    assert 0 <= tries.seconds_left(at=NOON, running=0) <= LONGEST_WAIT
    assert tries.seconds_left(at=NOON, running=running + LONGEST_WAIT) == 0
    assert tries.seconds_left(at=-NOON, running=LONGEST_WAIT) == 0  # after a start
