"""ESCO as an installed pack holds it: concepts, their labels, and the skills of occupations. Read only."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.reference.arrays import arrays_from_bytes
from s2w_desktop.reference.esco_concepts import OccupationConcept, SkillConcept, read_concepts
from s2w_desktop.reference.esco_parts import (
    CONCEPTS,
    RELATION_TYPES,
    RELATIONS,
    EscoKind,
    is_label_part,
    label_languages,
    script_of_part,
)
from s2w_desktop.reference.label_part import read_label_part
from s2w_desktop.reference.labels import LabelTable
from s2w_desktop.reference.romanised import can_be_typed

ENGLISH: Final = "en"
ReadPart = Callable[[str], bytes]
"""The bytes of a part, checked against the pack. Raises KeyError for a part that the pack does not have."""


@dataclass(frozen=True)
class SkillLink:
    """A skill that an occupation asks for."""

    skill: str
    is_essential: bool


class EscoData:
    """Concepts are named by their URIs; a method raises KeyError for a URI that the pack does not have.

    Reading a part raises PackPartDamaged. Parts are read when they are first asked for, and kept.
    """

    def __init__(self, read: ReadPart, parts: Sequence[str]) -> None:
        """`parts` are the names of the parts that the pack has."""
        self._read = read
        self._parts = frozenset(parts)
        if not {CONCEPTS, RELATIONS} <= self._parts:
            raise PackPartDamaged
        concepts = read_concepts(read(CONCEPTS))
        self.version = concepts.version
        self._occupations, self._skills, self._groups = concepts.occupations, concepts.skills, concepts.skill_groups
        self._place: Mapping[EscoKind, Mapping[str, int]] = {
            EscoKind.OCCUPATION: {one.uri: place for place, one in enumerate(self._occupations)},
            EscoKind.SKILL: {one.uri: place for place, one in enumerate(self._skills)},
            EscoKind.SKILL_GROUP: {uri: place for place, uri in enumerate(self._groups)},
        }
        self._tables: dict[tuple[EscoKind, str], tuple[LabelTable, ...]] = {}
        self._names: dict[tuple[EscoKind, str], dict[int, tuple[LabelTable, int]]] = {}

    # --- occupations ---

    def occupations(self) -> Sequence[str]:
        """The URIs of the occupations that are offered."""
        return [one.uri for one in self._occupations if one.is_offered]

    def group(self, occupation: str) -> str:
        """The unit group of ISCO-08 that an occupation belongs to."""
        return self._occupation(occupation).isco08

    def is_regulated(self, occupation: str) -> bool:
        """Whether ESCO notes that some country regulates who may work in it."""
        return self._occupation(occupation).is_regulated

    def usual(self, occupation: str) -> int:
        """How much it is what people mean by the everyday words of its group: 0, 1, or 2 for most."""
        return self._occupation(occupation).usual

    def skills_of(self, occupation: str) -> tuple[SkillLink, ...]:
        """The skills that an occupation asks for, essential ones first; nothing from the deny list."""
        place = self._place[EscoKind.OCCUPATION][occupation]
        starts, skills, essential = self._relations
        first, last = int(starts[place]), int(starts[place + 1])
        pairs = zip(skills[first:last].tolist(), essential[first:last].tolist(), strict=True)
        return tuple(SkillLink(self._skills[skill].uri, is_essential) for skill, is_essential in pairs)

    # --- skills ---

    def skills(self) -> Sequence[str]:
        """The URIs of the skills that are offered."""
        return [one.uri for one in self._skills if one.is_offered]

    def is_curated(self, skill: str) -> bool:
        """Whether it is one of those that are put to people."""
        return self._skill(skill).is_curated

    def reuse(self, skill: str) -> str:
        """How widely it is used: a word of `esco_merge.REUSE`."""
        return self._skill(skill).reuse

    def is_knowledge(self, skill: str) -> bool:
        """Whether it is something known rather than something done."""
        return self._skill(skill).is_knowledge

    def skill_groups_of(self, skill: str) -> tuple[str, ...]:
        """The URIs of the groups of the hierarchy that it belongs to."""
        return tuple(self._groups[group] for group in self._skill(skill).groups)

    def broad_groups_of(self, skill: str) -> tuple[str, ...]:
        """The same on the second level of the hierarchy, where the pack has it: "S1.2" for "S1.2.3", field "061" for "0613"."""
        return tuple(dict.fromkeys(map(self._broad, self.skill_groups_of(skill))))

    def _broad(self, group: str) -> str:
        base, _, code = group.rpartition("/")
        short = code[:3] if code.isdigit() else ".".join(code.split(".")[:2])
        wide = f"{base}/{short}"
        return wide if wide in self._place[EscoKind.SKILL_GROUP] else group

    # --- labels ---

    def languages(self, kind: EscoKind) -> tuple[str, ...]:
        """The languages that have labels of these concepts."""
        return label_languages(self._parts, kind)

    def label(self, concept: str, languages: Sequence[str]) -> tuple[str, str]:
        """The preferred label in the first of these languages that has one, English at last, and the language of it."""
        kind = next((kind for kind, known in self._place.items() if concept in known), None)
        if kind is None:
            raise KeyError(concept)
        place = self._place[kind][concept]
        for language in dict.fromkeys((*languages, ENGLISH, *self.languages(kind))):
            text = self._name(kind, language, place)
            if text:
                return text, language
        raise KeyError(concept)

    def tables(self, kind: EscoKind, language: str) -> tuple[LabelTable, ...]:
        """The labels of a language, ready to be searched: as they are written, then as they are romanised; none where the pack
        has none."""
        key = kind, language
        if key not in self._tables:
            mine = (name for name in self._parts if is_label_part(name, kind, language) and can_be_typed(script_of_part(name)))
            self._tables[key] = tuple(
                self._table(kind, language, name) for name in sorted(mine, key=lambda name: (len(name), name))
            )
        return self._tables[key]

    def number(self, kind: EscoKind, uri: str) -> int:
        """The number that tables of labels give a concept."""
        return self._place[kind][uri]

    def uri(self, kind: EscoKind, number: int) -> str:
        """The concept that a table of labels gives this number. Raises IndexError."""
        match kind:
            case EscoKind.OCCUPATION:
                return self._occupations[number].uri
            case EscoKind.SKILL:
                return self._skills[number].uri
            case EscoKind.SKILL_GROUP:
                return self._groups[number]

    def _table(self, kind: EscoKind, language: str, name: str) -> LabelTable:
        return replace(read_label_part(self._read(name), language, len(self._place[kind])), script=script_of_part(name))

    def _name(self, kind: EscoKind, language: str, place: int) -> str:
        known = self._names.get((kind, language))
        if known is None:
            known = {}
            for table in self.tables(kind, language):
                if not table.script:
                    for row in np.flatnonzero(table.preferred).tolist():
                        known.setdefault(int(table.concepts[row]), (table, row))
            self._names[kind, language] = known
        found = known.get(place)
        return found[0].text(found[1]) if found else ""

    @cached_property
    def _relations(self) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.bool_]]:
        """Where each occupation begins, the skills, and whether they are essential."""
        parts = arrays_from_bytes(self._read(RELATIONS), RELATION_TYPES)
        occupations, skills, essential = parts["occupations"], parts["skills"], parts["essential"]
        is_sound = len(occupations) == len(skills) == len(essential) and (
            not len(occupations)
            or (
                bool((occupations[1:] >= occupations[:-1]).all())
                and int(occupations[-1]) < len(self._occupations)
                and int(skills.max()) < len(self._skills)
            )
        )
        if not is_sound:
            raise PackPartDamaged
        return np.searchsorted(occupations, np.arange(len(self._occupations) + 1)), skills, essential

    def _occupation(self, uri: str) -> OccupationConcept:
        return self._occupations[self._place[EscoKind.OCCUPATION][uri]]

    def _skill(self, uri: str) -> SkillConcept:
        return self._skills[self._place[EscoKind.SKILL][uri]]
