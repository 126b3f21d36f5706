"""Employer and town go from the form at the answer that they put the person at risk (V17)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from s2w_desktop.domain.fields import field_path
from s2w_desktop.ui.interview.page import InterviewPage
from tests.ui.interview.conftest import OpenPage
from tests.ui.typing import commit, press


def test_the_answer_takes_employer_and_town_off_the_form_and_undo_brings_them_back(open_page: OpenPage) -> None:
    page = open_page()
    page.editor.set_answer("record.tier", "extended")
    entry = page.editor.add_entry("work")
    employer, flag = (field_path("work", key, entry) for key in ("employer", "sensitive_employer"))
    page.show_section("work", entry, employer)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    commit(field, "Zyxwvelda Press")
    assert page.sheet.blocks[flag].isVisible()
    page.sheet.blocks[flag].take_focus()
    press(Qt.Key.Key_Space)
    assert page.editor.profile.text(flag) == "yes"
    assert page.editor.profile.get(employer) is None
    assert not page.sheet.blocks[employer].isVisible()
    assert "Zyxwvelda" not in texts(page)
    page.editor.undo()
    assert page.sheet.blocks[employer].isVisible()
    assert "Zyxwvelda" in texts(page)


def texts(page: InterviewPage) -> str:
    fields = [field.text() for field in page.sheet.findChildren(QLineEdit)]
    return " ".join([*fields, *(label.text() for label in page.sheet.findChildren(QLabel))])
