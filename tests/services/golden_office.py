"""A headquarters that bundles of `tests.bundle.making` are meant for, and everything that stands in its store."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData, select

from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.process import Opener, open_bundle
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Machine, OwnKeys, Role, Station, known_since
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.importing import Importing
from s2w_desktop.services.setup import OpenStore, new_keys
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.layout import DATABASE_NAME
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import Officer
from tests.bundle.making import DEVICE, DEVICE_KEY, HQ, HQ_IDENTITY
from tests.services.places import RESOURCES, TRANSLATIONS, Clock, sources_of


@dataclass(frozen=True)
class State:
    """Every row of every table, and the digest of the database's file once everything is folded into it."""

    rows: dict[str, list[tuple[object, ...]]]
    file: str


@dataclass(frozen=True)
class Office:
    """The headquarters, open."""

    workplace: Workplace
    folder: Path

    def importing(self, *, opener: Opener = open_bundle, limits: Limits = STANDARD) -> Importing:
        """Takes bundles in, by another reader or under other limits than usual."""
        return Importing(
            store=self.workplace.store,
            questionnaire=QUESTIONNAIRE,
            sources=self.workplace.sources,
            spool_folder=self.workplace.spool_folder,
            officer=self.workplace.officer,
            opener=opener,
            limits=limits,
        )

    def state(self) -> State:
        store = self.workplace.store
        store.checkpoint()
        found = MetaData()
        with store.profiles._database.reading() as connection:
            found.reflect(connection)
            rows = {
                name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
                for name, table in found.tables.items()
            }
        return State(rows, hashlib.sha256((self.folder / DATABASE_NAME).read_bytes()).hexdigest())


@contextmanager
def golden_office(folder: Path) -> Iterator[Office]:
    """A training headquarters with the published training key, which knows one laptop."""
    sources, key = sources_of(Clock()), os.urandom(32)
    officer = OfficerId(sources.new_id())
    keys = new_keys()
    Store.create(
        folder,
        key=StoreKey(bytearray(key)),
        station=Station(Role.HEADQUARTERS, "Example Aid", "Geneva", HQ, "", 1, "GR", "GRC", "ell", training=True),
        keys=OwnKeys(keys.signing_secret, keys.signing_key, HQ_IDENTITY.text, HQ_IDENTITY.recipient),
        officer=Officer(officer, "M. Papadaki", sources.now()),
    ).close()
    workplace = open_workplace(
        OpenStore(Store.open(folder, key=StoreKey(bytearray(key))), officer),
        folder=folder,
        resources=RESOURCES,
        catalogues=Catalogues(TRANSLATIONS),
        sources=sources,
    )
    laptop = Machine(DEVICE, Role.FIELD, "Example Aid", "Athens", "Laptop", DEVICE_KEY.public_text, (HQ_IDENTITY.recipient,))
    workplace.store.peers.add(known_since(laptop, sources.now()))
    try:
        yield Office(workplace, folder)
    finally:
        workplace.close()
