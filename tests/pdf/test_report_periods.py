"""Two periods on paper: both in one table and one chart with the change, all of their numbers, and not many more pages."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest

from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.comparing import compared
from s2w_desktop.analysis.making import make_tables
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.skill_groups import SKILL_GROUPS
from s2w_desktop.domain.derived.cases import AMOUNTS, LISTS
from s2w_desktop.domain.figures import (
    ChartKind,
    Count,
    CountTable,
    FunnelTable,
    Heading,
    HeadingKind,
    Report,
    Selection,
    Sign,
    SpreadTable,
    Table,
)
from s2w_desktop.pdf.report_order import in_annex, in_chapters
from s2w_desktop.services.report_paper import ReportPapers, TranslatedReport
from tests.analysis.crowds import crowd
from tests.analysis.rows import read_cases
from tests.pdf import sample_report as samples
from tests.pdf.reading import paragraphs, run
from tests.pdf.test_report_paper import boxes, swapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from s2w_desktop.analysis.cases import Cases
    from s2w_desktop.i18n.translator import Translator
    from s2w_desktop.pdf.fonts import FontSet

    Translate = Callable[[str], Translator]

PEOPLE = 450
MOST_PAGES = 1.6
SMALL, PROTECTED = Sign.SMALL, Sign.PROTECTED


@pytest.fixture
def papers(translator: Translate, fonts: FontSet) -> ReportPapers:
    return ReportPapers(translator=translator, fonts=fonts)


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def test_a_comparison_of_two_halves_is_not_much_longer_than_a_report_of_all(papers: ReportPapers) -> None:
    columns = crowd(PEOPLE, 3)
    rows = list(zip(*columns.values(), strict=True))
    everybody = read_cases(list(columns), rows, amounts=AMOUNTS, lists=LISTS | {SKILL_GROUPS})
    chance = random.Random(3)
    is_first = np.array([chance.random() < 0.5 for _ in range(PEOPLE)])
    whole, one, other = map(reported, (everybody, everybody.where(is_first), everybody.where(~is_first)))
    both = compared(one, other)
    assert sum(table.number.startswith("C.") for table in both.tables) > 50
    assert pages(papers.report_paper(both, "en")) <= MOST_PAGES * pages(papers.report_paper(whole, "en"))


def reported(people: Cases) -> Report:
    made = make_tables(people, TABLES, Rules(5))
    return replace(samples.sample(), people=people.count, tables=(samples.COVERAGE, *made.tables), log=made.log)


def later(report: Report) -> Report:
    """The same report over another period with other numbers in the same classes."""
    return replace(
        report,
        selection=Selection(date(2026, 10, 1), date(2026, 12, 31)),
        tables=tuple(map(_later, report.tables)),
        log=(),
        people=900,
    )


def _later(table: Table) -> Table:
    def twice(count: Count) -> Count:
        return count if isinstance(count, Sign) else 2 * count + 1

    if isinstance(table, CountTable):
        counts = tuple(tuple(map(twice, line)) for line in table.counts)
        shares = tuple(tuple(one if isinstance(one, Sign) else one // 2 for one in line) for line in table.shares)
        return replace(table, counts=counts, shares=shares, bases=tuple(map(twice, table.bases)))
    if isinstance(table, SpreadTable):
        spreads = (one if isinstance(one.p90, Sign) else replace(one, p90=one.p90 + 1) for one in table.spreads)
        return replace(table, spreads=tuple(spreads))
    return replace(table, steps=tuple(replace(step, people=twice(step.people)) for step in table.steps))


def test_every_number_of_either_period_is_in_the_tables(papers: ReportPapers, translator: Translate, tmp_path: Path) -> None:
    report = samples.sample()
    both = compared(report, later(report))
    words = TranslatedReport(translator("ar"), both)
    tables = [table for table in both.tables if table.number.startswith("C.")]
    assert len(tables) == len(report.tables)
    found = Counter(paragraphs(papers.report_paper(both, "ar"), tmp_path))
    wanted = Counter(figure for table in tables for figure in figures(words, table))
    assert sum(wanted.values()) > 1000
    assert wanted - found == Counter()


def figures(words: TranslatedReport, table: Table) -> Iterator[str]:
    """All figures of both periods, and the changes of shares or statistics of which both are told."""
    assert not isinstance(table, FunnelTable)
    for place, row in enumerate(table.rows):
        other = place + 1 if place % 2 == 0 else None
        if isinstance(table, SpreadTable):
            spread = table.spreads[place]
            yield words.count(spread.people)
            names = ("p10", "p25", "median", "p75", "p90", "mean")
            yield from (words.statistic(getattr(spread, name)) for name in names)
            if other is not None:
                yield from filter(None, (words.change(getattr(spread, one), getattr(table.spreads[other], one)) for one in names))
            continue
        yield from (words.count(base) for base in table.bases[place : place + 1])
        for column, (count, share) in enumerate(zip(table.counts[place], table.shares[place], strict=True)):
            yield words.count(count)
            if isinstance(count, Sign):
                continue
            yield words.share(share)
            is_base = table.columns[column].is_total if table.is_by_row else row.is_total
            if other is not None and not is_base and not isinstance(table.counts[other][column], Sign):
                yield from filter(None, (words.change(share, table.shares[other][column]),))


def sums(number: str, *lines: tuple[Count, ...]) -> CountTable:
    """Women, men and all by two classes; the last line is that of all."""
    rows = samples.classes("nationality", ("SYR", "ERI"))
    return samples.crossed(number, rows, samples.classes("sex", samples.SEXES), lines)


def test_both_stand_beside_each_other_with_a_change_only_where_both_have_a_share(papers: ReportPapers, tmp_path: Path) -> None:
    one = sums("1.2a", (30, SMALL, 33), (20, PROTECTED, 67), (50, 50, 100))
    other = replace(
        sums("1.2a", (12, 20, 32), (3, 25, 28), (15, 45, 60)), base=replace(samples.BASE, people=60, no_answer=0, unknown=0)
    )
    found = paragraphs(papers.report_paper(compare(one, other), "en"), tmp_path)
    at = len(found) - found[::-1].index("\u20661.2a\u2069   \u2068Nationality and sex\u2069")
    table = [re.sub("[\u2066-\u2069]", "", text) for text in found[at:]]
    assert table[0].startswith("People with a profile. First period: n = 450. No answer: 12.")
    assert table[0].endswith("· Second period: n = 60.")
    heads = ["first period", "second period"]
    assert table[1:12] == ["Female", "Male", "All", *heads, *heads, *heads, "change", "Syria"]
    assert table[12:20] == ["30", "60%", "12", "–", "<5", "20", "44%", "33"], "no change without both shares"
    assert table[20:24] == ["33%", "32", "53%", "+20"]
    assert table[24:36] == ["Eritrea", "20", "40%", "3", "–", "‡", "25", "56%", "67", "67%", "28", "47%"]
    assert table[36:38] == ["-20", "All"]
    assert table[38:] == ["50", "100%", "15", "–", "50", "100%", "45", "100%", "100", "100%", "60", "100%"]


def compare(one: Table, other: Table) -> Report:
    report = replace(samples.empty(), tables=(one,))
    return compared(report, replace(later(report), tables=(other,)))


def test_a_table_of_many_columns_has_periods_and_change_below_each_other(papers: ReportPapers, tmp_path: Path) -> None:
    found = paragraphs(papers.report_paper(compare(samples.SCHOOLING, _later(samples.SCHOOLING)), "en"), tmp_path)
    at = len(found) - found[::-1].index("Female")
    assert [re.sub("[\u2066-\u2069]", "", text) for text in found[at : at + 22]] == [
        "first period", "188", "2.0", "6.0", "9.0", "12.0", "15.0", "8.7",
        "second period", "188", "2.0", "6.0", "9.0", "12.0", "16.0", "8.7",
        "change", "0.0", "0.0", "0.0", "0.0", "+1.0",
    ]  # fmt: skip


def test_what_the_comparison_joins_stands_behind_it_and_nothing_else_twice() -> None:
    alike = compare(samples.AGES, _later(samples.AGES))
    assert [one.number for one in in_chapters(alike)] == ["C.1.1"]
    assert [one.number for one in in_annex(alike)] == ["C.1.1"]
    joined = replace(Heading("age_group", ("15-17", "18-24")), kind=HeadingKind.JOINED)
    counts = (tuple(20 for _ in samples.AGES.columns), *samples.AGES.counts[2:])
    wider = replace(samples.AGES, rows=(joined, *samples.AGES.rows[2:]), counts=counts, shares=samples.AGES.shares[1:])
    both = compare(samples.AGES, wider)
    assert [one.number for one in in_chapters(both)] == ["C.1.1"]
    assert [one.number for one in in_annex(both)] == ["C.1.1", "1.1"]
    alone = compare(samples.AGES, samples.SCHOOLING)
    assert [one.number for one in (*in_chapters(alone), *in_annex(alone))] == ["1.1", "1.1"]


def test_what_one_period_has_alone_says_so(translator: Translate) -> None:
    words = TranslatedReport(translator("en"), compare(samples.AGES, samples.SCHOOLING))
    assert (words.table("1.1"), words.table("C.1.1")) == ("Age and sex · first period", "Age and sex")
    assert TranslatedReport(translator("en"), samples.sample()).table("1.1") == "Age and sex"


def test_small_and_protected_numbers_of_either_period_are_drawn_alike(papers: ReportPapers, tmp_path: Path) -> None:
    report = compared(samples.sample(), later(samples.sample()))
    drawn = boxes(papers.report_paper(report, "en"), tmp_path)
    assert len(drawn) > 100
    assert drawn == boxes(papers.report_paper(swapped(report), "en"), tmp_path)


def test_columns_begin_where_reading_begins_and_heads_come_again_on_the_next_page(papers: ReportPapers, tmp_path: Path) -> None:
    rows = samples.classes("centre", [f"Place {number}" for number in range(60)])
    counts = (*(((11, 20),) * 60), (660, 1200))
    table = samples.crossed("1.3", rows, samples.classes("sex", ("F",)), counts, ChartKind.HEAT_MAP)
    report = compare(table, _later(table))
    file = tmp_path / "paper.pdf"
    assert paragraphs(papers.report_paper(report, "en"), tmp_path).count("Female") == 1
    for language, head in (("en", "Female"), ("ar", "أنثى")):
        file.write_bytes(papers.report_paper(report, language))
        assert sum(head in page for page in run("pdftotext", file, "-").split("\f")) > 1
        found = run("pdftotext", "-bbox", file, "-")
        # the first count, the second, and the sum of the first in the line of the first place
        places = [
            float(re.findall(rf'xMin="([\d.]+)"[^>]*>[\u2066-\u2069]*{word}[\u2066-\u2069]*<', found)[0]) for word in (11, 23, 41)
        ]
        assert places == sorted(places, reverse=language == "ar")


def test_what_was_done_to_a_table_is_told_once_for_both_periods(translator: Translate) -> None:
    report = compared(
        samples.sample(), replace(later(samples.sample()), log=(*samples.LOG[1:3], replace(samples.LOG[0], small=3)))
    )
    told = {number: re.sub("[\u2066-\u2069]", "", done) for number, _, done in TranslatedReport(translator("en"), report).log}
    assert told == {
        "1.1": "First period: 1 small number hidden and 1 number hidden with them · "
        "Second period: 3 small numbers hidden and 1 number hidden with them",
        "2.3": "1 small number hidden, 1 number hidden with them and 1 class joined",
        "4.6": "not shown: it would tell about single people",
        "9.2c": "first period · not shown: nobody answered",
    }
