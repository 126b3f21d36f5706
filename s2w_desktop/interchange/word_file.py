"""A paper as a Word file that offices can go on writing in. Equal papers give equal bytes, and the file names nobody."""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from s2w_desktop.interchange.word_blocks import WordDocument
from s2w_desktop.interchange.word_runs import fit_text, is_rtl, set_direction, write_text
from s2w_desktop.interchange.word_styles import set_language, set_page, set_styles
from s2w_desktop.interchange.word_writer import BlockWriter
from s2w_desktop.interchange.word_xml import field

if TYPE_CHECKING:
    from docx.document import Document

_MADE: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""The first day that a ZIP file can tell: when a paper was made is told by the paper."""
_THUMBNAIL: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


def word_file(paper: WordDocument) -> bytes:
    """The paper as .docx: every text marked with its language and direction, headings, heads of tables that repeat.

    What XML cannot hold comes out as U+FFFD. Raises KeyError for a language that CLDR does not know.
    """
    import docx  # when a file is made: a window opens without it

    document = docx.Document()
    reader_is_rtl = is_rtl(paper.language)
    set_styles(document, paper.scale)
    set_language(document, paper.language)
    set_page(document, is_rtl=reader_is_rtl)
    _set_properties(document, paper)
    _write_furniture(document, paper)
    writer = BlockWriter(document, paper.scale, is_rtl=reader_is_rtl)
    for block in paper.blocks:
        writer.write(block)
    return _packed(document)


def _set_properties(document: "Document", paper: WordDocument) -> None:
    """What the file says of itself: the kind of paper and the code, in its language; not who wrote it, nor when."""
    about = document.core_properties
    about.title, about.language = fit_text(paper.title), paper.language.replace("_", "-")
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.created = about.modified = _MADE
    about.revision = 1
    package = document.part.package
    for name in [name for name, one in package.rels.items() if one.reltype == _THUMBNAIL]:
        del package.rels[name]  # a picture of the empty page that all begin with


def _write_furniture(document: "Document", paper: WordDocument) -> None:
    """Notices above every page; below it the code and the number of the page of all."""
    (section,) = document.sections
    head = section.header.paragraphs[0]
    for place, notice in enumerate(paper.head):
        line = section.header.add_paragraph(style="Header") if place else head
        set_direction(line, is_rtl=is_rtl(notice.language))
        write_text(line, notice.text, notice.language, is_bold=True)
    foot = section.footer.paragraphs[0]  # from left to right in every language
    write_text(foot, f"{paper.foot}   ·   " if paper.foot else "", "")
    field(foot._p, "PAGE")
    foot.add_run(" / ")
    field(foot._p, "NUMPAGES")


def _packed(document: "Document") -> bytes:
    """The parts in their order, none with a date of its own."""
    made, target = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            entry = ZipInfo(name, _MADE.timetuple()[:6])
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            packed.writestr(entry, parts.read(name))
    return target.getvalue()
