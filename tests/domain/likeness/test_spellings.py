"""How many spellings of one name are found, and how many pairs of other names are taken for one.

`spellings.txt` holds a name per line as it stands on papers. The hand that wrote the rules wrote the list, so the shares say
little about people; they keep what was reached. Some lines the rules cannot know: Turkish Mehmet and Hatice, Somali x and c.
"""

from itertools import combinations, product
from pathlib import Path

from s2w_desktop.domain.likeness.latin import words_of
from s2w_desktop.domain.likeness.names import NameLikeness, compare_names

LINES = [line.split() for line in (Path(__file__).parent / "spellings.txt").read_text("utf-8").splitlines()]
LEAST_FOUND, MOST_WRONG = 0.88, 0.006


def is_alike(one: str, other: str) -> bool:
    return compare_names(words_of(one), words_of(other)).likeness is NameLikeness.WHOLE


def test_most_spellings_of_one_name_are_found() -> None:
    pairs = [pair for line in LINES for pair in combinations(line, 2)]
    missed = [pair for pair in pairs if not is_alike(*pair)]
    assert len(missed) <= (1 - LEAST_FOUND) * len(pairs), missed


def test_few_pairs_of_other_names_are_taken_for_one() -> None:
    others = [(one, other) for one, other in combinations(LINES, 2) if not set(one) & set(other)]
    pairs = [pair for one, other in others for pair in product(one, other)]
    wrong = [pair for pair in pairs if is_alike(*pair)]
    assert len(wrong) <= MOST_WRONG * len(pairs), wrong
