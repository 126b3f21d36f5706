"""The labels of one kind of concept in one language: which concept each stands for, and how it stands for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.reference.spelling import spelled
from s2w_desktop.reference.trigrams import TrigramIndex, build


class Role(IntEnum):
    """How a label stands for its concept."""

    PREFERRED = 0
    OTHER = 1
    GROUP = 2  # the title of a group of the classification: it opens what lies in the group
    EVERYDAY = 3  # a word that people say, for a group


@dataclass(frozen=True)
class Label:
    """One label: the number of its concept, its role, and the words."""

    concept: int
    role: Role
    text: str


@dataclass(frozen=True, eq=False)
class LabelTable:
    """Labels by row: `concepts` and `roles` for each, the words as UTF-8 in `letters` between `ends`."""

    language: str
    concepts: NDArray[np.uint32]
    roles: NDArray[np.uint8]
    ends: NDArray[np.uint32]
    letters: NDArray[np.uint8]
    index: TrigramIndex

    def __len__(self) -> int:
        return len(self.concepts)

    def text(self, row: int) -> str:
        """The words of a row."""
        first = int(self.ends[row - 1]) if row else 0
        return self.letters[first : int(self.ends[row])].tobytes().decode()


def table_of(language: str, labels: Iterable[Label]) -> LabelTable:
    """The table of these labels, without those that the search cannot tell from an earlier one of the same concept.

    A label that holds both genders parted by a slash ("technicien/technicienne") is found by each of them too.
    """
    kept: dict[tuple[int, str], tuple[Role, str]] = {}
    for label in labels:
        for form in forms(label.text):
            kept.setdefault((label.concept, spelled(form)), (label.role, form))
    kept = {key: value for key, value in kept.items() if key[1]}
    encoded = [text.encode() for _, text in kept.values()]
    return LabelTable(
        language,
        np.array([concept for concept, _ in kept], np.uint32),
        np.array([role for role, _ in kept.values()], np.uint8),
        np.cumsum([len(raw) for raw in encoded], dtype=np.uint32),
        np.frombuffer(b"".join(encoded), np.uint8),
        build([text for _, text in kept]),
    )


def forms(text: str) -> Sequence[str]:
    """The label itself, and its sides where a slash parts them."""
    sides = [side.strip() for side in text.split("/")]
    return (text, *sides) if len(sides) > 1 and all(len(side) > 2 for side in sides) else (text,)
