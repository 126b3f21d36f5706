"""The pages of the help: one for everything, short, and found by what is typed (UX-70)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.i18n.help_pages import KEYS, Group, HelpPage, find_pages, help_pages
from s2w_desktop.i18n.translator import Catalogues, english

PAGES = help_pages(english())


@pytest.mark.parametrize("code", ["en", "fr", "ar", "en_XA", "ar_XB"])
def test_every_language_has_every_page(catalogues: Catalogues, code: str) -> None:
    pages = help_pages(catalogues.translator(code))
    assert [page.key for page in pages] == [page.key for page in PAGES]
    assert all(page.title and (page.parts or page.key == KEYS) for page in pages)


def test_every_section_has_a_page_in_three_parts() -> None:
    of_sections = {page.key: page for page in PAGES if page.group is Group.SECTIONS}
    assert of_sections.keys() == QUESTIONNAIRE.by_key.keys()
    for page in of_sections.values():
        assert [heading for heading, _ in page.parts] == ["What to ask", "What not to ask", "When to stop"]


def test_no_two_pages_share_a_key() -> None:
    assert len({page.key for page in PAGES}) == len(PAGES)


def test_pages_are_short() -> None:
    assert max(len(page.text.split()) for page in PAGES) <= 120


@pytest.mark.parametrize("typed", ["interpreter triangle", "TRIANGLE  Interpreter", "triang interp"])
def test_words_are_found_in_any_order_and_case(typed: str) -> None:
    assert [page.key for page in find_pages(PAGES, typed)] == ["talking"]


def test_a_title_that_fits_comes_first() -> None:
    assert find_pages(PAGES, "receipts")[0].key == "receipts"


def test_arabic_is_found_without_its_marks(catalogues: Catalogues) -> None:
    pages = help_pages(catalogues.translator("ar"))
    page = next(one for one in pages if one.key == "language")
    assert page in find_pages(pages, page.title.split()[0])


@given(st.sampled_from(PAGES), st.data())
def test_a_page_is_found_by_any_of_its_words(page: HelpPage, data: st.DataObject) -> None:
    words = page.text.split()
    typed = data.draw(st.lists(st.sampled_from(words), max_size=4))
    assert page in find_pages(PAGES, " ".join(typed))


def test_nothing_typed_shows_everything() -> None:
    assert find_pages(PAGES, "  ") == PAGES
