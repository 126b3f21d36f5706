"""Show to the person: one question, full screen, theirs alone (UX-29, UX-30, UX-50, UX-58)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop.domain.answers import NoAnswer, Quantity
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.i18n.labels import question, said_no_answer
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.ui.decision import Decision
from s2w_desktop.ui.interview.page import InterviewPage
from s2w_desktop.ui.kit.audit import clipped, spoken_name, tab_order_faults, unnamed
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.show.choosing import TileBoard
from s2w_desktop.ui.show.keypad import PadBoard
from s2w_desktop.ui.show.listening import SpokenBoard
from s2w_desktop.ui.show.tile import LEAST_TARGET, ShowTile
from s2w_desktop.ui.show.type import FLOOR, show_font
from s2w_desktop.ui.show.window import ShowWindow
from s2w_desktop.ui.training_band import TrainingBand
from tests.ui.interview.conftest import OpenPage
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.test_window import open_first
from tests.ui.typing import click, commit, press, type_keys

CTRL = Qt.KeyboardModifier.ControlModifier
HERE = Path(__file__).parent
SECTION_OF_EACH_KIND = (
    "consent.create_profile",
    "identity.given_names",
    "identity.date_of_birth",
    "identity.nationality",
    "work_summary.years_worked_total",
    "work_summary.main_occupation",
    "work_summary.main_occupation_isco",
    "transversal.strengths",
    "barrier.barriers",
)


def shown(page: InterviewPage, path: str = "work_summary.ever_worked") -> ShowWindow:
    """Show-mode on a question, begun by its key."""
    page.show_section(path.partition(".")[0], None, path)
    QApplication.processEvents()
    press(Qt.Key.Key_F9)
    window = page.showing.window
    assert window is not None
    QApplication.processEvents()
    return window


def board(window: ShowWindow) -> TileBoard:
    made = window.sheet.board
    assert isinstance(made, TileBoard)
    return made


def key(window: ShowWindow, pressed: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key on whatever has the focus in the window of the person."""
    press(pressed, modifiers)
    del window
    QApplication.processEvents()


def digit(window: ShowWindow, letter: str) -> None:
    target = window.focusWidget()
    assert target is not None
    type_keys(target, letter)


def tree(widget: QWidget) -> Iterator[str]:
    """Every name in the accessibility tree below a widget."""

    def walk(interface: object) -> Iterator[str]:
        yield interface.text(QAccessible.Text.Name)  # type: ignore[attr-defined]
        for number in range(interface.childCount()):  # type: ignore[attr-defined]
            yield from walk(interface.child(number))  # type: ignore[attr-defined]

    yield from walk(QAccessible.queryAccessibleInterface(widget))


def plain(text: str) -> str:
    """A text without marks and isolates of direction."""
    return without_isolates(text).strip("\u200e\u200f")


def test_ux_29_one_key_shows_one_question_full_screen_in_the_persons_language(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    window = shown(page)
    arabic = page._languages.person
    assert window.isFullScreen()
    assert window.sheet.asked.words.text == question(arabic, "work_summary", "ever_worked")
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert [tile.text_shown.words.language for tile in board(window).tiles] == ["ar"] * 3


@pytest.mark.parametrize("ending", [Qt.Key.Key_Escape, Qt.Key.Key_F9])
def test_ux_29_esc_or_the_same_key_returns_to_the_question(open_page: OpenPage, ending: Qt.Key) -> None:
    page = open_page()
    window = shown(page)
    key(window, ending)
    assert page.showing.window is None
    assert page.place().path == "work_summary.ever_worked"
    assert page.sheet.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]


def test_ux_29_the_tree_holds_the_question_and_nothing_else(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    page.editor.set_answer("identity.given_names", "Canaryname")
    page.editor.set_answer("record.remark", "Canaryremark")
    window = shown(page)
    arabic = page._languages.person
    allowed = {
        window.windowTitle(),
        window.sheet.asked.words.text,
        *(tile.text_shown.words.text for tile in board(window).tiles),
        *(said_no_answer(arabic, reason) for reason in (NoAnswer.REFUSED, NoAnswer.UNKNOWN)),
        window.sheet.done_tile.text_shown.words.text,
        *(label.text() for band in window.findChildren(TrainingBand) for label in band.findChildren(QLabel)),
        *(arrow.accessibleName() for arrow in board(window).arrows),
        "Esc",
        "",
    }
    assert {plain(name) for name in tree(window)} <= {plain(name) for name in allowed}
    assert "Canary" not in window.windowTitle()


def test_ux_29_the_type_is_at_least_32_pt(open_page: OpenPage) -> None:
    """Of a long list, one name in five may be set smaller: pages and pages of tiles would be worse."""
    page = open_page()
    for path in SECTION_OF_EACH_KIND:
        window = shown(page, path)
        tiles = window.sheet.board.findChildren(ShowTile)
        small = [tile for tile in tiles if tile.px < FLOOR]
        assert len(small) <= (len(tiles) // 5 if len(tiles) > 12 else 0)
        assert window.sheet.asked.px >= FLOOR
        assert all(tile.px >= FLOOR for tile in (*window.sheet.reasons.values(), window.sheet.done_tile))
        assert show_font(window.theme, "A", FLOOR).pixelSize() >= 43
        page.showing.end()


def test_ux_29_a_tap_answers_and_stays_so_that_the_person_sees_it(open_page: OpenPage, workplace: Workplace) -> None:
    page = open_page()
    window = shown(page)
    click(board(window).tiles[0])
    assert page.editor.profile.text("work_summary.ever_worked") == "paid"
    assert workplace.interviews.read(page.editor.profile.id).text("work_summary.ever_worked") == "paid"
    assert board(window).tiles[0].isChecked()
    click(window.sheet.done_tile)
    assert page.showing.window is None
    assert page.sheet.blocks["work_summary.ever_worked"].answer == "paid"


def test_ux_29_numerals_answer_in_the_persons_digits_and_in_ours(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    window = shown(page)
    assert [tile.text_shown.numeral for tile in board(window).tiles] == ["١", "٢", "٣"]
    digit(window, "2")
    assert page.editor.profile.text("work_summary.ever_worked") == "unpaid_or_family_only"
    digit(window, "٣")
    assert page.editor.profile.text("work_summary.ever_worked") == "never"


def test_ux_29_arrows_and_enter_answer_along_the_line_of_reading(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    window = shown(page)
    key(window, Qt.Key.Key_Left)  # in Arabic the second tile stands at the left of the first
    key(window, Qt.Key.Key_Return)
    assert page.editor.profile.text("work_summary.ever_worked") == "unpaid_or_family_only"


def test_ux_29_many_are_chosen_and_taken_back_before_done(open_page: OpenPage) -> None:
    page = open_page()
    window = shown(page, "transversal.strengths")
    for number in (0, 2, 0):
        click(board(window).tiles[number])
    assert page.editor.profile.get("transversal.strengths") == (CODE_LISTS["strength"][2],)
    assert page.showing.window is window


def test_ux_29_pages_turn_by_arrow_and_by_page_key(open_page: OpenPage) -> None:
    page = open_page()
    window = shown(page, "transversal.strengths")
    made = board(window)
    first = list(made.on_page)
    before, after = made.arrows
    assert not before.isEnabled()
    click(after)
    assert made.on_page[0] is made.tiles[len(first)]
    key(window, Qt.Key.Key_PageUp)
    assert list(made.on_page) == first
    key(window, Qt.Key.Key_PageDown)
    digit(window, "1")
    assert page.editor.profile.get("transversal.strengths") == (CODE_LISTS["strength"][len(first)],)


def test_ux_29_every_choice_of_the_core_can_be_tapped(open_page: OpenPage) -> None:
    """All 43 occupation groups, page by page."""
    page = open_page()
    window = shown(page, "work_summary.main_occupation_isco")
    made, seen = board(window), []
    while True:
        for tile in made.on_page:
            assert tile.isVisible()
            click(tile)
            seen.append(page.editor.profile.text("work_summary.main_occupation_isco"))
        if not made.arrows[1].isEnabled():
            break
        click(made.arrows[1])
    assert tuple(seen) == tuple(code for code in CODE_LISTS["isco"] if len(code) == 2)
    assert len(seen) == 43


@pytest.mark.parametrize(("pressed", "reason"), [(Qt.Key.Key_1, NoAnswer.REFUSED), (Qt.Key.Key_2, NoAnswer.UNKNOWN)])
def test_ux_29_not_answering_is_a_tile_and_a_key(open_page: OpenPage, pressed: Qt.Key, reason: NoAnswer) -> None:
    page = open_page()
    window = shown(page)
    click(board(window).tiles[1])
    click(window.sheet.reasons[reason])
    assert page.editor.profile.get("work_summary.ever_worked") is reason
    assert not any(tile.isChecked() for tile in board(window).tiles)
    key(window, pressed, CTRL)
    assert page.editor.profile.get("work_summary.ever_worked") is None
    key(window, pressed, CTRL)
    assert page.editor.profile.get("work_summary.ever_worked") is reason


def test_ux_29_a_section_is_done_without_leaving(open_page: OpenPage) -> None:
    page = open_page()
    window = shown(page)
    key(window, Qt.Key.Key_PageDown, CTRL)
    assert window.sheet.question is not None
    assert window.sheet.question.path == "work_summary.activity_before_leaving"
    key(window, Qt.Key.Key_PageUp, CTRL)
    key(window, Qt.Key.Key_PageUp, CTRL)
    assert window.sheet.question.path == "work_summary.ever_worked"
    key(window, Qt.Key.Key_PageDown, CTRL)
    key(window, Qt.Key.Key_Escape)
    assert page.place().path == "work_summary.activity_before_leaving"


def test_ux_29_in_a_group_it_goes_from_entry_to_entry_and_names_each(open_page: OpenPage) -> None:
    page = open_page("fr", person="eng")
    first, second = page.editor.profile.entries("language")[:2]
    page.editor.set_answer(field_path("language", "role", first), "mother_tongue")
    page.show_section("language", first, field_path("language", "role", first))
    press(Qt.Key.Key_F9)
    window = page.showing.window
    assert window is not None
    key(window, Qt.Key.Key_PageDown, CTRL)  # a mother tongue has no levels
    assert window.sheet.question is not None
    assert window.sheet.question.entry == second
    assert field_path("language", "language", second) in page.sheet.blocks


def test_ux_29_a_number_is_tapped_on_a_keypad(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    window = shown(page, "work_summary.years_worked_total")
    pad = window.sheet.board
    assert isinstance(pad, PadBoard)
    assert pad.digits[0].text_shown.words.text == "١"
    click(pad.digits[0])
    click(pad.digits[1])
    click(pad.about)
    assert page.editor.profile.get("work_summary.years_worked_total") == Quantity(Decimal(12), about=True)
    key(window, Qt.Key.Key_Backspace)
    digit(window, "٥")
    assert page.editor.profile.get("work_summary.years_worked_total") == Quantity(Decimal(15), about=True)


def test_ux_29_what_a_number_counts_takes_the_form_of_the_number(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    window = shown(page, "work_summary.years_worked_total")
    pad = window.sheet.board
    assert isinstance(pad, PadBoard)
    said = [read_slot(pad)]
    for figure in "1", "5":
        digit(window, figure)
        said.append(read_slot(pad))
    click(pad.digits[-1])  # no third figure fits
    key(window, Qt.Key.Key_Backspace)
    digit(window, ".")
    said.append(read_slot(pad))
    assert said == ["– سنوات", "١: سنة واحدة", "١٥ سنة", "١½ سنة"]


def read_slot(pad: PadBoard) -> str:
    return without_isolates(pad.findChildren(ShowTile)[0].text_shown.words.text)


def test_ux_29_a_date_is_tapped_as_far_as_it_is_known(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    window = shown(page, "identity.date_of_birth")
    for letter in "1985":
        digit(window, letter)
    assert page.editor.profile.get("identity.date_of_birth") == SaidDate.plainly("1985")
    digit(window, "5")
    assert page.editor.profile.get("identity.date_of_birth") == SaidDate.plainly("1985-05")
    key(window, Qt.Key.Key_Backspace)
    key(window, Qt.Key.Key_Backspace)
    assert page.editor.profile.get("identity.date_of_birth") is None


def test_ux_19_a_date_is_tapped_in_the_persons_calendar(open_page: OpenPage) -> None:
    page = open_page("en", person="prs")
    window = shown(page, "identity.date_of_birth")
    for letter in "۱۳۶۳":
        digit(window, letter)
    assert page.editor.profile.get("identity.date_of_birth") == SaidDate.heard("1363", CalendarKey.SOLAR_HIJRI)


def test_ux_29_words_are_spoken_and_the_officer_writes(open_page: OpenPage) -> None:
    page = open_page()
    page.show_section("identity")
    page.sheet.blocks["identity.given_names"].take_focus()
    commit(QApplication.focusWidget(), "Łucja")  # type: ignore[arg-type]
    press(Qt.Key.Key_F9)
    window = page.showing.window
    assert window is not None
    assert isinstance(window.sheet.board, SpokenBoard)
    assert "Łucja" in set(tree(window))
    click(window.sheet.reasons[NoAnswer.REFUSED])
    assert page.editor.profile.get("identity.given_names") is NoAnswer.REFUSED


def test_ux_29_what_the_person_tapped_is_one_step_of_undo(open_page: OpenPage) -> None:
    page = open_page()
    window = shown(page)
    click(board(window).tiles[0])
    click(window.sheet.done_tile)
    press(Qt.Key.Key_Z, CTRL)
    assert page.editor.profile.get("work_summary.ever_worked") is None


@pytest.mark.parametrize("pressed", [Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F8])
def test_ux_29_no_key_brings_up_what_is_the_officers(open_page: OpenPage, pressed: Qt.Key) -> None:
    page = open_page()
    window = shown(page)
    for modifiers in (Qt.KeyboardModifier.NoModifier, CTRL):
        event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, pressed, modifiers)
        event.ignore()
        QApplication.sendEvent(window.focusWidget(), event)
        assert event.isAccepted()
    assert page.showing.window is window


def test_ux_58_the_privacy_keys_are_left_to_the_program(open_page: OpenPage) -> None:
    page = open_page()
    window = shown(page)
    for pressed, modifiers in ((Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_L, CTRL)):
        event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, pressed, modifiers)
        event.ignore()
        QApplication.sendEvent(window, event)
        assert not event.isAccepted()


def test_ux_69_a_training_store_says_so_here_too_in_the_persons_language(open_page: OpenPage) -> None:
    page = open_page("en", person="ara")
    window = shown(page)
    bands = window.findChildren(TrainingBand)
    assert len(bands) == 1
    assert bands[0].isVisible()
    assert not any("Training" in label.text() for label in bands[0].findChildren(QLabel))


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 768, 100), (1366, 768, 200), (1024, 600, 100), (1024, 600, 200)])
@pytest.mark.parametrize("person", ["ara", "fra", "eng"])
def test_ux_50_targets_are_64_pixels_and_nothing_is_cut(
    open_page: OpenPage, theme: Theme, person: str, width: int, height: int, scale: int
) -> None:
    page = open_page("en" if person != "eng" else "fr", person=person)
    theme.set_text_scale(scale)
    for path in SECTION_OF_EACH_KIND:
        window = shown(page, path)
        window.showNormal()
        window.resize(width, height)
        QApplication.processEvents()
        tiles = [tile for tile in window.findChildren(ShowTile) if tile.isVisible()]
        assert min(min(tile.width(), tile.height()) for tile in tiles) >= LEAST_TARGET
        assert not clipped(window), path
        assert not unnamed(window), path
        assert not tab_order_faults(window), path
        assert all(window.rect().contains(tile.rect().translated(tile.mapTo(window, QPoint()))) for tile in tiles)
        assert not overlaps(window, tiles), path
        assert all(tile.painted.picture for tile in (*window.sheet.reasons.values(), window.sheet.done_tile)), path
        drawn = [tile.painted.picture for tile in window.sheet.board.findChildren(ShowTile) if tile in tiles]
        sides = [picture.w for picture in drawn if picture]
        assert max(sides, default=0) <= 1.5 * min(sides, default=0) + 1, path
        page.showing.end()
    theme.set_text_scale(100)


def overlaps(window: ShowWindow, parts: list[ShowTile]) -> list[tuple[str, str]]:
    places = [(part, part.rect().translated(part.mapTo(window, QPoint()))) for part in (*parts, window.sheet.asked)]
    return [
        (spoken_name(one), spoken_name(other))
        for number, (one, here) in enumerate(places)
        for other, there in places[number + 1 :]
        if here.intersects(there)
    ]


def test_ux_30_a_second_screen_shows_the_question_and_the_first_stays(tmp_path: Path) -> None:
    """A child process, because the screens are given at its start."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, width in (("laptop", 0, 1366), ("beamer", 1366, 1280))
    ]
    config = tmp_path / "two.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": screens}))
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run(
        [sys.executable, str(HERE / "two_screens.py"), str(tmp_path / "store")],
        env=environment, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    facts = json.loads(done.stdout.splitlines()[-1])
    assert facts["shown_on"] == "beamer"
    assert facts["shown_at"] == [1366, 0, 1280, 768]
    assert facts["officer_on"] == "laptop"
    assert facts["officer_is_covered"] is False
    assert facts["followed"] == "work_summary.activity_now"
    assert facts["answered"] == "EMP"


def test_ux_30_on_one_screen_it_covers_the_interview(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    window = shown(page)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.geometry().contains(page.window().geometry())


def test_ux_43_a_section_by_keys_alone(open_page: OpenPage) -> None:
    page = open_page()
    window = shown(page, "barrier.barriers")
    seen = []
    while True:
        assert window.sheet.question is not None
        seen.append(window.sheet.question.path)
        key(window, Qt.Key.Key_2, CTRL)
        key(window, Qt.Key.Key_PageDown, CTRL)
        if window.sheet.question.path == seen[-1]:
            break
    key(window, Qt.Key.Key_Escape)
    assert seen == [block.path for block in page.sheet.asked_blocks()]
    assert all(page.editor.profile.get(path) is NoAnswer.UNKNOWN for path in seen)


def decisions(window: QWidget) -> list[Decision]:
    return [one for one in window.findChildren(Decision) if one.isVisible()]


def test_ux_29_what_a_refusal_asks_of_the_officer_waits_until_the_question_is_gone(
    desktop: Desktop, stores: Stores, qtbot: QtBot
) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    show = shown(page, "consent.keep_on_device")
    digit(show, "2")
    QApplication.processEvents()
    assert page.editor.profile.text("consent.keep_on_device") == "refused"
    assert page.showing.window is show
    assert decisions(window) == []
    key(show, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(decisions(window)) == 1)
    decisions(window)[0].reject()
    page.show_to_person()
    page.showing.end()
    QApplication.processEvents()
    assert decisions(window) == [], "it is asked once"


def test_ux_58_under_the_cover_no_question_of_the_officer_comes_up(desktop: Desktop, stores: Stores, qtbot: QtBot) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    digit(shown(page, "consent.keep_on_device"), "2")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyPress(focused, Qt.Key.Key_F12)
    QApplication.processEvents()
    assert window.cover.sheet is not None
    assert decisions(window) == []
    QTest.keyClick(window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: len(decisions(window)) == 1)
    decisions(window)[0].reject()


def test_ux_58_the_privacy_key_ends_it_and_the_caret_is_where_it_was(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    page = open_first(window, area)
    shown(page)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyPress(focused, Qt.Key.Key_F12)  # its release finds the window gone
    assert page.showing.window is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
    assert window.cover.sheet is not None
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert window.cover.sheet is None
    assert page.place().path == "work_summary.ever_worked"
    assert page.sheet.isAncestorOf(QApplication.focusWidget() or window)
