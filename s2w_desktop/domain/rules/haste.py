"""An interview that was too quick to be true (V26)."""

from collections.abc import Iterator
from datetime import date

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.rules.issues import Issue, doubtful
from s2w_desktop.domain.timing import minutes_total

LEAST_MINUTES = 10


def takes_its_time(profile: Profile, today: date) -> Iterator[Issue]:  # noqa: ARG001  # the rules share one shape
    """A finished profile in which every question has an answer, made in less time than reading the questions takes (V26)."""
    minutes = minutes_total(profile)
    if minutes is None or minutes >= LEAST_MINUTES or profile.date("record.finished_on") is None:
        return
    if not any(isinstance(held, NoAnswer) for held in profile.held.values()):
        yield doubtful("V26", "session.interview_mode", minutes=LEAST_MINUTES)


HASTE_RULES = (takes_its_time,)
