"""What the operating system's refusals to write mean to a person: four failures out of many error numbers."""

import errno

from s2w_desktop.domain.errors import DiskFull, FileTooLarge, S2wError, TargetGone, TargetReadOnly

_MEANINGS: dict[int, type[S2wError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: TargetReadOnly,
    errno.EACCES: TargetReadOnly,
    errno.EPERM: TargetReadOnly,
    errno.EFBIG: FileTooLarge,
}


def disk_error(cause: OSError) -> S2wError:
    """The failure to raise from `cause`. Whatever is not known means that the target is gone (ENOENT, ENODEV, EIO, ENXIO …)."""
    return _MEANINGS.get(cause.errno or 0, TargetGone)()
