"""The sidebar of the window has room for its words, however long a language makes them."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from s2w_desktop import paths
from s2w_desktop.i18n.translator import Catalogues
from s2w_desktop.ui.kit.audit import clipped
from s2w_desktop.ui.kit.frame import AppFrame, AppWords
from s2w_desktop.ui.kit.navlist import NavItem
from s2w_desktop.ui.kit.theme import Theme


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_sidebar_fits_in_every_language(theme: Theme, qtbot: QtBot, scale: int) -> None:
    theme.set_text_scale(scale)
    catalogues, found = Catalogues(paths.translations()), {}
    for language in catalogues.offered():
        _ = catalogues.translator(language.code).gettext
        words = AppWords(_("Skills to Work"), _("Areas"), "Centre", "Laptop", _("Settings"), _("Lock"))
        areas = [
            NavItem(name, _(name), "check", "12") for name in ("Laptops and keys", "Recorded twice?", "Hand over", "Receipts")
        ]
        frame = AppFrame(theme, words, areas)
        frame.set_content(QWidget())
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        with qtbot.waitExposed(frame):
            frame.show()
        QApplication.processEvents()
        QApplication.processEvents()
        found[language.code] = [str(one) for one in clipped(frame)]
        frame.hide()
    assert {code: told for code, told in found.items() if told} == {}
