"""UX-23: a group of occupations is found by what people call the work, in the languages of the interview and misspelt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from s2w_desktop import paths
from s2w_desktop.ui.forms.inputs import PickerInput
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.job_finding import JobFinding
from s2w_desktop.ui.kit.tasks import InlineRunner, TaskRunner
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.typing import type_keys
from tests.ux.hands import NoMouse, focused, press, push, tab_to, write

SECTION, PATH = "work_summary", "work_summary.main_occupation_isco"
WORDS = paths.resources() / "job_words"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def jobs(qapp: QApplication) -> JobFinding:  # noqa: ARG001  # signals need an application
    return JobFinding(WORDS, InlineRunner())


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[NoMouse]:
    watch = NoMouse()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


@pytest.mark.parametrize(
    ("person", "typed", "meant"),
    [
        ("Arabic", "سائق", "8322"),
        ("Arabic", "خياط", "7531"),
        ("Ukrainian", "зварювальник", "7212"),
        ("Ukrainian", "водій таксі", "8322"),
        ("Arabic", "hairdreser", "5141"),
        ("Ukrainian", "shop keper", "5221"),
    ],
)
def test_ux_23_a_group_is_picked_by_keyboard_alone(
    desktop: Desktop, stores: Stores, jobs: JobFinding, no_mouse: NoMouse, person: str, typed: str, meant: str
) -> None:
    desktop.jobs = jobs
    window, _ = desktop.unlocked(stores.field)
    press(Qt.Key.Key_N, CONTROL)
    tab_to(lambda widget: isinstance(widget, QLineEdit))
    write(person)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    push("Begin the interview")
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    while page.sheet.section.key != SECTION:
        press(Qt.Key.Key_PageDown, ALT)
    line = page.sheet.blocks[PATH].input.widget.focusProxy()
    tab_to(lambda widget: line is not None and line.isAncestorOf(widget))
    type_keys(focused(), typed)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.editor.profile.text(PATH) == meant
    assert no_mouse.seen == []


def picker_of(page: InterviewPage) -> PickerInput:
    page.show_section(SECTION, None, PATH)
    found = page.sheet.blocks[PATH].input
    assert isinstance(found, PickerInput)
    return found


def offered(picker: PickerInput) -> list[tuple[str, str]]:
    model = picker.picker.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [(item.key, item.detail) for item in (row.data(Qt.ItemDataRole.UserRole) for row in rows)]


def test_the_word_that_was_found_is_told_beside_the_group(open_page: OpenPage, jobs: JobFinding) -> None:
    page = open_page("en", person="ara", jobs=jobs)
    picker = picker_of(page)
    type_keys(picker.picker.line, "taxi driver")
    assert offered(picker)[0] == ("8322", "taxi driver")


def test_titles_of_the_list_fill_up_behind_what_was_found(open_page: OpenPage, jobs: JobFinding) -> None:
    page = open_page("en", person="ara", jobs=jobs)
    picker = picker_of(page)
    type_keys(picker.picker.line, "driver")
    keys = [key for key, _ in offered(picker)]
    assert keys[0] == "8322"
    assert "83" in keys
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("typed", "first"), [("2221", "2221"), ("٢٢٢١", "2221"), ("72", "72")])
def test_a_code_comes_first(open_page: OpenPage, jobs: JobFinding, typed: str, first: str) -> None:
    page = open_page("en", person="ara", jobs=jobs)
    picker = picker_of(page)
    type_keys(picker.picker.line, typed)
    assert offered(picker)[0][0] == first


def test_a_title_typed_whole_comes_first(open_page: OpenPage, jobs: JobFinding) -> None:
    page = open_page("en", person="ara", jobs=jobs)
    picker = picker_of(page)
    for code in ("2", "22", "7212", "9629"):
        picker.picker.line.clear()
        type_keys(picker.picker.line, picker.words_of(code).lower())
        assert offered(picker)[0][0] == code


def test_while_the_words_are_loaded_the_titles_answer_and_then_the_open_list_follows(open_page: OpenPage, qtbot: QtBot) -> None:
    tasks = TaskRunner()
    try:
        late = JobFinding(WORDS, tasks)
        page = open_page("en", person="ara", jobs=late)
        picker = picker_of(page)
        told: list[None] = []
        late.when_loaded(lambda: told.append(None))
        type_keys(picker.picker.line, "chauffeur")
        assert offered(picker) == []
        qtbot.waitUntil(lambda: bool(told))
        assert offered(picker)[0][0] == "8322"
    finally:
        tasks.close()


def test_whoever_went_into_the_list_is_not_disturbed(open_page: OpenPage, qtbot: QtBot) -> None:
    tasks = TaskRunner()
    try:
        late = JobFinding(WORDS, tasks)
        page = open_page("en", person="ara", jobs=late)
        picker = picker_of(page)
        told: list[None] = []
        late.when_loaded(lambda: told.append(None))
        type_keys(picker.picker.line, "driver")
        before = offered(picker)
        press(Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: bool(told))
        assert offered(picker) == before
    finally:
        tasks.close()


def test_what_fits_nothing_is_kept_in_the_line(open_page: OpenPage, jobs: JobFinding) -> None:
    page = open_page("en", person="ara", jobs=jobs)
    picker = picker_of(page)
    type_keys(picker.picker.line, "qqqq")
    press(Qt.Key.Key_Tab)
    assert picker.picker.line.text() == "qqqq"
    assert page.editor.profile.get(PATH) is None


@pytest.mark.warns
def test_damaged_words_leave_the_titles(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "en.csv").write_text("no header\n", "utf-8")
    page = open_page("en", person="ara", jobs=JobFinding(tmp_path, InlineRunner()))
    picker = picker_of(page)
    type_keys(picker.picker.line, "welders")
    assert offered(picker)[0][0] == "7212"
