"""Bundles for tests: invented records, fixed training keys, and a forge in which one thing at a time can be wrong."""

import gzip
import hashlib
import io
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from s2w_desktop.bundle import age, tar
from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.contents import Envelope
from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.manifest import Kind, recipient_digest
from s2w_desktop.bundle.minisign import SigningKey, key_line
from s2w_desktop.bundle.reading import Batch, KnownSender, Place, check_bundle, read_records
from s2w_desktop.bundle.readme_text import README, README_NAME
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.ids import BundleId, DeviceId, OfficerId, ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, make_revision

GOLDEN = Path(__file__).parent.parent / "golden" / "bundles"
SPACE = UUID("0190f3a1-0000-7000-8000-000000000000")
DEVICE = DeviceId(uuid5(SPACE, "laptop"))
HQ = DeviceId(uuid5(SPACE, "headquarters"))
OFFICER = OfficerId(uuid5(SPACE, "officer"))
BUNDLE = BundleId(UUID("0190f3a1-1111-7222-8333-444444444444"))
WRITTEN_AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

HQ_IDENTITY = Identity.parse((GOLDEN / "hq-identity.txt").read_text(encoding="ascii").splitlines()[-1])
RECOVERY_IDENTITY = Identity.parse((GOLDEN / "recovery-identity.txt").read_text(encoding="ascii").splitlines()[-1])
RECIPIENTS = (HQ_IDENTITY.recipient, RECOVERY_IDENTITY.recipient)
DEVICE_KEY = SigningKey.parse(key_line((GOLDEN / "device.key").read_text(encoding="ascii")))
SENDER = KnownSender(DEVICE, DEVICE_KEY.public_text)
OFFICE = Place(HQ, frozenset({Kind.PROFILES, Kind.ENROL}), training=True, senders=(SENDER,), today=date(2026, 6, 1))

ANSWERS: dict[str, Plain] = {
    "consent.create_profile": "granted",
    "identity.given_names": "مريم",
    "identity.family_names": "Example",
    "identity.date_of_birth": "1990-02",
    "session.stage": "REC",
    "status.right_to_work": {"no": "unknown"},
    "education_summary.years_schooling": {"n": "9.5", "about": True},
    "work_summary.main_occupation": {"said": "خياطة", "lang": "ara", "translation": "tailor", "to": "eng"},
}


def numbered(name: str) -> UUID:
    """The same id for the same name, in every run."""
    return uuid5(SPACE, name)


def bundle_ids() -> Iterator[BundleId]:
    """Ids of version 7 with distinct first digits."""
    for number in itertools.count(1):
        yield BundleId(UUID(f"{number:08x}-1111-7222-8333-444444444444"))


def revision(number: int = 1, changes: dict[str, Plain] | None = None, *, schema: int = QUESTIONNAIRE.version) -> Revision:
    """A revision of a profile of its own, always the same for the same number."""
    made = make_revision(
        questionnaire=QUESTIONNAIRE,
        profile=ProfileId(numbered(f"person {number}")),
        parents=(),
        origin=Origin(DEVICE, 1, number, OFFICER, 1 << 40),
        changes=ANSWERS if changes is None else changes,
        new_id=lambda: numbered(f"revision {number}"),
        new_salt=iter((f"{number:032x}", f"{number + 10**9:032x}")).__next__,
    )
    return Revision(**{**vars(made), "schema": schema})


def revision_lines(count: int) -> Iterator[bytes]:
    """Lines of different revisions."""
    return (revision_line(revision(number)) for number in range(1, count + 1))


def envelope(**changes: object) -> Envelope:
    """What a laptop says about a bundle of profiles."""
    stated: dict[str, Any] = {
        "kind": Kind.PROFILES,
        "bundle": BUNDLE,
        "organisation": "Example Relief",
        "device": DEVICE,
        "epoch": 1,
        "seq": 1,
        "previous": "",
        "to_device": None,
        "created": WRITTEN_AT,
        "clock": 1 << 40,
        "schema": QUESTIONNAIRE.version,
        "min_schema": 1,
        "codelists": "1",
        "app": "0.1.0",
        "training": True,
    }
    return Envelope(**{**stated, **changes})


@dataclass
class Collected:
    """What a reader handed over."""

    lines: list[bytes] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    rejects: list[tuple[int, str]] = field(default_factory=list)

    def take(self, batch: Batch) -> None:
        self.lines += batch.lines
        self.numbers += batch.numbers
        self.rejects += [(reject.line, reject.reason.value) for reject in batch.rejects]


def read(raw: bytes, *, place: Place = OFFICE, limits: Limits = STANDARD) -> Collected:
    """Both passes over a bundle, in this process."""
    file, collected = io.BytesIO(raw), Collected()
    checked = check_bundle(file, identities=[HQ_IDENTITY], place=place, limits=limits)
    read_records(
        file,
        checked=checked,
        identities=[HQ_IDENTITY],
        questionnaire=QUESTIONNAIRE,
        take=collected.take,
        limits=limits,
        today=place.today,
    )
    return collected


@dataclass(frozen=True)
class Stored:
    """A member to forge; `raw_size` is a claim."""

    name: str
    data: bytes
    raw_size: int


def packed(lines: Sequence[bytes], *, number: int = 1, end: bytes = b"\n") -> Stored:
    """A member of records, each line with an end."""
    raw = b"".join(line + b"\n" for line in lines).removesuffix(b"\n") + end if lines else b""
    return Stored(f"records-{number:04}.jsonl.gz", gzip.compress(raw, 1, mtime=0), len(raw))


def unchanged_manifest(_plain: dict[str, Any]) -> None:
    """Leave a manifest as it is."""


def unchanged(data: bytes) -> bytes:
    """Leave bytes as they are."""
    return data


def forge(
    *,
    members: Sequence[Stored],
    records: int,
    readme: bool = True,
    manifest: Callable[[dict[str, Any]], None] = unchanged_manifest,
    spelled: Callable[[bytes], bytes] = unchanged,
    stream: Callable[[bytes], bytes] = unchanged,
    pad: bool = True,
    key: SigningKey = DEVICE_KEY,
    comment: str = "",
    signature: Callable[[bytes], bytes] = unchanged,
    recipients: Sequence[str] = RECIPIENTS,
    tail: Sequence[Stored] = (),
) -> bytes:
    """A bundle put together by hand and truly signed, with whatever is asked to be wrong in it."""
    stored = [*([Stored(README_NAME, README, len(README))] if readme else []), *members]
    plain: dict[str, Any] = json.loads(plain_manifest(stored, records, recipients))
    manifest(plain)
    encoded = spelled(canonical(plain) + b"\n")
    signed = signature(key.sign(encoded, comment or f"s2w-bundle/1 {plain.get('bundle')}"))
    whole = [*stored, Stored("manifest.json", encoded, 0), Stored("manifest.json.minisig", signed, 0), *tail]
    inside = b"".join(tar.header(one.name, len(one.data)) + one.data + tar.filling(len(one.data)) for one in whole)
    inside = stream(inside)
    if pad:
        inside += bytes(tar.whole_size(len(inside)) - len(inside))
    return encrypt(inside, recipients)


def plain_manifest(stored: Sequence[Stored], records: int, recipients: Sequence[str]) -> bytes:
    """A manifest that fits the members."""
    stated = envelope()
    return canonical(
        {
            "format": "s2w-bundle/1",
            "kind": stated.kind.value,
            "bundle": str(stated.bundle),
            "organisation": stated.organisation,
            "device": str(stated.device),
            "epoch": 1,
            "seq": 1,
            "previous": "",
            "to": [recipient_digest(recipient) for recipient in sorted(recipients, key=recipient_digest)],
            "to_device": "",
            "created": "2026-03-01T09:30:00Z",
            "clock": stated.clock,
            "schema": 1,
            "min_schema": 1,
            "codelists": "1",
            "app": "0.1.0",
            "counts": {"records": records, "revisions": records, "tombstones": 0, "blobs": 0},
            "members": [
                {
                    "name": one.name,
                    "size": len(one.data),
                    "raw_size": one.raw_size,
                    "sha256": hashlib.sha256(one.data).hexdigest(),
                }
                for one in stored
            ],
            "training": True,
        }
    )


def encrypt(inside: bytes, recipients: Sequence[str] = RECIPIENTS) -> bytes:
    """An age file around anything."""
    pieces: list[bytes] = []
    age.encrypt([inside], pieces.append, recipients)
    return b"".join(pieces)


def decrypt(raw: bytes) -> bytes:
    """What is inside an age file."""
    pieces: list[bytes] = []
    age.decrypt(io.BytesIO(raw), pieces.append, [HQ_IDENTITY])
    return b"".join(pieces)
