"""Where the values of one path come from: who said one first, what all who disagree knew, what became of each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.concepts import meaning
from s2w_desktop.domain.descent import below
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.history import counting, standing
from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.revisions import Revision, is_protected


@dataclass(frozen=True)
class Before:
    """What was said before people disagreed; None for nothing.

    It is not known where they had disagreed already, or where what all of them knew is not here as a whole.
    """

    plain: Plain
    is_known: bool = True


class Fate(Enum):
    """What became of something that was said."""

    STANDS = "stands"
    CONTESTED = "contested"  # it stands against something else
    REPLACED = "replaced"  # by somebody who knew it
    NOT_CHOSEN = "not_chosen"  # by somebody who decided between it and something else


@dataclass(frozen=True)
class Saying:
    """A value in the history of a path, and what became of it."""

    revision: Revision
    plain: Plain
    fate: Fate


class Lineage:
    """The revisions of one profile, asked where what they say comes from."""

    def __init__(self, questionnaire: Questionnaire, revisions: Iterable[Revision]) -> None:
        self._questionnaire = questionnaire
        self.known: Mapping[RevisionId, Revision] = counting(revisions)
        self._before: dict[RevisionId, frozenset[RevisionId]] = {}

    def before(self, revision: RevisionId) -> frozenset[RevisionId]:
        """All known ancestors of a revision, never itself."""
        if revision not in self._before:
            self._before[revision] = frozenset(below(self.known, self.known[revision].parents)) - {revision}
        return self._before[revision]

    def past(self, revision: RevisionId) -> list[Revision]:
        """Everything known that a revision followed, in the order of ids."""
        return [self.known[id_] for id_ in sorted(self.before(revision))]

    def standing(self, path: str) -> list[Revision]:
        """The revisions by which the values of a path stand, in the order of clocks."""
        return self._standing(path, self.known.values())

    def said_first(self, path: str, one: Revision) -> Revision:
        """Who said what a revision says at a path: itself, or the one whose side it took in a conflict."""
        wanted, seen = meaning(one.changes()[path]), {one.id}
        while True:
            sides = self._standing(path, self.past(one.id))
            same = [side for side in sides if meaning(side.changes()[path]) == wanted and side.id not in seen]
            if not same or len(same) == len(sides):
                return one
            one = same[0]
            seen.add(one.id)

    def said_before(self, path: str, saying: Sequence[Revision]) -> Before:
        """What all of several revisions knew at a path when they said something else."""
        shared = set[RevisionId].intersection(*(self._reached(one.id) for one in saying))
        writers = self._standing(path, [self.known[id_] for id_ in shared if id_ in self.known])
        accounted = {id_ for writer in writers for id_ in (writer.id, *self._reached(writer.id))}
        values = [writer.changes()[path] for writer in writers]
        is_one = all(meaning(plain) == meaning(values[0]) for plain in values)
        if not is_one or any(self._may_hide(path, id_) for id_ in shared - accounted):
            return Before(None, is_known=False)
        return Before(values[-1] if values else None)

    def sayings(self, path: str) -> tuple[Saying, ...]:
        """Everything that was ever said at a path, in the order of clocks, what lost included."""
        writers = sorted((one for one in self.known.values() if path in one.changes()), key=_by_clock)
        kept = {one.id: meaning(one.changes()[path]) for one in self.standing(path)}
        last = Fate.CONTESTED if any(said != next(iter(kept.values())) for said in kept.values()) else Fate.STANDS
        return tuple(Saying(one, one.changes()[path], last if one.id in kept else self._end(path, one)) for one in writers)

    def _end(self, path: str, revision: Revision) -> Fate:
        """How something that was said and no longer stands came to its end."""
        said = meaning(revision.changes()[path])
        for later in self.known.values():
            if path in later.changes() and meaning(later.changes()[path]) != said and revision.id in self.before(later.id):
                sides = self._standing(path, self.past(later.id))
                if len(sides) > 1 and revision in sides:
                    return Fate.NOT_CHOSEN
        return Fate.REPLACED

    def _standing(self, path: str, among: Collection[Revision]) -> list[Revision]:
        """As `standing`, of revisions among which are all known ancestors of each."""
        return sorted(standing(among).get(path, ()), key=_by_clock)

    def _reached(self, start: RevisionId) -> set[RevisionId]:
        """All ancestors, those that never came included."""
        reached: set[RevisionId] = set()
        for id_ in (start, *self.before(start)):
            reached.update(self.known[id_].parents)
        return reached

    def _may_hide(self, path: str, id_: RevisionId) -> bool:
        """Whether a revision may have said something at a path that is not here."""
        revision = self.known.get(id_)
        if revision is None:
            return True
        return (revision.protected if is_protected(self._questionnaire, path) else revision.open) is None


def _by_clock(revision: Revision) -> tuple[int, RevisionId]:
    return revision.clock, revision.id
