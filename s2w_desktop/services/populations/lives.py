"""Who somebody is: what stays the same from one talk to the next."""

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Final

from s2w_desktop.domain.codes.study import height
from s2w_desktop.services.populations.shares import Shares

SCHOOL_AGE: Final = 6
WORK_AGE: Final = 15
HOMES: Final = {"XXA": "SYR"}
"""Where those come from whose nationality is none."""
_BANDS: Final = {0: "low", 1: "low", 2: "low", 3: "medium", 4: "medium"}


@dataclass(frozen=True)
class Name:
    """A name in Latin letters, and as it is written at home; family names are words for "sample" in some language."""

    given: str
    family: str
    original: str


@dataclass(frozen=True)
class Job:
    """Work that was done from one year to another; `phase` is a code of list `work_phase`."""

    isco: str
    first: int
    last: int
    phase: str
    country: str


@dataclass(frozen=True)
class Life:
    """A person. Ages are those of the first talk; `skill` from 0 to 1 says how much somebody uses computers."""

    origin: str
    sex: str
    mother_tongue: str
    name: Name
    born: date
    age: int
    waits_in: str
    goes_to: str
    left: int
    family: str
    school: str
    level: str
    years_schooling: int
    literacy: int
    ever_worked: str
    jobs: tuple[Job, ...]
    english: int
    skill: float
    drives: bool
    others: tuple[tuple[str, int], ...] = field(default=())

    @property
    def home(self) -> str:
        """The country that somebody comes from; stateless people have lived in one too."""
        return HOMES.get(self.origin, self.origin)

    @property
    def band(self) -> str:
        """Schooling as "low", "medium" or "high"."""
        return _BANDS.get(height(self.level), "high")

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the tables, the closest first."""
        return (f"{self.origin}-{self.sex}", self.origin, f"{self.band}-{self.sex}", self.sex, self.band)

    @property
    def main_job(self) -> Job | None:
        """The work that was done longest."""
        return max(self.jobs, key=lambda job: job.last - job.first, default=None)

    @property
    def years_worked(self) -> int:
        """Years of all work, each begun year counted once."""
        return sum(max(1, job.last - job.first) for job in self.jobs)


def draw_life(shares: Shares, random: Random, talk: date) -> Life:
    """Somebody who is asked on a day for the first time."""
    waits_in = shares.draw(random, "waits_in")
    origin = shares.draw(random, "origin", waits_in)
    sex = shares.draw(random, "sex", origin)
    tongue = shares.draw(random, "mother_tongue", origin)
    age = shares.between(random, f"ages.{shares.draw(random, 'age', sex)}")
    school = shares.draw(random, "school", f"{origin}-{sex}", origin, sex)
    level, years = _schooling(shares, random, origin, sex, age, school)
    left = talk.year - shares.between(random, "years_away", origin)
    band = _BANDS.get(height(level), "high")
    ever = shares.draw(random, "ever_worked", "young" if age < 20 else f"{band}-{sex}", sex)
    groups = (f"{band}-{sex}-{origin}", f"{band}-{sex}")
    literacy = int(shares.draw(random, "literacy", level))
    return Life(
        origin=origin,
        sex=sex,
        mother_tongue=tongue,
        name=_name(shares, random, origin, tongue, sex),
        born=date(talk.year - age, 1 + int(random.random() * talk.month), 1 + int(random.random() * 28)),
        age=age,
        waits_in=waits_in,
        goes_to=shares.draw(random, "goes_to", waits_in),
        left=left,
        family=shares.draw(random, "family", "young" if age < 20 else sex),
        school=school,
        level=level,
        years_schooling=years,
        literacy=literacy,
        ever_worked=ever,
        jobs=() if ever == "never" else _jobs(shares, random, origin, groups, (talk.year - age, talk.year - age + years, left)),
        english=int(shares.draw(random, "english", band)) if literacy > 1 else 0,
        skill=min(1.0, max(0.0, random.gauss({"low": 0.3, "medium": 0.55, "high": 0.75}[band], 0.18) - max(0, age - 35) / 100)),
        drives=shares.chance(random, "drives", f"{origin}-{sex}", sex) if age >= 18 else False,
        others=_other_languages(shares, random, origin, tongue),
    )


def _schooling(shares: Shares, random: Random, origin: str, sex: str, age: int, school: str) -> tuple[str, int]:
    """A level and years that fit into the life; who is too young for the one drawn stands at a lower level."""
    if school != "yes":
        return ("0", 0) if school == "no" else ("0R", shares.between(random, "years_schooling", "0R"))
    while True:
        level = shares.draw(random, "level", f"{origin}-{sex}", origin)
        years = shares.between(random, "years_schooling", level)
        if years <= age - SCHOOL_AGE:
            return level, years


def _jobs(shares: Shares, random: Random, origin: str, groups: tuple[str, ...], years: tuple[int, int, int]) -> tuple[Job, ...]:
    """Work before leaving and on the way, the last first; all within the years between school and now."""
    born, out_of_school, left = years
    home = HOMES.get(origin, origin)
    first = max(born + WORK_AGE, min(out_of_school + SCHOOL_AGE, left - 1))
    found: list[Job] = []
    if left - first < 1:
        return (Job(shares.draw(random, "occupation", *groups), left, left, "before", home),)
    end = left
    for _ in range(int(shares.draw(random, "count.jobs"))):
        begin = max(first, end - 1 - int(random.random() * 9))
        isco = shares.draw(random, "occupation", *groups)
        if found and found[-1].isco == isco:
            found[-1] = replace(found[-1], first=begin)  # the same work went on
        else:
            found.append(Job(isco, begin, end, "before", home))
        end = begin
        if end <= first:
            break
    if shares.chance(random, "works_on_the_way", origin):
        country = shares.draw(random, "way", origin)
        found.insert(0, Job(shares.draw(random, "occupation.way"), left, left + 1, "transit", country))
    return tuple(found)


def _name(shares: Shares, random: Random, origin: str, tongue: str, sex: str) -> Name:
    """Given names are common ones, often with the father's; family names are words that nobody is called by."""
    names = f"names.{shares.texts[f'names_as.{tongue}'][0]}"
    own = _one(shares, random, f"{names}.{sex if sex in ('F', 'M') else random.choice('FM')}")
    father = _one(shares, random, f"{names}.M") if shares.chance(random, "father_named", origin) else ("", "")
    family = ("", "") if shares.chance(random, "one_name", origin) else _one(shares, random, f"{names}.family")
    both = list(zip(own, father, family, strict=True))
    original = " ".join(filter(None, both[1])) if own[1] else ""
    return Name(" ".join(filter(None, both[0][:2])), family[0], original)


def _one(shares: Shares, random: Random, name: str) -> tuple[str, str]:
    latin, _, original = random.choice(shares.texts[name]).partition("|")
    return latin, original


def _other_languages(shares: Shares, random: Random, origin: str, tongue: str) -> tuple[tuple[str, int], ...]:
    """Further languages and about how well they are spoken, as steps of the ladder CEFR."""
    codes = shares.several(random, "other_languages", origin)
    return tuple((code, shares.between(random, "other_level")) for code in codes if code != tongue)
