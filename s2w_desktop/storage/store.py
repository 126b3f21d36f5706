"""A store from opening to closing: in a folder for one process, or on a server for many; always one key."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from uuid import UUID

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import NoStore, S2wError, StoreDamaged, StoreExists, WrongKey
from s2w_desktop.domain.exchange_errors import PassphraseTaken
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.stations import OwnKeys, Station
from s2w_desktop.storage.access_book import AccessBook
from s2w_desktop.storage.approvals import ApprovalBook
from s2w_desktop.storage.blobs import BlobStore
from s2w_desktop.storage.cases import CaseBook
from s2w_desktop.storage.claims import ClaimBook
from s2w_desktop.storage.column_seal import ColumnSeal
from s2w_desktop.storage.database import Database
from s2w_desktop.storage.disclosures import DisclosureBook
from s2w_desktop.storage.editions import EditionBook
from s2w_desktop.storage.encrypted_file import EncryptedFile
from s2w_desktop.storage.erasing import ErasureBook
from s2w_desktop.storage.first_rows import write_first_rows
from s2w_desktop.storage.heard import HeardBook
from s2w_desktop.storage.inbox import Inbox
from s2w_desktop.storage.joining import JoinBook
from s2w_desktop.storage.kdf import KdfCost
from s2w_desktop.storage.layout import DATABASE_NAME, VAULT_NAME, ServerPlace, StorePlace
from s2w_desktop.storage.likeness import LikenessBook
from s2w_desktop.storage.lock import Held, OwnCorner, StoreLock
from s2w_desktop.storage.losses import LossBook
from s2w_desktop.storage.matters import MatterBook
from s2w_desktop.storage.orders import OrderBook
from s2w_desktop.storage.outbox import Outbox
from s2w_desktop.storage.packs import PackBook
from s2w_desktop.storage.people import OfficerBook, PeerBook
from s2w_desktop.storage.places import PlaceBook
from s2w_desktop.storage.profiles import ProfileStore
from s2w_desktop.storage.quarantine import QuarantineBook
from s2w_desktop.storage.reach import ReachBook
from s2w_desktop.storage.receipts import Receipts
from s2w_desktop.storage.rejections import RejectionBook
from s2w_desktop.storage.safe_files import sync_folder
from s2w_desktop.storage.schema import CURRENT, Schema, bring_up, drop_backups, make_tables
from s2w_desktop.storage.shares import ShareBook
from s2w_desktop.storage.stations import Facts, StationBook
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.templates import TemplateBook
from s2w_desktop.storage.thinning import ThinningBook
from s2w_desktop.storage.two_people import TwoPeopleBook
from s2w_desktop.storage.unkept import UnkeptBook
from s2w_desktop.storage.values import Officer
from s2w_desktop.storage.vault import Vault
from s2w_desktop.storage.vault_shelf import VaultShelf, shelf_of


class Store:
    """An open store. From `create` and `open` on, the key is the store's: `close` wipes it. Any thread may use it.

    `corner` is a folder of this machine that no other program uses while the store is open.
    """

    def __init__(self, *, database: Database, key: StoreKey, lock: Held, shelf: VaultShelf) -> None:
        self._database, self._key, self._lock, self._shelf = database, key, lock, shelf
        self.corner = lock.corner
        self.profiles = ProfileStore(database=database)
        self.outbox = Outbox(database=database)
        self.inbox = Inbox(database=database)
        self.receipts = Receipts(database=database)
        self.rejections = RejectionBook(database=database)
        self.blobs = BlobStore(database=database)
        self.stations = StationBook(database=database)
        self.officers = OfficerBook(database=database)
        self.peers = PeerBook(database=database)
        self.facts = Facts(database=database)
        self.places = PlaceBook(database=database)
        self.templates = TemplateBook(database=database)
        self.packs = PackBook(database=database)
        self.unkept = UnkeptBook(database=database)
        self.losses = LossBook(database=database)
        self.likeness = LikenessBook(database=database)
        self.claims = ClaimBook(database=database)
        self.approvals = ApprovalBook(database=database)
        self.matters = MatterBook(database=database)
        self.quarantine = QuarantineBook(database=database)
        self.erasures = ErasureBook(database=database)
        self.thinnings = ThinningBook(database=database)
        self.orders = OrderBook(database=database)
        self.shares = ShareBook(database=database)
        self.heard = HeardBook(database=database)
        self.reach = ReachBook(database=database)
        self.joins = JoinBook(database=database)
        self.two_people = TwoPeopleBook(database=database)
        self.cases = CaseBook(database=database)
        self.editions = EditionBook(database=database)
        self.disclosures = DisclosureBook(database=database)
        self.access = AccessBook(database=database)

    @property
    def is_shared(self) -> bool:
        """Whether other programs may work in the store at this moment."""
        return self._database.is_shared

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether there is a database in the folder."""
        return (folder / DATABASE_NAME).exists()

    @classmethod
    def create(cls, folder: Path, *, key: StoreKey, station: Station, keys: OwnKeys, officer: Officer) -> "Store":
        """A new store in a folder, whole or not at all; a first try that was cut off is swept away.

        Raises StoreExists, StoreInUse or a disk error.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise disk_error(cause) from cause
        lock = StoreLock(folder)
        try:
            _build(folder / DATABASE_NAME, key, station, keys, officer)
            return cls(database=EncryptedFile(folder / DATABASE_NAME, key), key=key, lock=lock, shelf=shelf_of(folder))
        except BaseException:
            lock.release()
            raise

    @classmethod
    def create_on_server(
        cls, place: ServerPlace, *, key: StoreKey, vault: bytes, station: Station, keys: OwnKeys, officer: Officer
    ) -> "Store":
        """A new store with its vault in an empty database, whole or not at all.

        Raises StoreExists, a disk error of the folder beside it, and what the server raises.
        """
        from s2w_desktop.storage import server_store  # its driver is loaded for nobody else

        first_rows = partial(write_first_rows, station=station, keys=keys, officer=officer, secrets=ColumnSeal(key))
        return cls._shared(place, key, partial(server_store.create, place.address, key, vault, first_rows))

    @classmethod
    def open(cls, place: StorePlace, *, key: StoreKey, schema: Schema = CURRENT) -> "Store":
        """The store at a place, with tables of the newest form.

        Raises NoStore, StoreInUse, WrongKey, StoreDamaged, NewerStore, a disk error or what a server raises; the key then still
        is the caller's.
        """
        if isinstance(place, ServerPlace):
            from s2w_desktop.storage import server_store  # see create_on_server

            return cls._shared(place, key, partial(server_store.open_store, place.address, key, schema))
        return cls._open_folder(place, key, schema)

    @classmethod
    def _shared(cls, place: ServerPlace, key: StoreKey, connect: Callable[[], Database]) -> "Store":
        lock = OwnCorner(place.folder)
        try:
            return cls(database=connect(), key=key, lock=lock, shelf=shelf_of(place))
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _open_folder(cls, folder: Path, key: StoreKey, schema: Schema) -> "Store":
        if not cls.exists(folder):
            raise NoStore
        if (folder / DATABASE_NAME).stat().st_size == 0:
            raise StoreDamaged  # the driver would make a new database of it
        lock = StoreLock(folder)
        database = EncryptedFile(folder / DATABASE_NAME, key)
        try:
            bring_up(database, key, schema)
        except BaseException as cause:
            database.close()
            lock.release()
            if isinstance(cause, WrongKey) and _is_proved(folder, key):
                raise StoreDamaged from cause
            raise
        return cls(database=database, key=key, lock=lock, shelf=shelf_of(folder))

    def replace_recovery(self, recipient: str, *, now: datetime, new_id: Callable[[], UUID]) -> None:
        """Let this recovery key, and no other, open the store. Raises what reading and writing the vault raise."""
        Vault.read(self._shelf).set_recovery(self._key, recipient=recipient, now=now, new_id=new_id)

    def let_in(self, officer: OfficerId, passphrase: str, *, cost: KdfCost, now: datetime, new_id: Callable[[], UUID]) -> None:
        """Let one more officer unlock the store. Raises PassphraseTaken, TooManyOfficers, and what reading and writing the vault
        raise."""
        vault = Vault.read(self._shelf)
        if vault.opens_for_others(passphrase, officer):
            raise PassphraseTaken
        vault.add_officer(self._key, officer=officer, passphrase=passphrase, cost=cost, now=now, new_id=new_id)

    def shut_out(self, officer: OfficerId) -> None:
        """Let an officer unlock the store no more. Raises ValueError for the only one, and as `let_in`."""
        Vault.read(self._shelf).remove_officer(self._key, officer)

    def checkpoint(self) -> None:
        """Fold everything into the one file, before somebody copies it."""
        self._database.checkpoint()

    def drop_old_copies(self) -> None:
        """Remove the copies of this store from before a change of its tables: they still hold what was erased since.

        Backups of a server are its administrator's.
        """
        if isinstance(self._database, EncryptedFile):
            drop_backups(self._database.path)

    def verify(self) -> None:
        """Read every page and check its seal and the structure. Raises StoreDamaged."""
        self._database.verify()

    @property
    def is_open(self) -> bool:
        """Whether `close` was not called yet."""
        return not self._key.is_wiped

    def close(self) -> None:
        """End connections, wipe the key, let other processes in; harmless when done twice."""
        self._database.close()
        self._key.wipe()
        self._lock.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, cause: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _build(path: Path, key: StoreKey, station: Station, keys: OwnKeys, officer: Officer) -> None:
    """Make the database beside its place and move it there when it is whole."""
    if path.exists():
        raise StoreExists
    part = path.with_name(path.name + ".part")
    try:
        _sweep(part)
        _fill(part, key, station, keys, officer)
        part.replace(path)
        sync_folder(path.parent)
    except OSError as cause:
        raise disk_error(cause) from cause
    finally:
        with suppress(OSError):
            _sweep(part)


def _fill(part: Path, key: StoreKey, station: Station, keys: OwnKeys, officer: Officer) -> None:
    database = EncryptedFile(part, key)
    try:
        make_tables(database)
        database.refuse_plain()
        with database.writing() as connection:
            write_first_rows(connection, station, keys, officer, database.secrets)
        database.checkpoint()
    finally:
        database.close()


def _sweep(part: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        part.with_name(part.name + suffix).unlink(missing_ok=True)


def _is_proved(folder: Path, key: StoreKey) -> bool:
    """Whether the vault beside the database says that this is its key; then it is the database that is broken."""
    try:
        return Vault.read(folder / VAULT_NAME).content.is_authentic(key)
    except S2wError:
        return False
