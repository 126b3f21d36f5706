"""What headquarters could not take of this machine's own revisions, and how a correction says it again.

A revision never changes, so one that headquarters refused would be refused for ever. A later revision says again all that still
stands of it, with the correction; of the refused one only the number is sent from then on.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.descent import below
from s2w_desktop.domain.history import standing
from s2w_desktop.domain.ids import BundleId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Changes, Revision


@dataclass(frozen=True)
class Rejection:
    """An own revision that headquarters put aside: the code of the reason, the receipt that told it, and when that was read."""

    revision: RevisionId
    profile: ProfileId
    reason: str
    receipt: BundleId
    told_at: datetime


def said_again(
    revisions: Sequence[Revision], parents: Collection[RevisionId], changes: Changes, refused: Collection[RevisionId]
) -> tuple[dict[str, Plain], frozenset[RevisionId]]:
    """The changes of a new revision with all that still stands of refused ones before it; and the refused ones that it answers.

    Where what a refused one says stands against something else, a person has to decide first: that one is not answered.
    """
    known = {revision.id: revision for revision in revisions}
    earlier = below(known, parents)
    answered = {id_ for id_ in refused if id_ in earlier}
    if not answered:
        return dict(changes), frozenset()
    again: dict[str, tuple[Plain, set[RevisionId]]] = {}
    for path, writers in standing(known[id_] for id_ in earlier).items():
        theirs = {writer.id for writer in writers} & answered
        if not theirs or path in changes:
            continue
        said = [writer.changes()[path] for writer in writers]
        if all(plain == said[0] for plain in said):
            again[path] = said[0], theirs
        else:
            answered -= theirs
    return {**{path: plain for path, (plain, theirs) in again.items() if theirs & answered}, **changes}, frozenset(answered)
