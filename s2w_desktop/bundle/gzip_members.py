"""Members of records: lines packed into gzip files of bounded size, and unpacked with the signed size as the hard stop.

Written as raw deflate with a gzip header of our own: `zlib` would put the operating system into it.
"""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from s2w_desktop.bundle.limits import KIB, Limits
from s2w_desktop.bundle.records import is_revision_line, is_tombstone_line
from s2w_desktop.domain.errors import BundleDamaged

_HEADER = bytes.fromhex("1f8b08 00 00000000 00 ff")  # deflate, no name, no time, unknown system
_LEVEL = 1
_PIECE = 64 * KIB
_GZIP_WINDOW = 31


@dataclass(frozen=True)
class Packed:
    """One member, ready to be stored."""

    data: bytes
    raw_size: int
    records: int
    revisions: int
    tombstones: int

    @property
    def size(self) -> int:
        """Bytes as stored."""
        return len(self.data)


def pack(lines: Iterable[bytes], limits: Limits) -> Iterator[Packed]:
    """The lines as members, each closed soon after it reaches the size a writer aims at. Lines come without their end."""
    packer = _Packer()
    for line in lines:
        if len(line) > limits.line or b"\n" in line:
            raise ValueError("not a line of a bundle")
        packer.add(line)
        if packer.raw_size >= limits.packed_raw or packer.stored >= limits.packed_member:
            yield packer.close()
            packer = _Packer()
    if packer.records:
        yield packer.close()


class _Packer:
    def __init__(self) -> None:
        self._deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._pieces = [_HEADER]
        self._checksum = 0
        self._revisions = 0
        self._tombstones = 0
        self.stored = len(_HEADER)
        self.raw_size = 0
        self.records = 0

    def add(self, line: bytes) -> None:
        raw = line + b"\n"
        self._checksum = zlib.crc32(raw, self._checksum)
        self.raw_size += len(raw)
        self.records += 1
        self._revisions += is_revision_line(line)
        self._tombstones += is_tombstone_line(line)
        self._keep(self._deflate.compress(raw))

    def close(self) -> Packed:
        self._keep(self._deflate.flush())
        self._keep(struct.pack("<II", self._checksum, self.raw_size % 2**32))
        return Packed(b"".join(self._pieces), self.raw_size, self.records, self._revisions, self._tombstones)

    def _keep(self, piece: bytes) -> None:
        if piece:
            self._pieces.append(piece)
            self.stored += len(piece)


class Unpacker:
    """Takes a gzip file in pieces and hands on its content, never more than was signed for. Raises BundleDamaged."""

    def __init__(self, *, raw_size: int, take: Callable[[bytes], None]) -> None:
        self._inflate = zlib.decompressobj(_GZIP_WINDOW)
        self._left = raw_size
        self._take = take

    def feed(self, untrusted: bytes) -> None:
        """The next bytes of the file."""
        while untrusted:
            try:
                raw = self._inflate.decompress(untrusted, min(_PIECE, self._left + 1))
            except zlib.error as cause:
                raise BundleDamaged from cause
            if len(raw) > self._left or self._inflate.unused_data:
                raise BundleDamaged
            self._left -= len(raw)
            if raw:
                self._take(raw)
            untrusted = self._inflate.unconsumed_tail

    def finish(self) -> None:
        """The file has ended; refuses one that is cut or shorter than was signed for."""
        if not self._inflate.eof or self._left:
            raise BundleDamaged
