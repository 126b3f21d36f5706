"""The keys by which this store trusts what is signed: its headquarters' on a laptop, its own at headquarters."""

from dataclasses import dataclass

from s2w_desktop.bundle.minisign import PublicKey, SigningKey
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.storage.store import Store


@dataclass(frozen=True)
class Signer:
    """A headquarters: the station and the name that it goes by here."""

    device: DeviceId
    name: str


def trusted_signers(store: Store) -> dict[PublicKey, Signer]:
    """The keys that count, with whose they are; none that was revoked."""
    station = store.stations.station()
    if station.role is Role.HEADQUARTERS:
        own = PublicKey.parse(store.stations.keys().signing_key)
        return {own: Signer(station.device, station.device_name or station.organisation)}
    known = [peer for peer in store.peers.all(Role.HEADQUARTERS) if peer.revoked_at is None]
    return {PublicKey.parse(peer.signing_key): Signer(peer.device, peer_name(peer)) for peer in known}


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


def peer_name(peer: Peer) -> str:
    """The name that a station goes by here."""
    return peer.name or peer.organisation
