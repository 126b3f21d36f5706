"""Who sent a bundle and whether it is meant for this place: asked after the first pass, before any record is read."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from s2w_desktop.bundle import minisign
from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.limits import Limits
from s2w_desktop.bundle.manifest import Kind, Manifest, parse_manifest, recipient_digest
from s2w_desktop.bundle.members import FirstPass
from s2w_desktop.domain.errors import (
    BadSignature,
    BundleDamaged,
    BundleTooLarge,
    KeyFileDamaged,
    RevokedSender,
    TrainingBundle,
    UnknownSender,
    WrongKind,
    WrongRecipient,
)
from s2w_desktop.domain.ids import DeviceId

_WITH_BLOBS = frozenset({Kind.PROFILES, Kind.TRANSFER})
_FOR_ONE_DEVICE = frozenset({Kind.RECEIPT, Kind.REFERENCE, Kind.TRANSFER, Kind.UNLOCK})


@dataclass(frozen=True)
class KnownSender:
    """A device and the minisign public key (its base64 line) that it was enrolled with."""

    device: DeviceId
    signing_key: str
    revoked: bool = False


@dataclass(frozen=True)
class Place:
    """Where a bundle is being read: which device this is, and what it takes from whom.

    With ENROL among the kinds, an enrolment signed by an unknown key is taken too; then people compare its words.
    With `takes_revoked` profiles of a revoked sender are read to their end, and whoever takes them in puts them all aside.
    With the day of `today`, readers note the rows of the list that first revisions of people make.
    """

    device: DeviceId
    kinds: frozenset[Kind]
    training: bool
    senders: tuple[KnownSender, ...]
    today: date | None = None
    takes_revoked: bool = False


@dataclass(frozen=True)
class Checked:
    """A bundle whose sender, addressee and members are right. A self-signed one proves only that it is whole."""

    manifest: Manifest
    manifest_sha256: str
    is_self_signed: bool


def check(untrusted: FirstPass, *, place: Place, identities: Sequence[Identity], limits: Limits) -> Checked:
    """Hold what the first pass found against the place. Raises the failures of a bundle, see the errors of the domain."""
    sender = _sender(untrusted.signature, place)
    if sender:
        public = minisign.PublicKey.parse(sender.signing_key)
        comment = minisign.verify(public, untrusted.manifest, untrusted.signature)
        if sender.revoked and not place.takes_revoked:
            raise RevokedSender
        manifest = parse_manifest(untrusted.manifest, limits)
        if sender.revoked and manifest.kind is not Kind.PROFILES:
            raise RevokedSender
        if manifest.device != sender.device:
            raise UnknownSender
    else:
        manifest = parse_manifest(untrusted.manifest, limits)
        comment = _verify_introduction(manifest, untrusted, place)
    if comment != manifest.trusted_comment:
        raise BadSignature
    _check_addressee(manifest, place, identities)
    _check_members(manifest, untrusted, limits)
    return Checked(manifest, hashlib.sha256(untrusted.manifest).hexdigest(), is_self_signed=sender is None)


def _sender(untrusted_signature: bytes, place: Place) -> KnownSender | None:
    """Whose key claims to have signed; an unrevoked enrolment before a revoked one."""
    key_id = minisign.Signature.parse(untrusted_signature).key_id
    found = [sender for sender in place.senders if minisign.PublicKey.parse(sender.signing_key).key_id == key_id]
    return min(found, key=lambda sender: sender.revoked, default=None)


def _verify_introduction(untrusted: Manifest, first: FirstPass, place: Place) -> str:
    if untrusted.kind is not Kind.ENROL or Kind.ENROL not in place.kinds:
        raise UnknownSender
    try:
        public = minisign.PublicKey.parse(untrusted.signing_key)
    except KeyFileDamaged as cause:
        raise BadSignature from cause
    return minisign.verify(public, first.manifest, first.signature)


def _check_addressee(manifest: Manifest, place: Place, identities: Sequence[Identity]) -> None:
    if not {recipient_digest(identity.recipient) for identity in identities} & set(manifest.to):
        raise WrongRecipient
    if manifest.to_device != place.device and (manifest.to_device or manifest.kind in _FOR_ONE_DEVICE):
        raise WrongRecipient
    if manifest.kind not in place.kinds:
        raise WrongKind
    if manifest.training != place.training:
        raise TrainingBundle


def _check_members(manifest: Manifest, first: FirstPass, limits: Limits) -> None:
    if [(member.name, member.size, member.sha256) for member in manifest.members] != first.found:
        raise BundleDamaged
    if manifest.counts.blobs != first.blobs or (first.blobs and manifest.kind not in _WITH_BLOBS):
        raise BundleDamaged
    if any(member.raw_size > limits.raw_member for member in manifest.members):
        raise BundleTooLarge
    if sum(member.raw_size for member in manifest.members) > limits.plain or manifest.counts.records > limits.records:
        raise BundleTooLarge
    if any(member.raw_size != member.size for member in manifest.members if not member.name.endswith(".gz")):
        raise BundleDamaged
    if manifest.kind is Kind.ENROL and manifest.counts.records != 1:
        raise BundleDamaged
