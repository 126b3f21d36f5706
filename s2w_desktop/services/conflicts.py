"""Deciding at headquarters between what colleagues said: an ordinary revision each time, which can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from s2w_desktop.domain.answers import Answer, fit_to_keep, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.conflicts import Conflict, conflicts_of, deciding, is_presence, settled_by, taking_back
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.exchange_errors import ConflictChanged, NothingToTakeBack
from s2w_desktop.domain.ids import ProfileId, RevisionId
from s2w_desktop.domain.lineage import Lineage, Saying
from s2w_desktop.domain.parted import divides
from s2w_desktop.domain.profile import Profile, read_profile
from s2w_desktop.domain.reading import require_fit
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.domain.voices import Voice
from s2w_desktop.services.claims import ClaimKind, Claims, Holder
from s2w_desktop.services.keeping import Editors, add_step, seal
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.voices import Voices
from s2w_desktop.storage.values import ListQuery, Order, StoredProfile

_WAITING = ListQuery(in_conflict=True, order=Order.CASE_NUMBER)  # nothing moves while somebody works through them


@dataclass(frozen=True)
class OpenConflict:
    """A question with several answers; `voices` say them, in the order of its sides."""

    conflict: Conflict
    voices: tuple[Voice, ...]

    @property
    def path(self) -> str:
        """What it is about."""
        return self.conflict.path


@dataclass(frozen=True)
class Decision:
    """A revision of this headquarters that decided questions, and which; `stands` tells whether it can be taken back."""

    voice: Voice
    paths: tuple[str, ...]
    stands: bool


@dataclass(frozen=True)
class ProfileConflicts:
    """What is to be decided about a profile, which is here as it is shown meanwhile, and what was decided, the last first."""

    profile: Profile
    open: tuple[OpenConflict, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class WaitingProfile:
    """A profile with questions to decide, and who works on it."""

    profile: ProfileId
    case_number: str
    centre: str
    questions: int
    holder: Holder | None


@dataclass(frozen=True)
class Take:
    """The answer of one side, by its place among the sides, from 0."""

    side: int


@dataclass(frozen=True)
class Say:
    """Another answer than any of the sides; None for a blank."""

    answer: Answer | None


Choice = Take | Say


class Conflicts:
    """Lists what is to be decided, decides it, and takes decisions back. A claim is asked for but never demanded here."""

    def __init__(self, editors: Editors, permits: Permits, claims: Claims) -> None:
        self._editors, self._permits, self._claims = editors, permits, claims
        self._store, self._questionnaire = editors.store, editors.questionnaire

    def count(self) -> int:
        """Profiles with something to decide."""
        return self._store.profiles.count(_WAITING)

    def waiting(self, first: int = 0, count: int = 1_000) -> list[WaitingProfile]:
        """Profiles with something to decide, by case number."""
        holders = self._claims.holders(ClaimKind.CONFLICT)
        rows = self._store.profiles.rows(_WAITING, first, count)
        return [WaitingProfile(row.id, row.case_number, row.centre, row.conflicts, holders.get(str(row.id))) for row in rows]

    def since(self, profile: ProfileId) -> datetime | None:
        """Since when people disagree about a profile, by their own clocks; None where nothing is to be decided."""
        found = self._open(self._store.profiles.load(profile))
        return moment(min(one.sides[1].said.clock for one in found)) if found else None

    def of(self, profile: ProfileId) -> ProfileConflicts:
        """What is to be decided about a profile. Raises UnknownProfile and NotPermitted."""
        self._permits.require(Act.READ_PROFILES, profile)
        stored = self._store.profiles.load(profile)
        voices = Voices(self._editors)
        found = tuple(OpenConflict(one, tuple(voices.of(side.said) for side in one.sides)) for one in self._open(stored))
        values = resolve_shielded(self._questionnaire, stored.revisions).values
        return ProfileConflicts(read_profile(self._questionnaire, profile, values), found, self._decisions(stored, voices))

    def history(self, profile: ProfileId, path: str) -> tuple[tuple[Saying, Voice], ...]:
        """Who said what about one question, in the order of clocks, what lost included. Raises as `of`."""
        self._permits.require(Act.READ_PROFILES, profile)
        stored = self._store.profiles.load(profile)
        voices = Voices(self._editors)
        sayings = Lineage(self._questionnaire, stored.revisions).sayings(path)
        return tuple((saying, voices.of(saying.revision)) for saying in sayings)

    def decide(self, seen: ProfileConflicts, choices: Mapping[str, Choice]) -> RevisionId:
        """Decide questions by their paths, in one revision; the others stay open. Gives the decision.

        Raises NotPermitted, ConflictChanged when another side came meanwhile, InvalidAnswer for an answer that does not fit,
        and ValueError for a path that was not asked about. Then nothing has happened.
        """
        self._permits.require(Act.SETTLE_CONFLICTS, seen.profile.id)
        asked = {one.path: one.conflict for one in seen.open}
        if not choices or not choices.keys() <= asked.keys():
            raise ValueError("decided is what was asked")
        chosen = {path: self._plain(asked[path], choice) for path, choice in choices.items()}
        stored = self._loaded(seen.profile.id)
        now = {one.path: _standing(one) for one in self._open(stored)}
        if any(now.get(path) != _standing(asked[path]) for path in choices):
            raise ConflictChanged
        changes = deciding(self._questionnaire, stored.revisions, chosen)
        heads = resolve_shielded(self._questionnaire, stored.revisions).heads
        return add_step(self._editors, stored, heads, changes).id

    def take_back(self, profile: ProfileId, decision: RevisionId) -> None:
        """Make questions again of what a decision decided, as far as nobody changed it since; what lost can be chosen again.

        Every value that lost is a step of its own; cut off in between, doing it once more adds the others.
        Raises NothingToTakeBack and NotPermitted.
        """
        self._permits.require(Act.SETTLE_CONFLICTS, profile)
        stored = self._loaded(profile)
        decided = next((one for one in stored.revisions if one.id == decision), None)
        lost = taking_back(self._questionnaire, stored.revisions, decision) if decided else ()
        if decided is None or not lost:
            raise NothingToTakeBack
        for changes in lost:
            add_step(self._editors, self._store.profiles.load(profile), decided.parents, changes)

    def _loaded(self, profile: ProfileId) -> StoredProfile:
        """The profile after its open work, if any, became a revision, which a decision must not push aside."""
        stored = self._store.profiles.load(profile)
        if not stored.workings:
            return stored
        seal(self._editors, profile)
        return self._store.profiles.load(profile)

    def _open(self, stored: StoredProfile) -> tuple[Conflict, ...]:
        return conflicts_of(self._questionnaire, stored.revisions)

    def _decisions(self, stored: StoredProfile, voices: Voices) -> tuple[Decision, ...]:
        own, revisions = self._store.stations.station().device, stored.revisions
        partings = {one.answer for one in divides(revisions)}  # taken back by joining the two again
        found: list[Decision] = []
        for one in reversed(revisions):
            paths = settled_by(self._questionnaire, revisions, one.id) if one.device == own and one.id not in partings else ()
            if paths:
                stands = bool(taking_back(self._questionnaire, revisions, one.id))
                found.append(Decision(voices.of(one), paths, stands))
        return tuple(found)

    def _plain(self, conflict: Conflict, choice: Choice) -> Plain:
        if isinstance(choice, Take):
            return conflict.sides[choice.side].plain
        if is_presence(conflict.path):
            raise ValueError("an entry is there or not")
        if choice.answer is None:
            return None
        spec = self._questionnaire.spec(conflict.path)
        fit = fit_to_keep(choice.answer, spec.max_length)
        require_fit(spec, conflict.path, fit)
        return to_plain(fit)


def _standing(conflict: Conflict) -> frozenset[RevisionId]:
    return frozenset(side.standing.id for side in conflict.sides)
