"""Keys and signatures in minisign's format (prehashed Ed25519), so that Debian's `minisign` verifies what we sign.

Layout: https://jedisct1.github.io/minisign/#signature-format. A secret key is held in the unencrypted form of
`minisign -G -W`; it never leaves the encrypted store except for training keys.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey as Ed25519Key
from nacl.signing import VerifyKey
from nacl.utils import random

from s2w_desktop.domain.errors import BadSignature, KeyFileDamaged

_PLAIN, _PREHASHED = b"Ed", b"ED"
_ID, _KEY, _SIGNATURE = 8, 32, 64
_NO_PASSWORD = _PLAIN + b"\0\0" + b"B2" + bytes(32 + 8 + 8)  # key derivation: none; its salt and costs are empty
_NO_CHECKSUM = bytes(32)
_COMMENT = b"untrusted comment: "
_TRUSTED = b"trusted comment: "


@dataclass(frozen=True)
class PublicKey:
    """A public key with the random number that names it."""

    key_id: bytes
    key: bytes

    @classmethod
    def parse(cls, untrusted_line: str) -> "PublicKey":
        """The key of the base64 line of a public key file. Raises KeyFileDamaged."""
        raw = _key_bytes(untrusted_line, len(_PLAIN) + _ID + _KEY)
        if not raw.startswith(_PLAIN):
            raise KeyFileDamaged
        return cls(raw[2:10], raw[10:])

    @property
    def text(self) -> str:
        """The base64 line."""
        return base64.b64encode(_PLAIN + self.key_id + self.key).decode("ascii")


class SigningKey:
    """A secret key. Its text is shown by `secret_text` only, never by `repr`."""

    def __init__(self, *, key_id: bytes, seed: bytes) -> None:
        self._key = Ed25519Key(seed)
        self._seed = seed
        self.public = PublicKey(key_id, bytes(self._key.verify_key))

    @classmethod
    def generate(cls) -> "SigningKey":
        """A new key from the system's randomness."""
        return cls(key_id=random(_ID), seed=random(_KEY))

    @classmethod
    def parse(cls, untrusted_line: str) -> "SigningKey":
        """The key of the base64 line of an unencrypted secret key file. Raises KeyFileDamaged."""
        raw = _key_bytes(untrusted_line, len(_NO_PASSWORD) + _ID + 2 * _KEY + len(_NO_CHECKSUM))
        head, rest = raw[: len(_NO_PASSWORD)], raw[len(_NO_PASSWORD) :]
        made = cls(key_id=rest[:_ID], seed=rest[_ID : _ID + _KEY])
        if head[:4] != _NO_PASSWORD[:4] or rest[_ID + _KEY : _ID + 2 * _KEY] != made.public.key:
            raise KeyFileDamaged
        return made

    @property
    def secret_text(self) -> str:
        """The base64 line of the secret key file, without a password."""
        whole = _NO_PASSWORD + self.public.key_id + self._seed + self.public.key + _NO_CHECKSUM
        return base64.b64encode(whole).decode("ascii")

    @property
    def public_text(self) -> str:
        """The base64 line of the public key file."""
        return self.public.text

    def sign(self, data: bytes, trusted_comment: str, *, about: str = "a skills profile bundle") -> bytes:
        """The whole signature file. The comment is one line of ASCII; equal input gives equal bytes.

        `about` only tells a reader of the file what was signed; it is not part of the signature.
        """
        comment = trusted_comment.encode("ascii")
        if b"\n" in comment or b"\r" in comment:
            raise ValueError("a trusted comment is one line")
        signature = self._key.sign(hashlib.blake2b(data).digest()).signature
        seal = self._key.sign(signature + comment).signature
        lines = (
            _COMMENT + f"signature of {about}".encode("ascii"),
            base64.b64encode(_PREHASHED + self.public.key_id + signature),
            _TRUSTED + comment,
            base64.b64encode(seal),
        )
        return b"\n".join(lines) + b"\n"

    def __repr__(self) -> str:
        return f"SigningKey(public={self.public_text!r})"


@dataclass(frozen=True)
class Signature:
    """A signature file taken apart; nothing of it is verified."""

    key_id: bytes
    signature: bytes
    comment: bytes
    seal: bytes

    @classmethod
    def parse(cls, untrusted: bytes) -> "Signature":
        """The four lines, strictly. Raises BadSignature."""
        lines = untrusted.split(b"\n")
        if len(lines) != 5 or lines[4] or not lines[0].startswith(_COMMENT) or not lines[2].startswith(_TRUSTED):
            raise BadSignature
        signed, seal = _base64(lines[1]), _base64(lines[3])
        if signed is None or seal is None or len(signed) != 2 + _ID + _SIGNATURE or len(seal) != _SIGNATURE:
            raise BadSignature
        if not signed.startswith(_PREHASHED):
            raise BadSignature
        return cls(signed[2:10], signed[10:], lines[2].removeprefix(_TRUSTED), seal)


def verify(public: PublicKey, data: bytes, untrusted_signature: bytes) -> str:
    """The trusted comment, once both signatures hold. Raises BadSignature."""
    parsed = Signature.parse(untrusted_signature)
    key = VerifyKey(public.key)
    try:
        if parsed.key_id != public.key_id:
            raise BadSignature
        key.verify(hashlib.blake2b(data).digest(), parsed.signature)
        key.verify(parsed.signature + parsed.comment, parsed.seal)
        return parsed.comment.decode("ascii")
    except (BadSignatureError, UnicodeDecodeError) as cause:
        raise BadSignature from cause


def public_key_file(line: str) -> str:
    """A file that `minisign -p` reads."""
    number = int.from_bytes(PublicKey.parse(line).key_id, "little")
    return f"untrusted comment: minisign public key {number:X}\n{line}\n"


def secret_key_file(line: str) -> str:
    """A file that `minisign -s` reads without a password. Only ever written for training keys."""
    SigningKey.parse(line)
    return f"untrusted comment: minisign encrypted secret key\n{line}\n"


def key_line(untrusted_file: str) -> str:
    """The base64 line of a key file, or of a text that is only this line. Raises KeyFileDamaged."""
    lines = [line for line in untrusted_file.split("\n") if line and not line.startswith("untrusted comment:")]
    if len(lines) != 1:
        raise KeyFileDamaged
    return lines[0].strip()


def _base64(untrusted: bytes) -> bytes | None:
    """The bytes of the one spelling of a base64 text, else None."""
    try:
        raw = base64.b64decode(untrusted, validate=True)
    except binascii.Error:
        return None
    return raw if base64.b64encode(raw) == untrusted else None


def _key_bytes(untrusted_line: str, size: int) -> bytes:
    raw = _base64(untrusted_line.encode("ascii", "replace"))
    if raw is None or len(raw) != size:
        raise KeyFileDamaged
    return raw
