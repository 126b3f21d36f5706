"""Advice on passphrases: how hard one is to guess, and suggestions of ordinary words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

LEAST_LENGTH = 12
LONGEST_JUDGED = 72
SUGGESTED_WORDS = 6
UNLOCK_SECONDS = 1.0  # what one try of a passphrase should take


class Strength(Enum):
    """Strength in words, by the estimate of guesses (zxcvbn score)."""

    TOO_SHORT = "too_short"
    EASY = "easy"
    FAIR = "fair"
    GOOD = "good"


@dataclass(frozen=True)
class Judgement:
    """`words` counts the words in it."""

    strength: Strength
    words: int

    @property
    def is_enough(self) -> bool:
        """Whether a store may be locked with it."""
        return self.strength in (Strength.FAIR, Strength.GOOD)


def judge(passphrase: str) -> Judgement:
    """How hard a passphrase is to guess. No rules of composition: length and rarity decide."""
    words = len(passphrase.split())
    if len(passphrase) < LEAST_LENGTH:
        return Judgement(Strength.TOO_SHORT, words)
    from zxcvbn import zxcvbn  # its word lists take a tenth of a second, and only first run and change need them

    score = zxcvbn(passphrase[:LONGEST_JUDGED])["score"]
    return Judgement({3: Strength.FAIR, 4: Strength.GOOD}.get(score, Strength.EASY), words)


def suggest(words: Sequence[str], randbelow: Callable[[int], int]) -> str:
    """Six words drawn from a list; 66 bits with 2048 words."""
    return " ".join(words[randbelow(len(words))] for _ in range(SUGGESTED_WORDS))
