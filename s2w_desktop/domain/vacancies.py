"""A job that somebody offers, as far as it is compared with a profile. Public data: nothing in it is about the person."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WorkingTime(StrEnum):
    """How much work there is; empty text where a vacancy does not say."""

    FULL = "full"
    PART = "part"


@dataclass(frozen=True)
class NeededLanguage:
    """A language (ISO 639-3) and the least level of list CEFR; an empty level: some."""

    language: str
    level: str = ""


@dataclass(frozen=True)
class Vacancy:
    """One vacancy of an imported file. Texts are single lines as their author wrote them; absent ones are empty.

    `isco08` is a unit group, `occupation` and `skills` are URIs of ESCO; one of the first two is there. `country` is ISO 3166-1
    alpha-3.
    """

    reference: str
    title: str
    isco08: str = ""
    occupation: str = ""
    employer: str = ""
    place: str = ""
    country: str = ""
    skills: tuple[str, ...] = ()
    languages: tuple[NeededLanguage, ...] = ()
    working_time: WorkingTime | None = None
    closes: date | None = None
    link: str = ""
