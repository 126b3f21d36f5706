"""The shield of people whose former work is worth something to persecutors (V17).

A field declares by `shielded_by` which yes-or-no question of its section takes it away. Once that is answered "yes", the
field holds nothing: not on the screen, not in what is saved, printed, handed over or merged. What an earlier revision
already says is forgotten as soon as that loses nothing else; see decisions/0220.
"""

from collections.abc import Collection, Iterable, Sequence

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.descent import below
from s2w_desktop.domain.fields import SHIELDED, Questionnaire, question_of
from s2w_desktop.domain.history import Resolution, resolve, standing
from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.revisions import Changes, Revision


def flag_of(questionnaire: Questionnaire, path: str) -> str | None:
    """The path of the question that shields this one; None for fields that none shields, or that nobody knows."""
    path = question_of(path)  # a remark may say what the answer said
    if path[path.rfind(".") + 1 :] not in questionnaire.shielded_keys:
        return None
    try:
        key = questionnaire.spec(path).shielded_by
    except KeyError:
        return None
    return f"{path[: path.rindex('.')]}.{key}" if key else None


def says_shield(questionnaire: Questionnaire, changes: Changes) -> bool:
    """Whether changes answer any question that shields others with yes. Where no revision does, nothing is shielded."""
    said = [path for path, plain in changes.items() if plain == SHIELDED]
    return any(path[path.rfind(".") + 1 :] in questionnaire.shields for path in said)


def resolve_shielded(questionnaire: Questionnaire, revisions: Iterable[Revision]) -> Resolution:
    """What a set of revisions says, without what is shielded: neither as a value nor as one side of a conflict.

    While colleagues disagree about the shield itself, it holds.
    """
    known = tuple(revisions)
    found = resolve(known)
    if not any(says_shield(questionnaire, revision.changes()) for revision in known):
        return found
    taken = {path for path in (*found.values, *found.conflicts) if is_shielded(questionnaire, path, found)}
    if not taken:
        return found
    values = {path: plain for path, plain in found.values.items() if path not in taken}
    conflicts = {path: claims for path, claims in found.conflicts.items() if path not in taken}
    return Resolution(values, conflicts, found.heads)


def restated(
    questionnaire: Questionnaire, revisions: Sequence[Revision], parents: Collection[RevisionId], changes: Changes
) -> dict[str, Plain]:
    """The changes of a new revision, and again what would be lost when the revisions that hold shielded words are forgotten.

    Where claims stand against each other, the one that is shown is said again: protection goes before bookkeeping.
    """
    found = resolve(revisions)
    after = Resolution({**found.values, **changes}, {}, found.heads)
    known = {revision.id: revision for revision in revisions}
    earlier = below(known, parents)
    said = dict(changes)
    for revision in revisions:
        if revision.id in earlier and _holds_shielded(questionnaire, revision, after):
            for path in _protected(revision):
                if path not in said and not is_shielded(questionnaire, path, after):
                    said[path] = found.values.get(path)
    return said


def forgettable(questionnaire: Questionnaire, revisions: Sequence[Revision]) -> tuple[RevisionId, ...]:
    """The revisions whose protected part holds shielded words and nothing else that a later revision does not say again.

    Their protected part may be forgotten: their hash, their number and every other view of the profile stay the same.
    """
    if not any(says_shield(questionnaire, revision.changes()) for revision in revisions):
        return ()
    found = resolve(revisions)
    holding = [revision for revision in revisions if _holds_shielded(questionnaire, revision, found)]
    if not holding:
        return ()
    last = {path: {writer.id for writer in writers} for path, writers in standing(revisions).items()}

    return tuple(
        revision.id
        for revision in holding
        if all(is_shielded(questionnaire, path, found) or revision.id not in last[path] for path in _protected(revision))
    )


def held_words(questionnaire: Questionnaire, revision: Revision) -> frozenset[str]:
    """The paths of a revision that a shield could take away and that say something."""
    protected = _protected(revision)
    return frozenset(path for path in protected if protected[path] is not None and flag_of(questionnaire, path))


def _holds_shielded(questionnaire: Questionnaire, revision: Revision, found: Resolution) -> bool:
    return any(is_shielded(questionnaire, path, found) for path in held_words(questionnaire, revision))


def is_shielded(questionnaire: Questionnaire, path: str, found: Resolution) -> bool:
    """Whether a path says what is shielded in a view: while colleagues disagree about the shield itself, it holds."""
    flag = flag_of(questionnaire, path)
    if flag is None:
        return False
    return found.values.get(flag) == SHIELDED or any(claim.plain == SHIELDED for claim in found.conflicts.get(flag, ()))


def _protected(revision: Revision) -> Changes:
    return revision.protected.changes if revision.protected else {}
