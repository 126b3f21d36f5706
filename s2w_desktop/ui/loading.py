"""What is made by the worker when it is first asked for, by the languages that it is for."""

import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.tasks import Report, Runner

Made = TypeVar("Made")
_log = logging.getLogger(__name__)


class _Herald(QObject):
    loaded = Signal()


class Loading(Generic[Made]):
    """Nobody waits for it: what is not made yet is None, and `loaded` tells when to ask again.

    What cannot be made stays None, is told in the log, and is not tried again; whoever asks has to get along without it.
    """

    def __init__(self, make: Callable[[Sequence[Translator]], Made], tasks: Runner) -> None:
        self._make, self._tasks = make, tasks
        self._made: dict[tuple[str, ...], Made | None] = {}
        self._herald = _Herald()

    def when_loaded(self, call: Callable[[], None]) -> None:
        """Call this whenever something was made; a method of a widget as long as the widget stands."""
        self._herald.loaded.connect(call)

    def of(self, translators: Sequence[Translator]) -> Made | None:
        """What there is for these languages."""
        codes = tuple(tr.code for tr in translators)
        if codes not in self._made:
            self._made[codes] = None
            self._tasks.run(
                partial(_made, self._make, tuple(translators)),
                owner=self._herald,
                done=partial(self._on_made, codes),
                failed=_on_failed,
            )
        return self._made[codes]

    def _on_made(self, codes: tuple[str, ...], made: Made) -> None:
        self._made[codes] = made
        self._herald.loaded.emit()


def _made(make: Callable[[Sequence[Translator]], Made], translators: tuple[Translator, ...], _report: Report) -> Made:
    return make(translators)


def _on_failed(error: Exception) -> None:
    if isinstance(error, S2wError):
        _log.warning("reference data: %s", error.code)
    else:
        sys.excepthook(type(error), error, error.__traceback__)
