"""Making and opening a store."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.domain.errors import (
    KeyFileDamaged,
    NoStore,
    PassphraseTooWeak,
    StoreExists,
    StoreInUse,
    TargetGone,
    VaultDamaged,
    WrongPassphrase,
)
from s2w_desktop.services.setup import NewStore, create_store, unlock_store
from s2w_desktop.services.sources import system_sources
from s2w_desktop.services.unlock_cost import unlock_cost
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import DATABASE_NAME, VAULT_NAME, has_store
from s2w_desktop.storage.vault import Vault
from tests.services.places import PASSPHRASE, WANTED


def make(folder: Path, wanted: NewStore = WANTED, passphrase: str = PASSPHRASE) -> None:
    create_store(folder, wanted, passphrase=passphrase, cost=LEAST_COST, sources=system_sources()).store.close()


def test_a_store_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    make(tmp_path)
    with pytest.raises(WrongPassphrase):
        unlock_store(tmp_path, PASSPHRASE + " ")
    with unlock_store(tmp_path, PASSPHRASE).store as store:
        assert store.stations.station().centre == "Athens"


@pytest.mark.parametrize("damage", [b"", b"\0" * 900, b"s2w-vault/1\n{}\n"])
def test_a_damaged_vault_is_mended_from_its_spare_copy(tmp_path: Path, damage: bytes) -> None:
    make(tmp_path)
    vault, whole = tmp_path / VAULT_NAME, (tmp_path / VAULT_NAME).read_bytes()
    vault.write_bytes(damage)
    with pytest.raises(WrongPassphrase):
        unlock_store(tmp_path, PASSPHRASE + " ")
    assert vault.read_bytes() == damage
    unlock_store(tmp_path, PASSPHRASE).store.close()
    assert vault.read_bytes() == whole


def test_a_vault_that_is_gone_is_put_back_from_its_spare_copy(tmp_path: Path) -> None:
    make(tmp_path)
    vault, whole = tmp_path / VAULT_NAME, (tmp_path / VAULT_NAME).read_bytes()
    vault.unlink()
    assert has_store(tmp_path)  # else the first run would begin
    unlock_store(tmp_path, PASSPHRASE).store.close()
    assert vault.read_bytes() == whole


def test_a_damaged_vault_without_a_whole_spare_copy_is_said_to_be_damaged(tmp_path: Path) -> None:
    make(tmp_path)
    (spare,) = tmp_path.glob(f"{VAULT_NAME}.bak")
    (tmp_path / VAULT_NAME).write_bytes(b"damaged")
    spare.write_bytes(b"damaged too")
    with pytest.raises(VaultDamaged):
        unlock_store(tmp_path, PASSPHRASE)
    spare.unlink()
    with pytest.raises(VaultDamaged):
        unlock_store(tmp_path, PASSPHRASE)


def test_a_store_is_never_overwritten(tmp_path: Path) -> None:
    make(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with pytest.raises(StoreExists):
        make(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("passphrase", ["", "short", "passwordpassword", "aaaaaaaaaaaaaaaa"])
def test_an_easy_passphrase_makes_nothing(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(PassphraseTooWeak):
        make(tmp_path, passphrase=passphrase)
    assert list(tmp_path.iterdir()) == []


def test_a_recovery_key_opens_the_store_too(tmp_path: Path) -> None:
    identity = Identity.generate()
    make(tmp_path, replace(WANTED, recovery_recipient=identity.recipient))
    assert not Vault.read(tmp_path / VAULT_NAME).recover(identity.text).is_wiped


def test_a_recovery_key_that_is_none_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyFileDamaged):
        make(tmp_path, replace(WANTED, recovery_recipient="age1nonsense"))
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_nothing_nothing_opens(tmp_path: Path) -> None:
    with pytest.raises(NoStore):
        unlock_store(tmp_path, PASSPHRASE)


def test_a_store_opens_once_at_a_time(tmp_path: Path) -> None:
    make(tmp_path)
    with unlock_store(tmp_path, PASSPHRASE).store:
        with pytest.raises(StoreInUse) as caught:
            unlock_store(tmp_path, PASSPHRASE)
        assert caught.value.holder_pid == os.getpid()
    unlock_store(tmp_path, PASSPHRASE).store.close()


def test_a_folder_that_is_not_there_makes_no_half_store(tmp_path: Path) -> None:
    with pytest.raises(TargetGone):
        make(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_the_cost_of_unlocking_is_never_below_the_floor() -> None:
    cost = unlock_cost(0.0)
    assert (cost.memory_bytes, cost.passes) >= (LEAST_COST.memory_bytes, LEAST_COST.passes)


def test_an_attempt_that_was_killed_before_its_end_does_not_stand_in_the_way(tmp_path: Path) -> None:
    make(tmp_path)
    cut = (tmp_path / VAULT_NAME).read_bytes()
    (tmp_path / DATABASE_NAME).unlink()
    assert not has_store(tmp_path)
    make(tmp_path)
    assert has_store(tmp_path)
    unlock_store(tmp_path, PASSPHRASE).store.close()
    assert (tmp_path / f"{VAULT_NAME}.cut").read_bytes() == cut
