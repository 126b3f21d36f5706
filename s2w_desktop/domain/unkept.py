"""What remains of an interview of which nothing is kept: that there was one, and no more about the person than this."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from s2w_desktop.domain.derived.bands import AGE_GROUPS
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.ages import ages


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
    """The band of the age; empty where the answers allow two bands, or none, or say nothing."""
    known = ages(profile, today)
    bands = {AGE_GROUPS.of(Decimal(age)) for age in known} if known else set()
    (band,) = bands if len(bands) == 1 else ("",)
    return band if isinstance(band, str) and band in AGE_GROUPS.names else ""
