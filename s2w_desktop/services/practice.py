"""Invented people for a training store, each added once."""

from collections.abc import Iterator
from pathlib import Path

from s2w_desktop.domain.errors import TrainingOnly, WrongRole
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.adoption import Adoption, adopt
from s2w_desktop.services.sample_people import SamplePeople
from s2w_desktop.services.workplace import Workplace


def add_sample_people(workplace: Workplace, resources: Path, count: int, seed: int) -> Iterator[bool]:
    """Add people one by one; for each, whether it was new. The same seed gives the same people.

    Raises WrongRole for a headquarters and TrainingOnly for a real store, before anybody is added.
    """
    station = workplace.station
    if station.role is not Role.FIELD:
        raise WrongRole
    if not station.training:
        raise TrainingOnly
    return (
        adopt(interviews=workplace.interviews, questionnaire=QUESTIONNAIRE, station=station, profile=person.profile)[0]
        is Adoption.ADDED
        for person in SamplePeople(resources, station, seed).people(count)
    )
