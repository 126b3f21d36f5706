"""Invented people for a training store, each added once."""

from collections.abc import Iterator
from pathlib import Path

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import TrainingOnly, WrongRole
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.adoption import Adoption, adopt
from s2w_desktop.services.populations.people import population
from s2w_desktop.services.populations.reached import population_reach
from s2w_desktop.services.sample_people import SamplePeople
from s2w_desktop.services.workplace import Workplace


def add_sample_people(workplace: Workplace, resources: Path, count: int, seed: int) -> Iterator[bool]:
    """Add people one by one; for each, whether it was new. The same seed gives the same people.

    Raises WrongRole for a headquarters and TrainingOnly for a real store, before anybody is added.
    """
    _require_training(workplace)
    people = SamplePeople(resources, workplace.station, seed).people(count)
    return (_is_added(workplace, person.profile) for person in people)


def add_population(workplace: Workplace, resources: Path, name: str, count: int, seed: int) -> Iterator[bool]:
    """Add profiles of an invented population, as `add_sample_people` does. Raises KeyError for one that is not shipped.

    After the last one the figures of how far its centres reached are entered, where the officer at work may do that.
    """
    _require_training(workplace)
    return _adding(workplace, resources, name, population(resources, name, count, seed))


def _adding(workplace: Workplace, resources: Path, name: str, profiles: Iterator[Profile]) -> Iterator[bool]:
    made: list[Profile] = []
    for profile in profiles:
        made.append(profile)
        yield _is_added(workplace, profile)
    if workplace.permits.may(Act.ENTER_REACH):
        for figures in population_reach(resources, name, made):
            workplace.office.reach.enter(figures)


def _require_training(workplace: Workplace) -> None:
    if workplace.station.role is not Role.FIELD:
        raise WrongRole
    if not workplace.station.training:
        raise TrainingOnly


def _is_added(workplace: Workplace, profile: Profile) -> bool:
    station, interviews = workplace.station, workplace.interviews
    how, _ = adopt(interviews=interviews, questionnaire=QUESTIONNAIRE, station=station, profile=profile)
    return how is Adoption.ADDED
