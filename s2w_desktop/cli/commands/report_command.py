"""`s2w report`: a first table of counts, small numbers hidden. The same store gives the same bytes (CLI-09)."""

import csv
import io

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.summary import FIGURE_PATHS
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.labels import choice, short_label
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.counting import THRESHOLD, UNKEPT, CountTable

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def run(call: Call) -> int:
    """Counts as text, as JSON, or as CSV."""
    _ = call.tr.gettext
    if call.wanted.csv and call.console.is_json:
        raise UsageProblem(_("Ask for --csv or for --json, not for both."))
    with opened(call) as workplace:
        tables = workplace.counting.tables()
    if call.wanted.csv:
        call.console.raw(_csv(call.tr, tables))
        return ExitCode.OK
    for one in tables:
        call.console.say(_text(call.tr, one))
    call.console.document({"threshold": THRESHOLD, "tables": [_object(one) for one in tables]})
    return ExitCode.OK


def _text(tr: Translator, counts: CountTable) -> str:
    _ = tr.gettext
    rows = [(f"  {code_words(tr, counts.column, cell.code)}", _shown(tr, cell.count)) for cell in counts.cells]
    total = _("Total")
    rows.append((f"  {total}", _shown(tr, counts.total)))
    return f"{column_words(tr, counts.column)}\n{table(rows)}\n"


def _csv(tr: Translator, tables: tuple[CountTable, ...]) -> bytes:
    """Columns, codes, their words and counts; a hidden count is empty. Texts that a spreadsheet would run are defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("column", "code", "words", "count"))
    for one in tables:
        for cell in one.cells:
            words = code_words(tr, one.column, cell.code)
            writer.writerow((one.column, _defused(cell.code), _defused(words), "" if cell.count is None else cell.count))
        writer.writerow((one.column, "*", "", "" if one.total is None else one.total))
    return text.getvalue().encode()


def _object(counts: CountTable) -> dict[str, Json]:
    cells: list[Json] = [{"code": cell.code, "count": cell.count} for cell in counts.cells]
    return {"column": counts.column, "total": counts.total, "cells": cells}


def _shown(tr: Translator, count: int | None) -> str:
    return tr.pgettext("count", "hidden") if count is None else str(count)


def _defused(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def column_words(tr: Translator, column: str) -> str:
    """The heading of a column."""
    _ = tr.gettext
    if column == UNKEPT:
        return _("Interviews of which nothing was kept")
    if column not in FIGURE_PATHS:
        return _("Centre")
    section, _dot, field = FIGURE_PATHS[column].partition(".")
    return short_label(tr, section, field)


def code_words(tr: Translator, column: str, code: str) -> str:
    """The words of a code; a code of a newer program stands for itself."""
    if not code:
        return tr.pgettext("count", "no answer")
    path = FIGURE_PATHS.get("sex" if column == UNKEPT else column)
    if path is None:
        return clean(code)
    try:
        return choice(tr, QUESTIONNAIRE.spec(path).codes, code)
    except KeyError:
        return code
