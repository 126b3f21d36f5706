"""A reportlab canvas that knows tags: everything painted belongs to a structure element or is an artifact."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.pdf.embedding import EmbeddedFonts
from s2w_desktop.pdf.objects import PdfFile, link_annotation
from s2w_desktop.pdf.scripts import language_tag
from s2w_desktop.pdf.tagging import Node, StructureTree

_PRODUCER = "s2w_desktop"


class TaggedCanvas(Canvas):
    """Pages of one document. Equal calls give equal bytes: dates and ids do not depend on when it is made.

    `title` is what viewers show as the window's name; it must not hold a person's name.
    """

    _doc: pdfdoc.PDFDocument
    _preamble: str
    _formsinuse: list[str]
    _annotationrefs: list[object]

    def __init__(
        self, target: BinaryIO, *, tree: StructureTree, page_size: tuple[float, float], language: str, title: str
    ) -> None:
        super().__init__(target, pagesize=page_size, pageCompression=1, invariant=1, lang=language_tag(language))
        self.fonts = EmbeddedFonts()
        self._tree = tree
        self._pictures: set[str] = set()
        self._outlines = 0
        self.setTitle(title)
        self.setAuthor("")
        self.setSubject("")
        self.setCreator(_PRODUCER)
        self.setProducer(_PRODUCER)
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        # The original starts every page by naming Helvetica, which would then stay in the file as a font not embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    def picture_name(self, picture: PagePicture) -> str:
        """The resource name under which this page paints a picture; the picture itself is in the file once."""
        file = PdfFile(self._doc)
        name = hashlib.sha256(b"%dx%d" % (picture.width, picture.height) + picture.rgb).hexdigest()[:16]
        if name not in self._pictures:
            self._pictures.add(name)
            file.add_picture(name, picture.width, picture.height, picture.rgb)
        if name not in self._formsinuse:  # reportlab's list of what the page names in its resources
            self._formsinuse.append(name)
        return file.picture_resource(name)

    def begin_content(self, node: Node, actual_text: str | None = None) -> None:
        """Start marked content of `node`; `actual_text` is what the glyphs inside say when their own text does not."""
        mark = self._tree.mark(node, self.getPageNumber())
        if actual_text is None:
            self.addLiteral(f"/{node.role} <</MCID {mark.number}>> BDC")
        else:
            encoded = actual_text.encode("utf-16-be").hex().upper()
            self.addLiteral(f"/Span <</MCID {mark.number} /ActualText <FEFF{encoded}>>> BDC")

    def end_content(self) -> None:
        """End what `begin_content` started."""
        self.addLiteral("EMC")

    def lay_link(self, node: Node, box: tuple[float, float, float, float], uri: str) -> None:
        """Make a rectangle (left, bottom, right, top) of this page lead to an address; it belongs to `node`."""
        annotation = link_annotation(box, uri)
        self._annotationrefs.append(PdfFile(self._doc).reference(annotation))  # reportlab's list of this page
        self._tree.add_annotation(node, self.getPageNumber(), annotation)

    def add_outline(self, title: str, level: int, top: float) -> None:
        """A line of the outline, on level 0 or at most one below the line before; it leads to `top` on this page."""
        self._outlines += 1
        key = f"outline-{self._outlines}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        self.addOutlineEntry(title, key, level)

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """Everything painted inside belongs to `node`; graphics settings are restored at the end."""
        self.begin_content(node)
        self.saveState()
        yield
        self.restoreState()
        self.end_content()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Everything painted inside is decoration or page furniture; graphics settings are restored at the end."""
        self.addLiteral("/Artifact BMC")
        self.saveState()
        yield
        self.restoreState()
        self.end_content()

    def save(self) -> None:
        """Write fonts and structure, then the file. The canvas must not be used afterwards."""
        file = PdfFile(self._doc)
        self.fonts.write(file)
        self._tree.write(file)
        file.pack_pages()
        super().save()
