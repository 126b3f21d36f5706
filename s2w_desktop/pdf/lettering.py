"""Painting of set lines: glyphs where the eye wants them, text in the order in which it was written.

The content stream holds every line in logical order, each glyph with its own position. Readers that ignore tags then
still find words; readers that follow tags get the text exactly.
"""

from reportlab.lib.colors import Color

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.links import LinkSpans, Span
from s2w_desktop.pdf.setting import Run, SetLine, Stretch
from s2w_desktop.pdf.tagging import Node

_ABOVE, _BELOW = 0.8, 0.25  # of the size: how far a link reaches around its baseline


class Lettering:
    """Paints lines of one text. Without a node the caller has opened an artifact or a figure around it."""

    def __init__(
        self, canvas: TaggedCanvas, *, size: float, color: Color, node: Node | None, links: LinkSpans | None = None
    ) -> None:
        self._canvas = canvas
        self._size = size
        self._color = color
        self._node = node
        self._open = node
        self._links = links
        self._resource = ""
        self._start: tuple[float, float] | None = None  # of the line, until its first run is painted

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

    def paint(self, line: SetLine, left: float, baseline: float) -> None:
        """Paint one line with its left end and its baseline there."""
        self._start = (left, baseline)
        for stretch in line.stretches:
            if self._links:
                self._go_to(self._links.at(stretch.start))
            self._paint_stretch(stretch)
        if self._links:
            self._lay_links(self._links, line, left, baseline)

    def _go_to(self, span: Span | None) -> None:
        """What is painted from here on belongs to the link, or to the text around it."""
        if self._links is None or self._node is None:
            return
        wanted = self._links.node(span, self._node) if span else self._node
        if wanted is not self._open:
            self._canvas.end_content()
            self._canvas.begin_content(wanted)
            self._open = wanted

    def _lay_links(self, links: LinkSpans, line: SetLine, left: float, baseline: float) -> None:
        """One clickable rectangle for each link of the line."""
        boxes: dict[Span, list[float]] = {}
        for index, ends in line.places.items():
            span = links.at(index)
            if span:
                boxes.setdefault(span, []).extend(ends)
        for span, edges in boxes.items():
            bottom, top = baseline - _BELOW * self._size, baseline + _ABOVE * self._size
            if self._node:
                self._canvas.lay_link(links.node(span, self._node), (left + min(edges), bottom, left + max(edges), top), span.uri)

    def _paint_stretch(self, stretch: Stretch) -> None:
        marked = self._open if stretch.actual_text is not None else None
        if marked:
            self._canvas.end_content()
            self._canvas.begin_content(marked, stretch.actual_text)
        for run in stretch.runs:
            self._paint_run(run)
        if marked:
            self._canvas.end_content()
            self._canvas.begin_content(marked)

    def _paint_run(self, run: Run) -> None:
        embedded = self._canvas.fonts.embedded(run.face)
        font = "" if embedded.resource == self._resource else f"/{embedded.resource} {self._size:g} Tf "
        self._resource = embedded.resource
        codes = embedded.codes
        glyphs = "".join([step + codes[shown] for step, shown in zip(run.steps, run.shown, strict=True)])
        self._canvas.addLiteral(f"{font}{self._way(run)} [<{glyphs}>] TJ")

    def _way(self, run: Run) -> str:
        """To the origin of a run: the first of a line is told where on the page it stands."""
        if self._start is None:
            return f"{run.right:g} {run.up:g} Td"
        left, baseline = self._start
        self._start = None
        return f"1 0 0 1 {left + run.right:.2f} {baseline + run.up:.2f} Tm"
