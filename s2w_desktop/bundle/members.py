"""Names and order of the members, and the first pass over them: everything hashed, nothing believed yet."""

import hashlib
import re
from enum import IntEnum

from s2w_desktop.bundle.limits import Limits
from s2w_desktop.bundle.readme_text import README_NAME
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge

MANIFEST_NAME = "manifest.json"
SIGNATURE_NAME = "manifest.json.minisig"

_RECORDS = re.compile(r"records-([0-9]{4})\.jsonl\.gz", re.ASCII)
_BLOB = re.compile(r"blobs/[0-9a-f]{64}", re.ASCII)


class Stage(IntEnum):
    """The members in the order in which they must stand."""

    START = 0
    README = 1
    RECORDS = 2
    BLOBS = 3
    MANIFEST = 4
    SIGNATURE = 5


class MemberOrder:
    """Follows the names through a bundle. Raises BundleDamaged for a name that does not belong where it stands."""

    def __init__(self) -> None:
        self.stage = Stage.START
        self._records = 0
        self._last_blob = ""

    def next(self, name: str) -> Stage:
        """What the next member is."""
        stage = self._stage(name)
        repeats = stage in {Stage.RECORDS, Stage.BLOBS}
        if stage < self.stage or (stage == self.stage and not repeats):
            raise BundleDamaged
        if (self.stage is Stage.START) != (stage is Stage.README):
            raise BundleDamaged
        if (stage is Stage.SIGNATURE) != (self.stage is Stage.MANIFEST):
            raise BundleDamaged
        self.stage = stage
        return stage

    def _stage(self, name: str) -> Stage:
        if name in _FIXED:
            return _FIXED[name]
        if numbered := _RECORDS.fullmatch(name):
            self._records += 1
            if int(numbered[1]) == self._records:
                return Stage.RECORDS
        elif _BLOB.fullmatch(name) and name > self._last_blob:
            self._last_blob = name
            return Stage.BLOBS
        raise BundleDamaged


_FIXED = {README_NAME: Stage.README, MANIFEST_NAME: Stage.MANIFEST, SIGNATURE_NAME: Stage.SIGNATURE}


class FirstPass:
    """Takes the members of a stream: name, size and digest of each, and the last two whole."""

    def __init__(self, limits: Limits) -> None:
        self.found: list[tuple[str, int, str]] = []
        self.blobs = 0
        self.manifest = b""
        self.signature = b""
        self._order = MemberOrder()
        self._most = {
            Stage.README: limits.readme,
            Stage.RECORDS: limits.stored_member,
            Stage.BLOBS: limits.blob,
            Stage.MANIFEST: limits.manifest,
            Stage.SIGNATURE: limits.signature,
        }
        self._limits = limits
        self._name = ""
        self._hash = hashlib.sha256()
        self._kept: list[bytes] = []
        self._size = 0

    def begin(self, name: str, size: int) -> None:
        """Refuse a member that does not belong here or is too large."""
        stage = self._order.next(name)
        if size > self._most[stage] or len(self.found) > self._limits.members:
            raise BundleTooLarge
        self._name, self._size = name, size
        self._hash = hashlib.sha256()
        self._kept = []

    def take(self, data: bytes) -> None:
        """Hash, and keep what is manifest or signature."""
        self._hash.update(data)
        if self._order.stage >= Stage.MANIFEST:
            self._kept.append(data)

    def end(self) -> None:
        """Note the member; a blob must be what its name says."""
        match self._order.stage:
            case Stage.MANIFEST:
                self.manifest = b"".join(self._kept)
            case Stage.SIGNATURE:
                self.signature = b"".join(self._kept)
            case stage:
                digest = self._hash.hexdigest()
                self.found.append((self._name, self._size, digest))
                if stage is Stage.BLOBS:
                    self.blobs += 1
                    if self._name != f"blobs/{digest}":
                        raise BundleDamaged

    def finish(self) -> None:
        """Refuse a bundle without its end."""
        if self._order.stage is not Stage.SIGNATURE:
            raise BundleDamaged
