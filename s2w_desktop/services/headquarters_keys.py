"""The keys by which this store trusts what is signed: its headquarters' on a laptop, its own at headquarters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from s2w_desktop.bundle.manifest import recipient_digest
from s2w_desktop.bundle.minisign import PublicKey, SigningKey
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import OwnKeys, Peer, Role
from s2w_desktop.storage.store import Store


@dataclass(frozen=True)
class Signer:
    """A headquarters: the station and the name that it goes by here."""

    device: DeviceId
    name: str


def trusted_signers(store: Store, now: datetime) -> dict[PublicKey, Signer]:
    """The keys that count, with whose they are; those before a change of keys as long as they count, none that was revoked."""
    station = store.stations.station()
    if station.role is Role.HEADQUARTERS:
        own = Signer(station.device, station.device_name or station.organisation)
        every = (store.stations.keys(), *(old.keys for old in store.stations.old_keys()))
        return {PublicKey.parse(keys.signing_key): own for keys in every}
    known = {peer.device: peer for peer in store.peers.all(Role.HEADQUARTERS) if peer.revoked_at is None}
    former = [(known[device], key) for device, key in store.peers.former_keys(now) if device in known]
    keyed = [*((peer, peer.signing_key) for peer in known.values()), *former]
    return {PublicKey.parse(key): Signer(peer.device, peer_name(peer)) for peer, key in keyed}


def signer_name(store: Store, device: DeviceId) -> str:
    """The name of a station that signed something; empty when it is not known here."""
    station = store.stations.station()
    if station.device == device:
        return station.device_name or station.organisation
    peer = store.peers.by_device(device)
    return peer_name(peer) if peer else ""


def own_signing_key(store: Store) -> SigningKey:
    """The key with which headquarters signs. Raises WrongRole at a laptop."""
    if store.stations.station().role is not Role.HEADQUARTERS:
        raise WrongRole
    return SigningKey.parse(store.stations.keys().signing_secret)


def reading_identities(store: Store) -> list[str]:
    """The secret keys that open what is written to this machine, the present one first."""
    old = [one.keys.identity for one in store.stations.old_keys()]
    return [store.stations.keys().identity, *old]


def is_to_old_key(store: Store, written_to: Sequence[str]) -> bool:
    """Whether a bundle was written to a key that this machine has replaced since."""
    return recipient_digest(store.stations.keys().recipient) not in written_to


def keys_known_to(store: Store, device: DeviceId) -> OwnKeys:
    """The keys of this machine that another one knows: those to which its last bundle was written.

    What goes to it is signed with these, so that a change of keys never makes a receipt unreadable that is under way.
    """
    present, old = store.stations.keys(), store.stations.old_keys()
    came = store.inbox.bundles(device) if old else ()
    last = max(came, key=lambda bundle: (bundle.epoch, bundle.seq), default=None)
    if last is None:
        return present
    every = (present, *(one.keys for one in old))
    return next((keys for keys in every if recipient_digest(keys.recipient) in last.written_to), present)


def peer_name(peer: Peer) -> str:
    """The name that a station goes by here."""
    return peer.name or peer.organisation
