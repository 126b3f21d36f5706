"""Who waits for whom where several programs write at once. On a file all of this does nothing: there one alone may write.

Transactions are READ COMMITTED, so whoever decides by what was read takes a lock first and reads afterwards. The order is the
same everywhere, so that nobody waits in a circle: an import, or the making of cases, then rows of profiles by id, then rows of
other tables that follow from them, then the numbers, which are taken last. An import holds more profiles with every batch, in no
order that others could keep to: where it meets somebody who holds several, one of the two gets `WaitedInCircle`, and an import
begins anew.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, select, text

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.storage import tables
from s2w_desktop.storage.chunks import chunks

PATIENCE_SECONDS: Final = 5
"""How long a transaction waits for another one's lock, as the encrypted file does."""

LONG_PATIENCE_SECONDS: Final = 600
"""How long an import waits for another import, and a bundle to be written for the one before it."""

_SPACE: Final = 0x733277  # "s2w": others may use advisory locks of the database too
_TAKE = text(f"SELECT pg_advisory_xact_lock({_SPACE}, CAST(:turn AS integer))")
_WAIT = text("SELECT set_config('lock_timeout', :milliseconds, true)")


class Turn(Enum):
    """What only one transaction at a time may do. The values are known to programs of other versions."""

    IMPORT = 1
    NUMBERS = 2
    DISPATCH = 3
    TEMPLATES = 4
    PACKS = 5
    STATION = 6
    MIGRATION = 7
    ORDERS = 8
    STAFF = 9
    REACH = 10
    CASES = 11
    LOG = 12


_LONG: Final = frozenset({Turn.IMPORT, Turn.DISPATCH, Turn.MIGRATION})


def take(connection: Connection, turn: Turn) -> None:
    """Wait for a turn and keep it until the transaction ends. Raises StoreInUse after the patience."""
    if not _is_server(connection):
        return
    if turn in _LONG:
        _be_patient(connection, LONG_PATIENCE_SECONDS)
    connection.execute(_TAKE, {"turn": turn.value})
    if turn in _LONG:
        _be_patient(connection, PATIENCE_SECONDS)


def hold_profiles(connection: Connection, profiles: Iterable[ProfileId]) -> None:
    """Keep others from changing the rows of these profiles, and whatever is decided by them, until the transaction ends.

    A profile without a row is known to this transaction alone, or came in an import, of which there is one at a time.
    """
    if not _is_server(connection):
        return
    row = tables.profile.c.id
    for piece in chunks(sorted(profiles)):
        connection.execute(select(row).where(row.in_(piece)).order_by(row).with_for_update(key_share=True))


def hold_rows(connection: Connection, table: Table, condition: ColumnElement[bool]) -> None:
    """Keep others from changing these rows until the transaction ends."""
    if _is_server(connection):
        keys = list(table.primary_key.columns)
        connection.execute(select(*keys).where(condition).order_by(*keys).with_for_update(key_share=True))


def _is_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _be_patient(connection: Connection, seconds: int) -> None:
    connection.execute(_WAIT, {"milliseconds": str(seconds * 1000)})
