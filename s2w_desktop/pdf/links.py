"""Links inside a text: where their words stand, and the elements of the tree that they become."""

from collections.abc import Sequence
from typing import NamedTuple

from s2w_desktop.pdf.content import Link
from s2w_desktop.pdf.tagging import Node
from s2w_desktop.pdf.text import clean


class Span(NamedTuple):
    """Characters [start, end) of a text that lead to an address."""

    start: int
    end: int
    uri: str


class LinkSpans:
    """The links of one text. The parts of a paragraph that goes over pages share them."""

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        self._spans = [span for link in links for span in _found(text, link)]
        self._nodes: dict[Span, Node] = {}

    def at(self, index: int) -> Span | None:
        """The link that a character belongs to."""
        return next((span for span in self._spans if span.start <= index < span.end), None)

    def node(self, span: Span, parent: Node) -> Node:
        """The element of a link, made below `parent` when its first letter is painted."""
        if span not in self._nodes:
            self._nodes[span] = parent.add("Link")
        return self._nodes[span]


def _found(text: str, link: Link) -> list[Span]:
    words = clean(link.text)
    start = text.find(words) if words else -1
    return [] if start < 0 else [Span(start, start + len(words), link.uri)]
