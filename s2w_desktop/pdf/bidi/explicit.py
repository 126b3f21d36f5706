"""Explicit levels: embeddings, overrides and isolates (rules P2, P3 and X1 to X8)."""

from typing import Final, NamedTuple

from s2w_desktop.pdf.bidi.classes import EMBEDDING_INITIATORS, ISOLATE_INITIATORS

_MAX_DEPTH: Final = 125


def match_isolates(classes: list[str]) -> dict[int, int]:
    """Positions of isolate initiators and of the PDI that ends each, in both directions (BD9)."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for index, name in enumerate(classes):
        if name in ISOLATE_INITIATORS:
            opened.append(index)
        elif name == "PDI" and opened:
            start = opened.pop()
            matches[start], matches[index] = index, start
    return matches


def first_strong_level(classes: list[str], matches: dict[int, int], start: int, end: int) -> int | None:
    """1 if the first strong letter of the range runs right to left, 0 if left to right, None without one (P2)."""
    index = start
    while index < end:
        name = classes[index]
        if name == "L":
            return 0
        if name in ("R", "AL"):
            return 1
        if name in ISOLATE_INITIATORS:
            index = matches.get(index, end)
        index += 1
    return None


class _Status(NamedTuple):
    level: int
    override: str | None
    is_isolate: bool


class ExplicitResolver:
    """Walks once over a paragraph; afterwards `levels` and `classes` hold what the later rules start from."""

    def __init__(self, *, classes: list[str], matches: dict[int, int], base: int) -> None:
        self.levels = [base] * len(classes)
        self.classes = list(classes)
        self._original = classes
        self._matches = matches
        self._base = base
        self._stack = [_Status(base, None, is_isolate=False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0

    def run(self) -> None:
        """Apply X1 to X8."""
        for index, name in enumerate(self._original):
            if name in EMBEDDING_INITIATORS:
                self._embed(index, name)
            elif name in ISOLATE_INITIATORS:
                self._isolate(index, name)
            elif name == "PDI":
                self._end_isolate(index)
            elif name == "PDF":
                self._end_embedding(index)
            elif name != "B":  # X8: a paragraph separator keeps the base level
                self._set(index, overridable=name != "BN")

    def _set(self, index: int, *, overridable: bool = True) -> None:
        status = self._stack[-1]
        self.levels[index] = status.level
        if status.override and overridable:
            self.classes[index] = status.override

    def _next_level(self, *, is_rtl: bool) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if is_rtl else (level + 2) & ~1

    def _has_room(self, level: int) -> bool:
        return level <= _MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings

    def _embed(self, index: int, name: str) -> None:
        self._set(index, overridable=False)
        level = self._next_level(is_rtl=name[0] == "R")
        if self._has_room(level):
            self._stack.append(_Status(level, name[0] if name[2] == "O" else None, is_isolate=False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, index: int, name: str) -> None:
        self._set(index)
        level = self._next_level(is_rtl=self._isolate_is_rtl(index, name))
        if self._has_room(level):
            self._valid_isolates += 1
            self._stack.append(_Status(level, None, is_isolate=True))
        else:
            self._overflow_isolates += 1

    def _isolate_is_rtl(self, index: int, name: str) -> bool:
        if name != "FSI":
            return name == "RLI"
        end = self._matches.get(index, len(self._original))
        return first_strong_level(self._original, self._matches, index + 1, end) == 1

    def _end_isolate(self, index: int) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack[-1].is_isolate:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1
        self._set(index)

    def _end_embedding(self, index: int) -> None:
        self._set(index, overridable=False)
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].is_isolate and len(self._stack) > 1:
            self._stack.pop()
