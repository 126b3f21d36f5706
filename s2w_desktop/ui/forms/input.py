"""What the form knows of every input, and what an input knows of its question."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.fields import FieldSpec
from s2w_desktop.i18n import labels
from s2w_desktop.ui.forms.voices import Voices
from s2w_desktop.ui.kit.theme import Theme


@dataclass(frozen=True)
class Asked:
    """What an input needs to know: the field, its section, the two languages, and the calendar of the person's dates."""

    theme: Theme
    voices: Voices
    section: str
    spec: FieldSpec
    calendar: CalendarKey = CalendarKey.GREGORIAN  # that a new date is probably told in

    @property
    def name(self) -> str:
        """The accessible name of the input: the question in the officer's language."""
        return labels.question(self.voices.own, self.section, self.spec.key)


class Input(QObject):
    """The part of an input that the form knows. `widget` is what stands on the card."""

    edited = Signal(object)  # Answer | None
    left = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer by program; emits nothing. A reason shows as blank: the card says it."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the caret into the input."""
        self.widget.setFocus()
