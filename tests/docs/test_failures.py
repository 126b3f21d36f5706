"""The register of failures names tests that exist, and leaves no scenario out."""

import re
from pathlib import Path

from tests.ux.test_register import names_of_tests

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"\| F(\d{2}) \|[^|]*\|([^|]*)\|([^|]*)\|")
ROWS = [
    (int(found[1]), re.findall(r"`(test_\w+)`", found[2]), found[3].strip())
    for line in (ROOT / "docs" / "failures.md").read_text("utf-8").splitlines()
    if (found := _ROW.fullmatch(line))
]


def test_every_scenario_stands_in_the_register_once() -> None:
    assert [number for number, _, _ in ROWS] == list(range(1, 71))


def test_every_test_that_the_register_of_failures_names_exists() -> None:
    there = set(names_of_tests())
    assert [name for _, named, _ in ROWS for name in named if name not in there] == []


def test_a_scenario_has_a_test_or_says_why_not() -> None:
    assert [number for number, named, missing in ROWS if not named and not missing] == []
    kinds = ("not tested: ", "not done: ", "does not apply: ")
    assert [number for number, _, missing in ROWS if missing and not missing.startswith(kinds)] == []
