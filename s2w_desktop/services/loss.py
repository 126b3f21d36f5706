"""The list of whose data were on a lost device, and from when on headquarters does not know any more (DP-14)."""

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import NotEnrolled, WrongRole
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.losses import Loss
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.store import Store


class Losses:
    """Looks up what was on a device, lost or not."""

    def __init__(self, *, store: Store, permits: Permits, sources: Sources) -> None:
        self._store = store
        self._permits = permits
        self._sources = sources

    def of(self, device: DeviceId) -> Loss:
        """Raises NotPermitted, WrongRole at a laptop, NotEnrolled."""
        self._permits.require(Act.SEE_LOSS, device)
        if self._store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        peer = self._store.peers.by_device(device)
        if peer is None:
            raise NotEnrolled
        book = self._store.losses
        return Loss(self._sources.today(), peer, book.known_of(device), book.profiles_on(device))
