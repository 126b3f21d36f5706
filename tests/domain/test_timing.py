"""The time of an interview: noted by sitting, read as sums, and doubted when there was too little of it (V26)."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.domain.sections.sitting import MOST_SITTINGS
from s2w_desktop.domain.timing import Sitting, minutes_total, seconds_by_section, with_sitting
from s2w_desktop.domain.validation import check

BEGIN, END = datetime(2026, 6, 1, 9, 0, tzinfo=UTC), datetime(2026, 6, 1, 9, 40, tzinfo=UTC)
BLANK = Profile(ProfileId(UUID(int=1)))


def sitting(number: int, **seconds: float) -> Sitting:
    made = Sitting(EntryId(UUID(int=number)), BEGIN)
    for section, spent in seconds.items():
        made = made.and_spent(section, spent)
    return made


def test_sittings_add_up() -> None:
    profile = with_sitting(BLANK, sitting(1, work=61.6, language=30.0).and_spent("work", 10), END)
    profile = with_sitting(profile, sitting(2, work=20.0), END)
    assert seconds_by_section(profile) == {"work": 92, "language": 30}
    assert minutes_total(profile) == pytest.approx(122 / 60)
    assert profile.text(f"sitting.{UUID(int=1)}.started_at") == "2026-06-01T09:00Z"
    assert profile.text(f"sitting.{UUID(int=1)}.ended_at") == "2026-06-01T09:40Z"


def test_nobody_measured_is_not_no_time() -> None:
    assert minutes_total(BLANK) is None
    assert with_sitting(BLANK, None, END) is BLANK


def test_there_is_a_most_number_of_sittings() -> None:
    profile = BLANK
    for number in range(1, MOST_SITTINGS + 3):
        profile = with_sitting(profile, sitting(number, work=60.0), END)
    assert len(profile.entries("sitting")) == MOST_SITTINGS


def test_every_section_that_is_asked_can_be_timed() -> None:
    assert {spec.key for spec in QUESTIONNAIRE.by_key["sitting"].fields} == {
        "started_at", "ended_at", *(section.key for section in QUESTIONNAIRE.sections if section.part)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "is_finished", "refuses", "is_remarked"),
    [(500, True, False, True), (600, True, False, False), (500, False, False, False), (500, True, True, False)],
)
def test_a_finished_profile_without_any_refusal_made_in_haste_is_remarked(
    seconds: int, is_finished: bool, refuses: bool, is_remarked: bool
) -> None:
    profile = with_sitting(BLANK.with_answer("consent.create_profile", "granted"), sitting(1, work=seconds), END)
    if is_finished:
        profile = profile.with_answer("record.finished_on", SaidDate.plainly("2026-06-01"))
    if refuses:
        profile = profile.with_answer("identity.sex", NoAnswer.REFUSED)
    rules = [issue.rule for issue in check(QUESTIONNAIRE, profile, date(2026, 6, 2))]
    assert ("V26" in rules) is is_remarked
