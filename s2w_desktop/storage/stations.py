"""Who this store is: station, keys, clock; and small settings by name."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from s2w_desktop.domain.stations import OldKeys, OwnKeys, Station
from s2w_desktop.storage import exchange_tables, numbers, tables
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.inserting import upsert
from s2w_desktop.storage.locks import Turn, take
from s2w_desktop.storage.numbers import Counter
from s2w_desktop.storage.rejections import begin_anew
from s2w_desktop.storage.station_rows import opened_keys, read_keys, read_station, sealed_keys, write_keys, write_station
from s2w_desktop.storage.thinned_rows import forget_words_sent

_old = exchange_tables.old_identity
SAVE_FACT = upsert(tables.fact, ("value",))


@dataclass(frozen=True)
class LastNumbers:
    """What a machine gave out last: an epoch, and in it a revision and a bundle; 0 for none."""

    epoch: int
    revision: int
    bundle: int


class StationBook:
    """Facts about this station."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def station(self) -> Station:
        """This station as it is now."""
        with self._database.reading() as connection:
            return read_station(connection)

    def keys(self) -> OwnKeys:
        """The secret keys of this machine."""
        with self._database.reading() as connection:
            return read_keys(connection, self._database.secrets)

    def save_station(self, station: Station) -> None:
        """Change names and languages.

        Raises ValueError for another device or epoch, because numbering hangs on them, and for a training store that would
        become a real one or the other way round: invented and real people never share a store.
        """
        with self._database.writing() as connection:
            take(connection, Turn.STATION)
            before = read_station(connection)
            if (before.device, before.epoch) != (station.device, station.epoch):
                raise ValueError("device and epoch change only by begin_epoch")
            if before.training != station.training:
                raise ValueError("a training store stays one")
            write_station(connection, station)

    def begin_epoch(self) -> Station:
        """After a restore: number anew, forget what was sent and confirmed, so that everything own is sent again."""
        with self._database.writing() as connection:
            return begin_epoch(connection)

    def last_numbers(self) -> LastNumbers:
        """The numbers of this epoch that were given out last."""
        with self._database.reading() as connection:
            revision, bundle = numbers.value(connection, Counter.REVISION), numbers.value(connection, Counter.BUNDLE)
            return LastNumbers(read_station(connection).epoch, revision, bundle)

    def rotate(self, new: OwnKeys, at: datetime) -> None:
        """Take new keys; the ones before stay known, so that what was written to them still opens.

        They count as replaced after all others, also where the clock was put back since.
        """
        with self._database.writing() as connection:
            take(connection, Turn.STATION)
            secrets = self._database.secrets
            before, last = read_keys(connection, secrets), connection.execute(select(func.max(_old.c.retired_at))).scalar()
            retired_at = at if last is None else max(at, last + timedelta(milliseconds=1))
            connection.execute(insert(_old), sealed_keys(before, secrets, _old) | {"retired_at": retired_at})
            write_keys(connection, new, secrets)

    def old_keys(self) -> tuple[OldKeys, ...]:
        """The keys before, those replaced last first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(_old).order_by(_old.c.retired_at.desc())).all()
        return tuple(OldKeys(opened_keys(row, self._database.secrets, _old), row.retired_at) for row in rows)

    def clock(self) -> int:
        """The last clock reading that was used or seen."""
        with self._database.reading() as connection:
            return numbers.value(connection, Counter.CLOCK)

    def observe_clock(self, reading: int, now_ms: int) -> None:
        """Move the clock on to a reading from elsewhere; one more than a day ahead is ignored."""
        with self._database.writing() as connection:
            numbers.see_clock(connection, reading, now_ms)


def begin_epoch(connection: Connection) -> Station:
    """See `StationBook.begin_epoch`."""
    take(connection, Turn.DISPATCH)
    take(connection, Turn.STATION)
    before = read_station(connection)
    station = replace(before, epoch=before.epoch + 1)
    write_station(connection, station)
    connection.execute(delete(tables.dispatch))
    connection.execute(delete(tables.acknowledgement).where(tables.acknowledgement.c.device == station.device))
    own = select(tables.revision.c.profile).where(tables.revision.c.device == station.device)
    affected = update(tables.profile).where(tables.profile.c.id.in_(own))
    connection.execute(affected.values(is_unsent=True, is_unconfirmed=True))
    anew = update(exchange_tables.erased).where(exchange_tables.erased.c.device == station.device)
    connection.execute(anew.values(is_confirmed=False, epoch=0, first_seq=0, last_seq=0))
    forget_words_sent(connection)
    begin_anew(connection)
    take(connection, Turn.NUMBERS)
    numbers.put(connection, Counter.REVISION, 0)
    numbers.put(connection, Counter.BUNDLE, 0)
    return station


class Facts:
    """Small settings of this store, text by name."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str | None:
        """The text under a name."""
        with self._database.reading() as connection:
            return connection.execute(select(tables.fact.c.value).where(tables.fact.c.name == name)).scalar()

    def set(self, name: str, value: str) -> None:
        """Put the text under a name."""
        with self._database.writing() as connection:
            connection.execute(SAVE_FACT, {"name": name, "value": value})
