"""Taking a whole profile from elsewhere into a laptop's store, at most once."""

from enum import Enum

from s2w_desktop.domain.errors import UnknownProfile
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.stations import Station
from s2w_desktop.services.interviews import Interviews, Pair
from s2w_desktop.services.profile_lines import CASE_NUMBER, profile_line

TRAINING = "record.training"


class Adoption(Enum):
    """What became of a profile."""

    ADDED = "added"
    UNCHANGED = "unchanged"  # it is here already, with the same answers
    NUMBER_TAKEN = "number_taken"  # its case number belongs to other answers; nothing is overwritten
    TRAINING_MIXED = "training_mixed"  # training data for a real store, or real data for a training store


def adopt(*, interviews: Interviews, questionnaire: Questionnaire, station: Station, profile: Profile) -> tuple[Adoption, str]:
    """Keep a profile as one revision, with what this laptop knows filled in; also gives its case number."""
    said = profile.text(TRAINING)
    if said and (said == "yes") != station.training:
        return Adoption.TRAINING_MIXED, ""
    number = profile.text(CASE_NUMBER)
    known = _known(interviews, number)
    if known is not None:
        is_same = _completed(questionnaire, profile, known) == profile_line(questionnaire, known)
        return (Adoption.UNCHANGED if is_same else Adoption.NUMBER_TAKEN), number
    person = profile.text("session.interview_language") or station.host_language
    complete = interviews.with_record(profile, Pair(officer="en", person=person))
    interviews.add(complete)
    return Adoption.ADDED, complete.text(CASE_NUMBER)


def _known(interviews: Interviews, case_number: str) -> Profile | None:
    if not case_number:
        return None
    try:
        return interviews.read(interviews.find(case_number))
    except UnknownProfile:
        return None


def _completed(questionnaire: Questionnaire, profile: Profile, known: Profile) -> object:
    """The line of a profile, with what the program noted about the known one where the new one says nothing."""
    for path in known.held:
        if path.startswith("record.") and profile.get(path) is None:
            profile = profile.with_answer(path, known.get(path))
    return profile_line(questionnaire, profile)
