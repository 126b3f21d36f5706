"""Bookmarks: the headings of a document, as viewers list them beside its pages."""

from dataclasses import dataclass

from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.layout import Block


@dataclass(frozen=True)
class Bookmarked:
    """A block with a bookmark at its top. `level` counts from 0; of one that is parted the first part has it."""

    block: Block
    title: str
    level: int

    def height(self, width: float) -> float:
        """The height of the block."""
        return self.block.height(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Part the block."""
        parts = self.block.split(width, room)
        return (Bookmarked(parts[0], self.title, self.level), parts[1]) if parts else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Set the bookmark, and paint the block."""
        canvas.add_outline(" ".join(without_isolates(self.title).split()), self.level, top)
        self.block.draw(canvas, x, top, width)
