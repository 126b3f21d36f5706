"""How well the shipped words find what people say: a set of queries written by somebody who did not see the words.

The set is kept apart: no query stands among the words. The shares are floors a little under what was measured
(docs/reference-data.md); a change that falls under them has made the search worse for somebody.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import resources, translations
from s2w_desktop.reference.job_words import job_words
from s2w_desktop.reference.occupations import UNIT_GROUPS, ShippedOccupations

FOLDER = resources() / "job_words"
FEWEST, LANGUAGES = 300, 8
FIRST, AMONG_TEN = 0.75, 0.93


@dataclass(frozen=True)
class Query:
    language: str
    text: str
    codes: tuple[str, ...]
    kind: str


def queries() -> list[Query]:
    with (Path(__file__).parent / "job_queries.csv").open(encoding="utf-8", newline="") as lines:
        return [Query(row["language"], row["query"], tuple(row["isco08"].split()), row["kind"]) for row in csv.DictReader(lines)]


@pytest.fixture(scope="module")
def ranks() -> dict[Query, int]:
    """The place, from 0, at which a right group stands for each query; 10 where it is not among ten."""
    catalogues = Catalogues(translations())
    searches = {
        language: ShippedOccupations(FOLDER, [catalogues.translator(code) for code in dict.fromkeys((language, "en"))])
        for language in {query.language for query in queries()}
    }
    found: dict[Query, int] = {}
    for query in queries():
        codes = [one.isco08 for one in searches[query.language].find(query.text, 10)]
        found[query] = next((place for place, code in enumerate(codes) if code in query.codes), 10)
    return found


def share(ranks: dict[Query, int], most: int, wanted: Callable[[Query], bool] = lambda _: True) -> float:
    chosen = [place for query, place in ranks.items() if wanted(query)]
    return sum(place < most for place in chosen) / len(chosen)


def test_the_set_is_large_enough_and_names_groups_that_exist() -> None:
    assert len(queries()) >= FEWEST
    assert len({query.language for query in queries()}) == LANGUAGES
    assert {code for query in queries() for code in query.codes} <= set(UNIT_GROUPS)


def test_no_query_was_copied_into_the_words() -> None:
    lists = {language: [language] for language in {query.language for query in queries()}}
    lists["fa"].append("fa_AF")  # searched with it
    words = {
        language: {word.word.casefold() for code in codes for word in job_words(FOLDER, code)}
        for language, codes in lists.items()
    }
    assert [query.text for query in queries() if query.text.casefold() in words[query.language]] == []


def test_the_right_group_is_first_or_among_ten_as_often_as_it_was(ranks: dict[Query, int]) -> None:
    assert share(ranks, 1) >= FIRST
    assert share(ranks, 10) >= AMONG_TEN


def test_a_slip_of_the_finger_costs_little(ranks: dict[Query, int]) -> None:
    assert share(ranks, 10, lambda query: query.kind == "typo") >= AMONG_TEN
