"""How much work one guess of a passphrase costs: Argon2id, fitted to this machine, never below a floor."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from s2w_desktop.storage import sodium

MIB = 1024 * 1024
_LEAST_MEMORY, _MOST_MEMORY = 64 * MIB, 1024 * MIB
_LEAST_PASSES, _MOST_PASSES = 2, 16


@dataclass(frozen=True)
class KdfCost:
    """Memory and passes of one derivation. Outside 64 MiB to 1 GiB and 2 to 16 passes it cannot exist (ValueError),

    so a hostile vault file cannot make a machine work itself to death.
    """

    memory_bytes: int
    passes: int

    def __post_init__(self) -> None:
        if not _LEAST_MEMORY <= self.memory_bytes <= _MOST_MEMORY or self.memory_bytes % 1024:
            raise ValueError("memory outside 64 MiB to 1 GiB")
        if not _LEAST_PASSES <= self.passes <= _MOST_PASSES:
            raise ValueError("passes outside 2 to 16")


LEAST_COST = KdfCost(_LEAST_MEMORY, 3)
"""What every new slot costs at least."""


def derive(passphrase: str, salt: bytes, cost: KdfCost) -> bytearray:
    """The key of a passphrase; keyboards that compose letters differently give the same one (NFKC)."""
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return sodium.argon2id(typed, salt, passes=cost.passes, memory_bytes=cost.memory_bytes)


def calibrated_cost(*, target_seconds: float, memory_limit_bytes: int, clock: Callable[[], float]) -> KdfCost:
    """The cost that takes about `target_seconds` here: first more memory, up to the limit, then more passes.

    Never below `LEAST_COST`, whatever the limit and however slow the machine.
    """
    cost, took = LEAST_COST, _measured(LEAST_COST, clock)
    limit = min(memory_limit_bytes, _MOST_MEMORY)
    while took < 0.6 * target_seconds and cost.memory_bytes * 2 <= limit:
        cost = KdfCost(cost.memory_bytes * 2, cost.passes)
        took = _measured(cost, clock)
    per_pass = took / cost.passes
    affordable = int(target_seconds / per_pass) if per_pass > 0 else _MOST_PASSES
    return KdfCost(cost.memory_bytes, min(_MOST_PASSES, max(cost.passes, affordable)))


def _measured(cost: KdfCost, clock: Callable[[], float]) -> float:
    started = clock()
    sodium.wipe(derive("calibration", bytes(sodium.SALT_BYTES), cost))
    return clock() - started
