"""A report as text: every table under its title, and what was done to those that hide something."""

from collections.abc import Iterable

from s2w_desktop.cli.console import table as aligned
from s2w_desktop.domain.figures import COMPARED, CountTable, FunnelTable, Report, SpreadTable, Table
from s2w_desktop.i18n.report_headings import heading_words, step_words
from s2w_desktop.i18n.report_titles import chapter_of, chapter_title, table_title
from s2w_desktop.i18n.report_words import (
    COLUMNS,
    base_words,
    beside,
    count_words,
    cover_figures,
    legend,
    log_line,
    notes,
    periods_line,
    selection_words,
    share_words,
    statistic_words,
    training_notice,
)
from s2w_desktop.i18n.translator import Translator


def report_text(tr: Translator, report: Report) -> str:
    """The whole report without charts and without its fixed sentences, which a printed report has."""
    parts = [*_head(tr, report)]
    chapter = ""
    for one in report.tables:
        if chapter_of(one.number) != chapter:
            chapter = chapter_of(one.number)
            parts.append(f"== {chapter_title(tr, chapter)} ==")
            parts += periods_line(tr, report) if chapter == COMPARED else ()
        parts.append(_table(tr, one, report.threshold))
    left_out = [f"  {one.number} {table_title(tr, one.number)}: {log_line(tr, one)}" for one in report.log if one.left_out]
    return "\n\n".join([*parts, "\n".join(left_out)] if left_out else parts) + "\n"


def _head(tr: Translator, report: Report) -> Iterable[str]:
    if report.is_training:
        yield training_notice(tr)
    yield selection_words(tr, report)
    yield "\n".join(f"{figure} {words}" for figure, words in cover_figures(tr, report))
    lines = beside(tr, report)
    if lines:
        yield "\n".join(lines)
    yield "\n".join(f"{sign}  {words}" for sign, words in legend(tr, report.threshold))


def _table(tr: Translator, table: Table, threshold: int) -> str:
    lines = [f"{table.number} {table_title(tr, table.number)}"]
    lines += filter(None, (base_words(tr, table, threshold),))
    return "\n".join([*lines, aligned(list(_rows(tr, table, threshold))), *notes(tr, table)])


def _rows(tr: Translator, table: Table, threshold: int) -> Iterable[tuple[str, ...]]:
    _ = tr.gettext
    names = [heading_words(tr, one) for one in table.rows]
    match table:
        case CountTable():
            yield ("", *(heading_words(tr, one) for one in table.columns))
            for name, line in zip(names, table.counts, strict=True):
                yield (f"  {name}", *(count_words(tr, count, threshold) for count in line))
        case SpreadTable():
            yield ("", *(_(words) for words in COLUMNS.values()))
            for name, spread in zip(names, table.spreads, strict=True):
                _people, *statistics = (getattr(spread, column) for column in COLUMNS)
                told = (statistic_words(tr, one, threshold) for one in statistics)
                yield (f"  {name}", count_words(tr, spread.people, threshold), *told)
        case FunnelTable():
            yield ("", *(step_words(tr, step.name) for step in table.steps))
            yield ("", *(count_words(tr, step.people, threshold) for step in table.steps))
            yield ("", *(share_words(tr, step.of_all, threshold) for step in table.steps))
            for name, line in zip(names, table.counts, strict=True):
                yield (f"  {name}", *(count_words(tr, count, threshold) for count in line))
