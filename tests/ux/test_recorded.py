"""Recorded questions are replayed on request, quietly at first, beside their words (UX-32, UX-58)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.errors import NoSoundDevice
from s2w_desktop.i18n.labels import question
from s2w_desktop.sound.recordings import Recordings
from s2w_desktop.sound.stream import Stream
from s2w_desktop.ui.forms.replay import QuestionReplay
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.interview.place import End
from s2w_desktop.ui.kit.audit import clipped, unnamed
from s2w_desktop.ui.kit.text import BilingualLabel
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.replay import Replay
from s2w_desktop.ui.show.tile import ShowTile
from s2w_desktop.ui.show.window import ShowWindow
from tests.sound.recorded import LOUD, Listener, write_wav
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.test_window import open_first
from tests.ui.typing import click, press

SHIFT = Qt.KeyboardModifier.ShiftModifier
Leave = Callable[[InterviewPage], None]
WORKED, NOW = "work_summary.ever_worked", "work_summary.activity_now"


class NoDevice:
    """What a machine without sound offers."""

    def start(self, stream: Stream) -> None:
        """Cannot."""
        del stream
        raise NoSoundDevice

    def stop(self) -> None:
        """Nothing plays."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "recordings"
    for path in (WORKED, NOW):
        write_wav(made / "ar" / f"{path}.wav")
    return made


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def replay(folder: Path, listener: Listener, theme: Theme) -> Replay:
    del theme  # which has a QApplication
    return Replay(Recordings(folder), listener)


@pytest.fixture
def page(open_page: OpenPage, replay: Replay) -> InterviewPage:
    made = open_page("en", person="ara", replay=replay)
    at(made, WORKED)
    return made


def at(page: InterviewPage, path: str) -> None:
    page.show_section(path.partition(".")[0], None, path)
    QApplication.processEvents()


def of(page: InterviewPage, path: str) -> QuestionReplay:
    made = page.sheet.blocks[path].replay
    assert made is not None
    return made


def shown(page: InterviewPage) -> tuple[ShowWindow, ShowTile]:
    press(Qt.Key.Key_F9)
    window = page.showing.window
    assert window is not None
    QApplication.processEvents()
    tile = window.sheet.replay_tile
    assert tile is not None
    return window, tile


def test_ux_32_only_questions_that_were_recorded_in_the_persons_language_have_a_button(page: InterviewPage) -> None:
    assert {path for path, block in page.sheet.blocks.items() if block.replay is not None} == {WORKED, NOW}


@pytest.mark.parametrize(("officer", "person"), [("en", "fra"), ("ar", "ara")])
def test_ux_32_another_language_has_no_button(open_page: OpenPage, replay: Replay, officer: str, person: str) -> None:
    page = open_page(officer, person=person, replay=replay)
    at(page, WORKED)
    assert all(block.replay is None for block in page.sheet.blocks.values())


def test_ux_32_without_recordings_there_is_no_button_and_the_keys_do_nothing(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    at(page, WORKED)
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_F6, SHIFT)
    assert all(block.replay is None for block in page.sheet.blocks.values())


def test_ux_32_the_button_plays_quietly_from_the_beginning_and_stops(page: InterviewPage, listener: Listener) -> None:
    button = of(page, NOW).button
    click(button)
    assert set(listener.hear(100)) == {LOUD // 4}
    assert page.place().path == NOW, "what is heard is the active question"
    click(button)
    assert listener.stream is None
    click(button)
    assert len(listener.hear(10_000)) > 800, "from the beginning, with the silence at the end"


def test_ux_32_a_key_does_the_same_and_another_makes_it_louder_at_once(page: InterviewPage, listener: Listener) -> None:
    assert page.place().path == WORKED
    press(Qt.Key.Key_F6)
    heard = []
    for _ in range(5):
        heard += sorted(set(listener.hear(10)))
        press(Qt.Key.Key_F6, SHIFT)
    assert heard == [LOUD // 4, LOUD // 2, LOUD * 3 // 4, LOUD, LOUD // 4]
    press(Qt.Key.Key_F6)
    assert listener.stream is None


def test_ux_32_every_session_begins_quietly(folder: Path, theme: Theme) -> None:
    del theme
    one, other = (Replay(Recordings(folder), Listener()) for _ in range(2))
    one.raise_volume()
    assert (one.volume, other.volume) == (50, 25)


def test_ux_32_the_transcript_stands_beside_it_and_the_name_says_so(page: InterviewPage) -> None:
    block, button = page.sheet.blocks[WORKED], of(page, WORKED).button
    words = question(page._languages.person, "work_summary", "ever_worked")
    label = block.findChild(BilingualLabel)
    assert label is not None
    assert label.isVisible()
    assert words in label.accessibleName()
    assert button.accessibleName().startswith(f"{block.name}: Play this question in")
    assert "words stand beside" in button.accessibleName()
    click(button)
    assert button.accessibleName() == f"{block.name}: Stop the recording"


def test_ux_32_the_end_of_the_recording_is_noticed(page: InterviewPage, listener: Listener, replay: Replay, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F6)
    listener.hear(100_000)
    qtbot.waitUntil(lambda: replay.playing is None)
    assert listener.stream is None
    assert "Play this question" in of(page, WORKED).button.accessibleName()


def leave_by_focus(page: InterviewPage) -> None:
    page.sheet.blocks[NOW].take_focus()


def leave_by_section(page: InterviewPage) -> None:
    at(page, "identity.given_names")


def leave_to_the_end(page: InterviewPage) -> None:
    page.show_end(End.CHECK)


def leave_the_interview(page: InterviewPage) -> None:
    page.hide()


@pytest.mark.parametrize("leave", [leave_by_focus, leave_by_section, leave_to_the_end, leave_the_interview])
def test_ux_32_leaving_the_question_stops_it(page: InterviewPage, listener: Listener, leave: Leave) -> None:
    press(Qt.Key.Key_F6)
    assert listener.stream is not None
    leave(page)
    QApplication.processEvents()
    assert listener.stream is None


def test_ux_32_a_broken_recording_is_a_quiet_notice_and_nothing_else_breaks(page: InterviewPage, folder: Path) -> None:
    (folder / "ar" / f"{WORKED}.wav").write_bytes(b"no sound")
    press(Qt.Key.Key_F6)
    notice = of(page, WORKED).notice
    assert notice is not None
    assert "E-SOUND-1" in notice.accessibleName()
    press(Qt.Key.Key_Space)
    assert page.editor.profile.text(WORKED) == "paid"
    leave_by_focus(page)
    assert of(page, WORKED).notice is None


def test_ux_32_a_machine_without_sound_is_a_quiet_notice(open_page: OpenPage, folder: Path) -> None:
    page = open_page("en", person="ara", replay=Replay(Recordings(folder), NoDevice()))
    at(page, WORKED)
    click(of(page, WORKED).button)
    notice = of(page, WORKED).notice
    assert notice is not None
    assert "E-SOUND-2" in notice.accessibleName()


def test_ux_32_show_mode_plays_by_its_tile_and_by_the_same_keys(page: InterviewPage, listener: Listener) -> None:
    _window, tile = shown(page)
    click(tile)
    assert set(listener.hear(10)) == {LOUD // 4}
    assert tile.isChecked()
    press(Qt.Key.Key_F6, SHIFT)
    assert set(listener.hear(10)) == {LOUD // 2}
    press(Qt.Key.Key_F6)
    assert listener.stream is None
    assert not tile.isChecked()


def test_ux_32_show_mode_is_silent_at_the_next_question_and_at_its_end(page: InterviewPage, listener: Listener) -> None:
    _window, tile = shown(page)
    click(tile)
    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert listener.stream is None
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_F6)
    assert listener.stream is not None
    press(Qt.Key.Key_Escape)
    assert listener.stream is None


def test_ux_32_the_person_is_shown_no_failure(page: InterviewPage, folder: Path) -> None:
    window, tile = shown(page)
    (folder / "ar" / f"{WORKED}.wav").write_bytes(b"")
    click(tile)
    assert window.sheet.replay_tile is None
    assert of(page, WORKED).notice is not None


@pytest.mark.parametrize("scale", [100, 200])
def test_ux_32_nothing_is_cut_and_everything_has_a_name(page: InterviewPage, theme: Theme, scale: int) -> None:
    theme.set_text_scale(scale)
    page.sheet.finish()
    for _ in range(3):  # what was built gets its height one level after the other
        QApplication.processEvents()
    assert not clipped(page)
    assert not unnamed(page)
    window, tile = shown(page)
    assert not clipped(window)
    assert not unnamed(window)
    assert not tile.geometry().intersects(window.sheet.asked.geometry())
    theme.set_text_scale(100)


def playing(desktop: Desktop, stores: Stores, replay: Replay) -> None:
    desktop.replay = replay
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    page.set_second_language("ar")
    at(page, WORKED)
    press(Qt.Key.Key_F6)


def test_ux_58_the_privacy_key_silences_a_recording(desktop: Desktop, stores: Stores, replay: Replay, listener: Listener) -> None:
    playing(desktop, stores, replay)
    assert listener.stream is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyPress(focused, Qt.Key.Key_F12)
    assert listener.stream is None
    QTest.keyClick(desktop.windows[0], Qt.Key.Key_F12)
    assert listener.stream is None, "it does not go on by itself"


def test_ux_58_locking_silences_a_recording(desktop: Desktop, stores: Stores, replay: Replay, listener: Listener) -> None:
    playing(desktop, stores, replay)
    assert listener.stream is not None
    desktop.windows[0].lock()
    assert desktop.ended[-1] == "restarted"
    assert listener.stream is None
