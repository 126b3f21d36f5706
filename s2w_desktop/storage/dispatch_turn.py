"""One bundle at a time leaves under the name of a store, so that no number is given twice and every manifest follows the last."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from s2w_desktop.storage.database import Database
from s2w_desktop.storage.locks import Turn, take


class DispatchTurn:
    """For one open store. Threads of this program wait for each other by a lock, other programs in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._threads = RLock()
        self._depth = 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for the turn, keep it; whoever has it may take it again. Raises StoreInUse when others do not come to an end."""
        with self._threads:
            self._depth += 1
            try:
                if self._database.is_shared and self._depth == 1:
                    with self._database.writing() as connection:  # for the lock alone, which ends with the connection
                        take(connection, Turn.DISPATCH)
                        yield
                else:
                    yield
            finally:
                self._depth -= 1
