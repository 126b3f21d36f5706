"""What fits a person: occupations within reach, each explained by what matches and what is missing. Never a score.

An occupation is within reach when the person has at least a third of the skills that it cannot do without, and three skills of
it at all (or all of the person's, where those are fewer). Only curated skills are called missing. Occupations stand in an order
that a sentence tells: those that use most of the person's skills first, and of equals those with the least missing. No figure
leaves here, nothing is kept, and persons are never compared (decision "Never rank or score people").
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from s2w_desktop.domain.language_need import LanguageFit, language_fit, usual_level
from s2w_desktop.domain.regulated_work import is_often_regulated
from s2w_desktop.services.occupation_data import OccupationData

LEAST_MATCHING: Final = 3
MOST_SHOWN: Final = 60
NEVER_PROPOSED: Final = (
    "0",  # armed forces
    "1111", "1112", "3351", "3355", "5412", "5413",  # the state's power: ask for citizenship, and expose
    "2636", "3413",  # offices of a faith
    "4212", "5161", "5169",  # betting and casinos, fortune telling, company for pay
)  # fmt: skip
"""Beginnings of ISCO-08 codes whose occupations nobody is proposed; who did such work may say so in the interview."""


@dataclass(frozen=True)
class Person:
    """What counts of a profile. `skills` are URIs of ESCO, `worked_in` unit groups, `level` that of the country's language.

    `languages` are the levels of all languages by ISO 639-3: of list CEFR, "NAT", or empty where the level is not known.
    """

    skills: frozenset[str]
    worked_in: frozenset[str] = frozenset()
    level: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Explained:
    """Skills by their URIs, essential ones first: what the person has of them, and what is missing of the essential ones."""

    matching: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """An occupation within reach and why. `needed` is the level that it usually asks for, of list CEFR, or empty."""

    occupation: str
    group: str
    skills: Explained
    needed: str
    language: LanguageFit
    is_own: bool
    is_regulated: bool


@dataclass(frozen=True)
class Filters:
    """What is left out: `groups` are beginnings of ISCO-08 codes, of which one must hold; none lets all pass."""

    groups: tuple[str, ...] = ()
    only_with_enough_language: bool = False
    without_regulated: bool = False

    def lets_pass(self, group: str, language: LanguageFit, *, is_regulated: bool) -> bool:
        """Whether something with these facts is shown."""
        return (
            (not self.groups or group.startswith(self.groups))
            and not (self.only_with_enough_language and language is LanguageFit.MORE_NEEDED)
            and not (self.without_regulated and is_regulated)
        )


EVERYTHING: Final = Filters()


def what_fits(person: Person, data: OccupationData, filters: Filters = EVERYTHING) -> Sequence[Fit]:
    """The occupations within reach that the filters let pass, at most sixty, in the order that the module tells."""
    found = (_fit(person, data, occupation) for occupation in data.occupations())
    fits = [one for one in found if one is not None]
    passed = [one for one in fits if filters.lets_pass(one.group, one.language, is_regulated=one.is_regulated)]
    return sorted(passed, key=lambda one: (*in_order(one.skills), one.occupation))[:MOST_SHOWN]


def in_order(skills: Explained) -> tuple[int, int]:
    """Sorts what uses most of the person's skills first, and of equals what misses least. For ordering alone, never shown."""
    return -len(skills.matching), len(skills.missing)


def explained(person: Person, data: OccupationData, asked: Iterable[tuple[str, bool]]) -> Explained:
    """Skills that are asked for, each with whether it is essential, beside those of a person."""
    ordered = sorted(asked, key=lambda one: not one[1])
    return Explained(
        matching=tuple(skill for skill, _ in ordered if skill in person.skills),
        missing=tuple(s for s, is_essential in ordered if is_essential and s not in person.skills and data.is_curated(s)),
    )


def _fit(person: Person, data: OccupationData, occupation: str) -> Fit | None:
    group = data.group(occupation)
    links = data.skills_of(occupation)
    if group.startswith(NEVER_PROPOSED) or not person.skills.intersection(link.skill for link in links):
        return None
    skills = explained(person, data, ((link.skill, link.is_essential) for link in links))
    essential = sum(link.is_essential and link.skill in person.skills for link in links)
    is_within_reach = essential > 0 and 3 * essential >= essential + len(skills.missing)
    if not is_within_reach or len(skills.matching) < min(LEAST_MATCHING, len(person.skills)):
        return None
    needed = usual_level(group)
    return Fit(
        occupation=occupation,
        group=group,
        skills=skills,
        needed=needed,
        language=language_fit(person.level, needed),
        is_own=group in person.worked_in,
        is_regulated=data.is_regulated(occupation) or is_often_regulated(group),
    )
