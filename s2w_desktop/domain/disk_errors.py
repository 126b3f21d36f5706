"""What the operating system's refusals to write mean to a person: six failures out of many error numbers."""

import errno
from typing import Final

from s2w_desktop.domain.errors import DiskFull, FileTooLarge, S2wError, TargetGone, TargetReadOnly


class PathTooLong(S2wError):
    """A name, or all names on the way to the file together, are longer than the place takes."""

    code = "E-DISK-8"


class DiskRefused(S2wError):
    """Writing failed in a way that nobody foresaw."""

    code = "E-DISK-9"


DISK_ERRORS: Final = (DiskFull, TargetReadOnly, TargetGone, FileTooLarge, PathTooLong, DiskRefused)
"""All that `disk_error` gives."""

_MEANINGS: Final[dict[int, type[S2wError]]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: TargetReadOnly,
    errno.EACCES: TargetReadOnly,
    errno.EPERM: TargetReadOnly,
    errno.EFBIG: FileTooLarge,
    errno.ENAMETOOLONG: PathTooLong,
    errno.EIO: TargetGone,
    errno.EISDIR: TargetGone,
    errno.ENODEV: TargetGone,
    errno.ENOENT: TargetGone,
    errno.ENOTCONN: TargetGone,
    errno.ENOTDIR: TargetGone,
    errno.ENXIO: TargetGone,
    errno.EPIPE: TargetGone,
    errno.ESTALE: TargetGone,
}

_WINDOWS_MEANINGS: Final[dict[int, type[S2wError]]] = {
    21: TargetGone,  # not ready
    31: TargetGone,  # not functioning
    55: TargetGone,  # no longer available
    206: PathTooLong,
    223: FileTooLarge,
    433: TargetGone,  # no such device
    1006: TargetGone,  # the volume was changed from outside
    1117: TargetGone,  # input or output failed
    1167: TargetGone,  # not connected
}
"""Where Windows says more than the number that Python makes of it: it takes most of these for "not allowed" or "invalid"."""


def disk_error(cause: OSError) -> S2wError:
    """The failure to raise from `cause`, one of DISK_ERRORS."""
    told = _WINDOWS_MEANINGS.get(getattr(cause, "winerror", None) or 0)
    return (told or _MEANINGS.get(cause.errno or 0, DiskRefused))()
