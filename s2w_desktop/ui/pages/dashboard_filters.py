"""What the dashboard is narrowed by: period, country, centre, stage, programme; and the period it is compared with."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal

from s2w_desktop.domain.figures import EVERYBODY, Selection
from s2w_desktop.domain.folding import folded
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, clean, fill
from s2w_desktop.i18n.labels import choices
from s2w_desktop.i18n.names import country_name
from s2w_desktop.i18n.translator import Translator
from s2w_desktop.services.report_cases import Places
from s2w_desktop.ui.choice_button import ChoiceButton
from s2w_desktop.ui.desk import Desk
from s2w_desktop.ui.flow import FlowRow
from s2w_desktop.ui.kit.panel import Panel

ALL = "all"
NOTHING = "nothing"
THIS_YEAR, LAST_YEAR, THIS_QUARTER, LAST_QUARTER = "this_year", "last_year", "this_quarter", "last_quarter"


class DashboardFilters(Panel):
    """Six buttons; `changed` when a person chose something on one of them."""

    changed = Signal()

    def __init__(self, desk: Desk, places: Places) -> None:
        super().__init__(desk.theme, gap=0)
        self.places = places
        self._today = desk.sources.today()
        tr = desk.translator
        _ = tr.gettext
        everything = (ALL, tr.pgettext("filter", "all"))

        def button(
            options: Sequence[tuple[str, str]], say: Callable[[str], str], icon: str = "", first: tuple[str, str] = everything
        ) -> ChoiceButton:
            made = ChoiceButton(desk.theme, [first, *options], say, icon=icon)
            made.chosen.connect(self.changed)
            return made

        periods = _periods(tr, places)
        countries = sorted(((code, country_name(tr, code)) for code in places.countries), key=lambda pair: folded(pair[1]))
        self.period = button(periods, lambda words: fill(_("Period: {period}"), period=words), "filter")
        self.country = button(countries, lambda words: fill(_("Country: {country}"), country=words))
        self.centre = button(
            [(one, clean(one)) for one in places.centres], lambda words: fill(_("Centre: {centre}"), centre=words)
        )
        self.stage = button(choices(tr, "stage"), lambda words: fill(_("Stage: {stage}"), stage=words))
        self.programme = button(choices(tr, "programme"), lambda words: fill(_("Programme: {programme}"), programme=words))
        nothing = (NOTHING, tr.pgettext("compared", "nothing"))
        self.compared = button(periods, lambda words: fill(_("Compared with: {period}"), period=words), first=nothing)
        self.add(FlowRow(desk.theme, *self.buttons))

    @property
    def buttons(self) -> tuple[ChoiceButton, ...]:
        """All of them, in the order in which they stand."""
        return (self.period, self.country, self.centre, self.stage, self.programme, self.compared)

    def selection(self) -> Selection:
        """Whom to count."""
        first, last = _days(self.period.value(), self._today)
        chosen = (() if one.value() == ALL else (one.value(),) for one in (self.country, self.centre, self.stage, self.programme))
        return Selection(first, last, *chosen)

    def second(self) -> Selection | None:
        """The same people of another period to compare with; None where nothing is compared."""
        if self.compared.value() == NOTHING:
            return None
        first, last = _days(self.compared.value(), self._today)
        return replace(self.selection(), first_day=first, last_day=last)

    def keys(self) -> tuple[str, ...]:
        """What is chosen, for `set_keys`."""
        return tuple(one.value() for one in self.buttons)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose by program; emits nothing."""
        for one, key in zip(self.buttons, keys, strict=True):
            one.set_value(key)


def _periods(tr: Translator, places: Places) -> tuple[tuple[str, str], ...]:
    """The quarters and years around today, then each year with interviews and its quarters, the latest first."""
    _ = tr.gettext
    found = [
        (THIS_QUARTER, _("this quarter")),
        (LAST_QUARTER, _("last quarter")),
        (THIS_YEAR, _("this year")),
        (LAST_YEAR, _("last year")),
    ]
    for year in sorted({year for year, _quarter in places.quarters}, reverse=True):
        found.append((f"{year}", Ltr(f"{year}")))
        found += [
            (f"{year}-{quarter}", fill(_("quarter {n} of {year}"), n=number(tr, quarter), year=Ltr(f"{year}")))
            for one, quarter in reversed(places.quarters)
            if one == year
        ]
    return tuple(found)


def _days(period: str, today: date) -> tuple[date | None, date | None]:
    """First and last day of a period: whole quarters and years, so that two reports seldom share a part of one."""
    this_quarter = (today.month + 2) // 3
    spans = {
        ALL: (EVERYBODY.first_day, EVERYBODY.last_day),
        THIS_QUARTER: _quarter(today.year, this_quarter),
        LAST_QUARTER: _quarter(today.year, this_quarter - 1) if this_quarter > 1 else _quarter(today.year - 1, 4),
        THIS_YEAR: _year(today.year),
        LAST_YEAR: _year(today.year - 1),
    }
    if period in spans:
        return spans[period]
    year, _, quarter = period.partition("-")
    return _quarter(int(year), int(quarter)) if quarter else _year(int(year))


def _quarter(year: int, quarter: int) -> tuple[date, date]:
    last = date(year, 12, 31) if quarter == 4 else date(year, 3 * quarter + 1, 1) - timedelta(days=1)
    return date(year, 3 * quarter - 2, 1), last


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
