"""What counts as time on a section: the pauses between two signs of life, none of them longer than two minutes."""

from collections.abc import Callable

LONGEST_PAUSE = 120.0
"""Seconds. Reading a question aloud through an interpreter and hearing the answer takes about that long without a key."""


class Stopwatch:
    """Turns signs of life into seconds spent on the section entered last.

    It reads no clock: every call brings the seconds of one, and a clock that is set back counts as no time.
    """

    def __init__(self, spend: Callable[[str, float], None]) -> None:
        self._spend = spend
        self._section = ""
        self._last: float | None = None

    def enter(self, section: str, now: float) -> None:
        """Another section is on screen from now on."""
        self.touch(now)
        self._section = section

    def touch(self, now: float) -> None:
        """Somebody is there; after a stop counting begins again here."""
        if self._last is not None and self._section:
            self._spend(self._section, min(max(0.0, now - self._last), LONGEST_PAUSE))
        self._last = now

    def stop(self, now: float) -> None:
        """The interview is hidden: nothing counts until somebody is there again."""
        if self._last is not None:
            self.touch(now)
        self._last = None
