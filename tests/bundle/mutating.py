"""Bytes with something wrong in them, always the same for the same seed and number."""

from collections.abc import Callable
from random import Random

_TELLING = (
    b"\0",
    b"\xff",
    b"\n",
    b'"',
    b"{",
    b"}",
    b"[",
    b"0",
    b"9",
    b"-",
    b" ",
    b"\\u0000",
    b"\xed\xa0\x80",
    b"NaN",
    b"1e999",
    b"../",
)
_LONGEST = 600


def mutated(whole: bytes, random: Random) -> bytes:
    """Something else than the whole: one to three faults, each of another kind or at another place."""
    for _ in range(100):
        broken = whole
        for _ in range(random.randint(1, 3)):
            broken = random.choice(_FAULTS)(broken, random)
        if broken != whole:
            return broken
    raise AssertionError("a hundred faults that change nothing")


def _flip(whole: bytes, random: Random) -> bytes:
    place = _place(whole, random)
    return whole[:place] + bytes([whole[place] ^ 1 << random.randrange(8)]) + whole[place + 1 :]


def _put(whole: bytes, random: Random) -> bytes:
    """Something that means much, over what was there."""
    place, put = _place(whole, random), random.choice(_TELLING)
    return whole[:place] + put + whole[place + len(put) :]


def _insert(whole: bytes, random: Random) -> bytes:
    place = _place(whole, random)
    return whole[:place] + random.choice((*_TELLING, random.randbytes(random.randint(1, 40)))) + whole[place:]


def _take_out(whole: bytes, random: Random) -> bytes:
    start, end = _span(whole, random)
    return whole[:start] + whole[end:]


def _repeat(whole: bytes, random: Random) -> bytes:
    start, end = _span(whole, random)
    return whole[:end] + whole[start:end] * random.choice((1, 1, 2, 50)) + whole[end:]


def _blank(whole: bytes, random: Random) -> bytes:
    start, end = _span(whole, random)
    return whole[:start] + bytes(end - start) + whole[end:]


def _move(whole: bytes, random: Random) -> bytes:
    start, end = _span(whole, random)
    rest = whole[:start] + whole[end:]
    place = random.randint(0, len(rest))
    return rest[:place] + whole[start:end] + rest[place:]


def _cut(whole: bytes, random: Random) -> bytes:
    return whole[: random.randrange(max(1, len(whole)))]


def _place(whole: bytes, random: Random) -> int:
    return random.randrange(len(whole)) if whole else 0


def _span(whole: bytes, random: Random) -> tuple[int, int]:
    start = _place(whole, random)
    return start, min(len(whole), start + random.choice((1, 16, 512, random.randint(1, _LONGEST))))


def _at_least_a_byte(fault: Callable[[bytes, Random], bytes]) -> Callable[[bytes, Random], bytes]:
    return lambda whole, random: fault(whole or b"\0", random)


_FAULTS = tuple(map(_at_least_a_byte, (_flip, _flip, _put, _insert, _take_out, _repeat, _blank, _move, _cut)))
