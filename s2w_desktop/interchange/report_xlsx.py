"""A report as a spreadsheet: cover, one sheet for each chapter, what was hidden, codebook. No cell is ever a formula or a link.

Figures are numbers, a hidden one is its sign as text. The same report gives the same bytes: it is dated by the day it was made.
The whole file is made in memory, for a report is bounded, and nothing of it must lie in a folder for temporary files.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import groupby

from s2w_desktop.domain.figures import COMPARED, Report, Table
from s2w_desktop.i18n import report_words as words
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.report_file_words import CODEBOOK_COLUMNS, LOG_COLUMNS, FileText, file_text
from s2w_desktop.i18n.report_headings import Skills
from s2w_desktop.i18n.report_parts import ReportText, edition, report_text, versions
from s2w_desktop.i18n.report_titles import chapter_of, chapter_title, table_title
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.interchange.report_codebook import codebook
from s2w_desktop.interchange.report_grids import Grid, grids
from s2w_desktop.interchange.xlsx_book import Book, Look, Page

_WORDS, _FIGURES, _SIGNS, _SENTENCES, _CODES, _TITLES = 44, 13, 24, 100, 22, 60
"""Widths of columns in letters."""


def report_xlsx(tr: Translator, report: Report, skills: Skills = clean) -> bytes:
    """The report in one language; `skills` gives the words of an ESCO skill in it."""
    target = BytesIO()
    made = datetime(report.made_on.year, report.made_on.month, report.made_on.day)  # noqa: DTZ001  # the file holds a day
    head = words.training_notice(tr) if report.is_training else ""
    with Book(target, title=words.report_title(tr), made=made, is_rtl=tr.is_rtl, head=head, threshold=report.threshold) as book:
        _cover(tr, report, book)
        for chapter, tables in groupby(report.tables, key=lambda table: chapter_of(table.number)):
            title = f"{chapter} {chapter_title(tr, chapter)}"
            page = book.page(title, (_WORDS,), _FIGURES)
            page.text(title, Look.TITLE)
            for line in words.periods_line(tr, report) if chapter == COMPARED else ():
                page.text(line)
            for table in tables:
                _table(tr, report, table, page, skills)
        _log(tr, report, book)
        _codebook(tr, report, book, skills)
    return target.getvalue()


def _cover(tr: Translator, report: Report, book: Book) -> None:
    page = book.page(words.report_kind(tr), (_WORDS, _SENTENCES))
    page.text(words.report_title(tr), Look.TITLE)
    page.pair("", words.selection_words(tr, report))
    page.pair("", edition(tr, report))
    page.gap()
    for figure, said in words.cover_figures(tr, report):
        page.pair(figure, said)
    for sentence in (*words.coverage_sentences(tr, report.coverage), *words.beside(tr, report)):
        page.pair("", sentence)
    for heading, pairs in (
        (ReportText.HOW_TO_READ, words.legend(tr, report.threshold)),
        (ReportText.LIMITS, _numbered(words.sentences(tr, words.LIMITS))),
        (ReportText.METHOD, _numbered(words.sentences(tr, words.METHOD))),
        (ReportText.VERSIONS, (("", one) for one in versions(tr, report.questionnaire, report.lists))),
    ):
        page.gap()
        page.text(report_text(tr, heading), Look.HEADING)
        for first, said in pairs:
            page.pair(first, said)


def _numbered(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((str(place), text) for place, text in enumerate(texts, 1))


def _table(tr: Translator, report: Report, table: Table, page: Page, skills: Skills) -> None:
    page.gap()
    page.text(f"{table.number} {table_title(tr, table.number)}", Look.HEADING)
    if told := words.base_words(tr, table, report.threshold):
        page.text(told)
    for grid in grids(tr, table, skills):
        _grid(grid, page)
        page.gap()
    for note in words.notes(tr, table, skills):
        page.text(note, Look.NOTE)


def _grid(grid: Grid, page: Page) -> None:
    heads = [""]
    for column in grid.columns:
        heads += [column.words, f"{column.words} %"] if column.has_share else [column.words]
    page.figure_heads([*heads, *(["n"] if grid.has_bases else [])])
    for line in grid.lines:
        cells = page.line(line.words, is_total=line.is_total)
        for column, figure in zip(grid.columns, line.figures, strict=True):
            cells.figure(column.kind, figure.value)
            if figure.share is not None:
                cells.share(figure.share)
        if grid.has_bases and line.base is not None:
            cells.count(line.base)


def _log(tr: Translator, report: Report, book: Book) -> None:
    title = report_text(tr, ReportText.LOG)
    page = book.page(title, (_SIGNS, _TITLES, _TITLES))
    page.text(title, Look.TITLE)
    page.heads([tr.gettext(one) for one in LOG_COLUMNS])
    for line in words.log_lines(tr, report):
        page.words(line)


def _codebook(tr: Translator, report: Report, book: Book, skills: Skills) -> None:
    title = file_text(tr, FileText.CODEBOOK)
    page = book.page(title, (_CODES, _CODES, _TITLES, _CODES))
    page.text(title, Look.TITLE)
    page.heads([tr.gettext(one) for one in CODEBOOK_COLUMNS])
    for one in codebook(tr, report, skills):
        page.words([one.variable, one.code, one.words, f"{one.list_name} {one.version}".strip()])
