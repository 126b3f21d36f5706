"""A profile under which two people were recorded, after headquarters parted them: what still comes of the other one.

Parting leaves two revisions in the profile, one right after the other. The word stands on the last step of the one who left
and names the profile that is theirs now. The answer stands on the word and on everything else, says again what the one who
stayed had said, and takes the word back, so that the two profiles are not one.

Whoever had not heard of it may go on from a step of the one who left. Nothing of that is taken into the profile unseen: where the
answer did not speak of a question, it counts as having said what the profile said then, so that the two stand against each other.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.descent import above, below
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.joining import SAME_PERSON_IN_TEXT, SAME_PERSON_PATH, named_profile
from s2w_desktop.domain.revisions import Part, Revision

_MOST = 16  # partings of one profile that are looked at: whoever signs bundles decides how many there are

Shown = Callable[[Iterable[Revision]], Mapping[str, Plain]]


@dataclass(frozen=True)
class Divide:
    """One parting: the answer, the last step of the one who left, and the profile that is theirs now."""

    answer: RevisionId
    leaving: RevisionId
    other: ProfileId


def divides(revisions: Iterable[Revision]) -> tuple[Divide, ...]:
    """The partings among the revisions of a profile, in the order of clocks; the first ones where there are very many."""
    words = {one.id: one for one in revisions if one.open is not None and SAME_PERSON_IN_TEXT in one.open.text}
    found: list[Divide] = []
    for answer in sorted(words.values(), key=lambda one: (one.clock, one.id)) if len(words) > 1 else ():
        if answer.changes().get(SAME_PERSON_PATH, "") is not None:
            continue
        for word in (words[parent] for parent in answer.parents if parent in words):
            named = word.changes().get(SAME_PERSON_PATH)
            other = named_profile(named) if isinstance(named, str) else None
            if other is not None and len(word.parents) == 1 and _is_next(answer, word):
                found.append(Divide(answer.id, word.parents[0], other))
    return tuple(found[:_MOST])


def kept_apart(known: Mapping[RevisionId, Revision], shown: Shown) -> Mapping[RevisionId, Revision]:
    """The revisions as they count: what came of one who left stands against the answer. Only for looking: no hash fits them.

    `shown` gives what revisions say, without looking at partings.
    """
    for divide in divides(known.values()):
        known = _kept_apart(known, divide, shown)
    return known


def _kept_apart(known: Mapping[RevisionId, Revision], divide: Divide, shown: Shown) -> Mapping[RevisionId, Revision]:
    answer = known[divide.answer]
    of_leaving = above(known, [divide.leaving])
    staying = [parent for parent in answer.parents if parent not in of_leaving]
    theirs = below(known, [divide.leaving]) - below(known, staying)
    touched, before, after = above(known, theirs), below(known, answer.parents), above(known, [answer.id])
    both = (touched & before) - theirs
    foreign = touched - both - after
    said = answer.changes()
    cut = {id_: _without(known[id_], said) for id_ in theirs | both}
    paths = {path for id_ in foreign for path in cut.get(id_, known[id_]).changes()} - said.keys() - {SAME_PERSON_PATH}
    if not paths or not staying:
        return known
    own = [replace(cut.get(id_, known[id_]), parents=_but(known[id_], theirs)) for id_ in {*before, answer.id} - theirs]
    values = shown(own)
    changes = {**said, **{path: values.get(path) for path in paths}}
    found = {**known, **cut, **{one.id: one for one in own}}
    found[answer.id] = replace(found[answer.id], open=Part.of("", changes), protected=None)
    for id_ in after - {answer.id}:
        if answer.id in known[id_].parents:  # who knew the answer knew both
            found[id_] = replace(known[id_], parents=tuple({*known[id_].parents, divide.leaving}))
    return found


def _is_next(answer: Revision, word: Revision) -> bool:
    """Whether both were made in one go; a joint, which follows a word too, is of another profile."""
    made = answer.profile, answer.device, answer.epoch, answer.lseq
    return made == (word.profile, word.device, word.epoch, word.lseq + 1)


def _but(revision: Revision, left_out: set[RevisionId]) -> tuple[RevisionId, ...]:
    return tuple(parent for parent in revision.parents if parent not in left_out)


def _without(revision: Revision, said: Mapping[str, Plain]) -> Revision:
    changes = revision.changes()
    if changes.keys().isdisjoint(said):
        return revision
    left = {path: plain for path, plain in changes.items() if path not in said}
    return replace(revision, open=Part.of("", left), protected=None)
