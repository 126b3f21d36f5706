"""What people noted about matters of the inbox, and the facts that matters are found from beside those of `storage.inbox`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, func, select

from s2w_desktop.domain.ids import BundleId, DeviceId, OfficerId
from s2w_desktop.domain.matters import MatterKind, MatterNote
from s2w_desktop.storage import exchange_tables, tables
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.inserting import upsert

_matter, _quarantine, _bundle = exchange_tables.matter, tables.quarantine, tables.bundle_in
_SAVE = upsert(_matter, ("owner", "note", "closed_at", "closed_by"))

NoteKey = tuple[MatterKind, str]


@dataclass(frozen=True)
class Aside:
    """How many records of one bundle wait in quarantine for one reason."""

    bundle: BundleId
    device: DeviceId
    reason: str
    records: int


class MatterBook:
    """Notes by kind and key of their matter."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def notes(self) -> Mapping[NoteKey, MatterNote]:
        """Every note. One of a kind that a newer program added is left out."""
        known = [kind.value for kind in MatterKind]
        with self._database.reading() as connection:
            rows = connection.execute(select(_matter).where(_matter.c.kind.in_(known)).order_by(_matter.c.kind, _matter.c.key))
            return {(MatterKind(row.kind), row.key): _note(row) for row in rows}

    def put(self, key: NoteKey, note: MatterNote, *, instead_of: str | None = None) -> None:
        """Keep a note in place of the one before; `instead_of` is the key of a matter that went over into this one."""
        with self._database.writing() as connection:
            if instead_of is not None:
                _remove(connection, (key[0], instead_of))
            connection.execute(_SAVE, asdict(note) | {"kind": key[0].value, "key": key[1]})

    def asides(self) -> tuple[Aside, ...]:
        """Records in quarantine, counted by bundle and reason."""
        waiting = select(_quarantine.c.bundle, _bundle.c.device, _quarantine.c.reason, func.count())
        joined = waiting.join(_bundle, _bundle.c.id == _quarantine.c.bundle).where(_quarantine.c.is_resolved.is_(False))
        grouped = joined.group_by(_quarantine.c.bundle, _bundle.c.device, _quarantine.c.reason)
        with self._database.reading() as connection:
            rows = connection.execute(grouped.order_by(_quarantine.c.bundle, _quarantine.c.reason))
            return tuple(Aside(BundleId(bundle), DeviceId(device), reason, n) for bundle, device, reason, n in rows)


def _remove(connection: Connection, key: NoteKey) -> None:
    connection.execute(delete(_matter).where(_matter.c.kind == key[0].value, _matter.c.key == key[1]))


def _note(row: AnyRow) -> MatterNote:
    owner = OfficerId(row.owner) if row.owner else None
    closed_by = OfficerId(row.closed_by) if row.closed_by else None
    return MatterNote(owner, row.note, row.closed_at, closed_by)
