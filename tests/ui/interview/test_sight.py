"""What is in sight: a question that does not fit is seen from its beginning."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.frame import InterviewFrame
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
