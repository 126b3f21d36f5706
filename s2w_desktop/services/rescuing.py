"""A store that is damaged: what is still sound in it goes into a new one, and the damaged one stays as it is.

The new store has the same vault, so the same passphrases open it, and numbers anew (see `restoring`): of the damaged one
numbers may have been given out that nobody can read any more. Headquarters that lacks something vouches for nothing that came
before, so that its laptops send it again (see `storage.doubts`).
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.errors import NoStore, StoreExists
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import DeviceId, OfficerId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role, Station
from s2w_desktop.services.keeping import Editors, seal
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.restoring import Restoring
from s2w_desktop.services.seeing import save_rows
from s2w_desktop.services.setup import RECOVERY_FACT, by_vault, new_keys
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.wrong_tries import counted
from s2w_desktop.storage.key_slots import RecoverySlot
from s2w_desktop.storage.layout import DATABASE_NAME, SPARE_SUFFIX, TRAINING_NAME, VAULT_NAME, has_store, looks_like_training
from s2w_desktop.storage.lock import unused
from s2w_desktop.storage.pack_folder import NAME as PACKS
from s2w_desktop.storage.safe_files import sync_folder
from s2w_desktop.storage.salvage import Otherwise, Salvaged, Traces, salvage
from s2w_desktop.storage.seen_numbers import NAME as NUMBERS
from s2w_desktop.storage.seen_numbers import SeenNumbers, read_numbers
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import ListQuery, Officer
from s2w_desktop.storage.vault import Unlocked

_COPIED: Final = (VAULT_NAME, VAULT_NAME + SPARE_SUFFIX, DATABASE_NAME, DATABASE_NAME + "-wal", TRAINING_NAME, NUMBERS)
_KEPT: Final = (VAULT_NAME, TRAINING_NAME)


@dataclass(frozen=True)
class Rescued:
    """What came out. `part` and `lost` are case numbers, of profiles of which something or everything is missing.

    `has_new_administrator`: of headquarters nobody was left who could give duties, so whoever opened the store may do that now.
    """

    whole: int
    part: tuple[str, ...]
    lost: tuple[str, ...]
    salvaged: Salvaged
    has_new_administrator: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return self.salvaged.is_whole


def rescue(
    damaged: Path, target: Path, passphrase: str, sources: Sources, questionnaire: Questionnaire = QUESTIONNAIRE
) -> Rescued:
    """Make the store `target`, a new folder, out of what is sound in `damaged`; whole or not at all.

    Raises NoStore, StoreExists, StoreInUse, WrongPassphrase, MustWait, VaultDamaged, NewerVault, NewerStore, StoreDamaged where
    nothing can be read, NotPermitted at headquarters for whoever may not change its keys, and disk errors.
    """
    if not has_store(damaged):
        raise NoStore
    try:
        if target.exists() and any(target.iterdir()):
            raise StoreExists
        with tempfile.TemporaryDirectory(prefix=".rescue-", dir=target.parent) as work:
            copy, made = Path(work) / "copy", Path(work) / "made"
            copy.mkdir()
            made.mkdir()
            with unused(damaged):
                _copy(damaged, copy)
            with counted(damaged, sources):
                unlocked = by_vault(copy, lambda vault: vault.unlock(passphrase))
            rescued = _made(copy, made, unlocked, sources, questionnaire)
            if target.exists():
                target.rmdir()
            made.rename(target)
            sync_folder(target.parent)
    except OSError as cause:
        raise disk_error(cause) from cause
    return rescued


def _copy(damaged: Path, copy: Path) -> None:
    for name in _COPIED:
        with suppress(FileNotFoundError):
            shutil.copyfile(damaged / name, copy / name)
    if (damaged / PACKS).is_dir():
        shutil.copytree(damaged / PACKS, copy / PACKS)


def _made(copy: Path, made: Path, unlocked: Unlocked, sources: Sources, questionnaire: Questionnaire) -> Rescued:
    try:
        otherwise = Otherwise(partial(_station, copy, sources.new_id), new_keys, partial(_officer, unlocked.officer, sources))
        salvaged = salvage(copy / DATABASE_NAME, unlocked.key, made / DATABASE_NAME, unlocked.officer, otherwise)
        for name in (*_KEPT, VAULT_NAME + SPARE_SUFFIX):
            with suppress(FileNotFoundError):
                shutil.copyfile(copy / name, made / name)
                (made / name).chmod(0o600)
        if (copy / PACKS).is_dir():
            (copy / PACKS).rename(made / PACKS)
        return _finished(made, unlocked, salvaged, sources, questionnaire)
    finally:
        unlocked.key.wipe()


def _finished(made: Path, unlocked: Unlocked, salvaged: Salvaged, sources: Sources, questionnaire: Questionnaire) -> Rescued:
    """Rows of the list are made anew where they are lost or say more than is left; then a new epoch begins."""
    officer = unlocked.officer
    with Store.open(made, key=unlocked.key) as store:
        is_office = store.stations.station().role is Role.HEADQUARTERS
        if is_office:
            store.access.begin(officer, sources.now)
        Restoring(store=store, permits=Permits(store, officer), folder=made).begin_epoch()
        editors = Editors(store, questionnaire, officer, sources)
        with store.inbox.transaction() as transaction:
            save_rows(transaction, questionnaire, sources.today(), salvaged.unlisted)
        for profile in set(store.profiles.workings()) & salvaged.unlisted:
            seal(editors, profile)
        _tell_apart_again(store, salvaged)
        _know_recovery_again(store, made)
        if is_office:
            store.inbox.know_authors_again(sources.now())
        if is_office and not salvaged.is_whole:
            store.inbox.doubt_all(sources.now())
        store.access.finish()
        store.verify()
        rows = store.profiles.rows_of(sorted(salvaged.part))
        listed = store.profiles.count(ListQuery())
        store.checkpoint()
    is_administrator = is_office and salvaged.has_new_officer
    return Rescued(listed - len(rows), tuple(sorted(row.case_number for row in rows)), salvaged.lost, salvaged, is_administrator)


def _tell_apart_again(store: Store, salvaged: Salvaged) -> None:
    """Who was told apart stays so, as far as both are in the list again."""
    for pair in salvaged.apart:
        if len(store.profiles.rows_of([pair.one, pair.other])) == len((pair.one, pair.other)):
            store.likeness.tell_apart(pair.one, pair.other, pair.officer, pair.at)
        else:
            salvaged.left_out += 1


def _know_recovery_again(store: Store, made: Path) -> None:
    """To which recovery key bundles are written too stands in the vault as well."""
    if store.facts.get(RECOVERY_FACT) is None:
        slots = by_vault(made, lambda vault: vault.content.slots)
        for slot in slots:
            if isinstance(slot, RecoverySlot):
                store.facts.set(RECOVERY_FACT, slot.recipient)


def _station(copy: Path, new_id: Callable[[], UUID], traces: Traces) -> Station:
    """Of a station whose row is lost as much as can be known; names are set right in the settings."""
    noted = read_numbers(copy)
    device = DeviceId(UUID(noted.store)) if noted else traces.device or DeviceId(new_id())
    return Station(
        role=Role.HEADQUARTERS if traces.is_office else Role.FIELD,
        organisation="",
        centre=traces.centre,
        device=device,
        device_name="",
        epoch=max(traces.epoch, _epoch(noted)),
        country=traces.case_number[:2] or "XX",
        host_country="",
        host_language="eng",
        training=looks_like_training(copy),
    )


def _epoch(noted: SeenNumbers | None) -> int:
    own = (epoch for name, (epoch, _) in noted.highest.items() if name.startswith(noted.store)) if noted else ()
    return max(own, default=1)


def _officer(officer: OfficerId, sources: Sources, station: Station, left: Sequence[Officer]) -> Officer | None:
    """On a laptop whoever opened the vault may go on. At headquarters nobody gets duties by a loss, unless nobody is left who
    could give them: then it is theirs to give them."""
    if station.role is not Role.HEADQUARTERS:
        return Officer(officer, "", sources.now())
    if any(one.removed_at is None and Duty.ADMINISTRATOR in one.duties for one in left):
        return None
    return Officer(officer, "", sources.now(), duties=frozenset({Duty.ADMINISTRATOR}))
