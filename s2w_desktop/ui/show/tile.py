"""A tile of show-mode: words, a pictogram where there is one, a numeral; the whole tile is the target."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from s2w_desktop.ui.kit.painting import Box, Ink, Shape
from s2w_desktop.ui.kit.text import speak
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import FOCUS_GAP, FOCUS_WIDTH, RADIUS_TILE, Colour
from s2w_desktop.ui.kit.words import Words
from s2w_desktop.ui.kit.wrapping import draw_wrapped
from s2w_desktop.ui.show.pictures import Draw
from s2w_desktop.ui.show.type import FLOOR, room_of, show_font

LEAST_TARGET = 64
_LARGEST_PICTURE, _SMALLEST_PICTURE = 128, 64
_QUIET_PICTURES = (72, 48)  # beside words that are no answer; they can do without
_PAD, _GAP, _CORNER = 16, 8, 40
_NUMERAL = 32
_LARGER = 1.3  # words that stand alone
_WIDE_TILE = 2.4  # from this shape on the picture stands beside the words


@dataclass(frozen=True)
class TileText:
    """What a tile says; `name` is spoken in place of the words where the tile shows a sign or a drawing only."""

    words: Words
    numeral: str = ""
    name: str = ""


@dataclass(frozen=True)
class Arrangement:
    """Where picture and words stand in a tile, and the size of the words. `picture` is None for words alone."""

    words: Box
    px: int
    picture: Box | None = None


class ShowTile(QAbstractButton):
    """One answer, or one act. It is painted; `arrangement` says whether everything fits into a size."""

    def __init__(self, theme: Theme, text: TileText, *, draw: Draw | None = None, quiet: bool = False) -> None:
        super().__init__()
        self.theme, self._text, self._draw, self._quiet = theme, text, draw, quiet
        self._px, self._most = FLOOR, _LARGEST_PICTURE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("radius", RADIUS_TILE + FOCUS_GAP + FOCUS_WIDTH)
        self.set_text(text)

    @property
    def text_shown(self) -> TileText:
        """What the tile says."""
        return self._text

    def set_text(self, text: TileText) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text.name or text.words.text)
        if text.words.language:
            speak(self, text.words)
            self.unsetLayoutDirection()  # the tile stands as the window does; only its words have a direction of their own
        self.update()

    @property
    def px(self) -> int:
        """Size of the words, in pixels of Latin script."""
        return self._px

    def set_px(self, px: int) -> None:
        """Set the size of the words."""
        self._px = px
        self.update()

    def line_width(self, px: int) -> int:
        """How wide a quiet tile has to be for its sign, at its smallest, and its words in one line."""
        wide = room_of(self._font(px), self._text.words.text, 10_000).width()
        return wide + _QUIET_PICTURES[-1] + 3 * _PAD + (_CORNER if self.isCheckable() else 0)

    def set_most_picture(self, side: int) -> None:
        """Paint the picture no larger than this: what fits with a larger one does with a smaller one."""
        self._most = min(side, _LARGEST_PICTURE)
        self.update()

    def arrangement(self, size: QSize, px: int, most: int = _LARGEST_PICTURE) -> Arrangement | None:
        """How everything fits into a tile of a size with words of `px` and a picture of at most `most`; None when it does not."""
        if self._draw is None:
            larger = None if self._quiet else self._words_alone(size, round(px * _LARGER))
            return larger or self._words_alone(size, px)
        if not self._text.words.text:
            side = min(size.width(), size.height(), _QUIET_PICTURES[0] + 2 * _GAP) - 2 * _GAP
            place = Box((size.width() - side) / 2, (size.height() - side) / 2, side, side)
            return Arrangement(Box(0, 0, 0, 0), px, place)
        if self._quiet:
            pictured = (self._beside(size, px, side) for side in _QUIET_PICTURES if side <= size.height() - 2 * _GAP)
            return next((found for found in pictured if found), None) or self._words_alone(size, px)
        beside = (min(size.height() - 2 * _GAP, side, most) for side in (_LARGEST_PICTURE, 96, _SMALLEST_PICTURE))
        fitting = (found for side in beside if (found := self._beside(size, px, side)))
        if size.width() > _WIDE_TILE * size.height():
            return next(fitting, None)
        return self._stacked(size, px, most) or next(fitting, None)

    @property
    def painted(self) -> Arrangement:
        """How the tile is painted now."""
        alone = Arrangement(Box(_PAD, 0, self.width() - 2 * _PAD, self.height()), self._px)
        return self.arrangement(self.size(), self._px, self._most) or alone

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """What the words need at the present size of type; the tile itself when all fits."""
        size = QSize(width, self.height())
        return self.height() if self.arrangement(size, self._px) else self.height() + self._px

    def sizeHint(self) -> QSize:
        wide = room_of(self._font(self._px), self._text.words.text, 10_000).width()
        return QSize(max(LEAST_TARGET, wide + 2 * _PAD), LEAST_TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()  # arrows, digits and Esc belong to the board and the window

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        ink = Ink(painter, self.rect(), self.layoutDirection(), self.theme)
        self._paint_ground(ink)
        found = self.painted
        if found.picture is not None and self._draw is not None:
            painter.drawPixmap(ink.place(found.picture).topLeft(), self._draw(round(found.picture.w), self._ground()))
        self._paint_words(ink, found)

    def _ground(self) -> Colour:
        if self.isChecked() or self.isDown():
            return Colour.ACCENT_SOFT
        return Colour.CANVAS if self._quiet else Colour.SURFACE

    def _paint_ground(self, ink: Ink) -> None:
        on = self.isChecked()
        whole = Box(0, 0, ink.width, ink.height)
        ink.box(whole, Shape(self._ground(), Colour.ACCENT if on else Colour.CONTROL, RADIUS_TILE, 4 if on else 1))
        if on:
            side = _CORNER - 4
            disc = Box(ink.width - 10 - side if self._quiet else 10, 10, side, side)  # a quiet tile begins with its picture
            ink.box(disc, Shape(Colour.ACCENT, radius=disc.w / 2))
            ink.icon(Box(disc.x + 7, disc.y + 7, disc.w - 14, disc.w - 14), "check", Colour.ON_ACCENT, Colour.ACCENT)
        elif self._text.numeral:
            ink.painter.setFont(show_font(self.theme, self._text.numeral, _NUMERAL, quiet=True))
            ink.painter.setPen(self.theme.colour(Colour.MUTED))
            ink.painter.drawText(ink.place(Box(_PAD, 8, _CORNER, _CORNER)), Qt.AlignmentFlag.AlignCenter, self._text.numeral)

    def _paint_words(self, ink: Ink, found: Arrangement) -> None:
        words = self._text.words
        ink.painter.setFont(self._font(found.px))
        ink.painter.setPen(self.theme.colour(Colour.TEXT))
        ink.painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if words.is_rtl else Qt.LayoutDirection.LeftToRight)
        draw_wrapped(ink.painter, ink.place(found.words), words.text, Qt.AlignmentFlag.AlignCenter)

    def _font(self, px: int) -> QFont:
        return show_font(self.theme, self._text.words.text, px, quiet=self._quiet)

    def _stacked(self, size: QSize, px: int, most: int) -> Arrangement | None:
        room = size.width() - 2 * _PAD
        need = room_of(self._font(px), self._text.words.text, room)
        left = size.height() - need.height() - 2 * _GAP - _GAP
        if need.width() > room or left < _SMALLEST_PICTURE:
            return None
        side = min(left, size.width() - 2 * _GAP, most)
        spare = (left - side) / 2
        picture = Box((size.width() - side) / 2, _GAP + spare, side, side)
        return Arrangement(Box(_PAD, size.height() - _GAP - spare - need.height(), room, need.height()), px, picture)

    def _beside(self, size: QSize, px: int, side: int) -> Arrangement | None:
        start = _PAD + (_CORNER if not self._quiet and (self._text.numeral or self.isCheckable()) else 0)
        corner = _CORNER if self._quiet and self.isCheckable() else 0
        room = size.width() - start - side - 2 * _PAD - corner
        need = room_of(self._font(px), self._text.words.text, room)
        if need.width() > room or need.height() > size.height() - _GAP:
            return None
        picture = Box(start, (size.height() - side) / 2, side, side)
        return Arrangement(Box(start + side + _PAD, 0, room, size.height()), px, picture)

    def _words_alone(self, size: QSize, px: int) -> Arrangement | None:
        """Words beside the corner of the numeral where the tile is low, below it where it is high."""
        has_corner = bool(self._text.numeral) or self.isCheckable()
        for inset, top in ((_PAD + _CORNER, 0), (_PAD, _CORNER)) if has_corner else ((_PAD, 0),):
            room, high = size.width() - 2 * inset, size.height() - top - _GAP
            need = room_of(self._font(px), self._text.words.text, room)
            if need.width() <= room and need.height() <= high:
                return Arrangement(Box(inset, top, room, high if top else size.height()), px)
        return None


class BigWords(QWidget):
    """A text in large type, wrapped, at the leading edge or in the middle; a screen reader hears it as text."""

    def __init__(self, theme: Theme, words: Words, *, middle: bool = False) -> None:
        super().__init__()
        self.theme, self._words, self._middle, self._px = theme, words, middle, FLOOR
        self.set_words(words)

    @property
    def words(self) -> Words:
        """What is shown."""
        return self._words

    def set_words(self, words: Words) -> None:
        """Show another text."""
        self._words = words
        speak(self, words)
        self.setAccessibleName(words.text)
        self.update()

    @property
    def px(self) -> int:
        """Size of the text, in pixels of Latin script."""
        return self._px

    def set_px(self, px: int) -> None:
        """Set the size."""
        self._px = px
        self.update()

    def need(self, width: int, px: int) -> QSize:
        """What the text takes at a width and size."""
        return room_of(show_font(self.theme, self._words.text, px), self._words.text, width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.need(width, self._px).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setFont(show_font(self.theme, self._words.text, self._px))
        painter.setPen(self.theme.colour(Colour.TEXT))
        painter.setLayoutDirection(self.layoutDirection())
        side = Qt.AlignmentFlag.AlignHCenter if self._middle else self._edge()
        draw_wrapped(painter, QRectF(self.rect()), self._words.text, side | Qt.AlignmentFlag.AlignVCenter)

    def _edge(self) -> Qt.AlignmentFlag:
        around = self.parentWidget()
        rtl = around is not None and around.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return edge | Qt.AlignmentFlag.AlignAbsolute
