"""The recovery sheet by keys: made in the first run, used when the passphrase is forgotten, made anew in the settings (UX-68)."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from s2w_desktop.domain.waiting import FIRST_WAIT, TRIES_PER_WAIT
from s2w_desktop.ui.pages.first_run import HEADQUARTERS, RECOVERY
from s2w_desktop.ui.pages.first_run_steps import RecoveryStep
from s2w_desktop.ui.pages.recovery_sheet import RecoverySheetPanel
from s2w_desktop.ui.pages.recovery_topic import RecoverySheetTopic
from s2w_desktop.ui.pages.unlock import UnlockPage
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop, Stores
from tests.ui.pages.keys import focused, key, write
from tests.ui.pages.test_first_run import WORDS, on, page_of, to_passphrase, type_twice
from tests.ui.pages.test_settings import topic
from tests.ui.pages.test_unlock import SLOW, replace_language, seconds_told
from tests.workplaces import PASSPHRASE, reopen

NEW = "seven lanterns over copper hills"


def to_recovery(window: MainWindow) -> RecoveryStep:
    type_twice(to_passphrase(window), WORDS)
    on(window)
    assert page_of(window).step == RECOVERY
    return step_of(window)


def step_of(window: MainWindow) -> RecoveryStep:
    step = page_of(window).content
    assert isinstance(step, RecoveryStep)
    return step


def panel_of(step: RecoveryStep) -> RecoverySheetPanel:
    assert step.panel is not None
    return step.panel


def type_back(panel: RecoverySheetPanel) -> tuple[str, ...]:
    sheet = panel.sheet
    for place, field in zip(sheet.places, panel.fields, strict=True):
        write(field, sheet.words[place])
    return sheet.words


def unlock_page(window: MainWindow) -> UnlockPage:
    assert isinstance(window.scene, UnlockPage)
    return window.scene


def use_sheet(window: MainWindow) -> UnlockPage:
    page = unlock_page(window)
    link = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "Forgotten?")
    key(link, Qt.Key.Key_Space)
    key(focused(), Qt.Key.Key_Space)
    QApplication.processEvents()
    assert page.sheet.isVisible()
    return page


def change(page: UnlockPage, words: str, new: str) -> None:
    for field, text in ((page.sheet.words, words), (page.sheet.new.first, new), (page.sheet.new.again, new)):
        field.line.clear()
        write(field.line, text)
    key(page.sheet.action, Qt.Key.Key_Space)


def test_the_store_is_made_once_two_words_are_typed_back(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    panel = panel_of(to_recovery(window))
    assert not page_of(window).next_button.isEnabled()
    first, second = panel.sheet.places
    write(panel.fields[0], panel.sheet.words[second])
    write(panel.fields[1], panel.sheet.words[first])
    if panel.sheet.words[first] != panel.sheet.words[second]:
        assert not page_of(window).next_button.isEnabled()
    for field in panel.fields:
        field.clear()
    words = type_back(panel)
    on(window)
    assert page_of(window).step == HEADQUARTERS
    on(window)
    window.close()
    again = desktop.open(tmp_path / "new" / "store")
    page = use_sheet(again)
    change(page, "  ".join(words).upper(), NEW)
    assert (page.sheet.isVisible(), page.sheet.words.text(), page.sheet.new.text()) == (False, "", "")
    write(focused(), NEW)
    key(focused(), Qt.Key.Key_Return)
    assert isinstance(again.scene, WorkArea)
    again.close()
    reopen(tmp_path / "new" / "store", NEW).close()


def test_a_laptop_can_go_without_a_sheet_and_back_keeps_the_words(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    before = panel_of(to_recovery(window)).sheet
    write(panel_of(step_of(window)).fields[0], "amber")
    key(page_of(window).back_button, Qt.Key.Key_Space)
    on(window)
    step = step_of(window)
    assert (panel_of(step).sheet.words, panel_of(step).fields[0].text()) == (before.words, "amber")
    window.use(replace_language(window, "ar"))
    assert panel_of(step_of(window)).sheet.words == before.words  # what was printed still holds
    key(step_of(window).choice.rows[1], Qt.Key.Key_Space)
    assert not panel_of(step_of(window)).isVisible()
    on(window)
    assert page_of(window).step == HEADQUARTERS
    key(page_of(window).back_button, Qt.Key.Key_Space)
    assert step_of(window).panel is None  # nothing of it is left
    window.close()


def test_words_on_the_screen_go_when_they_are_typed_back(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    panel = panel_of(to_recovery(window))
    assert not panel.are_words_shown
    key(panel.show_button, Qt.Key.Key_Space)
    assert panel.are_words_shown
    write(panel.fields[0], "a")
    assert not panel.are_words_shown


def test_words_that_open_nothing_are_told_and_make_one_wait(desktop: Desktop, stores: Stores) -> None:
    window = desktop.open(stores.field)
    page = use_sheet(window)
    for _ in range(TRIES_PER_WAIT):
        change(page, "amber amber amber amber amber amber amber amber", NEW)
    assert FIRST_WAIT - SLOW <= seconds_told(page.spot) <= FIRST_WAIT
    assert not page.sheet.action.isEnabled()
    desktop.clock.now += FIRST_WAIT
    page.waiting.count_down()
    assert page.sheet.action.isEnabled()
    window.use(replace_language(window, "ar"))
    assert unlock_page(window).sheet.words.text().startswith("amber")
    key(unlock_page(window).sheet.back, Qt.Key.Key_Space)
    assert not unlock_page(window).sheet.isVisible()
    assert unlock_page(window).sheet.words.text() == ""
    window.close()


def test_a_new_sheet_takes_the_passphrase_and_replaces_the_older_one(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    form = topic(area, "passphrase").findChild(RecoverySheetTopic)
    assert form is not None
    sheets = []
    for typed in ("not the passphrase", PASSPHRASE):
        if form.panel is None:
            key(form.begin, Qt.Key.Key_Space)
        assert form.panel is not None
        for field in form.panel.fields:
            field.clear()
        sheets.append(type_back(form.panel))
        write(form.passphrase.line, typed)
        key(form.action, Qt.Key.Key_Space)
        assert form.spot.notice is not None
        assert form.passphrase.text() == ""
    assert form.panel is None
    assert sheets[0] == sheets[1]  # a slip does not make the paper worthless
    window.close()
    again = desktop.open(stores.field)
    change(use_sheet(again), " ".join(sheets[1]), NEW)
    write(focused(), NEW)
    key(focused(), Qt.Key.Key_Return)
    assert isinstance(again.scene, WorkArea)
    again.close()


def test_a_saved_sheet_says_that_it_is_not_encrypted(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    panel = panel_of(to_recovery(window))
    panel.save(tmp_path / "sheet.pdf")
    assert panel.spot.notice is not None
    assert "not encrypted" in panel.spot.notice.accessibleName()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    panel.save(tmp_path / "gone" / "sheet.pdf")
    assert "E-" in panel.spot.notice.accessibleName()


def test_nothing_of_the_sheet_is_on_the_disk_unasked(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    panel = panel_of(to_recovery(window))
    key(panel.show_button, Qt.Key.Key_Space)
    words = type_back(panel)
    on(window)
    on(window)
    window.close()
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "vault.s2w" for path in written)
    secret = " ".join(words).encode("ascii")
    assert [path.name for path in written if secret in path.read_bytes() or path.suffix == ".pdf"] == []
