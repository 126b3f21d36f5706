"""Finds concepts of the installed ESCO, without ever letting whoever types wait."""

from collections.abc import Callable, Sequence

from s2w_desktop.domain.concepts import ConceptKind
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.reference.finding import ConceptMatch
from s2w_desktop.services.concept_search import ConceptSearch
from s2w_desktop.ui.kit.tasks import Runner
from s2w_desktop.ui.loading import Loading


class ConceptFinding:
    """A `ConceptFinder` over the pack that is installed while one interview is open."""

    def __init__(self, search: ConceptSearch, catalogues: Catalogues, tasks: Runner) -> None:
        self._catalogues = catalogues
        self._loading = Loading(search.load, tasks)
        self._is_installed = search.is_installed()

    def offers(self, kind: ConceptKind) -> bool:
        """Whether a pack was installed when the interview was opened; ESCO has concepts of each kind."""
        return self._is_installed and kind in ConceptKind

    def find(self, kind: ConceptKind, typed: str, most: int, languages: Sequence[str]) -> Sequence[ConceptMatch]:
        """See `ConceptFinder.find`."""
        loaded = self._loading.of([self._catalogues.translator(code) for code in languages])
        return loaded.find(kind, typed, most) if loaded is not None else ()

    def when_loaded(self, call: Callable[[], None]) -> None:
        """See `ConceptFinder.when_loaded`."""
        self._loading.when_loaded(call)
