"""Parting two people who were recorded under one profile, as two copies of one laptop do: the one who leaves gets their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.exchange_errors import ConflictChanged, UnknownConflict
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.joining import SAME_PERSON_PATH
from s2w_desktop.domain.profile import read_profile
from s2w_desktop.domain.revisions import MOST_PARENTS, Changes, Revision
from s2w_desktop.domain.shield import forgettable, resolve_shielded, restated
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.summary import summarise
from s2w_desktop.domain.two_people import CASE_NUMBER_PATH, Parted, parted, ways
from s2w_desktop.domain.voices import Voice
from s2w_desktop.services.case_numbers import free_case_number
from s2w_desktop.services.keeping import Editors, revision_maker, seal, view_of
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.voices import Voices
from s2w_desktop.storage.joining import Make
from s2w_desktop.storage.two_people import Apart


@dataclass(frozen=True)
class Side:
    """Somebody who may be recorded in a profile: the last step of what was said about them, by whom, and their name in it."""

    tip: RevisionId
    voice: Voice
    name: str


@dataclass(frozen=True)
class ProfileSides:
    """Everybody who may be recorded in one profile, in the order of clocks; nobody where nothing stands against each other."""

    profile: ProfileId
    case_number: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Left:
    """Where the person who left is now; `is_new` is False where an earlier parting had given them that profile."""

    profile: ProfileId
    case_number: str
    is_new: bool


class TwoPeople:
    """Parts them at headquarters, by a person's word. The profiles can be joined again with `services.joining`."""

    def __init__(self, editors: Editors, permits: Permits) -> None:
        self._editors, self._permits = editors, permits
        self._store, self._questionnaire = editors.store, editors.questionnaire

    def of(self, profile: ProfileId) -> ProfileSides:
        """Who may be recorded in a profile. Raises UnknownProfile and NotPermitted."""
        self._permits.check(Act.READ_PROFILES)
        revisions, voices = self._store.shares.revisions(profile), Voices(self._editors)
        today = self._editors.sources.today()
        sides = []
        for way in ways(self._questionnaire, revisions):
            row = summarise(self._questionnaire, read_profile(self._questionnaire, profile, way.values), today)
            sides.append(Side(way.tip.id, voices.of(way.tip), row.name))
        return ProfileSides(profile, self._store.joins.case_numbers([profile]).get(profile, ""), tuple(sides))

    def part(self, seen: ProfileSides, leaving: RevisionId) -> Left:
        """Give the person of one side a profile and a case number of their own, with everything that was said there.

        The others keep the profile; what was decided between the two counts no more, what somebody who knew both said besides
        stays. Both profiles travel to the laptops that know the one. What a laptop that had not heard of it says later of the
        person who left is a conflict again; parted once more, it goes to the profile that is theirs.
        Raises NotPermitted, WrongRole at a laptop, UnknownConflict for no such side, ConflictChanged when something came since
        it was looked at, ProfileErased, UnknownProfile. Then nothing has happened.
        """
        if self._store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        self._permits.require(Act.SETTLE_CONFLICTS, seen.profile)
        seal(self._editors, seen.profile)
        revisions = self._store.shares.revisions(seen.profile)
        if [way.tip.id for way in ways(self._questionnaire, revisions)] != [side.tip for side in seen.sides]:
            raise ConflictChanged
        found = parted(self._questionnaire, revisions, leaving)
        if found is None:
            raise UnknownConflict
        there = self._there(found)
        left = self._left(found, there)
        own = [self._own_step(left, found, there)]
        self._write(seen.profile, revisions, left, [*own, *self._steps_of_who_stays(seen.profile, revisions, left, found)])
        return left

    def _there(self, found: Parted) -> tuple[Revision, ...]:
        """The steps of the profile that the person has already, with which an earlier parting brought them there."""
        if found.earlier is None:
            return ()
        profile, tips = found.earlier
        return tuple(one for one in self._store.shares.revisions(profile) if one.changes() and not tips.isdisjoint(one.parents))

    def _left(self, found: Parted, there: Sequence[Revision]) -> Left:
        if there:
            profile = there[0].profile
            return Left(profile, self._store.joins.case_numbers([profile]).get(profile, ""), is_new=False)
        own, stays = found.leaves.values.get(CASE_NUMBER_PATH), found.again[0].get(CASE_NUMBER_PATH)
        number = own if isinstance(own, str) and stays is not None and own != stays else free_case_number(self._editors)
        return Left(ProfileId(self._editors.sources.new_id()), number, is_new=True)

    def _own_step(self, left: Left, found: Parted, there: Sequence[Revision]) -> Make:
        """What was said of the person who leaves, in their own profile: all of it, or what it lacks."""
        wanted: Changes = {**found.leaves.values, CASE_NUMBER_PATH: left.case_number}
        known = resolve_shielded(self._questionnaire, there).values
        changes = {path: wanted.get(path) for path in wanted.keys() | known.keys() if wanted.get(path) != known.get(path)}
        parents = (*(one.id for one in there), found.leaves.tip.id)
        said = restated(self._questionnaire, there, parents, changes)
        return lambda lseq, clock, _made: revision_maker(self._editors, left.profile, parents, said)(lseq, clock)

    def _steps_of_who_stays(self, profile: ProfileId, revisions: Sequence[Revision], left: Left, found: Parted) -> list[Make]:
        """The word about who left, and right after it what those who stay had said: `domain.parted` tells them by that."""
        tip, word = found.leaves.tip.id, {SAME_PERSON_PATH: str(left.profile)}
        steps: list[Make] = [lambda lseq, clock, _made: revision_maker(self._editors, profile, (tip,), word)(lseq, clock)]
        parents = found.after[: MOST_PARENTS - 1]
        for place, again in enumerate(found.again):
            taken_back: Changes = {} if place else {SAME_PERSON_PATH: None}
            said = {**restated(self._questionnaire, revisions, (*parents, tip), again), **taken_back}
            steps.append(self._answer(profile, parents, said))
        return steps

    def _answer(self, profile: ProfileId, parents: tuple[RevisionId, ...], said: Changes) -> Make:
        return lambda lseq, clock, made: revision_maker(self._editors, profile, (*parents, made[1].id), said)(lseq, clock)

    def _write(self, profile: ProfileId, revisions: Sequence[Revision], left: Left, makers: Sequence[Make]) -> None:
        questionnaire, sources = self._questionnaire, self._editors.sources
        today, now = sources.today(), sources.now()
        self._store.two_people.write(
            Apart(profile, frozenset(one.id for one in revisions), left.profile, self._editors.officer, now),
            makers,
            now_ms=sources.now_ms(),
            view=lambda one, known: view_of(questionnaire, one, known, today),
            forget=lambda known: forgettable(questionnaire, known),
        )
