"""Which calendar the next date of a person is most likely told in."""

from collections import Counter

from s2w_desktop.domain.calendars import CalendarKey, usual_calendar
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.said_dates import SaidDate

_NOTED = "record."  # dates that the program notes by itself tell nothing about the person


def remembered_calendar(profile: Profile, spoken: str) -> CalendarKey:
    """The calendar of most dates of the profile; with none, or as many in another, the usual one of the language spoken."""
    told = Counter(
        held.calendar for path, held in profile.held.items() if isinstance(held, SaidDate) and not path.startswith(_NOTED)
    )
    usual = usual_calendar(spoken)
    most = max(told.values(), default=0)
    return usual if told[usual] == most else next(key for key in CalendarKey if told[key] == most)
