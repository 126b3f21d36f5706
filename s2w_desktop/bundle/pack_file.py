"""A reference pack as one file: a tar of `pack.json`, its signatures and its parts, each gzipped, for tar, minisign and gunzip
to check.

What the pack says carries the SHA-256 of every part, so its signature covers them all. A file may be large: it is read
from one end to the other, one part in memory at a time, and nothing of it is used before the signatures hold.
"""

import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, Final

from s2w_desktop.bundle import tar
from s2w_desktop.bundle.minisign import PublicKey, Signature, SigningKey, verify
from s2w_desktop.bundle.pack_text import MOST_BYTES, pack_text, read_pack_text
from s2w_desktop.domain.errors import BadSignature, BundleDamaged, FileUnreadable
from s2w_desktop.domain.pack_errors import BadPackSignature, NotAPack, PackNeedsTwoKeys, PackPartDamaged, UnknownPackSigner
from s2w_desktop.domain.packs import Pack, PackContent, PackPart

TEXT: Final = "pack.json"
SIGNATURES: Final = ("pack.json.minisig", "pack.json.2.minisig")
_MOST_SIGNATURE_BYTES: Final = 4 * 1024
_STEP: Final = 1024 * 1024
TakePart = Callable[[PackPart, bytes], None]
"""Is given every part of a pack whose signatures hold, in order, once its bytes are what the pack says."""


def signature_of(text: bytes, key: SigningKey) -> bytes:
    """A signature for the text of a pack."""
    return key.sign(text, _comment(read_pack_text(text)), about="reference data")


def write_pack(write: Callable[[bytes], object], pack: Pack, signatures: Sequence[bytes], parts: Iterable[bytes]) -> None:
    """Write the whole file; `parts` are the bytes of its parts in order. Equal content gives equal bytes."""
    written = 0
    packed = (gzip.compress(part, mtime=0) for part in parts)
    names = (f"parts/{number:04}.gz" for number in range(len(pack.parts)))
    for name, content in [(TEXT, pack_text(pack)), *zip(SIGNATURES, signatures, strict=False)]:
        written += _put(write, name, content)
    for name, content in zip(names, packed, strict=True):
        written += _put(write, name, content)
    write(bytes(tar.whole_size(written) - written))


def _put(write: Callable[[bytes], object], name: str, content: bytes) -> int:
    write(tar.header(name, len(content)) + content + tar.filling(len(content)))
    return tar.stored(len(content))


def read_pack(
    file: BinaryIO, signers: Sequence[PublicKey], take: TakePart, *, vouched: bool = False
) -> tuple[Pack, tuple[PublicKey, ...]]:
    """Read a pack to its end: what it says, and which of the `signers` signed it.

    `vouched` for a pack of keys and nothing else: people compare the words of its keys, in the place of a second signature.
    Raises FileUnreadable, NotAPack, NewerPack, UnknownPackSigner, BadPackSignature, PackNeedsTwoKeys, PackPartDamaged and
    what `take` raises. Then some parts may have been taken already: whoever takes them throws them away.
    """
    sink = _Members(lambda text, signatures: checked_pack(text, signatures, signers, vouched=vouched), take)
    _feed(file, sink)
    return sink.finish()


def read_unsigned(file: BinaryIO, take: TakePart) -> tuple[Pack, tuple[bytes, ...]]:
    """Read a pack without asking who signed it, to try it out or to sign it too: what it says, and the signatures that stand
    in it, unverified. Raises as `read_pack`."""
    sink = _Members(lambda text, _signatures: (read_pack_text(text), ()), take)
    _feed(file, sink)
    return sink.finish()[0], sink.signatures


def checked_pack(
    text: bytes, signatures: Sequence[bytes], signers: Sequence[PublicKey], *, vouched: bool = False
) -> tuple[Pack, tuple[PublicKey, ...]]:
    """What the text of a pack says, once enough of the signers have signed it. Raises as `read_pack`."""
    if not signatures:
        raise UnknownPackSigner
    found = [_signer(text, signature, signers) for signature in signatures]
    pack = read_pack_text(text)
    if any(comment != _comment(pack) for _, comment in found):
        raise BadPackSignature
    keys = tuple(dict.fromkeys(signer for signer, _ in found))
    if len(keys) < pack.signatures_needed and not (vouched and pack.contents == (PackContent.KEYS,)):
        raise PackNeedsTwoKeys
    return pack, keys


def _signer(text: bytes, signature: bytes, signers: Sequence[PublicKey]) -> tuple[PublicKey, str]:
    """The key that signed, and the comment that it signed too."""
    try:
        named = Signature.parse(signature).key_id
        signer = next((key for key in signers if key.key_id == named), None)
        if signer is None:
            raise UnknownPackSigner
        return signer, verify(signer, text, signature)
    except BadSignature as cause:
        raise BadPackSignature from cause


def _comment(pack: Pack) -> str:
    """What minisign shows to whoever checks by hand; no bundle and no template carries such a comment."""
    return f"s2w-reference {pack.id} version {pack.version}"


def _feed(file: BinaryIO, sink: "_Members") -> None:
    reader = tar.TarReader(sink)
    try:
        for chunk in _chunks(file):
            reader.feed(chunk)
        reader.finish()
    except BundleDamaged as cause:
        raise NotAPack from cause


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    try:
        while chunk := file.read(_STEP):
            yield chunk
    except OSError as cause:  # a stick that is pulled out
        raise FileUnreadable from cause


class _Members:
    """Takes the text, one or two signatures and the parts, each in its place and within its size."""

    def __init__(self, check: Callable[[bytes, Sequence[bytes]], tuple[Pack, tuple[PublicKey, ...]]], take: TakePart) -> None:
        self._check = check
        self._take = take
        self._heads: dict[str, bytearray] = {}
        self._trusted: tuple[Pack, tuple[PublicKey, ...]] | None = None
        self._present: bytearray | _Unpacked = bytearray()
        self._count = 0

    def begin(self, name: str, size: int) -> None:
        """A member starts."""
        expected = (TEXT, *SIGNATURES)[: len(self._heads) + 1]
        if self._trusted is None and name in expected and name not in self._heads and (name == TEXT) == (not self._heads):
            if size > (MOST_BYTES if name == TEXT else _MOST_SIGNATURE_BYTES):
                raise NotAPack
            self._present = self._heads[name] = bytearray()
            return
        pack = self._pack()
        if name != f"parts/{self._count:04}.gz" or self._count >= len(pack.parts):
            raise NotAPack
        self._present = _Unpacked(pack.parts[self._count])

    def take(self, data: bytes) -> None:
        """The next bytes of the member."""
        if isinstance(self._present, _Unpacked):
            self._present.take(data)
        else:
            self._present += data

    def end(self) -> None:
        """The member is complete."""
        if isinstance(self._present, _Unpacked):
            self._take(self._present.part, self._present.finish())
            self._count += 1

    @property
    def signatures(self) -> tuple[bytes, ...]:
        """The signature files as they stand in the pack."""
        return tuple(bytes(self._heads[name]) for name in SIGNATURES if name in self._heads)

    def finish(self) -> tuple[Pack, tuple[PublicKey, ...]]:
        """What was trusted. Raises NotAPack when parts are missing."""
        if self._count != len(self._pack().parts) or self._trusted is None:
            raise NotAPack
        return self._trusted

    def _pack(self) -> Pack:
        if self._trusted is None:
            if TEXT not in self._heads:
                raise NotAPack
            text, *signatures = map(bytes, self._heads.values())
            self._trusted = self._check(text, signatures)
        return self._trusted[0]


class _Unpacked:
    """A part while it is unpacked: never more of it than the pack says."""

    def __init__(self, part: PackPart) -> None:
        self.part = part
        self._raw = bytearray()
        self._packed = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)

    def take(self, data: bytes) -> None:
        """The next packed bytes. Raises PackPartDamaged."""
        try:
            self._raw += self._packed.decompress(data, self.part.size + 1 - len(self._raw))
        except zlib.error as cause:
            raise PackPartDamaged from cause
        if self._packed.unconsumed_tail or self._packed.unused_data or len(self._raw) > self.part.size:
            raise PackPartDamaged

    def finish(self) -> bytes:
        """The bytes. Raises PackPartDamaged when they are not what the pack says."""
        raw = bytes(self._raw)
        if not self._packed.eof or len(raw) != self.part.size or hashlib.sha256(raw).hexdigest() != self.part.sha256:
            raise PackPartDamaged
        return raw
