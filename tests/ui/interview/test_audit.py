"""Every section of the interview fits, is named and can be reached, in each direction, with large text and on small screens."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from s2w_desktop.domain.asking import asked_sections
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.audit import Finding, clipped, small_targets, tab_order_faults, too_wide, unnamed
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.interview.conftest import OpenPage

LEAST_TARGET = 24


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 100), (1366, 768, 200), (1024, 600, 100), (1024, 600, 200)])
@pytest.mark.parametrize("code", ["en", "ar", "en_XA"])
def test_no_section_has_a_fault(open_page: OpenPage, theme: Theme, code: str, width: int, height: int, scale: int) -> None:
    page = open_page(code)
    page.resize(width, height)
    theme.set_text_scale(scale)
    found = list(faults(page))
    theme.set_text_scale(100)
    assert not found


def faults(page: InterviewPage) -> Iterator[tuple[str, Finding]]:
    for section in asked_sections(QUESTIONNAIRE, page.editor.profile):
        entries = page.editor.profile.entries(section.key) if section.repeats else ()
        page.show_section(section.key, entries[-1] if entries else None)
        page.sheet.finish()
        for _ in range(3):
            QApplication.processEvents()
        fits = (*clipped(page), *small_targets(page, LEAST_TARGET), *too_wide(page))
        for finding in (*unnamed(page), *fits, *tab_order_faults(page)):
            yield section.key, finding
