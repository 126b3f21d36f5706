"""Real stores, laptop and headquarters, made and joined in a moment; invented people only.

They read bundles in this process, for they make what a test begins with; windows and commands read in a process of its own.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from s2w_desktop import paths
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.sample_people import SamplePeople, SamplePerson
from s2w_desktop.services.setup import NewStore, OpenStore, create_store, unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import VAULT_NAME, StorePlace, local_folder
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.vault import Vault
from tests.histories.reading_here import open_here

PASSPHRASE = "amber ladder river pencil"


def make_workplace(
    place: StorePlace, role: Role = Role.FIELD, *, name: str = "Laptop 07", training: bool = True, recovery: str = ""
) -> Workplace:
    """A fresh store in a folder that is made for it, with its services. `recovery` is the recipient of a recovery key."""
    local_folder(place).mkdir(parents=True)
    wanted = NewStore(
        role=role,
        organisation="Example Aid",
        centre="Casa do Rio",
        device_name=name,
        officer_name="Officer",
        country="PT",
        host_country="PRT",
        host_language="por",
        training=training,
        recovery_recipient=recovery,
    )
    return _opened(create_store(place, wanted, passphrase=PASSPHRASE, cost=LEAST_COST, sources=system_sources()), place)


@dataclass(frozen=True)
class MadeStore:
    """A store that was made once; each test works on a copy of its own, opened without guessing a passphrase."""

    folder: Path
    key: bytes
    officer: OfficerId

    @classmethod
    def in_folder(cls, folder: Path) -> "MadeStore":
        """The one that `make_workplace` left there."""
        unlocked = Vault.read(folder / VAULT_NAME).unlock(PASSPHRASE)
        return cls(folder, bytes(unlocked.key.secret), unlocked.officer)

    def copied_to(self, folder: Path) -> Workplace:
        """A copy, with its services."""
        shutil.copytree(self.folder, folder)
        return _opened(OpenStore(Store.open(folder, key=StoreKey(bytearray(self.key))), self.officer), folder)


def _opened(opened: OpenStore, place: StorePlace) -> Workplace:
    return open_workplace(
        opened,
        folder=local_folder(place),
        resources=paths.resources(),
        catalogues=Catalogues(paths.translations()),
        sources=system_sources(),
        opener=open_here,
    )


def reopen(place: StorePlace, passphrase: str = PASSPHRASE) -> Workplace:
    """The store again, as after a restart."""
    return _opened(unlock_store(place, passphrase), place)


def enrol(laptop: Workplace, headquarters: Workplace, folder: Path) -> None:
    """Let both know each other, by card and request, comparing the words."""
    folder.mkdir(exist_ok=True)
    card = folder / "card.json"
    headquarters.enrolment.write_card(card)
    introduced = laptop.enrolment.read_card(card)
    laptop.enrolment.accept(introduced, " ".join(introduced.words))
    request = laptop.enrolment.write_request(folder)
    asking = headquarters.enrolment.read_request(request.path)
    headquarters.enrolment.accept(asking, " ".join(asking.words))


def sample_people(workplace: Workplace, count: int, seed: int = 7) -> list[SamplePerson]:
    """Invented people of this station."""
    return list(SamplePeople(paths.resources(), workplace.station, seed).people(count))
