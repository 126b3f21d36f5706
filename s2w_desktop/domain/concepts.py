"""Concepts of ESCO as answers hold them: a frozen copy of what was picked.

A copy holds the label as it was chosen, so a profile reads the same where no reference pack is installed and after ESCO
retired the concept. The plain form begins with `concept` and is told by its keys.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from s2w_desktop.domain.canonical import Plain, is_clean
from s2w_desktop.domain.codes.occupations import UNIT_GROUPS

MOST_LABEL: Final = 200
MOST_CONCEPTS: Final = 100
"""How many one answer may hold at all; a field says how many it should."""

_is_uri = re.compile(
    r"http://data\.europa\.eu/esco/(occupation|skill)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII
).fullmatch
_is_language = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,4})?", re.ASCII).fullmatch
_is_version = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){0,3}", re.ASCII).fullmatch
_UNIT_GROUPS: Final = frozenset(UNIT_GROUPS)
_KEYS: Final = frozenset({"concept", "group", "label", "lang", "version"})


class ConceptKind(StrEnum):
    """Which part of ESCO a concept is of; as it stands in the address."""

    OCCUPATION = "occupation"
    SKILL = "skill"


@dataclass(frozen=True)
class Concept:
    """One concept. `group` is the unit group of ISCO-08 of an occupation, empty for a skill.

    `label` stands as it was chosen, in the interface language `language`, out of ESCO `version` ("1.2.1").
    """

    uri: str
    group: str
    label: str
    language: str
    version: str

    @property
    def kind(self) -> ConceptKind:
        """The part of ESCO, told by the address. Raises ValueError for an address of neither."""
        return ConceptKind(self.uri.split("/")[-2])

    def plain(self) -> Plain:
        """The form in which store and bundle keep it."""
        return {"concept": self.uri, "group": self.group, "label": self.label, "lang": self.language, "version": self.version}


@dataclass(frozen=True)
class Concepts:
    """Several concepts, without an order of their own: by address, each once. See `concepts_of`."""

    chosen: tuple[Concept, ...]

    def plain(self) -> Plain:
        """The form in which store and bundle keep them."""
        return list[Plain]([one.plain() for one in self.chosen])


def concepts_of(chosen: Iterable[Concept]) -> Concepts | None:
    """An answer of these concepts; of one that was chosen twice the first stays. None for none."""
    by_uri: dict[str, Concept] = {}
    for one in chosen:
        by_uri.setdefault(one.uri, one)
    return Concepts(tuple(by_uri[uri] for uri in sorted(by_uri))) if by_uri else None


def read_concept(kind: ConceptKind, untrusted: Plain) -> Concept:
    """The concept of a plain value. Raises ValueError or TypeError for one that is none of this kind."""
    if not isinstance(untrusted, dict) or untrusted.keys() != _KEYS:
        raise ValueError("not a concept")
    uri, group, label, language, version = (_text(untrusted[key]) for key in ("concept", "group", "label", "lang", "version"))
    found = Concept(uri, group, label, language, version)
    is_whole = _is_uri(uri) and found.kind is kind and _is_group(kind, group) and _is_label(label)
    if not (is_whole and _is_language(language) and _is_version(version)):
        raise ValueError("not a concept")
    return found


def read_concepts(kind: ConceptKind, untrusted: Plain) -> Concepts:
    """The concepts of a plain value. Raises ValueError or TypeError for others, none, too many, doubles or another order."""
    if not isinstance(untrusted, list) or not 0 < len(untrusted) <= MOST_CONCEPTS:
        raise ValueError("not concepts")
    found = Concepts(tuple(read_concept(kind, one) for one in untrusted))
    if concepts_of(found.chosen) != found:
        raise ValueError("not in order")
    return found


def group_of(held: object) -> str:
    """The unit group of ISCO-08 of an answer that is an occupation; empty for any other answer and for none."""
    return held.group if isinstance(held, Concept) else ""


def meaning(plain: Plain) -> Plain:
    """What a plain value says, for comparing: concepts say the same under every label, in every version and language."""
    if isinstance(plain, list):
        return [meaning(one) for one in plain] if plain and isinstance(plain[0], dict) else plain
    if isinstance(plain, dict) and plain.keys() == _KEYS:
        return {"concept": plain["concept"]}
    return plain


def _text(untrusted: Plain) -> str:
    if not isinstance(untrusted, str):
        raise TypeError("not a text")
    return untrusted


def _is_group(kind: ConceptKind, group: str) -> bool:
    return group in _UNIT_GROUPS if kind is ConceptKind.OCCUPATION else not group


def _is_label(label: str) -> bool:
    return 0 < len(label) <= MOST_LABEL and label == label.strip() and is_clean(label)
