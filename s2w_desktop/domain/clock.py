"""Hybrid logical clock (Kulkarni et al. 2014): milliseconds since 1970 with a counter, as one whole number.

It orders display and breaks ties. It is never used to decide what replaces what. A remote time more than a day ahead
does not move it: laptops with flat batteries wake up in any year.
"""

from datetime import UTC, datetime, timedelta

COUNTER_BITS = 16
FIRST_YEAR, LAST_YEAR = 1970, 2999
"""Years that a clock may claim: those that every system can turn into the time of its place."""
_DAY_MS = 24 * 60 * 60 * 1000
_EPOCH = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
MOST_CLOCK = (int(datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC).timestamp() * 1000) << COUNTER_BITS) - 1
"""The last reading of these years."""


_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


def moment_text(moment: datetime) -> str:
    """An aware time as it travels: UTC, whole seconds."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def moment_of(untrusted_text: str) -> datetime:
    """The time of `moment_text`. Raises ValueError for any other spelling, and for years that no clock may claim.

    Not by `strptime`: it loads a module when it is first called, and a process that reads bundles can load none by then.
    """
    moment = datetime.fromisoformat(untrusted_text).replace(tzinfo=UTC)
    if moment.strftime(_MOMENT) != untrusted_text or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("not a time in full")
    return moment


def tick(last: int, now_ms: int) -> int:
    """The next reading after `last` at wall time `now_ms`; always greater than `last`."""
    return max(last + 1, now_ms << COUNTER_BITS)


def observe(last: int, remote: int, now_ms: int) -> int:
    """The reading after a remote one was seen; a remote reading over a day ahead of the wall is ignored."""
    if (remote >> COUNTER_BITS) > now_ms + _DAY_MS:
        return last
    return max(last, remote)


def moment(reading: int) -> datetime:
    """The claimed UTC time of a reading, for display."""
    try:
        return _EPOCH + timedelta(milliseconds=reading >> COUNTER_BITS)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
