"""A store that was put back from a copy: noticed by numbers that it had seen before, mended by a new epoch.

Of the present epoch numbers may have been given out that this copy does not know. A new epoch numbers anew, forgets what was
confirmed and sends everything again; headquarters that begins one makes every laptop send again what it still has.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from s2w_desktop.domain.disk_errors import DISK_ERRORS
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.stations import Role, Station
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.seen_numbers import Place, SeenNumbers, read_numbers, write_numbers
from s2w_desktop.storage.store import Store

AHEAD_FACT: Final = "headquarters_ahead"


def note_ahead(store: Store, epoch: int) -> None:
    """A receipt spoke of numbers of this epoch that were never given out here; it may have ordered a new one itself."""
    store.facts.set(AHEAD_FACT, str(epoch))


class Restoring:
    """Knows whether this store is an old copy. `folder` is the store's."""

    def __init__(self, *, store: Store, permits: Permits, folder: Path) -> None:
        self._store = store
        self._permits = permits
        self._folder = folder

    def is_old_copy(self) -> bool:
        """Whether numbers were seen in this place, or by headquarters, that this store does not know."""
        noted = self._noted()
        return self._is_ahead() or (noted is not None and self._present().lacks(noted))

    def note(self) -> None:
        """Remember how far this store is; what was seen before stays. A disk that refuses costs this warning, nothing else.

        Of a store on a server nothing is noted: its administrator makes copies and puts them back.
        """
        if not self._store.is_shared:
            present, noted = self._present(), self._noted()
            self._write(present if noted is None else present.joined(noted))

    def begin_epoch(self) -> Station:
        """Number anew, and send everything again. Raises NotPermitted at headquarters, where it is the administrator's."""
        if self._store.stations.station().role is Role.HEADQUARTERS:
            self._permits.require(Act.ROTATE_KEYS)
        station = self._store.stations.begin_epoch()
        if not self._store.is_shared:
            self._write(self._present())
        return station

    def _noted(self) -> SeenNumbers | None:
        return None if self._store.is_shared else read_numbers(self._folder)

    def _is_ahead(self) -> bool:
        return self._store.facts.get(AHEAD_FACT) == str(self._store.stations.station().epoch)

    def _write(self, numbers: SeenNumbers) -> None:
        with suppress(*DISK_ERRORS):
            write_numbers(self._folder, numbers)

    def _present(self) -> SeenNumbers:
        station, own = self._store.stations.station(), self._store.stations.last_numbers()
        highest: dict[str, Place] = {f"{device} bundle": place for device, place in self._store.inbox.last_bundles().items()}
        highest[f"{station.device} revision"] = (own.epoch, own.revision)
        highest[f"{station.device} bundle"] = (own.epoch, own.bundle)
        return SeenNumbers(str(station.device), highest)
