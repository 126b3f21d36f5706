"""Headquarters' own key is gone: the recovery key takes in what laptops sent meanwhile (F22)."""

import shutil
from pathlib import Path

import pytest

from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.storage.layout import DATABASE_NAME
from tests.cli.program import PASSPHRASE, Office, Ran, enrol, export, make_office, s2w

PEOPLE = 3


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def hq(tmp_path: Path) -> Office:
    """With a recovery key, whose file is safe.age."""
    s2w("keygen", "recovery", "--out", tmp_path / "safe.age", answers=[PASSPHRASE, PASSPHRASE])
    return make_office(tmp_path / "hq", "hq", "--training", "--recovery", tmp_path / "safe.age.pub")


def by_recovery_key(hq: Office, bundle: Path, *more: object) -> Ran:
    """The way of an administrator who types both passphrases."""
    typed = [PASSPHRASE, PASSPHRASE]
    return s2w("import", bundle, "--store", hq.folder, "--recovery", *more, "--json", answers=typed)


def test_what_was_written_to_a_key_that_is_lost_comes_in_by_the_recovery_key(hq: Office, stick: Path, tmp_path: Path) -> None:
    laptop = make_office(tmp_path / "laptop", "field", "--training")
    enrol(hq, laptop, tmp_path / "enrolment")
    copy = shutil.copy(hq.folder / DATABASE_NAME, tmp_path / "copy")
    made = hq("keygen", "rotate", "--out", tmp_path / "keys", "--json").json
    assert laptop("ref", "install", tmp_path / "keys", "--words", " ".join(made["words"])).code == 0
    assert laptop("demo", "--profiles", PEOPLE).code == 0
    bundle = export(laptop, stick)
    for suffix in ("-wal", "-shm"):
        (hq.folder / (DATABASE_NAME + suffix)).unlink(missing_ok=True)
    shutil.copy(copy, hq.folder / DATABASE_NAME)

    assert hq("import", bundle, "--json").code == ExitCode.WRONG_KEY
    safe = ("--recovery-file", tmp_path / "safe.age")
    (looked,) = by_recovery_key(hq, bundle, *safe, "--dry-run").json["bundles"]
    (taken,) = by_recovery_key(hq, bundle, *safe).json["bundles"]
    assert looked["created_profiles"] == taken["created_profiles"] > 0
    assert len(hq("profile", "list", "--json").lines) == taken["created_profiles"]
    (again,) = by_recovery_key(hq, bundle, *safe).json["bundles"]
    assert again["created_profiles"] == 0


def test_another_recovery_key_opens_no_bundle_and_a_laptop_has_no_use_for_one(hq: Office, stick: Path, tmp_path: Path) -> None:
    laptop = make_office(tmp_path / "laptop", "field", "--training")
    enrol(hq, laptop, tmp_path / "enrolment")
    assert laptop("demo", "--profiles", PEOPLE).code == 0
    bundle = export(laptop, stick)
    s2w("keygen", "recovery", "--out", tmp_path / "other.age", answers=[PASSPHRASE, PASSPHRASE])
    other = ("--recovery-file", tmp_path / "other.age")
    assert by_recovery_key(hq, bundle, *other).code == ExitCode.WRONG_KEY
    assert hq("profile", "list", "--json").lines == []
    refused = by_recovery_key(laptop, bundle, *other)
    assert (refused.code, refused.failure["code"]) == (ExitCode.NOT_ALLOWED, "E-ROLE-1")
