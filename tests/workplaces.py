"""Real stores, laptop and headquarters, made and joined in a moment; invented people only."""

from pathlib import Path

from s2w_desktop import paths
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.sample_people import SamplePeople, SamplePerson
from s2w_desktop.services.setup import NewStore, create_store, unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import StorePlace, local_folder

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
    sources = system_sources()
    opened = create_store(place, wanted, passphrase=PASSPHRASE, cost=LEAST_COST, sources=sources)
    return open_workplace(
        opened,
        folder=local_folder(place),
        resources=paths.resources(),
        catalogues=Catalogues(paths.translations()),
        sources=sources,
    )


def reopen(place: StorePlace, passphrase: str = PASSPHRASE) -> Workplace:
    """The store again, as after a restart."""
    return open_workplace(
        unlock_store(place, passphrase),
        folder=local_folder(place),
        resources=paths.resources(),
        catalogues=Catalogues(paths.translations()),
        sources=system_sources(),
    )


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
