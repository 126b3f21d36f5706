"""Making and opening a store: vault, database, keys."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from s2w_desktop.bundle.age import Identity, check_recipient
from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import FileUnreadable, NoStore, PassphraseTooWeak, S2wError, StoreExists, VaultDamaged
from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.server_errors import OfficeOnly
from s2w_desktop.domain.stations import OwnKeys, Role, Station
from s2w_desktop.services.passphrases import judge
from s2w_desktop.services.sources import Sources, system_sources
from s2w_desktop.services.wrong_tries import counted
from s2w_desktop.storage.kdf import KdfCost
from s2w_desktop.storage.layout import (
    TRAINING_NAME,
    VAULT_NAME,
    ServerPlace,
    StorePlace,
    has_store,
    local_folder,
    looks_like_training,
)
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.values import Officer
from s2w_desktop.storage.vault import Vault, new_content
from s2w_desktop.storage.vault_file import VaultContent
from s2w_desktop.storage.vault_shelf import FileShelf, shelf_of

T = TypeVar("T")
_log = logging.getLogger(__name__)

RECOVERY_FACT = "recovery_recipient"


@dataclass(frozen=True)
class NewStore:
    """What a person decides at the first run. `recovery_recipient` is headquarters' age recipient for the safe, or empty."""

    role: Role
    organisation: str
    centre: str
    device_name: str
    officer_name: str
    country: str
    host_country: str
    host_language: str
    training: bool = False
    recovery_recipient: str = ""


@dataclass(frozen=True)
class OpenStore:
    """An unlocked store and who unlocked it."""

    store: Store
    officer: OfficerId


def create_store(
    place: StorePlace, wanted: NewStore, *, passphrase: str, cost: KdfCost, sources: Sources, sheet_words: str = ""
) -> OpenStore:
    """Make a store at a place; whole or not at all. `sheet_words` are those of the first officer's recovery sheet, if any.

    Raises StoreExists, PassphraseTooWeak, KeyFileDamaged (recovery recipient), DiskFull, TargetReadOnly; for a place on a server
    OfficeOnly and what the server raises.
    """
    if isinstance(place, ServerPlace) and wanted.role is not Role.HEADQUARTERS:
        raise OfficeOnly
    if has_store(place) if isinstance(place, ServerPlace) else Store.exists(place):
        raise StoreExists
    if not judge(passphrase).is_enough:
        raise PassphraseTooWeak
    recovery = check_recipient(wanted.recovery_recipient) if wanted.recovery_recipient else None
    officer = Officer(OfficerId(sources.new_id()), wanted.officer_name, sources.now())
    new_vault = partial(
        new_content,
        officer=officer.id,
        passphrase=passphrase,
        cost=cost,
        now=sources.now(),
        new_id=sources.new_id,
        recovery_recipient=recovery,
        sheet_words=sheet_words,
    )
    station = _station(wanted, sources.new_id)
    if isinstance(place, ServerPlace):
        store = _on_server(place, new_vault, station, officer)
    else:
        store = _in_folder(place, new_vault, station, officer)
    if recovery:
        store.facts.set(RECOVERY_FACT, recovery)
    _mark_training(place, store)
    return OpenStore(store, officer.id)


def _in_folder(folder: Path, new_vault: Callable[[], tuple[VaultContent, StoreKey]], station: Station, officer: Officer) -> Store:
    """The vault first, the database last."""
    vault_path = folder / VAULT_NAME
    _set_cut_attempt_aside(vault_path)
    content, key = new_vault()
    shelf_of(folder).put(content.encoded(), None)
    try:
        return Store.create(folder, key=key, station=station, keys=new_keys(), officer=officer)
    except BaseException:
        vault_path.unlink(missing_ok=True)
        raise


def _on_server(
    place: ServerPlace, new_vault: Callable[[], tuple[VaultContent, StoreKey]], station: Station, officer: Officer
) -> Store:
    content, key = new_vault()
    vault = content.encoded()
    return Store.create_on_server(place, key=key, vault=vault, station=station, keys=new_keys(), officer=officer)


def _mark_training(place: StorePlace, store: Store) -> None:
    """Let the window look like training before it is unlocked."""
    if store.stations.station().training and not looks_like_training(place):
        replace_file(local_folder(place) / TRAINING_NAME, b"")


def _set_cut_attempt_aside(vault_path: Path) -> None:
    """A vault without a database is from an attempt that a kill cut off; it is kept under another name, never deleted."""
    if vault_path.exists():
        try:
            vault_path.replace(vault_path.with_name(f"{vault_path.name}.cut"))
        except OSError as cause:
            raise disk_error(cause) from cause


def unlock_store(place: StorePlace, passphrase: str, sources: Sources | None = None) -> OpenStore:
    """Open a store. `sources` have the clocks by which wrong passphrases make one wait, without them those of the machine.

    Raises NoStore, WrongPassphrase, MustWait, VaultDamaged, NewerVault, StoreInUse, StoreDamaged, NewerStore, and what a server
    raises.
    """
    with counted(place, sources or system_sources()):
        unlocked = by_vault(place, lambda vault: vault.unlock(passphrase))
    store = opened_with(place, unlocked.key)
    if not isinstance(place, ServerPlace):
        _renew_spare(place)
    _mark_training(place, store)
    return OpenStore(store, unlocked.officer)


def _renew_spare(folder: Path) -> None:
    """A disk that takes nothing more must not keep anybody from what is saved; the next unlocking tries again."""
    try:
        FileShelf(folder / VAULT_NAME).renew_spare()
    except S2wError as failure:
        _log.warning("the spare copy of the vault could not be renewed: %s", failure.code)


def opened_with(place: StorePlace, key: StoreKey) -> Store:
    """As `Store.open`, but the key is wiped where it does not open."""
    try:
        return Store.open(place, key=key)
    except BaseException:
        key.wipe()
        raise


def by_vault(place: StorePlace, use: Callable[[Vault], T]) -> T:
    """What the vault of a store opens; where that file is damaged or gone, its spare copy, which then takes its place."""
    try:
        return use(Vault.read(shelf_of(place)))
    except (VaultDamaged, NoStore) as damaged:
        if isinstance(place, ServerPlace):
            raise
        try:
            spare = Vault.read_spare(place / VAULT_NAME)
        except (NoStore, VaultDamaged, FileUnreadable):
            raise damaged from None
        opened = use(spare)
        spare.put_back()
        return opened


def new_keys() -> OwnKeys:
    """Fresh signing and reading keys of a machine."""
    signing, identity = SigningKey.generate(), Identity.generate()
    return OwnKeys(
        signing_secret=signing.secret_text,
        signing_key=signing.public_text,
        identity=identity.text,
        recipient=identity.recipient,
    )


def _station(wanted: NewStore, new_id: Callable[[], UUID]) -> Station:
    return Station(
        role=wanted.role,
        organisation=wanted.organisation,
        centre=wanted.centre,
        device=DeviceId(new_id()),
        device_name=wanted.device_name,
        epoch=1,
        country=wanted.country,
        host_country=wanted.host_country,
        host_language=wanted.host_language,
        training=wanted.training,
    )
