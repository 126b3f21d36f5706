"""Where a store is better not kept: shares and folders that are copied elsewhere, told by real folders and real lines (F06)."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from s2w_desktop.domain.server_address import ServerAddress
from s2w_desktop.storage.layout import ServerPlace
from s2w_desktop.storage.poor_places import PoorPlace, is_share, is_share_name, kind_of_mount, poor_place

MOUNTS = r"""/dev/mapper/fedora-root / ext4 rw,seclabel,relatime 0 0
tmpfs /run tmpfs rw,nosuid,nodev,seclabel,mode=755 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw,nosuid,nodev,relatime,user_id=1000,group_id=1000 0 0
grimlock.g.a:/mnt/data /home/adrian/fotos fuse.sshfs rw,nosuid,nodev,relatime,user_id=1000,group_id=1000 0 0
systemd-1 /mnt/archive autofs rw,relatime,fd=48,pgrp=1,timeout=0 0 0
nas:/volume1/archive /mnt/archive nfs4 rw,relatime,vers=4.1,hard,proto=tcp 0 0
//nas/photos /mnt/photos cifs rw,relatime,vers=3.1.1,cache=strict 0 0
/dev/sdb1 /mnt/photos/local ext4 rw,relatime 0 0
/dev/sdc1 /run/media/jess/My\040Card exfat rw,nosuid,nodev 0 0
server:/e /mnt/with\040space nfs rw,vers=4.2 0 0
"""
"""Lines of /proc/mounts of several machines."""


@pytest.mark.parametrize(
    ("folder", "kind", "told"),
    [
        ("/home/adrian/.local/share/s2w_desktop/store", "ext4", False),
        ("/home/adrian/fotos/store", "fuse.sshfs", True),
        ("/home/adrian/fotos2/store", "ext4", False),
        ("/run/user/1000/gvfs/smb-share:server=nas,share=x/store", "fuse.gvfsd-fuse", True),
        ("/mnt/archive", "nfs4", True),
        ("/mnt/photos/store", "cifs", True),
        ("/mnt/photos/local/store", "ext4", False),
        ("/run/media/jess/My Card/store", "exfat", False),
        ("/mnt/with space/store", "nfs", True),
    ],
)
def test_a_share_is_told_from_a_disk_by_what_is_mounted(folder: str, kind: str, *, told: bool) -> None:
    found = kind_of_mount(PurePosixPath(folder), MOUNTS)
    assert (found, is_share(found)) == (kind, told)


def test_a_share_of_windows_is_told_by_its_name() -> None:
    shares = (r"\\nas\field\store", r"\\?\UNC\nas\field\store")
    disks = (r"C:\Users\jess\store", r"\\?\C:\store", r"\\.\C:\store")
    assert [is_share_name(PureWindowsPath(one).drive) for one in (*shares, *disks)] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        ("Dropbox/.dropbox.cache/", "Dropbox"),
        ("Sync/.stfolder/", "Syncthing"),
        ("Nextcloud/.sync_3f2a9c0b1d2e.db", "Nextcloud"),
        ("Nextcloud/._sync_3f2a9c0b1d2e.db", "Nextcloud"),
        ("Cloud/.nextcloudsync.log", "Nextcloud"),
        ("Cloud/.owncloudsync.log", "ownCloud"),
        ("Drive/.tmp.driveupload/", "Google Drive"),
        ("OneDrive - Example Aid/", "OneDrive"),
        ("Library/CloudStorage/OneDrive-ExampleAid/", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/", "iCloud"),
    ],
)
def test_a_folder_that_a_service_copies_is_told_by_the_marks_it_leaves(tmp_path: Path, mark: str, service: str) -> None:
    marked = tmp_path / mark
    (marked if mark.endswith("/") else marked.parent).mkdir(parents=True)
    if not marked.exists():
        marked.touch()
    top = marked if mark.endswith("/") and not marked.name.startswith(".") else marked.parent
    store = top / "aid" / "store"  # it need not be there yet
    assert poor_place(store, {}) == PoorPlace(service)
    store.mkdir(parents=True)
    (tmp_path / "shortcut").symlink_to(store)
    assert poor_place(tmp_path / "shortcut", {}) == PoorPlace(service)
    assert poor_place(tmp_path / "beside", {}) is None


def test_the_folder_that_windows_names_in_the_environment_is_told(tmp_path: Path) -> None:
    environ = {"OneDriveCommercial": str(tmp_path / "work"), "OneDrive": ""}
    assert poor_place(tmp_path / "work" / "store", environ) == PoorPlace("OneDrive")
    assert poor_place(tmp_path / "workshop" / "store", environ) is None


def test_a_database_on_a_server_and_a_folder_that_cannot_be_read_tell_nothing(tmp_path: Path) -> None:
    address = ServerAddress.parse("postgresql+psycopg://anna@db.example.org/s2w")
    assert poor_place(ServerPlace(address, tmp_path), {"OneDrive": str(tmp_path)}) is None
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert poor_place(tmp_path / "round" / "store", {}) is None
