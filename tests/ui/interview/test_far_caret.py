"""A section that is opened far down: what is around the caret is there first, and what comes above it moves nothing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.forms.question import QuestionBlock, block_of
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.frame import InterviewFrame
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import press

TOP = "identity.given_names"


@pytest.fixture
def page(open_page: OpenPage) -> InterviewPage:
    made = open_page()
    made.set_depth("extended")
    made.show_section("work_summary")
    made.sheet.finish()
    QApplication.processEvents()
    return made


def order_of(page: InterviewPage) -> list[str]:
    """The questions of the identity section from top to bottom, as a sheet has them that was built from its top."""
    page.show_section("identity", path=TOP)
    return [block.path for block in page.sheet.asked_blocks()]


def in_view(page: InterviewPage, block: QuestionBlock) -> int:
    frame = page.findChild(InterviewFrame)
    assert frame is not None
    return block.mapTo(frame.scroll_page.viewport(), QPoint(0, 0)).y()


def test_only_what_is_around_the_caret_is_built_before_it_is_seen(page: InterviewPage, qtbot: QtBot) -> None:
    paths = order_of(page)
    page.show_section("identity", path=paths[-1])
    assert paths[-1] in page.sheet.built
    assert paths[0] not in page.sheet.built
    assert block_of(QApplication.focusWidget()) is page.sheet.built[paths[-1]]
    qtbot.waitUntil(lambda: paths[0] in page.sheet.built)
    assert [path for path in page.sheet.blocks if path in paths] == paths


@pytest.mark.parametrize("scale", [100, 200])
def test_what_is_in_sight_stays_where_it_is(page: InterviewPage, theme: Theme, qtbot: QtBot, scale: int) -> None:
    theme.set_text_scale(scale)
    paths = order_of(page)
    seen: list[int] = []
    page.show_section("identity", path=paths[-1])
    sheet = page.sheet
    sheet.made.connect(lambda _block: seen.append(in_view(page, sheet.built[paths[-1]])))
    qtbot.waitUntil(lambda: paths[0] in sheet.built)
    QApplication.processEvents()
    seen.append(in_view(page, sheet.built[paths[-1]]))
    assert len(seen) > 2
    assert len(set(seen)) == 1
    assert seen[0] > 0


def test_tab_and_screen_readers_go_from_top_to_bottom(page: InterviewPage) -> None:
    paths = order_of(page)
    page.show_section("identity", path=paths[-1])
    sheet = page.sheet
    sheet.finish()
    sheet.blocks[paths[0]].take_focus()
    passed = [paths[0]]
    for _ in range(200):
        press(Qt.Key.Key_Tab)
        block = block_of(QApplication.focusWidget())
        if block is None or block.path == paths[0]:
            break
        passed += [block.path] if block.path != passed[-1] else []
    assert passed == paths
    assert [block.path for block in sheet.findChildren(QuestionBlock) if block.isVisible()] == paths
    heights = [block.mapTo(sheet, QPoint(0, 0)).y() for block in sheet.asked_blocks()]
    assert heights == sorted(heights)


def test_a_question_above_is_there_for_who_asks(page: InterviewPage) -> None:
    paths = order_of(page)
    page.show_section("identity", path=paths[-1])
    sheet = page.sheet
    block = sheet.block_at(paths[1])
    assert block is not None
    assert block.isVisible()
    assert paths[0] not in sheet.built
    assert [path for path in sheet.built if path in paths] == paths[1:]
