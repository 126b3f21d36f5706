"""The view of a profile as a function of its set of revisions; merging is a set union.

Per path the writers that no other writer of the path descends from are its claims. One value: fine. Several different
values: a conflict, shown with all its claims, while the claim with the highest (clock, id) is displayed. Clocks order display and
break ties, never cause: causes come from parents alone. One concept picked in two languages is one value.

The word that a profile is of the same person as another is not part of the view: it says where the profile belongs, see
`domain.joined`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.concepts import meaning
from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.joining import SAME_PERSON_PATH
from s2w_desktop.domain.parted import kept_apart
from s2w_desktop.domain.revisions import MOST_PARENTS, Revision


@dataclass(frozen=True)
class Claim:
    """One of several values that stand against each other, and the revision that wrote it."""

    revision: Revision
    plain: Plain


@dataclass(frozen=True)
class Resolution:
    """What a set of revisions says.

    `heads` are the revisions that none in the set has as a parent, at most as many as a revision may follow: the latest.
    """

    values: Mapping[str, Plain]
    conflicts: Mapping[str, tuple[Claim, ...]]
    heads: tuple[RevisionId, ...]


def resolve(revisions: Iterable[Revision]) -> Resolution:
    """The view of one profile's revisions; the same for every order and repetition of them."""
    known = {revision.id: revision for revision in revisions}
    if len(known) == 1:
        (only,) = known.values()
        changes = only.changes().items()
        return Resolution({p: v for p, v in changes if v is not None and p != SAME_PERSON_PATH}, {}, (only.id,))
    values: dict[str, Plain] = {}
    conflicts: dict[str, tuple[Claim, ...]] = {}
    asked = kept_apart(known, _shown)
    said = {revision.id: revision.changes() for revision in asked.values()}
    for path, writers in _standing(asked).items():
        if path == SAME_PERSON_PATH:
            continue
        if len(writers) == 1:  # so it is with nearly all
            only_said = said[writers[0].id][path]
            if only_said is not None:
                values[path] = only_said
            continue
        claims = in_order(path, writers)
        shown = claims[-1].plain
        if shown is not None:
            values[path] = shown
        if any(claim.plain != shown and meaning(claim.plain) != meaning(shown) for claim in claims):
            conflicts[path] = claims
    return Resolution(values, conflicts, _heads(known))


def standing(revisions: Iterable[Revision]) -> dict[str, list[Revision]]:
    """Per path its writers as they count (`domain.parted`), without those that a later writer of the path descends from.

    The work grows with the history and not with its square: whoever signs a bundle decides how long a history is.
    """
    return _standing(counting(revisions))


def counting(revisions: Iterable[Revision]) -> Mapping[RevisionId, Revision]:
    """Revisions by id as they count after a parting, see `domain.parted`; nearly always as they are."""
    return kept_apart({revision.id: revision for revision in revisions}, _shown)


def _standing(known: Mapping[RevisionId, Revision]) -> dict[str, list[Revision]]:
    writers = _writers(known.values())
    contested = [path for path, found in writers.items() if len(found) > 1]
    said = dict.fromkeys(known, 0)
    for place, path in enumerate(contested):
        for writer in writers[path]:
            said[writer.id] |= 1 << place
    overtaken: dict[str, set[RevisionId]] = {}
    if contested:
        for id_, later in _said_later(known, said):
            for place in _places(said[id_] & later):
                overtaken.setdefault(contested[place], set()).add(id_)
    for path, older in overtaken.items():
        writers[path] = [writer for writer in writers[path] if writer.id not in older]
    return writers


def _shown(revisions: Iterable[Revision]) -> dict[str, Plain]:
    """What is shown of revisions, partings left aside."""
    found = _standing({revision.id: revision for revision in revisions})
    return {path: in_order(path, writers)[-1].plain for path, writers in found.items()}


def _heads(known: Mapping[RevisionId, Revision]) -> tuple[RevisionId, ...]:
    parents = {parent for revision in known.values() for parent in revision.parents}
    heads = [revision for revision in known.values() if revision.id not in parents]
    latest = sorted(heads, key=lambda revision: (revision.clock, revision.id))[-MOST_PARENTS:]
    return tuple(sorted(revision.id for revision in latest))


def _writers(revisions: Iterable[Revision]) -> dict[str, list[Revision]]:
    writers: dict[str, list[Revision]] = {}
    for revision in revisions:
        for path in revision.changes():
            writers.setdefault(path, []).append(revision)
    return writers


def in_order(path: str, writers: Iterable[Revision]) -> tuple[Claim, ...]:
    """The standing writers of a path, the one to display last."""
    ordered = sorted(writers, key=lambda writer: (writer.clock, writer.id))
    return tuple(Claim(writer, writer.changes()[path]) for writer in ordered)


def _said_later(known: Mapping[RevisionId, Revision], said: Mapping[RevisionId, int]) -> Iterator[tuple[RevisionId, int]]:
    """Each revision with what its descendants say, in bits as in `said`; children come before their parents.

    Revisions in a circle, which only malice makes, are taken as one step: none of them comes before another.
    """
    parents = {id_: [one for one in {*known[id_].parents} if one in known] for id_ in known}
    waiting = Counter(parent for found in parents.values() for parent in found)
    later = dict.fromkeys(known, 0)
    left, ready = set(known), [id_ for id_ in known if id_ not in waiting]
    while left:
        step = {ready.pop()} if ready else _circles(left, parents)
        after = reduce(or_, (later.pop(id_) for id_ in step))
        told = reduce(or_, (said[id_] for id_ in step), after)
        left -= step
        for id_ in step:
            yield id_, after
            for parent in parents[id_]:
                if parent in left:
                    later[parent] |= told
                    waiting[parent] -= 1
                    if not waiting[parent]:
                        ready.append(parent)


def _circles(left: Collection[RevisionId], parents: Mapping[RevisionId, Sequence[RevisionId]]) -> set[RevisionId]:
    """The revisions in circles and between them, out of a set where each has a child."""
    children: dict[RevisionId, list[RevisionId]] = {}
    waiting = dict.fromkeys(left, 0)
    for id_ in left:
        for parent in parents[id_]:
            if parent in waiting:
                children.setdefault(parent, []).append(id_)
                waiting[id_] += 1
    ready = [id_ for id_, count in waiting.items() if not count]
    while ready:
        first = ready.pop()
        del waiting[first]
        for child in children[first]:
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return set(waiting)


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
