"""The codebook of a report: every code that stands in its tables, in words, with the list it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.figures import Heading, HeadingKind, Report, Sign
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.report_file_words import MEASURES
from s2w_desktop.i18n.report_headings import LISTS, Skills, heading_words
from s2w_desktop.i18n.report_words import COLUMNS, legend, sign_words
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.interchange.report_grids import grids

_PUBLISHED: Final = {
    "isced": "ISCED",
    "field_broad": "ISCED-F",
    "isco": "ISCO",
    "sector": "NACE",
    "cefr": "CEFR",
    "country": "ISO 3166-1",
    "nationality": "ISO 3166-1",
}
"""Code lists of this program that are a published one, by the name its version is told under."""


@dataclass(frozen=True)
class Entry:
    """A code: its variable, its words, the list it stands in and that list's version; both empty where there is no list."""

    variable: str
    code: str
    words: str
    list_name: str = ""
    version: str = ""


def sign_code(sign: Sign) -> str:
    """The code of a sign in files for machines, as `s2w report --json` has it."""
    return sign.name.lower()


def codebook(tr: Translator, report: Report, skills: Skills = clean) -> tuple[Entry, ...]:
    """Signs and measures first, then the codes of each variable, in the order in which the tables have them."""
    said = dict(legend(tr, report.threshold))
    entries = [Entry("sign", sign_code(sign), said[sign_words(sign, report.threshold)]) for sign in Sign]
    measures = (*COLUMNS.items(), *MEASURES.items())
    entries += [Entry("measure", name, tr.gettext(words)) for name, words in measures]
    found = dict.fromkeys((heading.variable, code) for heading in _headings(tr, report) for code in heading.codes)
    entries += [_entry(tr, report, variable, code, skills) for variable, code in found]
    return tuple(entries)


def _headings(tr: Translator, report: Report) -> Iterator[Heading]:
    for table in (*report.tables, *(report.beside.tables if report.beside else ())):
        for grid in grids(tr, table):
            yield from (line.heading for line in grid.lines)
            yield from (column.heading for column in grid.columns if column.heading is not None)


def _entry(tr: Translator, report: Report, variable: str, code: str, skills: Skills) -> Entry:
    words = heading_words(tr, Heading(variable, (code,), HeadingKind.CLASS), skills)
    own_list = LISTS.get(variable, "")
    if own_list in _PUBLISHED:
        name = _PUBLISHED[own_list]
        return Entry(variable, code, words, name, report.lists.get(name, ""))
    return Entry(variable, code, words, "questionnaire" if own_list else "", str(report.questionnaire) if own_list else "")
