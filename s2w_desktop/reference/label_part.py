"""A table of labels as a part of a pack, ready to be searched as it is read."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.domain.pack_errors import PackPartDamaged
from s2w_desktop.reference.arrays import Arrays, arrays_from_bytes, arrays_to_bytes
from s2w_desktop.reference.labels import LabelTable
from s2w_desktop.reference.trigrams import MOST_NARROW_ROWS, TrigramIndex

_LEAST_WEIGHT, _MOST_WEIGHT = 1e-7, 64.0  # logarithms of how rare something is among at most `MOST_NARROW_ROWS` rows
_FIRST_TWO_BITS, _GOES_ON = 0b1100_0000, 0b1000_0000  # of a byte of UTF-8
_TYPES: Final = {
    "concepts": "<u4", "preferred": "|b1", "ends": "<u4", "letters": "|u1",
    "grams": "<u8", "rarity": "<f4", "starts": "<u4", "rows": "<u2", "weights": "|u1", "sizes": "<u4", "strangeness": "<f4",
}  # fmt: skip


def label_part(table: LabelTable) -> bytes:
    """The part of a table of at most `MOST_NARROW_ROWS` rows. Equal tables give equal bytes."""
    index = table.index
    if index.size > MOST_NARROW_ROWS:
        raise ValueError("a table of a pack has fewer rows")
    return arrays_to_bytes(
        {
            "concepts": table.concepts, "preferred": table.preferred, "ends": table.ends, "letters": table.letters,
            "grams": index.grams, "rarity": index.rarity, "starts": index.starts, "rows": index.rows, "weights": index.weights,
            "sizes": np.array([index.size], np.uint32), "strangeness": np.array([index.strangeness], np.float32),
        }
    )  # fmt: skip


def read_label_part(untrusted: bytes, language: str, concepts: int) -> LabelTable:
    """The table of a part about so many concepts. Raises PackPartDamaged: whatever it holds, a search in it stays in bounds."""
    parts = arrays_from_bytes(untrusted, _TYPES)
    rows = len(parts["concepts"])
    if len(parts["sizes"]) != 1 or len(parts["strangeness"]) != 1 or not 0 <= int(parts["sizes"][0]) <= rows:
        raise PackPartDamaged
    size = int(parts["sizes"][0])
    is_sound = (
        rows == len(parts["preferred"]) == len(parts["ends"])
        and len(parts["grams"]) == len(parts["rarity"]) == len(parts["starts"]) - 1
        and len(parts["rows"]) == len(parts["weights"])
        and _rises(parts, "ends", len(parts["letters"]))
        and _rises(parts, "starts", len(parts["rows"]))
        and _rises(parts, "grams", None)
        and (not rows or int(parts["concepts"].max()) < concepts)
        and (not len(parts["rows"]) or int(parts["rows"].max()) < size)
        and all(_is_weight(parts[name]) for name in ("rarity", "strangeness"))
        and _is_text(parts)
    )
    if not is_sound:
        raise PackPartDamaged
    index = TrigramIndex(
        parts["grams"], parts["rarity"], parts["starts"], parts["rows"], parts["weights"], size, float(parts["strangeness"][0])
    )
    return LabelTable(language, parts["concepts"], parts["preferred"], parts["ends"], parts["letters"], index)


def _is_weight(array: NDArray[Any]) -> bool:
    """Whether the numbers can be squared, added and divided by."""
    return bool(((array >= _LEAST_WEIGHT) & (array <= _MOST_WEIGHT)).all())


def _is_text(parts: Arrays) -> bool:
    """Whether the letters are UTF-8, and no row ends within one of them."""
    letters, ends = parts["letters"], parts["ends"]
    try:
        letters.tobytes().decode()
    except UnicodeDecodeError:
        return False
    inner = ends[ends < len(letters)]
    return not bool(((letters[inner] & _FIRST_TWO_BITS) == _GOES_ON).any())


def _rises(parts: Arrays, name: str, last: int | None) -> bool:
    """Whether the numbers never fall, and the last is the one given."""
    array = parts[name]
    if not len(array):
        return not last
    return bool((array[1:] >= array[:-1]).all()) and (last is None or int(array[-1]) == last)
