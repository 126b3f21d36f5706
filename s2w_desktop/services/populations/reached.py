"""How far the centres of an invented population reached: figures that fit to the profiles which were made there."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil
from pathlib import Path

from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.reach import Reach
from s2w_desktop.services.populations.shares import read_shares

_MONTHS = 3


def population_reach(resources: Path, name: str, profiles: Iterable[Profile]) -> tuple[Reach, ...]:
    """Figures for each centre and quarter in which a profile was begun: whoever has one agreed.

    How many were approached and could have been is worked out by the shares of the centre. Raises KeyError for a population
    that is not shipped.
    """
    shares = read_shares(resources, name)
    agreed = Counter(_place(profile) for profile in profiles)
    found = []
    for (country, centre, first), people in sorted(agreed.items()):
        parts = shares.tables[f"reach.{centre}"].weights
        approached = ceil(people / parts["agreed"])
        eligible = ceil(approached / parts["approached"])
        found.append(Reach(centre, country, first, _last_day(first), eligible, approached, people))
    return tuple(found)


def _place(profile: Profile) -> tuple[str, str, date]:
    opened = profile.date("record.opened_on")
    if opened is None or opened.earliest is None:
        raise ValueError("a talk of a population has its day")
    day = opened.earliest
    first = date(day.year, day.month - (day.month - 1) % _MONTHS, 1)
    return profile.text("record.host_country"), profile.text("record.centre"), first


def _last_day(first: date) -> date:
    """The last day of a quarter."""
    beyond = first.month + _MONTHS
    following = date(first.year + 1, 1, 1) if beyond > 12 else date(first.year, beyond, 1)
    return following - timedelta(days=1)
