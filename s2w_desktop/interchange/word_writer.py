"""Blocks of a paper as paragraphs and tables of a Word file."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from s2w_desktop.interchange.colours import QUIET, RULE, TINT
from s2w_desktop.interchange.png import png_bytes
from s2w_desktop.interchange.word_blocks import (
    Card,
    Contact,
    Heading,
    ListEntry,
    Look,
    Paragraph,
    Picture,
    SignatureLine,
    TickLine,
    WordBlock,
    WordTable,
)
from s2w_desktop.interchange.word_runs import fit_text, is_rtl, set_direction, write_text
from s2w_desktop.interchange.word_styles import HEADINGS, LIST, STYLES, set_font
from s2w_desktop.interchange.word_xml import border, put

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tc
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_WIDTH_MM: Final = 170.0
_CARD_MM: Final = (148.0, 105.0)
_MARGIN_MM: Final = 34.0  # room for years and boxes, for letters of the usual size
_DOT_MM: Final = 6.0
_SIGNING_POINTS: Final = 36.0
_SYMBOLS: Final = "Segoe UI Symbol"
_TWIPS: Final = 1440 / 25.4


class BlockWriter:
    """Writes blocks at the end of a document or of a cell; `is_rtl` tells where its reader begins."""

    def __init__(self, place: "Document | _Cell", scale: float, *, is_rtl: bool, width: float = _WIDTH_MM) -> None:
        self._place, self._scale, self._is_rtl, self._width = place, scale, is_rtl, width

    def write(self, block: WordBlock | Card) -> None:
        """Write one block. Raises KeyError for a language that CLDR does not know."""
        match block:
            case Picture():
                self._picture(block)
            case Heading() | Paragraph():
                self._told(block)
            case ListEntry() | TickLine():
                self._entry(block)
            case Contact():
                self._contact(block)
            case WordTable():
                self._table(block)
            case SignatureLine():
                self._signature(block)
            case Card():
                self._card(block)

    # --- paragraphs ---

    def _paragraph(self, text: str, code: str, style: str, label: str = "", *, is_bold: bool = False) -> "WordParagraph":
        made = self._place.add_paragraph(style=style)
        set_direction(made, is_rtl=is_rtl(code) if code else self._is_rtl)
        write_text(made, f"{label}  " if label else "", code, is_bold=True)
        write_text(made, text, code, is_bold=is_bold)
        return made

    def _told(self, told: Heading | Paragraph) -> "WordParagraph":
        if isinstance(told, Heading):
            return self._paragraph(told.text, told.language, HEADINGS[told.level])
        return self._paragraph(told.text, told.language, STYLES[told.look], told.label)

    def _picture(self, block: Picture) -> None:
        from docx.shared import Mm

        picture, most = block.picture, block.most_mm
        ratio = min(most[0] / picture.width, most[1] / picture.height)
        paragraph = self._place.add_paragraph()
        set_direction(paragraph, is_rtl=self._is_rtl)
        size = Mm(picture.width * ratio), Mm(picture.height * ratio)
        shape = paragraph.add_run().add_picture(BytesIO(png_bytes(picture)), *size)
        shape._inline.docPr.set("descr", fit_text(block.description))

    def _contact(self, contact: Contact) -> None:
        for told in contact.paragraphs:
            put(self._told(told)._p.get_or_add_pPr(), "w:shd", val="clear", color="auto", fill=TINT)

    def _entry(self, entry: ListEntry | TickLine) -> None:
        """The first paragraph begins in the margin with what stands there; all are indented alike."""
        paragraphs, margin = entry.paragraphs, entry.margin
        mark = entry.mark.value if isinstance(entry, TickLine) else ""
        indent = (_MARGIN_MM if margin and not mark else _DOT_MM) * self._scale
        for place, told in enumerate(paragraphs):
            is_first = place == 0
            has_dot = is_first and not margin and not mark
            style = LIST if has_dot else STYLES[Look.NOTE if told.look is Look.NOTE else Look.BODY]
            made = self._place.add_paragraph(style=style)
            set_direction(made, is_rtl=is_rtl(told.language) if told.language else self._is_rtl)
            _indent(made, indent, indent if is_first else 0.0)
            if is_first and not has_dot:
                _begin(made, margin, mark)
            write_text(made, told.text, told.language, is_bold=told.look is Look.STRONG)
            made.paragraph_format.keep_with_next = place + 1 < len(paragraphs)

    # --- tables ---

    def _table(self, content: WordTable) -> None:
        rows = (content.head, *content.rows) if content.head else content.rows
        shares = sum(content.widths)
        table = self._new_table(len(rows), [self._width * share / shares for share in content.widths])
        if content.head:
            border(table._tbl.tblPr, "w:tblBorders", ("top", "bottom", "insideH"), RULE)
            put(table._tbl.tr_lst[0].get_or_add_trPr(), "w:tblHeader")
        for place, (row, cells) in enumerate(zip(table._tbl.tr_lst, rows, strict=True)):
            put(row.get_or_add_trPr(), "w:cantSplit")
            is_head = bool(content.head) and place == 0
            for column, (cell, paragraphs) in enumerate(zip(row.tc_lst, cells, strict=True)):
                is_bold = is_head or (not content.head and column == 0)
                self._fill(_cell(cell, table), paragraphs, is_bold=is_bold)
        self._end_table()

    def _fill(self, cell: "_Cell", paragraphs: Sequence[Paragraph], *, is_bold: bool) -> None:
        inner = BlockWriter(cell, self._scale, is_rtl=self._is_rtl)
        for told in paragraphs:
            inner._paragraph(told.text, told.language, STYLES[told.look], told.label, is_bold=is_bold)
        _drop_first(cell, has_others=bool(paragraphs))

    def _signature(self, content: SignatureLine) -> None:
        table = self._new_table(1, [self._width / len(content.labels)] * len(content.labels))
        for cell, paragraphs in zip(table._tbl.tr_lst[0].tc_lst, content.labels, strict=True):
            own = _cell(cell, table)
            self._fill(own, paragraphs, is_bold=False)
            first = own.paragraphs[0]
            border(first._p.get_or_add_pPr(), "w:pBdr", ("top",), QUIET)
            put(first._p.get_or_add_pPr(), "w:spacing", before=str(round(_SIGNING_POINTS * 20 * self._scale)))
        self._end_table()

    def _card(self, card: Card) -> None:
        width = min(_CARD_MM[0] * self._scale, self._width)
        table = self._new_table(1, [width])
        border(table._tbl.tblPr, "w:tblBorders", ("top", "left", "bottom", "right"), QUIET, is_dashed=True)
        row = table._tbl.tr_lst[0]
        put(row.get_or_add_trPr(), "w:cantSplit")
        put(row.get_or_add_trPr(), "w:trHeight", val=str(round(_CARD_MM[1] * _TWIPS)), hRule="atLeast")
        cell = _cell(row.tc_lst[0], table)
        inner = BlockWriter(cell, self._scale, is_rtl=self._is_rtl, width=width)
        for block in card.blocks:
            inner.write(block)
        _drop_first(cell, has_others=bool(card.blocks))
        self._end_table()

    def _new_table(self, rows: int, widths_mm: Sequence[float]) -> "Table":
        from docx.enum.table import WD_TABLE_DIRECTION
        from docx.shared import Mm

        table = self._place.add_table(rows, len(widths_mm))
        table.autofit = False
        table.table_direction = WD_TABLE_DIRECTION.RTL if self._is_rtl else WD_TABLE_DIRECTION.LTR
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths_mm, strict=True):
            column.w = Mm(width)
        for row in table._tbl.tr_lst:
            for cell, width in zip(row.tc_lst, widths_mm, strict=True):
                cell.width = Mm(width)
        return table

    def _end_table(self) -> None:
        """Tables that touch would be one."""
        from docx.shared import Pt

        form = self._place.add_paragraph().paragraph_format
        form.space_after, form.line_spacing = Pt(0), Pt(6)


def _begin(paragraph: "WordParagraph", margin: str, mark: str) -> None:
    """Years or a rank in the margin; or a box, with a date on the first line behind it."""
    if mark:
        set_font(paragraph.add_run(mark), _SYMBOLS)
        paragraph.add_run().add_tab()
        write_text(paragraph, margin, "")
        if margin:
            paragraph.add_run().add_break()
    else:
        write_text(paragraph, margin, "")
        paragraph.add_run().add_tab()


def _indent(paragraph: "WordParagraph", indent_mm: float, hanging_mm: float) -> None:
    from docx.shared import Mm

    paragraph.paragraph_format.left_indent = Mm(indent_mm)  # from where the paragraph begins, in either direction
    paragraph.paragraph_format.first_line_indent = Mm(-hanging_mm)


def _cell(element: "CT_Tc", table: "Table") -> "_Cell":
    from docx.table import _Cell

    return _Cell(element, table)


def _drop_first(cell: "_Cell", *, has_others: bool) -> None:
    """Take out the empty paragraph that every cell begins with, unless it is all there is."""
    if has_others:
        first = cell._tc.p_lst[0]
        cell._tc.remove(first)
