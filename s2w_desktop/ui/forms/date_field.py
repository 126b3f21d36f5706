"""Dates that people remember: how it is meant, day, month and year typed apart, the calendar. No pop-up of days is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QWidget

from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.date_entry import DateBoxes, DateEntry, DateMode, entry_of
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.leaving import LeaveWatch
from s2w_desktop.ui.kit.option import Choice
from s2w_desktop.ui.kit.panel import Panel, column
from s2w_desktop.ui.kit.text import Label, restyle, turn_visible
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role

_MOST_TYPED = 24  # letters in one box; more than a number needs, for what people write instead of one
_DIGITS = (2, 2, 4)


@dataclass(frozen=True)
class DateWords:
    """Words around the boxes: the name of the question, captions, and the choices in both languages.

    `last_…` stand above the second boxes of "from … to". The keys of the choices are those of DateMode and CalendarKey.
    """

    name: str
    day: str
    month: str
    year: str
    last_day: str
    last_month: str
    last_year: str
    mode: str
    calendar: str
    modes: Sequence[Choice]
    calendars: Sequence[Choice]


class DateField(Panel):
    """`edited` carries SaidDate | None, None while the boxes are empty. What makes no date is kept as it was typed."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, words: DateWords, calendar: CalendarKey = CalendarKey.GREGORIAN) -> None:
        super().__init__(theme, gap=4)
        self._first = _Boxes(theme, words.name, (words.day, words.month, words.year))
        self._last = _Boxes(theme, words.name, (words.last_day, words.last_month, words.last_year))
        self._mode = _drop_down(theme, words.modes, f"{words.name}: {words.mode}")
        self._calendar = _drop_down(theme, words.calendars, f"{words.name}: {words.calendar}")
        mode = _captioned(theme, words.mode, self._mode)
        books = _captioned(theme, words.calendar, self._calendar)
        self.add(FlowRow(theme, mode, self._first, self._last, books))
        for boxes in (self._first, self._last):
            for box in boxes.lines:
                box.textEdited.connect(self._on_edited)
        self._mode.chosen.connect(self._on_mode_chosen)
        self._calendar.chosen.connect(self._on_edited)
        self._watch = LeaveWatch(self)
        self._watch.left.connect(self.left)
        self.setFocusProxy(self.boxes[2])
        self._calendar.set_value(calendar.value)
        self._arrange_mode()

    @property
    def boxes(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """Day, month, year."""
        return self._first.lines

    @property
    def last_boxes(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """Day, month, year of the end of a range; hidden otherwise."""
        return self._last.lines

    @property
    def mode_button(self) -> ChoiceButton:
        """The choice of how the date is meant."""
        return self._mode

    @property
    def calendar_button(self) -> ChoiceButton:
        """The choice of the calendar."""
        return self._calendar

    def entry(self) -> DateEntry:
        """What stands in the boxes."""
        key, mode = CalendarKey(self._calendar.value()), DateMode(self._mode.value())
        return DateEntry(key, mode, self._first.texts(), self._last.texts())

    def answer(self) -> SaidDate | None:
        """The date as an answer."""
        return self.entry().answer()

    def show_answer(self, answer: SaidDate | None) -> None:
        """Show a date by program; emits nothing. None empties the boxes and leaves the calendar."""
        blank = DateEntry(CalendarKey(self._calendar.value()))
        entry = blank if answer is None else entry_of(answer)
        self._calendar.set_value(entry.calendar.value)
        self._mode.set_value(entry.mode.value)
        self._first.show_texts(entry.first)
        self._last.show_texts(entry.last)
        self._arrange_mode()

    def suggest_calendar(self, calendar: CalendarKey) -> None:
        """Offer a calendar while nothing stands in the boxes."""
        if self.answer() is None:
            self._calendar.set_value(calendar.value)

    def set_tone(self, tone: Colour | None) -> None:
        """Let the outlines tell a remark (WARN, BAD); None takes it back."""
        for box in (*self.boxes, *self.last_boxes):
            box.setProperty("tone", tone.value if tone else "")
            restyle(box)

    def _on_mode_chosen(self) -> None:
        self._arrange_mode()
        self._on_edited()

    def _on_edited(self) -> None:
        self.edited.emit(self.answer())

    def _arrange_mode(self) -> None:
        """Show the boxes that the way of meaning needs; what stands in the others waits there."""
        mode = DateMode(self._mode.value())
        for part in self._first.columns[:2]:
            turn_visible(part, visible=not mode.is_year_only)
        turn_visible(self._last, visible=mode is DateMode.RANGE)


class _Boxes(Panel):
    """Three boxes with captions; they stay beside each other when the line is broken."""

    def __init__(self, theme: Theme, name: str, captions: tuple[str, str, str]) -> None:
        super().__init__(theme, vertical=False, gap=8)
        day, month, year = (self._make(name, caption) for caption in captions)
        self.lines = (day, month, year)
        self.columns = tuple(_captioned(theme, text, box) for text, box in zip(captions, self.lines, strict=True))
        self.add(*self.columns)
        theme.changed.connect(self._size)
        self._size()

    def texts(self) -> DateBoxes:
        day, month, year = (line.text() for line in self.lines)
        return DateBoxes(year, month, day)

    def show_texts(self, texts: DateBoxes) -> None:
        for line, text in zip(self.lines, (texts.day, texts.month, texts.year), strict=True):
            line.setMaxLength(max(_MOST_TYPED, 2 * len(text)))  # Qt counts letters of rare scripts twice
            line.setText(text)

    def _make(self, name: str, caption: str) -> QLineEdit:
        box = QLineEdit()
        box.setAccessibleName(f"{name}: {caption}")
        box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.setMaxLength(_MOST_TYPED)
        return box

    def _size(self) -> None:
        figure = QFontMetrics(self.theme.font(Role.BODY)).horizontalAdvance("0")
        for box, digits in zip(self.lines, _DIGITS, strict=True):
            box.setFixedWidth(figure * digits + self.theme.px(40))


def _drop_down(theme: Theme, choices: Sequence[Choice], name: str) -> ChoiceButton:
    """The button says the officer's words, the list both languages."""
    listed = {_both(choice): choice.own.text for choice in choices}
    options = [(choice.key, words) for choice, words in zip(choices, listed, strict=True)]
    return ChoiceButton(theme, options, listed.__getitem__, name=name, icon="down", icon_last=True)


def _both(choice: Choice) -> str:
    other = choice.other
    return choice.own.text if other is None or other.text == choice.own.text else f"{choice.own.text} · {other.text}"


def _captioned(theme: Theme, caption: str, widget: QWidget) -> Panel:
    label = Label(theme, caption, Role.CAPTION)
    label.setBuddy(widget)
    return column(theme, label, widget, gap=2)
