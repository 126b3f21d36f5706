"""What the database driver's refusals mean, told by SQLite's result codes, never by the wording of a message."""

from s2w_desktop.domain.errors import DiskFull, S2wError, StoreDamaged, StoreInUse, TargetGone, TargetReadOnly, WrongKey

_PRIMARY_CODE = 0xFF
_IOERR_SHORT_READ = 522

_MEANINGS: dict[int, type[S2wError]] = {
    3: TargetReadOnly,  # PERM
    5: StoreInUse,  # BUSY: waited as long as we wait
    6: StoreInUse,  # LOCKED
    8: TargetReadOnly,  # READONLY
    10: TargetGone,  # IOERR
    11: StoreDamaged,  # CORRUPT: a page's HMAC or structure is wrong
    13: DiskFull,  # FULL
    14: TargetReadOnly,  # CANTOPEN: the file is there (asked before), its side files cannot be made
    26: WrongKey,  # NOTADB: the first page does not open
}


def meaning(cause: BaseException) -> S2wError | None:
    """The failure to raise for a driver error; None when it is no foreseen one, such as a broken constraint."""
    code: int = getattr(cause, "sqlite_errorcode", 0) or 0
    if code == _IOERR_SHORT_READ:
        return StoreDamaged()
    found = _MEANINGS.get(code & _PRIMARY_CODE)
    return found() if found else None
