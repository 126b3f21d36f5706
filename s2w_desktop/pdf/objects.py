"""PDF objects: reportlab's untyped document behind a few typed calls."""

from typing import Any

from reportlab.pdfbase import pdfdoc

PdfValue = object
"""A number, a value as it stands in the file, or one of reportlab's PDF objects or references."""


PdfDictionary = pdfdoc.PDFDictionary
"""Entries by key, which may be added until the file is saved."""


class Written(pdfdoc.PDFObject):
    """An object of the file as the text that stands there: ASCII, given before the file is saved."""

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002  # as reportlab asks for it
        """The text."""
        return self.text.encode("ascii")


def name(value: str) -> PdfValue:
    """A PDF name, such as /Font."""
    return pdfdoc.PDFName(value)


def string(value: str) -> PdfValue:
    """A PDF text string."""
    return pdfdoc.PDFString(value)


def array(values: list[PdfValue]) -> PdfValue:
    """A PDF array."""
    return pdfdoc.PDFArray(values)


def dictionary(**entries: PdfValue) -> PdfDictionary:
    """A PDF dictionary; keywords are its keys. Entries may be added until the file is saved."""
    return pdfdoc.PDFDictionary(entries)


def link_annotation(box: tuple[float, float, float, float], uri: str) -> PdfDictionary:
    """A rectangle without a border that leads to an address; `StructParent` is added when the tree is written."""
    return dictionary(
        Type=name("Annot"),
        Subtype=name("Link"),
        Rect=array([round(edge, 2) for edge in box]),
        Border=array([0, 0, 0]),
        F=4,  # printed
        Contents=string(uri),
        A=dictionary(S=name("URI"), URI=string(uri)),
    )


class PdfFile:
    """The document that a canvas writes: its objects, fonts, pages and catalog."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document: Any = document  # reportlab's stubs leave most of its attributes out
        self._pages: dict[int, str] = {}

    def reference(self, value: PdfValue) -> Any:  # noqa: ANN401  # reportlab's references have no types
        """An indirect reference to an object, which is written once however often it is referred to."""
        return self._document.Reference(value)

    def reference_text(self, value: PdfValue) -> str:
        """The same as text."""
        return str(self.reference(value).format(self._document).decode("ascii"))

    def written(self) -> tuple[Written, str]:
        """A new object whose text is still to be given, and a reference to it as text."""
        value = Written()
        return value, self.reference_text(value)

    def text_string(self, text: str) -> str:
        """A text string as it stands in the file."""
        return str(pdfdoc.PDFString(text).format(self._document).decode("ascii"))

    def stream(self, content: bytes, **entries: PdfValue) -> PdfValue:
        """A reference to a compressed stream."""
        stream = pdfdoc.PDFStream(content=content, dictionary=dictionary(**entries))
        stream.filters = [pdfdoc.PDFZCompress]
        return self.reference(stream)

    def add_picture(self, name: str, width: int, height: int, rgb: bytes) -> None:
        """Put a picture of plain pixels into the document, for `picture_resource` of the same name."""
        image = pdfdoc.PDFStream(
            content=rgb,
            dictionary=dictionary(
                Type=pdfdoc.PDFName("XObject"),
                Subtype=pdfdoc.PDFName("Image"),
                Width=width,
                Height=height,
                ColorSpace=pdfdoc.PDFName("DeviceRGB"),
                BitsPerComponent=8,
            ),
        )
        image.filters = [pdfdoc.PDFZCompress]
        self._document.addForm(name, image)

    def picture_resource(self, name: str) -> str:
        """The name by which a page paints a picture."""
        resource: str = self._document.getXObjectName(name)
        return resource

    def add_font(self, resource: str, font: PdfValue) -> None:
        """Make a font known to every page under a resource name."""
        self._document.idToObject[pdfdoc.BasicFonts].dict[resource] = self.reference(font)

    def page_reference(self, number: int) -> str:
        """A reference to a finished page, counted from 1, as text."""
        found = self._pages.get(number)
        if found is None:
            found = self._pages[number] = self.reference_text(self._document.Pages.pages[number - 1])
        return found

    def set_page_structure(self, number: int, key: int) -> None:
        """Point a page to its row of the parent tree, and let Tab follow the structure."""
        page = self._document.Pages.pages[number - 1]
        # reportlab writes only the page entries that it lists; the longer list is given to this page, not to the class.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = key
        page.Tabs = name("S")

    def pack_pages(self) -> None:
        """Write the pages' content as plain compressed streams; reportlab's usual ASCII coat costs a fifth in size and time."""
        for page in self._document.Pages.pages:
            page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])

    def set_structure(self, tree: PdfValue) -> None:
        """Put the structure tree into the catalog and say that the document is tagged."""
        self._document.Catalog.StructTreeRoot = self.reference(tree)
        self._document.Catalog.MarkInfo = dictionary(Marked="true")
