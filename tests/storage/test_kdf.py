"""The cost of a guess: bounds, the floor, and calibration."""

import pytest

from s2w_desktop.storage import sodium
from s2w_desktop.storage.kdf import LEAST_COST, MIB, KdfCost, calibrated_cost, derive


class CountedClock:
    """A clock that says that every derivation took as long as told."""

    def __init__(self, *durations: float) -> None:
        self._readings = [reading for duration in durations for reading in (0.0, duration)]

    def __call__(self) -> float:
        return self._readings.pop(0)


@pytest.mark.parametrize(
    ("memory", "passes"),
    [(63 * MIB, 3), (1025 * MIB, 3), (64 * MIB, 1), (64 * MIB, 17), (64 * MIB + 1, 3), (0, 0), (-1, 3)],
)
def test_a_cost_outside_the_bounds_cannot_exist(memory: int, passes: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        KdfCost(memory, passes)


def test_a_slow_machine_gets_the_floor() -> None:
    assert calibrated_cost(target_seconds=1.0, memory_limit_bytes=1024 * MIB, clock=CountedClock(4.0)) == LEAST_COST


def test_a_machine_without_memory_gets_the_floor_and_more_passes() -> None:
    cost = calibrated_cost(target_seconds=1.0, memory_limit_bytes=1, clock=CountedClock(0.3))
    assert cost == KdfCost(64 * MIB, 10)


def test_memory_rises_before_passes_do() -> None:
    cost = calibrated_cost(target_seconds=1.0, memory_limit_bytes=1024 * MIB, clock=CountedClock(0.4, 0.8))
    assert cost == KdfCost(128 * MIB, 3)


def test_memory_stays_within_the_limit() -> None:
    cost = calibrated_cost(target_seconds=10.0, memory_limit_bytes=128 * MIB, clock=CountedClock(0.1, 0.2))
    assert cost == KdfCost(128 * MIB, 16)


def test_composed_and_decomposed_letters_derive_the_same_key() -> None:
    salt = bytes(sodium.SALT_BYTES)
    assert derive("caf\u00e9 \ufb01n", salt, LEAST_COST) == derive("cafe\u0301 fin", salt, LEAST_COST)


def test_the_derivation_is_the_argon2id_of_the_reference_implementation() -> None:
    """The expected bytes were computed with the reference implementation (argon2-cffi 25; m = 65536 KiB, t = 3, p = 1)."""
    derived = derive("correct horse battery staple", b"0123456789abcdef", LEAST_COST)
    assert bytes(derived).hex() == REFERENCE


REFERENCE = "94c86f541abdb3d9aabfea59aa03963549483e9c0b1a79336e76b54cee6c917e"
