"""Many invented people as the lines of a bundle, made from a few whole ones: an interview for each would take hours.

Names are rows of syllables that no list of the program knows, some frequent and most rare, as names are. One person in twenty has
a second revision.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, count
from pathlib import Path
from random import Random

from bench_places import SEED, SOURCES
from s2w_desktop import paths
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import revision_line
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.case_numbers import new_case_number
from s2w_desktop.domain.ids import OfficerId, ProfileId, RevisionId
from s2w_desktop.domain.profile import Profile, changes_between
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Origin, Revision, make_revision
from s2w_desktop.services.sample_people import SamplePeople
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.services.workplace import Workplace

MODELS = 300
ONE_IN = 20
GIVEN, FAMILY = 800, 4000
_BEGINNINGS, _VOWELS, _ENDS = "b d f g h j k l m n r s t w y z sh kh".split(), "a e i o u".split(), ["", "", "n", "r", "m", "d"]  # noqa: SIM905  # shorter to read


class ManyPeople:
    """Draws people; the same seed gives the same names and answers, under other ids."""

    def __init__(self, laptop: Workplace, seed: int = SEED) -> None:
        self._laptop = laptop
        self._random = Random(seed)  # noqa: S311  # invented people; nothing secret is drawn here
        models = SamplePeople(paths.resources(), laptop.station, seed).people(MODELS)
        self._models = [_without_own_name(changes_between(Profile(one.profile.id), one.profile)) for one in models]
        self._given, self._family = self._names(GIVEN, 2), self._names(FAMILY, 3)
        self._numbers = count(1)

    def lines(self, people: int) -> Iterator[bytes]:
        """The lines of so many people."""
        for number in range(people):
            profile = ProfileId(SOURCES.new_id())
            first = self._revision(profile, self._answers(), ())
            yield revision_line(first)
            if number % ONE_IN == 0:
                yield revision_line(self._revision(profile, {"licence.can_drive": "no"}, (first.id,)))

    def bundle(self, people: int, folder: Path) -> Path:
        """A bundle of so many people."""
        return write(self._laptop, self.lines(people), folder)

    def _answers(self) -> dict[str, Plain]:
        draw = self._random
        born = f"{draw.randint(1950, 2007)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        return {
            **draw.choice(self._models),
            "identity.given_names": self._drawn(self._given),
            "identity.family_names": self._drawn(self._family),
            "identity.date_of_birth": born if draw.randrange(3) else born[:4],
            "record.case_number": new_case_number(self._laptop.station.country, randbelow=draw.randrange),
        }

    def _revision(self, profile: ProfileId, changes: dict[str, Plain], parents: tuple[RevisionId, ...]) -> Revision:
        station, number = self._laptop.station, next(self._numbers)
        return make_revision(
            questionnaire=QUESTIONNAIRE,
            profile=profile,
            parents=parents,
            origin=Origin(station.device, station.epoch, number, OfficerId(self._laptop.officer), number),
            changes=changes,
            new_id=SOURCES.new_id,
            new_salt=SOURCES.new_salt,
        )

    def _names(self, count: int, syllables: int) -> tuple[list[str], list[float]]:
        """Names with their weights added up: the second is half as frequent as the first, the third a third."""
        names = [self._name(syllables) for _ in range(count)]
        return names, list(accumulate(1 / place for place in range(1, count + 1)))

    def _name(self, syllables: int) -> str:
        draw = self._random.choice
        return "".join(draw(_BEGINNINGS) + draw(_VOWELS) for _ in range(syllables)).title() + draw(_ENDS)

    def _drawn(self, names: tuple[Sequence[str], Sequence[float]]) -> str:
        return self._random.choices(names[0], cum_weights=names[1])[0]


def _without_own_name(answers: dict[str, Plain]) -> dict[str, Plain]:
    """Without the name in its own script, by which all who are made of one model would be alike."""
    return {path: answer for path, answer in answers.items() if path != "identity.name_original"}


def write(laptop: Workplace, lines: Iterator[bytes], folder: Path) -> Path:
    """A bundle of these lines from a laptop."""
    address = Address(Kind.PROFILES, laptop.exporting.headquarters().recipients)
    (bundle,) = Dispatch(laptop.store, QUESTIONNAIRE, SOURCES).write(folder, address, lines)
    return bundle.path
