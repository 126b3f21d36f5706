"""Pages of a spreadsheet, written from top to bottom: texts, heads, lines of figures. Nothing here can become a formula."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from io import BytesIO
from types import TracebackType
from typing import TYPE_CHECKING, Final

from s2w_desktop.domain.figures import Count, Share, Sign, Statistic
from s2w_desktop.i18n.report_words import sign_words
from s2w_desktop.interchange.colours import ACCENT, INK, QUIET, RULE
from s2w_desktop.interchange.report_grids import Kind
from s2w_desktop.interchange.xml_text import fit_for_xml

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST_LETTERS: Final = 16_000
"""A cell holds 32,767 units of UTF-16: so many letters of any script and a sign for the rest."""
_MOST_IN_NAME: Final = 31
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_MOST_COLUMNS: Final = 61
_A4: Final = 9
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 1, 2  # of a text: what it begins with would decide, be it a figure or a name
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_INK, _QUIET, _ACCENT, _RULE = (f"#{colour}" for colour in (INK, QUIET, ACCENT, RULE))


class Look(Enum):
    """How a text looks."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    NOTE = "note"


_LOOKS: Final[dict[Look, dict[str, object]]] = {
    Look.TITLE: {"bold": True, "font_size": 16, "font_color": _ACCENT},
    Look.HEADING: {"bold": True, "font_size": 12, "font_color": _ACCENT},
    Look.BODY: {"font_color": _INK},
    Look.NOTE: {"font_color": _QUIET, "italic": True},
}
_LINE: Final = 15
_HEIGHTS: Final = {Look.TITLE: 24, Look.HEADING: 18, Look.BODY: _LINE, Look.NOTE: _LINE}
"""Of rows in points."""
_MOST_LINES: Final = 27
"""A row can be 409 points high."""
_NUMBERS: Final = {Kind.COUNT: "#,##0", Kind.SHARE: "0%", Kind.STATISTIC: "0.0"}


@dataclass(frozen=True)
class Told:
    """A text with the direction in which its language runs."""

    text: str
    is_rtl: bool


class Book:
    """A spreadsheet that is written into `target` when the block is left without a failure."""

    def __init__(self, target: BytesIO, *, title: str, made: datetime, is_rtl: bool, head: str, threshold: int) -> None:
        from xlsxwriter.workbook import Workbook  # when a file is made: a window opens without it

        self._workbook: Workbook = Workbook(target, _OPTIONS)
        self._workbook.set_properties({"title": _fit(title), "created": made})
        self._is_rtl, self._head = is_rtl, _fit(head)
        self._names: set[str] = set()
        self.formats = _Formats(self._workbook, is_rtl=is_rtl)
        self.threshold = threshold

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None) -> None:
        if failure is None:
            self._workbook.close()

    def page(self, name: str, widths: Sequence[int], others: int = 9) -> "Page":
        """A new sheet with the widths of its first columns and of all others, in letters."""
        sheet = self._workbook.add_worksheet(self._free_name(name))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.set_column(len(widths), _MOST_COLUMNS - 1, others)
        if self._is_rtl:
            sheet.right_to_left()
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")
        page = Page(sheet, self, (*widths, *(others for _ in range(_MOST_COLUMNS - len(widths)))))
        if self._head:
            sheet.set_header("&C" + self._head.replace("&", "&&"))
            page.text(self._head, Look.HEADING)
        return page

    def _free_name(self, name: str) -> str:
        """A name that spreadsheets take and that no other sheet has."""
        whole = " ".join(_fit(name).translate(_NOT_IN_NAMES).split())
        cut = whole[: _MOST_IN_NAME - 1].rpartition(" ")[0] or whole[: _MOST_IN_NAME - 1]
        wanted = (whole if len(whole) <= _MOST_IN_NAME else f"{cut}…") or "1"
        free, count = wanted, 1
        while free.casefold() in self._names:
            count += 1
            free = f"{wanted[: _MOST_IN_NAME - 3]} {count}"
        self._names.add(free.casefold())
        return free


class Page:
    """One sheet with the place of the next row."""

    def __init__(self, sheet: "Worksheet", book: Book, widths: Sequence[int]) -> None:
        self._sheet, self._book, self._widths = sheet, book, widths
        self._row = 0

    def text(self, text: str, look: Look = Look.BODY) -> None:
        """A row of one text, which runs over the empty columns beside it."""
        self._write(0, text, self._book.formats.look(look))
        self._sheet.set_row(self._row, _HEIGHTS[look])
        self._row += 1

    def pair(self, first: str, words: str) -> None:
        """A short text, and beside it one that is broken into lines."""
        self.words([first, words])

    def words(self, texts: Sequence[str]) -> None:
        """A row of texts, broken into lines where they are long."""
        self._broken(texts, [self._book.formats.wrapped] * len(texts))

    def told(self, texts: Sequence[Told], look: Look = Look.BODY) -> None:
        """A row of texts in directions of their own, broken into lines where they are long."""
        self._broken([one.text for one in texts], [self._book.formats.told(look, is_rtl=one.is_rtl) for one in texts], look)

    def heads(self, texts: Sequence[str]) -> None:
        """The head of a table of words."""
        self._broken(texts, [self._book.formats.head] * len(texts))

    def figure_heads(self, texts: Sequence[str]) -> None:
        """The head of a table of figures, whose columns from the second on end where their figures end."""
        others = [self._book.formats.figure_head] * (len(texts) - 1)
        self._broken(texts, [self._book.formats.head, *others], room=7 / 8)

    def gap(self) -> None:
        """An empty row."""
        self._row += 1

    def line(self, words: str, *, is_total: bool) -> "Cells":
        """A row of a table; the figures are put into what is returned."""
        self._write(0, words, self._book.formats.label(is_total=is_total))
        cells = Cells(self._sheet, self._book, self._row, is_total=is_total)
        self._row += 1
        return cells

    def _broken(self, texts: Sequence[str], forms: Sequence["Format"], look: Look = Look.BODY, *, room: float = 1) -> None:
        """A row as high as its longest text needs: not every program finds that out by itself.

        `room` is the share of a column's letters that find place, as bold ones are wider.
        """
        lines = 1
        for column, (text, form) in enumerate(zip(texts, forms, strict=True)):
            self._write(column, text, form)
            wide = max(1, int(room * self._widths[column]))
            lines = max(lines, sum(max(1, len(textwrap.wrap(part, wide))) for part in text[:_MOST_LETTERS].split("\n")))
        self._sheet.set_row(self._row, min(lines * _HEIGHTS[look], _MOST_LINES * _LINE))
        self._row += 1

    def _write(self, column: int, text: str, form: "Format") -> None:
        if text:
            self._sheet.write_string(self._row, column, _fit(text), form)
        else:
            self._sheet.write_blank(self._row, column, None, form)


class Cells:
    """The figures of one row, from the second column on."""

    def __init__(self, sheet: "Worksheet", book: Book, row: int, *, is_total: bool) -> None:
        self._sheet, self._book, self._row, self._is_total = sheet, book, row, is_total
        self._column = 1

    def count(self, count: Count) -> None:
        """A number of people."""
        self.figure(Kind.COUNT, count)

    def share(self, share: Share) -> None:
        """A whole per cent."""
        self.figure(Kind.SHARE, share)

    def figure(self, kind: Kind, figure: Count | Statistic) -> None:
        """A figure as a number, or its sign as a text."""
        is_hidden = isinstance(figure, Sign)
        form = self._book.formats.figure(kind, is_hidden=is_hidden, is_total=self._is_total)
        if isinstance(figure, Sign):
            sign = sign_words(figure, self._book.threshold)
            self._sheet.write_string(self._row, self._column, sign, form)
        else:
            value = figure / 100 if kind is Kind.SHARE else figure
            self._sheet.write_number(self._row, self._column, float(value), form)
        self._column += 1


class _Formats:
    """The looks of cells, each made once."""

    def __init__(self, workbook: "Workbook", *, is_rtl: bool) -> None:
        self._workbook = workbook
        self._direction: dict[str, object] = {"reading_order": _RIGHT_TO_LEFT if is_rtl else _LEFT_TO_RIGHT}
        self._made: dict[tuple[object, ...], Format] = {}
        self.wrapped = self._format(("wrapped",), {"text_wrap": True, "valign": "top", "font_color": _INK} | self._direction)
        head = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2, "bottom_color": _ACCENT, "font_color": _INK}
        self.head = self._format(("head",), head | self._direction)
        self.figure_head = self._format(("figure head",), head | self._direction | {"align": "right"})

    def look(self, look: Look) -> "Format":
        return self._format((look,), _LOOKS[look] | self._direction)

    def told(self, look: Look, *, is_rtl: bool) -> "Format":
        direction = {"reading_order": _RIGHT_TO_LEFT if is_rtl else _LEFT_TO_RIGHT}
        return self._format(("told", look, is_rtl), _LOOKS[look] | {"text_wrap": True, "valign": "top"} | direction)

    def label(self, *, is_total: bool) -> "Format":
        return self._format(("label", is_total), _total(is_total=is_total) | self._direction)

    def figure(self, kind: Kind, *, is_hidden: bool, is_total: bool) -> "Format":
        """A hidden one has a dashed box and is never tinted (paper-language section 8)."""
        wanted = _total(is_total=is_total) | {"align": "right", "num_format": _NUMBERS[kind]}
        if is_hidden:
            wanted |= {"num_format": "@", "border": 3, "border_color": _RULE}
        return self._format((kind, is_hidden, is_total), wanted)

    def _format(self, key: tuple[object, ...], wanted: dict[str, object]) -> "Format":
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]


def _total(*, is_total: bool) -> dict[str, object]:
    return {"bold": True, "top": 1, "top_color": _INK, "font_color": _INK} if is_total else {"font_color": _INK}


def _fit(text: str) -> str:
    """A text that XML and a cell can hold."""
    fit = fit_for_xml(text)
    return fit if len(fit) <= _MOST_LETTERS else f"{fit[:_MOST_LETTERS]}…"
