"""The drawings of tiles: pictograms of answers, and signs for acts."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from s2w_desktop.ui.kit.pictograms import pictogram_name
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour

Draw = Callable[[int, Colour], QPixmap]
"""Gives a drawing, so many pixels wide, for the ground on which it will lie."""


def pictogram(theme: Theme, codes: str, code: str) -> Draw | None:
    """The drawing of a code of a list; None for a code without one. Raises KeyError for a code that the list does not hold."""
    if theme.pictogram(codes, code, 64) is None:
        return None
    return sign(theme, pictogram_name(codes, code))


def sign(theme: Theme, name: str, *, mirrored: bool = False) -> Draw:
    """A drawing by its name; `mirrored` turns those that point along the line of reading."""

    def draw(size: int, ground: Colour) -> QPixmap:
        return theme.pixmap(name, size, ground=ground, mirrored=mirrored)

    return draw
