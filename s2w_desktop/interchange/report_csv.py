"""A report as CSV (RFC 4180, UTF-8): one line per figure, and a codebook of the same form.

Figures stay numbers: what is hidden has an empty field, and its sign stands in a field of its own. Names of columns and codes are
the same in every language; only `..._words` are translated.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from s2w_desktop.domain.figures import COMPARED, Heading, Report, Selection, Sign
from s2w_desktop.i18n.isolation import clean, without_isolates
from s2w_desktop.i18n.report_headings import Skills
from s2w_desktop.i18n.report_titles import chapter_of
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.interchange.report_codebook import codebook, sign_code
from s2w_desktop.interchange.report_grids import Column, Figure, Kind, Line, grids

COLUMNS: Final = (
    "table", "period", "row_variable", "row_kind", "row_codes", "row_words", "column_variable", "column_kind", "column_codes",
    "column_words", "measure", "value", "sign", "share", "share_sign", "base", "base_sign",
)  # fmt: skip
"""`period` is that of the interviews as an interval of ISO 8601, open ends as `..`; `value` is a number of people, or a statistic
where `measure` is one; `share` is in whole per cent; several codes of one row or
column are parted by `|`, and a `|` inside a code is written `\\|`."""

CODEBOOK_COLUMNS: Final = ("variable", "code", "words", "list", "version")
_BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
Field = str | int | Decimal


def figures_csv(tr: Translator, report: Report, skills: Skills = clean, *, with_mark: bool = False) -> Iterator[bytes]:
    """Every figure of the report, piece by piece; with a byte order mark where a spreadsheet would take it for Latin letters."""
    return _pieces(COLUMNS, _figures(tr, report, skills), with_mark=with_mark)


def codebook_csv(tr: Translator, report: Report, skills: Skills = clean, *, with_mark: bool = False) -> Iterator[bytes]:
    """What the codes of the report mean."""
    entries = codebook(tr, report, skills)
    lines = ((one.variable, one.code, one.words, one.list_name, one.version) for one in entries)
    return _pieces(CODEBOOK_COLUMNS, lines, with_mark=with_mark)


def _figures(tr: Translator, report: Report, skills: Skills) -> Iterator[Sequence[Field]]:
    """Of two periods that are compared each by itself: a program sets them side by side, and nothing stands there twice."""
    for one in (report, *filter(None, (report.beside,))):
        yield from _of_period(tr, one, _interval(one.selection), skills)


def _interval(selection: Selection) -> str:
    return "/".join(day.isoformat() if day else ".." for day in (selection.first_day, selection.last_day))


def _of_period(tr: Translator, report: Report, period: str, skills: Skills) -> Iterator[Sequence[Field]]:
    for table in report.tables:
        if chapter_of(table.number) == COMPARED:
            continue
        for grid in grids(tr, table, skills):
            for line in grid.lines:
                for column, figure in zip(grid.columns, line.figures, strict=True):
                    yield (
                        table.number,
                        period,
                        *_heading(line.heading, line.words),
                        *_heading(column.heading, column.words),
                        *_told(line, column, figure),
                    )


def _heading(heading: Heading | None, words: str) -> tuple[str, str, str, str]:
    if heading is None:
        return "", "", "", words
    codes = "|".join(code.replace("\\", "\\\\").replace("|", "\\|") for code in heading.codes)
    return heading.variable, heading.kind.value, codes, words


def _told(line: Line, column: Column, figure: Figure) -> tuple[Field, ...]:
    value: Field | Sign | None = figure.value
    share: Field | Sign | None = figure.share
    if column.kind is Kind.SHARE:
        value, share = None, figure.value
    return (column.measure, *_parted(value), *_parted(share), *_parted(line.base))


def _parted(figure: Field | Sign | None) -> tuple[Field, Field]:
    """A number and no sign, or no number and its sign."""
    if figure is None:
        return "", ""
    return ("", sign_code(figure)) if isinstance(figure, Sign) else (figure, "")


def _pieces(names: Sequence[str], lines: Iterable[Sequence[Field]], *, with_mark: bool) -> Iterator[bytes]:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    target.write(_BYTE_ORDER_MARK if with_mark else "")
    writer.writerow(names)
    for line in lines:
        writer.writerow([_plain(field) for field in line])
        yield target.getvalue().encode("utf-8", "replace")
        target.seek(0)
        target.truncate()
    yield target.getvalue().encode("utf-8", "replace")


def _plain(field: Field) -> Field:
    """A number as it is; a text on one line, which no spreadsheet runs."""
    if not isinstance(field, str):
        return field
    text = without_isolates(clean(field))
    return f"'{text}" if text.lstrip().startswith(_FORMULA_SIGNS) else text
