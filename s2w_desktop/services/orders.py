"""Orders of headquarters to its laptops; they leave with the next receipts."""

from datetime import datetime

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import NotEnrolled, WrongRole
from s2w_desktop.domain.ids import DeviceId, OrderId
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.exchange_values import Giver, OrderIn, OrderOut
from s2w_desktop.storage.following import REVOKED_FACT


class Orders:
    """Gives orders, and tells of those that were followed here."""

    def __init__(self, editors: Editors, permits: Permits) -> None:
        self._editors = editors
        self._permits = permits

    # --- headquarters ---

    def begin_epoch(self, device: DeviceId) -> OrderId:
        """Order a laptop to number anew and send everything again: it was restored from a copy. Raises as `_give`."""
        return self._give(device, Order.NEW_EPOCH)

    def revoke(self, device: DeviceId) -> OrderId:
        """Tell a laptop that it was taken off the list. Raises as `_give`."""
        return self._give(device, Order.REVOKE)

    def install(self, device: DeviceId, pack: str, version: int) -> OrderId:
        """Ask the people at a laptop to install a reference pack. Raises as `_give`."""
        return self._give(device, Order.INSTALL_REFERENCE, f"{pack} {version}")

    def given(self, device: DeviceId | None = None) -> tuple[OrderOut, ...]:
        """Orders to all laptops or to one, newest first."""
        return self._editors.store.orders.given(device)

    # --- laptop ---

    def followed(self) -> tuple[tuple[OrderIn, datetime], ...]:
        """Orders that this laptop followed, and when; newest first."""
        return self._editors.store.orders.followed()

    @property
    def is_revoked(self) -> bool:
        """Whether headquarters told this laptop that it is off the list."""
        return self._editors.store.facts.get(REVOKED_FACT) is not None

    def _give(self, device: DeviceId, kind: Order, detail: str = "") -> OrderId:
        """Raises NotPermitted, WrongRole at a laptop, NotEnrolled for a device that nobody knows."""
        self._permits.require(Act.GIVE_ORDERS, device)
        store, sources = self._editors.store, self._editors.sources
        if store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        if store.peers.by_device(device) is None:
            raise NotEnrolled
        return store.orders.give(device, kind, Giver(self._editors.officer, sources.now(), sources.new_id), detail)
