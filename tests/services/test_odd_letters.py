"""Letters that a database may refuse: NUL and lone surrogates never reach it, whoever types them."""

import pytest

from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.services.places import interview

ODD = ["\x00", "a\x00b", "\ud800", "name\udfff"]
EVERY_PLANE = "Zoë مُحَمَّد 𝔘 👩\u200d🌾 \u202e\u2066 \x01\x1f\x7f\ufeff\ufffe"


@pytest.mark.parametrize("odd", ODD, ids=["NUL", "NUL inside", "surrogate", "surrogate at the end"])
def test_what_is_typed_is_kept_without_them(hq: Workplace, odd: str) -> None:
    profile = interview(hq, identity__given_names=f"Lay{odd}la")
    kept = "".join(letter for letter in f"Lay{odd}la" if letter not in "\x00\ud800\udfff")
    assert hq.interviews.read(profile).text("identity.given_names") == kept
    assert hq.store.profiles.count(ListQuery(search=f"La{odd[-1:]}y")) == (1 if odd[-1:] in "\x00\ud800\udfff" else 0)


def test_a_case_number_with_them_is_looked_for_without_them(hq: Workplace) -> None:
    profile = interview(hq)
    (row,) = hq.store.profiles.rows_of([profile])
    assert [hq.store.profiles.find(odd) for odd in ODD] == [None] * len(ODD)
    assert hq.store.profiles.find(f"\x00{row.case_number}\ud800") == profile


def test_all_other_letters_are_kept_as_they_are(hq: Workplace) -> None:
    profile = interview(hq, identity__given_names=EVERY_PLANE)
    assert hq.interviews.read(profile).text("identity.given_names") == EVERY_PLANE
