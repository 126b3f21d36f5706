"""Which revisions stand on which: by their parents alone, never by clocks."""

from collections.abc import Iterable, Mapping

from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.revisions import Revision


def below(known: Mapping[RevisionId, Revision], starts: Iterable[RevisionId]) -> set[RevisionId]:
    """These revisions and all their known ancestors."""
    reached: set[RevisionId] = set()
    ahead = list(starts)
    while ahead:
        current = ahead.pop()
        if current in known and current not in reached:
            reached.add(current)
            ahead.extend(known[current].parents)
    return reached


def above(known: Mapping[RevisionId, Revision], starts: Iterable[RevisionId]) -> set[RevisionId]:
    """These revisions and everything known that descends from one of them."""
    children: dict[RevisionId, list[RevisionId]] = {}
    for revision in known.values():
        for parent in revision.parents:
            children.setdefault(parent, []).append(revision.id)
    reached: set[RevisionId] = set()
    ahead = list(starts)
    while ahead:
        current = ahead.pop()
        if current not in reached:
            reached.add(current)
            ahead.extend(children.get(current, ()))
    return reached & known.keys()
