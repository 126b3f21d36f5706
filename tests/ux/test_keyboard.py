"""The whole way with the keyboard alone: interview, check, finish, paper, hand-over, lock. A mouse event fails the run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from s2w_desktop.domain.completeness import first_open
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.cover import CoverState
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.pages.hand_over import HandOverPage
from s2w_desktop.ui.pages.new_interview import NewInterviewPage
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.stick_steps import WRITTEN
from s2w_desktop.ui.window import MainWindow
from tests.ui.pages.conftest import PEOPLE, Desktop, Stores, work_area
from tests.ux.hands import NoMouse, answer_here, focused, open_question, press, push, tab_to, write
from tests.workplaces import PASSPHRASE

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MOST_LEFT = 40


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[NoMouse]:
    watch = NoMouse()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_ux_43_the_whole_way_by_keyboard_alone(desktop: Desktop, stores: Stores, no_mouse: NoMouse) -> None:
    window = desktop.open(stores.field)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    page = begin(window)
    conduct(page)
    show_to_person(page)
    save_paper(window, stores.stick / "paper.pdf")
    finish(window)
    hand_over(window, stores.stick)
    pause_and_go_on(window)
    push("Lock")
    assert desktop.ended == ["finished", "restarted"]
    assert no_mouse.seen == []


def begin(window: MainWindow) -> InterviewPage:
    press(Qt.Key.Key_N, CONTROL)
    assert isinstance(work_area(window).page, NewInterviewPage)
    tab_to(lambda widget: isinstance(widget, QLineEdit))
    write("Arabic")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    push("Begin the interview")
    return interview_of(window)


def interview_of(window: MainWindow) -> InterviewPage:
    page = window.scene.findChild(InterviewPage)
    assert isinstance(page, InterviewPage)
    return page


def conduct(page: InterviewPage) -> None:
    """Every section, every question, in the order of Tab."""
    seen: list[str] = []
    while page.sheet.section.key not in seen:
        seen.append(page.sheet.section.key)
        walk_section(page)
        press(Qt.Key.Key_PageDown, ALT)
    for _ in range(MOST_LEFT):  # what an answer further down has made a question of
        if first_open(QUESTIONNAIRE, page.editor.profile) is None:
            break
        press(Qt.Key.Key_F7)
        assert open_question() is not None
        while open_question() is not None:
            answer_here()
            press(Qt.Key.Key_Tab)
    assert first_open(QUESTIONNAIRE, page.editor.profile) is None


def walk_section(page: InterviewPage) -> None:
    section = page.sheet.section
    if not section.repeats:
        answer_all(page)
        return
    if not page.editor.profile.entries(section.key):
        press(Qt.Key.Key_Return, CONTROL)
        answer_all(page)
        return
    for number, _entry in enumerate(page.editor.profile.entries(section.key)):
        press(Qt.Key.Key_Backtab)
        while not focused().accessibleName().startswith(("Open ", "Fold ")):
            press(Qt.Key.Key_Backtab)
        if number:
            press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Space)
        answer_all(page)


def answer_all(page: InterviewPage) -> None:
    """Every question that is put in the section, or in the open entry, till Tab has left it."""
    while page.sheet.isAncestorOf(focused()):
        if open_question() is not None:
            answer_here()
        press(Qt.Key.Key_Tab)
    left = [block.path for block in page.sheet.asked_blocks() if block.answer is None]
    assert left == []


def show_to_person(page: InterviewPage) -> None:
    press(Qt.Key.Key_PageUp, ALT)
    press(Qt.Key.Key_F9)
    assert page.showing.window is not None
    press(Qt.Key.Key_Escape)
    assert page.showing.window is None
    give_keys_back(page.window())


def save_paper(window: MainWindow, target: Path) -> None:
    push("Paper")
    preview = window.scene.findChild(PreviewPage)
    assert isinstance(preview, PreviewPage)

    def name_the_file() -> None:
        press(Qt.Key.Key_A, CONTROL)
        write(str(target))
        press(Qt.Key.Key_Return)

    in_dialog(QFileDialog, name_the_file)
    push("Save as PDF…")
    give_keys_back(window)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) >= 1
    printed = in_dialog(QPrintDialog, lambda: press(Qt.Key.Key_Escape))
    push("Print…")
    give_keys_back(window)
    assert len(printed) == 1
    press(Qt.Key.Key_Escape)
    assert interview_of(window)


def give_keys_back(window: QWidget) -> None:
    """What a window manager does when a dialog has gone; the offscreen platform has none."""
    window.activateWindow()
    QApplication.processEvents()


def in_dialog(kind: type[QWidget], act: Callable[[], object]) -> list[str]:
    """Act once in the dialog that the next key opens; the list then holds its title."""
    met: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and QApplication.focusWidget() is not None:
            met.append(dialog.windowTitle())
            act()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return met


def present(page: InterviewPage) -> End | None:
    return page.ends.present


def cover_of(window: MainWindow) -> CoverState:
    return window.cover.state


def finish(window: MainWindow) -> None:
    page = interview_of(window)
    press(Qt.Key.Key_F8)
    assert present(page) is End.CHECK
    push("Read back to the person")
    assert present(page) is End.READ_BACK
    push("Finish the interview")
    finished = work_area(window).workplace.interviews.rows(ListQuery(finished=True), 0, PEOPLE + 1)
    assert len(finished) == 1


def hand_over(window: MainWindow, stick: Path) -> None:
    area = work_area(window)
    tab_to(lambda widget: widget.accessibleName() == "Areas")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    page = area.page
    assert isinstance(page, HandOverPage)
    push("For whom")
    push("Where to")
    tab_to(lambda widget: widget is page.target.first_focus())
    choose_another_folder(page)
    tab_to(lambda widget: widget is page.target.field.line)
    press(Qt.Key.Key_A, CONTROL)
    write(str(stick))
    push("Write and read back")
    assert page.step == WRITTEN
    assert len(list(stick.glob("*.s2w"))) == 1


def choose_another_folder(page: HandOverPage) -> None:
    if page.target.first_focus() is not page.target.field.line:  # sticks are in: the last line is another folder
        press(Qt.Key.Key_End)
        press(Qt.Key.Key_Space)


def pause_and_go_on(window: MainWindow) -> None:
    press(Qt.Key.Key_L, CONTROL)
    assert cover_of(window) is CoverState.PAUSED
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert cover_of(window) is CoverState.OPEN
