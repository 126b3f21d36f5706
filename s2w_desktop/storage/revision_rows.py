"""Revisions as rows and back. Parts are kept as canonical text: what is digested is what is stored."""

import json
from uuid import UUID

from s2w_desktop.domain.canonical import canonical
from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Part, Revision
from s2w_desktop.storage import tables
from s2w_desktop.storage.columns import AnyRow


def row_of(revision: Revision) -> dict[str, object]:
    """The row of a revision. Raises ValueError when a part is not the one that the head promises."""
    return {
        "id": revision.id,
        "profile": revision.profile,
        "device": revision.device,
        "epoch": revision.epoch,
        "lseq": revision.lseq,
        "officer": revision.officer,
        "clock": revision.clock,
        "schema_version": revision.schema,
        "hash": revision.hash(),
        "open_digest": revision.open_digest,
        "protected_digest": revision.protected_digest,
        "parents": parents_text(revision.parents),
        "open_text": _text(revision.open, revision.open_digest),
        "protected_text": _text(revision.protected, revision.protected_digest),
    }


COLUMNS = tuple(tables.revision.c)
"""What `revision_of` needs of a row, in this order."""


def revision_of(row: AnyRow) -> Revision:
    """The revision of a row that begins with `COLUMNS`."""
    id_, profile, device, epoch, lseq, officer, clock, schema, _, open_digest, protected_digest, parents, shown, hidden = row[:14]
    return Revision(
        id=RevisionId(id_),
        profile=ProfileId(profile),
        parents=parents_of(parents),
        device=DeviceId(device),
        epoch=epoch,
        lseq=lseq,
        officer=OfficerId(officer),
        clock=clock,
        schema=schema,
        open_digest=open_digest,
        protected_digest=protected_digest,
        open=_part(shown),
        protected=_part(hidden),
    )


def parents_text(parents: tuple[RevisionId, ...]) -> str:
    """Parents as canonical text."""
    return canonical([str(parent) for parent in parents]).decode() if parents else "[]"


def parents_of(text: str) -> tuple[RevisionId, ...]:
    """Parents of their text."""
    return tuple(RevisionId(UUID(parent)) for parent in json.loads(text))


def _text(part: Part | None, digest: str) -> str | None:
    if part is None:
        return None
    if part.digest() != digest:
        raise ValueError("a part does not fit its revision")
    return part.text.decode()


def _part(text: str | None) -> Part | None:
    return None if text is None else Part(text.encode())
