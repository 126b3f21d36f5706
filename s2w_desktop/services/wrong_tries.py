"""Every way in by a passphrase or the words of a sheet counts its wrong tries in one place, and waits for the same ones.

Window, cover, settings and command line share the count of a store, and a new start of the program does not forget it.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from s2w_desktop.domain.disk_errors import DISK_ERRORS
from s2w_desktop.domain.errors import WrongPassphrase, WrongRecoveryWords
from s2w_desktop.domain.unlock_errors import MustWait
from s2w_desktop.domain.waiting import WrongTries
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.layout import StorePlace, local_folder
from s2w_desktop.storage.wrong_tries import forget_tries, read_tries, write_tries


def seconds_to_wait(place: StorePlace, sources: Sources) -> int:
    """Whole seconds until a passphrase is tried again; 0 when one is tried at once."""
    tries = read_tries(local_folder(place))
    return tries.seconds_left(at=sources.now().timestamp(), running=sources.running()) if tries else 0


@contextmanager
def counted(place: StorePlace, sources: Sources) -> Iterator[None]:
    """Around one try of a secret: what is wrong is counted, what is right lets counting begin anew.

    Raises MustWait before anything is tried, and what comes out of the block. A count that cannot be kept, on a disk that is full
    or read-only, does not stand in the way.
    """
    left = seconds_to_wait(place, sources)
    if left:
        raise MustWait(left)
    try:
        yield
    except (WrongPassphrase, WrongRecoveryWords):
        folder = local_folder(place)
        before = read_tries(folder)
        tries = WrongTries(before.count + 1 if before else 1, sources.now().timestamp(), sources.running())
        with suppress(*DISK_ERRORS):
            write_tries(folder, tries)
        raise
    forget_tries(local_folder(place))
