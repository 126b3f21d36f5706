"""Words on screen: plain-text labels with their own script and direction, and the pair of languages."""

from PySide6.QtCore import QEvent, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from s2w_desktop.i18n.isolation import isolate
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import ICON, PAIR_GAP, PAIR_MINIMUM, SPACE_XS, STACK_SCALE, Colour, Role
from s2w_desktop.ui.kit.words import Words, has_direction, is_rtl_text
from s2w_desktop.ui.kit.wrapping import draw_wrapped

_LRM, _RLM = "\u200e", "\u200f"
_RTL, _LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def as_words(words: str | Words) -> Words:
    """The words with their language; a bare text is in the language of the window."""
    return words if isinstance(words, Words) else Words(words)


def one_line_width(theme: Theme, words: Words, role: Role = Role.BODY) -> int:
    """Width in pixels of a label with these words on one line."""
    metrics = QFontMetrics(theme.font(role, words.script))
    ink = metrics.boundingRect(QRect(0, 0, 100_000, 1_000), 0, words.text).width()  # wider than the advance in Arabic script
    return max(metrics.horizontalAdvance(words.text), ink) + 2


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again; it has not looked yet at a widget that was never shown."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def turn_visible(widget: QWidget, *, visible: bool) -> None:
    """Show or hide a part of something. To show what is not hidden is no idle word to Qt: it styles and lays all of it out."""
    if widget.isHidden() == visible:
        widget.setVisible(visible)


def speak(widget: QWidget, words: Words) -> None:
    """Give the widget the direction, script and language of its words."""
    widget.setProperty("script", words.script.value)
    widget.setLayoutDirection(_RTL if words.is_rtl else _LTR)
    if words.language:
        widget.setLocale(QLocale(words.language))


def settled(text: str, direction: Qt.LayoutDirection) -> str:
    """The text for a widget of this direction, whatever letters it holds.

    Qt's labels take the direction of a text from its first strong letter. A line that would run the other way
    gets the mark of the widget's direction and is isolated: so a Latin name stands at the leading edge of an
    Arabic window, with its full stop at its own end.
    """
    rtl = direction == _RTL
    return "\n".join(line if is_rtl_text(line) == rtl else _turned(line, rtl=rtl) for line in text.split("\n"))


def _turned(line: str, *, rtl: bool) -> str:
    mark = _RLM if rtl else _LRM
    return mark + (isolate(line) if has_direction(line) else line) if line else ""


class Label(QLabel):
    """One text in its own font; always plain text, whatever it holds.

    `Words` stand in their own direction and language. A bare text is the window's own and starts at the
    window's leading edge, whatever letters it holds.
    """

    def __init__(
        self,
        theme: Theme,
        words: str | Words,
        role: Role = Role.BODY,
        *,
        tone: Colour | None = None,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.role = role
        self._words = as_words(words)
        self._measured: tuple[int, int] | None = None  # text size, width on one line: measuring is slow, and layouts ask often
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setProperty("tone", tone.value if tone else "")
        self.setWordWrap(wrap)
        self.set_words(words)

    @property
    def words(self) -> Words:
        """What is shown."""
        return self._words

    def set_words(self, words: str | Words) -> None:
        """Show other words."""
        before = self.property("script")
        self._words, self._measured = as_words(words), None
        if isinstance(words, Words):
            speak(self, self._words)
        else:
            self.setProperty("script", self._words.script.value)
            self.unsetLayoutDirection()
        self._write()
        if self._words.script.value != before:
            restyle(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        can_select = Qt.TextInteractionFlag.TextSelectableByMouse in self.textInteractionFlags()  # then Qt draws it as a document
        if can_select or not (self.wordWrap() and is_rtl_text(self.text())):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setLayoutDirection(_RTL)
        draw_wrapped(painter, QRectF(self.contentsRect()), self.text(), QStyle.visualAlignment(_RTL, self.alignment()))

    def set_tone(self, tone: Colour | None) -> None:
        """Colour the words; None gives the colour of the role."""
        self.setProperty("tone", tone.value if tone else "")
        restyle(self)

    def _write(self) -> None:
        self.setText(settled(self._words.text, self.layoutDirection()))

    def one_line_width(self) -> int:
        """Width in pixels of the words on one line."""
        scale = self.theme.text_scale
        if self._measured is None or self._measured[0] != scale:
            self._measured = (scale, one_line_width(self.theme, self._words, self.role))
        return self._measured[1]

    def height_at(self, width: int) -> int:
        """Height in pixels of the words when `width` pixels are theirs."""
        return max(self.heightForWidth(width), self.sizeHint().height() if not self.wordWrap() else 0)


class BilingualLabel(QWidget):
    """The same words twice, as equals: the officer's from the leading edge, the person's from the trailing edge.

    Beside each other when both fit one line; languages of one direction get columns of equal width. Otherwise,
    in columns under 560 px and with text of 150 % and more, the person's words stand below the officer's.
    """

    def __init__(self, theme: Theme, own: Words, other: Words | None = None, role: Role = Role.QUESTION) -> None:
        super().__init__()
        self.theme = theme
        self._own = Label(theme, own, role, wrap=True)
        self._other = Label(theme, other or Words(""), role, wrap=True)
        for part in (self._own, self._other):
            part.setParent(self)
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same ones many times before it is done
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._measure_again)
        self.set_words(own, other)

    def set_words(self, own: Words, other: Words | None = None) -> None:
        """Show another pair. Equal texts, or no second, are shown once over the full width."""
        alone = other is None or not other.text or other.text == own.text
        self._own.set_words(own)
        self._other.set_words(Words("") if alone or other is None else other)
        turn_visible(self._other, visible=not alone)
        self.setAccessibleName(own.text if alone or other is None else f"{own.text} / {other.text}")
        self._measure_again()

    def is_stacked(self, width: int | None = None) -> bool:
        """Whether the person's words stand below, at this width (default: the present one)."""
        if self._other.isHidden():
            return False
        across = self.width() if width is None else width
        tight = self.theme.text_scale >= STACK_SCALE or across < self.theme.px(PAIR_MINIMUM)
        return tight or not self._fits(across)

    def sizeHint(self) -> QSize:
        wide, high = self._own.one_line_width(), self._line_height()
        if not self._other.isHidden():
            wide += self.theme.px(PAIR_GAP) + self._other.one_line_width()
        return QSize(wide, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self._line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = max((rect.bottom() + 1 for rect in self._places(width)), default=0)
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._measure_again()

    def _line_height(self) -> int:
        """Height in pixels of one line that holds both languages."""
        parts = (self._own,) if self._other.isHidden() else (self._own, self._other)
        return max(QFontMetrics(self.theme.font(part.role, part.words.script)).height() for part in parts)

    def _measure_again(self) -> None:
        width, before = self.width(), self._heights.get(self.width())
        self._heights.clear()
        if not self.isVisible():
            self.updateGeometry()
            return
        if self.heightForWidth(width) != before:  # words that need as much room as those before move nothing around them
            self.updateGeometry()
        self._place()

    def _fits(self, width: int) -> bool:
        own, other = self._own.one_line_width(), self._other.one_line_width()
        if self._own.words.stands_rtl == self._other.words.stands_rtl:
            return max(own, other) <= (width - self.theme.px(PAIR_GAP)) // 2
        return own + self.theme.px(PAIR_GAP) + other <= width

    def _places(self, width: int) -> list[QRect]:
        """Where the two labels go, counted from the leading edge."""
        if self._other.isHidden():
            return [QRect(0, 0, width, self._own.height_at(width))]
        if self.is_stacked(width):
            first = self._own.height_at(width)
            below = first + self.theme.gap(SPACE_XS)
            return [QRect(0, 0, width, first), QRect(0, below, width, self._other.height_at(width))]
        half = self._own.words.stands_rtl == self._other.words.stands_rtl
        second = (width - self.theme.px(PAIR_GAP)) // 2 if half else self._other.one_line_width()
        first_width = width - second - self.theme.px(PAIR_GAP)
        high = max(self._own.height_at(first_width), self._other.height_at(second))
        return [QRect(0, 0, first_width, high), QRect(width - second, 0, second, high)]

    def _place(self) -> None:
        mirrored, places = self.layoutDirection() == _RTL, self._places(self.width())
        spare = max(0, self.height() - max(rect.bottom() + 1 for rect in places)) // 2
        for part, rect in zip((self._own, self._other), places, strict=False):
            rect.translate(0, spare)
            if mirrored:
                rect.moveLeft(self.width() - rect.x() - rect.width())
            part.setGeometry(rect)


class Mark(QLabel):
    """A drawing beside words; it says nothing to a screen reader, because the words do."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        colour: Colour = Colour.TEXT,
        *,
        size: int = ICON,
        ground: Colour = Colour.SURFACE,
    ) -> None:
        super().__init__()
        self.theme = theme
        self._icon, self._colour, self._size, self._ground = icon, colour, size, ground
        self._draw()
        theme.changed.connect(self._draw)

    def set_mark(self, icon: str, colour: Colour) -> None:
        """Show another drawing."""
        self._icon, self._colour = icon, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._draw()

    def _draw(self) -> None:
        size, mirrored = self.theme.px(self._size), self.layoutDirection() == _RTL
        self.setFixedSize(size, size)
        self.setPixmap(self.theme.pixmap(self._icon, size, self._colour, ground=self._ground, mirrored=mirrored))
