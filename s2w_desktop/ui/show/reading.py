"""What stands on a keypad as an answer, and back."""

from dataclasses import dataclass
from decimal import Decimal

from s2w_desktop.domain.answers import Answer, Quantity
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.date_entry import DateBoxes, DateEntry, DateMode, entry_of
from s2w_desktop.domain.folding import latin_digits
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.ui.show.keypad import Entry

_MODES = {False: DateMode.EXACT, True: DateMode.ABOUT}


def quantity_of(entry: Entry) -> Answer | None:
    """The number on the keypad; None while there is none."""
    return Quantity(Decimal(entry.typed[0]), entry.about) if entry.typed[0] else None


def quantity_entry(answer: Answer | None) -> Entry:
    """A number as it stands on the keypad."""
    if isinstance(answer, Quantity):
        return Entry((format(answer.amount, "f"),), answer.about)
    return Entry(("",), about=False)


@dataclass(frozen=True)
class DateReading:
    """Dates of one calendar: year, month and day as far as they are known, exactly or about."""

    calendar: CalendarKey

    def date_of(self, entry: Entry) -> Answer | None:
        """The date on the keypad; None while the figures make none."""
        found = DateEntry(self.calendar, _MODES[entry.about], DateBoxes(*entry.typed)).answer()
        return found if found is not None and found.date is not None else None

    def entry_of(self, answer: Answer | None) -> Entry:
        """A date as it stands on the keypad. One of another calendar, a range and the like leave it empty."""
        boxes = entry_of(answer) if isinstance(answer, SaidDate) else DateEntry(self.calendar)
        if boxes.calendar is not self.calendar or boxes.mode not in _MODES.values():
            return Entry(("", "", ""), about=False)
        typed = (boxes.first.year, boxes.first.month, boxes.first.day)
        return Entry((latin_digits(typed[0]), latin_digits(typed[1]), latin_digits(typed[2])), boxes.mode is DateMode.ABOUT)
