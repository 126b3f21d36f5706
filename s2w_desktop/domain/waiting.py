"""How long to wait after wrong passphrases. A wait slows down who guesses at the keyboard; it never shuts anybody out for good.

The first wait is that of the design (after five wrong tries 30 seconds, nothing is wiped); it doubles, because whoever guesses on
is not whoever mistyped. Against a copied vault it does nothing: there the cost of each guess counts.
"""

from dataclasses import dataclass
from math import ceil
from typing import Final

TRIES_PER_WAIT: Final = 5
FIRST_WAIT: Final = 30
LONGEST_WAIT: Final = 15 * 60


@dataclass(frozen=True)
class WrongTries:
    """Wrong tries in a row, and when the last one was.

    `at` is the time of day in seconds since 1970, which people can set; `running` are seconds of a clock that nobody can, counted
    since the machine started.
    """

    count: int
    at: float
    running: float

    def seconds_left(self, *, at: float, running: float) -> int:
        """Whole seconds until the next try, by the readings of both clocks now; 0 when there is nothing to wait for.

        The clock by which more has passed decides, so one that was set back does not lengthen the wait, and one that was set
        forward ends it. After a restart the second clock stands for the time since then, which has passed in any case.
        """
        since = running - self.running if running >= self.running else running
        left = wait_after(self.count) - max(0.0, at - self.at, since)
        return max(0, ceil(left))


def wait_after(count: int) -> int:
    """Seconds to wait after so many wrong tries in a row: 30 after the fifth, twice as long after each further fifth, 15 minutes
    at most; 0 after any other."""
    if count <= 0 or count % TRIES_PER_WAIT:
        return 0
    doublings = count // TRIES_PER_WAIT - 1
    return min(LONGEST_WAIT, FIRST_WAIT << min(doublings, LONGEST_WAIT.bit_length()))
