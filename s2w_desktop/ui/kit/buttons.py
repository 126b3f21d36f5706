"""Buttons: one primary per page, secondary, quiet and link; icons stand at the edge of reading."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QStyleOptionButton

from s2w_desktop.ui.kit.text import as_words, restyle, settled
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON_SMALL, Colour
from s2w_desktop.ui.kit.words import Words

_AIR = 5  # between icon and words; the style alone leaves 4 px


class ButtonKind(StrEnum):
    """How loud a button is; the style sheet knows these names."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    ICON = "icon"
    CORNER = "corner"


_INKS = {ButtonKind.PRIMARY: Colour.ON_ACCENT, ButtonKind.LINK: Colour.ACCENT}


class Button(QPushButton):
    """A button with words and, if given, an icon before them (`icon_last`: after them, for "next")."""

    def __init__(
        self,
        theme: Theme,
        words: str | Words,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str = "",
        icon_last: bool = False,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._icon, self._last, self._kind = icon, icon_last, kind
        self._said, self._compact = as_words(words), False
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.set_words(words)
        self._draw_icon()
        theme.changed.connect(self._draw_icon)

    def set_words(self, words: str | Words) -> None:
        """Show other words. An ampersand is a character, not a shortcut."""
        self._said = as_words(words)
        self.setProperty("script", self._said.script.value)
        self.setAccessibleName(self._said.text)
        self._write()
        restyle(self)

    def set_icon(self, icon: str) -> None:
        """Show another icon; an empty name takes it away."""
        self._icon = icon
        self._draw_icon()

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon alone, with the words as a tooltip, where there is no room. Nothing without an icon."""
        if not self._icon or compact == self._compact:
            return
        self._compact = compact
        self._write()
        self.setToolTip(self._said.text if compact else "")
        self.setProperty("kind", (ButtonKind.ICON if compact else self._kind).value)
        restyle(self)
        self._draw_icon()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._last:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            option.direction = Qt.LayoutDirection.LeftToRight if rtl else Qt.LayoutDirection.RightToLeft

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.EnabledChange):
            self._write()
            self._draw_icon()

    def _write(self) -> None:
        text = settled(self._said.text, self.layoutDirection()).replace("&", "&&")
        self.setText("" if self._compact else text)

    def _draw_icon(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if not self._icon:
            return
        ink = _INKS.get(self._kind, Colour.TEXT) if self.isEnabled() else Colour.MUTED
        air = self.theme.px(_AIR) if self.text() else 0
        gap = -air if rtl != self._last else air
        self.setIcon(self.theme.icon(self._icon, ink, mirrored=rtl, gap=gap))
        side = self.theme.px(ICON_SMALL)
        self.setIconSize(QSize(side + air, side))


class IconButton(Button):
    """An icon alone: search, more, close, fold. Its name is spoken and shown as a tooltip."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__(theme, "", ButtonKind.ICON, icon=icon)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Change the spoken name and the tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(name)
