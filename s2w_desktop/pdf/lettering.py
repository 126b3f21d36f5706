"""Painting of shaped lines: glyphs where the eye wants them, text in the order in which it was written.

The content stream holds every line in logical order, each glyph with its own position. Readers that ignore tags then
still find words; readers that follow tags get the text exactly.
"""

from typing import Final

from reportlab.lib.colors import Color

from s2w_desktop.pdf.bidi import visual_order
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.embedding import Shown
from s2w_desktop.pdf.fonts import FontFace
from s2w_desktop.pdf.linebreak import Line
from s2w_desktop.pdf.links import LinkSpans, Span
from s2w_desktop.pdf.shaping import Clusters, Glyph, ShapedText
from s2w_desktop.pdf.tagging import Node
from s2w_desktop.pdf.text import SOFT_HYPHEN, is_ignorable

_ABOVE, _BELOW = 0.8, 0.25  # of the size: how far a link reaches around its baseline
_LIGATURE_STEP: Final = 0.02  # points between the blank glyphs that carry the further letters of a ligature


def line_clusters(shaped: ShapedText, line: Line, window_end: int) -> Clusters:
    """Glyphs of the painted part of a line, with a hyphen where a soft hyphen ends it inside the window."""
    clusters = shaped.shape(line.start, line.visible_end)
    last = line.visible_end - 1
    if last >= line.start and shaped.text[last] == SOFT_HYPHEN and line.visible_end < window_end:
        clusters[last] = [shaped.hyphen(last)]
    return clusters


def line_width(clusters: Clusters) -> float:
    """Width of the painted glyphs."""
    return sum(glyph.advance for glyphs in clusters.values() for glyph in glyphs)


class Lettering:
    """Paints lines of one text. Without a node the caller has opened an artifact or a figure around it."""

    def __init__(
        self, canvas: TaggedCanvas, *, shaped: ShapedText, color: Color, node: Node | None, links: LinkSpans | None = None
    ) -> None:
        self._canvas = canvas
        self._shaped = shaped
        self._color = color
        self._node = node
        self._open = node
        self._links = links
        self._resource = ""

    def __enter__(self) -> "Lettering":
        color = self._color
        self._canvas.addLiteral("BT")
        if self._node:
            self._canvas.begin_content(self._node)
        self._canvas.addLiteral(f"{color.red:.3g} {color.green:.3g} {color.blue:.3g} rg")
        return self

    def __exit__(self, *_: object) -> None:
        if self._node:
            self._canvas.end_content()
        self._canvas.addLiteral("ET")

    def paint(self, line: Line, clusters: Clusters, left: float, baseline: float) -> None:
        """Paint one line with its left end and its baseline there."""
        if not clusters:
            return  # an empty line between two forced ones
        levels = self._shaped.bidi.line_levels(line.start, line.visible_end)
        lefts = self._lefts(line, clusters, levels, left)
        starts = sorted(clusters)
        for start, end in zip(starts, [*starts[1:], line.visible_end], strict=True):
            if self._links:
                self._go_to(self._links.at(start))
            is_rtl = bool(levels[start - line.start] & 1)
            self._paint_cluster(clusters[start], self._shaped.text[start:end], is_rtl, lefts[start], baseline)
        if line.visible_end < line.end:
            last = starts[-1]
            is_rtl = bool(levels[last - line.start] & 1)
            end_x = lefts[last] + (0.0 if is_rtl else sum(glyph.advance for glyph in clusters[last]))
            self._paint_word_border(line, end_x, baseline)
        if self._links:
            self._lay_links(self._links, clusters, lefts, baseline)

    def _go_to(self, span: Span | None) -> None:
        """What is painted from here on belongs to the link, or to the text around it."""
        if self._links is None or self._node is None:
            return
        wanted = self._links.node(span, self._node) if span else self._node
        if wanted is not self._open:
            self._canvas.end_content()
            self._canvas.begin_content(wanted)
            self._open = wanted

    def _lay_links(self, links: LinkSpans, clusters: Clusters, lefts: dict[int, float], baseline: float) -> None:
        """One clickable rectangle for each link of the line."""
        boxes: dict[Span, list[float]] = {}
        for index, left in lefts.items():
            span = links.at(index)
            if span:
                boxes.setdefault(span, []).extend((left, left + sum(glyph.advance for glyph in clusters[index])))
        size = self._shaped.size
        for span, edges in boxes.items():
            box = (min(edges), baseline - _BELOW * size, max(edges), baseline + _ABOVE * size)
            if self._node:
                self._canvas.lay_link(links.node(span, self._node), box, span.uri)

    def _lefts(self, line: Line, clusters: Clusters, levels: list[int], pen: float) -> dict[int, float]:
        lefts = {}
        for offset in visual_order(levels):
            index = line.start + offset
            if index in clusters:
                lefts[index] = pen
                pen += sum(glyph.advance for glyph in clusters[index])
        return lefts

    def _paint_cluster(self, glyphs: list[Glyph], text: str, is_rtl: bool, x: float, y: float) -> None:
        if len(glyphs) == 1:
            if is_rtl and len(text) > 1 and not is_ignorable(text[1]):
                self._paint_ligature(glyphs[0], text, x, y)
            else:
                self._show(glyphs[0], text, x, y)
            return
        if self._open:  # a mark of its own, not a nested one: readers lose what follows a nested ActualText
            self._canvas.end_content()
            self._canvas.begin_content(self._open, text)
        carrier = len(glyphs) - 1 if is_rtl else 0
        for place, glyph in enumerate(glyphs):
            self._show(glyph, text if place == carrier else "", x, y)
            x += glyph.advance
        if self._open:
            self._canvas.end_content()
            self._canvas.begin_content(self._open)

    def _paint_ligature(self, glyph: Glyph, text: str, x: float, y: float) -> None:
        # Lam-alef: the further letters as blank glyphs, else text extractors turn the pair round.
        self._show(glyph, text[0], x, y)
        for place, char in enumerate(text[1:], 1):
            self._show_blank(glyph.face, char, x - _LIGATURE_STEP * place, y)

    def _paint_word_border(self, line: Line, x: float, y: float) -> None:
        self._show_blank(self._shaped.faces[line.visible_end - 1], self._shaped.text[line.end - 1], x, y)

    def _show(self, glyph: Glyph, text: str, x: float, y: float) -> None:
        is_blank = glyph.advance == 0 and text != "" and is_ignorable(text[0])
        self._write(glyph.face, Shown(glyph.glyph, text, is_blank), x + glyph.dx, y + glyph.dy)

    def _show_blank(self, face: FontFace, text: str, x: float, y: float) -> None:
        self._write(face, Shown(face.glyph(" "), text, is_blank=True), x, y)

    def _write(self, face: FontFace, shown: Shown, x: float, y: float) -> None:
        resource, cid = self._canvas.fonts.code(face, shown)
        font = "" if resource == self._resource else f"/{resource} {self._shaped.size:g} Tf "
        self._resource = resource
        self._canvas.addLiteral(f"{font}1 0 0 1 {x:.2f} {y:.2f} Tm <{cid:04X}> Tj")
