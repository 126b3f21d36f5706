"""A report as text: every table under its title, and what was done to those that hide something."""

from collections.abc import Iterable

from s2w_desktop.cli.console import table as aligned
from s2w_desktop.domain.figures import COMPARED, Report, Table
from s2w_desktop.i18n import report_words as words
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.report_headings import Skills
from s2w_desktop.i18n.report_titles import chapter_of, chapter_title, table_title
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.interchange.report_grids import Grid, figure_words, grids


def report_text(tr: Translator, report: Report, skills: Skills = clean) -> str:
    """The whole report without charts and without its fixed sentences, which a printed report has."""
    parts = [*_head(tr, report)]
    chapter = ""
    for one in report.tables:
        if chapter_of(one.number) != chapter:
            chapter = chapter_of(one.number)
            parts.append(f"== {chapter_title(tr, chapter)} ==")
            parts += words.periods_line(tr, report) if chapter == COMPARED else ()
        parts.append(_table(tr, one, report.threshold, skills))
    left_out = [f"  {one.number} {table_title(tr, one.number)}: {words.log_line(tr, one)}" for one in report.log if one.left_out]
    return "\n\n".join([*parts, "\n".join(left_out)] if left_out else parts) + "\n"


def _head(tr: Translator, report: Report) -> Iterable[str]:
    if report.is_training:
        yield words.training_notice(tr)
    yield words.selection_words(tr, report)
    yield "\n".join(f"{figure} {said}" for figure, said in words.cover_figures(tr, report))
    lines = words.beside(tr, report)
    if lines:
        yield "\n".join(lines)
    yield "\n".join(f"{sign}  {said}" for sign, said in words.legend(tr, report.threshold))


def _table(tr: Translator, table: Table, threshold: int, skills: Skills) -> str:
    lines = [f"{table.number} {table_title(tr, table.number)}"]
    lines += filter(None, (words.base_words(tr, table, threshold),))
    lines += (aligned(list(_rows(tr, grid, threshold))) for grid in grids(tr, table, skills))
    return "\n".join([*lines, *words.notes(tr, table, skills)])


def _rows(tr: Translator, grid: Grid, threshold: int) -> Iterable[tuple[str, ...]]:
    """Heads, then lines of figures; shares of counts stand in files alone."""
    yield ("", *(column.words for column in grid.columns))
    for line in grid.lines:
        told = (
            figure_words(tr, column.kind, figure.value, threshold)
            for column, figure in zip(grid.columns, line.figures, strict=True)
        )
        yield (f"  {line.words}", *told)
