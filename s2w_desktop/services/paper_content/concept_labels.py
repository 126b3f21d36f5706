"""Labels of concepts in other languages than the one they were picked in, where a pack with ESCO is installed."""

import logging

from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.services.installed_esco import EscoSource

_log = logging.getLogger(__name__)


class ConceptLabels:
    """A paper is never held up by a pack: without one, or with one that is damaged, there is no other label."""

    def __init__(self, esco: EscoSource) -> None:
        self._esco = esco

    def label(self, concept: Concept, language: str) -> str:
        """The label in an interface language; empty where the pack has none in it."""
        try:
            esco = self._esco()
            label, spoken = esco.label(concept.uri, (language,)) if esco else ("", language)
        except KeyError:
            return ""
        except PackPartDamaged as failure:
            _log.warning("a pack cannot be read for a paper: %s", failure.code)
            return ""
        return label if spoken == language else ""
