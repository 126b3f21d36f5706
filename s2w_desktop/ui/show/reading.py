"""What stands on a keypad as an answer, and back."""

from decimal import Decimal

from s2w_desktop.domain.answers import Answer, Quantity
from s2w_desktop.ui.kit.dates import DateParts, parts_of
from s2w_desktop.ui.show.keypad import Entry


def quantity_of(entry: Entry) -> Answer | None:
    """The number on the keypad; None while there is none."""
    return Quantity(Decimal(entry.typed[0]), entry.about) if entry.typed[0] else None


def quantity_entry(answer: Answer | None) -> Entry:
    """A number as it stands on the keypad."""
    if isinstance(answer, Quantity):
        return Entry((format(answer.amount, "f"),), answer.about)
    return Entry(("",), about=False)


def date_of(entry: Entry) -> Answer | None:
    """The date on the keypad (year, month, day) in EDTF; None while the figures make none."""
    year, month, day = entry.typed
    return DateParts(day, month, year, entry.about).edtf() or None if len(year) == 4 else None


def date_entry(answer: Answer | None) -> Entry:
    """A date as it stands on the keypad."""
    parts = parts_of(answer if isinstance(answer, str) else "")
    return Entry((parts.year, parts.month, parts.day), parts.about)
