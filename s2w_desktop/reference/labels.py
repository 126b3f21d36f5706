"""The labels of one kind of concept in one language: which concept each stands for, and whether it is its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.reference.romanised import label_skeleton, script_of
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
    """Labels by row: `concepts` and `preferred` for each, the words as UTF-8 in `letters` between `ends`.

    With a `script`, the index is not over the words but over what `romanised` makes of them.
    """

    language: str
    concepts: NDArray[np.uint32]
    preferred: NDArray[np.bool_]
    ends: NDArray[np.uint32]
    letters: NDArray[np.uint8]
    index: TrigramIndex
    script: str = ""

    def __len__(self) -> int:
        return len(self.concepts)

    def text(self, row: int) -> str:
        """The words of a row."""
        first = int(self.ends[row - 1]) if row else 0
        return self.letters[first : int(self.ends[row])].tobytes().decode()


def table_of(language: str, labels: Iterable[Label], retired: Iterable[Label] = ()) -> LabelTable:
    """The table of these labels, without those that the search cannot tell from an earlier one of the same concept.

    A label that holds both genders parted by a slash ("technicien/technicienne") is found by each of them too. Labels
    of `retired` concepts can be read but are not found: their rows come last, and the index ends before them.
    """
    kept: dict[tuple[int, str], tuple[bool, str]] = {}
    for label in labels:
        for form in forms(label.text):
            kept.setdefault((label.concept, spelled(form)), (label.is_preferred, form))
    kept = {key: value for key, value in kept.items() if key[1]}
    found = [text for _, text in kept]
    kept |= {(label.concept, label.text): (label.is_preferred, label.text) for label in retired}
    encoded = [text.encode() for _, text in kept.values()]
    return LabelTable(
        language,
        np.array([concept for concept, _ in kept], np.uint32),
        np.array([is_preferred for is_preferred, _ in kept.values()], np.bool_),
        np.cumsum([len(raw) for raw in encoded], dtype=np.uint32),
        np.frombuffer(b"".join(encoded), np.uint8),
        build(found),
    )


def romanised_table(table: LabelTable) -> LabelTable | None:
    """The same labels as they are typed in Latin letters; None for a language that is written in Latin letters, and for
    scripts that are not romanised."""
    found = [table.text(row) for row in range(table.index.size)]
    script = script_of(" ".join(found[:50]))
    if not script:
        return None
    return replace(table, index=build([label_skeleton(text, script) for text in found]), script=script)


def forms(text: str) -> Sequence[str]:
    """The label itself, and its sides where a slash parts them."""
    sides = [side.strip() for side in text.split("/")]
    return (text, *sides) if len(sides) > 1 and all(len(side) > 2 for side in sides) else (text,)
