"""What is in sight: a question that does not fit is seen from its beginning, and nothing is seen squeezed."""

import pytest
from PySide6.QtCore import QPoint, QTimer
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.forms.sheet import Sheet
from s2w_desktop.ui.kit.frame import InterviewFrame
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.interview.conftest import OpenPage


def test_a_question_higher_than_the_page_is_seen_from_its_beginning(open_page: OpenPage, theme: Theme, qtbot: QtBot) -> None:
    theme.set_text_scale(200)
    page = open_page()
    page.resize(1024, 600)
    page.show_section("consent")
    frame = page.findChild(InterviewFrame)
    assert frame is not None
    view = frame.scroll_page.viewport()
    block = next(iter(page.sheet.blocks.values()))

    def is_seen_from_its_beginning() -> bool:
        return 0 <= block.mapTo(view, QPoint(0, 0)).y() < view.height() // 2

    qtbot.waitUntil(lambda: block.height() > view.height() and is_seen_from_its_beginning())


def squeezed(sheet: Sheet) -> list[str]:
    """Questions whose answers have less room than they need, as things stand now."""
    groups = [group for group in sheet.findChildren(OptionGroup) if group.isVisible()]
    return [group.accessibleName() for group in groups if group.height() < group.heightForWidth(group.width())]


@pytest.mark.parametrize("scale", [100, 150])
def test_answers_are_not_squeezed_while_more_questions_are_built(
    open_page: OpenPage, theme: Theme, qtbot: QtBot, scale: int
) -> None:
    theme.set_text_scale(scale)
    page = open_page()
    page.set_depth("extended")
    page.show_section("consent")
    sheet, before, seen = page.sheet, len(page.sheet.built), [0]

    def look() -> None:
        seen.append(len(squeezed(sheet)))

    sheet.made.connect(lambda _block: QTimer.singleShot(0, sheet, look))  # before Qt lays out what is new
    qtbot.waitUntil(lambda: len(seen) > 1)
    assert len(sheet.built) > before
    sheet.finish()
    assert squeezed(sheet) == []
    assert max(seen) == 0
