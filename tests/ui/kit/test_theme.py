"""The theme dresses the application, scales everything, and changes while windows are open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.kit.buttons import Button
from s2w_desktop.ui.kit.icons import IconShelf, Tint
from s2w_desktop.ui.kit.panel import row
from s2w_desktop.ui.kit.text import Label
from s2w_desktop.ui.kit.theme import Theme, load_fonts
from s2w_desktop.ui.kit.tokens import FAMILIES, Colour, Look, Role
from s2w_desktop.ui.kit.words import Script

ROOT = Path(__file__).parents[3]


def test_the_shipped_fonts_hold_every_family_that_the_theme_names(fonts: list[str]) -> None:
    assert set(FAMILIES) <= set(fonts)


def test_a_folder_without_fonts_is_refused(tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    with pytest.raises(FileNotFoundError):
        load_fonts(tmp_path)


def test_arabic_script_is_set_larger_in_the_same_role(theme: Theme) -> None:
    assert theme.font(Role.BODY).pixelSize() == 14
    assert theme.font(Role.BODY, Script.ARABIC).pixelSize() == 16
    assert theme.font(Role.SHOW, Script.ARABIC).pixelSize() == 50
    assert QFontInfo(theme.font(Role.BODY)).family() == "Noto Sans"


def test_everything_grows_with_the_text_while_the_window_is_open(theme: Theme, qtbot: QtBot) -> None:
    label, button = Label(theme, "Work"), Button(theme, "Lock", icon="lock")
    window = row(theme, label, button, gap=8, margins=(20, 10, 20, 10))
    qtbot.addWidget(window)
    window.show()
    before = (label.sizeHint().width(), button.sizeHint().height(), button.iconSize().height())
    theme.set_text_scale(200)
    after = (label.sizeHint().width(), button.sizeHint().height(), button.iconSize().height())
    assert all(new >= 1.9 * old for old, new in zip(before, after, strict=True))
    assert window.box.contentsMargins().left() == 30


def test_the_text_size_stays_between_100_and_200_per_cent(theme: Theme) -> None:
    theme.set_text_scale(400)
    assert theme.text_scale == 200
    theme.set_text_scale(10)
    assert theme.text_scale == 100


def test_another_look_reaches_the_application_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_look(Look.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour(Colour.CANVAS)
    assert theme.palette.canvas in qapp.styleSheet()


def test_nothing_in_the_application_moves_or_fades(theme: Theme, qapp: QApplication) -> None:
    del theme
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_FadeTooltip)


def test_margins_and_leading_edge_turn_with_the_direction_of_reading(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    first, second = Label(theme, "one"), Label(theme, "two")
    window = row(theme, first, second, None, margins=(40, 0, 8, 0))
    qtbot.addWidget(window)
    window.resize(400, 60)
    window.show()
    assert first.x() == 40 < second.x()
    theme.set_direction(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    assert first.geometry().right() == 400 - 40 - 1
    assert second.x() < first.x()


def test_only_drawings_that_point_along_the_line_are_turned(theme: Theme) -> None:
    for name, turns in (("next", True), ("undo", True), ("check", False), ("search", False), ("fork", False)):
        plain = theme.pixmap(name, 20).toImage()
        turned = theme.pixmap(name, 20, mirrored=True).toImage()
        assert (plain != turned) is turns, name


def test_every_drawing_of_the_project_can_be_painted_and_takes_the_colours_of_the_theme(theme: Theme) -> None:
    shelf = IconShelf(ROOT / "resources")
    folders = [ROOT / "resources" / folder for folder in ("icons", "pictograms")]
    names = sorted(file.relative_to(folder).with_suffix("").as_posix() for folder in folders for file in folder.rglob("*.svg"))
    assert len(names) >= 114
    palette = theme.palette
    for name in names:
        picture = shelf.pixmap(name, 48, Tint(palette.accent, palette.surface, palette.accent_soft)).toImage()
        seen = {picture.pixelColor(x, y).name() for x in range(48) for y in range(48) if picture.pixelColor(x, y).alpha() == 255}
        assert theme.colour(Colour.ACCENT).name() in seen, name
        assert "#000000" not in seen, name


def test_a_drawing_that_does_not_exist_is_told(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.pixmap("no_such_drawing", 20)
