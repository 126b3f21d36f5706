"""Headings of a paper: its parts and sections, kept with what follows and listed in the outline of the file."""

from collections.abc import Iterable, Iterator
from typing import Final

from reportlab.lib.units import mm

from s2w_desktop.pdf.composer import Composer
from s2w_desktop.pdf.content import Paper, Standing, Texts
from s2w_desktop.pdf.geometry import WIDTH
from s2w_desktop.pdf.layout import Heading, Piece, Repeated, Row, Rule, flow_height
from s2w_desktop.pdf.order import PaperSize
from s2w_desktop.pdf.outline import outline_heading
from s2w_desktop.pdf.paragraph import Align, ShapedParagraph
from s2w_desktop.pdf.scripts import NEUTRAL
from s2w_desktop.pdf.spine import spine_cell
from s2w_desktop.pdf.styles import ACCENT, RULE, Role

PART_LEVEL: Final = 1  # in the outline; the title stands above on 0
_KEPT_WITH_HEADING: Final = 27 * mm
_KEPT_WITH_PART: Final = 36 * mm
_THICK, _THIN = Rule(1.2, ACCENT), Rule(0.5, RULE)


def outlined(composer: Composer, texts: Texts, level: int) -> Heading | None:
    """The line of the outline for a heading, in the reader's language; None without words in it."""
    return outline_heading(composer.say(texts), level)


def part_heading(composer: Composer, texts: Texts, number: int) -> Piece | None:
    """The head of a part under a thick rule, its number in the spine; None without words."""
    pair = composer.pair(composer.tree.root, Role.PART, texts, "H2")
    if not pair:
        return None
    figure = composer.text(NEUTRAL, Role.PART, str(number), align=Align.CENTER, is_standing=True)
    above, below = composer.spacing.heading
    cells = [spine_cell(composer, Repeated(figure)), *composer.beside(pair)]
    row = Row(cells, above=above + 1.0, below=below, rule=_THICK, heading=outlined(composer, texts, PART_LEVEL))
    return Piece(row, space=composer.spacing.part, keep=_KEPT_WITH_PART * composer.scale)


def section(composer: Composer, paper: Paper, texts: Texts, rows: Iterable[Piece], *, is_whole: bool = False) -> Iterator[Piece]:
    """A section with its head; no rows, no head. In large type every page that it goes on to begins with its name again.

    A section that `is_whole` goes to the next page rather than being parted, unless the type is large.
    """
    is_large = composer.order.size is PaperSize.LARGE
    head = _heading(composer, paper, texts)
    repeated = _name_again(composer, texts) if is_large else None
    said = [row._replace(repeated=repeated) if repeated else row for row in rows]
    if said:
        yield head._replace(keep=flow_height(said, WIDTH)) if is_whole and not is_large else head
    yield from said


def _heading(composer: Composer, paper: Paper, texts: Texts) -> Piece:
    """A section head in each language under a rule, kept with the start of its section.

    Directly below a part's head it needs no rule of its own.
    """
    is_part = paper.explanation is not None
    pair = composer.pair(composer.tree.root, Role.SECTION, texts, "H3" if is_part else "H2")
    above, below = composer.spacing.heading
    level = PART_LEVEL + 1 if is_part else PART_LEVEL
    row = Row(composer.beside(pair), above=above, below=below, rule=_THIN, heading=outlined(composer, texts, level))
    return Piece(row, space=composer.spacing.section, keep=_KEPT_WITH_HEADING * composer.scale)


def _name_again(composer: Composer, texts: Texts) -> Repeated | None:
    is_standing = isinstance(texts, Standing)
    names: list[ShapedParagraph] = [
        composer.text(language, Role.SECTION, texts[language], is_standing=is_standing)
        for language in composer.languages
        if texts.get(language)
    ]
    if len(names) < len(composer.languages):
        return None
    return Repeated(Row(composer.beside(names), above=0.0, below=composer.spacing.heading[1]))
