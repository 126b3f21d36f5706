"""Invented people, laptops and revisions for the tests of the store."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from random import Random
from uuid import UUID

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.ids import BundleId, DeviceId, OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.revisions import Part, Revision, Scope
from s2w_desktop.domain.stations import OwnKeys, Role, Station
from s2w_desktop.domain.summary import Summary
from s2w_desktop.storage.bundle_values import Arrived, BundleIn, BundleOut, mark_of
from s2w_desktop.storage.values import Officer, View, Working

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
TODAY = date(2026, 5, 4)
NOW_MS = int(NOW.timestamp() * 1000)
KEYS = OwnKeys("signing-secret-marker", "signing-key", "AGE-SECRET-KEY-MARKER", "age1recipient")


class Ids:
    """Ids that are the same in every run."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)

    def __call__(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)


IDS = Ids(7)
OFFICER = Officer(OfficerId(IDS()), "Test Officer", NOW)
LAPTOP = DeviceId(IDS())
OTHER_LAPTOP = DeviceId(IDS())
HEADQUARTERS = DeviceId(IDS())


def station(device: DeviceId = LAPTOP, role: Role = Role.FIELD, epoch: int = 1) -> Station:
    """A station."""
    return Station(role, "Org", "Lesbos", device, "laptop", epoch, "GR", "GRC", "ell", training=False)


def revision(
    number: int,
    *,
    profile: ProfileId,
    device: DeviceId = LAPTOP,
    epoch: int = 1,
    id_: UUID | None = None,
    parents: Iterable[RevisionId] = (),
    clock: int = 0,
    shown: Mapping[str, Plain] | None = None,
    hidden: Mapping[str, Plain] | None = None,
) -> Revision:
    """A whole revision; without `id_` its id follows from where it stands."""
    made_up = UUID(int=Random(f"{device}/{epoch}/{number}").getrandbits(128), version=4)
    open_part = Part.of("salt-o", shown if shown is not None else {"record.remark": f"step {number}"})
    protected = Part.of("salt-p", hidden if hidden is not None else {"identity.family_names": f"Name{number}"})
    return Revision(
        id=RevisionId(id_ or made_up),
        profile=profile,
        parents=tuple(sorted(parents)),
        device=device,
        epoch=epoch,
        lseq=number,
        officer=OFFICER.id,
        clock=clock or number,
        schema=1,
        open_digest=open_part.digest(),
        protected_digest=protected.digest(),
        open=open_part,
        protected=protected,
    )


def summary(
    name: str = "Amina Yusuf", *, scope: Scope = Scope.FULL, case_number: str = "GR-2345-6789-A", **figures: str
) -> Summary:
    """A row of the list."""
    return Summary(
        case_number=case_number,
        name=name,
        languages=("ara", "eng"),
        centre="Lesbos",
        answered=3,
        asked=35,
        remarks=0,
        is_finished=False,
        scope=scope,
        search_text=f"{case_number} {case_number.replace('-', '')} {name}".casefold(),
        figures=figures,
    )


def working(profile: ProfileId, text: str = "typed", *, clock: int = 5) -> Working:
    """Open edits."""
    return Working(profile, (), {"record.remark": text}, OFFICER.id, clock)


def view(profile: ProfileId, row: Summary | None = None, *, conflicts: int = 0, changed: int = 9) -> View:
    """A view."""
    return View(profile, row or summary(), conflicts, changed)


def bundle_out(seq: int, *, kind: str = "profiles", id_: UUID | None = None) -> BundleOut:
    """A bundle made here."""
    made_up = UUID(int=seq, version=4)
    return BundleOut(BundleId(id_ or made_up), kind, seq, HEADQUARTERS, NOW, f"{seq:016x}" * 4, "f" * 64, "S2W-1.s2w", 4096, 1)


def arrived(epoch: int, seq: int) -> Arrived:
    """Word that this bundle made here is there."""
    return Arrived(epoch, seq, mark_of(bundle_out(seq).manifest_sha256))


def bundle_in(seq: int, *, device: DeviceId = LAPTOP, kind: str = "profiles", epoch: int = 1) -> BundleIn:
    """A bundle that came."""
    id_ = UUID(int=Random(f"{device}/{epoch}/{seq}/{kind}").getrandbits(128), version=4)
    digest = f"{id_.int:064x}"
    return BundleIn(BundleId(id_), kind, device, epoch, seq, "", digest, digest, NOW, NOW, 1)
