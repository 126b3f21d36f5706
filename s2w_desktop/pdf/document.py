"""A document: pieces of content on as many pages as they need, with furniture around them."""

from collections.abc import Sequence
from typing import BinaryIO, Protocol

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.geometry import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TOP, WIDTH
from s2w_desktop.pdf.layout import Piece, Placed, paginate
from s2w_desktop.pdf.tagging import StructureTree


class PageFurniture(Protocol):
    """What stands around the text of every page."""

    @property
    def bottom(self) -> float:
        """Where the text area ends, counted from the lower edge."""

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Paint it on one page."""


def lay_out(pieces: Sequence[Piece], furniture: PageFurniture) -> list[list[Placed]]:
    """The pieces on A4 pages, with room for the furniture."""
    return paginate(pieces, WIDTH, PAGE_HEIGHT - TOP - furniture.bottom)


def write_document(
    pages: Sequence[Sequence[Placed]],
    target: BinaryIO,
    *,
    tree: StructureTree,
    furniture: PageFurniture,
    language: str,
    title: str,
) -> None:
    """Paint the pages and write a tagged PDF."""
    canvas = TaggedCanvas(target, tree=tree, page_size=(PAGE_WIDTH, PAGE_HEIGHT), language=language, title=title)
    for number, placed in enumerate(pages, 1):
        for block, offset in placed:
            block.draw(canvas, MARGIN, PAGE_HEIGHT - TOP - offset, WIDTH)
        furniture.draw(canvas, number, len(pages))
        canvas.showPage()
    canvas.save()
