"""Where a shaped text may be broken, and the lines that fill a width."""

import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from s2w_desktop.pdf.shaping import ShapedText
from s2w_desktop.pdf.text import FORCED_LINE, SOFT_HYPHEN

_SPACES: Final = " \u1361\u200b\u2003"  # U+1361 parts words in Ethiopic; no-break spaces are not here
_NEVER_FIRST: Final = _SPACES + "»:;!?%،؛؟።"
_BREAK_AFTER: Final = "-\u2013/"
_BREAK_ADDRESS_AFTER: Final = "@./-_\u2013"
_TRAILING: Final = " \u2003\u200b" + FORCED_LINE


class Line(NamedTuple):
    """Characters [start, end) of the text; those from `visible_end` on are white space that is not painted."""

    start: int
    end: int
    visible_end: int


def visible_end(text: str, start: int, end: int) -> int:
    """Where the white space at the end of [start, end) begins."""
    return start + len(text[start:end].rstrip(_TRAILING))


def break_points(text: str, start: int, end: int) -> Iterator[int]:
    """Positions in (start, end] before which a line may end; the last is `end`."""
    for index in range(start + 1, end):
        before, after = text[index - 1], text[index]
        at_space = before in _SPACES and after not in _NEVER_FIRST
        if at_space or before in (FORCED_LINE, SOFT_HYPHEN) or (before in _BREAK_AFTER and after.isalpha()):
            yield index
    if end > start:
        yield end


class LineBreaker:
    """Fills lines of one width, first fit. A word longer than the line is broken where it hurts least."""

    def __init__(self, shaped: ShapedText, width: float) -> None:
        self._text, self._advances, self._shaped = shaped.text, shaped.advances, shaped
        self._width = width
        self._lines: list[Line] = []
        self._start = 0
        self._filled = 0.0

    def lines(self, start: int, end: int) -> list[Line]:
        """The lines of the characters [start, end); none for an empty range."""
        self._lines, self._start, self._filled = [], start, 0.0
        position = start
        for at in break_points(self._text, start, end):
            self._take(position, at)
            position = at
        if self._start < end:
            self._end_line(end)
        return self._lines

    def _end_line(self, end: int) -> None:
        self._lines.append(Line(self._start, end, visible_end(self._text, self._start, end)))
        self._start, self._filled = end, 0.0

    def _visible_width(self, start: int, end: int) -> float:
        width = sum(self._advances[start : visible_end(self._text, start, end)])
        return width + (self._shaped.hyphen(end - 1).advance if self._text[end - 1] == SOFT_HYPHEN else 0.0)

    def _take(self, start: int, end: int) -> None:
        if start > self._start and self._filled + self._visible_width(start, end) > self._width:
            self._end_line(start)
        if start == self._start:
            self._break_long_word(end)
        self._filled += sum(self._advances[max(start, self._start) : end])
        if self._text[end - 1] == FORCED_LINE:
            self._end_line(end)

    def _break_long_word(self, end: int) -> None:
        while end - self._start > 1 and self._visible_width(self._start, end) > self._width:
            cut = self._cut(end)
            if cut >= end:
                return
            self._end_line(cut)

    def _cut(self, end: int) -> int:
        cut, width = self._start, 0.0
        while cut < end and width + self._advances[cut] <= self._width:
            width += self._advances[cut]
            cut += 1
        cut = max(cut, self._start + 1)
        after_sign = max(self._text.rfind(sign, self._start, cut) for sign in _BREAK_ADDRESS_AFTER) + 1
        if after_sign > (self._start + cut) // 2:
            cut = after_sign
        while cut < end and unicodedata.combining(self._text[cut]):
            cut += 1
        return cut
