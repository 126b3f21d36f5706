"""Where a vault stands. A file has a spare copy (`.bak`) of its *current* content, never of an older one: that would let old
passphrases in."""

from pathlib import Path
from typing import Protocol

from s2w_desktop.domain.errors import FileUnreadable, NoStore
from s2w_desktop.storage.layout import SPARE_SUFFIX, VAULT_NAME, ServerPlace, StorePlace
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.vault_file import MAX_BYTES


class VaultShelf(Protocol):
    """Gives and takes the bytes of one vault."""

    def read(self) -> bytes:
        """The untrusted bytes, one more than a vault may have at most. Raises NoStore and what the place raises."""

    def put(self, content: bytes, before: bytes | None) -> None:
        """Put the bytes, durably. `before` is what they were made from; None where that does not matter.

        Raises StoreInUse when another program put others meanwhile, and what the place raises.
        """


class FileShelf:
    """A file with its spare copy; the lock of the store keeps other programs away."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._spare = path.with_name(path.name + SPARE_SUFFIX)

    def read(self) -> bytes:
        """Raises NoStore or FileUnreadable."""
        return _read_bounded(self._path)

    def read_spare(self) -> bytes:
        """The bytes of the spare copy; raises as `read` does."""
        return _read_bounded(self._spare)

    def put(self, content: bytes, before: bytes | None) -> None:
        """Raises a disk error."""
        del before
        replace_file(self._path, content)
        replace_file(self._spare, content)

    def renew_spare(self) -> None:
        """Let the spare copy be what the file is, with the lock held; an end between the two writings leaves an older one.

        Raises NoStore, FileUnreadable or a disk error.
        """
        content = self.read()
        try:
            if self.read_spare() == content:
                return
        except (NoStore, FileUnreadable):
            pass  # it is gone or broken, so it is written
        replace_file(self._spare, content)


def shelf_of(place: StorePlace) -> VaultShelf:
    """Where the vault of a store stands."""
    if isinstance(place, ServerPlace):
        from s2w_desktop.storage.server_store import ServerShelf  # its driver is loaded for nobody else

        return ServerShelf(place.address)
    return FileShelf(place / VAULT_NAME)


def _read_bounded(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as cause:
        raise NoStore from cause
    except OSError as cause:
        raise FileUnreadable from cause
