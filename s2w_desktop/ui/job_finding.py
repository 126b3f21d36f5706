"""Finds unit groups of ISCO-08 by what people call a job, without ever letting whoever types wait.

The tables of an interview's languages are made by the worker when they are first asked for. Until they are there nothing is
found, and `loaded` tells when to ask again.
"""

import logging
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.tasks import Report, Runner

if TYPE_CHECKING:
    from s2w_desktop.reference.occupations import FoundOccupation, ShippedOccupations

_log = logging.getLogger(__name__)


class JobFinding(QObject):
    """`words` is the folder of the lists that the program ships."""

    loaded = Signal()

    def __init__(self, words: Path, tasks: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._tasks = words, tasks
        self._searches: dict[tuple[str, ...], ShippedOccupations | None] = {}  # None while it is made, or cannot be

    def find(self, typed: str, most: int, translators: Sequence[Translator]) -> "Sequence[FoundOccupation]":
        """Unit groups for what was typed, best first, by titles and everyday words of these languages; none until they are
        loaded, which begins here."""
        codes = tuple(tr.code for tr in translators)
        if codes not in self._searches:
            self._searches[codes] = None
            job = partial(_loaded, self._words, tuple(translators))
            self._tasks.run(job, owner=self, done=partial(self._on_loaded, codes), failed=self._on_failed)
        search = self._searches[codes]
        return search.find(typed, most) if search is not None else ()

    def _on_loaded(self, codes: tuple[str, ...], search: "ShippedOccupations") -> None:
        self._searches[codes] = search
        self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        """The plain list is there without it; a list that came damaged is told in the log."""
        if isinstance(error, S2wError):
            _log.warning("job words: %s", error.code)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def _loaded(words: Path, translators: tuple[Translator, ...], _report: Report) -> "ShippedOccupations":
    """A search whose tables are made. Raises ReferenceFileDamaged."""
    from s2w_desktop.reference.occupations import ShippedOccupations  # numpy, for whoever looks for a job

    search = ShippedOccupations(words, translators)
    search.find("", 0)
    return search
