"""A store whose passphrase is lost, opened with the recovery key of headquarters (F21)."""

from pathlib import Path

import pytest

from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.domain.errors import PassphraseTooWeak
from s2w_desktop.storage.layout import VAULT_NAME
from tests.cli.program import PASSPHRASE, Office, make_office, s2w

NEW = "nine quiet herons mend umbrellas"


@pytest.fixture(params=["hq", "field"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    """A store that has a recovery key, whose file is safe.age; and one person works with it."""
    s2w("keygen", "recovery", "--out", tmp_path / "safe.age", answers=[PASSPHRASE, PASSPHRASE])
    made = make_office(tmp_path / "store", request.param, "--training", "--recovery", tmp_path / "safe.age.pub")
    assert made("demo", "--profiles", 1).code == (0 if request.param == "field" else ExitCode.NOT_ALLOWED)
    return made


def place(office: Office) -> tuple[object, ...]:
    return ("--store", office.folder)


def test_the_recovery_key_gives_the_officer_a_new_passphrase(office: Office, tmp_path: Path) -> None:
    before = office("profile", "list", "--json").out
    done = s2w("keygen", "reopen", *place(office), "--recovery-file", tmp_path / "safe.age", answers=[PASSPHRASE, NEW, NEW])
    assert (done.code, done.err.count("passphrase")) == (0, 1)
    assert office("profile", "list").code == ExitCode.WRONG_KEY  # with the one that was lost
    assert s2w("profile", "list", *place(office), "--json", answers=[NEW]).out == before
    log = s2w("audit", "list", *place(office), "--json", answers=[NEW])
    if log.code != ExitCode.NOT_ALLOWED:  # a laptop keeps none
        assert [one["act"] for one in log.json["entries"]].count("manage_staff") == 1


def test_another_recovery_key_opens_nothing_and_changes_nothing(office: Office, tmp_path: Path) -> None:
    s2w("keygen", "recovery", "--out", tmp_path / "other.age", answers=[PASSPHRASE, PASSPHRASE])
    before = (office.folder / VAULT_NAME).read_bytes()
    done = s2w("keygen", "reopen", *place(office), "--recovery-file", tmp_path / "other.age", answers=[PASSPHRASE, NEW, NEW])
    assert done.code == ExitCode.WRONG_KEY
    assert office("profile", "list").code == ExitCode.OK
    assert (office.folder / VAULT_NAME).read_bytes() == before


def test_the_recovery_key_opens_by_the_spare_copy_of_a_vault_that_is_gone(office: Office, tmp_path: Path) -> None:
    (office.folder / VAULT_NAME).unlink()
    done = s2w("keygen", "reopen", *place(office), "--recovery-file", tmp_path / "safe.age", answers=[PASSPHRASE, NEW, NEW])
    assert done.code == ExitCode.OK
    assert s2w("profile", "list", *place(office), answers=[NEW]).code == ExitCode.OK


def test_an_easy_passphrase_and_somebody_unknown_are_refused(office: Office, tmp_path: Path) -> None:
    key = ("--recovery-file", tmp_path / "safe.age")
    easy = s2w("keygen", "reopen", *place(office), *key, "--json", answers=[PASSPHRASE, "password", "password"])
    assert easy.failure["code"] == PassphraseTooWeak.code
    nobody = s2w("keygen", "reopen", *place(office), *key, "--officer", "Nobody", "--json", answers=[PASSPHRASE, NEW, NEW])
    assert nobody.failure["code"] == "E-DUTY-5"
    assert office("profile", "list").code == ExitCode.OK


def test_where_there_is_no_store_that_is_said(tmp_path: Path) -> None:
    assert s2w("keygen", "reopen", "--store", tmp_path / "none", answers=[NEW]).code == ExitCode.NO_STORE
