"""The analysis report, read back with the tools of others: all of it is there, once, and no drawing tells what is hidden."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from s2w_desktop.domain.errors import MissingGlyphs
from s2w_desktop.domain.figures import TOTAL, ChartKind, CountTable, FunnelTable, Heading, Report, Sign, SpreadTable, Table
from s2w_desktop.i18n.languages import LANGUAGES, Pseudo
from s2w_desktop.i18n.report_parts import ReportText
from s2w_desktop.i18n.report_titles import chapter_of
from s2w_desktop.pdf.charts.fills import HIDDEN_WIDTH
from s2w_desktop.pdf.report_paper import build_report
from s2w_desktop.pdf.text import clean
from s2w_desktop.services.report_paper import ReportPapers, TranslatedReport
from tests.pdf import sample_report as samples
from tests.pdf.reading import paragraphs, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from s2w_desktop.i18n.translator import Translator
    from s2w_desktop.pdf.fonts import FontSet

    Translate = Callable[[str], Translator]

SHIPPED = [one.code for one in LANGUAGES if one.pseudo is Pseudo.NONE]
DASH = "[1.5 1.5] 0 d"


@pytest.fixture
def papers(translator: Translate, fonts: FontSet) -> ReportPapers:
    return ReportPapers(translator=translator, fonts=fonts)


@pytest.mark.parametrize("language", SHIPPED)
def test_every_text_comes_out_whole_in_every_language(
    language: str, papers: ReportPapers, translator: Translate, tmp_path: Path
) -> None:
    tables: tuple[Table, ...] = (samples.COVERAGE, samples.COUNTRIES)
    if language in ("en", "ar"):
        tables = (*tables, samples.OCCUPATIONS)
    report = replace(samples.short(), tables=tables)
    words = TranslatedReport(translator(language), report)
    found = paragraphs(papers.report_paper(report, language), tmp_path)
    told = Counter(re.sub(r"^\u2066[\w.]+\u2069   \u2068(.*)\u2069$", r"\1", text) for text in found)
    for text in Counter(map(clean, wanted(report, words))).items():
        assert told[text[0]] >= text[1], text[0]
    keys = any(re.match(r"\u20661\u2069\xa0", text) for text in told)  # long words of columns stand in one line above, by numbers
    assert sum(told.values()) == sum(1 for _ in wanted(report, words)) + figures(report) + keys


def wanted(report: Report, words: TranslatedReport) -> Iterator[str]:
    """All texts but the figures of tables."""
    yield from (words.kind, words.title, words.selection, words.say(ReportText.HOW_TO_READ), words.say(ReportText.LIMITS))
    for pair in (*words.cover_figures, *words.legend):
        yield from pair
    for chapter in ("0", *{chapter_of(table.number) for table in report.tables} - {"0"}, "A"):
        yield words.chapter(chapter)
    for text in (
        ReportText.BY_CENTRE,
        ReportText.READING,
        ReportText.METHOD,
        ReportText.LOG,
        ReportText.VERSIONS,
        ReportText.TABLES,
    ):
        yield words.say(text)
    yield from (*words.coverage, *words.limits, *words.method, *words.versions)
    for place in (*range(1, len(words.limits) + 1), *range(1, len(words.method) + 1)):
        yield f"\u2066{place}\u2069"
    for number, title, done in words.log:
        yield f"\u2066{number}\u2069"
        yield f"{title}: {done}"
    for table in report.tables:
        yield from [words.table(table.number)] * 2
        if not isinstance(table, FunnelTable):
            yield from [words.base_line(table)] * 2
            yield from map(words.heading, table.rows)


def figures(report: Report) -> int:
    """How many further texts there are: cells, heads of columns, notes, words of rows that stand in two tables."""
    return sum(map(_figures, report.tables))


def _figures(table: Table) -> int:
    if isinstance(table, FunnelTable):
        steps = len(table.steps)
        told = sum(not isinstance(step.of_all, Sign) for step in table.steps[1:])
        return 1 + (steps + steps * len(table.rows) + len(table.rows)) + (1 + 2 * steps + told)
    assert isinstance(table, CountTable)
    cells = len(table.rows) * len(table.columns)
    shares = sum(not isinstance(count, Sign) for line in table.counts for count in line)
    in_annex = len(table.columns) + cells + shares
    is_table_itself = table.chart.value == "heat_map"
    return 1 + in_annex + (len(table.columns) + cells + len(table.rows) if is_table_itself else 0)


def test_the_file_is_tagged_whole_with_an_outline_and_no_author(papers: ReportPapers, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(papers.report_paper(samples.sample(), "en"))
    info = run("pdfinfo", path)
    assert re.search(r"^Tagged:\s+yes$", info, re.MULTILINE)
    assert re.search(r"^Title:\s+Analysis report: Skills of people in reception centres$", info, re.MULTILINE)
    assert re.search(r"^Author:\s*$", info, re.MULTILINE)
    run("qpdf", "--check", path)
    with pypdfium2.PdfDocument(path) as document:
        entries = [entry.get_title() for entry in document.get_toc()]
    assert entries[0] == "0 Who is in this report, and who is not"
    assert [entry.split()[0] for entry in entries if re.match(r"\d+\.", entry)] == [one.number for one in samples.sample().tables]


def test_two_builds_are_equal_to_the_byte(papers: ReportPapers) -> None:
    assert papers.report_paper(samples.short(), "ar") == papers.report_paper(samples.short(), "ar")


def test_a_letter_without_a_glyph_is_refused_before_anything_is_written(translator: Translate, fonts: FontSet) -> None:
    coverage = replace(samples.COVERAGE, rows=(Heading("centre", ("漢字",)), *samples.COVERAGE.rows[1:]))
    report = replace(samples.short(), tables=(coverage,))
    target = BytesIO()
    with pytest.raises(MissingGlyphs) as refusal:
        build_report(report, TranslatedReport(translator("en"), report), fonts, target)
    assert (refusal.value.count, refusal.value.blocks) == (2, ("0.1",))
    assert target.getvalue() == b""


def test_progress_is_told_to_the_end_and_can_stop_the_work(papers: ReportPapers) -> None:
    told: list[tuple[int, int]] = []
    papers.report_paper(samples.short(), "en", progress=lambda done, steps: told.append((done, steps)))
    assert told == [(done, told[-1][1]) for done in range(1, told[-1][1] + 1)]

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        papers.report_paper(samples.short(), "en", progress=stop)


@pytest.mark.parametrize("report", [samples.empty(), samples.single()], ids=["nobody", "one person"])
def test_coverage_and_limits_are_in_every_report(report: Report, papers: ReportPapers, tmp_path: Path) -> None:
    found = paragraphs(papers.report_paper(report, "en"), tmp_path)
    assert any(text.endswith("Who is in this report, and who is not\u2069") for text in found)
    assert any(text.startswith("How many people could have had a profile was not counted") for text in found)
    assert "Limits of these figures" in found


def test_the_training_notice_stands_on_every_page(papers: ReportPapers, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(papers.report_paper(samples.short(), "en"))
    pages = run("pdftotext", path, "-").split("\f")[:-1]
    assert len(pages) > 3
    assert all("TRAINING DATA" in page for page in pages)


def swapped(report: Report) -> Report:
    """The same report with each sign of a hidden number in the place of the other."""
    other = {Sign.SMALL: Sign.PROTECTED, Sign.PROTECTED: Sign.SMALL}

    def turned(table: Table) -> Table:
        if isinstance(table, SpreadTable):
            return table
        counts = tuple(
            tuple(other.get(count, count) if isinstance(count, Sign) else count for count in line) for line in table.counts
        )
        return replace(table, counts=counts)

    return replace(report, tables=tuple(map(turned, report.tables)))


def boxes(pdf: bytes, folder: Path) -> list[str]:
    """Every rectangle and dash pattern of every page."""
    path, plain = folder / "report.pdf", folder / "plain.pdf"
    path.write_bytes(pdf)
    run("qpdf", "--qdf", "--object-streams=disable", path, plain)
    return re.findall(r"(?m)^(?:n )?[-\d. ]+ re\b.*$|^\[.*\] 0 d$", plain.read_bytes().decode("latin-1"))


def test_a_small_and_a_protected_number_are_drawn_alike(papers: ReportPapers, tmp_path: Path) -> None:
    report = samples.sample()
    drawn = boxes(papers.report_paper(report, "en"), tmp_path)
    assert len(drawn) > 100
    assert drawn == boxes(papers.report_paper(swapped(report), "en"), tmp_path)


def test_a_hidden_bar_has_one_width_whatever_stands_beside_it(papers: ReportPapers, tmp_path: Path) -> None:
    widths = set()
    for factor in (1, 3):
        counts = tuple(tuple(one if isinstance(one, Sign) else one * factor for one in line) for line in samples.AGES.counts)
        report = replace(samples.empty(), tables=(replace(samples.AGES, counts=counts, shares=()),))
        drawn = "\n".join(boxes(papers.report_paper(report, "en"), tmp_path))
        chart = drawn.split(f"{DASH}\n")[1:3]
        widths |= {float(part.split()[3 if part.startswith("n") else 2]) for part in chart}
    assert widths == {HIDDEN_WIDTH}


def test_a_chart_tells_a_screen_reader_all_that_it_shows_and_no_more(papers: ReportPapers, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(papers.report_paper(replace(samples.empty(), tables=(samples.AGES,)), "en"))
    plain = tmp_path / "plain.pdf"
    run("qpdf", "--qdf", "--object-streams=disable", path, plain)
    alts = re.findall(rb"/Alt \((.*?)\)|/Alt <(.*?)>", plain.read_bytes())
    said = [simple.decode("latin-1").replace(r"\205", "–").replace(r"\202", "‡") for simple, _ in alts]
    assert len(said) == 1
    assert said[0].startswith("1.1 Age and sex. 15–17: Male 9, Female <5; 18–24: Male 71, Female 38;")
    assert said[0].endswith("65+: Male 0, Female ‡")


def place(path: Path, word: str) -> float:
    """Where a word begins on the page, from the left."""
    found = re.search(
        rf'<word xMin="([\d.]+)"[^>]*>[\u2066-\u2069]*{word}[\u2066-\u2069]*</word>', run("pdftotext", "-bbox", path, "-")
    )
    assert found, word
    return float(found[1])


def test_bars_and_columns_begin_where_reading_begins_and_the_pyramid_does_not_turn(papers: ReportPapers, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    report = replace(samples.empty(), tables=(samples.AGES, replace(samples.NATIONALITIES, shares=())))
    path.write_bytes(papers.report_paper(report, "en"))
    assert place(path, "148") < place(path, "170")
    assert place(path, "96") < place(path, "63")
    path.write_bytes(papers.report_paper(report, "ar"))
    assert place(path, "148") > place(path, "170")
    assert place(path, "96") < place(path, "63")


def test_a_table_over_two_pages_has_its_head_on_both_and_says_it_once(papers: ReportPapers, tmp_path: Path) -> None:
    codes = tuple(f"Place {number}" for number in range(60))
    counts = (*(((10, 20),) * 60), (600, 1200))
    rows = (*(Heading("centre", (code,)) for code in codes), TOTAL)
    columns = (Heading("sex", ("F",)), TOTAL)
    table = CountTable("1.3", rows, columns, counts, (), samples.BASE, ChartKind.NONE)
    pdf = papers.report_paper(replace(samples.empty(), tables=(table,)), "en")
    assert paragraphs(pdf, tmp_path).count("Female") == 1
    pages = run("pdftotext", tmp_path / "paper.pdf", "-").split("\f")
    assert sum("Female" in page for page in pages) == 2
