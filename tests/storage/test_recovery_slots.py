"""Slots of recovery sheets: words on paper that give one officer a new passphrase, once."""

from pathlib import Path

import pytest

from s2w_desktop.domain.errors import WrongPassphrase, WrongRecoveryWords
from s2w_desktop.domain.exchange_errors import PassphraseTaken
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import VAULT_NAME
from s2w_desktop.storage.vault import MOST_OFFICERS, Vault
from s2w_desktop.storage.vault_file import MAX_SLOTS
from tests.storage.people import NOW, Ids
from tests.storage.test_vault import ANNA, BEN, RECOVERY

WORDS, NEW = "five random words are fine", "seven other words are fine"
SHEET, NEWER = "amber ladder river pencil", "copper lantern hill window"


def a_vault(tmp_path: Path, *, with_sheet: bool = True) -> Vault:
    path = tmp_path / VAULT_NAME
    vault, key = Vault.create(
        path,
        officer=ANNA,
        passphrase=WORDS,
        cost=LEAST_COST,
        now=NOW,
        new_id=Ids(),
        recovery_recipient=str(RECOVERY.to_public()),
    )
    key.wipe()
    return renewed(vault, WORDS, SHEET, 10) if with_sheet else vault


def renewed(vault: Vault, passphrase: str, words: str, ids: int) -> Vault:
    return vault.renew_sheet(passphrase=passphrase, words=words, cost=LEAST_COST, now=NOW, new_id=Ids(ids))


def changed(vault: Vault, words: str, new: str) -> Vault:
    return vault.change_by_sheet(words=words, new=new, cost=LEAST_COST, now=NOW, new_id=Ids(20))


def test_the_words_give_a_new_passphrase_once_and_keep_the_key(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    key = vault.unlock(WORDS).key
    assert vault.sheet_made(ANNA) == NOW
    changed(Vault.read(tmp_path / VAULT_NAME), SHEET, NEW)
    after = Vault.read(tmp_path / VAULT_NAME)
    opened = after.unlock(NEW)
    assert (opened.officer, opened.key.secret) == (ANNA, key.secret)
    assert (after.sheet_made(ANNA), after.officers) == (None, (ANNA,))
    assert after.recover(str(RECOVERY)).secret == key.secret
    for each in (after, Vault.read_spare(tmp_path / VAULT_NAME)):
        with pytest.raises(WrongPassphrase):
            each.unlock(WORDS)
        with pytest.raises(WrongRecoveryWords):
            changed(each, SHEET, "words for a second time")


def test_the_words_are_no_passphrase_and_a_passphrase_is_no_words(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with pytest.raises(WrongPassphrase):
        vault.unlock(SHEET)
    with pytest.raises(WrongRecoveryWords):
        changed(vault, WORDS, NEW)


def test_a_newer_sheet_takes_the_place_of_the_older_one(tmp_path: Path) -> None:
    vault = renewed(a_vault(tmp_path), WORDS, NEWER, 11)
    with pytest.raises(WrongRecoveryWords):
        changed(vault, SHEET, NEW)
    assert changed(vault, NEWER, NEW).unlock(NEW).officer == ANNA


def test_a_sheet_is_made_with_the_passphrase_alone(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, with_sheet=False)
    with pytest.raises(WrongPassphrase):
        renewed(vault, "not the passphrase", SHEET, 11)
    assert Vault.read(tmp_path / VAULT_NAME).sheet_made(ANNA) is None


def test_a_sheet_outlives_new_passphrases_and_new_recovery_keys_and_goes_with_its_officer(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    key = vault.unlock(WORDS).key
    vault = vault.change_passphrase(old=WORDS, new=NEW, cost=LEAST_COST, now=NOW, new_id=Ids(12))
    vault = vault.set_recovery(key, recipient=str(RECOVERY.to_public()), now=NOW, new_id=Ids(13))
    vault = vault.add_officer(key, officer=BEN, passphrase=WORDS, cost=LEAST_COST, now=NOW, new_id=Ids(14))
    vault = renewed(vault, WORDS, NEWER, 15)
    assert (vault.sheet_made(ANNA), vault.sheet_made(BEN), vault.officers) == (NOW, NOW, (ANNA, BEN))
    with pytest.raises(PassphraseTaken):
        changed(vault, SHEET, WORDS)  # else it would open for the colleague
    vault = vault.remove_officer(key, ANNA)
    assert (vault.sheet_made(ANNA), vault.officers) == (None, (BEN,))
    with pytest.raises(WrongRecoveryWords):
        changed(vault, SHEET, NEW)
    assert changed(vault, NEWER, NEW).unlock(NEW).officer == BEN


def test_a_slot_is_not_taken_for_one_of_the_other_kind(tmp_path: Path) -> None:
    path = tmp_path / VAULT_NAME
    a_vault(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"recovery-sheet"', b'"passphrase"'))
    with pytest.raises(WrongPassphrase):  # the kind is bound to what is sealed
        Vault.read(path).unlock(SHEET)


def test_there_is_room_for_a_sheet_of_everybody_and_the_recovery_key() -> None:
    assert 2 * MOST_OFFICERS + 1 == MAX_SLOTS
