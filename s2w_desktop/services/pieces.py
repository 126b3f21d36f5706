"""Files that travel as numbered pieces in the records of a bundle, each piece naming the SHA-256 of the whole."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO, TypeVar

from s2w_desktop.bundle.process import Reading
from s2w_desktop.bundle.record_types import KnownPieceRecord, PackPieceRecord
from s2w_desktop.bundle.records import record_from_valid_line
from s2w_desktop.bundle.small_records import MOST_PIECE_BYTES
from s2w_desktop.domain.errors import BundleDamaged, WrongKind

P = TypeVar("P", PackPieceRecord, KnownPieceRecord)


def in_pieces(file: BinaryIO, size: int) -> Iterator[tuple[int, int, bytes]]:
    """The pieces of a file of this size from where it stands: number from 1, how many there are, and the bytes."""
    count = -(-size // MOST_PIECE_BYTES)
    for number in range(1, count + 1):
        yield number, count, file.read(MOST_PIECE_BYTES)


def join_pieces(reading: Reading, kind: type[P], keep: Callable[[bytes], None]) -> P:
    """Hand the bytes of all pieces on, in order; gives the last piece. What was kept counts only when this returns.

    Raises WrongKind for pieces of something else, BundleDamaged unless all are there and make up the whole that they name, and
    what `keep` raises.
    """
    digest, last = hashlib.sha256(), None
    for batch in reading.batches():
        if batch.rejects:
            raise BundleDamaged
        for line in batch.lines:
            piece = record_from_valid_line(line)
            if not isinstance(piece, kind):
                raise WrongKind
            if not _follows(last, piece):
                raise BundleDamaged
            keep(piece.data)
            digest.update(piece.data)
            last = piece
    if last is None or last.number != last.of or digest.hexdigest() != last.sha256:
        raise BundleDamaged
    return last


def _follows(last: P | None, piece: P) -> bool:
    if last is None:
        return piece.number == 1
    return replace(last, number=last.number + 1, data=piece.data) == piece
