"""Advice on passphrases."""

import secrets

import pytest

from s2w_desktop.services.passphrases import Strength, judge, suggest
from tests.services.places import RESOURCES


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [("", Strength.TOO_SHORT), ("hunter2", Strength.TOO_SHORT), ("passwordpassword", Strength.EASY)],
)
def test_what_is_short_or_common_is_not_enough(passphrase: str, strength: Strength) -> None:
    judged = judge(passphrase)
    assert (judged.strength, judged.is_enough) == (strength, False)


def test_every_suggestion_is_enough() -> None:
    words = (RESOURCES / "words" / "en.txt").read_text("utf-8").split()
    for _ in range(20):
        suggestion = suggest(words, secrets.randbelow)
        assert judge(suggestion).is_enough
        assert judge(suggestion).words == 6


def test_a_very_long_passphrase_is_judged_in_time() -> None:
    assert judge("correct horse battery staple " * 1000).is_enough
