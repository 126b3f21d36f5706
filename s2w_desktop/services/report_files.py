"""The report as a file that leaves the house: printed, as a spreadsheet, as figures for programs."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from s2w_desktop.domain.figures import Report
from s2w_desktop.domain.progress import Progress, untold
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.interchange.report_csv import codebook_csv, figures_csv
from s2w_desktop.interchange.report_html import report_html
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.services.installed_esco import SKILL_BASE, EscoSource
from s2w_desktop.services.report_paper import ReportPapers
from s2w_desktop.services.reporting import Draft, Reporting
from s2w_desktop.storage.safe_files import replace_file


class ReportFile(StrEnum):
    """A form of the report, by the ending of its file."""

    PDF = "pdf"
    XLSX = "xlsx"
    HTML = "html"
    CSV = "csv"
    CODEBOOK = "codebook.csv"


class ReportFiles:
    """Writes reports. What was written counts as gone out."""

    def __init__(self, reporting: Reporting, catalogues: Catalogues, fonts: FontSet, esco: EscoSource) -> None:
        self._reporting, self._catalogues, self._esco = reporting, catalogues, esco
        self._papers = ReportPapers(translator=catalogues.translator, fonts=fonts)

    def skill_words(self, language: str) -> Callable[[str], str]:
        """The words of an ESCO skill, or a group of them, in a language or in English; its code where no pack knows it."""
        data = self._esco()

        def say(skill: str) -> str:
            address = skill if "/" in skill else f"{SKILL_BASE}{skill}"
            try:
                return clean(data.label(address, (language, "en"))[0]) if data else clean(skill)
            except KeyError:
                return clean(skill)

        return say

    def speaks(self, language: str) -> bool:
        """Whether a report can be in a language, by its code."""
        return language in {one.code for one in self._catalogues.offered(with_pseudo=True)}

    def write(self, draft: Draft, form: ReportFile, path: Path, language: str, progress: Progress = untold) -> None:
        """Write a report, and keep what it tells, so that none after it can be set against it.

        An older file stays as it was when this fails. Raises NotPermitted, disk errors, MissingGlyphs, KeyError for an unknown
        language, and what `progress` raises.
        """
        content = self._content(draft.report, form, language, progress)
        self._reporting.went_out(draft)  # before the file: a report that is kept and not written does no harm
        replace_file(path, content)

    def _content(self, report: Report, form: ReportFile, language: str, progress: Progress) -> bytes:
        tr, skills = self._catalogues.translator(language), self.skill_words(language)
        match form:
            case ReportFile.PDF:
                return self._papers.report_paper(report, language, skills, progress)
            case ReportFile.XLSX:
                return _spreadsheet(tr, report, skills)
            case ReportFile.HTML:
                return report_html(tr, report, skills)
            case ReportFile.CSV:
                return b"".join(figures_csv(tr, report, skills))
            case ReportFile.CODEBOOK:
                return b"".join(codebook_csv(tr, report, skills))


def _spreadsheet(tr: Translator, report: Report, skills: Callable[[str], str]) -> bytes:
    from s2w_desktop.interchange.report_xlsx import report_xlsx  # loads the writer of spreadsheets, which nothing else needs

    return report_xlsx(tr, report, skills)
