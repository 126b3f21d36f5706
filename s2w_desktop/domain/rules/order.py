"""What ends, ends after it begins."""

from collections.abc import Iterator
from datetime import date

from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, surely_before, wrong

SPANS = (
    ("country_lived", "start", "end"),
    ("education", "start", "end"),
    ("work", "start", "end"),
    ("licence_held", "issue_date", "expiry"),
)
"""Sections whose entries last from one date to another."""


def ends_follow_beginnings(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """A stay, a course, a job and a licence end after they begin, whatever their dates can mean."""
    for section, first, last in SPANS:
        for entry in profile.entry_texts(section):
            end = field_path(section, last, entry)
            if surely_before(profile.date(end), profile.date(field_path(section, first, entry))):
                yield wrong("order", end)


ORDER_RULES = (ends_follow_beginnings,)
