"""The profile paper: what a person can do, in one language or in two beside each other."""

from typing import BinaryIO

from s2w_desktop.pdf import sections
from s2w_desktop.pdf.composer import Composer
from s2w_desktop.pdf.content import Paper
from s2w_desktop.pdf.document import write_document
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.furniture import Furniture
from s2w_desktop.pdf.language_table import languages
from s2w_desktop.pdf.tagging import StructureTree


def build_profile_paper(paper: Paper, fonts: FontSet, target: BinaryIO) -> None:
    """Write the paper as a tagged PDF with all fonts embedded; equal papers give equal bytes.

    Nothing is cut or shrunk: what does not fit on a page goes on with the next. The document's title is the paper's
    title and code, never a name. Raises MissingGlyphs, before anything is written, if a letter would print as a box.
    """
    tree = StructureTree()
    composer = Composer(paper, fonts, tree)
    pieces = [
        *sections.head(composer),
        *sections.strengths(composer),
        *languages(composer),
        *sections.time_line(composer),
        *sections.skills(composer),
        *sections.goals(composer),
        *sections.steps(composer),
        *sections.about(composer),
    ]
    furniture = Furniture(composer)
    composer.check_glyphs()
    title = f"{composer.say(paper.words.title)} {paper.code}".strip()
    write_document(pieces, target, tree=tree, furniture=furniture, language=composer.reader, title=title)
