"""The parts of installed packs, one folder for each pack beside the store. They are public data, so nothing is encrypted.

A folder is there whole or not at all. `CURRENT` names the folders that count, for a search that opens no store; who has
opened the store asks the store instead, and checks every part that is read against the signed text.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.domain.packs import Pack, PackPart
from s2w_desktop.storage.safe_files import replace_file, sync_folder

NAME: Final = "reference"
CURRENT: Final = "current"
TEXT: Final = "pack.json"
_UNFINISHED: Final = ".part"


class PackWriter:
    """A folder that is being filled; nobody sees it before `finish`. Every method raises disk errors."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._place = root / f".{secrets.token_hex(8)}{_UNFINISHED}"
        self._count = 0
        try:
            self._place.mkdir(parents=True)
        except OSError as cause:
            raise disk_error(cause) from cause

    def take(self, part: PackPart, content: bytes) -> None:
        """The next part."""
        del part
        self._put(f"{self._count:04}", content)
        self._count += 1

    def finish(self, pack: Pack, text: bytes) -> None:
        """The folder is whole: it becomes that of the pack. One that is there already gets its files one by one, so that at
        every moment each of them is there."""
        self._put(TEXT, text)
        target = self._root / folder_name(pack)
        try:
            sync_folder(self._place)
            if target.exists():
                _fill_again(target, self._place)
            else:
                self._place.rename(target)
            sync_folder(self._root)
        except OSError as cause:
            raise disk_error(cause) from cause

    def abandon(self) -> None:
        """Remove what was written."""
        shutil.rmtree(self._place, ignore_errors=True)

    def _put(self, name: str, content: bytes) -> None:
        try:
            with (self._place / name).open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as cause:
            raise disk_error(cause) from cause


class PackReader:
    """Reads the parts of an installed pack by their names, each checked against what the pack says."""

    def __init__(self, root: Path, pack: Pack) -> None:
        self._folder = root / folder_name(pack)
        self._parts = {part.name: (number, part) for number, part in enumerate(pack.parts)}
        self.pack = pack

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError for a name that the pack does not have, PackPartDamaged."""
        number, part = self._parts[name]
        try:
            with (self._folder / f"{number:04}").open("rb") as file:
                untrusted = file.read(part.size + 1)
        except OSError as cause:
            raise PackPartDamaged from cause
        if len(untrusted) != part.size or hashlib.sha256(untrusted).hexdigest() != part.sha256:
            raise PackPartDamaged
        return untrusted


def _fill_again(target: Path, source: Path) -> None:
    fresh = sorted(file.name for file in source.iterdir())
    for name in fresh:
        (source / name).replace(target / name)
    for file in target.iterdir():
        if file.name not in fresh:  # of another pack that never came to count
            file.unlink()
    source.rmdir()
    sync_folder(target)


def folder_name(pack: Pack) -> str:
    """The name of the folder of a pack."""
    return f"{pack.id}-{pack.version}"


def is_here(root: Path, pack: Pack) -> bool:
    """Whether there is a folder of the pack."""
    return (root / folder_name(pack)).is_dir()


def note_current(root: Path, packs: Collection[Pack]) -> None:
    """Say which folders count. Raises disk errors."""
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise disk_error(cause) from cause
    replace_file(root / CURRENT, "".join(f"{folder_name(pack)}\n" for pack in packs).encode("ascii"))


def current_texts(root: Path) -> tuple[bytes, ...]:
    """The untrusted texts of the packs that count, as the folder says; without those that are missing."""
    texts: list[bytes] = []
    with suppress(OSError):
        for name in (root / CURRENT).read_text("ascii", "replace").split():
            with suppress(OSError):
                texts.append((root / Path(name).name / TEXT).read_bytes())
    return tuple(texts)


def sweep(root: Path, kept: Collection[Pack]) -> None:
    """Remove folders that no pack needs any more; what cannot be removed now is left for the next time."""
    needed = {folder_name(pack) for pack in kept}
    for place in root.iterdir() if root.is_dir() else ():
        if place.is_dir() and place.name not in needed:
            shutil.rmtree(place, ignore_errors=True)
