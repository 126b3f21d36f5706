"""The first run, by keys."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from s2w_desktop.domain.stations import Role
from s2w_desktop.ui.kit.picker import Picker
from s2w_desktop.ui.pages.first_run import HEADQUARTERS, LANGUAGE, PASSPHRASE, RECOVERY, ROLE, FirstRunPage
from s2w_desktop.ui.pages.first_run_steps import LanguageStep, PassphraseStep, RecoveryStep, RoleStep
from s2w_desktop.ui.window import MainWindow
from s2w_desktop.ui.work import WorkArea
from tests.ui.pages.conftest import Desktop
from tests.ui.pages.keys import key, write
from tests.workplaces import reopen

WORDS = "amber ladder river pencil"


def page_of(window: MainWindow) -> FirstRunPage:
    assert isinstance(window.scene, FirstRunPage)
    return window.scene


def on(window: MainWindow) -> None:
    key(page_of(window).next_button, Qt.Key.Key_Space)
    QApplication.processEvents()  # what was just laid out is shown only then


def fill_role(step: RoleStep, *, headquarters: bool) -> None:
    if headquarters:
        key(step.role.rows[1], Qt.Key.Key_Space)
    for line, words in (
        (step.organisation, "Example Aid"),
        (step.centre, "Casa do Rio"),
        (step.device_name, "Laptop 07"),
        (step.officer_name, "AB"),
    ):
        write(line, words)
    pick(step.country, "portug")
    pick(step.language, "portug")


def pick(picker: Picker, typed: str) -> None:
    picker.line.setFocus()
    write(picker.line, typed)
    key(picker.line, Qt.Key.Key_Down)
    key(picker.line, Qt.Key.Key_Return)


def to_passphrase(window: MainWindow, *, headquarters: bool = False) -> PassphraseStep:
    on(window)
    step = page_of(window).content
    assert isinstance(step, RoleStep)
    fill_role(step, headquarters=headquarters)
    on(window)
    asked = page_of(window).content
    assert isinstance(asked, PassphraseStep)
    return asked


def type_twice(step: PassphraseStep, words: str) -> None:
    for field in (step.new.first, step.new.again):
        field.line.clear()
        write(field.line, words)


def without_sheet(window: MainWindow) -> None:
    step = page_of(window).content
    assert isinstance(step, RecoveryStep)
    key(step.choice.rows[1], Qt.Key.Key_Space)


def test_before_a_store_is_made_where_a_service_copies_it_that_is_told(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / ".dropbox.cache").mkdir()
    window = desktop.open(tmp_path / "new" / "store", training=True)
    assert page_of(window).spot.notice is None, "the language is chosen first"
    on(window)
    notice = page_of(window).spot.notice
    assert notice is not None
    assert "Dropbox" in notice.accessibleName()
    assert not (tmp_path / "new" / "store").exists()


def test_a_laptop_is_set_up_in_five_pages(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store", training=True)
    assert page_of(window).step == LANGUAGE
    type_twice(to_passphrase(window), WORDS)
    on(window)
    assert page_of(window).step == RECOVERY
    without_sheet(window)
    on(window)
    assert page_of(window).step == HEADQUARTERS
    on(window)
    assert isinstance(window.scene, WorkArea)
    station = window.scene.workplace.station
    assert (station.role, station.country, station.host_country, station.host_language) == (Role.FIELD, "PT", "PRT", "por")
    window.close()
    reopen(tmp_path / "new" / "store").close()


def test_headquarters_begins_with_its_inbox(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store")
    type_twice(to_passphrase(window, headquarters=True), WORDS)
    on(window)
    without_sheet(window)
    on(window)
    on(window)
    assert isinstance(window.scene, WorkArea)
    assert window.scene.workplace.station.role is Role.HEADQUARTERS
    window.close()


def test_every_page_goes_back_with_what_was_typed(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store")
    to_passphrase(window)
    key(page_of(window).back_button, Qt.Key.Key_Space)
    step = page_of(window).content
    assert isinstance(step, RoleStep)
    assert step.organisation.text() == "Example Aid"
    assert step.country.picked().key == "PRT"
    key(page_of(window).back_button, Qt.Key.Key_Space)
    assert page_of(window).step == LANGUAGE


def test_an_easy_or_unequal_passphrase_does_not_go_on(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store")
    step = to_passphrase(window)
    type_twice(step, "password")
    assert not page_of(window).next_button.isEnabled()
    type_twice(step, WORDS)
    write(step.new.again.line, "x")
    assert not page_of(window).next_button.isEnabled()
    key(step.new.again.line, Qt.Key.Key_Backspace)
    assert page_of(window).next_button.isEnabled()
    assert page_of(window).step == PASSPHRASE


def test_the_language_changes_at_once_on_the_first_page(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store")
    step = page_of(window).content
    assert isinstance(step, LanguageStep)
    key(next(row for row in step.group.rows if row.choice.key == "ar"), Qt.Key.Key_Space)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert page_of(window).step == LANGUAGE


def test_typed_words_live_through_a_change_of_language(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "new" / "store")
    on(window)
    step = page_of(window).content
    assert isinstance(step, RoleStep)
    step.centre.setFocus()
    write(step.centre, "Casa")
    window.use(replace(window.desk.book.settings, language="ar"))
    after = page_of(window).content
    assert page_of(window).step == ROLE
    assert isinstance(after, RoleStep)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert (line.text(), line.cursorPosition()) == ("Casa", 4)
