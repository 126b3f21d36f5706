"""Why a profile was changed after it had been handed over (UX-12): one entry each time, in the revision that it explains.

Entries of their own, so that two laptops never contradict each other about it (as with sittings, decisions/0221).
"""

from dataclasses import dataclass
from datetime import date

from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.fields import Questionnaire, field_path, is_remark
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile, answered
from s2w_desktop.domain.said_dates import SaidDate

AMENDMENT = "amendment"
_NO_CONTENT = ("record.", "sitting.", f"{AMENDMENT}.")


@dataclass(frozen=True)
class Amendment:
    """One reason: a code of the list `amendment_reason`, free words, and the day, None where it does not say."""

    reason: str
    words: str
    noted_on: PartialDate | None


def amendments(profile: Profile) -> tuple[Amendment, ...]:
    """Every reason that the profile tells, in the order in which they were noted."""
    places = profile.entry_texts(AMENDMENT)
    found = (
        Amendment(
            profile.text(field_path(AMENDMENT, "reason", place)),
            profile.text(field_path(AMENDMENT, "words", place)),
            profile.date(field_path(AMENDMENT, "noted_on", place)),
        )
        for place in places
    )
    return tuple(found)


def with_amendment(questionnaire: Questionnaire, profile: Profile, entry: EntryId, told: tuple[str, str], today: date) -> Profile:
    """The profile with one reason more: its code and free words. Raises InvalidAnswer for an unknown code."""
    day, reason, words = (field_path(AMENDMENT, key, entry) for key in ("noted_on", "reason", "words"))
    noted = answered(questionnaire, profile.with_entry(AMENDMENT, entry), day, SaidDate.on(today))
    noted = answered(questionnaire, noted, reason, told[0])
    return answered(questionnaire, noted, words, told[1].strip() or None)


def is_content(path: str) -> bool:
    """Whether a change there changes what the profile says of the person; notes of the program and of staff do not."""
    return not (path.startswith(_NO_CONTENT) or is_remark(path))
