"""Where an editing session leaves what it changes: in the store, or nowhere."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from s2w_desktop.domain.conflicts import open_questions
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.profile import read_profile
from s2w_desktop.domain.putting_aside import is_for_the_officer
from s2w_desktop.domain.rejections import said_again
from s2w_desktop.domain.revisions import Changes, Origin, Revision, make_revision
from s2w_desktop.domain.shield import forgettable, resolve_shielded, restated
from s2w_desktop.domain.summary import Summary, found_by_too, summarise
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import OpenWorkChanged, StoredProfile, View, Working


@dataclass(frozen=True)
class Editors:
    """What every session needs, whoever opens it."""

    store: Store
    questionnaire: Questionnaire
    officer: OfficerId
    sources: Sources


class Keeper(Protocol):
    """Takes what a session saves. `is_lasting` tells whether anything survives the session."""

    is_lasting: bool

    def save(self, working: Working, summary: Summary, last: Working | None) -> None:
        """Take the open work; `last` is what the session saved before. Raises OpenWorkChanged and what the store raises."""

    def steps_of(self, profile: ProfileId) -> Sequence[Revision]:
        """Make final what is in the store of the officer's open work; gives all steps of theirs, the newest first."""

    def seal(self, profile: ProfileId) -> None:
        """The session ends: make the open work final. Raises what the store raises."""


class StoreKeeper:
    """Everything is durable when a call returns."""

    is_lasting = True

    def __init__(self, editors: Editors) -> None:
        self._editors = editors

    def save(self, working: Working, summary: Summary, last: Working | None) -> None:
        """Commit the open work in one small transaction."""
        self._editors.store.profiles.save_working(working, summary, last)

    def steps_of(self, profile: ProfileId) -> Sequence[Revision]:
        """Revisions of this machine by the officer, after what another window of theirs left was turned into one."""
        store, officer = self._editors.store, self._editors.officer
        seal(self._editors, profile, officer)
        device = store.stations.station().device
        known = store.profiles.load(profile).revisions
        return [one for one in reversed(known) if (one.device, one.officer) == (device, officer)]

    def seal(self, profile: ProfileId) -> None:
        """Turn the officer's open work into a revision."""
        seal(self._editors, profile, self._editors.officer)


class NoKeeper:
    """Nothing is kept: the session's own memory is the only place where the answers are."""

    is_lasting = False

    def save(self, working: Working, summary: Summary, last: Working | None) -> None:
        """Let go of it."""

    def steps_of(self, profile: ProfileId) -> Sequence[Revision]:  # noqa: ARG002  # nobody can make final what is not kept
        """There are none."""
        return ()

    def seal(self, profile: ProfileId) -> None:
        """There is nothing to make final."""


def seal(editors: Editors, profile: ProfileId, *officers: OfficerId) -> None:
    """Turn the open work of a profile into revisions: that of these officers, without any of everybody.

    Each revision is its officer's and stands on what they knew. Nothing happens where there is no open work. Who still has the
    profile on screen goes on after that revision, see `EditingSession.save`. Raises UnknownProfile and what the store raises.
    """
    while True:
        stored = editors.store.profiles.load(profile)
        working = next((one for one in stored.workings if not officers or one.officer in officers), None)
        if working is None:
            return
        with suppress(OpenWorkChanged):  # saved or made final meanwhile: look again
            add_step(editors, stored, working.parents, working.changes, ends=working)


def add_step(
    editors: Editors,
    stored: StoredProfile,
    parents: Collection[RevisionId],
    changes: Changes,
    *,
    ends: Working | None = None,
) -> Revision:
    """A revision of this machine after others, by the officer at work, or by whoever did the open work that it ends.

    Earlier revisions forget the words that it shields, see `domain.shield`. What headquarters refused of them is said again in
    it, see `domain.rejections`. Raises OpenWorkChanged when the open work is not
    there as given.
    """
    officer = ends.officer if ends else editors.officer
    profile = stored.id
    again, answers = said_again(stored.revisions, parents, changes, _refused(editors, profile))
    said = restated(editors.questionnaire, stored.revisions, parents, again)

    return editors.store.profiles.seal(
        profile,
        make=revision_maker(editors, profile, parents, said, officer),
        ends=ends,
        now_ms=editors.sources.now_ms(),
        view=lambda revisions: view_of(editors.questionnaire, profile, revisions, editors.sources.today()),
        forget=lambda revisions: forgettable(editors.questionnaire, revisions),
        whole=lambda root, revisions: view_of(editors.questionnaire, root, revisions, editors.sources.today()),
        answers=answers,
    )


def revision_maker(
    editors: Editors, profile: ProfileId, parents: Collection[RevisionId], changes: Changes, officer: OfficerId | None = None
) -> Callable[[int, int], Revision]:
    """Makes a revision of this machine once its number and its clock are known; `officer` where it is not the one at work."""
    station = editors.store.stations.station()

    def make(lseq: int, clock: int) -> Revision:
        return make_revision(
            questionnaire=editors.questionnaire,
            profile=profile,
            parents=tuple(parents),
            origin=Origin(station.device, station.epoch, lseq, officer or editors.officer, clock),
            changes=changes,
            new_id=editors.sources.new_id,
            new_salt=editors.sources.new_salt,
        )

    return make


def say_again(editors: Editors, profile: ProfileId) -> bool:
    """A revision that says again what headquarters refused of a profile, as it stands: somebody found nothing to correct.

    Gives whether there was anything that the officer can answer so. Raises UnknownProfile and what the store raises.
    """
    stored = editors.store.profiles.load(profile)
    heads = resolve_shielded(editors.questionnaire, stored.revisions).heads
    _, answers = said_again(stored.revisions, heads, {}, _refused(editors, profile))
    if answers:
        add_step(editors, stored, heads, {})
    return bool(answers)


def _refused(editors: Editors, profile: ProfileId) -> list[RevisionId]:
    """What headquarters refused of a profile and a correction can answer."""
    waiting = editors.store.rejections.of([profile]).get(profile, ())
    return [one.revision for one in waiting if is_for_the_officer(one.reason)]


def view_of(questionnaire: Questionnaire, profile: ProfileId, revisions: Sequence[Revision], today: date) -> View:
    """The list row of a set of revisions. Somebody of several profiles is found by what each of them says of the name too."""
    resolution = resolve_shielded(questionnaire, revisions)
    summary = summarise(questionnaire, read_profile(questionnaire, profile, resolution.values), today)
    by_profile: dict[ProfileId, list[Revision]] = {}
    for revision in revisions:
        by_profile.setdefault(revision.profile, []).append(revision)
    for joined, own in by_profile.items() if len(by_profile) > 1 else ():
        values = resolve_shielded(questionnaire, own).values
        summary = found_by_too(summary, read_profile(questionnaire, joined, values), today)
    return View(
        profile=profile,
        summary=summary,
        conflicts=len(open_questions(resolution)),
        changed=max((revision.clock for revision in revisions), default=0),
    )
