"""Templates that were installed here, newest last; what was removed stays known, so that an older one cannot come back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.template_errors import (
    StaleTemplate,
)
from s2w_desktop.storage import tables
from s2w_desktop.storage.columns import AnyRow
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.locks import Turn, take

_table = tables.template
_COLUMNS = (_table.c.template_id, _table.c.version, _table.c.content, _table.c.signer, _table.c.installed_at)


@dataclass(frozen=True)
class StoredTemplate:
    """A file as it came, checked when it was installed. `signer` is the headquarters whose key signed it."""

    template_id: str
    version: int
    content: bytes
    signer: DeviceId
    installed_at: datetime


class TemplateBook:
    """Every call is one transaction, durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def installed(self) -> tuple[StoredTemplate, ...]:
        """Those that were not removed, the one installed last first."""
        wanted = select(*_COLUMNS).where(_table.c.is_removed.is_(False)).order_by(_table.c.number.desc())
        with self._database.reading() as connection:
            return tuple(_stored(row) for row in connection.execute(wanted))

    def install(self, template: StoredTemplate) -> None:
        """Keep a template beside those of before. The same file again is as good as new, also after a removal.

        Raises StaleTemplate when a newer version of it, or another text of the same version, was ever installed here.
        """
        mine = _table.c.template_id == template.template_id
        same = mine & (_table.c.version == template.version)
        with self._database.writing() as connection:
            take(connection, Turn.TEMPLATES)
            known = connection.execute(select(func.max(_table.c.version)).where(mine)).scalar() or 0
            content = connection.execute(select(_table.c.content).where(same)).scalar()
            if template.version < known or (content is not None and content != template.content):
                raise StaleTemplate(template.version, known)
            next_number = (connection.execute(select(func.max(_table.c.number))).scalar() or 0) + 1
            connection.execute(delete(_table).where(same))
            connection.execute(
                insert(_table).values(
                    number=next_number,
                    template_id=template.template_id,
                    version=template.version,
                    content=template.content,
                    signer=template.signer,
                    installed_at=template.installed_at,
                    is_removed=False,
                )
            )

    def remove_all(self) -> int:
        """Let no template be in force; how many were installed."""
        with self._database.writing() as connection:
            removing = update(_table).where(_table.c.is_removed.is_(False)).values(is_removed=True)
            return connection.execute(removing).rowcount


def _stored(row: AnyRow) -> StoredTemplate:
    template_id, version, content, signer, installed_at = row
    return StoredTemplate(template_id, version, content, DeviceId(signer), installed_at)
