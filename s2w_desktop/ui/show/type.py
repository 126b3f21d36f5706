"""Type of show-mode: at least 32 pt, larger where the text size asks for it and the screen has the room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics

from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ARABIC_SCALE, TYPE, Role
from s2w_desktop.ui.kit.words import Script, script_of

FLOOR = TYPE[Role.SHOW_QUIET].px
"""32 pt at 96 dpi: no smaller while fewer tiles on a page would do."""
LAST_RESORT = (36, 30, 24, 18)
"""For a text that even one tile on a page cannot hold: cut words would be worse."""
_WRAPPED = Qt.TextFlag.TextWordWrap


def sizes(theme: Theme) -> tuple[int, ...]:
    """The sizes to try, largest first, in pixels of Latin script."""
    top = max(FLOOR, theme.type_px(Role.SHOW))
    return tuple(sorted({FLOOR + (top - FLOOR) * step // 4 for step in range(5)}, reverse=True))


def show_font(theme: Theme, text: str, px: int, *, quiet: bool = False) -> QFont:
    """The font for a text at a size of Latin script; Arabic script is set larger, as everywhere."""
    script = script_of(text)
    font = QFont(theme.font(Role.SHOW_QUIET if quiet else Role.SHOW, script))
    font.setPixelSize(round(px * ARABIC_SCALE) if script is Script.ARABIC else px)
    return font


def room_of(font: QFont, text: str, width: int) -> QSize:
    """What a text takes when it is wrapped to a width; wider than that when a single word is."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 100_000), int(_WRAPPED), text).size()
