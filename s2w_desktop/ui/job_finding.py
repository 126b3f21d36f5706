"""Finds unit groups of ISCO-08 by what people call a job, without ever letting whoever types wait."""

from collections.abc import Callable, Sequence
from copy import copy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from s2w_desktop.i18n.translator import Translator
from s2w_desktop.ui.kit.tasks import Runner
from s2w_desktop.ui.loading import Loading

if TYPE_CHECKING:
    from s2w_desktop.reference.occupations import FoundOccupation, ShippedOccupations, Usual


class JobFinding:
    """`words` is the folder of the lists that the program ships. `usual` says which work is met often here."""

    def __init__(self, words: Path, tasks: Runner) -> None:
        self._loading = Loading(partial(_search, words), tasks)
        self.usual: Usual = {}

    def knowing(self, usual: "Usual") -> "JobFinding":
        """The same, for whoever knows which work is met often here."""
        knowing = copy(self)
        knowing.usual = usual
        return knowing

    def when_loaded(self, call: Callable[[], None]) -> None:
        """Call this whenever more can be found than before."""
        self._loading.when_loaded(call)

    def find(self, typed: str, most: int, translators: Sequence[Translator]) -> "Sequence[FoundOccupation]":
        """Unit groups for what was typed, best first, by titles and everyday words of these languages; none until they are
        loaded, which begins here."""
        search = self._loading.of(translators)
        return search.find(typed, most, usual=self.usual) if search is not None else ()


def _search(words: Path, translators: Sequence[Translator]) -> "ShippedOccupations":
    """A search whose tables are made. Raises ReferenceFileDamaged."""
    from s2w_desktop.reference.occupations import ShippedOccupations  # numpy, for whoever looks for a job

    search = ShippedOccupations(words, translators)
    search.find("", 0)
    return search
