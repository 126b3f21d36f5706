"""Every table of the report has its words, in every language, and signs stand for what is hidden."""

from decimal import Decimal

import pytest

from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.domain.figures import Base, Heading, HeadingKind, Sign
from s2w_desktop.i18n.isolation import isolate_ltr
from s2w_desktop.i18n.report_headings import heading_words, shown_heading
from s2w_desktop.i18n.report_titles import CHAPTERS, chapter_of, table_title
from s2w_desktop.i18n.report_words import base_line, legend, statistic_words
from s2w_desktop.i18n.translator import Catalogues, Translator


@pytest.fixture
def tr(catalogues: Catalogues) -> Translator:
    return catalogues.translator("en")


def test_every_table_has_a_title_and_a_chapter(tr: Translator) -> None:
    for spec in TABLES:
        assert table_title(tr, spec.number)
        assert chapter_of(spec.number) in CHAPTERS


def test_classes_are_told_in_words_joined_ones_by_their_ends(tr: Translator) -> None:
    joined = Heading("isced", ("5", "6", "7"), HeadingKind.JOINED)
    assert heading_words(tr, Heading("sex", ("F",))) == "Female"
    assert "to" in heading_words(tr, joined)
    assert heading_words(tr, Heading("", (), HeadingKind.TOTAL)) == "All"


def test_ages_stand_as_they_are_written_in_arabic_too(catalogues: Catalogues) -> None:
    arabic = catalogues.translator("ar")
    assert shown_heading(arabic, Heading("age_group", ("15-17",))) == isolate_ltr("15–17")


def test_a_code_of_a_newer_program_stands_for_itself(tr: Translator) -> None:
    assert heading_words(tr, Heading("sex", ("Q9",))) == "Q9"


def test_a_base_line_tells_how_many_did_not_answer_and_hides_few_reasons(tr: Translator) -> None:
    base = Base("worked", 442, 8, Sign.PROTECTED, Sign.PROTECTED, Sign.PROTECTED, 0)
    line = base_line(tr, base, 5)
    assert "442" in line
    assert "8" in line
    assert "refused" not in line


def test_the_legend_names_the_threshold(tr: Translator) -> None:
    assert legend(tr, 7)[0][0] == "<7"


def test_figures_of_a_spread_have_as_many_decimals_as_each_other(catalogues: Catalogues) -> None:
    said = [
        statistic_words(catalogues.translator(code), Decimal(one), 5) for code in ("en", "de") for one in ("8.5", "9", "1200")
    ]
    assert said == ["8.5", "9.0", "1,200.0", "8,5", "9,0", "1.200,0"]
    assert statistic_words(catalogues.translator("en"), Sign.NO_SHARE, 5) == "–"
