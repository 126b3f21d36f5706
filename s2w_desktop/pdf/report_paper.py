"""The analysis report: cover, coverage, chapters of charts, limits, annex."""

from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO, Final

from s2w_desktop.domain.figures import Report, Table
from s2w_desktop.domain.progress import Progress, untold
from s2w_desktop.i18n.report_titles import chapter_of
from s2w_desktop.pdf import report_pages as pages
from s2w_desktop.pdf.document import lay_out, write_document
from s2w_desktop.pdf.fonts import FontSet
from s2w_desktop.pdf.geometry import PAGE_HEIGHT, TOP
from s2w_desktop.pdf.layout import Piece
from s2w_desktop.pdf.report_blocks import annex_table, block
from s2w_desktop.pdf.report_composer import ReportComposer
from s2w_desktop.pdf.report_furniture import ReportFurniture
from s2w_desktop.pdf.report_order import in_annex, in_chapters, own_number
from s2w_desktop.pdf.report_words import ReportWords
from s2w_desktop.pdf.tagging import StructureTree

_WRITING: Final = 1  # the last step


def build_report(
    report: Report,
    words: ReportWords,
    fonts: FontSet,
    target: BinaryIO,
    progress: Progress = untold,
) -> None:
    """Write the report as a tagged PDF with an outline and all fonts embedded; equal reports give equal bytes.

    Nothing is printed but what `report` holds, so no drawing, description or bookmark tells a hidden number. The coverage page
    and the limits are in every report. Raises MissingGlyphs, before anything is written, if a letter would print as a box.
    """
    composer = ReportComposer(words, fonts, StructureTree())
    furniture = ReportFurniture(composer)
    maker = _Maker(composer, report, PAGE_HEIGHT - TOP - furniture.bottom, progress)
    laid_out = [page for pieces in maker.parts() for page in lay_out(pieces, furniture)]
    composer.check_glyphs()
    write_document(
        laid_out, target, tree=composer.tree, furniture=furniture, language=words.language, title=f"{words.kind}: {words.title}"
    )
    progress(maker.steps, maker.steps)


class _Maker:
    """The parts of a report, each of which begins on a new page."""

    def __init__(self, composer: ReportComposer, report: Report, page_height: float, progress: Progress) -> None:
        self._composer = composer
        self._report = report
        self._page_height = page_height
        self._progress = progress
        self._done = 0
        self._in_annex = in_annex(report)
        self._in_chapters = in_chapters(report)
        self.steps = len(self._in_chapters) + len(self._in_annex) + _WRITING

    def parts(self) -> Iterable[list[Piece]]:
        """Cover; coverage and chapters; limits; annex."""
        composer = self._composer
        yield list(pages.cover(composer))
        yield [*pages.coverage(composer, self._report, self._page_height), *self._chapters()]
        yield list(pages.limits(composer))
        yield [*pages.annex(composer), pages.tables_head(composer), *self._tables()]

    def _chapters(self) -> Iterable[Piece]:
        for chapter, found in groupby(self._in_chapters, key=lambda table: chapter_of(own_number(table.number))):
            if chapter == "0":  # its head stands on the page of coverage
                yield from map(self._block, found)
                continue
            head = pages.chapter_head(self._composer, chapter, self._composer.words.chapter(chapter))
            yield from pages.together([head, *map(self._block, found)])

    def _block(self, table: Table) -> Piece:
        piece = block(self._composer, table, self._page_height)
        self._step()
        return piece

    def _tables(self) -> Iterable[Piece]:
        for table in self._in_annex:
            yield from annex_table(self._composer, table, self._page_height)
            self._step()

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, self.steps)
