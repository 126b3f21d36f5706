"""People of headquarters' store who may be one: found among all of them, looked at side by side, told apart.

Only suggestions: nothing is joined without a person's word, see `services.joining`.
"""

from dataclasses import dataclass

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.joining import EARLIER_PATH
from s2w_desktop.domain.likeness.comparing import Reason
from s2w_desktop.domain.likeness.pairs import look_among
from s2w_desktop.domain.profile import Profile, read_profile
from s2w_desktop.domain.progress import Progress, untold
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.domain.side_by_side import Matter, side_by_side
from s2w_desktop.services.joining import STAGE_PATH, Joining
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits


@dataclass(frozen=True)
class Pair:
    """Two profiles that may be of one person, by case number, and why."""

    first: ProfileId
    second: ProfileId
    case_numbers: tuple[str, str]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class PairList:
    """All pairs, strongest first. `common` counts the people whose names so many share that not all were compared."""

    pairs: tuple[Pair, ...]
    people: int
    common: int


@dataclass(frozen=True)
class Comparison:
    """Two profiles side by side, the one that would be kept first. `can_join` is False where a departure lies between them."""

    first: Profile
    second: Profile
    matters: tuple[Matter, ...]
    can_join: bool


class Duplicates:
    """Finds and compares; `joining` joins. Raises NotPermitted from everything that shows or changes what a profile says."""

    def __init__(self, editors: Editors, permits: Permits) -> None:
        self._editors = editors
        self._store = editors.store
        self._permits = permits
        self.joining = Joining(editors, self._permits)

    def look(self, progress: Progress = untold) -> PairList:
        """Look among all people; takes seconds for thousands. What `progress` raises ends it. Raises NotPermitted."""
        self._permits.check(Act.READ_PROFILES)
        people = [((one.profile, one.case_number), one.features) for one in self._store.likeness.everybody()]
        apart = self._store.likeness.all_apart()

        def is_apart(one: tuple[ProfileId, str], other: tuple[ProfileId, str]) -> bool:
            return (min(one[0], other[0]), max(one[0], other[0])) in apart

        found = look_among(people, is_apart, progress)
        pairs = (Pair(one.first[0], one.second[0], (one.first[1], one.second[1]), one.resemblance.reasons) for one in found.pairs)
        return PairList(tuple(pairs), len(people), found.common)

    def compare(self, first: ProfileId, second: ProfileId) -> Comparison:
        """Two people side by side, by the profiles under which they are listed. Raises NotPermitted and UnknownProfile."""
        self._permits.require(Act.READ_PROFILES, first, second)
        one, other = (self._read(self._store.joins.root(profile)) for profile in (first, second))
        matters = side_by_side(self._editors.questionnaire, one, other)
        return Comparison(one, other, matters, Joining.may_be_joined(one, other))

    def stage(self, profile: ProfileId) -> str:
        """At which stage somebody was recorded; empty when that is not told. Raises NotPermitted and UnknownProfile."""
        self._permits.require(Act.READ_PROFILES, profile)
        return self._read(profile).text(STAGE_PATH)

    def tell_apart(self, first: ProfileId, second: ProfileId) -> None:
        """Keep that two people are not one; both must be in the list. Raises NotPermitted."""
        self._permits.require(Act.DECIDE_DUPLICATES, first, second)
        self._store.likeness.tell_apart(first, second, self._editors.officer, self._editors.sources.now())

    def take_back(self, first: ProfileId, second: ProfileId) -> None:
        """Nobody told them apart. Raises NotPermitted."""
        self._permits.require(Act.DECIDE_DUPLICATES, first, second)
        self._store.likeness.take_back(first, second)

    def link(self, first: ProfileId, second: ProfileId) -> None:
        """Note that two are of one person, before and after a departure; they are suggested no more. Raises as `Joining.link`."""
        self.joining.link(first, second)
        self.tell_apart(first, second)

    def unlink(self, first: ProfileId, second: ProfileId) -> None:
        """Take a link back, whichever of the two is the later one. Raises as `Joining.unlink`."""
        for one, other in ((first, second), (second, first)):
            if self._read(self._store.joins.root(one)).text(EARLIER_PATH) == str(self._store.joins.root(other)):
                self.joining.unlink(one)
        self.take_back(first, second)

    def _read(self, profile: ProfileId) -> Profile:
        questionnaire = self._editors.questionnaire
        revisions = self._store.profiles.load(profile).revisions
        return read_profile(questionnaire, profile, resolve_shielded(questionnaire, revisions).values)
