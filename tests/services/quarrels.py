"""Two laptops that said different things about one person, as headquarters has it."""

from s2w_desktop.domain.clock import tick
from s2w_desktop.domain.history import resolve
from s2w_desktop.domain.ids import DeviceId, OfficerId, ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Changes, Origin, Revision, make_revision
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.services.keeping import view_of
from s2w_desktop.services.workplace import Workplace


class FarLaptop:
    """A laptop of which only its revisions are here; headquarters knows it by name."""

    def __init__(self, hq: Workplace, name: str, centre: str = "Athens") -> None:
        self._hq, self._sources = hq, hq.sources
        self.device, self._officer = DeviceId(hq.sources.new_id()), OfficerId(hq.sources.new_id())
        self._lseq = 0
        hq.store.peers.add(
            Peer(self.device, Role.FIELD, "Example Aid", centre, name, f"key of {name}", ("age1",), hq.sources.now())
        )

    def says(self, profile: ProfileId, changes: Changes, *after: Revision) -> Revision:
        """One step of a profile, which arrives at headquarters."""
        self._lseq += 1
        made = make_revision(
            questionnaire=QUESTIONNAIRE,
            profile=profile,
            parents=tuple(one.id for one in after),
            origin=Origin(self.device, 1, self._lseq, self._officer, tick(0, self._sources.now_ms())),
            changes=changes,
            new_id=self._sources.new_id,
            new_salt=self._sources.new_salt,
        )
        known = self._known(profile)
        with self._hq.store.inbox.transaction() as transaction:
            transaction.add_revisions([made])
            transaction.save_views([view_of(QUESTIONNAIRE, profile, (*known, made), self._sources.today())])
        return made

    def _known(self, profile: ProfileId) -> tuple[Revision, ...]:
        is_there = self._hq.store.profiles.rows_of([profile])
        return self._hq.store.profiles.load(profile).revisions if is_there else ()


class Quarrel:
    """A profile that one laptop began, and that it and another one then changed without knowing of each other."""

    def __init__(self, hq: Workplace, one: Changes, other: Changes, *, case_number: str = "GR-7777-7777-Q") -> None:
        self.one, self.other = FarLaptop(hq, "Laptop 07"), FarLaptop(hq, "Laptop 03", "Lesbos")
        self.profile = ProfileId(hq.sources.new_id())
        record = {"record.case_number": case_number, "record.centre": "Athens", "consent.create_profile": "granted"}
        person = {"identity.given_names": "Layla", "identity.family_names": "Haddad", "identity.sex": "M"}
        self.first = self.one.says(self.profile, {**record, **person})
        self.left = self.one.says(self.profile, one, self.first)
        self.right = self.other.says(self.profile, other, self.first)


def heads(hq: Workplace, profile: ProfileId) -> list[Revision]:
    """The revisions that nothing follows."""
    revisions = hq.store.profiles.load(profile).revisions
    found = resolve(revisions).heads
    return [one for one in revisions if one.id in found]
