"""Dates that people remember: how it is meant, day, month and year typed apart, the calendar. No pop-up of days is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

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
        self._words = words
        self._first = self._make_boxes((words.day, words.month, words.year))
        self._range_end: _Boxes | None = None
        self._tone: Colour | None = None
        self._mode = _drop_down(theme, words.modes, f"{words.name}: {words.mode}")
        self._calendar = _drop_down(theme, words.calendars, f"{words.name}: {words.calendar}")
        mode = _captioned(theme, words.mode, self._mode)
        books = _captioned(theme, words.calendar, self._calendar)
        self._flow = FlowRow(theme, mode, self._first, books)
        self.add(self._flow)
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
        return self._last().lines

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
        return DateEntry(key, mode, self._first.texts(), self._range_end.texts() if self._range_end else DateBoxes())

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
        if self._range_end is not None or not entry.last.is_empty:
            self._last().show_texts(entry.last)
        self._arrange_mode()

    def suggest_calendar(self, calendar: CalendarKey) -> None:
        """Offer a calendar while nothing stands in the boxes."""
        if self.answer() is None:
            self._calendar.set_value(calendar.value)

    def set_tone(self, tone: Colour | None) -> None:
        """Let the outlines tell a remark (WARN, BAD); None takes it back."""
        if tone is self._tone:
            return
        self._tone = tone
        for boxes in (self._first, self._range_end):
            if boxes is not None:
                boxes.set_tone(tone)

    def _on_mode_chosen(self) -> None:
        self._arrange_mode()
        self._on_edited()

    def _on_edited(self) -> None:
        self.edited.emit(self.answer())

    def _arrange_mode(self) -> None:
        """Show the boxes that the way of meaning needs; what stands in the others waits there."""
        mode = DateMode(self._mode.value())
        self._first.show_year_only(is_alone=mode.is_year_only)
        if self._range_end is not None or mode is DateMode.RANGE:
            turn_visible(self._last(), visible=mode is DateMode.RANGE)

    def _last(self) -> "_Boxes":
        """The boxes of the end of a range; few dates are one. Tab comes to them after the first ones."""
        if self._range_end is None:
            words = self._words
            made = self._range_end = self._make_boxes((words.last_day, words.last_month, words.last_year))
            made.set_tone(self._tone)
            made.hide()
            self._flow.insert_after(self._first, made)
            for before, after in pairwise((self._first.lines[-1], *made.lines)):
                QWidget.setTabOrder(before, after)
        return self._range_end

    def _make_boxes(self, captions: tuple[str, str, str]) -> "_Boxes":
        made = _Boxes(self.theme, self._words.name, captions)
        for box in made.lines:
            box.textEdited.connect(self._on_edited)
        return made


class _Boxes(QWidget):
    """Three boxes with captions; they stay beside each other when the line is broken."""

    def __init__(self, theme: Theme, name: str, captions: tuple[str, str, str]) -> None:
        super().__init__()
        self.theme = theme
        day, month, year = (self._make(name, caption) for caption in captions)
        self.lines = (day, month, year)
        self._captions = tuple(_caption(theme, text, box) for text, box in zip(captions, self.lines, strict=True))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, (label, line) in enumerate(zip(self._captions, self.lines, strict=True)):
            self._grid.addWidget(label, 0, place)
            self._grid.addWidget(line, 1, place)
        theme.changed.connect(self._size)
        self._size()

    def show_year_only(self, *, is_alone: bool) -> None:
        """Hide day and month, or show them."""
        for part in (*self._captions[:2], *self.lines[:2]):
            turn_visible(part, visible=not is_alone)

    def set_tone(self, tone: Colour | None) -> None:
        """Let the outlines tell a remark; None takes it back."""
        for line in self.lines:
            line.setProperty("tone", tone.value if tone else "")
            restyle(line)

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
        self._grid.setHorizontalSpacing(self.theme.gap(8))
        self._grid.setVerticalSpacing(self.theme.gap(2))
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
    return column(theme, _caption(theme, caption, widget), widget, gap=2)


def _caption(theme: Theme, words: str, widget: QWidget) -> Label:
    label = Label(theme, words, Role.CAPTION)
    label.setBuddy(widget)
    return label
