"""What a Word file says: plain values, from whatever paper they were made.

A language is an interface code; it is empty for what needs none (dates, codes, telephone numbers), which runs from left to right.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from s2w_desktop.domain.page_pictures import PagePicture


class Look(Enum):
    """What a paragraph is to the text around it."""

    NAME = "name"  # of the person, under the title
    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"  # speaks of what follows, and stays on its page
    NOTE = "note"
    NUMBER = "number"  # to call, large enough to be found at once


class Mark(Enum):
    """A box before a text."""

    TO_TICK = "☐"
    TICKED = "☑"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the levels 1 to 3 in one language; level 0 is the title of the paper."""

    text: str
    language: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one language; line ends begin a line. A bold `label` in the same language stands before it."""

    text: str
    language: str
    look: Look = Look.BODY
    label: str = ""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list: its paragraphs in all languages; before the first stands the `margin` (years, a rank) or a dot."""

    paragraphs: tuple[Paragraph, ...]
    margin: str = ""


@dataclass(frozen=True, slots=True)
class TickLine:
    """Something with a box before it; `margin` is a date above them."""

    paragraphs: tuple[Paragraph, ...]
    mark: Mark = Mark.TO_TICK
    margin: str = ""


@dataclass(frozen=True, slots=True)
class WordTable:
    """Rows of cells, each with paragraphs; every row has as many as there are `widths`, which are shares.

    A `head` repeats on every page. Without one the first cell of a row names what stands in the others, and no line is drawn.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    head: tuple[tuple[Paragraph, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Lines to write on by hand beside each other, each with what belongs there below it."""

    labels: tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call, in a tinted band."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as large as fits into width and height in millimetres; without a `description` it says nothing to anybody."""

    picture: PagePicture
    most_mm: tuple[float, float]
    description: str = ""


WordBlock: TypeAlias = Picture | Heading | Paragraph | ListEntry | TickLine | WordTable | SignatureLine | Contact
"""What stands in a Word file or a card of it."""


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks in a frame to be cut out, of the size of A6 at least."""

    blocks: tuple[WordBlock, ...]


@dataclass(frozen=True, slots=True)
class WordDocument:
    """One paper. `language` is the reader's; `title` is what the file says of itself and names nobody.

    `head` stands above every page, `foot` below it, beside the number of the page. `scale` is how large the letters are.
    """

    title: str
    language: str
    blocks: tuple[WordBlock | Card, ...]
    head: tuple[Paragraph, ...] = ()
    foot: str = ""
    scale: float = 1.0
