"""Where the window can stand: the areas of an unlocked store and what they show."""

from dataclasses import dataclass
from enum import StrEnum

from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.fitting import EVERYTHING, Filters


class Area(StrEnum):
    """Pages of the work area; the first of them have a line in the sidebar, by role; the directory only with a country pack."""

    PROFILES = "profiles"
    HAND_OVER = "hand_over"
    RECEIPTS = "receipts"
    INBOX = "inbox"
    CONFLICTS = "conflicts"
    DUPLICATES = "duplicates"
    DEVICES = "devices"
    FIGURES = "figures"
    DIRECTORY = "directory"
    SETTINGS = "settings"
    GIVING = "giving"
    NEW_INTERVIEW = "new_interview"
    PREVIEW = "preview"
    FITS = "fits"
    FIT_SHEET = "fit_sheet"


ASIDES = frozenset({Area.PREVIEW, Area.FITS, Area.FIT_SHEET})
"""Pages about one profile, which an open interview can show in its own place."""


@dataclass(frozen=True)
class Route:
    """One page: its area, the profile it is about (those of `ASIDES`), or the topic it opens at (settings).

    `filters` are those of what fits, `profiles` those to be given to another centre.
    """

    area: Area
    profile: ProfileId | None = None
    topic: str = ""
    filters: Filters = EVERYTHING
    profiles: tuple[ProfileId, ...] = ()
