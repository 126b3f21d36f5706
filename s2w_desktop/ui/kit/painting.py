"""Ink: a painter that thinks in reading direction and in names of colours."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import RADIUS_CONTROL, SHAPE_FLOOR, Colour, Role, contrast
from s2w_desktop.ui.kit.words import Words, is_rtl_text, script_of
from s2w_desktop.ui.kit.wrapping import draw_wrapped

_RTL, _LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
_UNBOUNDED = 100_000


class Side(Enum):
    """Where a line of text stands in its box, in reading direction."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True)
class Box:
    """A place counted from the leading edge and the top, in final pixels."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Shape:
    """How a box is drawn; `radius` and `width` in pixels."""

    fill: Colour | None = None
    line: Colour | None = None
    radius: float = RADIUS_CONTROL
    width: float = 1
    dashed: bool = False


def words_height(theme: Theme, words: str, role: Role, width: int) -> int:
    """Height in pixels of words wrapped to a width."""
    return _wrapped(QFontMetrics(theme.font(role, script_of(words))), words, width).height()


def _wrapped(metrics: QFontMetrics, words: str, width: int) -> QRect:
    return metrics.boundingRect(QRect(0, 0, max(1, width), _UNBOUNDED), int(Qt.TextFlag.TextWordWrap), words)


class MeasuredWords:
    """Words that a layout asks about many times: what one line of them needs is measured once, and only wrapping again."""

    def __init__(self, theme: Theme, words: Words, role: Role) -> None:
        self._metrics, self._words = QFontMetrics(theme.font(role, words.script)), words.text
        self.advance = self._metrics.horizontalAdvance(words.text) + 2
        """Width in pixels on one line."""
        line = _wrapped(self._metrics, words.text, _UNBOUNDED)
        self._enough = max(self.advance, line.width() + 2)  # ink is wider than the advance in Arabic script
        self._line_height = line.height()

    def height(self, width: int) -> int:
        """Height in pixels, wrapped to a width."""
        return self._line_height if width >= self._enough else _wrapped(self._metrics, self._words, width).height()


class Ink:
    """Paints inside one rectangle, from the leading edge on, whichever side that is."""

    def __init__(self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, theme: Theme) -> None:
        self.painter, self.rect, self.theme, self.rtl = painter, rect, theme, direction == _RTL
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @property
    def width(self) -> int:
        """Width of the rectangle."""
        return self.rect.width()

    @property
    def height(self) -> int:
        """Height of the rectangle."""
        return self.rect.height()

    def place(self, box: Box) -> QRectF:
        """The box in the painter's own coordinates."""
        left = self.rect.right() + 1 - box.x - box.w if self.rtl else self.rect.left() + box.x
        return QRectF(left, self.rect.top() + box.y, box.w, box.h)

    def box(self, box: Box, shape: Shape) -> None:
        """A rounded rectangle, outline inside the box."""
        inset = shape.width / 2 if shape.line else 0
        rect = self.place(box).adjusted(inset, inset, -inset, -inset)
        pen = QPen(Qt.PenStyle.NoPen)
        if shape.line:
            style = Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine
            pen = QPen(self.theme.colour(shape.line), shape.width, style)
        self.painter.setPen(pen)
        self.painter.setBrush(self.theme.colour(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect, shape.radius, shape.radius)

    def bar(self, box: Box, value: str) -> None:
        """A chart step in a series colour (#RRGGBB); one too pale for 3:1 on its card gets an outline."""
        pale = contrast(value, self.theme.palette.surface) < SHAPE_FLOOR
        inset = 0.5 if pale else 0
        self.painter.setPen(QPen(self.theme.colour(Colour.CONTROL), 1) if pale else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(QColor(value))
        self.painter.drawRoundedRect(self.place(box).adjusted(inset, inset, -inset, -inset), 3, 3)

    def text(
        self,
        box: Box,
        words: str,
        role: Role = Role.BODY,
        colour: Colour = Colour.TEXT,
        side: Side = Side.START,
    ) -> None:
        """One line at its side of the box, elided when it is too long, in its own font and direction."""
        if not words:
            return
        self._take_pen(words, role, colour)
        line = self.painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.w) + 1)
        self.painter.drawText(self.place(box), self._alignment(side), line)

    def paragraph(
        self,
        box: Box,
        words: str,
        role: Role = Role.BODY,
        colour: Colour = Colour.TEXT,
        side: Side = Side.START,
    ) -> None:
        """Words that may take several lines; the box should be as high as `words_height` says."""
        self._take_pen(words, role, colour)
        draw_wrapped(self.painter, self.place(box), words, self._alignment(side))

    def icon(self, box: Box, name: str, colour: Colour = Colour.TEXT, ground: Colour = Colour.SURFACE) -> None:
        """A drawing in a square box."""
        image = self.theme.pixmap(name, round(box.w), colour, ground=ground, mirrored=self.rtl)
        self.painter.drawPixmap(self.place(box).topLeft(), image)

    def _take_pen(self, words: str, role: Role, colour: Colour) -> None:
        """Font, colour and direction of words."""
        self.painter.setFont(self.theme.font(role, script_of(words)))
        self.painter.setPen(self.theme.colour(colour))
        self.painter.setLayoutDirection(_RTL if is_rtl_text(words) else _LTR)

    def _alignment(self, side: Side) -> Qt.AlignmentFlag:
        """Where words stand in their box, whatever their own direction."""
        at_right = self.rtl != (side is Side.END)
        edge = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        if side is Side.CENTRE:
            edge = Qt.AlignmentFlag.AlignHCenter
        return edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
