"""A date of somebody's life on the form: the boxes, and below them the same date in words and in the other calendar."""

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.calendars import CalendarKey, usual_calendar
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.dates import both_renderings
from s2w_desktop.ui.forms.date_field import DateField, DateWords
from s2w_desktop.ui.forms.input import Asked, Input
from s2w_desktop.ui.kit.panel import column
from s2w_desktop.ui.kit.text import BilingualLabel, turn_visible
from s2w_desktop.ui.kit.tokens import Colour, Role
from s2w_desktop.ui.kit.words import Words


class DateInput(Input):
    """Day, month and year as far as they are known, in the calendar that the person uses."""

    def __init__(self, asked: Asked) -> None:
        self._field = DateField(asked.theme, _words(asked), asked.calendar)
        self._line: BilingualLabel | None = None
        self._whole = column(asked.theme, self._field, gap=4)
        self._whole.setFocusProxy(self._field)
        super().__init__(self._whole)
        self._voices = asked.voices
        self._usual = usual_calendar(asked.voices.spoken)
        self._field.edited.connect(self._on_edited)
        self._field.left.connect(self._on_left)

    @property
    def field(self) -> DateField:
        """The boxes."""
        return self._field

    @property
    def line(self) -> BilingualLabel:
        """The date in words; hidden where there is nothing to add to the digits."""
        if self._line is None:
            self._line = BilingualLabel(self._whole.theme, Words(""), None, Role.CAPTION)
            self._line.hide()
            self._whole.add(self._line)
        return self._line

    def show_answer(self, answer: Answer | None) -> None:
        date = answer if isinstance(answer, SaidDate) else None
        self._field.show_answer(date)
        self._tell(date)
        self._show_line(date)

    def suggest_calendar(self, calendar: CalendarKey) -> None:
        """Follow the calendar of another date of the person while nothing stands here."""
        self._field.suggest_calendar(calendar)

    def _on_edited(self, date: SaidDate | None) -> None:
        self._field.set_tone(None)
        self._show_line(date)
        self.edited.emit(date)

    def _on_left(self) -> None:
        self._tell(self._field.answer())
        self.left.emit()

    def _tell(self, date: SaidDate | None) -> None:
        """Outline what makes no date; not before the focus left, for every year is incomplete while it is typed."""
        self._field.set_tone(Colour.WARN if date is not None and date.date is None else None)

    def _show_line(self, date: SaidDate | None) -> None:
        own, other = (
            self._voices.both(lambda tr: both_renderings(tr, date, self._usual)) if date is not None else (Words(""), None)
        )
        if own.text or self._line is not None:
            self.line.set_words(own, other)
            turn_visible(self.line, visible=bool(own.text))


def _words(asked: Asked) -> DateWords:
    _ = asked.voices.own.gettext
    return DateWords(
        name=asked.name,
        day=_("Day"),
        month=_("Month"),
        year=_("Year"),
        last_day=_("Last day"),
        last_month=_("Last month"),
        last_year=_("Last year"),
        mode=_("Meant as"),
        calendar=_("Calendar"),
        modes=asked.voices.date_modes(),
        calendars=asked.voices.calendars(),
    )
