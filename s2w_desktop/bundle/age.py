"""age, version 1, as bundles use it: one to four X25519 recipients, binary, as streams in constant memory.

pyrage does the cryptography. Exceptions of our own readers and writers pass through it unchanged (it would turn a full disk
into a text); its own are told apart by the header, which is read strictly here first.
"""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import pyrage
from pyrage import x25519

from s2w_desktop.bundle.limits import KIB, MOST_RECIPIENTS
from s2w_desktop.domain.errors import BundleDamaged, KeyFileDamaged, NewerFormat, NotABundle, WrongRecipient

MAGIC = b"age-encryption.org/v1\n"
_NEWER = re.compile(rb"age-encryption\.org/v(?:[2-9]|[1-9][0-9]+)\n")
_OTHER_LINE_ENDS = re.compile(rb"age-encryption\.org/v1\r")  # sent as a text
_STANZA = rb"-> ([!-~]+)((?: [!-~]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*)([A-Za-z0-9+/]{0,63})\n"
_HEADER = re.compile(MAGIC + rb"(?:" + _STANZA + rb")+--- [A-Za-z0-9+/]{43}\n")
_MOST_HEADER = 16 * KIB
_NO_MATCH = "No matching keys found"
_CHUNK, _TAG, _NONCE = 64 * KIB, 16, 16


class Identity:
    """A secret key of age (X25519). Its text is shown by `text` only, never by `repr`."""

    def __init__(self, key: x25519.Identity) -> None:
        self._key = key
        self.recipient = str(key.to_public())

    @classmethod
    def generate(cls) -> "Identity":
        """A new identity from the system's randomness."""
        return cls(x25519.Identity.generate())

    @classmethod
    def parse(cls, untrusted_text: str) -> "Identity":
        """The identity of an `AGE-SECRET-KEY-1…` text. Raises KeyFileDamaged."""
        try:
            return cls(x25519.Identity.from_str(untrusted_text.strip()))
        except (pyrage.IdentityError, ValueError) as cause:
            raise KeyFileDamaged from cause

    @property
    def text(self) -> str:
        """The secret, as age-keygen writes it."""
        return str(self._key)

    @property
    def key(self) -> x25519.Identity:
        """What pyrage takes."""
        return self._key

    def __repr__(self) -> str:
        return f"Identity(recipient={self.recipient!r})"


def check_recipient(untrusted_text: str) -> str:
    """The recipient in its one spelling. Raises KeyFileDamaged for anything but X25519 (`age1…`)."""
    try:
        return str(x25519.Recipient.from_str(untrusted_text.strip()))
    except (pyrage.RecipientError, ValueError) as cause:
        raise KeyFileDamaged from cause


@dataclass(frozen=True)
class Header:
    """What an age file shows to everybody."""

    recipients: int
    size: int


def read_header(untrusted: BinaryIO) -> Header:
    """The header at the current place, which is kept. Raises NotABundle, NewerFormat or BundleDamaged."""
    start = untrusted.tell()
    head = untrusted.read(_MOST_HEADER)
    untrusted.seek(start)
    if not head.startswith(MAGIC):
        if _NEWER.match(head):
            raise NewerFormat
        is_cut = bool(head) and MAGIC.startswith(head)
        raise BundleDamaged if is_cut or _OTHER_LINE_ENDS.match(head) else NotABundle
    whole = _HEADER.match(head)
    if whole is None:
        raise BundleDamaged
    kinds = [stanza[1] for stanza in re.finditer(_STANZA, whole[0])]
    recipients = kinds.count(b"X25519")
    grease = sum(kind.endswith(b"-grease") for kind in kinds)
    if recipients + grease != len(kinds) or not 1 <= recipients <= MOST_RECIPIENTS:
        raise NotABundle
    return Header(recipients, whole.end())


def sealed_size(plain: int) -> int:
    """Upper bound of the file for so many bytes of content, with four recipients."""
    chunks = max(1, -(-plain // _CHUNK))
    return KIB + _NONCE + plain + chunks * _TAG


def encrypt(source: Iterable[bytes], write: Callable[[bytes], object], recipients: Sequence[str]) -> None:
    """Pull the content from `source`, hand the file to `write`, piece by piece.

    What source or write raise comes out as it was raised.
    """
    if not 1 <= len(set(recipients)) == len(recipients) <= MOST_RECIPIENTS:
        raise ValueError("one to four different recipients")
    reader, writer = _Puller(source), _Pusher(write)
    try:
        pyrage.encrypt_io(reader, writer, [x25519.Recipient.from_str(check_recipient(text)) for text in recipients])
    except (pyrage.EncryptError, OSError):
        _raise_kept(reader, writer)
        raise
    _raise_kept(reader, writer)


def decrypt(untrusted: BinaryIO, write: Callable[[bytes], object], identities: Sequence[Identity]) -> None:
    """Hand the content to `write`, piece by piece; it counts only when this returns, for later pieces may prove damaged.

    Raises NotABundle, NewerFormat, WrongRecipient (no identity fits) or BundleDamaged; what `write` and the file raise
    comes out as it was raised.
    """
    read_header(untrusted)
    reader, writer = _Forwarder(untrusted), _Pusher(write)
    try:
        pyrage.decrypt_io(reader, writer, [identity.key for identity in identities])
    except pyrage.DecryptError as cause:
        _raise_kept(reader, writer)
        if str(cause) == _NO_MATCH:
            raise WrongRecipient from cause
        raise BundleDamaged from cause
    except OSError as cause:
        _raise_kept(reader, writer)
        raise BundleDamaged from cause
    _raise_kept(reader, writer)


def _raise_kept(*streams: "_Keeper") -> None:
    """What was raised inside our streams. Asked after success too: pyrage forgets a failure of the very last write."""
    for stream in streams:
        if stream.failure is not None:
            raise stream.failure


class _Keeper(io.BufferedIOBase):
    """A stream that keeps the first exception raised inside it."""

    failure: BaseException | None = None

    def _keep(self, cause: BaseException) -> None:
        self.failure = self.failure or cause


class _Puller(_Keeper):
    """A readable stream over pieces of any size."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._piece = b""
        self._at = 0

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            while self._at >= len(self._piece):
                self._piece, self._at = next(self._pieces), 0
        except StopIteration:
            return b""
        except BaseException as cause:
            self._keep(cause)
            raise
        end = len(self._piece) if size is None or size < 0 else self._at + size
        taken = self._piece[self._at : end]
        self._at += len(taken)
        return taken


class _Forwarder(_Keeper):
    """A readable stream over a file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return self._file.read(-1 if size is None else size)
        except BaseException as cause:
            self._keep(cause)
            raise


class _Pusher(_Keeper):
    """A writable stream over a function."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def write(self, data: object, /) -> int:
        if not isinstance(data, bytes):
            raise TypeError("bytes expected")
        try:
            self._write(data)
        except BaseException as cause:
            self._keep(cause)
            raise
        return len(data)
