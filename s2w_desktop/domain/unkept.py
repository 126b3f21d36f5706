"""What remains of an interview of which nothing is kept: that there was one, and no more about the person than this."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from s2w_desktop.domain.answers import Quantity
from s2w_desktop.domain.dates import PartialDate, age_on
from s2w_desktop.domain.profile import Profile

AGE_BANDS = {15: "15-17", 18: "18-24", 25: "25-34", 35: "35-44", 45: "45-54", 55: "55-64", 65: "65+"}
"""Bands by the age with which they begin (profile-model 6.24, AGE)."""


@dataclass(frozen=True)
class Unkept:
    """One interview for the anonymous counter; sex and age band are empty when nobody said."""

    centre: str
    day: date
    sex: str
    age_band: str


def unkept(profile: Profile, centre: str, today: date) -> Unkept:
    """What is counted of a profile before it is forgotten."""
    return Unkept(centre, today, profile.text("identity.sex"), _age_band(profile, today))


def _age_band(profile: Profile, today: date) -> str:
    """The band of the age; empty where the date of birth allows two bands, or is not known."""
    stated, born = profile.get("identity.age_stated"), profile.text("identity.date_of_birth")
    if born:
        bands = {_band_of(age) for age in age_on(today, PartialDate.parse(born))}
        return bands.pop() if len(bands) == 1 else ""
    return _band_of(int(stated.amount)) if isinstance(stated, Quantity) else ""


def _band_of(age: int) -> str:
    begins = list(AGE_BANDS)
    place = bisect_right(begins, age)
    return AGE_BANDS[begins[place - 1]] if place else ""
