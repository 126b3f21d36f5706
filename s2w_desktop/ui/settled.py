"""Options of which one always holds."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal

from s2w_desktop.ui.kit.option import Choice, OptionGroup
from s2w_desktop.ui.kit.theme import Theme


class SettledGroup(OptionGroup):
    """As an OptionGroup, but Delete, which clears an answer, changes nothing. `chosen` tells the key a person took."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, choices: Sequence[Choice], name: str) -> None:
        super().__init__(theme, choices, name)
        self._held: tuple[str, ...] = ()
        self.edited.connect(self._on_edited)

    def _on_edited(self, keys: tuple[str, ...]) -> None:
        if keys:
            self._held = keys
            self.chosen.emit(keys[0])
        else:
            self.set_value(self._held)

    def set_value(self, keys: Iterable[str]) -> None:
        self._held = tuple(keys)
        super().set_value(self._held)
