"""Where a store is, and the names of its files; loads nothing, so that the first window can ask whether there is a store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from s2w_desktop.domain.server_address import ServerAddress

VAULT_NAME = "vault.s2w"
SPARE_SUFFIX = ".bak"
"""Of the spare copy beside the vault."""
DATABASE_NAME = "profiles.db"
TRAINING_NAME = "TRAINING"
"""An empty file beside a training store: how the window looks before it is unlocked. What counts stands in the store."""


@dataclass(frozen=True)
class ServerPlace:
    """A store on a server, and the folder of this machine for what is kept beside it: parts of packs, bundles being read."""

    address: ServerAddress
    folder: Path

    def __str__(self) -> str:
        return str(self.address)


StorePlace: TypeAlias = Path | ServerPlace
"""A folder with an encrypted file, or a database on a server."""


def local_folder(place: StorePlace) -> Path:
    """The folder of this machine that belongs to a store."""
    return place if isinstance(place, Path) else place.folder


def has_store(place: StorePlace) -> bool:
    """Whether a store was made there to its end. In a folder the database comes last, so a vault alone is a cut attempt; of a
    vault that is gone the spare copy does.

    A server is asked: raises what it raises.
    """
    if isinstance(place, ServerPlace):
        from s2w_desktop.storage.server_store import holds_store  # its driver is loaded for nobody else

        return holds_store(place.address)
    has_vault = any((place / name).exists() for name in (VAULT_NAME, VAULT_NAME + SPARE_SUFFIX))
    return has_vault and (place / DATABASE_NAME).exists()


def is_set_up(place: StorePlace) -> bool:
    """As `has_store`, but nobody is asked: a server is taken to hold one, because it is set up by an administrator."""
    return isinstance(place, ServerPlace) or has_store(place)


def looks_like_training(place: StorePlace) -> bool:
    """Whether a store is marked on this machine as one for exercises."""
    return (local_folder(place) / TRAINING_NAME).exists()
