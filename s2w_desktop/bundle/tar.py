"""USTAR (POSIX.1-1988), as little of it as bundles use: regular files with short ASCII names.

The reader takes bytes as they come and refuses everything else: links, folders, devices, pax and GNU extensions, long
names, a wrong checksum, filling that is not zero, and any byte after the end that is not Padmé filling.
"""

import re
from typing import Protocol

from s2w_desktop.bundle.padding import padded_size
from s2w_desktop.domain.errors import BundleDamaged

BLOCK = 512
_END = 2 * BLOCK
_MOST_NAME = 100
_OCTAL = re.compile(rb"[0-7]{11}[ \0]")
_CHECKSUM = re.compile(rb"([0-7]{6,7})[ \0]{1,2}")


def header(name: str, size: int) -> bytes:
    """The block before a file: owner 0, time 0, so that equal content gives equal bytes."""
    raw = name.encode("ascii")
    if not 0 < len(raw) < _MOST_NAME or not 0 <= size < 8**11:
        raise ValueError("not a member of a bundle")
    zero = b"0000000\0"
    front = raw.ljust(_MOST_NAME, b"\0") + b"0000600\0" + zero + zero + b"%011o\0" % size + b"00000000000\0"
    back = (b"0" + bytes(100) + b"ustar\x0000").ljust(BLOCK - len(front) - 8, b"\0")
    checksum = sum(front) + sum(back) + 8 * ord(" ")
    return front + b"%06o\0 " % checksum + back


def filling(size: int) -> bytes:
    """Zeros up to the next block."""
    return bytes(-size % BLOCK)


def stored(size: int) -> int:
    """What a file of this size takes in the stream, with its header."""
    return BLOCK + size + -size % BLOCK


def whole_size(members: int) -> int:
    """The stream's size once its members take so many bytes: with the end blocks and Padmé filling."""
    return padded_size(members + _END)


def read_header(untrusted: bytes) -> tuple[str, int]:
    """Name and size. Raises BundleDamaged for anything but a regular file with a plain name."""
    checksum = _CHECKSUM.fullmatch(untrusted[148:156])
    actual = sum(untrusted[:148]) + 8 * ord(" ") + sum(untrusted[156:])
    name, _, after_name = untrusted[:_MOST_NAME].partition(b"\0")
    is_plain = (
        checksum is not None
        and int(checksum[1], 8) == actual
        and untrusted[156:157] == b"0"
        and not any(untrusted[157:257])  # link name
        and untrusted[257:265] == b"ustar\x0000"
        and not any(untrusted[345:])  # prefix and unused end
        and _OCTAL.fullmatch(untrusted[124:136]) is not None
        and name.isascii()
        and 0 < len(name) < _MOST_NAME
        and not any(after_name)
    )
    if not is_plain:
        raise BundleDamaged
    return name.decode("ascii"), int(untrusted[124:135], 8)


class MemberSink(Protocol):
    """Takes the members, one after the other, in the order of the stream."""

    def begin(self, name: str, size: int) -> None:
        """A member starts. Raises to refuse it."""

    def take(self, data: bytes) -> None:
        """The next bytes of the member."""

    def end(self) -> None:
        """The member is complete."""


class TarReader:
    """Takes a stream in pieces by `feed`, and `finish` at its end. Raises BundleDamaged, and what the sink raises."""

    def __init__(self, sink: MemberSink) -> None:
        self._sink = sink
        self._step = self._take_header
        self._head = b""
        self._left = 0
        self._gap = 0
        self._seen = 0
        self._expected = 0

    def feed(self, untrusted: bytes) -> None:
        """The next bytes."""
        while untrusted:
            untrusted = self._step(untrusted)

    def finish(self) -> None:
        """The stream has ended; refuses one that is cut or has not its Padmé size."""
        if not self._expected or self._seen != self._expected:
            raise BundleDamaged

    def _take_header(self, untrusted: bytes) -> bytes:
        missing = BLOCK - len(self._head)
        self._head += untrusted[:missing]
        if len(self._head) == BLOCK:
            block, self._head = self._head, b""
            if any(block):
                self._open(*read_header(block))
            else:
                self._expected = whole_size(self._seen)
                self._seen += BLOCK
                self._step = self._take_end
        return untrusted[missing:]

    def _open(self, name: str, size: int) -> None:
        self._left, self._gap = size, -size % BLOCK
        self._seen += stored(size)
        self._sink.begin(name, size)
        self._step = self._take_body
        if not size:
            self._close()

    def _take_body(self, untrusted: bytes) -> bytes:
        data = untrusted[: self._left]
        self._left -= len(data)
        self._sink.take(data)
        if not self._left:
            self._close()
        return untrusted[len(data) :]

    def _close(self) -> None:
        self._sink.end()
        self._step = self._take_gap if self._gap else self._take_header

    def _take_gap(self, untrusted: bytes) -> bytes:
        zeros = untrusted[: self._gap]
        if any(zeros):
            raise BundleDamaged
        self._gap -= len(zeros)
        if not self._gap:
            self._step = self._take_header
        return untrusted[len(zeros) :]

    def _take_end(self, untrusted: bytes) -> bytes:
        self._seen += len(untrusted)
        if self._seen > self._expected or untrusted.count(0) != len(untrusted):
            raise BundleDamaged
        return b""
