"""What a sheet says: plain values without any drawing, so that a PDF and a text document can be made of the same.

A text is a mapping from language code to words, as in `content`: a language of the sheet that is not in it prints an em dash
and the caller's wording for "not translated"; a text that is empty in every language prints nothing. What needs no language,
such as years, dates and telephone numbers, is a bare string and runs from left to right everywhere.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.pdf.content import Texts
from s2w_desktop.pdf.drawing import Drawing


class SheetSize(Enum):
    """How large the letters of a sheet are."""

    NORMAL = "normal"
    NEXT_STEPS = "next_steps"  # body text of 12 points, for a paper that is acted on
    LARGE = "large"  # 1.6 times as large as usual, languages below each other


class Weight(Enum):
    """How loudly a passage speaks."""

    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of running text. A drawing stands in the margin; it says nothing that the words do not say."""

    text: Texts
    weight: Weight = Weight.BODY
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: years or a rank in the margin, a title, lines below it, and a note."""

    title: Texts
    label: str = ""
    lines: tuple[Texts, ...] = ()
    note: Texts | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what stands for it. `note` says how that is known, or since when."""

    name: Texts
    value: Texts
    note: Texts | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts below each other."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SmallTable:
    """A table of a few columns. Every row has as many cells as the head; `widths` are shares, equal where none are given."""

    head: tuple[Texts, ...]
    rows: tuple[tuple[Texts, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """Something with a box to tick by hand; `label` is a date above the box."""

    title: Texts
    label: str = ""
    lines: tuple[Texts, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers, ticked or not."""

    words: Texts
    is_ticked: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with its possible answers below it, as they were given or to be ticked by hand."""

    question: Texts
    options: tuple[Option, ...]
    note: Texts | None = None


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Lines to write on by hand beside each other, each with what belongs there below it."""

    labels: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class ContactBlock:
    """Whom to call, large enough to be found at once. `phone` needs no language; `lines` are hours, address and the like."""

    name: Texts
    phone: str = ""
    lines: tuple[Texts, ...] = ()


SheetBlock: TypeAlias = Passage | Item | Facts | SmallTable | Tick | Choice | SignatureLine | ContactBlock
"""What stands in a section. Items and ticks that follow each other are one list."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading, or under none. A section without blocks prints nothing, its heading neither.

    A `card` is to be cut out: a frame of the size of A6 at least. `languages` are those of the section where it does not speak
    all of the sheet's.
    """

    blocks: tuple[SheetBlock, ...]
    heading: Texts | None = None
    is_card: bool = False
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetWords:
    """A sheet's own words: for what is not translated, and what boxes are called for those who do not see them."""

    not_translated: Texts
    tick_box: Texts
    ticked: Texts


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet about one person, or for one person, in one language or in two, the first being the reader's.

    `code` and `date` stand in the foot of every page, `code` in the document's title too; both may be empty. `name` stands
    under the title. `notice` is the training or draft line in the head; `logo` stands small above the text of the first page.
    """

    title: Texts
    languages: tuple[str] | tuple[str, str]
    sections: tuple[Section, ...]
    words: SheetWords
    code: str = ""
    date: str = ""
    name: Texts | None = None
    notice: Texts | None = None
    size: SheetSize = SheetSize.NORMAL
    logo: PagePicture | None = None
