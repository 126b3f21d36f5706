"""A profile that was carried on in several ways which contradict each other: what it takes to part two people recorded in it.

A way is what one side said without what the other said. Its last step is its tip. Steps of whoever knew both sides are in no way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.concepts import meaning
from s2w_desktop.domain.conflicts import conflicts_of, is_presence, settled_by
from s2w_desktop.domain.descent import above, below
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.history import Resolution
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.joining import SAME_PERSON_PATH
from s2w_desktop.domain.parted import divides
from s2w_desktop.domain.revisions import Changes, Part, Revision
from s2w_desktop.domain.shield import resolve_shielded

CASE_NUMBER_PATH = "record.case_number"


@dataclass(frozen=True)
class Way:
    """One way in which a profile was carried on: its last step, and everything that it says, by path."""

    tip: Revision
    values: Changes


@dataclass(frozen=True)
class Parted:
    """What a profile has to say once the person of one way has left it.

    `again` are the revisions that say what those who stay had said; several where they disagree among themselves. They stand on
    `after`. `earlier` is the profile in which the person who leaves is already, with the steps at which they got there, if so.
    """

    leaves: Way
    again: tuple[Changes, ...]
    after: tuple[RevisionId, ...]
    earlier: tuple[ProfileId, frozenset[RevisionId]] | None


def ways(questionnaire: Questionnaire, revisions: Iterable[Revision]) -> tuple[Way, ...]:
    """The ways in which one profile was carried on, in the order of clocks; none where nothing stands against each other.

    `revisions` are those of the profile alone, without profiles that are joined into it.
    """
    known = {revision.id: revision for revision in revisions}
    sides = [{side.said.id for side in one.sides} for one in conflicts_of(questionnaire, known.values())]
    reached: dict[RevisionId, set[RevisionId]] = {}
    for said in set[RevisionId]().union(*sides):
        for id_ in above(known, [said]):
            reached.setdefault(id_, set()).add(said)
    ahead = {id_ for id_, said in reached.items() if all(len(said & one) <= 1 for one in sides)}
    followed = {parent for id_ in ahead for parent in known[id_].parents}
    tips = sorted((known[id_] for id_ in ahead - followed), key=lambda one: (one.clock, one.id))
    return tuple(Way(tip, _said(questionnaire, known, tip)) for tip in tips) if len(tips) > 1 else ()


def parted(questionnaire: Questionnaire, revisions: Sequence[Revision], leaving: RevisionId) -> Parted | None:
    """How the person of the way that ends with `leaving` gets out of a profile; None where there is no such way."""
    found = {way.tip.id: way for way in ways(questionnaire, revisions)}
    if leaving not in found:
        return None
    known = {revision.id: revision for revision in revisions}
    staying = [id_ for id_ in found if id_ != leaving]
    theirs = below(known, [leaving]) - below(known, staying)
    both = above(known, theirs) - theirs
    decided = {id_: _decided(questionnaire, revisions, known[id_]) for id_ in both}
    gone = theirs | (below(known, [one.leaving for one in divides(revisions)]) - below(known, found))
    left = [_cut(one, decided.get(one.id, ()), gone) for one in known.values() if one.id not in gone]
    stays = resolve_shielded(questionnaire, left)
    paths = {path for id_ in theirs for path in known[id_].changes()}.union(*decided.values()) - {SAME_PERSON_PATH}
    heads = known.keys() - {parent for one in known.values() for parent in one.parents}
    after = tuple(sorted({*heads, *staying} - {leaving}))
    return Parted(found[leaving], _rounds(stays, paths), after, _earlier(known, leaving))


def _said(questionnaire: Questionnaire, known: Mapping[RevisionId, Revision], tip: Revision) -> Changes:
    return resolve_shielded(questionnaire, [known[id_] for id_ in below(known, [tip.id])]).values


def _decided(questionnaire: Questionnaire, revisions: Sequence[Revision], one: Revision) -> set[str]:
    """What somebody who knew both sides decided between them: it was asked about one person, and there are two."""
    settled = settled_by(questionnaire, revisions, one.id)
    entries = tuple(path for path in settled if is_presence(path))
    return {path for path in one.changes() if path in settled or path.startswith(entries)} if settled else set()


def _cut(revision: Revision, paths: Iterable[str], without: set[RevisionId]) -> Revision:
    """A revision without some of what it says, as if others had never been."""
    parents = tuple(parent for parent in revision.parents if parent not in without)
    said = {path: plain for path, plain in revision.changes().items() if path not in paths}
    if len(said) == len(revision.changes()):
        return replace(revision, parents=parents)
    return replace(revision, parents=parents, open=Part.of("", said), protected=None)


def _rounds(stays: Resolution, paths: Iterable[str]) -> tuple[Changes, ...]:
    """What is said again, in so many revisions as there are different answers to one question."""
    again = {path: _answers(stays, path) for path in sorted(paths)}
    most = max((len(answers) for answers in again.values()), default=1)
    return tuple({path: answers[turn] for path, answers in again.items() if turn < len(answers)} for turn in range(most))


def _answers(stays: Resolution, path: str) -> list[Plain]:
    """What is shown, and whatever stands against it, one of each meaning."""
    found = [stays.values.get(path)]
    for claim in stays.conflicts.get(path, ()):
        if meaning(claim.plain) not in map(meaning, found):
            found.append(claim.plain)
    return found


def _earlier(known: Mapping[RevisionId, Revision], leaving: RevisionId) -> tuple[ProfileId, frozenset[RevisionId]] | None:
    """The profile that the person has already, where an earlier parting gave it to them and this goes on from there."""
    before = below(known, [leaving])
    gone = [one for one in divides(known.values()) if one.leaving in before and one.answer not in before]
    if not gone:
        return None
    other = gone[-1].other
    return other, frozenset(one.leaving for one in gone if one.other == other)
