"""The view of a profile as a function of its set of revisions; merging is a set union.

Per path the writers that no other writer of the path descends from are its claims. One value: fine. Several different
values: a conflict, shown with all its claims, while the claim with the highest (clock, id) is displayed. Clocks order display and
break ties, never cause: causes come from parents alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.revisions import Revision


@dataclass(frozen=True)
class Claim:
    """One of several values that stand against each other, and the revision that wrote it."""

    revision: Revision
    plain: Plain


@dataclass(frozen=True)
class Resolution:
    """What a set of revisions says. `heads` are the revisions that none in the set has as a parent."""

    values: Mapping[str, Plain]
    conflicts: Mapping[str, tuple[Claim, ...]]
    heads: tuple[RevisionId, ...]


def resolve(revisions: Iterable[Revision]) -> Resolution:
    """The view of one profile's revisions; the same for every order and repetition of them."""
    known = {revision.id: revision for revision in revisions}
    if len(known) == 1:
        (only,) = known.values()
        return Resolution({p: v for p, v in only.changes().items() if v is not None}, {}, (only.id,))
    before = ancestors(known)
    values: dict[str, Plain] = {}
    conflicts: dict[str, tuple[Claim, ...]] = {}
    for path, writers in _writers(known.values()).items():
        claims = _claims(path, writers, before)
        shown = claims[-1].plain
        if shown is not None:
            values[path] = shown
        if any(claim.plain != shown for claim in claims):
            conflicts[path] = claims
    parents = {parent for revision in known.values() for parent in revision.parents}
    return Resolution(values, conflicts, tuple(sorted(id_ for id_ in known if id_ not in parents)))


def _writers(revisions: Iterable[Revision]) -> dict[str, list[Revision]]:
    writers: dict[str, list[Revision]] = {}
    for revision in revisions:
        for path in revision.changes():
            writers.setdefault(path, []).append(revision)
    return writers


def _claims(path: str, writers: list[Revision], before: Mapping[RevisionId, frozenset[RevisionId]]) -> tuple[Claim, ...]:
    """The maximal writers of a path, the one to display last."""
    overtaken = {older for writer in writers for older in before[writer.id]}
    maximal = [writer for writer in writers if writer.id not in overtaken] or writers  # none: a circle, which only malice makes
    standing = sorted(maximal, key=lambda writer: (writer.clock, writer.id))
    return tuple(Claim(writer, writer.changes()[path]) for writer in standing)


def ancestors(known: Mapping[RevisionId, Revision]) -> dict[RevisionId, frozenset[RevisionId]]:
    """All known ancestors of each revision, never itself; hostile circles of parents do no harm."""
    found: dict[RevisionId, frozenset[RevisionId]] = {}
    for start in known:
        reached: set[RevisionId] = set()
        ahead = list(known[start].parents)
        while ahead:
            current = ahead.pop()
            if current in reached or current not in known:
                continue
            reached.add(current)
            if current in found:
                reached |= found[current]
            else:
                ahead.extend(known[current].parents)
        found[start] = frozenset(reached - {start})
    return found
