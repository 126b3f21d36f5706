"""Windows and menus that Qt brings speak the language of the program, also one that Qt does not know."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from s2w_desktop.i18n.catalogue_file import Head, po_bytes, read_catalogue, with_head
from s2w_desktop.i18n.languages import SOURCE
from s2w_desktop.i18n.system_words import SYSTEM_WORDS
from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.ui.system_words import SystemSpeech

ROOT = Path(__file__).parents[2]
Button = QDialogButtonBox.StandardButton
MADE_UP = "ሀ"
"""Stands at the start of every word of the made-up language."""

NOT_WORDS = re.compile(r"Ctrl|Alt|Shift|Esc|PDF|A4|[+\-/\\.\d\s&*()…]|tmp|root|home")


@pytest.fixture
def somali(tmp_path: Path) -> Translator:
    """Somali, which Qt does not speak, with a made-up text for all that Qt's windows say."""
    catalog = with_head(read_catalogue((ROOT / "translations" / "s2w_desktop.pot").read_bytes(), "en"), "so", Head())
    for message in SYSTEM_WORDS.values():
        found = catalog.get(message.text, message.context)
        assert found is not None
        found.string = f"{MADE_UP}{message.text}"
    (tmp_path / "so.po").write_bytes(po_bytes(catalog))
    return Catalogues(ROOT / "translations", tmp_path).translator("so")


@pytest.fixture
def speech(qapp: QCoreApplication) -> Iterator[SystemSpeech]:
    """What the window uses; English again when the test is over."""
    del qapp
    made = SystemSpeech()
    yield made
    made.speak(Catalogues(ROOT / "translations").translator(SOURCE))


def windows(qtbot: QtBot) -> Iterator[QWidget]:
    """Every kind of Qt's own windows and menus that a person meets."""
    for field in (QLineEdit("x"), QPlainTextEdit("x")):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        menu.setParent(None)
        yield menu
    buttons = QDialogButtonBox(Button.Ok | Button.Cancel | Button.Save | Button.Open | Button.Close | Button.Yes | Button.No)
    yield buttons
    yield QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    for mode, accept in (
        (QFileDialog.FileMode.Directory, QFileDialog.AcceptMode.AcceptOpen),
        (QFileDialog.FileMode.ExistingFiles, QFileDialog.AcceptMode.AcceptOpen),
        (QFileDialog.FileMode.AnyFile, QFileDialog.AcceptMode.AcceptSave),
    ):
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        dialog.setAcceptMode(accept)
        yield dialog


def texts(window: QWidget) -> Iterator[str]:
    """What a person can read in a window, tips and column titles too."""
    if isinstance(window, QMenu):
        yield from (action.text().partition("\t")[0] for action in window.actions())
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.toolTip()
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        if isinstance(widget, QGroupBox):
            yield widget.title()
        if isinstance(widget, QTabWidget):
            yield from (widget.tabText(place) for place in range(widget.count()))
        if isinstance(widget, QTreeView) and isinstance(widget.header(), QHeaderView) and widget.model():
            yield from (str(widget.model().headerData(column, Qt.Orientation.Horizontal)) for column in range(4))
        if isinstance(widget, QDialog):
            yield widget.windowTitle()


def shown(window: QWidget) -> set[str]:
    return {text for text in texts(window) if re.search(r"\w", NOT_WORDS.sub("", text))}


def test_no_english_is_left_in_a_language_that_qt_does_not_speak(qtbot: QtBot, speech: SystemSpeech, somali: Translator) -> None:
    speech.speak(somali)
    for window in windows(qtbot):
        qtbot.addWidget(window)
        words = shown(window)
        assert words, type(window)
        assert [text for text in words if MADE_UP not in text] == [], type(window)


def test_no_english_is_left_in_the_print_dialog(qtbot: QtBot, speech: SystemSpeech, somali: Translator) -> None:
    speech.speak(somali)
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    assert [text for text in shown(dialog) if MADE_UP not in text and text != "Form"] == []


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_where_our_catalogue_is_silent_qt_speaks_for_itself(qtbot: QtBot, speech: SystemSpeech, code: str) -> None:
    speech.speak(Catalogues(ROOT / "translations").translator(code))
    field = QLineEdit("x")
    qtbot.addWidget(field)
    assert shown(field.createStandardContextMenu()).isdisjoint(
        {"Undo", "&Undo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"}
    )
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"


def test_a_change_of_language_takes_the_one_before_out(speech: SystemSpeech, somali: Translator) -> None:
    speech.speak(somali)
    assert QCoreApplication.translate("QLineEdit", "&Copy") == f"{MADE_UP}Copy"
    speech.speak(Catalogues(ROOT / "translations").translator(SOURCE))
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "Copy"


def test_keys_keep_the_names_that_our_texts_use(speech: SystemSpeech) -> None:
    speech.speak(Catalogues(ROOT / "translations").translator("de"))
    assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
