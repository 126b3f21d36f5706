"""The theme object: colours, sizes, fonts and drawings for every widget, changeable while windows are open."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from s2w_desktop.ui.kit.icons import IconShelf, Tint, blank
from s2w_desktop.ui.kit.pictograms import Pictograms
from s2w_desktop.ui.kit.sheet import style_sheet
from s2w_desktop.ui.kit.tokens import (
    ARABIC_SCALE,
    FAMILIES,
    ICON_SMALL,
    LARGEST_SCALE,
    SMALLEST_SCALE,
    TYPE,
    Colour,
    Look,
    Palette,
    Role,
    palette_of,
)
from s2w_desktop.ui.kit.words import Script

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def load_fonts(folder: Path) -> list[str]:
    """Load the screen fonts (Noto Sans and its companions) of the folder and return the families, in file order without repeats.

    Raises FileNotFoundError when the folder holds none, or when Qt refuses one: without its fonts
    the program would show boxes in place of letters.
    """
    files = sorted(folder.glob("NotoSans*.ttf"))
    families: list[str] = []
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise FileNotFoundError(f"the font {file.name} cannot be loaded")
        families += QFontDatabase.applicationFontFamilies(number)
    if not families:
        raise FileNotFoundError("the font folder holds no Noto Sans")
    return list(dict.fromkeys(families))


@contextmanager
def _collector_held() -> Iterator[None]:
    """Keep Python from collecting widgets while Qt walks over its bare list of them: that ends the process."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Theme(QObject):
    """What every widget asks for colours, sizes, fonts and drawings.

    `changed` is emitted after each change; widgets that computed sizes compute them again. What is so already is no change:
    dressing every open window anew takes Qt a good part of a second.
    """

    changed = Signal()

    def __init__(
        self, resources: Path, *, look: Look = Look.LIGHT, text_scale: int = SMALLEST_SCALE, training: bool = False
    ) -> None:
        super().__init__()
        self._look, self._scale, self._training = look, text_scale, training
        self._palette = palette_of(look, training=training)
        self._shelf = IconShelf(resources)
        self._pictograms = Pictograms(self._shelf)
        self._fonts: dict[tuple[Role, Script], QFont] = {}
        self._app: QApplication | None = None

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._palette

    @property
    def look(self) -> Look:
        """The chosen theme."""
        return self._look

    @property
    def text_scale(self) -> int:
        """Text size in per cent, 100 to 200."""
        return self._scale

    @property
    def is_training(self) -> bool:
        """Whether the accent is the training colour."""
        return self._training

    def set_look(self, look: Look) -> None:
        """Change the colours of every open window."""
        if look != self._look:
            self._look = look
            self._renew()

    def set_text_scale(self, per_cent: int) -> None:
        """Change the size of everything; values outside 100 to 200 are brought to the nearer end."""
        scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, per_cent))
        if scale != self._scale:
            self._scale = scale
            self._renew()

    def set_training(self, training: bool) -> None:
        """Use the training accent, or the ordinary one."""
        if training != self._training:
            self._training = training
            self._renew()

    def apply(self, app: QApplication) -> None:
        """Dress the application, now and after every later change. Nothing of it moves or fades."""
        self._app = app
        app.setStyle("Fusion")
        for effect in _EFFECTS:
            app.setEffectEnabled(effect, False)
        self._dress(app)

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Turn every window to this direction of reading."""
        if self._app is not None:
            with _collector_held():
                self._app.setLayoutDirection(direction)

    def px(self, size: float) -> int:
        """A size of 96 dpi at the present text size."""
        return round(size * self._scale / 100)

    def gap(self, space: float) -> int:
        """A space at the present text size; it grows half as fast as text, so that words get the room."""
        return round(space * (100 + (self._scale - 100) / 2) / 100)

    def font(self, role: Role = Role.BODY, script: Script = Script.LATIN) -> QFont:
        """The font of a role; Arabic script is set 1.125 times larger, because it looks smaller."""
        key = (role, script)
        if key not in self._fonts:
            made = QFont()
            made.setFamilies(list(FAMILIES))
            made.setPixelSize(self.type_px(role, script))
            made.setWeight(QFont.Weight(TYPE[role].weight))
            self._fonts[key] = made
        return self._fonts[key]

    def type_px(self, role: Role, script: Script = Script.LATIN) -> int:
        """The pixel size of a role in a script at the present text size."""
        return self.px(round(TYPE[role].px * (ARABIC_SCALE if script is Script.ARABIC else 1)))

    def line_height(self, role: Role = Role.BODY) -> int:
        """Height in pixels of one line of a role in the tallest of the scripts in use together."""
        return max(QFontMetrics(self.font(role, script)).height() for script in (Script.LATIN, Script.ARABIC))

    def colour(self, colour: Colour) -> QColor:
        """A colour of the present palette."""
        return QColor(self._palette.of(colour))

    def pixmap(
        self,
        name: str,
        size: int,
        colour: Colour = Colour.TEXT,
        *,
        ground: Colour = Colour.SURFACE,
        mirrored: bool = False,
    ) -> QPixmap:
        """A drawing, `size` final pixels wide (already scaled), in the colour, for the ground it will lie on."""
        return self._shelf.pixmap(name, size, self._tint(colour, ground), mirrored=mirrored)

    def pictogram(
        self, code_list: str, code: str, size: int, colour: Colour = Colour.TEXT, *, ground: Colour = Colour.SURFACE
    ) -> QPixmap | None:
        """The drawing of an answer, `size` final pixels wide, or None when none is drawn.

        Raises KeyError when the code is not one of the code list.
        """
        return self._pictograms.pixmap(code_list, code, size, self._tint(colour, ground))

    def icon(self, name: str, colour: Colour = Colour.TEXT, *, mirrored: bool = False, gap: int = 0) -> QIcon:
        """A drawing for a button. `gap` adds air at its right, negative at its left, because the style leaves 4 px only."""
        size = self.px(ICON_SMALL)
        drawing = self.pixmap(name, size, colour, mirrored=mirrored)
        made = blank(size + abs(gap), size)
        painter = QPainter(made)
        painter.drawPixmap(max(0, -gap), 0, drawing)
        painter.end()
        icon = QIcon(made)
        icon.addPixmap(made, QIcon.Mode.Disabled)
        return icon

    def qt_palette(self) -> QPalette:
        """The palette for what the style paints itself."""
        role, made = QPalette.ColorRole, QPalette()
        for target, colour in {
            role.Window: Colour.CANVAS,
            role.WindowText: Colour.TEXT,
            role.Base: Colour.SURFACE,
            role.AlternateBase: Colour.RAISED,
            role.Text: Colour.TEXT,
            role.Button: Colour.SURFACE,
            role.ButtonText: Colour.TEXT,
            role.PlaceholderText: Colour.MUTED,
            role.Highlight: Colour.ACCENT,
            role.HighlightedText: Colour.ON_ACCENT,
            role.Accent: Colour.ACCENT,
            role.Link: Colour.ACCENT,
            role.ToolTipBase: Colour.RAISED,
            role.ToolTipText: Colour.TEXT,
            role.Mid: Colour.CONTROL,
            role.Dark: Colour.CONTROL,
        }.items():
            made.setColor(target, self.colour(colour))
        return made

    def _tint(self, colour: Colour, ground: Colour) -> Tint:
        soft = Colour.SURFACE if ground is Colour.ACCENT_SOFT else Colour.ACCENT_SOFT
        return Tint(self._palette.of(colour), self._palette.of(ground), self._palette.of(soft))

    def _renew(self) -> None:
        self._palette = palette_of(self._look, training=self._training)
        self._fonts.clear()
        self._shelf.forget()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        with _collector_held():
            app.setFont(self.font())
            app.setPalette(self.qt_palette())
            app.setStyleSheet(style_sheet(self._palette, self.px, self.type_px))
