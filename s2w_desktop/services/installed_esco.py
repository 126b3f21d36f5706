"""The ESCO of the pack that is installed, read once and kept as long as that pack counts."""

from collections.abc import Callable
from typing import Final

from s2w_desktop.domain.packs import PackContent
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.services.packs import Packs

SKILL_BASE: Final = "http://data.europa.eu/esco/skill/"
"""What stands before the code of a skill, or of a group of skills, in its address. A case holds the code alone."""

EscoSource = Callable[[], EscoData | None]
"""The ESCO of the installed pack; None while none is installed. Raises PackPartDamaged."""


class InstalledEsco:
    """An `EscoSource`: follows what is installed, rolled back and updated."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._read: tuple[str, int] | None = None
        self._data: EscoData | None = None

    def __call__(self) -> EscoData | None:
        reader = next(iter(self._packs.readers(PackContent.ESCO)), None)
        wanted = (reader.pack.id, reader.pack.version) if reader else None
        if wanted != self._read:
            self._data = EscoData(reader.read, reader.names) if reader else None
            self._read = wanted
        return self._data
