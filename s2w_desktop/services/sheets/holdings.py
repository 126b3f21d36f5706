"""Everything that this store holds about one person: what is written, by whom and when, what was said before, who got it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.history import Resolution, standing
from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.profile import Profile, read_profile
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.shield import is_shielded, resolve_shielded
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import StoredProfile


@dataclass(frozen=True)
class Written:
    """The day on which something was written down, and the name of who did; empty where this store does not know it."""

    day: date
    officer: str


@dataclass(frozen=True)
class Kept:
    """A value at a path, in its plain form."""

    path: str
    plain: Plain
    written: Written


@dataclass(frozen=True)
class Received:
    """Who got the profile, when at first, and how much at most. Without a `name` it is headquarters."""

    day: date
    name: str
    scope: Scope


@dataclass(frozen=True)
class Holding:
    """What is held. `earlier` were said before or stand against what is shown; `newer` is not known to this program."""

    profile: Profile
    written: Mapping[str, Written] = field(default_factory=lambda: MappingProxyType({}))
    earlier: tuple[Kept, ...] = ()
    newer: tuple[Kept, ...] = ()
    received: tuple[Received, ...] = ()


class Holdings:
    """Finds them."""

    def __init__(self, store: Store, interviews: Interviews, questionnaire: Questionnaire) -> None:
        self._store, self._interviews, self._questionnaire = store, interviews, questionnaire

    def of(self, profile: ProfileId) -> Holding:
        """All that is held of a profile; of an interview that nobody keeps the answers. Raises NotPermitted, UnknownProfile."""
        shown = self._interviews.read(profile)
        try:
            stored = self._store.profiles.load(profile)
        except UnknownProfile:
            return Holding(shown)
        found = resolve_shielded(self._questionnaire, stored.revisions)
        values = {**found.values, **stored.open_changes()}
        writers = self._writers(stored)
        held = read_profile(self._questionnaire, profile, values)
        newer = [path for path, plain in values.items() if plain is not None and path not in held.held]
        return Holding(
            profile=held,
            written=MappingProxyType(writers),
            earlier=tuple(self._earlier(stored, found, values)),
            newer=tuple(
                Kept(path, values[path], writers[path])
                for path in sorted(newer)
                if path[-1:] != "." and not is_shielded(self._questionnaire, path, Resolution(values, found.conflicts, ()))
            ),
            received=self._received(profile),
        )

    def _writers(self, stored: StoredProfile) -> dict[str, Written]:
        """Per path who wrote what is shown."""
        found: dict[str, Written] = {}
        names: dict[OfficerId, str] = {}
        for path, revisions in standing(stored.revisions).items():
            last = max(revisions, key=lambda revision: (revision.clock, revision.id))
            found[path] = self._by(last.officer, last.clock, names)
        for working in stored.workings:
            found |= dict.fromkeys(working.changes, self._by(working.officer, working.clock, names))
        return found

    def _by(self, officer: OfficerId, clock: int, names: dict[OfficerId, str]) -> Written:
        if officer not in names:
            known = self._store.officers.get(officer)
            names[officer] = known.name if known else ""
        return Written(moment(clock).date(), names[officer])

    def _earlier(self, stored: StoredProfile, found: Resolution, values: Mapping[str, Plain]) -> Iterator[Kept]:
        """Values that are not shown any more, each once, in the order of time; never what a shield took away."""
        names: dict[OfficerId, str] = {}
        told: set[tuple[str, str]] = set()
        now = Resolution(values, found.conflicts, ())
        for revision in stored.revisions:
            for path, plain in sorted(revision.changes().items()):
                is_value = plain is not None and path[-1:] != "." and values.get(path) != plain
                if is_value and (path, repr(plain)) not in told and not is_shielded(self._questionnaire, path, now):
                    told.add((path, repr(plain)))
                    yield Kept(path, plain, self._by(revision.officer, revision.clock, names))

    def _received(self, profile: ProfileId) -> tuple[Received, ...]:
        store = self._store
        is_headquarters = store.stations.station().role is Role.HEADQUARTERS
        found = store.disclosures.of((profile, *store.joins.members(profile)))
        received = []
        for one in found:
            peer = store.peers.by_device(one.device) if one.device else None
            if peer is None and not is_headquarters:
                peer = next(iter(store.peers.all(Role.HEADQUARTERS)), None)
            name = ", ".join(filter(None, (peer.organisation, peer.centre))) if peer else ""
            received.append(Received(one.at.date(), name, one.scope))
        return tuple(dict.fromkeys(received))
