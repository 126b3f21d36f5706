"""The profile paper: what a person can do, in one language or in two beside each other."""

from typing import BinaryIO

from s2w_desktop.pdf import sections
from s2w_desktop.pdf.composer import Composer
from s2w_desktop.pdf.content import Paper
from s2w_desktop.pdf.document import lay_out, write_document
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.furniture import Furniture
from s2w_desktop.pdf.geometry import PAGE_HEIGHT, WIDTH
from s2w_desktop.pdf.language_table import languages
from s2w_desktop.pdf.layout import Piece, flow_height
from s2w_desktop.pdf.styles import ROOMY, TIGHT, Spacing
from s2w_desktop.pdf.tagging import StructureTree


class _LaidOut:
    """The paper on its pages, at one spacing."""

    def __init__(self, paper: Paper, fonts: FontSet, spacing: Spacing) -> None:
        self.tree = StructureTree()
        self.composer = Composer(paper, fonts, tree=self.tree, spacing=spacing)
        pieces = _pieces(self.composer)
        self.furniture = Furniture(self.composer)
        self.composer.check_glyphs()
        self.pages = lay_out(pieces, self.furniture)


def build_profile_paper(paper: Paper, fonts: FontSet, target: BinaryIO) -> None:
    """Write the paper as a tagged PDF with all fonts embedded; equal papers give equal bytes.

    Tighter spacing is taken where it brings the paper onto one page. Nothing is cut and no type is shrunk: what does not
    fit goes on with the next page. The document's title is the paper's title and code, never a name.
    Raises MissingGlyphs, before anything is written, if a letter would print as a box.
    """
    laid_out = _LaidOut(paper, fonts, ROOMY)
    if len(laid_out.pages) > 1:
        tight = _LaidOut(paper, fonts, TIGHT)
        laid_out = tight if len(tight.pages) == 1 else laid_out
    write_document(
        laid_out.pages,
        target,
        tree=laid_out.tree,
        furniture=laid_out.furniture,
        language=laid_out.composer.reader,
        title=f"{laid_out.composer.say(paper.words.title)} {paper.code}".strip(),
    )


def _pieces(composer: Composer) -> list[Piece]:
    return [
        *sections.head(composer),
        *sections.strengths(composer),
        *languages(composer),
        *sections.time_line(composer),
        *sections.skills(composer),
        *_together([*sections.goals(composer), *sections.steps(composer), *sections.about(composer)]),
    ]


def _together(way_ahead: list[Piece]) -> list[Piece]:
    """What lies ahead moves to the next page as a whole, unless that would leave most of a page empty."""
    height = flow_height(way_ahead, WIDTH)
    if way_ahead and height <= PAGE_HEIGHT / 2:
        way_ahead[0] = way_ahead[0]._replace(keep=height)
    return way_ahead
