"""Several codes of a long list: typed, shown in both languages, taken out."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from s2w_desktop.ui.forms.several import SeveralInput
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.buttons import IconButton
from s2w_desktop.ui.kit.text import BilingualLabel
from tests.ui.interview.conftest import OpenPage

PATH = "education_summary.school_languages"


def languages_at_school(page: InterviewPage) -> SeveralInput:
    page.editor.set_answer("record.tier", "standard")
    page.show_section("education_summary", path=PATH)
    found = page.sheet.blocks[PATH].input
    assert isinstance(found, SeveralInput)
    return found


def pick(typed: str) -> None:
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_picks_join_the_list_by_keyboard_alone_and_the_line_is_free_again(open_page: OpenPage) -> None:
    page = open_page()
    several = languages_at_school(page)
    pick("arabic")
    pick("kurmanji")
    assert several.codes == ("ara", "kmr")
    assert several.picker.line.text() == ""
    assert page.editor.profile.get(PATH) == ("ara", "kmr")


def test_each_choice_stands_in_both_languages(open_page: OpenPage) -> None:
    page = open_page()
    several = languages_at_school(page)
    pick("french")
    (shown,) = (label.accessibleName() for label in several.widget.findChildren(BilingualLabel))
    assert "French" in shown
    assert "الفرنسية" in shown


def test_a_choice_is_taken_out_by_its_button(open_page: OpenPage) -> None:
    page = open_page()
    several = languages_at_school(page)
    pick("arabic")
    pick("french")
    out = next(button for button in several.widget.findChildren(IconButton) if "Arabic" in button.accessibleName())
    out.click()
    assert page.editor.profile.get(PATH) == ("fra",)


def test_words_that_fit_nothing_stay_in_the_line(open_page: OpenPage) -> None:
    page = open_page()
    several = languages_at_school(page)
    QTest.keyClicks(several.picker.line, "xyzzy")
    QTest.keyClick(several.picker.line, Qt.Key.Key_Return)
    assert several.picker.line.text() == "xyzzy"
    assert page.editor.profile.get(PATH) is None


def test_one_code_is_never_held_twice(open_page: OpenPage) -> None:
    page = open_page()
    several = languages_at_school(page)
    pick("arabic")
    pick("arabic")
    assert several.codes == ("ara",)
