"""Neutral classes: brackets, spaces and punctuation, then the levels they lead to (rules N0 to N2, I1 and I2)."""

from typing import Final

from s2w_desktop.pdf.bidi.classes import BRACKETS, NEUTRALS
from s2w_desktop.pdf.bidi.sequences import Sequence

_MAX_OPEN_BRACKETS: Final = 63
_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


def resolve_neutral(sequence: Sequence, classes: list[str], original: list[str], text: str) -> None:
    """Apply N0 to N2 to one sequence; `classes` is changed in place."""
    for opening, closing in _bracket_pairs(sequence, classes, text):
        direction = _pair_direction(sequence, classes, opening, closing)
        if direction:
            _set_bracket(sequence, classes, original, opening, direction)
            _set_bracket(sequence, classes, original, closing, direction)
    _fill_between_strong(sequence, classes)


def _bracket_pairs(sequence: Sequence, classes: list[str], text: str) -> list[tuple[int, int]]:  # BD16
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, index in enumerate(sequence.indices):
        bracket = BRACKETS.get(text[index]) if classes[index] == "ON" else None
        if bracket is None:
            continue
        if bracket.is_opening:
            if len(opened) == _MAX_OPEN_BRACKETS:
                return []
            opened.append((bracket.key, at))
            continue
        partner = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == bracket.key), None)
        if partner is not None:
            pairs.append((opened[partner][1], at))
            del opened[partner:]
    return sorted(pairs)


def _pair_direction(sequence: Sequence, classes: list[str], opening: int, closing: int) -> str | None:
    indices, own = sequence.indices, sequence.direction
    inside = {_STRONG.get(classes[index]) for index in indices[opening + 1 : closing]} - {None}
    if own in inside:
        return own
    if not inside:
        return None
    before = (_STRONG.get(classes[index]) for index in reversed(indices[:opening]))
    return next((direction for direction in before if direction), sequence.before)


def _set_bracket(sequence: Sequence, classes: list[str], original: list[str], at: int, direction: str) -> None:
    indices = sequence.indices
    classes[indices[at]] = direction
    for index in indices[at + 1 :]:
        if original[index] != "NSM":  # only marks on the bracket follow it
            break
        classes[index] = direction


def _fill_between_strong(sequence: Sequence, classes: list[str]) -> None:  # N1, N2
    indices, at = sequence.indices, 0
    while at < len(indices):
        if classes[indices[at]] not in NEUTRALS:
            at += 1
            continue
        end = at
        while end < len(indices) and classes[indices[end]] in NEUTRALS:
            end += 1
        left = _STRONG[classes[indices[at - 1]]] if at else sequence.before
        right = _STRONG[classes[indices[end]]] if end < len(indices) else sequence.after
        for index in indices[at:end]:
            classes[index] = left if left == right else sequence.direction
        at = end


def raise_levels(sequence: Sequence, classes: list[str], levels: list[int]) -> None:
    """Apply I1 and I2: letters and numbers that run against their sequence get a level of their own."""
    for index in sequence.indices:
        name = classes[index]
        if sequence.level & 1:
            levels[index] += name in ("L", "EN", "AN")
        elif name == "R":
            levels[index] += 1
        elif name in ("AN", "EN"):
            levels[index] += 2
