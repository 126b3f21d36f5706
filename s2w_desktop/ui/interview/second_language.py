"""The language that stands beside the officer's, chosen at any moment of an interview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from s2w_desktop.i18n.translator import Catalogues, Translator
from s2w_desktop.ui.languages import language_names


class SecondLanguageMenu(QMenu):
    """All languages but the officer's, and none. `chosen` carries the code, or None for one language only."""

    chosen = Signal(object)  # str | None

    def __init__(self, catalogues: Catalogues, own: Translator, present: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        _ = own.gettext
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Second language of the questions"))
        for code, words in language_names(catalogues, own):
            if code != own.code:
                self._add(words, code, present)
        self._add(_("Only one language"), None, present)
        self.triggered.connect(self._on_triggered)

    def _add(self, words: str, code: str | None, present: str | None) -> None:
        action = QAction(words, self)
        action.setCheckable(True)
        action.setChecked(code == present)
        action.setData(code)
        self.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
