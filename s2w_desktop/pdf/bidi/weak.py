"""Weak classes: marks, numbers and the signs around numbers (rules W1 to W7)."""

from s2w_desktop.pdf.bidi.classes import ISOLATE_INITIATORS
from s2w_desktop.pdf.bidi.sequences import Sequence


def resolve_weak(sequence: Sequence, classes: list[str]) -> None:
    """Apply W1 to W7 to one sequence; `classes` is changed in place."""
    _marks_follow_their_letter(sequence, classes)
    _numbers_after_arabic_letters(sequence, classes)
    _signs_between_numbers(sequence, classes)
    _signs_beside_numbers(sequence, classes)
    _numbers_after_latin_letters(sequence, classes)


def _marks_follow_their_letter(sequence: Sequence, classes: list[str]) -> None:  # W1
    previous = sequence.before
    for index in sequence.indices:
        if classes[index] == "NSM":
            classes[index] = "ON" if previous in ISOLATE_INITIATORS or previous == "PDI" else previous
        previous = classes[index]


def _numbers_after_arabic_letters(sequence: Sequence, classes: list[str]) -> None:  # W2, W3
    strong = sequence.before
    for index in sequence.indices:
        name = classes[index]
        if name in ("R", "L", "AL"):
            strong = name
        if name == "EN" and strong == "AL":
            classes[index] = "AN"
        elif name == "AL":
            classes[index] = "R"


def _signs_between_numbers(sequence: Sequence, classes: list[str]) -> None:  # W4
    indices = sequence.indices
    for at in range(1, len(indices) - 1):
        name, left, right = classes[indices[at]], classes[indices[at - 1]], classes[indices[at + 1]]
        joins = (name == "ES" and left == "EN") or (name == "CS" and left in ("EN", "AN"))
        if joins and left == right:
            classes[indices[at]] = left


def _signs_beside_numbers(sequence: Sequence, classes: list[str]) -> None:  # W5, W6
    indices, at = sequence.indices, 0
    while at < len(indices):
        if classes[indices[at]] != "ET":
            at += 1
            continue
        end = at
        while end < len(indices) and classes[indices[end]] == "ET":
            end += 1
        after_number = at > 0 and classes[indices[at - 1]] == "EN"
        before_number = end < len(indices) and classes[indices[end]] == "EN"
        for index in indices[at:end] if after_number or before_number else ():
            classes[index] = "EN"
        at = end
    for index in indices:
        if classes[index] in ("ET", "ES", "CS"):
            classes[index] = "ON"


def _numbers_after_latin_letters(sequence: Sequence, classes: list[str]) -> None:  # W7
    strong = sequence.before
    for index in sequence.indices:
        name = classes[index]
        if name in ("R", "L"):
            strong = name
        elif name == "EN" and strong == "L":
            classes[index] = "L"
