"""The line of a menu on which the keys stand can be read, in every theme (UX-48)."""

from collections import Counter

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import TEXT_FLOOR, Look, contrast
from tests.ui.typing import click


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("look", list(Look))
def test_ux_48_the_chosen_line_of_a_menu_has_enough_contrast(theme: Theme, qtbot: QtBot, look: Look, training: bool) -> None:
    theme.set_look(look)
    theme.set_training(training)
    button = ChoiceButton(theme, [("short", "IIIIII"), ("long", "HHHHHH")], str)
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    click(button)
    (menu,) = button.findChildren(QMenu)
    QApplication.processEvents()
    assert menu.activeAction() is button.menu_actions[0]
    line = menu.grab(menu.actionGeometry(button.menu_actions[0])).toImage()
    menu.close()
    assert _contrast_within(line) >= TEXT_FLOOR


def _contrast_within(image: QImage) -> float:
    """Between the ground, which is the commonest colour, and the colour among the common ones that stands out most."""
    found = Counter(image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()))
    (ground, _), *others = found.most_common(6)
    return max(contrast(ground, colour) for colour, _ in others)
