"""The profile paper: what a person can do, what the paper is, and the way ahead, in one language or in two."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import BinaryIO, Final

from s2w_desktop.pdf import about, ahead, sections
from s2w_desktop.pdf.composer import Composer
from s2w_desktop.pdf.content import Paper, Texts
from s2w_desktop.pdf.document import lay_out, write_document
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.furniture import Furniture
from s2w_desktop.pdf.geometry import PAGE_HEIGHT, TOP, WIDTH
from s2w_desktop.pdf.headings import part_heading
from s2w_desktop.pdf.language_table import languages
from s2w_desktop.pdf.layout import Piece, Row, flow_height
from s2w_desktop.pdf.paper_texts import PaperTexts
from s2w_desktop.pdf.styles import ROOMY, TIGHT, Spacing
from s2w_desktop.pdf.tagging import StructureTree

_MOST_MOVED: Final = 0.6  # of a page
_MOST_MOVED_STACKED: Final = 0.35
_TIGHT_UP_TO: Final = 3  # pages; a longer paper does not get shorter by white space


class _LaidOut:
    """The paper on its pages, at one spacing."""

    def __init__(self, paper: Paper, texts: PaperTexts, spacing: Spacing) -> None:
        self.tree = StructureTree()
        self.composer = Composer(paper.order, texts, tree=self.tree, spacing=spacing, not_translated=paper.words.not_translated)
        pieces = _pieces(self.composer, paper)
        self.furniture = Furniture(self.composer, paper)
        self.composer.check_glyphs()
        most = (_MOST_MOVED_STACKED if paper.order.is_stacked else _MOST_MOVED) * (PAGE_HEIGHT - TOP - self.furniture.bottom)
        self.pages = lay_out(_kept_whole(pieces, most), self.furniture)


def build_profile_paper(paper: Paper, fonts: FontSet, target: BinaryIO) -> None:
    """Write the paper as a tagged PDF with all fonts embedded; equal papers give equal bytes.

    Tighter spacing is taken where it brings the paper onto fewer pages. Nothing is cut and no type is shrunk: what does not
    fit goes on with the next page. The document's title is the paper's title and code, never a name.
    Raises MissingGlyphs, before anything is written, if a letter would print as a box.
    """
    texts = PaperTexts(fonts)
    laid_out = _LaidOut(paper, texts, ROOMY)
    if 1 < len(laid_out.pages) <= _TIGHT_UP_TO:
        tight = _LaidOut(paper, texts, TIGHT)
        laid_out = tight if len(tight.pages) < len(laid_out.pages) else laid_out
    write_document(
        laid_out.pages,
        target,
        tree=laid_out.tree,
        furniture=laid_out.furniture,
        language=laid_out.composer.reader,
        title=f"{laid_out.composer.say(paper.words.title)} {paper.code}".strip(),
    )


def _pieces(composer: Composer, paper: Paper) -> list[list[Piece]]:
    """The first part with the head, and what follows it: parts that would rather stay whole."""
    profile = (
        sections.strengths(composer, paper),
        languages(composer, paper),
        sections.time_line(composer, paper),
        sections.skills(composer, paper),
        sections.documents(composer, paper),
    )
    way_ahead = (_ended(chain(ahead.goals(composer, paper), ahead.steps(composer, paper)), ahead.agreement(composer, paper)),)
    head, words, said = list(sections.head(composer, paper)), paper.words, paper.explanation
    if said is None:
        return [[*head, *chain(*profile)], [*chain(*way_ahead), *about.closing(composer, paper)]]
    first = _part(composer, paper.words.part_profile, 1, chain(*profile))
    second = _part(composer, words.part_about, 2, about.explanation(composer, paper, said))
    return [[*head, *first], second, _part(composer, words.part_ahead, 3, chain(*way_ahead))]


def _part(composer: Composer, title: Texts, number: int, pieces: Iterable[Piece]) -> list[Piece]:
    """A part with its head; a section that opens it needs no line and no white above. No pieces, no head."""
    heading, said = part_heading(composer, title, number), [*pieces]
    if heading is None or not said:
        return said
    first = said[0].block
    if isinstance(first, Row):
        said[0] = said[0]._replace(block=replace(first, rule=None, above=0.0), space=0.0)
    return [heading, *said]


def _ended(pieces: Iterable[Piece], end: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces and their end, which is kept on one page with the last of them: nobody signs an empty page."""
    before, last = [*pieces], [*end]
    if before:
        before[-1] = before[-1]._replace(keep=flow_height(last, WIDTH))
    if last:
        last[0] = last[0]._replace(keep=flow_height(last[1:], WIDTH))
    yield from before
    yield from last


def _kept_whole(parts: list[list[Piece]], most: float) -> list[Piece]:
    """What follows the first part moves to the next page part by part, those not higher than `most`."""
    for part in parts[1:]:
        height = flow_height(part[1:], WIDTH)
        if part and height <= most:
            part[0] = part[0]._replace(keep=height)
    return [*chain(*parts)]
