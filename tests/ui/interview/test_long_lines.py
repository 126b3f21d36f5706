"""A line that is longer in the form that is kept than as it was typed."""

from PySide6.QtGui import QGuiApplication

from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.ui.kit.fields import TextField
from tests.ui.interview.conftest import OpenPage

PATH = "identity.given_names"


def test_a_line_shows_at_once_what_of_it_is_kept(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("identity", path=PATH)
    line = page.sheet.blocks[PATH].input.widget
    assert isinstance(line, TextField)
    most = QUESTIONNAIRE.spec(PATH).max_length
    QGuiApplication.clipboard().setText("\u09df" * most)  # one letter as typed, two as kept
    line.paste()
    assert line.text() == "\u09af\u09bc" * (most // 2)
    assert page.editor.profile.text(PATH) == line.text()
