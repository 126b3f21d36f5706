"""The last receipt that was followed: at a laptop its own memory, at headquarters what each laptop says."""

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, or_, select, update

from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.bundle_values import BundleIn
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.exchange_values import Word
from s2w_desktop.storage.inserting import upsert

_heard, _order, _share = exchange_tables.heard, exchange_tables.order_out, exchange_tables.share
_in = tables.bundle_in
_SAVE = upsert(_heard, ("epoch", "seq"))


class HeardBook:
    """Who heard what."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def all(self) -> dict[DeviceId, Word]:
        """The last receipt of each machine: at a laptop of its headquarters, at headquarters of each laptop."""
        with self._database.reading() as connection:
            return {DeviceId(row.device): Word(row.epoch, row.seq) for row in connection.execute(select(_heard))}


def last_heard(connection: Connection, device: DeviceId) -> Word | None:
    """The last receipt of one machine."""
    row = connection.execute(select(_heard.c.epoch, _heard.c.seq).where(_heard.c.device == device)).first()
    return Word(row.epoch, row.seq) if row else None


def keep_heard(connection: Connection, device: DeviceId, word: Word) -> None:
    """This receipt was followed."""
    connection.execute(_SAVE, {"device": device, "epoch": word.epoch, "seq": word.seq})


def note_heard(connection: Connection, came: BundleIn, word: Word | None) -> None:
    """A laptop says with a bundle which receipt of ours it followed last. Only its newest bundle counts, whatever came first.

    A laptop in a new epoch, or one that heard less than before, lost its memory: it gets everything again.
    """
    device = came.device
    later = or_(_in.c.epoch > came.epoch, and_(_in.c.epoch == came.epoch, _in.c.seq > came.seq))
    if connection.execute(select(_in.c.id).where(_in.c.device == device, later).limit(1)).first() is not None:
        return
    earlier = select(_in.c.id).where(_in.c.device == device, _in.c.epoch >= came.epoch, _in.c.id != came.id).limit(1)
    before = last_heard(connection, device)
    if before is not None and connection.execute(earlier).first() is None:
        _forget_since(connection, device, None)
    elif before is not None and (word is None or (word.epoch, word.seq) < (before.epoch, before.seq)):
        _forget_since(connection, device, word)
    if word is None:
        connection.execute(delete(_heard).where(_heard.c.device == device))
        return
    keep_heard(connection, device, word)
    orders = (_order.c.device == device) & _reached(_order, "epoch", "first_seq", word)
    connection.execute(update(_order).where(orders).values(is_heard=True))
    shares = (_share.c.device == device) & _reached(_share, "sent_epoch", "sent_seq", word)
    connection.execute(update(_share).where(shares).values(heard_digest=_share.c.sent_digest))


def _reached(table: Table, epoch: str, seq: str, word: Word) -> ColumnElement[bool]:
    return and_(table.c[epoch] == word.epoch, table.c[seq] > 0, table.c[seq] <= word.seq)


def _forget_since(connection: Connection, device: DeviceId, word: Word | None) -> None:
    """Orders and outcomes that the laptop had heard and lost; those it still has stay heard."""
    lost: ColumnElement[bool] = _order.c.is_heard.is_(True)
    if word is not None:
        lost &= or_(_order.c.epoch > word.epoch, and_(_order.c.epoch == word.epoch, _order.c.first_seq > word.seq))
    orders = update(_order).where(_order.c.device == device, lost)
    connection.execute(orders.values(is_heard=False, epoch=0, first_seq=0))
    nothing = {"sent_epoch": 0, "sent_seq": 0, "sent_digest": "", "heard_digest": ""}
    connection.execute(update(_share).where(_share.c.device == device).values(**nothing))
