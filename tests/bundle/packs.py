"""Small reference packs for tests, signed by training keys, and the forging of files that no honest headquarters writes."""

import gzip
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from s2w_desktop.bundle import tar
from s2w_desktop.bundle.minisign import PublicKey, SigningKey
from s2w_desktop.bundle.pack_file import read_pack, signature_of, write_pack
from s2w_desktop.bundle.pack_text import pack_text
from s2w_desktop.domain.packs import Pack, PackContent, PackPart
from tests.bundle.making import DEVICE_KEY

KEY = DEVICE_KEY
OTHER_KEY = SigningKey(key_id=b"another1", seed=bytes(range(32)))
PARTS: Mapping[str, bytes] = {"esco/concepts": b'{"version": "1"}', "esco/empty": b"", "esco/relations": bytes(range(256)) * 9}
Member = tuple[str, bytes]


def made_pack(
    parts: Mapping[str, bytes] = PARTS,
    *contents: PackContent,
    version: int = 1,
    title: str = "ESCO 1.2.1",
    name: str = "esco",
) -> Pack:
    """What a pack of these parts says about itself."""
    told = tuple(PackPart(part, len(raw), hashlib.sha256(raw).hexdigest()) for part, raw in parts.items())
    return Pack(name, version, date(2026, 3, 1), title, contents or (PackContent.ESCO,), told)


def pack_bytes(pack: Pack, parts: Mapping[str, bytes] = PARTS, keys: Sequence[SigningKey] = (KEY,)) -> bytes:
    """The file of a pack, signed by these keys."""
    file = io.BytesIO()
    write_pack(file.write, pack, [signature_of(pack_text(pack), key) for key in keys], parts.values())
    return file.getvalue()


def members_of(pack: Pack, parts: Mapping[str, bytes] = PARTS, keys: Sequence[SigningKey] = (KEY,)) -> list[Member]:
    """The members that `pack_bytes` would write, to be changed and put together by `tar_of`."""
    signatures = [signature_of(pack_text(pack), key) for key in keys]
    names = ("pack.json.minisig", "pack.json.2.minisig")
    packed = [(f"parts/{number:04}.gz", gzip.compress(raw, mtime=0)) for number, raw in enumerate(parts.values())]
    return [("pack.json", pack_text(pack)), *zip(names, signatures, strict=False), *packed]


def tar_of(members: Iterable[Member]) -> bytes:
    """A file of any members."""
    raw = b"".join(tar.header(name, len(data)) + data + tar.filling(len(data)) for name, data in members)
    return raw + bytes(tar.whole_size(len(raw)) - len(raw))


def read(raw: bytes, signers: Sequence[PublicKey] = (KEY.public,)) -> tuple[Pack, dict[str, bytes]]:
    """What a file holds, read as an installation reads it."""
    found: dict[str, bytes] = {}
    pack, _ = read_pack(io.BytesIO(raw), signers, lambda part, content: found.update({part.name: content}))
    return pack, found
