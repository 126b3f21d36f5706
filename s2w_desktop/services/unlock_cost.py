"""How hard a passphrase is to try, fitted to this machine; for window, command line and benches alike."""

import time

from s2w_desktop.services.passphrases import UNLOCK_SECONDS
from s2w_desktop.storage.kdf import KdfCost, calibrated_cost

MOST_MEMORY_BYTES = 256 * 1024 * 1024  # more would not be there on the smallest laptops


def unlock_cost(target_seconds: float = UNLOCK_SECONDS) -> KdfCost:
    """What unlocking should cost on this machine, so that it takes about so long. Takes several times that to find out."""
    return calibrated_cost(target_seconds=target_seconds, memory_limit_bytes=MOST_MEMORY_BYTES, clock=time.perf_counter)
