"""Dates that people remember: day, month and year typed apart, any of day and month left out, "about" ticked."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit

from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.ui.kit.leaving import LeaveWatch
from s2w_desktop.ui.kit.option import Choice, OptionRow
from s2w_desktop.ui.kit.panel import Panel, column
from s2w_desktop.ui.kit.text import Label, restyle
from s2w_desktop.ui.kit.theme import Theme
from s2w_desktop.ui.kit.tokens import Colour, Role

_ABOUT_WIDTH = 230


class DateFault(Enum):
    """Why the boxes do not make a date."""

    NONE = "none"
    INCOMPLETE = "incomplete"  # a day without a month, or a month without a year
    IMPOSSIBLE = "impossible"  # no such day, or no number


@dataclass(frozen=True)
class DateParts:
    """What stands in the boxes, digits of any script as they were typed."""

    day: str = ""
    month: str = ""
    year: str = ""
    about: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no box holds anything."""
        return not (self.day or self.month or self.year)

    def fault(self) -> DateFault:
        """What is wrong with the parts together."""
        if (self.day and not self.month) or (self.month and not self.year):
            return DateFault.INCOMPLETE
        return DateFault.NONE if self.is_empty or self._date() else DateFault.IMPOSSIBLE

    def edtf(self) -> str:
        """The date in the Extended Date/Time Format, level 1 (ISO 8601-2); empty when it is empty or faulty."""
        found = self._date()
        return str(found) if found and self.fault() is DateFault.NONE else ""

    def _date(self) -> PartialDate | None:
        day, month, year = (latin_digits(part).strip() for part in (self.day, self.month, self.year))
        if not all(part.isascii() and part.isdigit() for part in (year, month or "0", day or "0")):
            return None
        try:
            return PartialDate(int(year), int(month) if month else None, int(day) if day else None, self.about)
        except ValueError:
            return None


def parts_of(edtf: str) -> DateParts:
    """The boxes for a date in EDTF. Raises ValueError for a form that has no boxes."""
    if not edtf:
        return DateParts()
    found = PartialDate.parse(edtf)
    day, month = ("" if part is None else str(part) for part in (found.day, found.month))
    return DateParts(day, month, f"{found.year:04d}", found.about)


@dataclass(frozen=True)
class DateWords:
    """Words around the boxes: the name of the question, captions, and the tick in both languages."""

    name: str
    day: str
    month: str
    year: str
    about: Choice


class DateField(Panel):
    """Three boxes, typed. `edited` carries EDTF, empty while the boxes make no date; nothing typed is lost."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, words: DateWords) -> None:
        super().__init__(theme, vertical=False, gap=8)
        self._day = self._make_box(words.name, words.day)
        self._month = self._make_box(words.name, words.month)
        self._year = self._make_box(words.name, words.year)
        self._about = OptionRow(theme, words.about, many=True)
        self._about.setAccessibleName(f"{words.name}: {self._about.accessibleName()}")
        self._about.clicked.connect(self._on_edited)
        self.add(8)
        self.box.addWidget(self._about, 0, Qt.AlignmentFlag.AlignBottom)
        self.add(None)
        self._watch = LeaveWatch(self)
        self._watch.left.connect(self.left)
        self.setFocusProxy(self._day)
        theme.changed.connect(self._size)
        self._size()

    @property
    def boxes(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """Day, month, year."""
        return self._day, self._month, self._year

    @property
    def about_row(self) -> OptionRow:
        """The tick for "about"."""
        return self._about

    def parts(self) -> DateParts:
        """What stands in the boxes."""
        return DateParts(self._day.text(), self._month.text(), self._year.text(), self._about.isChecked())

    def edtf(self) -> str:
        """The date, empty while the boxes make none."""
        return self.parts().edtf()

    def fault(self) -> DateFault:
        """Why the boxes make no date."""
        return self.parts().fault()

    def set_edtf(self, edtf: str) -> None:
        """Show a date by program; emits nothing."""
        parts = parts_of(edtf)
        for box, text in zip(self.boxes, (parts.day, parts.month, parts.year), strict=True):
            box.setText(text)
        self._about.force(chosen=parts.about)

    def set_tone(self, tone: Colour | None) -> None:
        """Let the outlines tell a remark (WARN, BAD); None takes it back."""
        for box in self.boxes:
            box.setProperty("tone", tone.value if tone else "")
            restyle(box)

    def _make_box(self, name: str, caption: str) -> QLineEdit:
        box = QLineEdit()
        box.setAccessibleName(f"{name}: {caption}")
        box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.setMaxLength(8)
        box.textEdited.connect(self._on_edited)
        label = Label(self.theme, caption, Role.CAPTION)
        label.setBuddy(box)
        self.add(column(self.theme, label, box, gap=2))
        return box

    def _on_edited(self) -> None:
        self.edited.emit(self.edtf())

    def _size(self) -> None:
        figure = QFontMetrics(self.theme.font(Role.BODY)).horizontalAdvance("0")
        for box, digits in zip(self.boxes, (2, 2, 4), strict=True):
            box.setFixedWidth(figure * digits + self.theme.px(40))
        self._about.setFixedWidth(self.theme.px(_ABOUT_WIDTH))
