"""Ctrl-C at any moment: the work is either undone or done, never in between (CLI-07).

While a command waits for a person it ends at once. While it works, the wish is only noted; the work asks for it at places
where it can be taken back cleanly. So no interrupt can fall between making a file and knowing that it has to be removed.
"""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from s2w_desktop.domain.errors import Cancelled

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Interrupts:
    """Whether somebody wants the command to end."""

    def __init__(self) -> None:
        self.is_pending = False
        self._is_working = False

    @contextlib.contextmanager
    def installed(self) -> Iterator[None]:
        """Listen to the signals that end a program. Elsewhere than in the main thread nothing is installed."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._note) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """Put interrupts off. Raises KeyboardInterrupt at the end when one came and the work did not take it up."""
        self._is_working = True
        try:
            yield
        finally:
            self._is_working = False
        self._raise_pending()

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Inside work: wait for input that may never come; an interrupt ends it at once with KeyboardInterrupt."""
        was_working, self._is_working = self._is_working, False
        try:
            self._raise_pending()
            yield
        finally:
            self._is_working = was_working

    def check(self) -> None:
        """Take up an interrupt where everything can be taken back. Raises Cancelled."""
        if self.is_pending:
            raise Cancelled

    def _raise_pending(self) -> None:
        if self.is_pending:
            raise KeyboardInterrupt

    def _note(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.is_pending = True
        if not self._is_working:
            raise KeyboardInterrupt
