"""Which headquarters a laptop hands over to, where it knows several: the one accepted or chosen last."""

from typing import Final
from uuid import UUID

from s2w_desktop.domain.errors import NotEnrolled
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.storage.store import Store

IN_FORCE_FACT: Final = "headquarters"


def headquarters_in_force(store: Store) -> Peer:
    """The one chosen; where it was revoked or nobody chose, the one known longest. Raises NotEnrolled."""
    known = [peer for peer in store.peers.all(Role.HEADQUARTERS) if peer.revoked_at is None]
    chosen = store.facts.get(IN_FORCE_FACT)
    found = next((peer for peer in known if str(peer.device) == chosen), next(iter(known), None))
    if found is None:
        raise NotEnrolled
    return found


def put_in_force(store: Store, device: DeviceId) -> None:
    """Hand over to this one from now on. What another one confirmed does not count here: everything goes again.

    Raises NotEnrolled.
    """
    known = store.peers.by_device(device)
    if known is None or known.role is not Role.HEADQUARTERS or known.revoked_at is not None:
        raise NotEnrolled
    before = store.facts.get(IN_FORCE_FACT) or _longest_known(store, device)
    store.facts.set(IN_FORCE_FACT, str(device))
    if before is not None and DeviceId(UUID(before)) != device:
        store.receipts.forget_confirmations()


def _longest_known(store: Store, but: DeviceId) -> str | None:
    """Whom a store of an earlier program handed over to; one that is accepted right now is not meant."""
    others = [peer for peer in store.peers.all(Role.HEADQUARTERS) if peer.device != but and peer.revoked_at is None]
    return str(others[0].device) if others else None
