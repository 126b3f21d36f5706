"""The bidirectional algorithm against Unicode's own test files (Debian package unicode-data)."""

import itertools
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.pdf.bidi import analyse, visual_order
from s2w_desktop.pdf.bidi.classes import BRACKETS, REMOVED_BY_X9

UNICODE = Path("/usr/share/unicode")
# One character for each class of BidiTest; none is a bracket.
SAMPLES = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "ES": "+", "ET": "$", "AN": "\u0661", "CS": ",", "NSM": "\u0300",
    "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "LRE": "\u202a", "RLE": "\u202b", "PDF": "\u202c",
    "LRO": "\u202d", "RLO": "\u202e", "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip

_NOTHING = "\u202b\u202c"  # an empty embedding says nothing, but has all rules applied


def unicode_lines(name: str) -> Iterator[str]:
    path = UNICODE / name
    if not path.exists():
        pytest.skip(f"{path} is absent: install the Debian package unicode-data")
    with path.open(encoding="utf-8") as lines:
        yield from (line.split("#")[0].strip() for line in lines)


def drawn(text: str, base: int | None) -> tuple[int, list[str], list[int]]:
    """Base level, levels as Unicode writes them ("x" for removed characters), visual order of one line."""
    paragraph = analyse(text, base)
    levels = paragraph.line_levels(0, len(text))
    removed = [name in REMOVED_BY_X9 for name in paragraph.classes]
    order = [index for index in visual_order(levels) if not removed[index]]
    return paragraph.base, ["x" if gone else str(level) for level, gone in zip(levels, removed, strict=True)], order


def test_every_case_of_unicodes_character_test_passes() -> None:
    cases, failures = 0, []
    for line in filter(None, unicode_lines("BidiCharacterTest.txt")):
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        expected = int(base), levels.split(), [int(index) for index in order.split()]
        cases += 1
        if drawn(text, {"0": 0, "1": 1}.get(direction)) != expected:
            failures.append(codes)
    assert cases > 90_000
    assert failures == []


def class_cases(step: int) -> Iterator[tuple[str, int | None, list[str], list[int]]]:
    levels: list[str] = []
    order: list[int] = []
    number = 0
    for line in filter(None, unicode_lines("BidiTest.txt")):
        if line.startswith("@"):
            key, _, value = line.partition(":")
            if key == "@Levels":
                levels = value.split()
            elif key == "@Reorder":
                order = [int(index) for index in value.split()]
            continue
        number += 1
        if number % step == 0:
            names, bits = line.split(";")
            text = "".join(SAMPLES[name] for name in names.split())
            yield from ((text, base, levels, order) for bit, base in ((1, None), (2, 0), (4, 1)) if int(bits, 16) & bit)


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.soak), 13])
def test_the_cases_of_unicodes_class_test_pass(step: int) -> None:
    cases, failures = 0, []
    for text, base, levels, order in class_cases(step):
        cases += 1
        if drawn(text, base)[1:] != (levels, order):
            failures.append((ascii(text), base))
    assert cases > 700_000 // step
    assert failures == []


def test_brackets_are_those_of_unicode() -> None:
    listed = {}
    for line in filter(None, unicode_lines("BidiBrackets.txt")):
        code, partner, kind = (part.strip() for part in line.split(";"))
        if kind != "n":
            char, other = chr(int(code, 16)), chr(int(partner, 16))
            listed[char] = (kind == "o", unicodedata.normalize("NFC", char if kind == "o" else other))
    assert {char: tuple(bracket) for char, bracket in BRACKETS.items()} == listed


def test_the_short_way_for_left_to_right_text_gives_the_same_levels() -> None:
    names = ("L", "EN", "ET", "ON", "WS", "NSM", "CS")
    for combination in itertools.product(names, repeat=4):
        text = "".join(SAMPLES[name] for name in combination)
        # The isolate at the end forces the long way and leaves the text before it alone.
        assert analyse(text + "\u2066\u2069", 0).levels[: len(text)] == analyse(text, 0).levels


def test_letters_newer_than_the_tables_run_in_the_direction_of_their_block() -> None:
    assert analyse("\u05ff", None).base == 1
    assert analyse("\u0870\U0001e8ff", None).base == 1


def test_an_empty_paragraph_has_no_levels() -> None:
    assert analyse("", 1).line_levels(0, 0) == []
    assert visual_order([]) == []


@given(text=st.text(st.sampled_from("ab1+$,\u0300\u00ad\t !()\u2066\u2068\u2069"), max_size=20))
def test_texts_from_left_to_right_have_the_levels_that_all_rules_give_them(text: str) -> None:
    assert analyse(text, 0).levels == analyse(text + _NOTHING, 0).levels[: len(text)]


@given(text=st.text(st.sampled_from("\u05d0\u0627+$,\u0300\t !()"), max_size=20))
def test_texts_from_right_to_left_have_the_levels_that_all_rules_give_them(text: str) -> None:
    assert analyse(text, 1).levels == analyse(text + _NOTHING, 1).levels[: len(text)]
