"""Keys that leave the store as files: a recovery key for the safe, and the keys of training stores."""

from dataclasses import dataclass
from pathlib import Path

from s2w_desktop.bundle.age import Identity, check_recipient
from s2w_desktop.bundle.identity_file import lock_identity, unlock_identity
from s2w_desktop.bundle.minisign import public_key_file
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import FileUnreadable, KeyFileDamaged, PassphraseTooWeak, TargetExists, TrainingOnly
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.passphrases import judge
from s2w_desktop.storage.safe_files import replace_file
from s2w_desktop.storage.store import Store

PUBLIC_SUFFIX = ".pub"
_LIMIT_BYTES = 4096


@dataclass(frozen=True)
class RecoveryFiles:
    """The secret key, locked with a passphrase, and beside it the public part that `init --recovery` takes."""

    secret: Path
    public: Path
    recipient: str


def write_recovery_key(path: Path, passphrase: str) -> RecoveryFiles:
    """Make a recovery key. Raises PassphraseTooWeak, TargetExists, DiskFull, TargetReadOnly, TargetGone."""
    public = path.with_name(path.name + PUBLIC_SUFFIX)
    if not judge(passphrase).is_enough:
        raise PassphraseTooWeak
    if path.exists() or public.exists():
        raise TargetExists
    identity = Identity.generate()
    replace_file(path, lock_identity(identity, passphrase))
    replace_file(public, f"{identity.recipient}\n".encode("ascii"))
    return RecoveryFiles(path, public, identity.recipient)


def read_recovery_recipient(path: Path) -> str:
    """The recipient of a public file. Raises FileUnreadable, KeyFileDamaged."""
    try:
        with path.open("rb") as file:
            untrusted = file.read(_LIMIT_BYTES)
    except OSError as cause:
        raise FileUnreadable from cause
    lines = [line for line in untrusted.decode("utf-8", "replace").splitlines() if line and not line.startswith("#")]
    if len(lines) != 1:
        raise KeyFileDamaged
    return check_recipient(lines[0])


def export_training_keys(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write the keys with which standard tools open and verify a training store's bundles.

    At headquarters `hq-identity.txt` (for `age -i`) and `hq.pub`, on a laptop `device.pub` (for `minisign -p`).
    Raises TrainingOnly for a real store, and the failures of a disk.
    """
    station, keys = store.stations.station(), store.stations.keys()
    if not station.training:
        raise TrainingOnly
    signing = public_key_file(keys.signing_key).encode("ascii")
    files = {"device.pub": signing}
    if station.role is Role.HEADQUARTERS:
        identity = f"# training only\n# public key: {keys.recipient}\n{keys.identity}\n".encode("ascii")
        files = {"hq-identity.txt": identity, "hq.pub": signing}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise disk_error(cause) from cause
    for name, content in files.items():
        replace_file(folder / name, content)
    return tuple(folder / name for name in files)


def read_recovery_key(path: Path, passphrase: str) -> Identity:
    """The secret recovery key of the file that `keygen recovery` made. Raises FileUnreadable, KeyFileDamaged, WrongPassphrase."""
    try:
        with path.open("rb") as file:
            untrusted = file.read(_LIMIT_BYTES + 1)
    except OSError as cause:
        raise FileUnreadable from cause
    if len(untrusted) > _LIMIT_BYTES:
        raise KeyFileDamaged
    return unlock_identity(untrusted, passphrase)


def typed_recovery_key(untrusted_secret: str) -> Identity:
    """The key as it is typed from paper; letters may be small, and spaces stand between them. Raises KeyFileDamaged."""
    return Identity.parse("".join(untrusted_secret.split()).upper())
