"""What profiles that were joined say, and what each says again when they are parted.

A joined profile names another one; that word is a revision of its own. What headquarters decided where the two disagreed is a
second revision, of the other profile: the joint. Parting takes the word back, and the other profile says again what it would
say if there had never been a joint. So a profile that was joined is after the parting what it was, by construction.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from s2w_desktop.domain.answers import EntryRank, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.history import Resolution, in_order, standing
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.joining import SAME_PERSON_IN_TEXT, SAME_PERSON_PATH, named_profile
from s2w_desktop.domain.profile import Held, Profile, changes_between, read_profile
from s2w_desktop.domain.revisions import Changes, Revision, is_protected
from s2w_desktop.domain.shield import resolve_shielded

_CASE_NUMBER = "record.case_number"


@dataclass(frozen=True)
class Parting:
    """What two profiles have to say when they are parted, beside the word that is taken back.

    `leaving` are the parted profile and those that were joined into it, `stays` is the profile that goes on and `again` what it
    says again; `moved` are answers that were given on entries of the parted profile while it was joined: they go with it.
    """

    leaving: frozenset[ProfileId]
    stays: ProfileId
    again: Changes
    moved: Changes


def link_of(revisions: Iterable[Revision]) -> ProfileId | None:
    """Whom one profile names as the same person, out of its own revisions; the highest clock where two hands disagree."""
    own = {revision.id: revision for revision in revisions}
    if not any(one.open and SAME_PERSON_IN_TEXT in one.open.text for one in own.values()):
        return None
    word = _word(list(own.values()))
    shown = word.changes()[SAME_PERSON_PATH] if word else None
    return named_profile(shown) if isinstance(shown, str) else None


def tied_to(profile: ProfileId, links: Mapping[ProfileId, ProfileId]) -> frozenset[ProfileId]:
    """A profile and all that name it, directly or through others."""
    found, ahead = {profile}, [profile]
    while ahead:
        named = ahead.pop()
        more = {one for one, other in links.items() if other == named} - found
        found |= more
        ahead += more
    return frozenset(found)


def links_among(revisions: Iterable[Revision]) -> dict[ProfileId, ProfileId]:
    """Who names whom among the profiles of these revisions."""
    by_profile: dict[ProfileId, list[Revision]] = {}
    for revision in revisions:
        by_profile.setdefault(revision.profile, []).append(revision)
    found = {profile: link_of(own) for profile, own in by_profile.items()}
    return {profile: other for profile, other in found.items() if other is not None}


def joint_changes(questionnaire: Questionnaire, said: Sequence[Sequence[Revision]], wanted: Profile) -> dict[str, Plain]:
    """What the joint sets so that two profiles together say what is wanted; `said` are the revisions of each.

    Where colleagues disagree about one of the two, that stays open. The case number that holds is always among it: no other
    step says it again, so that is how a joint is told.
    """
    first, second, whole = (resolve_shielded(questionnaire, revisions) for revisions in (*said, [*said[0], *said[1]]))
    is_open = first.conflicts.keys() | second.conflicts.keys()
    seen = read_profile(questionnaire, wanted.id, whole.values)
    changes = {path: plain for path, plain in changes_between(seen, wanted).items() if path not in is_open}
    for path in whole.conflicts.keys() - is_open:
        if path in seen.held or path in wanted.held:  # else it is of a newer questionnaire, and stands for others to decide
            changes.setdefault(path, _plain(wanted.held.get(path)))
    changes.setdefault(_CASE_NUMBER, _plain(wanted.held.get(_CASE_NUMBER)))
    return changes


def _plain(held: Held | None) -> Plain:
    if held is None:
        return None
    return held.rank if isinstance(held, EntryRank) else to_plain(held)


def parting(questionnaire: Questionnaire, whole: Sequence[Revision], profile: ProfileId) -> Parting | None:
    """How a profile and those that name it are taken out of a person; `whole` are all revisions of the person.

    None when the profile names nobody.
    """
    links = links_among(whole)
    if profile not in links:
        return None
    leaving = tied_to(profile, links)
    staying = [one for one in whole if one.profile not in leaving]
    going = [one for one in whole if one.profile in leaving]
    word = _word([one for one in going if one.profile == profile])
    joint = next((one for one in staying if word is not None and _is_joint(one, word)), None)
    stays = joint.profile if joint else links[profile]
    again = dict(_given_back(questionnaire, staying, joint)) if joint else {}
    moved = _moved(questionnaire, whole, staying, going, word)
    again |= {path: None for path in moved if path in resolve_shielded(questionnaire, staying).values}
    mine = resolve_shielded(questionnaire, going).values
    return Parting(leaving, stays, again, {path: plain for path, plain in moved.items() if mine.get(path) != plain})


def without(revisions: Iterable[Revision], left_out: Collection[RevisionId]) -> list[Revision]:
    """The revisions as they would stand on each other if some had never been made. Only for looking: no hash fits them."""
    known = {revision.id: revision for revision in revisions}

    def bridged(parents: Iterable[RevisionId], passed: frozenset[RevisionId]) -> set[RevisionId]:
        found: set[RevisionId] = set()
        for parent in parents:
            if parent not in left_out or parent not in known:
                found.add(parent)
            elif parent not in passed:  # a circle, which only malice makes
                found |= bridged(known[parent].parents, passed | {parent})
        return found

    return [
        replace(revision, parents=tuple(sorted(bridged(revision.parents, frozenset()))))
        for revision in known.values()
        if revision.id not in left_out
    ]


def _given_back(questionnaire: Questionnaire, staying: Sequence[Revision], joint: Revision) -> Iterable[tuple[str, Plain]]:
    """What the joint decided and nobody decided since, as it would be without the joint."""
    now = resolve_shielded(questionnaire, staying)
    never = resolve_shielded(questionnaire, without(staying, {joint.id}))
    is_cut = any(one.open is None or one.protected is None for one in staying)
    for path in joint.changes():
        before = never.values.get(path)
        if path in never.conflicts or (now.values.get(path) == before and path not in now.conflicts):
            continue  # where colleagues disagree, people decide and not a parting
        if before is None and is_cut and is_protected(questionnaire, path):
            continue  # it stood in a part that is not here, or that was forgotten: nobody here may blank it
        yield path, before


def _moved(
    questionnaire: Questionnaire,
    whole: Sequence[Revision],
    staying: Sequence[Revision],
    going: Sequence[Revision],
    word: Revision | None,
) -> dict[str, Plain]:
    """What was said, after the joining, on entries that came with the parted profile."""
    if word is None:
        return {}
    late = _after(whole, word)
    own = {path for one in staying if one.id not in late for path in one.changes()}
    theirs = {path for one in going for path in one.changes() if path.endswith(".")} - own
    touched = {path for one in staying if one.id in late and not _is_joint(one, word) for path in one.changes()}
    entries = {entry for path in touched if (entry := _entry_of(path)) in theirs}
    seen: Resolution = resolve_shielded(questionnaire, whole)
    paths = {path for one in whole for path in one.changes() if _entry_of(path) in entries}
    return {path: seen.values.get(path) for path in sorted(paths)}


def _after(whole: Sequence[Revision], word: Revision) -> set[RevisionId]:
    """The revisions that descend from a word."""
    children: dict[RevisionId, list[RevisionId]] = {}
    for revision in whole:
        for parent in revision.parents:
            children.setdefault(parent, []).append(revision.id)
    found, ahead = set[RevisionId](), [word.id]
    while ahead:
        more = [one for one in children.get(ahead.pop(), ()) if one not in found]
        found.update(more)
        ahead += more
    return found


def _entry_of(path: str) -> str:
    """The path of the presence of the entry that a path lies in; of a single field, nothing."""
    return path[: path.rindex(".") + 1] if path.count(".") > 1 else ""


def _word(own: Sequence[Revision]) -> Revision | None:
    """The revision with which a profile names another one, or takes that back."""
    saying = standing(own).get(SAME_PERSON_PATH, ())
    return in_order(SAME_PERSON_PATH, saying)[-1].revision if saying else None


def _is_joint(revision: Revision, word: Revision) -> bool:
    """Whether a revision was made in one go with the word, right after it."""
    same = (revision.device, revision.epoch, revision.lseq - 1) == (word.device, word.epoch, word.lseq)
    return same and word.id in revision.parents and _CASE_NUMBER in revision.changes()
