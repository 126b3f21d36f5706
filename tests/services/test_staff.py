"""Who works with a store: coming, getting duties, leaving."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.domain.duties import EVERY_DUTY, Duty
from s2w_desktop.domain.errors import PassphraseTooWeak, WrongPassphrase
from s2w_desktop.domain.exchange_errors import (
    LastAdministrator,
    NotPermitted,
    PassphraseTaken,
    TooManyOfficers,
    UnknownOfficer,
)
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.setup import unlock_store
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.kdf import LEAST_COST
from s2w_desktop.storage.key_slots import PassphraseSlot
from s2w_desktop.storage.layout import VAULT_NAME
from s2w_desktop.storage.vault import MOST_OFFICERS, Vault
from s2w_desktop.storage.vault_file import make_content
from tests.services.colleagues import office_of
from tests.services.places import export, interview
from tests.workplaces import PASSPHRASE, enrol, make_workplace, reopen

WORDS = "violet anchor meadow candle"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "laptop"


@pytest.fixture
def laptop(folder: Path) -> Iterator[Workplace]:
    """With a vault that passphrases open."""
    with closing(make_workplace(folder)) as workplace:
        yield workplace


def test_somebody_new_opens_the_store_under_their_own_name(laptop: Workplace, folder: Path) -> None:
    added = laptop.office.staff.add("  Ana ", [Duty.INTERVIEWER], WORDS, LEAST_COST)
    assert (added.name, added.duties) == ("Ana", frozenset({Duty.INTERVIEWER}))
    assert [one.name for one in laptop.office.staff.present()] == ["Officer", "Ana"]
    first = laptop.officer
    laptop.close()
    opened = unlock_store(folder, WORDS)
    opened.store.close()
    assert opened.officer == added.id
    again = unlock_store(folder, PASSPHRASE)
    again.store.close()
    assert again.officer == first


def test_who_left_opens_nothing_and_may_nothing_but_stays_known(laptop: Workplace, folder: Path) -> None:
    staff = laptop.office.staff
    ana = staff.add("Ana", EVERY_DUTY, WORDS, LEAST_COST)
    still_open = office_of(laptop, ana.id)
    staff.remove(ana.id)
    assert ([one.name for one in staff.present()], [one.name for one in staff.former()]) == (["Officer"], ["Ana"])
    for vault in (Vault.read(folder / VAULT_NAME), Vault.read_spare(folder / VAULT_NAME)):
        with pytest.raises(WrongPassphrase):
            vault.unlock(WORDS)
    with pytest.raises(NotPermitted):  # in a window that stayed open
        still_open.staff.give(laptop.officer, EVERY_DUTY)
    with pytest.raises(UnknownOfficer):
        staff.named("Ana")
    with pytest.raises(UnknownOfficer):
        staff.give(ana.id, EVERY_DUTY)


def test_f25_the_work_of_somebody_who_left_is_handed_over_as_always(laptop: Workplace, folder: Path, tmp_path: Path) -> None:
    with closing(make_workplace(tmp_path / "hq", Role.HEADQUARTERS)) as hq:
        enrol(laptop, hq, tmp_path / "enrolment")
        profile = interview(laptop)
        other = laptop.office.staff.add("Ben", EVERY_DUTY, WORDS, LEAST_COST)
        gone = laptop.officer
        laptop.close()
        with closing(reopen(folder, WORDS)) as mine:
            assert mine.officer == other.id
            mine.office.staff.remove(gone)
            taken = hq.importing.take(export(mine, tmp_path / "stick"))
        assert (taken.new, taken.quarantined) == (1, ())
        assert hq.store.profiles.load(profile).revisions[0].officer == gone


def test_somebody_stays_who_can_let_others_in(laptop: Workplace) -> None:
    staff = laptop.office.staff
    with pytest.raises(LastAdministrator):
        staff.remove(staff.me)
    with pytest.raises(LastAdministrator):
        staff.give(staff.me, [Duty.INTERVIEWER])
    ben = staff.add("Ben", [Duty.ADMINISTRATOR], WORDS, LEAST_COST)
    staff.give(staff.me, [Duty.INTERVIEWER])
    assert not staff.may_change
    with pytest.raises(NotPermitted):
        staff.remove(ben.id)
    with pytest.raises(LastAdministrator):
        office_of(laptop, ben.id).staff.remove(ben.id)
    office_of(laptop, ben.id).staff.remove(staff.me)
    assert staff.present() == (ben,)


def test_only_who_may_changes_anything(laptop: Workplace) -> None:
    everything_else = office_of(laptop, laptop.office.staff.add("Ana", EVERY_DUTY - {Duty.ADMINISTRATOR}, WORDS, LEAST_COST).id)
    before = laptop.store.officers.all()
    with pytest.raises(NotPermitted):
        everything_else.staff.add("Eve", EVERY_DUTY, "quarry timber lantern mosaic", LEAST_COST)
    with pytest.raises(NotPermitted):
        everything_else.staff.give(everything_else.staff.me, EVERY_DUTY)
    with pytest.raises(NotPermitted):
        everything_else.staff.remove(laptop.officer)
    assert laptop.store.officers.all() == before == everything_else.staff.present()


def test_a_passphrase_is_hard_to_guess_and_nobody_elses(laptop: Workplace, folder: Path) -> None:
    staff = laptop.office.staff
    for passphrase, refusal in (("short", PassphraseTooWeak), (PASSPHRASE, PassphraseTaken)):
        with pytest.raises(refusal):
            staff.add("Ana", EVERY_DUTY, passphrase, LEAST_COST)
    staff.add("Ana", EVERY_DUTY, WORDS, LEAST_COST)
    with pytest.raises(PassphraseTaken):
        Vault.read(folder / VAULT_NAME).change_passphrase(
            old=PASSPHRASE, new=WORDS, cost=LEAST_COST, now=laptop.sources.now(), new_id=laptop.sources.new_id
        )
    assert [one.name for one in staff.present()] == ["Officer", "Ana"]


def test_people_are_named_by_a_whole_name_or_by_id(laptop: Workplace) -> None:
    staff = laptop.office.staff
    ana = staff.add("Ana", EVERY_DUTY, WORDS, LEAST_COST)
    assert staff.named(" Ana") == staff.named(str(ana.id)) == ana
    other = staff.add("Ana", EVERY_DUTY, "quarry timber lantern mosaic", LEAST_COST)
    for untrusted in ("Ana", "An", "", str(laptop.station.device)):
        with pytest.raises(UnknownOfficer):
            staff.named(untrusted)
    assert staff.named(str(other.id)) == other


def test_the_vault_keeps_a_place_for_the_recovery_key(laptop: Workplace, folder: Path) -> None:
    vault = Vault.read(folder / VAULT_NAME)
    (slot,) = vault.content.slots
    assert isinstance(slot, PassphraseSlot)
    copies = tuple(replace(slot, id=uuid4(), officer=OfficerId(uuid4())) for _ in range(MOST_OFFICERS - 1))
    key = vault.unlock(PASSPHRASE).key
    full = Vault(vault.shelf, make_content(vault.content.id, (slot, *copies), key))
    now, new_id = laptop.sources.now(), laptop.sources.new_id
    with pytest.raises(TooManyOfficers):
        full.add_officer(key, officer=OfficerId(uuid4()), passphrase=WORDS, cost=LEAST_COST, now=now, new_id=new_id)
    recovery = Identity.generate().recipient
    assert len(full.set_recovery(key, recipient=recovery, now=now, new_id=new_id).content.slots) == MOST_OFFICERS + 1


def test_everybody_has_a_name_and_the_store_a_passphrase(laptop: Workplace) -> None:
    for name in ("", "  ", "x" * 201):
        with pytest.raises(ValueError, match="name"):
            laptop.office.staff.add(name, EVERY_DUTY, WORDS, LEAST_COST)
    with pytest.raises(ValueError, match="nobody"):
        laptop.store.shut_out(laptop.officer)
