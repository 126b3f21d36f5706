"""Every table of the report has its words, in every language, and signs stand for what is hidden."""

import pytest

from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.domain.figures import Base, Heading, HeadingKind, Sign
from s2w_desktop.i18n.report_headings import heading_words
from s2w_desktop.i18n.report_titles import CHAPTERS, chapter_of, table_title
from s2w_desktop.i18n.report_words import base_line, legend
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
