"""Where and when somebody is asked, before the departure and after the arrival."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from s2w_desktop.services.populations.lives import Life
from s2w_desktop.services.populations.shares import Shares


@dataclass(frozen=True)
class Visit:
    """One talk. `arrived` is the day of arrival in the host country, `earlier` the profile of the talk before the departure."""

    stage: str
    day: date
    centre: str
    country: str  # ISO 3166-1 alpha-3
    number: str  # ISO 3166-1 alpha-2, for case numbers
    language: str  # ISO 639-3, spoken there
    officer: str  # interface language of whoever asks
    arrived: date
    earlier: str = ""

    @property
    def is_before(self) -> bool:
        """Whether the departure lies ahead."""
        return self.stage == "PRE"

    @property
    def months_here(self) -> int:
        """Months since the arrival in the host country."""
        return (self.day - self.arrived).days // 30


def first_day(shares: Shares, random: Random) -> date:
    """The day of somebody's first talk."""
    first = date.fromisoformat(shares.texts["period.from"][0])
    return first + timedelta(days=shares.between(random, "period.days"))


def before_departure(shares: Shares, random: Random, life: Life, day: date) -> Visit:
    """The talk in the country from which somebody is to be relocated."""
    arrived = day - timedelta(days=shares.between(random, "days_waiting", life.waits_in))
    return _visit(shares, random, "PRE", day, life.waits_in, arrived)


def after_arrival(shares: Shares, random: Random, life: Life, before: Visit, earlier: str) -> Visit:
    """The talk in the country of destination."""
    arrived = before.day + timedelta(days=shares.between(random, "days_to_departure"))
    day = arrived + timedelta(days=shares.between(random, "days_after_arrival", life.goes_to))
    return _visit(shares, random, shares.draw(random, "stage_after"), day, life.goes_to, arrived, earlier)


def _visit(shares: Shares, random: Random, stage: str, day: date, country: str, arrived: date, earlier: str = "") -> Visit:
    number, language, officer = (shares.texts[f"country.{country}.{key}"][0] for key in ("number", "language", "officer"))
    return Visit(stage, day, shares.draw(random, "centre", country), country, number, language, officer, arrived, earlier)
