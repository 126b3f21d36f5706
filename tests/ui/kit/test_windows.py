"""Whole windows: nothing clipped, everything named, targets large enough, folding, focus ring, notices, progress."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.audit import clipped, missing_glyphs, small_targets, tab_order_faults, unnamed
from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.card import Notice, NoticeText
from s2w_desktop.ui.kit.focus import FocusRing
from s2w_desktop.ui.kit.frame import InterviewFrame
from s2w_desktop.ui.kit.panel import ScrollPage, column
from s2w_desktop.ui.kit.progress import ProgressCard, ProgressWords
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme
from tests.ui.kit import samples, samples_doors, samples_interview
from tests.ui.kit.samples import Setting
from tests.ui.typing import click, press

BUILDERS: list[Callable[[Setting], QWidget]] = [
    samples_interview.interview,
    samples_interview.languages,
    samples_interview.fields,
    samples.profile_list,
    samples.hand_over,
    samples.inbox,
    samples.notices,
    samples_doors.first_run,
    samples_doors.unlock,
]


def opened(
    build: Callable[[Setting], QWidget], theme: Theme, qtbot: QtBot, size: tuple[int, int], *, mirrored: bool = False
) -> QWidget:
    window = build(Setting(theme, mirrored=mirrored))
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitActive(window):
        window.show()
    QApplication.processEvents()  # folding asks for another layout
    return window


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("scale", "size"), [(100, (1366, 768)), (100, (1024, 600)), (150, (1366, 768)), (200, (1366, 768))])
@pytest.mark.parametrize("build", BUILDERS)
def test_every_window_passes_the_audits(
    theme: Theme,
    qtbot: QtBot,
    build: Callable[[Setting], QWidget],
    scale: int,
    size: tuple[int, int],
    mirrored: bool,
) -> None:
    theme.set_direction(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    theme.set_text_scale(scale)
    window = opened(build, theme, qtbot, size, mirrored=mirrored)
    findings = [*clipped(window), *unnamed(window), *small_targets(window), *tab_order_faults(window)]
    assert [str(finding) for finding in findings] == []


@pytest.mark.parametrize("build", BUILDERS)
def test_a_window_that_nobody_holds_is_gone_at_once(theme: Theme, qtbot: QtBot, build: Callable[[Setting], QWidget]) -> None:
    """Were it left to the collector, filters and slots would be called on half-cleared objects."""
    gc.collect()
    gc.disable()
    try:
        window = opened(build, theme, qtbot, (1366, 768))
        ring = FocusRing(theme, window)
        held = weakref.ref(window)
        del window, ring
        assert held() is None
    finally:
        gc.enable()


def interview(theme: Theme, qtbot: QtBot, size: tuple[int, int]) -> InterviewFrame:
    window = opened(samples_interview.interview, theme, qtbot, size)
    assert isinstance(window, InterviewFrame)
    return window


def help_words(window: InterviewFrame) -> Label:
    return next(label for label in window.findChildren(Label) if label.words.text == "Main work")


def test_help_folds_at_1024_and_opens_over_the_page(theme: Theme, qtbot: QtBot) -> None:
    window = interview(theme, qtbot, (1024, 600))
    words = help_words(window)
    assert not words.isVisible()
    window.toggle_help()
    assert words.isVisible()
    assert words.mapTo(window, QPoint()).x() > 600
    press(Qt.Key.Key_Escape)
    assert not words.isVisible()
    window.resize(1366, 768)
    assert words.isVisible()


def test_help_folds_at_125_per_cent(theme: Theme, qtbot: QtBot) -> None:
    window = interview(theme, qtbot, (1366, 768))
    assert help_words(window).isVisible()
    theme.set_text_scale(125)
    assert not help_words(window).isVisible()


def test_a_live_change_of_text_size_keeps_the_window_in_its_place(theme: Theme, qtbot: QtBot) -> None:
    window = interview(theme, qtbot, (1366, 768))
    for scale in (125, 150, 200, 100):
        theme.set_text_scale(scale)
        qtbot.waitUntil(lambda scale=scale: window.scroll_page.isVisible() and theme.text_scale == scale)  # type: ignore[misc]  # binds now
        assert (window.width(), window.height()) == (1366, 768)


def test_the_focus_goes_back_to_the_button_of_a_side_that_closes(theme: Theme, qtbot: QtBot) -> None:
    window = interview(theme, qtbot, (1024, 600))
    window.toggle_help()
    window.close_sides()
    held = window.focusWidget()
    assert isinstance(held, Button)
    assert held.accessibleName() == "Help"


def test_another_section_takes_the_place_of_the_page(theme: Theme, qtbot: QtBot) -> None:
    window = interview(theme, qtbot, (1366, 768))
    page = column(theme, Label(theme, "Unpaid work"))
    before = window.ground.findChild(QWidget)
    assert before is not None
    window.set_page(page)
    assert page.isVisible()
    assert not before.isVisible()


def test_a_folded_sidebar_names_its_areas_in_tooltips(theme: Theme, qtbot: QtBot) -> None:
    window = opened(samples.profile_list, theme, qtbot, (1024, 600))
    lock = next(button for button in window.findChildren(Button) if button.accessibleName() == "Lock")
    assert lock.text() == ""
    assert lock.toolTip() == "Lock"
    window.resize(1366, 768)
    assert lock.text() == "Lock"


def test_one_ring_follows_the_focus_and_ends_where_scrolling_hides_its_target(theme: Theme, qtbot: QtBot) -> None:
    lines = [QLineEdit() for _ in range(20)]
    page, bar = ScrollPage(column(theme, *lines)), QPushButton("below")
    window = column(theme, page, bar)
    qtbot.addWidget(window)
    window.resize(300, 300)
    ring = FocusRing(theme, window)
    with qtbot.waitActive(window):
        window.show()
    lines[0].setFocus()
    assert ring.isVisible()
    assert ring.geometry() == lines[0].rect().translated(lines[0].mapTo(window, QPoint())).adjusted(-4, -4, 4, 4)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert not ring.isVisible()
    page.verticalScrollBar().setValue(0)
    assert ring.isVisible()
    bar.setFocus()
    assert ring.target is bar
    bar.hide()
    assert ring.target is not bar or not ring.isVisible()


def test_the_ring_is_seen_as_accent_around_the_target_only(theme: Theme, qtbot: QtBot) -> None:
    window = opened(samples.hand_over, theme, qtbot, (1366, 768))
    ring = FocusRing(theme, window)
    without = window.grab().toImage()
    button = window.findChild(QWidget, samples.FOCUS)
    assert button is not None
    button.setFocus()
    with_ring = window.grab().toImage()
    place = button.mapTo(window, QPoint(0, button.height() // 2))
    assert without.pixelColor(place.x() - 3, place.y()).name() == theme.palette.canvas.lower()
    assert with_ring.pixelColor(place.x() - 3, place.y()).name() == theme.palette.accent.lower()
    assert with_ring.pixelColor(place.x() - 8, place.y()) == without.pixelColor(place.x() - 8, place.y())
    assert ring.target is button


def test_a_ring_outlives_the_widget_it_was_around(theme: Theme, qtbot: QtBot) -> None:
    line = QLineEdit()
    window = column(theme, line, QPushButton("other"))
    qtbot.addWidget(window)
    ring = FocusRing(theme, window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    line.deleteLater()
    with qtbot.waitSignal(line.destroyed):
        pass
    window.resize(500, 200)
    assert ring.isVisible() == (ring.target is not None)


def test_a_notice_is_spoken_whole_and_leaves_out_what_is_empty(theme: Theme, qtbot: QtBot) -> None:
    notice = Notice(theme, NoticeText("The stick was pulled out.", "Your profiles are safe.", "Put it back.", "E-DISK-3"))
    qtbot.addWidget(notice)
    notice.show()
    assert notice.accessibleName() == "The stick was pulled out. Your profiles are safe. Put it back. E-DISK-3"
    high = notice.sizeHint().height()
    notice.set_text(NoticeText("Done.", "All is safe.", ""))
    assert notice.accessibleName() == "Done. All is safe."
    qtbot.waitUntil(lambda: notice.sizeHint().height() < high)


def test_progress_speaks_of_time_only_after_seven_seconds_and_is_cancelled_once(theme: Theme, qtbot: QtBot) -> None:
    words = ProgressWords("Writing 3 profiles", "Cancel", lambda done, total, seconds: f"{done} of {total}, {seconds:.0f} s")
    card = ProgressCard(theme, words)
    qtbot.addWidget(card)
    card.show()
    card.set_progress(10, 100, 2.0)
    assert card.quiet_line() == ""
    card.set_progress(50, 100, 8.0)
    assert card.quiet_line() == "50 of 100, 8 s"
    heard: list[bool] = []
    card.cancelled.connect(lambda: heard.append(True))
    click(card.cancel_button)
    click(card.cancel_button)
    assert heard == [True]


def test_the_audit_finds_what_is_wrong(theme: Theme, qtbot: QtBot) -> None:
    nameless, tight, last = QLineEdit(), QPushButton("far too many words for this"), QPushButton("x")
    shelf = QWidget()
    QPushButton("beyond it", shelf).move(60, 0)
    window = column(theme, nameless, tight, last, shelf)
    qtbot.addWidget(window)
    shelf.setFixedSize(80, 40)
    tight.setFixedSize(20, 36)
    window.show()
    QWidget.setTabOrder(last, tight)
    QWidget.setTabOrder(nameless, last)
    kinds = {finding.kind for finding in (*clipped(window), *unnamed(window), *small_targets(window), *tab_order_faults(window))}
    assert kinds == {"clipped", "cut", "unnamed", "small target", "tab order"}


def test_letters_without_a_font_of_ours_are_found(fonts: list[str]) -> None:
    del fonts
    assert missing_glyphs(["Work", "العمل", "ስራ", "কাজ", "Робота", "εργασία", "Şoför"]) == []
    assert [finding.where for finding in missing_glyphs(["仕事"])] == ["仕事"]


def test_key_clicks_with_letters_beyond_ascii_are_refused_before_they_end_the_process(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    with pytest.raises(AssertionError, match="beyond ASCII"):
        qtbot.keyClicks(line, "é")  # type: ignore[no-untyped-call]  # the plugin's own helper has no types
