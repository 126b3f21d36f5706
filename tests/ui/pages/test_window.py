"""The window around the pages: cover, lock, keys, language, title."""

from dataclasses import replace

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.services.settings import LookChoice
from s2w_desktop.storage.values import ListQuery
from s2w_desktop.ui.cover import CoverSheet, CoverState
from s2w_desktop.ui.help_window import HelpWindow
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.tokens import Look
from s2w_desktop.ui.pages.preview import PreviewPage
from s2w_desktop.ui.pages.profiles import ProfilesPage
from s2w_desktop.ui.pages.unlock import UnlockPage
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.wishes import OpenInterview
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import focused, key, write
from tests.workplaces import PASSPHRASE, reopen

CONTROL = Qt.KeyboardModifier.ControlModifier


def search_of(area: WorkArea) -> QLineEdit:
    assert isinstance(area.page, ProfilesPage)
    return area.page.search


def interview_of(window: MainWindow) -> InterviewPage:
    scene = window.scene
    found = scene if isinstance(scene, InterviewPage) else scene.findChild(InterviewPage)
    assert isinstance(found, InterviewPage)
    return found


def open_first(window: MainWindow, area: WorkArea) -> InterviewPage:
    first = area.workplace.interviews.rows(ListQuery(), 0, 1)[0]
    area.asked.emit(OpenInterview(area.workplace.interviews.open(first.id)))
    QApplication.processEvents()
    return interview_of(window)


def is_on_top(window: MainWindow, widget: QWidget | None) -> bool:
    return widget is not None and window.childAt(QPoint(683, 20)) in (widget, *widget.findChildren(QWidget))


def test_f12_covers_everything_and_returns_within_five_seconds(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    write(search_of(area), "pt")
    key(window, Qt.Key.Key_F12)
    assert is_on_top(window, window.cover.sheet)
    desktop.clock.now += 4
    key(QApplication.focusWidget(), Qt.Key.Key_F12)
    assert window.cover.state is CoverState.OPEN
    assert QApplication.focusWidget() is search_of(area)
    assert search_of(area).cursorPosition() == 2
    window.close()


class FirstPaint(QObject):
    """Counts how often children that come into a window are painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it
        if isinstance(event, QChildEvent) and event.added():
            event.child().installEventFilter(self)
        self.count += event.type() == QEvent.Type.Paint and isinstance(watched, CoverSheet)
        return False


def test_ux_58_the_cover_is_painted_before_anything_else_is_done(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    paint = FirstPaint(window)
    window.cover.press()
    assert paint.count == 1  # without any event having been handled
    assert is_on_top(window, window.cover.sheet)
    window.close()


def test_f12_after_five_seconds_asks_for_the_passphrase(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    key(window, Qt.Key.Key_F12)
    desktop.clock.now += 6
    key(QApplication.focusWidget(), Qt.Key.Key_F12)
    assert window.cover.state is CoverState.PAUSED
    line = QApplication.focusWidget()
    write(line, "not the passphrase")
    key(line, Qt.Key.Key_Return)
    assert window.cover.state is CoverState.PAUSED
    line = QApplication.focusWidget()
    write(line, PASSPHRASE)
    key(line, Qt.Key.Key_Return)
    assert window.cover.sheet is None
    window.close()


def test_nothing_under_the_cover_takes_keys(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    before = page.editor.profile
    key(window, Qt.Key.Key_L, CONTROL)
    assert window.cover.state is CoverState.PAUSED
    for _ in range(4):
        key(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert window.cover.sheet is not None
        assert window.cover.sheet.isAncestorOf(focused())
    key(window, Qt.Key.Key_1, CONTROL)
    assert page.editor.profile == before
    window.close()


def test_the_cover_closes_other_windows(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    key(window, Qt.Key.Key_F1)
    keys = window.findChild(HelpWindow)
    assert keys is not None
    assert keys.isVisible()
    window.cover.press()
    assert not keys.isVisible()
    window.close()


def test_esc_leaves_the_list_of_keys(desktop: Desktop, stores: Stores) -> None:
    window, _ = desktop.unlocked(stores.field)
    key(window, Qt.Key.Key_F1)
    keys = window.findChild(HelpWindow)
    assert keys is not None
    key(keys, Qt.Key.Key_Escape)
    assert not keys.isVisible()
    window.close()


def test_an_abandoned_window_warns_then_seals_closes_and_starts_anew(desktop: Desktop, stores: Stores, qtbot: QtBot) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    page.editor.set_answer("record.remark", "said while nobody looked")
    minutes = window.desk.book.settings.lock_after_minutes
    desktop.clock.now += minutes * 60 - 15
    with qtbot.waitSignal(window.idle.warned):
        window.idle.tick()
    desktop.clock.now += 15
    window.idle.tick()
    assert desktop.ended == ["finished", "restarted"]
    again = reopen(stores.field)
    assert again.store.profiles.workings() == []
    assert again.interviews.read(page.editor.profile.id).text("record.remark") == "said while nobody looked"
    again.close()


def test_any_key_puts_the_lock_off(desktop: Desktop, stores: Stores, qtbot: QtBot) -> None:
    window, area = desktop.unlocked(stores.field)
    desktop.clock.now += window.desk.book.settings.lock_after_minutes * 60 - 5
    window.idle.tick()
    with qtbot.waitSignal(window.idle.stayed):
        write(search_of(area), "p")
    desktop.clock.now += 10
    window.idle.tick()
    assert desktop.ended == []
    window.close()


def test_closing_seals_the_open_interview(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    page.editor.set_answer("record.remark", "just before closing")
    window.close()
    assert desktop.ended == ["finished"]
    again = reopen(stores.field)
    assert again.store.profiles.workings() == []
    again.close()


def test_an_interview_keeps_its_place_and_typed_words_in_another_language(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    page.show_section("identity", None, "identity.given_names")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(2)
    write(line, "xy")
    window.use(replace(window.desk.book.settings, language="ar"))
    after = QApplication.focusWidget()
    assert isinstance(after, QLineEdit)
    assert after is not line
    assert after.text() == line.text()
    assert after.cursorPosition() == 4
    window.close()


def test_the_title_shows_a_code_and_never_a_name(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    row = area.workplace.interviews.rows(ListQuery(), 0, 1)[0]
    open_first(window, area)
    assert row.case_number in window.windowTitle()
    assert row.name not in window.windowTitle()
    window.close()


def test_the_paper_is_reached_from_the_interview_and_leads_back(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    page.preview_asked.emit(page.editor.profile.id)
    QApplication.processEvents()
    preview = window.scene if isinstance(window.scene, PreviewPage) else window.scene.findChild(PreviewPage)
    assert isinstance(preview, PreviewPage)
    key(preview.first_focus(), Qt.Key.Key_Escape)
    assert interview_of(window).case_number() == page.case_number()
    window.close()


def test_look_and_text_size_follow_at_once(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    before = search_of(area).height()
    window.use(replace(window.desk.book.settings, look=LookChoice.DARK, text_scale=150))
    QApplication.processEvents()
    assert window.desk.theme.look is Look.DARK
    assert search_of(area).height() > before
    assert work_area(window) is area
    window.close()


def test_before_unlocking_locking_only_covers(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    window.lock()
    assert desktop.ended == []
    assert window.cover.state is CoverState.COVERED
    assert isinstance(window.scene, UnlockPage)
