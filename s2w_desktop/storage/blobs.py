"""Copies of documents in the store: kept once each under the SHA-256 of their bytes, apart from the answers that name them."""

import json
from datetime import datetime

from sqlalchemy import delete, exists, select

from s2w_desktop.domain.files import FILE_MARK, Blob, FileKind, files_in
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM
from s2w_desktop.storage import tables
from s2w_desktop.storage.blob_rows import add_blob
from s2w_desktop.storage.chunks import chunks
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.locks import Turn, take

_blob, _use, _working, _quarantine = tables.blob, tables.blob_use, tables.working, tables.quarantine


class BlobStore:
    """Reads give the state of one moment; every write is durable when it returns."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def add(self, blob: Blob, now: datetime) -> None:
        """Keep a copy. Call it before an answer names the copy: then no kill can leave an answer without it."""
        with self._database.writing() as connection:
            add_blob(connection, blob, now)

    def find(self, sha256: str) -> Blob | None:
        """The copy of a name; None when it is not here."""
        wanted = select(_blob.c.kind, _blob.c.content).where(_blob.c.sha256 == sha256)
        with self._database.reading() as connection:
            row = connection.execute(wanted).first()
        return Blob(sha256, FileKind(row.kind), row.content) if row else None

    def remove_unused(self, added_before: datetime) -> int:
        """Remove copies that nothing names, and that came before a moment; how many there were.

        Named they are by revisions, by open work, and by records that wait for a newer program.

        Only while no interview is open and no bundle is taken in: an interview may still bring an answer back by undo.
        """
        named = exists().where(_use.c.sha256 == _blob.c.sha256)
        unused = select(_blob.c.sha256).where(~named, _blob.c.added_at < added_before)
        open_work = select(_working.c.changes).where(_working.c.changes.contains(FILE_MARK, autoescape=True))
        held_up = select(_quarantine.c.raw).where(_quarantine.c.reason == NEWER_PROGRAM, _quarantine.c.is_resolved.is_(False))
        with self._database.reading() as connection:
            found = set(connection.execute(unused).scalars())
            for changes in connection.execute(open_work).scalars() if found else ():
                found -= set(files_in(json.loads(changes)))
            for untrusted_line in connection.execute(held_up).scalars() if found else ():
                found -= {sha256 for sha256 in found if sha256.encode("ascii") in untrusted_line}
        if found:
            with self._database.writing() as connection:
                take(connection, Turn.IMPORT)  # a bundle may just now bring a revision that names one
                for piece in chunks(found):
                    connection.execute(delete(_blob).where(_blob.c.sha256.in_(piece), ~named))
        return len(found)
