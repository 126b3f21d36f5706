"""An index by which a laptop sees that somebody may be known to headquarters, without anybody's data on the laptop.

A sign is HMAC-SHA256, cut to five bytes, under a key of the programme, over two words of a name by their consonants with day of
birth and nationality, or three words with a year of birth and nationality: many share less. Who holds index and key can try names
out, but read none; so both are kept in the encrypted store alone.
"""

import hashlib
import hmac
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from s2w_desktop.domain.likeness.features import Features
from s2w_desktop.domain.likeness.names import skeleton

SIGN_BYTES: Final = 5
KEY_BYTES: Final = 32


@dataclass(frozen=True)
class KnownIndex:
    """The signs of all people who can be compared, each of SIGN_BYTES, rising and without doubles, one after the other."""

    key: bytes
    signs: bytes

    @property
    def count(self) -> int:
        """How many signs there are."""
        return len(self.signs) // SIGN_BYTES

    def holds(self, sign: bytes) -> bool:
        """Whether a sign is among them."""
        place = bisect_left(range(self.count), sign, key=self._at)
        return place < self.count and self._at(place) == sign

    def _at(self, place: int) -> bytes:
        return self.signs[place * SIGN_BYTES : (place + 1) * SIGN_BYTES]


def make_index(key: bytes, people: Iterable[Features]) -> KnownIndex:
    """The index of people."""
    signs = {_sign(key, text) for person in people for _, text in _told(person)}
    return KnownIndex(key, b"".join(sorted(signs)))


def traits_known(index: KnownIndex, person: Features) -> int:
    """How many traits somebody shares with one person of the index: words of the name, birth, nationality; 0 for nobody."""
    return max((traits for traits, text in _told(person) if index.holds(_sign(index.key, text))), default=0)


def _told(person: Features) -> Iterator[tuple[int, str]]:
    """What signs are made of, each with how many traits it stands for."""
    day = person.birth.day
    is_made_up = day is not None and (day.month, day.day) == (1, 1)
    for name in person.names:
        sounds = sorted({skeleton(word) or word for word in name})
        for code in sorted(person.nationalities):
            if day is not None and not is_made_up:
                yield from ((4, f"day {' '.join(pair)} {day} {code}") for pair in combinations(sounds, 2))
            for year in person.birth.years:
                yield from ((5, f"year {' '.join(three)} {year} {code}") for three in combinations(sounds, 3))


def _sign(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode("utf-8"), hashlib.sha256).digest()[:SIGN_BYTES]
