"""The vault: who can open the store, and what becomes of a damaged or hostile file."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.errors import (
    FileUnreadable,
    NewerVault,
    NoStore,
    S2wError,
    StoreExists,
    VaultDamaged,
    WrongKey,
    WrongPassphrase,
)
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.layout import VAULT_NAME
from s2w_desktop.storage.store_key import StoreKey
from s2w_desktop.storage.vault import Vault
from s2w_desktop.storage.vault_file import MAX_BYTES, make_content
from tests.storage.people import NOW, Ids

ANNA, BEN = (OfficerId(UUID(int=number, version=4)) for number in (1, 2))
WORDS = "five random words are fine"
RECOVERY = pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A vault file with a passphrase and a recovery slot, made once because a slot is costly; and its key."""
    path = tmp_path_factory.mktemp("made") / VAULT_NAME
    _, key = Vault.create(
        path,
        officer=ANNA,
        passphrase=WORDS,
        cost=LEAST_COST,
        now=NOW,
        new_id=Ids(),
        recovery_recipient=str(RECOVERY.to_public()),
    )
    return path.read_bytes(), bytes(key.secret)


@pytest.fixture
def path(tmp_path: Path, made: tuple[bytes, bytes]) -> Path:
    """A fresh copy of the file."""
    copy = tmp_path / VAULT_NAME
    copy.write_bytes(made[0])
    return copy


@pytest.fixture
def key(made: tuple[bytes, bytes]) -> StoreKey:
    """The key of that vault."""
    return StoreKey(bytearray(made[1]))


def test_the_passphrase_gives_the_officer_and_the_key(path: Path, key: StoreKey) -> None:
    unlocked = Vault.read(path).unlock(WORDS)
    assert unlocked.officer == ANNA
    assert unlocked.key.secret == key.secret


def test_another_passphrase_opens_nothing(path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        Vault.read(path).unlock(WORDS + "!")


def test_the_recovery_identity_gives_the_same_key(path: Path, key: StoreKey) -> None:
    assert Vault.read(path).recover(str(RECOVERY)).secret == key.secret


@pytest.mark.parametrize(
    "identity",
    [str(pyrage.x25519.Identity.generate()), "", "AGE-SECRET-KEY-1NONSENSE"],
    ids=["another", "none", "nonsense"],
)
def test_another_recovery_identity_is_the_wrong_key(path: Path, identity: str) -> None:
    with pytest.raises(WrongKey):
        Vault.read(path).recover(identity)


def test_two_officers_open_the_same_store_each_with_their_own_words(path: Path, key: StoreKey) -> None:
    vault = Vault.read(path).add_officer(key, officer=BEN, passphrase="other words", cost=LEAST_COST, now=NOW, new_id=Ids(3))
    assert Vault.read(path).officers == vault.officers == (ANNA, BEN)
    unlocked = Vault.read(path).unlock("other words")
    assert (unlocked.officer, unlocked.key.secret) == (BEN, key.secret)
    with pytest.raises(WrongPassphrase):
        vault.unlock("other words", officer=ANNA)


def test_a_changed_passphrase_replaces_the_old_one_and_keeps_the_key(path: Path, key: StoreKey) -> None:
    Vault.read(path).change_passphrase(old=WORDS, new="new words now", cost=LEAST_COST, now=NOW, new_id=Ids(4))
    vault = Vault.read(path)
    assert vault.unlock("new words now").key.secret == key.secret
    for each in (vault, Vault.read_spare(path)):
        with pytest.raises(WrongPassphrase):
            each.unlock(WORDS)
    assert vault.recover(str(RECOVERY)).secret == key.secret


def test_only_the_holder_of_the_key_changes_slots(path: Path) -> None:
    before = path.read_bytes()
    stranger = StoreKey.random()
    vault = Vault.read(path)
    with pytest.raises(WrongKey):
        vault.add_officer(stranger, officer=BEN, passphrase="x", cost=LEAST_COST, now=NOW, new_id=Ids())
    assert path.read_bytes() == before


def test_an_existing_vault_is_never_overwritten(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreExists):
        Vault.create(path, officer=BEN, passphrase="x", cost=LEAST_COST, now=NOW, new_id=Ids())
    assert path.read_bytes() == before


def test_a_missing_vault_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NoStore):
        Vault.read(tmp_path / VAULT_NAME)


def test_a_folder_in_the_place_of_the_vault_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        Vault.read(tmp_path)


def test_a_newer_vault_is_named_as_such(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"s2w-vault/1\n", b"s2w-vault/2\n", 1))
    with pytest.raises(NewerVault):
        Vault.read(path)


def test_no_part_of_the_key_shows_in_a_repr(path: Path, key: StoreKey) -> None:
    unlocked = Vault.read(path).unlock(WORDS)
    for shown in (repr(unlocked), repr(unlocked.key), repr(key), str(key)):
        assert bytes(key.secret).hex()[:8] not in shown
        assert repr(bytes(key.secret))[2:12] not in shown


def test_a_wiped_key_is_refused(key: StoreKey) -> None:
    place = key.secret
    key.wipe()
    key.wipe()
    assert key.is_wiped
    assert not any(place)
    with pytest.raises(ValueError, match="wiped"):
        _ = key.secret


def _object(header: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(header.split(b"\n")[1])
    return found


def _slot(plain: dict[str, object]) -> dict[str, object]:
    slots = plain["slots"]
    assert isinstance(slots, list)
    slot: dict[str, object] = slots[0]
    return slot


def _kdf(plain: dict[str, object], **changed: object) -> None:
    kdf = _slot(plain)["kdf"]
    assert isinstance(kdf, dict)
    kdf |= changed


HOSTILE: dict[str, Callable[[dict[str, object]], object]] = {
    "memory for a mainframe": lambda plain: _kdf(plain, m=64 * 1024 * 1024),
    "too little memory": lambda plain: _kdf(plain, m=8),
    "endless passes": lambda plain: _kdf(plain, t=2**31),
    "one pass": lambda plain: _kdf(plain, t=1),
    "passes as a truth value": lambda plain: _kdf(plain, t=True),
    "passes as text": lambda plain: _kdf(plain, t="3"),
    "another algorithm": lambda plain: _kdf(plain, alg="argon2i"),
    "more lanes": lambda plain: _kdf(plain, p=4),
    "a short salt": lambda plain: _kdf(plain, salt="AAAA"),
    "an unknown key": lambda plain: plain.update(more=1),
    "no slots": lambda plain: plain.update(slots=[]),
    "slots that are none": lambda plain: plain.update(slots={"a": 1}),
    "a slot of another type": lambda plain: _slot(plain).update(type="keyring"),
    "a slot without type": lambda plain: _slot(plain).pop("type"),
    "a slot twice": lambda plain: plain.update(slots=[_slot(plain)] * 2),
    "too many slots": lambda plain: plain.update(slots=[_slot(plain) | {"id": str(UUID(int=n, version=4))} for n in range(32)]),
    "an id that is none": lambda plain: plain.update(vault="../../etc/passwd"),
    "a time that is none": lambda plain: _slot(plain).update(created="yesterday"),
    "a number as id": lambda plain: plain.update(vault=5),
}


@pytest.mark.parametrize("fault", HOSTILE)
def test_a_hostile_header_is_damage_even_before_any_work_is_done(path: Path, fault: str) -> None:
    lines = path.read_bytes().split(b"\n")
    plain = _object(path.read_bytes())
    HOSTILE[fault](plain)
    lines[1] = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(VaultDamaged):
        Vault.read(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n\n", b"s2w-vault/1\n", b"s2w-vault/1\n{}\n" + b"0" * 64 + b"\n", b"x" * (MAX_BYTES + 1), b"[" * 60000],
    ids=["empty", "blank lines", "cut", "empty object", "too large", "deep"],
)
def test_what_is_no_vault_is_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(VaultDamaged):
        Vault.read(path)


def test_deep_json_in_the_second_line_is_damage(path: Path) -> None:
    path.write_bytes(b"s2w-vault/1\n" + b"[" * 30000 + b"]" * 30000 + b"\n" + b"0" * 64 + b"\n")
    with pytest.raises(VaultDamaged):
        Vault.read(path)


def test_a_key_said_twice_is_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'{"slots"', b'{"slots":[],"slots"', 1))
    with pytest.raises(VaultDamaged):
        Vault.read(path)


def test_a_slot_from_another_vault_does_not_open_this_one(path: Path, key: StoreKey) -> None:
    foreign = make_content(UUID(int=9, version=4), Vault.read(path).content.slots, key)
    path.write_bytes(foreign.encoded())
    with pytest.raises(WrongPassphrase):
        Vault.read(path).unlock(WORDS)
    with pytest.raises(VaultDamaged):
        Vault.read(path).recover(str(RECOVERY))


def test_a_slot_taken_away_by_another_hand_is_noticed(path: Path) -> None:
    lines = path.read_bytes().split(b"\n")
    plain = _object(path.read_bytes())
    plain["slots"] = [_slot(plain)]
    lines[1] = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(VaultDamaged):
        Vault.read(path).unlock(WORDS)


def _opens(path: Path, damaged: bytes) -> bool:
    path.write_bytes(damaged)
    try:
        Vault.read(path).unlock(WORDS)
    except S2wError:
        return False
    return True


SAMPLED = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SAMPLED
@given(data=st.data())
def test_no_flipped_bit_is_accepted(made: tuple[bytes, bytes], path: Path, data: st.DataObject) -> None:
    damaged = bytearray(made[0])
    place = data.draw(st.integers(0, len(damaged) - 1), label="byte")
    damaged[place] ^= 1 << data.draw(st.integers(0, 7), label="bit")
    assert not _opens(path, bytes(damaged))


@SAMPLED
@given(data=st.data())
def test_no_cut_vault_is_accepted(made: tuple[bytes, bytes], path: Path, data: st.DataObject) -> None:
    assert not _opens(path, made[0][: data.draw(st.integers(0, len(made[0]) - 1), label="length")])
