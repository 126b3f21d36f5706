"""Small files are replaced whole or not at all, and the disk's refusals have their own names."""

import errno
import os
from pathlib import Path

import pytest

from s2w_desktop.domain.disk_errors import DISK_ERRORS, DiskRefused, PathTooLong, disk_error
from s2w_desktop.domain.errors import DiskFull, FileTooLarge, S2wError, TargetGone, TargetReadOnly
from s2w_desktop.storage.safe_files import replace_file
from tests.storage.disks import fill_up, read_only, small_disk


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, TargetReadOnly),
        (errno.EACCES, TargetReadOnly),
        (errno.EPERM, TargetReadOnly),
        (errno.EFBIG, FileTooLarge),
        (errno.ENOENT, TargetGone),
        (errno.ENODEV, TargetGone),
        (errno.EIO, TargetGone),
        (errno.ENXIO, TargetGone),
        (errno.ENAMETOOLONG, PathTooLong),
        (errno.EINVAL, DiskRefused),
        (0, DiskRefused),
    ],
)
def test_each_refusal_of_the_system_has_its_meaning(number: int, meant: type[S2wError]) -> None:
    assert type(disk_error(OSError(number, "no"))) is meant


@pytest.mark.parametrize(("number", "meant"), [(206, PathTooLong), (1167, TargetGone), (223, FileTooLarge), (112, DiskFull)])
def test_what_windows_says_more_exactly_than_its_number_counts(number: int, meant: type[S2wError]) -> None:
    refused = OSError(errno.ENOSPC if number == 112 else errno.EINVAL, "no")
    refused.winerror = number  # type: ignore[attr-defined,unused-ignore]  # elsewhere it is no part of the class
    assert type(disk_error(refused)) is meant


def test_every_refusal_is_one_of_the_disk_errors(tmp_path: Path) -> None:
    assert isinstance(disk_error(OSError("no")), DiskRefused)
    assert {type(disk_error(OSError(number, "no"))) for number in errno.errorcode} == set(DISK_ERRORS)
    with pytest.raises(PathTooLong):
        replace_file(tmp_path / ("long" * 100), b"")


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "file"
    replace_file(target, b"one")
    replace_file(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    replace_file(tmp_path / "file", b"one")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(TargetGone):
        replace_file(tmp_path / "gone" / "file", b"one")


def test_a_full_disk_leaves_the_older_file_and_no_rest(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "256k") as disk:
        replace_file(disk / "file", b"old")
        fill_up(disk, leave=4096)
        with pytest.raises(DiskFull):
            replace_file(disk / "file", bytes(65536))
        assert (disk / "file").read_bytes() == b"old"
        assert sorted(path.name for path in disk.iterdir()) == ["file", "filler"]


def test_a_read_only_disk_leaves_the_older_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "256k") as disk:
        replace_file(disk / "file", b"old")
        with read_only(disk), pytest.raises(TargetReadOnly):
            replace_file(disk / "file", b"new")
        assert (disk / "file").read_bytes() == b"old"
