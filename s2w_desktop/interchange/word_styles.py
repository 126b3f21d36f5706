"""Page, fonts and sizes of a Word file: the styles that offices know, each for all writings."""

from typing import TYPE_CHECKING, Final

from s2w_desktop.interchange.colours import ACCENT, INK, QUIET
from s2w_desktop.interchange.word_blocks import Look
from s2w_desktop.interchange.word_xml import put

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.run import Run

LIST: Final = "List Bullet"
HEADINGS: Final = ("Title", "Heading 1", "Heading 2", "Heading 3")
"""By their level."""
STYLES: Final = {
    Look.NAME: "Subtitle",
    Look.LEAD: "Body Text",
    Look.BODY: "Normal",
    Look.STRONG: "Body Text 2",
    Look.NOTE: "Caption",
    Look.NUMBER: "Body Text 3",
}
"""The styles are those of the word processor, which has names for them in its own language."""
_FONT: Final = "Arial"
"""It has the letters of most writings here, and every office has it or one of the same widths."""
_SIZES: Final = {
    "Normal": (10.5, False, INK, 0, 4),
    HEADINGS[0]: (22.0, True, INK, 0, 4),
    "Subtitle": (15.0, True, ACCENT, 0, 8),
    HEADINGS[1]: (14.0, True, ACCENT, 14, 4),
    HEADINGS[2]: (12.0, True, ACCENT, 10, 3),
    HEADINGS[3]: (10.5, True, ACCENT, 8, 2),
    "Body Text": (12.0, False, INK, 0, 6),
    "Body Text 2": (10.5, True, INK, 6, 2),
    "Body Text 3": (15.0, True, ACCENT, 0, 4),
    "Caption": (9.0, False, QUIET, 0, 4),
    LIST: (10.5, False, INK, 2, 3),
    "Header": (9.0, False, QUIET, 0, 0),
    "Footer": (9.0, False, QUIET, 0, 0),
}
"""Points of the letters, bold or not, colour, points above and below."""
_KEPT: Final = (*HEADINGS, "Body Text 2")


def set_styles(document: "Document", scale: float) -> None:
    """Give the styles their letters; `scale` enlarges letters and white space."""
    from docx.shared import Pt, RGBColor

    for name, (size, is_bold, color, above, below) in _SIZES.items():
        style: ParagraphStyle = document.styles[name]
        style.font.size, style.font.bold, style.font.cs_bold = Pt(size * scale), is_bold, is_bold
        style.font.italic = style.font.cs_italic = False
        style.font.color.rgb = RGBColor.from_string(color)
        _set_fonts(style.element.get_or_add_rPr(), _FONT)
        put(style.element.get_or_add_rPr(), "w:szCs", val=str(round(2 * size * scale)))
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(above * scale), Pt(below * scale)
        form.line_spacing, form.keep_with_next = 1.15, name in _KEPT
        style.element.get_or_add_pPr().remove_all("w:pBdr", "w:contextualSpacing")
        style.element.get_or_add_rPr().remove_all("w:spacing", "w:kern")  # spaced letters would part Arabic ones


def set_page(document: "Document", *, is_rtl: bool) -> None:
    """Make pages A4, with margins; columns and the like begin at the reader's side."""
    from docx.shared import Mm

    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    if is_rtl:
        put(section._sectPr, "w:bidi")


def set_font(run: "Run", name: str) -> None:
    """Set one run in a font, its letters of every writing."""
    _set_fonts(run._r.get_or_add_rPr(), name)


def _set_fonts(properties: "BaseOxmlElement", name: str) -> None:
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]  # a theme's font would win
    for attribute in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(attribute), name)


def set_language(document: "Document", code: str) -> None:
    """Say which language the document is in where nothing else is said."""
    defaults = document.styles.element.find(".//{*}rPrDefault/{*}rPr")
    tag = code.replace("_", "-")
    put(defaults, "w:lang", val=tag, bidi=tag)
