"""What the dashboard is narrowed by: period, country, centre, stage, programme."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal

from s2w_desktop.domain.figures import EVERYBODY, Selection
from s2w_desktop.domain.folding import folded
from s2w_desktop.i18n.isolation import clean, fill
from s2w_desktop.i18n.labels import choices
from s2w_desktop.i18n.names import country_name
from s2w_desktop.services.report_cases import Places
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.panel import Panel

ALL = "all"
THIS_YEAR, LAST_YEAR, THIS_QUARTER, LAST_QUARTER = "this_year", "last_year", "this_quarter", "last_quarter"


class DashboardFilters(Panel):
    """Five buttons; `changed` when a person chose something on one of them."""

    changed = Signal()

    def __init__(self, desk: Desk, places: Places) -> None:
        super().__init__(desk.theme, gap=0)
        self.places = places
        self._today = desk.sources.today()
        tr = desk.translator
        _ = tr.gettext
        everything = (ALL, tr.pgettext("filter", "all"))

        def button(options: Sequence[tuple[str, str]], say: Callable[[str], str], icon: str = "") -> ChoiceButton:
            made = ChoiceButton(desk.theme, [everything, *options], say, icon=icon)
            made.chosen.connect(self.changed)
            return made

        periods = (
            (THIS_QUARTER, _("this quarter")),
            (LAST_QUARTER, _("last quarter")),
            (THIS_YEAR, _("this year")),
            (LAST_YEAR, _("last year")),
        )
        countries = sorted(((code, country_name(tr, code)) for code in places.countries), key=lambda pair: folded(pair[1]))
        self.period = button(periods, lambda words: fill(_("Period: {period}"), period=words), "filter")
        self.country = button(countries, lambda words: fill(_("Country: {country}"), country=words))
        self.centre = button(
            [(one, clean(one)) for one in places.centres], lambda words: fill(_("Centre: {centre}"), centre=words)
        )
        self.stage = button(choices(tr, "stage"), lambda words: fill(_("Stage: {stage}"), stage=words))
        self.programme = button(choices(tr, "programme"), lambda words: fill(_("Programme: {programme}"), programme=words))
        self.add(FlowRow(desk.theme, *self.buttons))

    @property
    def buttons(self) -> tuple[ChoiceButton, ...]:
        """All of them, in the order in which they stand."""
        return (self.period, self.country, self.centre, self.stage, self.programme)

    def selection(self) -> Selection:
        """Whom to count."""
        first, last = _days(self.period.value(), self._today)
        chosen = (() if one.value() == ALL else (one.value(),) for one in self.buttons[1:])
        return Selection(first, last, *chosen)

    def keys(self) -> tuple[str, ...]:
        """What is chosen, for `set_keys`."""
        return tuple(one.value() for one in self.buttons)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose by program; emits nothing."""
        for one, key in zip(self.buttons, keys, strict=True):
            one.set_value(key)


def _days(period: str, today: date) -> tuple[date | None, date | None]:
    """First and last day of a period: whole quarters and years, so that two reports seldom share a part of one."""
    quarter = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    year = today.replace(month=1, day=1)
    next_quarter = (quarter + timedelta(days=100)).replace(day=1)  # a quarter has 90 to 92 days
    spans = {
        THIS_QUARTER: (quarter, _before(next_quarter)),
        LAST_QUARTER: ((quarter - timedelta(days=80)).replace(day=1), _before(quarter)),
        THIS_YEAR: (year, year.replace(month=12, day=31)),
        LAST_YEAR: (year.replace(year=year.year - 1), _before(year)),
    }
    return spans.get(period, (EVERYBODY.first_day, EVERYBODY.last_day))


def _before(day: date) -> date:
    return day - timedelta(days=1)
