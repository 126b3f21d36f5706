"""ESCO as parts of a pack: the concepts, which skills an occupation asks for, and a searchable table for each language."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from s2w_desktop.reference.arrays import arrays_to_bytes
from s2w_desktop.reference.esco_merge import REUSE, Labels, Merged
from s2w_desktop.reference.job_words import JobWord
from s2w_desktop.reference.label_part import label_part
from s2w_desktop.reference.labels import Label, forms, romanised_table, table_of
from s2w_desktop.reference.spelling import spelled
from s2w_desktop.reference.trigrams import MOST_NARROW_ROWS

CONCEPTS, RELATIONS = "esco/concepts", "esco/relations"
RELATION_TYPES = {"occupations": "<u4", "skills": "<u4", "essential": "|b1"}
Told = Callable[[int, int], None]
"""How many parts are made, and of how many."""


class EscoKind(StrEnum):
    """What a concept of ESCO is."""

    OCCUPATION = "occupation"
    SKILL = "skill"
    SKILL_GROUP = "skill_group"


def label_part_name(kind: EscoKind, language: str, number: int, script: str) -> str:
    """The name of a table of labels of a language; a language has more than one when it has very many labels, and one more
    for each when its script is romanised."""
    return f"esco/{kind}/{language}/{number}{script and f'-{script}'}"


def script_of_part(name: str) -> str:
    """The script whose romanised words a table of labels is searched by; empty for words as they are written."""
    return name.rpartition("/")[2].partition("-")[2]


def is_label_part(name: str, kind: EscoKind, language: str) -> bool:
    """Whether a part holds labels of this language."""
    return name.startswith(f"esco/{kind}/{language}/")


def label_languages(parts: Iterable[str], kind: EscoKind) -> tuple[str, ...]:
    """The languages that have labels of these concepts."""
    start = f"esco/{kind}/"
    return tuple(sorted({name.removeprefix(start).partition("/")[0] for name in parts if name.startswith(start)}))


@dataclass(frozen=True)
class Editorial:
    """What the program adds to ESCO: URIs of skills that are never offered, URIs of those that are put to people, and everyday
    words in English with their unit groups."""

    denied: Collection[str]
    curated: Collection[str]
    words: Sequence[JobWord]


def esco_parts(merged: Merged, editorial: Editorial, told: Told) -> Iterator[tuple[str, bytes]]:
    """The parts by name. A denied skill is in none of them but as a retired one without a label."""
    denied = editorial.denied
    offered = {
        EscoKind.OCCUPATION: [one.is_offered for one in merged.occupations.values()],
        EscoKind.SKILL: [one.is_offered and uri not in denied for uri, one in merged.skills.items()],
        EscoKind.SKILL_GROUP: [True] * len(merged.skill_groups),
    }
    kinds: list[tuple[EscoKind, Labels]] = [
        (EscoKind.OCCUPATION, merged.occupation_labels),
        (EscoKind.SKILL, merged.skill_labels),
        (EscoKind.SKILL_GROUP, merged.group_labels),
    ]
    tables = [(kind, language, labels[language]) for kind, labels in kinds for language in sorted(labels)]
    yield CONCEPTS, _concepts(merged, offered, editorial)
    yield RELATIONS, _relations(merged, offered[EscoKind.SKILL])
    for number, (kind, language, labels) in enumerate(tables):
        told(number, len(tables))
        wanted = _ordered(labels, offered[kind], withheld=_places(merged, denied) if kind is EscoKind.SKILL else set())
        for count, (searched, read) in enumerate(_portions(*wanted), start=1):
            table = table_of(language, searched, read)
            for one in (table, romanised_table(table)):
                if one is not None:
                    yield label_part_name(kind, language, count, one.script), label_part(one)
    told(len(tables), len(tables))


def _places(merged: Merged, denied: Collection[str]) -> set[int]:
    return {place for place, uri in enumerate(merged.skills) if uri in denied}


def _ordered(labels: list[Label], offered: list[bool], *, withheld: set[int]) -> tuple[list[Label], list[Label]]:
    """Labels that are searched, and names of retired concepts, which are only read."""
    searched = [label for label in labels if offered[label.concept]]
    read = [label for label in labels if not offered[label.concept] and label.is_preferred and label.concept not in withheld]
    return searched, read


def _portions(searched: list[Label], read: list[Label]) -> Iterator[tuple[list[Label], list[Label]]]:
    """Tables of so many rows that their numbers fit into two bytes; a label gives a row for each of its forms."""
    rows = np.cumsum([0, *(len(forms(label.text)) for label in searched)])
    first = 0
    while True:
        last = int(np.searchsorted(rows, rows[first] + MOST_NARROW_ROWS, "right")) - 1
        yield searched[first:last], [] if first else read
        first = last
        if first == len(searched):
            return


def _concepts(merged: Merged, offered: dict[EscoKind, list[bool]], editorial: Editorial) -> bytes:
    usual = _usual(merged, editorial.words)
    groups = {uri: place for place, uri in enumerate(merged.skill_groups)}
    plain = {
        "version": merged.version,
        "label_versions": merged.label_versions,
        "occupations": [
            [uri, one.isco08, int(one.is_regulated), int(is_offered), usual.get(place, 0)]
            for place, ((uri, one), is_offered) in enumerate(
                zip(merged.occupations.items(), offered[EscoKind.OCCUPATION], strict=True)
            )
        ],
        "skills": [
            [uri, int(one.is_knowledge), REUSE.index(one.reuse), int(is_offered), int(is_offered and uri in editorial.curated),
             [groups[group] for group in one.groups]]
            for (uri, one), is_offered in zip(merged.skills.items(), offered[EscoKind.SKILL], strict=True)
        ],
        "skill_groups": list(merged.skill_groups),
    }  # fmt: skip
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def _usual(merged: Merged, words: Sequence[JobWord]) -> dict[int, int]:
    """How much an occupation is what people mean by its group: 2 when a word of the group is its name in English, 1 when it
    is another label of it."""
    everyday = {(word.isco08, spelled(word.word)) for word in words}
    groups = [one.isco08 for one in merged.occupations.values()]
    found: dict[int, int] = {}
    for label in merged.occupation_labels.get("en", ()):
        if (groups[label.concept], spelled(label.text)) in everyday:
            found[label.concept] = max(found.get(label.concept, 0), 2 if label.is_preferred else 1)
    return found


def _relations(merged: Merged, skills: list[bool]) -> bytes:
    """By occupation; of occupations and skills that are offered."""
    occupations = [one.is_offered for one in merged.occupations.values()]
    kept = sorted(
        (occupation, not is_essential, skill)
        for (occupation, skill), is_essential in merged.relations.items()
        if occupations[occupation] and skills[skill]
    )
    return arrays_to_bytes(
        {
            "occupations": np.array([occupation for occupation, _, _ in kept], np.uint32),
            "skills": np.array([skill for _, _, skill in kept], np.uint32),
            "essential": np.array([not is_optional for _, is_optional, _ in kept], np.bool_),
        }
    )
