"""A paragraph of shaped text: wraps, splits over pages, paints itself."""

import copy
from collections.abc import Sequence
from enum import Enum
from typing import Final

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.content import Link
from s2w_desktop.pdf.lettering import Lettering
from s2w_desktop.pdf.linebreak import Line, visible_end
from s2w_desktop.pdf.links import LinkSpans
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.scripts import script_of
from s2w_desktop.pdf.setting import SetLine
from s2w_desktop.pdf.styles import Role, style_of
from s2w_desktop.pdf.tagging import Node

_BASELINE: Final = 0.72  # of the leading, whatever the font: lines of two scripts side by side stand level
_LEAST_LINES: Final = 2  # no page begins or ends with a single line of a paragraph
_ROUNDING: Final = 1e-6


class Align(Enum):
    """Where lines stand; START follows the direction of the language."""

    START = "start"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class ShapedParagraph:
    """One text in one language and one role. Its direction is that of the language.

    With a `node` it is tagged content; without one the caller paints it inside an artifact or a figure.
    A text that `is_standing` is the program's own, see `content.Standing`.
    Parts made by `split` share one analysis, so a page break never changes the order of what stands around it.
    """

    def __init__(
        self,
        untrusted_text: str,
        *,
        texts: PaperTexts,
        language: str,
        role: Role,
        node: Node | None = None,
        align: Align = Align.START,
        scale: float = 1.0,
        is_standing: bool = False,
    ) -> None:
        script = script_of(language)
        self.style = style_of(role, script, scale)
        self._text = texts.text(untrusted_text, language=language, role=role, scale=scale, is_standing=is_standing)
        if align is Align.START:
            align = Align.RIGHT if script.is_rtl else Align.LEFT
        self._align = align
        self._node = node
        self._links: LinkSpans | None = None
        self._start, self._end = 0, len(self._text.shaped.text)
        self._laid_width = -1.0
        self._lines: list[Line] = []

    def lead_out(self, links: Sequence[Link]) -> None:
        """Let the words of links lead out of the paper, where they stand in the text; it has to be tagged."""
        if links:
            self._links = LinkSpans(self._text.shaped.text, links)

    @property
    def missing(self) -> set[str]:
        """Characters that no font has."""
        return self._text.shaped.missing

    def lines(self, width: float) -> list[Line]:
        """The lines at that width."""
        if width != self._laid_width:
            self._lines = self._text.lines(width, self._start, self._end)
            self._laid_width = width
        return self._lines

    def height(self, width: float) -> float:
        """Height in points; an empty paragraph is one line high."""
        return self.style.leading * max(1, len(self.lines(width)))

    def split(self, width: float, room: float) -> "tuple[ShapedParagraph, ShapedParagraph] | None":
        """Head and tail with at least two lines each, the head no higher than `room`; None where that cannot be."""
        lines = self.lines(width)
        fitting = int(room / self.style.leading + _ROUNDING)
        count = min(fitting, len(lines) - _LEAST_LINES)
        if count < _LEAST_LINES:
            return None
        return self._part(lines[:count], width), self._part(lines[count:], width)

    def _part(self, lines: list[Line], width: float) -> "ShapedParagraph":
        part = copy.copy(self)
        part._keep(lines, width)  # noqa: SLF001  # a copy of this very object
        return part

    def _keep(self, lines: list[Line], width: float) -> None:
        self._start, self._end = lines[0].start, lines[-1].end
        self._lines, self._laid_width = lines, width

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint the lines below `top`, between `x` and `x + width`."""
        baseline = top - _BASELINE * self.style.leading
        with self._lettering(canvas) as lettering:
            for line in self.lines(width):
                done = self._set(line)
                lettering.paint(done, x + self._indent(width - done.width), baseline)
                baseline -= self.style.leading

    def _lettering(self, canvas: TaggedCanvas) -> Lettering:
        return Lettering(canvas, size=self.style.size, color=self.style.color, node=self._node, links=self._links)

    def _set(self, line: Line) -> SetLine:
        return self._text.line(line, self._links.at if self._links else None)

    def _indent(self, free: float) -> float:
        return {Align.LEFT: 0.0, Align.CENTER: free / 2, Align.RIGHT: free}[self._align]

    def natural_width(self) -> float:
        """Width of the whole text on one line."""
        return self._text.shaped.width

    def draw_line(self, canvas: TaggedCanvas, x: float, baseline: float) -> None:
        """Paint the whole text on one line, whatever its width; `x` is its left end, centre or right end as aligned."""
        done = self._set(Line(0, self._end, visible_end(self._text.shaped.text, 0, self._end)))
        with self._lettering(canvas) as lettering:
            lettering.paint(done, x + self._indent(-done.width), baseline)
