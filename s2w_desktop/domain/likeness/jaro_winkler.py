"""How alike two spellings are, by the measure of Jaro (1989) with Winkler's (1990) weight on the first letters."""

from functools import lru_cache
from typing import Final

_PREFIX_WEIGHT: Final = 0.1
_LONGEST_PREFIX: Final = 4
_LEAST_FOR_PREFIX: Final = 0.7


@lru_cache(maxsize=65_536)
def closeness(one: str, other: str) -> float:
    """From 0 for nothing in common to 1 for the same letters, whichever comes first. Empty texts have nothing in common."""
    plain = _jaro(*sorted((one, other)))
    if plain <= _LEAST_FOR_PREFIX:
        return plain
    return plain + _prefix(one, other) * _PREFIX_WEIGHT * (1 - plain)


def can_be_close(one: str, other: str, least: float) -> bool:
    """Whether the closeness of two words may reach a value, told by their letters and beginnings alone, which is quick."""
    more = _prefix(one, other) * _PREFIX_WEIGHT
    (letters, again), (others, others_again) = _letters(one), _letters(other)
    at_most = (letters & others).bit_count() + min(again, others_again)
    if _highest(one, other, at_most, more) < least:
        return False
    shared = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    return _highest(one, other, shared, more) >= least


@lru_cache(maxsize=65_536)
def _letters(word: str) -> tuple[int, int]:
    """A bit for each letter, and how many letters come again. Two of other alphabets may share a bit: they then count as one."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits, len(word) - bits.bit_count()


def _highest(one: str, other: str, shared: int, more: float) -> float:
    """The most that the closeness of words may be which share so many letters."""
    most = (shared / len(one) + shared / len(other) + 1) / 3 if shared else 0.0
    return most + more * (1 - most)


def _prefix(one: str, other: str) -> int:
    """How many letters both begin with, as far as they count."""
    for place, (a, b) in enumerate(zip(one[:_LONGEST_PREFIX], other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other), _LONGEST_PREFIX)


def _jaro(one: str, other: str) -> float:
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    taken = [False] * len(other)
    shared: list[str] = []
    for place, letter in enumerate(one):
        for there in range(max(0, place - reach), min(len(other), place + reach + 1)):
            if not taken[there] and other[there] == letter:
                taken[there] = True
                shared.append(letter)
                break
    if not shared:
        return 0.0
    in_other = [letter for letter, is_taken in zip(other, taken, strict=True) if is_taken]
    moved = sum(a != b for a, b in zip(shared, in_other, strict=True)) // 2
    count = len(shared)
    return (count / len(one) + count / len(other) + (count - moved) / count) / 3
