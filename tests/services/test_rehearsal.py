"""Once a year the recovery key is taken from the safe and tried out."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.identity_file import lock_identity
from s2w_desktop.domain.duties import Duty
from s2w_desktop.domain.errors import FileUnreadable, KeyFileDamaged, WrongPassphrase, WrongRecipient, WrongRole
from s2w_desktop.domain.exchange_errors import NoRecoveryKey, NotPermitted, OtherRecoveryKey
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.setup import RECOVERY_FACT
from s2w_desktop.services.workplace import Workplace
from tests.services.places import PASSPHRASE, Clock, Place, enrol, export, interview

SAFE = Identity.generate()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hq(tmp_path: Path, clock: Clock) -> Iterator[Workplace]:
    """With a recovery key."""
    with closing(Place(tmp_path / "hq", Role.HEADQUARTERS, clock=clock).open()) as workplace:
        workplace.store.facts.set(RECOVERY_FACT, SAFE.recipient)
        yield workplace


def test_a_key_that_opens_a_sample_is_noted_with_day_and_officer(hq: Workplace) -> None:
    rehearsals = hq.safekeeping.rehearsals
    assert (rehearsals.last(), rehearsals.is_due()) == (None, True)
    done = rehearsals.rehearse(SAFE.text)
    assert (done.officer, done.recipient) == (hq.officer, SAFE.recipient)
    assert (rehearsals.last(), rehearsals.is_due()) == (done, False)


def test_a_key_typed_from_paper_may_have_spaces_and_small_letters(hq: Workplace) -> None:
    typed = " ".join(SAFE.text[at : at + 4] for at in range(0, len(SAFE.text), 4)).lower()
    assert hq.safekeeping.rehearsals.rehearse(f"  {typed}\n").recipient == SAFE.recipient


def test_it_is_due_again_after_a_year_and_after_a_change_of_the_recovery_key(hq: Workplace, clock: Clock) -> None:
    rehearsals = hq.safekeeping.rehearsals
    rehearsals.rehearse(SAFE.text)
    clock.pass_by(timedelta(days=364))
    assert not rehearsals.is_due()
    clock.pass_by(timedelta(days=2))
    assert rehearsals.is_due()
    rehearsals.rehearse(SAFE.text)
    hq.store.facts.set(RECOVERY_FACT, Identity.generate().recipient)
    assert rehearsals.is_due()


def test_the_file_of_the_safe_is_opened_with_its_passphrase(hq: Workplace, tmp_path: Path) -> None:
    file, rehearsals = tmp_path / "recovery.age", hq.safekeeping.rehearsals
    file.write_bytes(lock_identity(SAFE, PASSPHRASE))
    assert rehearsals.rehearse_file(file, PASSPHRASE).recipient == SAFE.recipient
    with pytest.raises(WrongPassphrase):
        rehearsals.rehearse_file(file, PASSPHRASE + "x")
    with pytest.raises(FileUnreadable):
        rehearsals.rehearse_file(tmp_path / "none", PASSPHRASE)
    file.write_bytes(file.read_bytes()[:60])
    with pytest.raises(KeyFileDamaged):
        rehearsals.rehearse_file(file, PASSPHRASE)


def test_another_key_a_slip_and_no_key_are_told_apart_and_nothing_is_noted(hq: Workplace) -> None:
    rehearsals = hq.safekeeping.rehearsals
    with pytest.raises(OtherRecoveryKey):
        rehearsals.rehearse(Identity.generate().text)
    slip = SAFE.text[:30] + ("Q" if SAFE.text[30] != "Q" else "P") + SAFE.text[31:]
    for untrusted in (slip, "", "correct horse", SAFE.recipient, SAFE.text + "A"):
        with pytest.raises(KeyFileDamaged):
            rehearsals.rehearse(untrusted)
    assert rehearsals.last() is None


def test_a_bundle_that_came_can_be_the_sample(hq: Workplace, laptop: Workplace, stick: Path, tmp_path: Path) -> None:
    rehearsals = hq.safekeeping.rehearsals
    enrol(headquarters=hq, laptop=laptop, folder=tmp_path / "enrolment")
    interview(laptop)
    sample = export(laptop, stick)
    assert rehearsals.rehearse(SAFE.text, sample).recipient == SAFE.recipient
    other = Identity.generate()
    hq.store.facts.set(RECOVERY_FACT, other.recipient)
    with pytest.raises(WrongRecipient):
        rehearsals.rehearse(other.text, sample)


def test_without_a_recovery_key_or_the_duty_nothing_is_tried(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    with pytest.raises(WrongRole):
        laptop.safekeeping.rehearsals.rehearse(SAFE.text)
    with closing(Place(tmp_path / "bare", Role.HEADQUARTERS).open()) as bare:
        assert not bare.safekeeping.rehearsals.is_due()
        with pytest.raises(NoRecoveryKey):
            bare.safekeeping.rehearsals.rehearse(SAFE.text)
    (officer,) = hq.store.officers.all()
    hq.store.officers.add(replace(officer, duties=frozenset({Duty.ANALYST})))
    with pytest.raises(NotPermitted):
        hq.safekeeping.rehearsals.rehearse(SAFE.text)


def test_the_secret_is_in_no_file_of_the_store(hq: Workplace, tmp_path: Path) -> None:
    hq.safekeeping.rehearsals.rehearse(SAFE.text)
    hq.store.checkpoint()
    secret = SAFE.text.encode()
    assert not [file for file in (tmp_path / "hq").rglob("*") if file.is_file() and secret in file.read_bytes()]
    assert SAFE.text not in str([hq.store.facts.get("recovery_rehearsed"), hq.safekeeping.rehearsals.last()])
