"""Reading a bundle in this process: the first pass checks who and what, the second yields records.

Untrusted files are read by a process of their own (`process`), which calls these functions.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO
from uuid import UUID

from s2w_desktop.bundle import age
from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.checking import Checked, KnownSender, Place, check
from s2w_desktop.bundle.limits import MIB, STANDARD, Limits
from s2w_desktop.bundle.manifest import Kind, Manifest
from s2w_desktop.bundle.members import FirstPass
from s2w_desktop.bundle.record_types import EnrolRecord, LineRefused, Noted, Reason
from s2w_desktop.bundle.records import LineReader, is_revision_line, is_tombstone_line, record_from_valid_line
from s2w_desktop.bundle.second_pass import SecondPass
from s2w_desktop.bundle.tar import TarReader
from s2w_desktop.domain.errors import BadSignature, BundleDamaged, BundleTooLarge
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.files import Blob, kind_of

__all__ = [
    "WHOLE",
    "Batch",
    "Checked",
    "Identity",
    "KnownSender",
    "Place",
    "Reject",
    "Share",
    "Tally",
    "Task",
    "check_bundle",
    "read_records",
    "require_promised",
]

_LINES_IN_BATCH = 256
_BYTES_IN_BATCH = MIB


@dataclass(frozen=True)
class Reject:
    """A line that was not taken. `record` is its id if that could be read; `raw` is for the quarantine, never for a log.

    Of a copy of a document `raw` is its name alone.
    """

    line: int
    reason: Reason
    record: UUID | None
    raw: bytes


@dataclass(frozen=True)
class Batch:
    """Valid lines with their numbers (from 1, over all members), and the lines refused among them.

    Copies of documents come after all lines, one to a batch; one that is refused has a number after the last line.
    `notes` say of each line what a reader noted of it.
    """

    numbers: tuple[int, ...]
    lines: tuple[bytes, ...]
    rejects: tuple[Reject, ...]
    blobs: tuple[Blob, ...] = ()
    notes: tuple[Noted | None, ...] = field(default=(), compare=False)  # the lines say the same


@dataclass(frozen=True)
class Share:
    """What one of several readers of a bundle checks: every `of`-th batch of lines from batch `first` (from 0) on.

    The copies of documents are for the first reader.
    """

    first: int = 0
    of: int = 1


@dataclass(frozen=True)
class Task:
    """What a reader is told once the sender is known: its share, and the hashes of revisions that are stored whole."""

    share: Share = Share()
    known: frozenset[bytes] = frozenset()


WHOLE = Task()


@dataclass(frozen=True)
class Tally:
    """What a reader found in its share."""

    revisions: int
    tombstones: int
    refused: int


def require_promised(manifest: Manifest, tallies: Iterable[Tally]) -> None:
    """Refuse a bundle that promised other numbers than all its readers found. Raises BundleDamaged."""
    found = list(tallies)
    left_over = (
        manifest.counts.revisions - sum(one.revisions for one in found),
        manifest.counts.tombstones - sum(one.tombstones for one in found),
    )
    if min(left_over) < 0 or sum(left_over) > sum(one.refused for one in found):
        raise BundleDamaged


def check_bundle(file: BinaryIO, *, identities: Sequence[Identity], place: Place, limits: Limits = STANDARD) -> Checked:
    """The first pass: decrypt, walk, hash, and check sender and addressee. No record is parsed.

    Raises NotABundle, BundleDamaged, BundleTooLarge, NewerFormat, WrongRecipient, UnknownSender, RevokedSender,
    BadSignature, TrainingBundle or WrongKind.
    """
    if file.seek(0, os.SEEK_END) > limits.bundle:
        raise BundleTooLarge
    file.seek(0)
    first = FirstPass(limits)
    walker = TarReader(first)
    age.decrypt(file, walker.feed, identities)
    walker.finish()
    first.finish()
    return check(first, place=place, identities=identities, limits=limits)


def read_records(
    file: BinaryIO,
    *,
    checked: Checked,
    identities: Sequence[Identity],
    questionnaire: Questionnaire,
    take: Callable[[Batch], None],
    limits: Limits = STANDARD,
    today: date | None = None,
    task: Task = WHOLE,
) -> Tally:
    """The second pass: every record, valid or refused, in batches. What was taken counts only when this returns.

    With one of several shares it counts when what all readers found has passed `require_promised` as well.

    With `today` the notes of the lines hold rows of the list.

    Raises BundleDamaged when the file is not what the first pass saw, and what `take` raises.
    """
    file.seek(0)
    kind = checked.manifest.kind
    reader = LineReader(kind=kind, questionnaire=questionnaire, limits=limits, today=today, known=task.known)
    sorter = _Sorter(checked.manifest, reader, take, task.share)
    second = SecondPass(members=checked.manifest.members, take_line=sorter.take, take_blob=sorter.take_blob, limits=limits)
    walker = TarReader(second)
    age.decrypt(file, walker.feed, identities)
    walker.finish()
    second.finish()
    tally = sorter.finish()
    if task.share.of == 1:
        require_promised(checked.manifest, [tally])
    return tally


class _Sorter:
    """Numbers the lines, checks each of its share, and hands them on in batches; then the copies of documents.

    Batches end at the same lines for every reader, whatever becomes of the lines.
    """

    def __init__(self, manifest: Manifest, reader: LineReader, take: Callable[[Batch], None], share: Share) -> None:
        self._manifest = manifest
        self._reader = reader
        self._take = take
        self._share = share
        self._number = self._batch = self._blobs = 0
        self._revisions = self._tombstones = self._refused = 0
        self._start()

    def take(self, untrusted_line: bytes, fault: Reason | None) -> None:
        """The next line; `fault` when it could not even be delimited."""
        self._number += 1
        if self._number > self._manifest.counts.records:
            raise BundleDamaged
        if self._batch % self._share.of == self._share.first:
            self._sort(untrusted_line, fault)
        self._count += 1
        self._size += len(untrusted_line)
        if self._count >= _LINES_IN_BATCH or self._size >= _BYTES_IN_BATCH:
            self._flush()

    def take_blob(self, sha256: str, untrusted: bytes | None) -> None:
        """The next copy of a document, hashed already; its kind is told by its first bytes, nothing of it is decoded here."""
        self._flush()
        self._blobs += 1
        if self._share.first:
            return
        kind = kind_of(untrusted) if untrusted is not None else None
        if untrusted is not None and kind is not None:
            self._take(Batch((), (), (), (Blob(sha256, kind, untrusted),)))
            return
        reason = Reason.BLOB_TOO_LARGE if untrusted is None else Reason.BLOB_KIND
        self._take(Batch((), (), (Reject(self._number + self._blobs, reason, None, sha256.encode("ascii")),)))

    def finish(self) -> Tally:
        """Hand on the rest, and tell what there was; refuse a bundle that promised another number of records."""
        self._flush()
        if self._number != self._manifest.counts.records:
            raise BundleDamaged
        return Tally(self._revisions, self._tombstones, self._refused)

    def _sort(self, untrusted_line: bytes, fault: Reason | None) -> None:
        noted = LineRefused(fault) if fault else self._noted(untrusted_line)
        if isinstance(noted, LineRefused):
            self._refused += 1
            self._rejects.append(Reject(self._number, noted.reason, noted.record, untrusted_line))
        else:
            self._accept(untrusted_line, noted)

    def _noted(self, untrusted_line: bytes) -> Noted | LineRefused | None:
        try:
            return self._reader.check(untrusted_line)
        except LineRefused as refused:
            return refused

    def _accept(self, line: bytes, noted: Noted | None) -> None:
        self._revisions += is_revision_line(line)
        self._tombstones += is_tombstone_line(line)
        if self._manifest.kind is Kind.ENROL:
            record = record_from_valid_line(line)
            if not isinstance(record, EnrolRecord):
                raise BundleDamaged
            if (record.device, record.signing_key) != (self._manifest.device, self._manifest.signing_key):
                raise BadSignature
        self._numbers.append(self._number)
        self._lines.append(line)
        self._notes.append(noted)

    def _start(self) -> None:
        self._numbers: list[int] = []
        self._lines: list[bytes] = []
        self._notes: list[Noted | None] = []
        self._rejects: list[Reject] = []
        self._count = self._size = 0

    def _flush(self) -> None:
        if not self._count:
            return
        if self._lines or self._rejects:
            self._take(Batch(tuple(self._numbers), tuple(self._lines), tuple(self._rejects), notes=tuple(self._notes)))
        self._batch += 1
        self._start()
