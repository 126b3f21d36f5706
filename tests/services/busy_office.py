"""A headquarters in the middle of its work, with something in every table, and its laptops: made once, copied for each test."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from s2w_desktop import paths
from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.exchange_errors import SecondPersonNeeded
from s2w_desktop.domain.ids import OfficerId, ProfileId
from s2w_desktop.domain.putting_aside import AsideReason
from s2w_desktop.domain.reach import Reach
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.services.claims import ClaimKind
from s2w_desktop.services.rescuing import Rescued, rescue
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.setup import NewStore, OpenStore, create_store
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.workplace import Workplace, open_workplace
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import DATABASE_NAME, VAULT_NAME
from s2w_desktop.storage.page_reader import PAGE_BYTES, PageReader
from s2w_desktop.storage.row_shapes import shapes, table_of
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.vault import Vault
from tests.attachments.making import document
from tests.copies import COPIES, ONE
from tests.histories.reading_here import opener_of
from tests.services.colleagues import colleague
from tests.services.exchanges import bring
from tests.services.places import Clock, Place, change, enrol, export, interview, sources_of
from tests.workplaces import PASSPHRASE

OPENER: Final = opener_of(COPIES)
AGREED: Final = {
    "consent__attach_copies": "granted",
    "consent__pass_to_office": "granted",
    "consent__send_for_figures": "granted",
    "identity__sex": "F",
}
Row = tuple[Any, ...]


@dataclass
class BusyOffice:
    """The folder with the stores `hq`, `one`, `other` and `lost`, and what is known of them. Every store is closed."""

    folder: Path
    clock: Clock
    places: dict[str, Place]
    key: bytes
    people: dict[str, ProfileId]
    first: Path
    """The first bundle of the laptop `one`."""
    from_lost: Path
    """All that came of the laptop that is off the list."""
    colleague: OfficerId

    def copied_to(self, folder: Path) -> "BusyOffice":
        """The same, to be changed."""
        shutil.copytree(self.folder, folder)
        places = {}
        for name, place in self.places.items():
            places[name] = moved = object.__new__(Place)
            moved.__dict__.update(place.__dict__)
            moved.folder, moved._made = folder / name, folder / name  # where it was made is all that it knows
        return BusyOffice(folder, self.clock, places, self.key, self.people, self.first, self.from_lost, self.colleague)

    @contextmanager
    def office(self, name: str = "hq") -> Iterator[Workplace]:
        """Headquarters at work."""
        store = Store.open(self.folder / name, key=StoreKey(bytearray(self.key)))
        officer = Vault.read(self.folder / name / VAULT_NAME).unlock(PASSPHRASE).officer
        with closing(_opened(OpenStore(store, officer), self.folder / name, self.clock)) as workplace:
            yield workplace

    @contextmanager
    def laptop(self, name: str) -> Iterator[Workplace]:
        """A laptop at work."""
        with closing(self.places[name].open(OPENER)) as workplace:
            yield workplace

    def rescued(self) -> Rescued:
        """What is saved of headquarters, as the store `new`."""
        return rescue(self.folder / "hq", self.folder / "new", PASSPHRASE, passing(self.clock), COPIES)

    def pages(self) -> dict[int, list[tuple[str, Row]]]:
        """The rows of every page of headquarters' database, with their tables; of pages that hold none nothing."""
        database = EncryptedFile(self.folder / "hq" / DATABASE_NAME, StoreKey(bytearray(self.key)))
        with database.reading() as connection:
            names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
            known = shapes(connection, names)
        database.close()
        copy = self.folder / "look"
        shutil.copy(self.folder / "hq" / DATABASE_NAME, copy)
        found: dict[int, list[tuple[str, Row]]] = {}
        with closing(PageReader(copy, StoreKey(bytearray(self.key)))) as reader:
            for page in range(2, reader.pages + 1):
                rows = ((table_of(known, row), row) for _, *row in reader.rows(page))
                found[page] = [(shape.table, tuple(row)) for shape, row in rows if shape]
        copy.unlink()
        return found

    def spoil(self, pages: Iterable[int]) -> None:
        """Flip one bit of each of these pages of headquarters' database."""
        database = self.folder / "hq" / DATABASE_NAME
        content = bytearray(database.read_bytes())
        for page in pages:
            content[page * PAGE_BYTES - 200] ^= 16
        database.write_bytes(content)

    def spoil_rows(self, fits: Callable[[str, Row], bool]) -> None:
        """Flip one bit of each page with a row of which this is true, by table and values."""
        hit = {page for page, rows in self.pages().items() if any(fits(table, row) for table, row in rows)}
        assert hit
        self.spoil(hit)


def passing(clock: Clock) -> Sources:
    """As `sources_of`, with days that pass."""
    return replace(sources_of(clock), today=lambda: clock.now().date())


def tables(folder: Path, key: bytes) -> dict[str, list[Row]]:
    """Every row of a store by table, in some order that does not change; not whether a receipt is due."""
    database = EncryptedFile(folder / DATABASE_NAME, StoreKey(bytearray(key)))
    with closing(database.connect()) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: sorted(map(tuple, connection.execute(_everything(connection, name))), key=repr) for name in names}
    database.close()
    return found


def _everything(connection: Any, table: str) -> str:  # noqa: ANN401  # the driver has no types
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})") if name != "is_receipt_due"]
    return f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608  # names of our own tables


def _opened(opened: OpenStore, folder: Path, clock: Clock) -> Workplace:
    return open_workplace(
        opened,
        folder=folder,
        resources=paths.resources(),
        catalogues=Catalogues(paths.translations()),
        sources=passing(clock),
        questionnaire=COPIES,
        opener=OPENER,
    )


def make_busy_office(folder: Path) -> BusyOffice:
    """The stores in a folder."""
    clock = Clock()
    wanted = NewStore(
        role=Role.HEADQUARTERS,
        organisation="Example Aid",
        centre="Geneva",
        device_name="Headquarters",
        officer_name="Officer",
        country="GR",
        host_country="GRC",
        host_language="ell",
        recovery_recipient=Identity.generate().recipient,
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hq").mkdir()
    made = create_store(folder / "hq", wanted, passphrase=PASSPHRASE, cost=LEAST_COST, sources=passing(clock))
    places = {}
    for name in ("one", "other", "lost"):
        places[name] = Place(folder / name, Role.FIELD, name=name, clock=clock, questionnaire=COPIES)
        places[name].sources = passing(clock)
    with (
        closing(_opened(made, folder / "hq", clock)) as hq,
        closing(places["one"].open(OPENER)) as one,
        closing(places["other"].open(OPENER)) as other,
        closing(places["lost"].open(OPENER)) as lost,
    ):
        world = BusyOffice(folder, clock, places, b"", {}, folder, folder, made.officer)
        hq.store.access.begin(hq.officer, hq.sources.now)
        for laptop in (one, other, lost):
            enrol(headquarters=hq, laptop=laptop, folder=folder / "cards")
        _work(world, hq, {"one": one, "other": other, "lost": lost})
        for workplace in (hq, one, other, lost):
            workplace.store.checkpoint()
    unlocked = Vault.read(folder / "hq" / VAULT_NAME).unlock(PASSPHRASE)
    world.key = bytes(unlocked.key.secret)
    return world


def _attach(laptop: Workplace, profile: ProfileId, folder: Path, pages: int) -> None:
    paper = folder / "paper.pdf"
    paper.write_bytes(document(pages))
    session = laptop.interviews.open(profile)
    laptop.attachments.attach(session, ONE, paper)
    session.close()


def _work(world: BusyOffice, hq: Workplace, laptops: Mapping[str, Workplace]) -> None:
    people, stick, one, other = world.people, world.folder / "stick", laptops["one"], laptops["other"]
    stick.mkdir()
    for name in ("kept", "gone", "first", "second", "third", "fourth", "given", "erased", "buried", "open"):
        people[name] = interview(one, **AGREED, identity__given_names=f"Layla {name}", identity__family_names=name * 20)
    for number in range(15):
        interview(one, **AGREED, identity__given_names=f"Amal {number}", expectation__first_goal="E01")
    for name in ("thin", "thinner"):
        people[name] = interview(other, **AGREED, identity__given_names=f"Omar {name}")
    for pages, (laptop, name) in enumerate(((one, "kept"), (one, "gone"), (other, "thin")), 1):
        _attach(laptop, people[name], world.folder, pages)
    for laptop in (other, one):
        world.first = export(laptop, stick)
        hq.importing.take(world.first)
        laptop.receipts.take(receipt(hq, laptop, stick))
    world.clock.pass_by(timedelta(days=3))
    _decide(people, hq, one, other, stick)
    for laptop in (one, other):
        bring(hq, laptop, stick)
    one.receipts.take(receipt(hq, one, stick))
    world.clock.pass_by(timedelta(days=9))
    assert other.safekeeping.thinning.remove(10) == 2
    interview(other, **AGREED)
    bring(hq, other, stick)
    _put_aside(world, hq, other, laptops["lost"])
    _note(world, hq)


def receipt(hq: Workplace, laptop: Workplace, stick: Path) -> Path:
    """The newest receipt for a laptop, also where it had one; those of the others are written as well, and lost."""
    return {one.peer.device: one.bundle.path for one in hq.receipts.write(stick, again=True)}[laptop.station.device]


def _decide(people: Mapping[str, ProfileId], hq: Workplace, one: Workplace, other: Workplace, stick: Path) -> None:
    joining = hq.office.duplicates.joining
    joining.join(people["first"], people["second"])
    hq.office.duplicates.tell_apart(people["third"], people["fourth"])
    other.post.take(hq.transfer.give([people["given"]], other.station.device, stick).bundles[0].path)
    change(one, people["given"], identity__sex="X")
    change(other, people["given"], identity__sex="M")
    hq.erasure.erase(people["erased"], ErasureReason.REQUEST)
    one.erasure.erase(people["buried"], ErasureReason.WITHDRAWN)


def _put_aside(world: BusyOffice, hq: Workplace, other: Workplace, lost: Workplace) -> None:
    """A record that cannot be read, so that the next one of its person stands alone, and all of a laptop off the list."""
    stick = world.folder / "stick"
    world.people["torn"] = interview(other, **AGREED, identity__given_names="Omar torn")
    change(other, world.people["torn"], identity__sex="M")
    first, second = map(revision_line, other.store.profiles.load(world.people["torn"]).revisions)
    dispatch = Dispatch(other.store, COPIES, other.sources)
    address = Address(Kind.PROFILES, other.exporting.headquarters().recipients)
    spoiled = first.replace(b'"Omar torn"', b'"Omar worn"')
    hq.importing.take(dispatch.write(stick, address, [spoiled, second])[0].path)
    world.people["lost"] = interview(lost, **AGREED)
    hq.enrolment.revoke(lost.station.device)
    world.from_lost = export(lost, stick)
    hq.importing.take(world.from_lost)
    assert {one.reason for one in hq.store.inbox.quarantined()} == {"bad_digest", AsideReason.REVOKED_SENDER}


def _note(world: BusyOffice, hq: Workplace) -> None:
    """What people wrote down, asked for, and began."""
    people, folder = world.people, world.folder
    hq.safekeeping.rotation.rotate(folder / "keys.s2wp")
    hq.office.reporting.went_out(hq.office.reporting.draft())
    hq.office.claims.take(ClaimKind.CONFLICT, str(people["given"]))
    hq.office.matters.note(hq.office.matters.all()[0].found.id, "Asked by telephone")
    hq.office.reach.enter(Reach("Athens", "GRC", date(2026, 5, 1), date(2026, 5, 31), 90, 60, 30))
    world.colleague = colleague(hq)
    with suppress(SecondPersonNeeded):
        hq.safekeeping.rotation.rotate(folder / "more.s2wp")
    session = hq.interviews.open(people["open"])
    session.set_answer("identity.sex", "M")
    session.save()  # and the program ended there
