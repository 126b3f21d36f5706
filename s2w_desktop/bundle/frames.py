"""What the reader's process and its parent say to each other: a request, then frames of which each has a sign."""

import json
import struct
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from pydantic_core import from_json, to_json

from s2w_desktop.bundle.checking import Checked, KnownSender, Place
from s2w_desktop.bundle.limits import Limits
from s2w_desktop.bundle.manifest import Kind, parse_manifest
from s2w_desktop.bundle.reading import Batch, Reject, Share, Tally, Task
from s2w_desktop.bundle.record_types import Noted, Reason
from s2w_desktop.confined import frames
from s2w_desktop.domain.errors import (
    BadSignature,
    BundleDamaged,
    BundleTooLarge,
    FileUnreadable,
    NewerFormat,
    NotABundle,
    RevokedSender,
    S2wError,
    TrainingBundle,
    UnknownSender,
    WrongKind,
    WrongRecipient,
)
from s2w_desktop.domain.files import Blob, FileKind
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.summary import summary_from_plain, summary_to_plain

_NUMBER = struct.Struct(">I")
_SHARE = struct.Struct(">BB")
_TALLY = struct.Struct(">III")
_HASH_BYTES = 32
_FAILURES: dict[str, type[S2wError]] = {
    failure.code: failure
    for failure in (
        BadSignature,
        BundleDamaged,
        BundleTooLarge,
        FileUnreadable,
        NewerFormat,
        NotABundle,
        RevokedSender,
        TrainingBundle,
        UnknownSender,
        WrongKind,
        WrongRecipient,
    )
}


class Sign(Enum):
    """What a frame is."""

    ASKED = b"A"
    CHECKED = b"C"
    BATCH = b"B"
    BLOB = b"D"
    END = b"E"
    FAILED = b"F"


@dataclass(frozen=True)
class Request:
    """What the reader is asked to do. It holds secret keys: it goes through a pipe and is never shown."""

    spool: Path
    identities: tuple[str, ...]
    place: Place
    limits: Limits

    def __repr__(self) -> str:
        return f"Request(spool={self.spool!r})"

    def encoded(self) -> bytes:
        """The form for the pipe."""
        plain = {
            "spool": str(self.spool),
            "identities": list(self.identities),
            "device": str(self.place.device),
            "kinds": sorted(self.place.kinds),
            "training": self.place.training,
            "senders": [[str(known.device), known.signing_key, known.revoked] for known in self.place.senders],
            "limits": asdict(self.limits),
            "takes_revoked": self.place.takes_revoked,
            "today": self.place.today and self.place.today.isoformat(),
        }
        return json.dumps(plain).encode("utf-8")

    @classmethod
    def decoded(cls, raw: bytes) -> "Request":
        """The request of its form; it comes from our own parent and is trusted."""
        plain = json.loads(raw)
        place = Place(
            device=DeviceId(UUID(plain["device"])),
            kinds=frozenset(Kind(kind) for kind in plain["kinds"]),
            training=plain["training"],
            senders=tuple(KnownSender(DeviceId(UUID(device)), key, revoked) for device, key, revoked in plain["senders"]),
            takes_revoked=plain["takes_revoked"],
            today=date.fromisoformat(plain["today"]) if plain["today"] else None,
        )
        return cls(Path(plain["spool"]), tuple(plain["identities"]), place, Limits(**plain["limits"]))


def question(raw: bytes) -> bytes:
    """The frame in which something goes to the reader."""
    return frames.framed(Sign.ASKED.value, raw)


def asked(pipe: BinaryIO) -> bytes:
    """What came to the reader next. Raises EOFError when the parent has gone."""
    return frames.receive(pipe)[1]


def encode_task(share: Share, hashes: Iterable[str]) -> bytes:
    """Which batches a reader checks, and the hashes of revisions, in hex, that are known."""
    return _SHARE.pack(share.first, share.of) + bytes.fromhex("".join(hashes))


def decode_task(raw: bytes) -> Task:
    """What `encode_task` said; the hashes in bytes."""
    share = Share(*_SHARE.unpack_from(raw))
    return Task(share, frozenset(raw[at : at + _HASH_BYTES] for at in range(_SHARE.size, len(raw), _HASH_BYTES)))


def encode_tally(tally: Tally) -> bytes:
    """What a reader found, in three numbers."""
    return _TALLY.pack(tally.revisions, tally.tombstones, tally.refused)


def decode_tally(payload: bytes) -> Tally:
    """The form of `encode_tally`."""
    return Tally(*_TALLY.unpack(payload))


def send(pipe: BinaryIO, sign: Sign, payload: bytes = b"") -> None:
    """Write one frame."""
    frames.send(pipe, sign.value, payload)


def encode_checked(checked: Checked) -> bytes:
    """The manifest, with what was found out about it before it."""
    flag = b"1" if checked.is_self_signed else b"0"
    return flag + checked.manifest_sha256.encode("ascii") + checked.manifest.encoded()


def decode_checked(payload: bytes, limits: Limits) -> Checked:
    """The form of `encode_checked`."""
    manifest = parse_manifest(payload[65:], limits)
    return Checked(manifest, payload[1:65].decode("ascii"), is_self_signed=payload[:1] == b"1")


def send_batch(pipe: BinaryIO, batch: Batch) -> None:
    """Write a batch: its lines as one frame, then each copy of a document as one."""
    if batch.lines or batch.rejects:
        send(pipe, Sign.BATCH, encode_batch(batch))
    for blob in batch.blobs:
        send(pipe, Sign.BLOB, f"{blob.sha256}{blob.kind.value}\n".encode("ascii") + blob.content)


def decode_blob(payload: bytes) -> Batch:
    """The copy of a frame, as a batch of its own."""
    name, _, content = payload.partition(b"\n")
    return Batch((), (), (), (Blob(name[:64].decode("ascii"), FileKind(name[64:].decode("ascii")), content),))


def encode_batch(batch: Batch) -> bytes:
    """Count and numbers of the lines, the lines, the notes of them, and the refused ones, each with its line of facts."""
    pieces = [struct.pack(f">I{len(batch.numbers)}I", len(batch.numbers), *batch.numbers)]
    pieces += _with_size(b"\n".join(batch.lines))
    pieces += _with_size(to_json([noted and _plain_note(noted) for noted in batch.notes]))
    for reject in batch.rejects:
        facts = json.dumps([reject.line, reject.reason.value, str(reject.record or "")]).encode("utf-8")
        pieces += [*_with_size(facts), *_with_size(reject.raw)]
    return b"".join(pieces)


def decode_batch(payload: bytes) -> Batch:
    """The form of `encode_batch`."""
    count = _NUMBER.unpack_from(payload)[0]
    numbers = struct.unpack_from(f">{count}I", payload, 4)
    at = 4 + 4 * count
    lines, at = _piece(payload, at)
    notes, at = _piece(payload, at)
    rejects = []
    while at < len(payload):
        facts, at = _piece(payload, at)
        raw, at = _piece(payload, at)
        number, reason, record = json.loads(facts)
        rejects.append(Reject(number, Reason(reason), UUID(record) if record else None, raw))
    noted = tuple(plain and _note(*plain) for plain in from_json(notes))
    return Batch(numbers, tuple(lines.split(b"\n")) if count else (), tuple(rejects), notes=noted)


def encode_failure(failure: S2wError) -> bytes:
    """Its code alone."""
    return failure.code.encode("ascii")


def decode_failure(payload: bytes) -> S2wError:
    """The failure of a code; an unknown one counts as damage."""
    return _FAILURES.get(payload.decode("ascii", "replace"), BundleDamaged)()


def _plain_note(noted: Noted) -> list[object]:
    return [noted.open_size, noted.protected_size, noted.row and summary_to_plain(noted.row)]


def _note(open_size: int, protected_size: int, row: list[Any] | None) -> Noted:
    return Noted(open_size, protected_size, None if row is None else summary_from_plain(row))


def _with_size(piece: bytes) -> tuple[bytes, bytes]:
    return _NUMBER.pack(len(piece)), piece


def _piece(payload: bytes, at: int) -> tuple[bytes, int]:
    size = _NUMBER.unpack_from(payload, at)[0]
    return payload[at + 4 : at + 4 + size], at + 4 + size
