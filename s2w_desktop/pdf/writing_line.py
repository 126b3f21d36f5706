"""A line to write on by hand."""

from dataclasses import dataclass

from s2w_desktop.pdf.canvas import TaggedCanvas
from s2w_desktop.pdf.styles import INK


@dataclass(frozen=True)
class WritingLine:
    """A line with room above it; an artifact."""

    room: float

    def height(self, width: float) -> float:  # noqa: ARG002  # blocks share one face
        """The room above the line."""
        return self.room

    def split(self, width: float, room: float) -> None:
        """A line is not parted."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Paint the line."""
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.7)
            canvas.line(x, top - self.room, x + width, top - self.room)
