"""A report as a web page, read by a parser as a browser would: whole, closed in itself, and open to everybody."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html
from lxml.html import HtmlElement

from s2w_desktop.domain.figures import ChartKind, CountTable, Heading, Report, Sign
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.languages import language
from s2w_desktop.i18n.report_words import LIMITS, beside, coverage_sentences, legend
from s2w_desktop.i18n.translator import Translator, english
from s2w_desktop.interchange.html_style import DARK, HIDDEN_BAR, LIGHT
from s2w_desktop.interchange.report_html import report_html
from tests.interchange.reported import AGES, COMPARED, HOSTILE, REPORT


def page(report: Report = REPORT, tr: Translator | None = None) -> HtmlElement:
    return html.document_fromstring(report_html(tr or english(), report))


@pytest.fixture(scope="module")
def made() -> HtmlElement:
    return page()


def table(made: HtmlElement, number: str) -> HtmlElement:
    return made.get_element_by_id(f"t-{number.replace('.', '-')}").getparent().find(".//table")


def row(made: HtmlElement, number: str, words: str) -> list[str]:
    found = next(one for one in table(made, number).iter("tr") if without_isolates(one[0].text_content()) == words)
    return [cell.text_content() for cell in found[1:]]


def test_every_figure_stands_in_its_table_and_signs_have_their_meaning(made: HtmlElement) -> None:
    assert row(made, "1.1", "All") == ["191", "100%", "259", "100%", "450", "100%", ""]
    assert row(made, "1.1", "15–17") == ["<5", "<5", "‡", "‡", "12", "3%", ""]
    assert row(made, "3.4a", "All") == ["450", "2.5", "5.0", "9.0", "12.0", "15.5", "8.9"]
    meanings = dict(legend(english(), 5))
    for sign in made.iter("abbr"):
        assert sign.get("title") == meanings[sign.text]


def test_names_come_out_whole_and_none_of_them_is_markup(made: HtmlElement) -> None:
    heads = [cell.text_content() for cell in made.iter("th")]
    for name in (HOSTILE[0], "</td><script>alert(1)</script>", "_x0041_&amp;", "a|b\\c", "gnorw", "one two three four"):
        assert name in heads, name
    assert '<b>Alder & "Sons"</b>' in made.find("body").find("header").text_content()
    assert not list(made.iter("script", "b", "img", "link", "iframe", "object", "svg"))


def test_nothing_is_fetched_and_nothing_can_run(made: HtmlElement) -> None:
    text = report_html(english(), REPORT).decode()
    assert "url(" not in text
    assert "@import" not in text
    assert all(value.startswith("#") for _, name, value, _ in made.iterlinks() if name in ("href", "src"))
    assert not [name for one in made.iter() for name in one.attrib if name.startswith("on")]
    assert "default-src 'none'" in made.find("head").findall("meta")[1].get("content")


def test_it_has_landmarks_headings_in_order_and_a_way_past_the_contents(made: HtmlElement) -> None:
    for name in ("header", "nav", "main", "footer", "h1"):
        assert len(list(made.iter(name))) == 1
    levels = [int(one.tag[1]) for one in made.iter("h1", "h2", "h3")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert made.find("body")[0].get("href") == "#figures"


def test_ids_are_there_once_and_every_link_leads_to_one(made: HtmlElement) -> None:
    ids = Counter(one.get("id") for one in made.iter() if one.get("id"))
    assert set(ids.values()) == {1}
    assert {one.get("href")[1:] for one in made.iter("a")} <= set(ids)
    assert {one.get("aria-labelledby") for one in made.iter() if one.get("aria-labelledby")} <= set(ids)


def test_every_table_has_a_caption_and_every_head_a_scope(made: HtmlElement) -> None:
    for one in made.iter("table"):
        assert one[0].tag == "caption"
        assert one[0].text_content()
        widths = {sum(int(cell.get("colspan", 1)) for cell in line) for line in one.find("tbody")}
        columns = len(list(one.iter("col")))
        assert not columns or widths == {columns}
    assert all(one.get("scope") in ("row", "col", "colgroup") for one in made.iter("th"))


def test_bars_follow_the_printed_numbers_and_hidden_ones_tell_nothing() -> None:
    counts = ((1, 1, 40), (1, 1, 20), (1, 1, 0), (1, 1, AGES.counts[0][0]), (1, 1, AGES.counts[0][1]), (3, 3, 99))
    rows = (*(Heading("age_group", (code,)) for code in ("15-17", "18-24", "25-34", "35-44", "45-54")), AGES.rows[-1])
    bars = replace(AGES, rows=rows, counts=counts, shares=(), chart=ChartKind.BAR)
    found = [one.find("i") for one in page(replace(REPORT, tables=(bars,))).find_class("bar")]
    widths = [None if one is None else one.get("style") for one in found]
    assert widths == ["width:100%", "width:50%", None, f"width:{HIDDEN_BAR}%", f"width:{HIDDEN_BAR}%", None]
    assert [one.get("class") for one in found if one is not None] == [None, None, "hidden", "hidden"]


def test_two_periods_are_compared_in_a_chapter_of_their_own() -> None:
    found = page(COMPARED)
    assert row(found, "C.1.1", "18–24 and 25–34 · first period")[:2] == ["187", "98%"]
    assert row(found, "C.1.1", "18–24 and 25–34 · second period")[:2] == ["40", "93%"]
    chapter = found.get_element_by_id("c-C")
    assert "1 July 2018 to 31 December 2018" in without_isolates(chapter.getnext().text_content())
    assert "n = 450." in table(found, "C.1.1").find("caption").text_content()
    assert "n = 90." in table(found, "C.1.1").find("caption").text_content()
    log = found.get_element_by_id("a-log").getparent().text_content()
    assert "Goals, all that were named · second periodnot shown: it would tell about single people" in log
    assert "31 December 2018" in found.find("head").find("title").text_content()


def test_a_report_without_a_table_tells_all_the_same_how_far_it_reaches() -> None:
    found = page(replace(REPORT, tables=()))
    assert all(sentence in found.text_content() for sentence in coverage_sentences(english(), None))


def drawn(table: CountTable) -> list[list[str]]:
    """The widths of the bars of each row, hidden ones marked."""
    found = [one.iter("i") for one in page(replace(REPORT, tables=(table,))).find_class("bar")]
    return [[f"{'hidden ' if bar.get('class') else ''}{bar.get('style').partition(';')[0]}" for bar in bars] for bars in found]


def test_groups_have_a_bar_each_by_their_shares() -> None:
    assert drawn(AGES) == [[f"hidden width:{HIDDEN_BAR}%"] * 2, ["width:100%", "width:99%"], []]
    keys = [one.text_content() for one in page().get_element_by_id("t-1-1").getparent().find_class("key")]
    assert keys == ["Female", "Male"]


def test_bars_of_a_hundred_per_cent_are_parted_and_put_what_is_hidden_together() -> None:
    columns = (*(Heading("level", (code,)) for code in ("A1", "A2", "B1")), AGES.columns[-1])
    counts = ((20, 10, 10, 40), (20, Sign.SMALL, Sign.PROTECTED, 40), (5, 5, 5, 15))
    rows = tuple(Heading("host", (name,)) for name in ("reading", "writing", "listening"))
    stacked = replace(
        AGES, number="2.3", rows=rows, columns=columns, counts=counts, shares=(), chart=ChartKind.STACKED_BAR, is_by_row=True
    )
    assert drawn(stacked) == [["width:50%", "width:25%", "width:25%"], ["width:50%", "hidden width:50%"], []]
    by_column = replace(stacked, counts=((20, 10, 10, 40),) * 3, is_by_row=False)
    assert drawn(by_column) == [["width:100%", "width:50%", "width:50%"]] * 3


def test_two_periods_have_a_bar_each_in_tints_that_differ() -> None:
    bars = [one.find("i") for one in table(page(COMPARED), "C.1.1").getparent().find_class("bar")]
    assert [None if bar is None else bar.get("style") for bar in bars] == [
        "width:3%", "width:10%;--tint:20%", "width:100%", "width:93%;--tint:20%", None, None,
    ]  # fmt: skip


def test_limits_the_log_and_the_training_notice_are_told(made: HtmlElement) -> None:
    text = made.text_content()
    assert all(sentence in text for sentence in (*LIMITS, *beside(english(), REPORT)))
    assert "not shown: it would tell about single people" in text
    assert "TRAINING DATA" in text
    assert "TRAINING DATA" not in page(replace(REPORT, is_training=False)).text_content()


def test_languages_from_right_to_left_are_told_so() -> None:
    arabic = page(tr=Translator(language("ar")))
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert (page().get("lang"), page().get("dir")) == ("en", "ltr")
    assert {one.get("dir") for one in arabic.iter("abbr")} == {"ltr"}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_html(english(), REPORT) == report_html(english(), REPORT)


def test_an_answer_of_64_kib_and_a_report_without_tables_come_through() -> None:
    long = replace(AGES, rows=(Heading("centre", ("<" * 65_536,)),), counts=((1,) * 3,), shares=())
    assert "<" * 65_536 in page(replace(REPORT, tables=(long,))).text_content()
    assert page(replace(REPORT, tables=(), log=())).find("body").find("main") is not None


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_their_ground_and_lines_be_seen(palette: dict[str, str]) -> None:
    def contrast(one: str, other: str) -> float:
        low, high = sorted((luminance(palette[one]), luminance(palette[other])))
        return (high + 0.05) / (low + 0.05)

    assert min(contrast(words, "paper") for words in ("ink", "quiet", "accent")) >= 4.5
    assert contrast("rule", "paper") >= 3
