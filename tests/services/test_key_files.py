"""Keys that leave the store as files, held against the standard tools."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from s2w_desktop.bundle.identity_file import unlock_identity
from s2w_desktop.domain.errors import FileUnreadable, KeyFileDamaged, PassphraseTooWeak, TargetExists, TrainingOnly
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.key_files import export_training_keys, read_recovery_recipient, write_recovery_key
from s2w_desktop.services.workplace import Workplace
from tests.services.places import PASSPHRASE, Place, enrol, export, interview

HAS_TOOLS = all(shutil.which(tool) for tool in ("age", "minisign", "tar"))


def test_a_recovery_key_is_locked_for_the_owner_only(tmp_path: Path) -> None:
    files = write_recovery_key(tmp_path / "recovery.age", PASSPHRASE)
    assert unlock_identity(files.secret.read_bytes(), PASSPHRASE).recipient == files.recipient
    assert read_recovery_recipient(files.public) == files.recipient
    if os.name != "nt":
        assert files.secret.stat().st_mode & 0o077 == 0


def test_a_recovery_key_overwrites_nothing(tmp_path: Path) -> None:
    write_recovery_key(tmp_path / "recovery.age", PASSPHRASE)
    before = (tmp_path / "recovery.age").read_bytes()
    with pytest.raises(TargetExists):
        write_recovery_key(tmp_path / "recovery.age", PASSPHRASE)
    assert (tmp_path / "recovery.age").read_bytes() == before


def test_an_easy_passphrase_makes_no_recovery_key(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooWeak):
        write_recovery_key(tmp_path / "recovery.age", "passwordpassword")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"age1nonsense\n", b"a\nb\n", b"\xff\xff"])
def test_what_is_no_recipient_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(KeyFileDamaged):
        read_recovery_recipient(tmp_path / "file")


def test_a_recipient_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_recovery_recipient(tmp_path / "none")


def test_keys_of_a_real_store_never_leave_it(hq: Workplace, laptop: Workplace, tmp_path: Path) -> None:
    for workplace in (hq, laptop):
        with pytest.raises(TrainingOnly):
            export_training_keys(workplace.store, tmp_path / "keys")
    assert not (tmp_path / "keys").exists()


@pytest.mark.skipif(not HAS_TOOLS, reason="needs age, minisign and tar")
def test_training_keys_open_and_verify_a_bundle_with_standard_tools(tmp_path: Path, stick: Path) -> None:
    office = Place(tmp_path / "office", Role.HEADQUARTERS, training=True).open()
    trainee = Place(tmp_path / "trainee", Role.FIELD, training=True).open()
    enrol(headquarters=office, laptop=trainee, folder=tmp_path / "enrolment")
    interview(trainee)
    bundle = export(trainee, stick)
    keys = tmp_path / "keys"
    export_training_keys(office.store, keys)
    export_training_keys(trainee.store, keys)
    office.close()
    trainee.close()
    opened = tmp_path / "opened"
    opened.mkdir()
    plain = subprocess.run(
        ["age", "--decrypt", "-i", str(keys / "hq-identity.txt"), str(bundle)], check=True, capture_output=True
    ).stdout
    subprocess.run(["tar", "x", "-C", str(opened)], input=plain, check=True)
    subprocess.run(["minisign", "-Vm", str(opened / "manifest.json"), "-p", str(keys / "device.pub")], check=True)
