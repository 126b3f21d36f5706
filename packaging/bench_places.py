"""The two places of a bench: a laptop full of invented people, and an empty headquarters that knows it."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from s2w_desktop import paths
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.profile import Profile, changes_between
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, make_revision
from s2w_desktop.domain.stations import Peer, Role, known_since
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.enrolment import own_record
from s2w_desktop.services.keeping import view_of
from s2w_desktop.services.sample_people import SamplePeople
from s2w_desktop.services.setup import NewStore, OpenStore, create_store, unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.kdf import LEAST_COST, KdfCost
from s2w_desktop.storage.layout import DATABASE_NAME, VAULT_NAME, StorePlace, local_folder
from s2w_desktop.storage.vault import Vault

PASSPHRASE = "seven otters knit woollen maps"  # noqa: S105  # of invented people's stores
SEED = 7
SOURCES = system_sources()


@dataclass(frozen=True)
class Places:
    """Folders and open services. `headquarters` is closed: benches copy its folder and open the copy."""

    folder: Path
    laptop: Workplace
    headquarters: StorePlace
    profiles: int


def make_places(folder: Path, profiles: int, headquarters: StorePlace | None = None) -> Places:
    """Both places, enrolled with each other, in the folder unless told otherwise. The laptop is still empty: see `fill`."""
    office = headquarters or folder / "headquarters"
    ours, laptop = new_place(office, Role.HEADQUARTERS), new_place(folder / "laptop", Role.FIELD)
    ours.store.peers.add(_as_peer(laptop))
    laptop.store.peers.add(_as_peer(ours))
    ours.close()
    return Places(folder, laptop, office, profiles)


def fill(laptop: Workplace, count: int, *, seed: int = SEED) -> None:
    """Add so many people, each sealed as the one revision of an interview that was closed."""
    for person in SamplePeople(paths.resources(), laptop.station, seed).people(count):
        _seal(laptop, person.profile)


def opened(place: StorePlace) -> Workplace:
    """The services of a place."""
    return _wired(unlock_store(place, PASSPHRASE), place)


def copied(places: Places, name: str) -> Path:
    """A fresh copy of the empty headquarters in its folder; one of that name from before is removed."""
    copy = places.folder / name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(local_folder(places.headquarters), copy)
    return copy


def raw_connection(folder: Path) -> Any:  # noqa: ANN401  # the driver has no types
    """A bare driver connection to the encrypted file of a store, with the key and settings that the store uses."""
    key = Vault.read(folder / VAULT_NAME).unlock(PASSPHRASE).key
    return EncryptedFile(folder / DATABASE_NAME, key).connect()


def new_store(place: StorePlace, role: Role, cost: KdfCost = LEAST_COST) -> OpenStore:
    """A new store of invented data."""
    local_folder(place).mkdir(parents=True)
    wanted = NewStore(
        role=role,
        organisation="Casa do Rio",
        centre="Setúbal",
        device_name=role.value,
        officer_name="Ana",
        country="PT",
        host_country="PRT",
        host_language="por",
        training=True,
    )
    return create_store(place, wanted, passphrase=PASSPHRASE, cost=cost, sources=SOURCES)


def catalogues() -> Catalogues:
    """The program's words."""
    return Catalogues(paths.translations())


def new_place(place: StorePlace, role: Role) -> Workplace:
    """The services of a new place."""
    return _wired(new_store(place, role), place)


def _wired(store: OpenStore, place: StorePlace) -> Workplace:
    folder, resources = local_folder(place), paths.resources()
    return open_workplace(store, folder=folder, resources=resources, catalogues=catalogues(), sources=SOURCES)


def _as_peer(place: Workplace) -> Peer:
    return known_since(own_record(place.store), SOURCES.now())


def _seal(laptop: Workplace, profile: Profile) -> None:
    changes = changes_between(Profile(profile.id), profile)
    station, officer = laptop.station, OfficerId(laptop.officer)

    def make(lseq: int, clock: int) -> Revision:
        return make_revision(
            questionnaire=QUESTIONNAIRE,
            profile=profile.id,
            parents=(),
            origin=Origin(station.device, station.epoch, lseq, officer, clock),
            changes=changes,
            new_id=SOURCES.new_id,
            new_salt=SOURCES.new_salt,
        )

    laptop.store.profiles.seal(
        profile.id,
        make=make,
        now_ms=SOURCES.now_ms(),
        view=lambda known: view_of(QUESTIONNAIRE, profile.id, known, SOURCES.today()),
    )


def rows_of(connection: Any, table: str) -> tuple[str, list[tuple[object, ...]]]:  # noqa: ANN401  # the driver has no types
    """An insert for a table, and all that it holds; columns that the database computes are left out."""
    columns = [name for _, name, _, _, _, _, hidden in connection.execute(f"PRAGMA table_xinfo({table})") if not hidden]
    listed, marks = ", ".join(columns), ", ".join("?" * len(columns))
    rows = connection.execute(f"SELECT {listed} FROM {table}").fetchall()  # noqa: S608  # names of our own
    return f"INSERT INTO {table} ({listed}) VALUES ({marks})", rows  # noqa: S608  # names of our own
