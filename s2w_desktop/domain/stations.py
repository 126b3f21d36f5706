"""Who stands where: this machine, and the machines it exchanges bundles with."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum

from s2w_desktop.domain.ids import DeviceId


class Role(Enum):
    """What a store is for; the program is the same."""

    FIELD = "field"
    HEADQUARTERS = "hq"


@dataclass(frozen=True)
class Station:
    """This store: whose it is, where it stands, and under which device and epoch its revisions are numbered."""

    role: Role
    organisation: str
    centre: str
    device: DeviceId
    device_name: str
    epoch: int
    country: str  # ISO 3166-1 alpha-2, for case numbers
    host_country: str  # ISO 3166-1 alpha-3
    host_language: str  # ISO 639-3
    training: bool


@dataclass(frozen=True)
class Machine:
    """What a machine says of itself to others, public keys only.

    `signing_key` is a minisign public key (its base64 line); `recipients` are age recipients.
    """

    device: DeviceId
    role: Role
    organisation: str
    centre: str
    name: str
    signing_key: str
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class Peer(Machine):
    """A machine on the other side: headquarters for a laptop, an enrolled laptop for headquarters.

    `revoked_at` is when it was taken off the list, `lost_since` the day from which nobody knows in whose hands it was.
    """

    enrolled_at: datetime
    revoked_at: datetime | None = None
    lost_since: datetime | None = None


def known_since(machine: Machine, enrolled_at: datetime) -> Peer:
    """The machine as it is kept once people compared its words."""
    said = {field.name: getattr(machine, field.name) for field in fields(Machine)}
    return Peer(**said, enrolled_at=enrolled_at)


@dataclass(frozen=True)
class OwnKeys:
    """The secret keys of this machine, kept inside the encrypted store only.

    `signing_secret` is the minisign secret key line (unencrypted form), `identity` an age identity, `recipient` its public part.
    """

    signing_secret: str
    signing_key: str
    identity: str
    recipient: str

    def __repr__(self) -> str:
        return f"OwnKeys(recipient={self.recipient!r})"


@dataclass(frozen=True)
class OldKeys:
    """Keys that this machine had until `retired_at`."""

    keys: OwnKeys
    retired_at: datetime
