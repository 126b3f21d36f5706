"""Bench of the search for jobs: a keystroke in all languages that have everyday words, and how often it finds the right group."""

import csv
import time
from itertools import cycle

from bench_measure import Line, in_turn, timed
from dev_setup import ROOT
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.paths import resources, translations
from s2w_desktop.reference.job_words import job_words, languages_with_job_words
from s2w_desktop.reference.occupations import OccupationSearch, ShippedOccupations
from s2w_desktop.reference.spelling import spelled

_WORDS = resources() / "job_words"
_QUERIES = ROOT / "tests" / "reference" / "job_queries.csv"
MOST, KEYSTROKE_MS = 10, 5


def keystroke(times: int) -> Line:
    """A key while the queries of the evaluation set are typed, against a look through all labels for the letters."""
    catalogues = Catalogues(translations())
    languages = languages_with_job_words(_WORDS)
    translators = [catalogues.translator(code) for code in languages]
    began = time.perf_counter()
    search = ShippedOccupations(_WORDS, translators)
    search.find("a", MOST)
    built = time.perf_counter() - began
    asked = queries()
    typed = cycle([query["query"][:end] for query in asked for end in range(2, len(query["query"]) + 1)])
    looked = cycle([spelled(query["query"]) for query in asked])
    labels = [spelled(word.word) for code in languages for word in job_words(_WORDS, code)]
    pair = in_turn(
        timed(lambda: search.find(next(typed), MOST)),
        timed(lambda: looked_through(labels, next(looked))),
        times=times,
        warm_up=20,
    )
    ranked = [(query, rank(search, query)) for query in asked]
    notes = (
        f"p99 {1000 * pair[0].percentile(99):.1f} ms of {KEYSTROKE_MS}",
        f"{len(languages)} languages, made in {built:.2f} s",
        f"right group first / among three / among ten: {shares([rank for _, rank in ranked])}",
        *(_part(ranked, "language", language) for language in sorted({query["language"] for query in asked})),
        *(_part(ranked, "kind", kind) for kind in sorted({query["kind"] for query in asked})),
    )
    return Line("search of jobs, a key", *pair, notes=notes)


def queries() -> list[dict[str, str]]:
    """The evaluation set: query, language, kind, and the codes that are right."""
    with _QUERIES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _part(ranked: list[tuple[dict[str, str], int]], column: str, value: str) -> str:
    return f"{value} {shares([rank for query, rank in ranked if query[column] == value])}"


def shares(ranks: list[int]) -> str:
    """Of how many, and the per cent of them that have a right group at the first place, among three, among ten."""
    shares = (sum(rank < most for rank in ranks) / len(ranks) for most in (1, 3, MOST))
    return f"{len(ranks)}: {' / '.join(f'{100 * share:.0f}' for share in shares)}"


def looked_through(labels: list[str], letters: str) -> list[str]:
    """The floor: labels with these letters in them."""
    return [label for label in labels if letters in label][:MOST]


def rank(search: ShippedOccupations | OccupationSearch, query: dict[str, str]) -> int:
    """The place of the first find whose group is right, from 0; `MOST` where none is."""
    codes = query["isco08"].split()
    languages = (query["language"], "en")
    found = [one.isco08 for one in search.find(query["query"], MOST, languages=languages)]
    return next((place for place, code in enumerate(found) if code in codes), MOST)
