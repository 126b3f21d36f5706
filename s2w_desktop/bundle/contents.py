"""The stream inside a bundle, made piece by piece: members as they come, then the manifest that names them, signed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from operator import attrgetter

from s2w_desktop.bundle import tar
from s2w_desktop.bundle.age import sealed_size
from s2w_desktop.bundle.gzip_members import Packed
from s2w_desktop.bundle.limits import KIB, Limits
from s2w_desktop.bundle.manifest import Counts, HeardBundle, Kind, Manifest, Member, recipient_digest
from s2w_desktop.bundle.members import MANIFEST_NAME, SIGNATURE_NAME
from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.bundle.readme_text import README, README_NAME
from s2w_desktop.domain.errors import BundleTooLarge
from s2w_desktop.domain.ids import BundleId, DeviceId

_MANIFEST_HEAD = 8 * KIB
_MANIFEST_PER_MEMBER = 160
_SIGNATURE_ROOM = KIB


@dataclass(frozen=True)
class Envelope:
    """What a writer says about a bundle; see the table in docs/bundle-format.md. `created` is an aware time."""

    kind: Kind
    bundle: BundleId
    organisation: str
    device: DeviceId
    epoch: int
    seq: int
    previous: str
    to_device: DeviceId | None
    created: datetime
    clock: int
    schema: int
    min_schema: int
    codelists: str
    app: str
    training: bool
    heard: tuple[HeardBundle, ...] = ()


@dataclass(frozen=True)
class BlobToSend:
    """A copy of a document that is fetched when it is its turn."""

    sha256: str
    size: int
    fetch: Callable[[], bytes]

    @property
    def raw_size(self) -> int:
        """A copy is not compressed."""
        return self.size

    @property
    def records(self) -> int:
        """A copy is no record."""
        return 0


class Supply:
    """Members still to be stored, records before copies; one may be looked at before it is taken."""

    def __init__(self, members: Iterator[Packed], blobs: Iterable[BlobToSend] = ()) -> None:
        rising = sorted(blobs, key=attrgetter("sha256"))
        self._members: Iterator[Packed | BlobToSend] = chain(members, rising)
        self._ahead: Packed | BlobToSend | None = None

    def peek(self) -> Packed | BlobToSend | None:
        """The next member, or None at the end."""
        if self._ahead is None:
            self._ahead = next(self._members, None)
        return self._ahead

    def drop(self) -> None:
        """The member looked at has been stored."""
        self._ahead = None


class Contents:
    """One bundle's content. `pieces` is read to its end once; after that the counts and digests are known."""

    def __init__(
        self,
        *,
        envelope: Envelope,
        recipients: Sequence[str],
        signing_key: SigningKey,
        supply: Supply,
        limits: Limits,
        before_member: Callable[[int], None] = lambda _size: None,
        is_only: bool = False,
    ) -> None:
        self.envelope = envelope
        self.counts = Counts(records=0, revisions=0, tombstones=0, blobs=0)
        self.blobs: list[str] = []
        self.manifest_sha256 = ""
        self._recipients = recipients
        self._signing_key = signing_key
        self._supply = supply
        self._limits = limits
        self._before_member = before_member
        self._is_only = is_only
        self._members: list[Member] = []
        self._size = 0
        self._raw_size = 0

    def pieces(self) -> Iterator[bytes]:
        """The tar stream. Raises BundleTooLarge when not even one member fits, or a further one with `is_only`."""
        yield from self._store_member(README_NAME, README, len(README))
        while member := self._supply.peek():
            if not self._has_room(member):
                if self._is_only or len(self._members) == 1:  # the readme alone
                    raise BundleTooLarge
                break
            self._before_member(self._final_size(member) - self._size)
            if isinstance(member, BlobToSend):
                yield from self._store_blob(member)
            else:
                name = f"records-{len(self._members):04}.jsonl.gz"  # the readme is the first member
                yield from self._store_member(name, member.data, member.raw_size)
                self._count(member)
            self._supply.drop()
        manifest = self._manifest()
        encoded = manifest.encoded()
        self.manifest_sha256 = hashlib.sha256(encoded).hexdigest()
        yield from self._store(MANIFEST_NAME, encoded)
        yield from self._store(SIGNATURE_NAME, self._signing_key.sign(encoded, manifest.trusted_comment))
        yield bytes(tar.whole_size(self._size) - self._size)

    def _store_blob(self, blob: BlobToSend) -> Iterator[bytes]:
        yield from self._store_member(f"blobs/{blob.sha256}", blob.fetch(), blob.size)
        if (self._members[-1].size, self._members[-1].sha256) != (blob.size, blob.sha256):
            raise ValueError("a copy is not what its name says")
        self.blobs.append(blob.sha256)
        self.counts = self.counts.model_copy(update={"blobs": len(self.blobs)})

    def _store_member(self, name: str, data: bytes, raw_size: int) -> Iterator[bytes]:
        digest = hashlib.sha256(data).hexdigest()
        self._members.append(Member(name=name, size=len(data), raw_size=raw_size, sha256=digest))
        self._raw_size += raw_size
        yield from self._store(name, data)

    def _store(self, name: str, data: bytes) -> Iterator[bytes]:
        self._size += tar.stored(len(data))
        yield tar.header(name, len(data))
        yield data
        yield tar.filling(len(data))

    def _has_room(self, packed: Packed | BlobToSend) -> bool:
        return (
            self._final_size(packed) <= self._limits.bundle
            and len(self._members) < self._limits.members
            and self._raw_size + packed.raw_size <= self._limits.plain
            and self.counts.records + packed.records <= self._limits.records
        )

    def _final_size(self, packed: Packed | BlobToSend) -> int:
        """Upper bound of the file if this member is its last."""
        manifest = _MANIFEST_HEAD + _MANIFEST_PER_MEMBER * (len(self._members) + 1)
        inside = self._size + tar.stored(packed.size) + tar.stored(manifest) + tar.stored(_SIGNATURE_ROOM)
        return sealed_size(tar.whole_size(inside))

    def _count(self, packed: Packed) -> None:
        self.counts = self.counts.model_copy(
            update={
                "records": self.counts.records + packed.records,
                "revisions": self.counts.revisions + packed.revisions,
                "tombstones": self.counts.tombstones + packed.tombstones,
            }
        )

    def _manifest(self) -> Manifest:
        stated = self.envelope
        return Manifest(
            kind=stated.kind,
            bundle=stated.bundle,
            organisation=stated.organisation,
            device=stated.device,
            epoch=stated.epoch,
            seq=stated.seq,
            previous=stated.previous,
            to=tuple(sorted(recipient_digest(recipient) for recipient in self._recipients)),
            to_device=stated.to_device or "",
            created_text=f"{stated.created.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            clock=stated.clock,
            schema_version=stated.schema,
            min_schema=stated.min_schema,
            codelists=stated.codelists,
            app=stated.app,
            counts=self.counts,
            members=tuple(self._members),
            training=stated.training,
            signing_key=self._signing_key.public_text if stated.kind is Kind.ENROL else "",
            heard=stated.heard,
        )
