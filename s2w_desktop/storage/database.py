"""What the parts of a store ask of its database: one encrypted file (`encrypted_file`) or a PostgreSQL server (`postgres`).

The statements are the same for both. What differs is named here and in `locks`, `columns` and `inserting`, nowhere else.
"""

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from s2w_desktop.storage.column_seal import Secrets


class Database(Protocol):
    """Connections and transactions. Every method raises the failures of the disk or of the server.

    `is_shared`: other programs may work in it at this moment. `secrets` seals what an administrator of it must not read.
    """

    @property
    def is_shared(self) -> bool:
        """Whether other programs may work in it at this moment."""

    @property
    def secrets(self) -> Secrets:
        """Seals columns that nobody but the holder of the store's key may read."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the store from its first read on."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection whose changes are durable when it is left, and undone when an exception leaves it.

        In a file it alone may write; on a server others write too: whoever reads before writing takes a lock of `locks` first.
        """

    def writing_much(self) -> AbstractContextManager[Connection]:
        """As `writing`, for thousands of rows: what is written may take more memory until it is left."""

    def writing_at_once(self) -> AbstractContextManager[Connection]:
        """As `writing`, but where somebody else writes to the file it raises StoreInUse at once."""

    def migrating(self) -> AbstractContextManager[Connection]:
        """As `writing`, for changes of tables."""

    def checkpoint(self) -> None:
        """Make ready for a copy of the files, where the store has files of its own."""

    def verify(self) -> None:
        """Check what the program itself can check. Raises StoreDamaged."""

    def close(self) -> None:
        """End all connections."""
