"""Confirming the likely skills of a job: "yes" and "with help" become skills of the profile, "no" leaves nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.asking import asking_of
from s2w_desktop.domain.concepts import MOST_LABEL, Concept
from s2w_desktop.domain.fields import field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.sections.skills import SKILL
from s2w_desktop.reference.esco_data import EscoData
from s2w_desktop.services.likely_skills import LikelySkills

_UNIT_GROUP_DIGITS: Final = 4


class Said(StrEnum):
    """What the person says about a skill."""

    YES = "yes"
    WITH_HELP = "with_help"
    NO = "no"


LEVELS: Final[Mapping[Said, str]] = MappingProxyType({Said.YES: "alone", Said.WITH_HELP: "with_help"})
"""The level that a skill of the profile gets, of list `skill_level`."""


@dataclass(frozen=True)
class AskedSkill:
    """A likely skill. `entry` is the profile's skill that says it already, and `said` what it says."""

    skill: str
    entry: EntryId | None = None
    said: Said | None = None


def skills_to_ask(likely: LikelySkills, profile: Profile, job: EntryId) -> Sequence[str]:
    """The likely skills of a job. None while the job has no unit group. Raises PackPartDamaged."""
    occupation = profile.get(field_path("work", "occupation_esco", job))
    known = occupation if isinstance(occupation, Concept) else None
    group = known.group if known else profile.text(field_path("work", "isco08", job))
    return [one.skill for one in likely.of(group, known.uri if known else "")]


def asked_skill(profile: Profile, skill: str) -> AskedSkill:
    """A skill with what the profile says of it; where it says so twice, the first counts."""
    for entry in profile.entries(SKILL.key):
        held = profile.get(field_path(SKILL.key, "esco_skill", entry))
        if isinstance(held, Concept) and held.uri == skill:
            level = profile.text(field_path(SKILL.key, "level", entry))
            return AskedSkill(skill, entry, Said.WITH_HELP if level == LEVELS[Said.WITH_HELP] else Said.YES)
    return AskedSkill(skill)


def can_ask(profile: Profile, job: EntryId) -> bool:
    """Whether a job tells which work it was, and the interview puts skills at all."""
    if not asking_of(profile).puts(SKILL):
        return False
    occupation = profile.get(field_path("work", "occupation_esco", job))
    return isinstance(occupation, Concept) or len(profile.text(field_path("work", "isco08", job))) == _UNIT_GROUP_DIGITS


def skill_answers(data: EscoData, skill: str, said: Said, languages: Sequence[str]) -> Mapping[str, Answer]:
    """The answers of a new entry of section `skill` for a skill that was confirmed. Raises KeyError for NO."""
    label, language = data.label(skill, languages)
    concept = Concept(skill, "", label[:MOST_LABEL].strip(), language, data.version)
    return {"esco_skill": concept, "level": LEVELS[said]}


def has_room(profile: Profile) -> bool:
    """Whether the profile can take one more skill."""
    return len(profile.entry_texts(SKILL.key)) < SKILL.most_entries
