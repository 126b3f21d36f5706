"""The register of statements about the screen names tests that exist, and leaves no number and no test out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = [*range(1, 57), *range(58, 71)]
_ROW = re.compile(r"\| UX-(\d{2}) \|[^|]*\|([^|]*)\|([^|]*)\|")


def rows() -> Iterator[tuple[int, list[str], str]]:
    """Number, tests named beside it, and what is missing, of every row."""
    for line in (ROOT / "docs" / "ux.md").read_text("utf-8").splitlines():
        found = _ROW.match(line)
        if found:
            yield int(found[1]), re.findall(r"`(test_\w+)`", found[2]), found[3].strip()


def names_of_tests() -> Iterator[str]:
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield node.name


def test_every_statement_stands_in_the_register_once() -> None:
    assert [number for number, _, _ in rows()] == NUMBERS


def test_every_test_that_the_register_names_exists() -> None:
    there = set(names_of_tests())
    assert [name for _, named, _ in rows() for name in named if name not in there] == []


def test_a_statement_has_a_test_or_says_that_it_is_open() -> None:
    numbered = {int(name[8:10]) for name in names_of_tests() if re.match(r"test_ux_\d{2}_", name)}
    bare = [number for number, named, missing in rows() if not named and number not in numbered and missing != "open"]
    assert bare == []


def test_no_test_bears_a_number_that_is_not_a_statement() -> None:
    assert {int(name[8:10]) for name in names_of_tests() if re.match(r"test_ux_\d{2}_", name)} <= set(NUMBERS)
