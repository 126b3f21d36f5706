"""Where time, ids and chance come from; handed in, so that nothing else asks the machine."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from uuid_utils.compat import uuid7


@dataclass(frozen=True)
class Sources:
    """`now` gives aware UTC time, `today` the officer's day, `new_id` a uuid7, `new_salt` 32 hex digits.

    `randbelow` is cryptographic. `running` are seconds since the machine started, by a clock that nobody can set.
    """

    now: Callable[[], datetime]
    today: Callable[[], date]
    new_id: Callable[[], UUID]
    new_salt: Callable[[], str]
    randbelow: Callable[[int], int]
    running: Callable[[], float] = time.monotonic

    def now_ms(self) -> int:
        """Milliseconds since 1970, for the hybrid clock."""
        return int(self.now().timestamp() * 1000)


def system_sources() -> Sources:
    """The real ones."""
    return Sources(
        now=lambda: datetime.now(UTC),
        today=lambda: datetime.now().astimezone().date(),
        new_id=uuid7,
        new_salt=lambda: secrets.token_hex(16),
        randbelow=secrets.randbelow,
    )
