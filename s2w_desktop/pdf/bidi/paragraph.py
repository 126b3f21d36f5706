"""Levels of a paragraph, of a line, and the order in which a line is drawn (rules P2 to L2)."""

from dataclasses import dataclass
from typing import Final

from s2w_desktop.pdf.bidi.classes import ISOLATE_INITIATORS, REMOVED_BY_X9, bidi_class
from s2w_desktop.pdf.bidi.explicit import ExplicitResolver, first_strong_level, match_isolates
from s2w_desktop.pdf.bidi.neutral import raise_levels, resolve_neutral
from s2w_desktop.pdf.bidi.sequences import isolating_sequences
from s2w_desktop.pdf.bidi.weak import resolve_weak

_ONLY_LEFT_TO_RIGHT: Final = frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "BN", "B", "S", "WS", "ON"})
_ONLY_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "ES", "ET", "CS", "NSM", "S", "WS", "ON"})
_EVEN_THROUGHOUT: Final = _ONLY_LEFT_TO_RIGHT - {"B", "BN"} | {"LRI", "FSI", "PDI"}
_MOST_ISOLATES: Final = 60  # which never run into the limit of depth
_RESET_BY_L1: Final = REMOVED_BY_X9 | ISOLATE_INITIATORS | {"WS", "PDI"}


@dataclass(frozen=True, slots=True)
class BidiParagraph:
    """One analysed paragraph: `base` is 0 or 1, `levels` and `classes` have one entry per character."""

    base: int
    levels: list[int]
    classes: list[str]

    def line_levels(self, start: int, end: int) -> list[int]:
        """Levels of the line [start, end): white space before its end and before tabs returns to the base level (L1)."""
        levels = self.levels[start:end]
        resets = True
        for index in range(end - 1, start - 1, -1):
            name = self.classes[index]
            if name in ("B", "S"):
                resets = True
            elif name not in _RESET_BY_L1:
                resets = False
            if resets:
                levels[index - start] = self.base
        return levels


def analyse(text: str, base: int | None = None) -> BidiParagraph:
    """Resolve one paragraph. `base` 0 is left to right, 1 right to left, None asks the first strong letter.

    Characters that rule X9 removes carry the level of the character before them.
    """
    original = [bidi_class(char) for char in text]
    simple = _simple_levels(original, base)
    if simple is not None and base is not None:
        return BidiParagraph(base, simple, original)
    matches = match_isolates(original)
    if base is None:
        base = first_strong_level(original, matches, 0, len(text)) or 0
    explicit = ExplicitResolver(classes=original, matches=matches, base=base)
    explicit.run()
    levels, classes = list(explicit.levels), explicit.classes
    for sequence in isolating_sequences(explicit.levels, original, matches, base):
        resolve_weak(sequence, classes)
        resolve_neutral(sequence, classes, original, text)
        raise_levels(sequence, classes, levels)
    for index, name in enumerate(original):
        if name in REMOVED_BY_X9:
            levels[index] = levels[index - 1] if index else base
    return BidiParagraph(base, levels, original)


def _simple_levels(original: list[str], base: int | None) -> list[int] | None:
    """Levels of texts in which nothing runs against the paragraph, which most are; None where all rules are needed."""
    found = frozenset(original)
    if (base == 0 and found <= _ONLY_LEFT_TO_RIGHT) or (base == 1 and found <= _ONLY_RIGHT_TO_LEFT):
        return [base] * len(original)
    if base == 0 and found <= _EVEN_THROUGHOUT and original.count("LRI") + original.count("FSI") <= _MOST_ISOLATES:
        return _levels_of_isolates(original)
    return None


def _levels_of_isolates(original: list[str]) -> list[int]:
    """Levels where there are isolates from left to right alone: two more inside of each, and nothing raises them further."""
    levels, level = [], 0
    for name in original:
        if name == "PDI" and level:
            level -= 2
        levels.append(level)
        if name in ISOLATE_INITIATORS:
            level += 2
    return levels


def visual_order(levels: list[int]) -> list[int]:
    """Logical positions of a line from its left end to its right end (L2)."""
    order = list(range(len(levels)))
    if not any(levels):
        return order
    lowest_odd = min((level for level in levels if level & 1), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = max(end, at + 1)
    return order
