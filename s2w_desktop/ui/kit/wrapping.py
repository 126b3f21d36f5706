"""Words over several lines, also those that run from right to left.

`QPainter.drawText`, and with it QLabel, takes the space at the end of such a line off twice (Qt 6.11): every line but the last
stands too far to the left by the width of a space, and a full one loses its last letter. A QTextLayout does not.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"
_ACROSS = Qt.AlignmentFlag.AlignHorizontal_Mask


def draw_wrapped(painter: QPainter, place: QRectF, words: str, alignment: Qt.AlignmentFlag) -> None:
    """Draw words with the painter's font, pen and direction, wrapped to the width of the place.

    `alignment` is as one sees it: AlignRight is the right edge. Lines break where `drawText` breaks them.
    """
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        _draw_from_right(painter, place, words, alignment)
    else:
        painter.drawText(place, alignment | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextWordWrap, words)


def _draw_from_right(painter: QPainter, place: QRectF, words: str, alignment: Qt.AlignmentFlag) -> None:
    layout = QTextLayout(words.replace("\n", _LINE_SEPARATOR), painter.font(), painter.device())
    option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | (alignment & _ACROSS))
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    high = _break(layout, place.width(), QFontMetricsF(painter.font(), painter.device()).leading())
    spare = place.height() - high
    down = spare if alignment & Qt.AlignmentFlag.AlignBottom else spare / 2 if alignment & Qt.AlignmentFlag.AlignVCenter else 0
    layout.draw(painter, QPointF(place.x(), place.y() + down))


def _break(layout: QTextLayout, width: float, leading: float) -> float:
    """Make the lines; gives the height of all of them."""
    high = -leading
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        high += leading
        line.setPosition(QPointF(0, high))
        high += line.height()
        line = layout.createLine()
    layout.endLayout()
    return high
