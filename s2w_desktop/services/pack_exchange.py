"""Reference packs by bundle: headquarters writes one for each of its laptops, a laptop takes it in.

The pack travels whole, in pieces; what it says, and who signed it, is checked as for a file on a stick.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import PackPieceRecord
from s2w_desktop.bundle.records import record_line
from s2w_desktop.bundle.writing import WrittenBundle
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import FileUnreadable
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.packs import InstalledPack, Packs
from s2w_desktop.services.pieces import in_pieces, join_pieces
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.storage.store import Store

_STEP: Final = 1024 * 1024
_BUNDLE_STARTS_WITH: Final = b"age-encryption.org/"


@dataclass(frozen=True)
class SentPack:
    """A bundle that carries a pack to a laptop."""

    bundle: WrittenBundle
    peer: Peer


class PackExchange:
    """Sends packs and takes them in."""

    def __init__(self, *, store: Store, dispatch: Dispatch, importing: Importing, packs: Packs, spool_folder: Path) -> None:
        self._store = store
        self._dispatch = dispatch
        self._importing = importing
        self._packs = packs
        self._spool_folder = spool_folder

    def write(self, pack: Path, folder: Path) -> tuple[SentPack, ...]:
        """A bundle for each laptop enrolled and not revoked. Raises NotPermitted, and as `Packs.look`, `Dispatch.write`."""
        self._packs.require_duty()
        self._packs.look(pack)
        sha256, size = _measured(pack)
        laptops = [peer for peer in self._store.peers.all(Role.FIELD) if peer.revoked_at is None]
        sent = []
        for peer in laptops:
            address = Address(Kind.REFERENCE, peer.recipients, peer.device)
            (bundle,) = self._dispatch.write(folder, address, _lines(pack, sha256, size))
            sent.append(SentPack(bundle, peer))
        return tuple(sent)

    def look(self, path: Path) -> InstalledPack:
        """What a file holds, be it the pack itself or a bundle that carries it; nothing is kept. Raises as `install`."""
        with self._whole(path) as whole:
            return self._packs.look_into(whole)

    def install(self, path: Path, untrusted_words: str = "") -> InstalledPack:
        """Install the pack of a file, be it the pack itself or a bundle that carries it.

        Raises what `Packs.install` raises, and for a bundle every error of its format; then nothing is changed.
        """
        with self._whole(path) as whole:
            return self._packs.install_from(whole, untrusted_words)

    @contextmanager
    def _whole(self, path: Path) -> Iterator[BinaryIO]:
        """The file of the pack, open at its beginning."""
        if not _is_bundle(path):
            with _opened(path) as file:
                yield file
            return
        with (
            self._importing.opened(path, frozenset({Kind.REFERENCE})) as (_spool, reading),
            TemporaryFile(dir=self._spool_folder) as whole,
        ):
            self._importing.sender_of(reading.manifest)
            join_pieces(reading, PackPieceRecord, partial(_keep, whole))
            whole.seek(0)
            yield whole


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as cause:
        raise FileUnreadable from cause


def _keep(whole: BinaryIO, data: bytes) -> None:
    try:
        whole.write(data)
        whole.flush()
    except OSError as cause:
        raise disk_error(cause) from cause


def _lines(pack: Path, sha256: str, size: int) -> Iterator[bytes]:
    try:
        with pack.open("rb") as file:
            for number, count, data in in_pieces(file, size):
                yield record_line(PackPieceRecord(sha256, number, count, data))
    except OSError as cause:
        raise FileUnreadable from cause


def _measured(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while data := file.read(_STEP):
                digest.update(data)
                size += len(data)
    except OSError as cause:
        raise FileUnreadable from cause
    return digest.hexdigest(), size


def _is_bundle(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_BUNDLE_STARTS_WITH)) == _BUNDLE_STARTS_WITH
    except OSError as cause:
        raise FileUnreadable from cause
