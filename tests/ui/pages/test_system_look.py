"""The program looks as the system is set, while it runs, until a person chooses otherwise (EN 301 549, 11.7)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from s2w_desktop.services.settings import SYSTEM_SCALE, LookChoice
from s2w_desktop.ui.kit.option import OptionGroup
from s2w_desktop.ui.kit.tokens import Look
from s2w_desktop.ui.looks import SystemLook, look_for, scale_for, scale_of, system_look
from s2w_desktop.ui.window import MainWindow
from tests.ui.pages.conftest import Desktop, Stores, work_area
from tests.ui.pages.keys import key, write
from tests.ui.pages.test_settings import topic
from tests.workplaces import PASSPHRASE


class System:
    """A system whose settings somebody changes while the program runs; the program hears of it as Qt tells it."""

    def __init__(self) -> None:
        self.now = SystemLook()

    def __call__(self) -> SystemLook:
        return self.now

    def set_dark(self) -> None:
        self.now = replace(self.now, is_dark=True)
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    def set_contrast(self) -> None:
        self.now = replace(self.now, has_contrast=True)
        hints = QGuiApplication.styleHints().accessibility()
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)

    def set_text(self, window: MainWindow, per_cent: int) -> None:
        self.now = replace(self.now, text_scale=per_cent)
        QCoreApplication.sendEvent(window.windowHandle(), QEvent(QEvent.Type.ThemeChange))  # as Qt does, to each window


@pytest.fixture
def system() -> System:
    return System()


def ground() -> str:
    return QApplication.palette().color(QPalette.ColorRole.Window).name()


def test_ux_49_colours_contrast_and_text_size_follow_the_system_while_the_program_runs(
    desktop: Desktop, stores: Stores, system: System
) -> None:
    window = desktop.open(stores.field, system=system)
    write(QApplication.focusWidget(), PASSPHRASE)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    area, height = work_area(window), QApplication.font().pixelSize()
    looks, grounds = [desktop.theme.look], {ground()}
    for change in (system.set_dark, system.set_contrast):
        change()
        looks.append(desktop.theme.look)
        grounds.add(ground())
    assert looks == [Look.LIGHT, Look.DARK, Look.CONTRAST]
    assert len(grounds) == len(looks)
    system.set_text(window, 150)
    assert QApplication.font().pixelSize() == round(height * 1.5)
    assert work_area(window) is area  # nothing is built anew, and no caret moves
    window.close()


def test_ux_49_what_a_person_chose_holds_whatever_the_system_does(desktop: Desktop, stores: Stores, system: System) -> None:
    window = desktop.open(stores.field, system=system)
    window.use(replace(window.desk.book.settings, look=LookChoice.LIGHT, text_scale=125))
    system.set_dark()
    system.set_contrast()
    system.set_text(window, 200)
    assert (desktop.theme.look, desktop.theme.text_scale) == (Look.LIGHT, 125)
    window.use(replace(window.desk.book.settings, look=LookChoice.SYSTEM, text_scale=SYSTEM_SCALE))
    assert (desktop.theme.look, desktop.theme.text_scale) == (Look.CONTRAST, 200)


def test_ux_49_the_text_size_of_the_system_is_a_choice_of_the_settings(desktop: Desktop, stores: Stores) -> None:
    window, area = desktop.unlocked(stores.field)
    sizes = topic(area, "look").findChildren(OptionGroup)[1]
    assert sizes.value() == (str(SYSTEM_SCALE),)
    key(sizes.rows[3], Qt.Key.Key_Space)
    assert window.desk.book.settings.text_scale == desktop.theme.text_scale == 150
    window.close()


@pytest.mark.parametrize(
    ("platform", "letters", "asked"),
    [
        ("windows", 12, 100),
        ("windows", 15, 125),
        ("windows", 27, 200),
        ("cocoa", 13, 100),
        ("xcb", 13, 100),
        ("wayland", 15, 100),
        ("wayland", 22, 150),
        ("wayland", 9, 100),
        ("somewhere", 40, 100),
        ("windows", 0, 100),
        ("somewhere", 0, 100),
    ],
)
def test_ux_49_larger_letters_of_the_system_make_ours_larger(platform: str, letters: int, asked: int) -> None:
    assert scale_of(platform, letters) == asked


def test_ux_49_contrast_goes_before_colours(qapp: QApplication) -> None:
    assert qapp is not None
    assert look_for(LookChoice.SYSTEM, SystemLook(is_dark=True, has_contrast=True)) is Look.CONTRAST
    assert look_for(LookChoice.DARK, SystemLook(has_contrast=True)) is Look.DARK
    assert scale_for(175, SystemLook(text_scale=125)) == 175
    assert system_look() == SystemLook()  # this platform has no wishes
