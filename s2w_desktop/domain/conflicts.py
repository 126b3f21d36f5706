"""What stands against each other in a profile, as questions that a person can decide, and what deciding them changes.

An entry that one colleague took out and another changed is one question: answering it decides its answers with it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.concepts import meaning
from s2w_desktop.domain.fields import Questionnaire, question_of
from s2w_desktop.domain.history import Claim, Resolution
from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.lineage import Before, Lineage
from s2w_desktop.domain.revisions import Changes, Part, Revision
from s2w_desktop.domain.shield import resolve_shielded

_NOTHING: Changes = MappingProxyType({})


@dataclass(frozen=True)
class Side:
    """One of the values. `standing` is the revision by which it stands; `said` said it first, for a decision only repeats it.

    `entry` holds, by path, the answers of an entry as this side knew them, where the conflict is about one.
    """

    plain: Plain
    standing: Revision
    said: Revision
    entry: Changes = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True)
class Conflict:
    """A question with several answers, the first said first. `entry_before` is as `Side.entry`, of what all sides knew."""

    path: str
    before: Before
    sides: tuple[Side, ...]
    entry_before: Changes = field(default_factory=lambda: _NOTHING)

    @property
    def is_about_entry(self) -> bool:
        """Whether an entry was taken out by one and kept by another."""
        return is_presence(self.path) and any(side.plain is None for side in self.sides)


def is_presence(path: str) -> bool:
    """Whether a path tells if an entry is there, and where."""
    return path.endswith(".")


def open_questions(found: Resolution) -> tuple[str, ...]:
    """The paths about which a person has to be asked; the answers of an entry that may be gone are asked about with it."""
    doubtful = {path for path, claims in found.conflicts.items() if is_presence(path) and _is_removal(claims)}
    return tuple(path for path in found.conflicts if path in doubtful or _presence_of(path) not in doubtful)


def conflicts_of(questionnaire: Questionnaire, revisions: Iterable[Revision]) -> tuple[Conflict, ...]:
    """Everything about which a person has to be asked, in the order of the questionnaire."""
    lineage = Lineage(questionnaire, revisions)
    found = resolve_shielded(questionnaire, lineage.known.values())
    asked = sorted(open_questions(found), key=_order(questionnaire))
    return tuple(_conflict(questionnaire, lineage, path, found.conflicts[path]) for path in asked)


def deciding(questionnaire: Questionnaire, revisions: Sequence[Revision], chosen: Changes) -> dict[str, Plain]:
    """What a revision after all heads has to set so that these values hold.

    An entry that stays gets its answers back that whoever took it out had blanked; where colleagues who kept it disagree, that
    stays a question. An entry that goes takes its answers with it.
    """
    found = resolve_shielded(questionnaire, revisions)
    changes = dict(chosen)
    for path, plain in chosen.items():
        if is_presence(path) and _is_removal(found.conflicts.get(path, ())):
            inside = _taken_out(found, path) if plain is None else _given_back(questionnaire, revisions, found, path)
            changes = {**inside, **changes}
    return changes


def settled_by(questionnaire: Questionnaire, revisions: Iterable[Revision], decision: RevisionId) -> tuple[str, ...]:
    """The questions that a revision decided, in the order of the questionnaire; none for an ordinary edit."""
    lineage = Lineage(questionnaire, revisions)
    return _settled(questionnaire, lineage, lineage.known[decision])


def taking_back(questionnaire: Questionnaire, revisions: Iterable[Revision], decision: RevisionId) -> tuple[Changes, ...]:
    """What revisions beside a decision, with its parents, have to set so that what it decided is a question again.

    Each says what the decision left out; several are needed where it left out more than one value. Nothing is brought back that
    somebody changed after the decision, or that stands against it already; none at all: there is nothing to take back.
    """
    lineage = Lineage(questionnaire, revisions)
    decided = lineage.known[decision]
    then = resolve_shielded(questionnaire, lineage.past(decision))
    settled = _settled(questionnaire, lineage, decided)
    standings = {path: lineage.standing(path) for path in decided.changes()}
    entries = tuple(path for path in settled if is_presence(path) and decided in standings[path])
    lost: dict[str, list[Plain]] = {}
    for path, plain in decided.changes().items():
        standing = standings[path]
        if (path in settled or path.startswith(entries)) and decided in standing:
            there = [meaning(plain), *(meaning(one.changes()[path]) for one in standing)]
            lost[path] = _others(then, path, there)
    rounds = max((len(values) for values in lost.values()), default=0)
    return tuple({path: values[turn] for path, values in lost.items() if turn < len(values)} for turn in range(rounds))


def _conflict(questionnaire: Questionnaire, lineage: Lineage, path: str, claims: Sequence[Claim]) -> Conflict:
    sides = [Side(one.plain, one.revision, lineage.said_first(path, one.revision)) for one in claims]
    sides.sort(key=lambda side: (side.said.clock, side.said.id, side.standing.id))
    before = lineage.said_before(path, [side.standing for side in sides])
    if not before.is_known:  # after a decision was taken back, they all know what they disagreed about
        before = lineage.said_before(path, [side.said for side in sides])
    found = Conflict(path, before, tuple(sides))
    if not found.is_about_entry:
        return found
    shared = frozenset.intersection(*(lineage.before(side.said.id) for side in sides))
    entry_before = _inside(questionnaire, path, [lineage.known[id_] for id_ in sorted(shared)])
    with_entry = (replace(side, entry=_inside(questionnaire, path, _knew(lineage, side))) for side in sides)
    return replace(found, sides=tuple(with_entry), entry_before=entry_before)


def _knew(lineage: Lineage, side: Side) -> list[Revision]:
    return [] if side.plain is None else [*lineage.past(side.said.id), side.said]


def _inside(questionnaire: Questionnaire, entry: str, revisions: Sequence[Revision]) -> Changes:
    values = resolve_shielded(questionnaire, revisions).values
    return MappingProxyType({path: plain for path, plain in values.items() if path.startswith(entry) and path != entry})


def _taken_out(found: Resolution, entry: str) -> dict[str, Plain]:
    return {path: None for path in (*found.values, *found.conflicts) if path.startswith(entry)}


def _given_back(questionnaire: Questionnaire, revisions: Sequence[Revision], found: Resolution, entry: str) -> dict[str, Plain]:
    """What an entry says when those who took it out are not asked, as far as it says something else now."""
    lineage = Lineage(questionnaire, revisions)
    keeping = [lineage.said_first(entry, one.revision) for one in found.conflicts[entry] if one.plain is not None]
    knew = {id_ for one in keeping for id_ in lineage.before(one.id)}
    kept = [one if one.id in knew else _without_removal(one, entry) for one in revisions]
    wanted = resolve_shielded(questionnaire, kept)
    paths = [path for path in {**wanted.values, **found.values, **found.conflicts} if path.startswith(entry) and path != entry]
    return {
        path: wanted.values.get(path)
        for path in paths
        if path not in wanted.conflicts and (path in found.conflicts or found.values.get(path) != wanted.values.get(path))
    }


def _without_removal(revision: Revision, entry: str) -> Revision:
    """A revision as if it had not taken an entry out."""
    changes = revision.changes()
    if changes.get(entry, 0) is not None:
        return revision
    return replace(revision, open=Part.of("", {p: v for p, v in changes.items() if not p.startswith(entry)}), protected=None)


def _settled(questionnaire: Questionnaire, lineage: Lineage, decided: Revision) -> tuple[str, ...]:
    then = resolve_shielded(questionnaire, lineage.past(decided.id))
    said = decided.changes()
    return tuple(sorted((path for path in open_questions(then) if path in said), key=_order(questionnaire)))


def _others(then: Resolution, path: str, there: list[Plain]) -> list[Plain]:
    """What was said at a path, one of each meaning, but for what is there."""
    claims = then.conflicts.get(path)
    found: list[Plain] = []
    for plain in [claim.plain for claim in claims] if claims else [then.values.get(path)]:
        if meaning(plain) not in there:
            there = [*there, meaning(plain)]
            found.append(plain)
    return found


def _is_removal(claims: Sequence[Claim]) -> bool:
    return any(claim.plain is None for claim in claims)


def _presence_of(path: str) -> str:
    """The path of the presence of the entry in which an answer stands; empty for others."""
    return path[: path.rindex(".") + 1] if path.count(".") > 1 and not is_presence(path) else ""


def _order(questionnaire: Questionnaire) -> Callable[[str], tuple[int, str, int, str]]:
    """A key to sort paths by: as the questionnaire asks, entry by entry, the entry itself first; unknown ones last."""
    places: Mapping[str, int] = {section.key: place for place, section in enumerate(questionnaire.sections)}

    def key(path: str) -> tuple[int, str, int, str]:
        section, _, rest = path.partition(".")
        entry, _, name = rest.rpartition(".")
        if section not in places:
            return len(places), entry, 0, path
        fields = list(questionnaire.by_key[section].by_key)
        asked = question_of(name)
        return places[section], entry, fields.index(asked) if asked in fields else -1, path

    return key
