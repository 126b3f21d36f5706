"""The labels of one kind of concept in one language: which concept each stands for, and whether it is its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.reference.spelling import spelled
from s2w_desktop.reference.trigrams import TrigramIndex, build


@dataclass(frozen=True)
class Label:
    """One label: the number of its concept, the words, and whether they are its preferred name."""

    concept: int
    text: str
    is_preferred: bool = False


@dataclass(frozen=True, eq=False)
class LabelTable:
    """Labels by row: `concepts` and `preferred` for each, the words as UTF-8 in `letters` between `ends`."""

    language: str
    concepts: NDArray[np.uint32]
    preferred: NDArray[np.bool_]
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
    kept: dict[tuple[int, str], tuple[bool, str]] = {}
    for label in labels:
        for form in forms(label.text):
            kept.setdefault((label.concept, spelled(form)), (label.is_preferred, form))
    kept = {key: value for key, value in kept.items() if key[1]}
    encoded = [text.encode() for _, text in kept.values()]
    return LabelTable(
        language,
        np.array([concept for concept, _ in kept], np.uint32),
        np.array([is_preferred for is_preferred, _ in kept.values()], np.bool_),
        np.cumsum([len(raw) for raw in encoded], dtype=np.uint32),
        np.frombuffer(b"".join(encoded), np.uint8),
        build([text for _, text in kept]),
    )


def forms(text: str) -> Sequence[str]:
    """The label itself, and its sides where a slash parts them."""
    sides = [side.strip() for side in text.split("/")]
    return (text, *sides) if len(sides) > 1 and all(len(side) > 2 for side in sides) else (text,)
