"""The second pass over the members: what was signed is unpacked and cut into lines."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Protocol

from s2w_desktop.bundle.gzip_members import Unpacker
from s2w_desktop.bundle.limits import Limits
from s2w_desktop.bundle.manifest import Member
from s2w_desktop.bundle.members import MemberOrder, Stage
from s2w_desktop.bundle.record_types import Reason
from s2w_desktop.domain.errors import BundleDamaged


class TakeLine(Protocol):
    """Takes a line without its end, or what there is of it with the fault that kept it from being one."""

    def __call__(self, untrusted_line: bytes, fault: Reason | None, /) -> None:
        """Take the line."""


class TakeBlob(Protocol):
    """Takes a copy of a document whose name fits its bytes; without bytes when it has too many of them."""

    def __call__(self, sha256: str, untrusted: bytes | None, /) -> None:
        """Take the copy."""


class SecondPass:
    """Takes the members of a stream again; each must be the one that was signed."""

    def __init__(self, *, members: Sequence[Member], take_line: TakeLine, take_blob: TakeBlob, limits: Limits) -> None:
        self._members = iter(members)
        self._order = MemberOrder()
        self._take_line = take_line
        self._take_blob = take_blob
        self._limits = limits
        self._hash = hashlib.sha256()
        self._member: Member | None = None
        self._unpacker: Unpacker | None = None
        self._splitter = LineSplitter(take_line, limits.line)
        self._blob: list[bytes] | None = None

    def begin(self, name: str, size: int) -> None:
        """The member must be the next of the manifest."""
        stage = self._order.next(name)
        self._member = self._unpacker = self._blob = None
        if stage >= Stage.MANIFEST:
            return
        self._member = next(self._members, None)
        if self._member is None or (self._member.name, self._member.size) != (name, size):
            raise BundleDamaged
        self._hash = hashlib.sha256()
        if stage is Stage.RECORDS:
            self._splitter = LineSplitter(self._take_line, self._limits.line)
            self._unpacker = Unpacker(raw_size=self._member.raw_size, take=self._splitter.feed)
        elif stage is Stage.BLOBS and size <= self._limits.attachment:
            self._blob = []

    def take(self, data: bytes) -> None:
        """Hash, unpack records, and keep a copy of a document together."""
        if self._member:
            self._hash.update(data)
        if self._unpacker:
            self._unpacker.feed(data)
        if self._blob is not None:
            self._blob.append(data)

    def end(self) -> None:
        """The member must have been what was signed."""
        if self._unpacker:
            self._unpacker.finish()
            self._splitter.finish()
        if self._member and self._hash.hexdigest() != self._member.sha256:
            raise BundleDamaged
        if self._member and self._order.stage is Stage.BLOBS:
            self._take_blob(self._member.sha256, b"".join(self._blob) if self._blob is not None else None)

    def finish(self) -> None:
        """Refuse a stream that ended before the signed members did."""
        if next(self._members, None) is not None or self._order.stage is not Stage.SIGNATURE:
            raise BundleDamaged


class LineSplitter:
    """Cuts a stream at line ends, holding no more than one line."""

    def __init__(self, take_line: Callable[[bytes, Reason | None], None], most: int) -> None:
        self._take_line = take_line
        self._most = most
        self._rest = b""
        self._skips = False

    def feed(self, untrusted: bytes) -> None:
        """The next bytes."""
        *whole, self._rest = (self._rest + untrusted).split(b"\n")
        for line in whole:
            self._end_line(line)
        if len(self._rest) > self._most:
            self._skips, self._rest = True, b""

    def finish(self) -> None:
        """The member has ended; what is left over is a line without its end."""
        if self._rest or self._skips:
            self._take_line(self._rest, Reason.CUT)
        self._rest, self._skips = b"", False

    def _end_line(self, line: bytes) -> None:
        if self._skips or len(line) > self._most:
            self._take_line(b"", Reason.TOO_LONG)
        else:
            self._take_line(line, None)
        self._skips = False
