"""The outline of a document: its headings, as viewers list them beside the pages."""

from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.layout import Block, Cell, Heading, Row


def outline_heading(title: str, level: int) -> Heading | None:
    """The line of the outline for a heading, `level` counted from 0; None without words."""
    words = " ".join(without_isolates(title).split())
    return Heading(words, level) if words else None


def outlined(block: Block, title: str, level: int) -> Row:
    """A heading over the whole width, with its line in the outline."""
    return Row([Cell(0.0, WIDTH, block)], above=0.0, below=0.0, heading=outline_heading(title, level))
