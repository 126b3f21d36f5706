"""A button that says what is chosen and opens the list to choose from: filters, look, language."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from s2w_desktop.ui.kit.buttons import Button, ButtonKind
from s2w_desktop.ui.kit.theme import Theme

Options = Sequence[tuple[str, str]]  # key, words


class ChoiceButton(Button):
    """`chosen` tells the key a person took; choosing by program emits nothing.

    `say` makes the words of the button from the words of the choice ("State: all"). `name` is spoken before them
    where they do not tell what is chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Options,
        say: Callable[[str], str],
        *,
        name: str = "",
        icon: str = "",
        icon_last: bool = False,
        kind: ButtonKind = ButtonKind.SECONDARY,
    ) -> None:
        super().__init__(theme, say(options[0][1]), kind, icon=icon, icon_last=icon_last)
        self._name = name
        self._say, self._words = say, dict(options)
        self._key = options[0][0]
        self._made: QMenu | None = None
        self.clicked.connect(self._on_clicked)
        self.set_value(self._key)

    @property
    def menu_actions(self) -> Sequence[QAction]:
        """What can be chosen."""
        return self._menu().actions()

    def value(self) -> str:
        """Key of what is chosen."""
        return self._key

    def set_value(self, key: str) -> None:
        """Choose by program; a key that is not offered chooses nothing."""
        if key not in self._words:
            return
        self._key = key
        words = self._say(self._words[key])
        self.set_words(words)
        self.setAccessibleName(f"{self._name}: {words}" if self._name else words)
        if self._made is not None:
            _check(self._made, key)

    def _menu(self) -> QMenu:
        """The list; most buttons of an interview are never pressed."""
        if self._made is None:
            self._made, group = QMenu(self), QActionGroup(self)
            for key, words in self._words.items():
                action = QAction(words.replace("&", "&&"), self._made)
                action.setCheckable(True)
                action.setData(key)
                group.addAction(action)
                self._made.addAction(action)
            _check(self._made, self._key)
            group.triggered.connect(self._on_triggered)
        return self._made

    def _on_clicked(self) -> None:
        menu = self._menu()
        menu.setLayoutDirection(self.layoutDirection())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide = menu.sizeHint().width()
        menu.popup(self.mapToGlobal(QPoint(self.width() - wide if rtl else 0, self.height() + 2)))
        menu.setActiveAction(next(one for one in menu.actions() if one.isChecked()))

    def _on_triggered(self, action: QAction) -> None:
        key = str(action.data())
        if key != self._key:
            self.set_value(key)
            self.chosen.emit(key)


def _check(menu: QMenu, key: str) -> None:
    """Tick the line of what is chosen."""
    for action in menu.actions():
        action.setChecked(action.data() == key)
