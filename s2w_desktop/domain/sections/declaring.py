"""Short forms in which the sections declare their fields; every keyword is one of `FieldSpec`."""

from collections.abc import Callable
from typing import TypedDict, Unpack

from s2w_desktop.domain.concepts import ConceptKind
from s2w_desktop.domain.fields import Analysis, FieldKind, FieldSpec, Look, Need, Sensitivity, Tier

STANDARD, EXTENDED = Tier.STANDARD, Tier.EXTENDED
REQUIRED, OPTIONAL = Need.REQUIRED, Need.OPTIONAL
TECHNICAL, IDENTIFYING, PROTECTION = Sensitivity.TECHNICAL, Sensitivity.IDENTIFYING, Sensitivity.PROTECTION
AS_IT_IS, DERIVED, GENERALISED = Analysis.AS_IT_IS, Analysis.DERIVED, Analysis.GENERALISED


class Facts(TypedDict, total=False):
    """What may be said of a field beyond its key, kind and list; see `FieldSpec`."""

    need: Need
    tier: Tier
    sensitivity: Sensitivity
    analysis: Analysis
    step: str
    max_length: int
    most: int
    alone: str
    future: bool
    asked_when: Callable[[Look], bool]
    shielded_by: str
    purpose: str
    fills: str


_OF_SKILLS: Facts = {"need": OPTIONAL, "tier": STANDARD, "sensitivity": TECHNICAL, "analysis": AS_IT_IS}


def choice(key: str, codes: str, **facts: Unpack[Facts]) -> FieldSpec:
    """One code of a list."""
    return FieldSpec(key, FieldKind.CHOICE, codes, **facts)


def several(key: str, codes: str, **facts: Unpack[Facts]) -> FieldSpec:
    """Codes of a list, without order."""
    return FieldSpec(key, FieldKind.MANY, codes, **facts)


def yes_no(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """Yes or no."""
    return choice(key, "yes_no", **facts)


def text(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """One line as typed."""
    return FieldSpec(key, FieldKind.TEXT, **facts)


def words(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """Words as said, and translated."""
    return FieldSpec(key, FieldKind.WORDS, **facts)


def number(key: str, low: int, high: int, **facts: Unpack[Facts]) -> FieldSpec:
    """A figure within bounds."""
    return FieldSpec(key, FieldKind.NUMBER, low=low, high=high, **facts)


def when(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """A date, perhaps partial."""
    return FieldSpec(key, FieldKind.DATE, **facts)


def copy_of(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """A copy of a document; it says who a person is, so it is never less than identifying. Its purpose is P8 unless said."""
    said: Facts = {"sensitivity": IDENTIFYING, "purpose": "attach_copies", **facts}
    return FieldSpec(key, FieldKind.FILE, **said)


def occupation(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """One occupation of ESCO; `fills` names the question of its group, which it answers too while that is blank."""
    said: Facts = {"need": OPTIONAL, "tier": STANDARD, "analysis": GENERALISED, **facts}
    return FieldSpec(key, FieldKind.CONCEPT, concept=ConceptKind.OCCUPATION, **said)


def skill(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """One skill of ESCO."""
    said: Facts = {**_OF_SKILLS, **facts}
    return FieldSpec(key, FieldKind.CONCEPT, concept=ConceptKind.SKILL, **said)


def skills(key: str, **facts: Unpack[Facts]) -> FieldSpec:
    """Skills of ESCO, without order."""
    said: Facts = {**_OF_SKILLS, **facts}
    return FieldSpec(key, FieldKind.CONCEPTS, concept=ConceptKind.SKILL, **said)


def level(key: str, ladder: str, **facts: Unpack[Facts]) -> FieldSpec:
    """A step of a ladder, which is a list of codes from the lowest to the highest."""
    return FieldSpec(key, FieldKind.LEVEL, ladder, **facts)
