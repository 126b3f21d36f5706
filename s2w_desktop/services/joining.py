"""Joining two profiles of one person at headquarters, parting them again, and linking those before and after a departure.

Every decision is a revision of this machine and can be taken back; it travels to all laptops that know one of the two.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.exchange_errors import AlreadyOne, NotJoined, SameStage, StagesDiffer
from s2w_desktop.domain.history import resolve
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.joined import joint_changes, parting
from s2w_desktop.domain.joining import EARLIER_PATH, SAME_PERSON_PATH
from s2w_desktop.domain.profile import Profile, read_profile
from s2w_desktop.domain.revisions import MOST_PARENTS, Revision
from s2w_desktop.domain.shield import forgettable, resolve_shielded, restated
from s2w_desktop.domain.side_by_side import Pick, merged, side_by_side
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.keeping import Editors, revision_maker, seal, view_of
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.joining import Join, Make

STAGE_PATH: Final = "session.stage"
BEFORE_DEPARTURE: Final = "PRE"


class Joining:
    """Decides about two profiles. Raises NotPermitted and WrongRole where it changes something."""

    def __init__(self, editors: Editors, permits: Permits) -> None:
        self._editors = editors
        self._store = editors.store
        self._permits = permits

    @staticmethod
    def may_be_joined(first: Profile, second: Profile) -> bool:
        """Whether no departure lies between the two, as far as they say; else they can only be linked."""
        stages = [stage for profile in (first, second) if (stage := profile.text(STAGE_PATH))]
        return len({stage == BEFORE_DEPARTURE for stage in stages}) <= 1

    def all(self) -> tuple[Join, ...]:
        """Every profile that is joined into another one."""
        return self._store.joins.all()

    def join(self, kept: ProfileId, other: ProfileId, picks: Mapping[str, Pick] | None = None) -> ProfileId:
        """Join a person into another one, whose case number stays; gives the profile under which both are listed.

        `picks` say what holds where the two differ, by the keys of `side_by_side` with the kept one first; without a pick the
        matter's usual one holds.
        Raises AlreadyOne, StagesDiffer, UnknownProfile; KeyError for a pick of no matter, ValueError for one that is not offered.
        """
        self._require(kept, other)
        kept, other = self._store.joins.root(kept), self._store.joins.root(other)
        if kept == other:
            raise AlreadyOne
        for profile in (kept, other):
            seal(self._editors, profile)
        questionnaire = self._editors.questionnaire
        said = [self._store.profiles.load(profile).revisions for profile in (kept, other)]
        first, second = (self._read(profile, own) for profile, own in zip((kept, other), said, strict=True))
        if not self.may_be_joined(first, second):
            raise StagesDiffer
        wanted = merged(questionnaire, side_by_side(questionnaire, first, second), first, second, picks or {})
        changes = joint_changes(questionnaire, said, wanted)
        word = self._maker(other, said[1], {SAME_PERSON_PATH: str(kept)})
        self._write([word, self._joint_maker(kept, said, changes)])
        return kept

    def part(self, profile: ProfileId) -> ProfileId:
        """Take a joined profile, with all that was joined into it, out of a person; gives the profile that goes on without it.

        Raises NotJoined and UnknownProfile.
        """
        self._require(profile)
        root = self._store.joins.root(profile)
        if root == profile:
            raise NotJoined
        for one in (root, profile):
            seal(self._editors, one)
        whole = self._store.profiles.load(root).revisions
        found = parting(self._editors.questionnaire, whole, profile)
        if found is None:
            raise NotJoined
        going = [one for one in whole if one.profile in found.leaving]
        staying = [one for one in whole if one.profile not in found.leaving]
        makers = [self._maker(profile, going, {SAME_PERSON_PATH: None, **found.moved})]
        if found.again:
            makers.append(self._maker(found.stays, staying, found.again))
        self._write(makers)
        return self._store.joins.root(found.stays)

    def link(self, one: ProfileId, other: ProfileId) -> ProfileId:
        """Note in the profile from after a departure which one is from before; gives the later one.

        Raises AlreadyOne, SameStage and UnknownProfile.
        """
        self._require(one, other)
        profiles = [self._store.joins.root(profile) for profile in (one, other)]
        if profiles[0] == profiles[1]:
            raise AlreadyOne
        said = {profile: self._store.profiles.load(profile).revisions for profile in profiles}
        read = {profile: self._read(profile, said[profile]) for profile in profiles}
        if self.may_be_joined(read[profiles[0]], read[profiles[1]]):
            raise SameStage
        earlier, later = sorted(profiles, key=lambda profile: read[profile].text(STAGE_PATH) != BEFORE_DEPARTURE)
        self._note_earlier(later, str(earlier))
        return later

    def unlink(self, later: ProfileId) -> None:
        """Take back that a profile has an earlier one. Raises UnknownProfile."""
        self._require(later)
        self._note_earlier(self._store.joins.root(later), None)

    def _note_earlier(self, later: ProfileId, earlier: str | None) -> None:
        seal(self._editors, later)
        said = self._store.profiles.load(later).revisions
        self._write([self._maker(later, said, {EARLIER_PATH: earlier})])

    def _require(self, *about: ProfileId) -> None:
        if self._store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        self._permits.require(Act.DECIDE_DUPLICATES, *about)

    def _read(self, profile: ProfileId, revisions: Sequence[Revision]) -> Profile:
        questionnaire = self._editors.questionnaire
        return read_profile(questionnaire, profile, resolve_shielded(questionnaire, revisions).values)

    def _maker(self, profile: ProfileId, said: Sequence[Revision], changes: Mapping[str, Plain]) -> Make:
        """Makes a revision that stands on everything that a profile says."""
        heads = resolve(said).heads
        whole = restated(self._editors.questionnaire, said, heads, changes)
        return lambda lseq, clock, _made: revision_maker(self._editors, profile, heads, whole)(lseq, clock)

    def _joint_maker(self, kept: ProfileId, said: Sequence[Sequence[Revision]], changes: Mapping[str, Plain]) -> Make:
        """Makes the revision that settles what two profiles say differently, on top of both and of the word that joins them."""
        both = [*said[0], *said[1]]
        heads = resolve(both).heads
        whole = restated(self._editors.questionnaire, both, heads, changes)
        own = resolve(said[0]).heads[: MOST_PARENTS - 1]
        return lambda lseq, clock, made: revision_maker(self._editors, kept, (*own, made[0].id), whole)(lseq, clock)

    def _write(self, makers: Sequence[Make]) -> None:
        questionnaire, today = self._editors.questionnaire, self._editors.sources.today()
        self._store.joins.write(
            makers,
            now_ms=self._editors.sources.now_ms(),
            view=lambda profile, revisions: view_of(questionnaire, profile, revisions, today),
            forget=lambda revisions: forgettable(questionnaire, revisions),
            shared_at=self._editors.sources.now(),
        )
