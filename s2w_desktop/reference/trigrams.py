"""An index of texts by character trigrams: which texts share which trigrams with what was typed, and how much that says.

Each text is a vector of its trigrams (word borders count as a letter), weighted by tf-idf and cut to length one; the
likeness of two texts is the cosine of their vectors (Salton and Buckley 1988, "Term-weighting approaches in automatic
text retrieval"). Weights are kept in eight bits. Building and asking are vector operations of numpy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_BITS: Final = 21  # a code point
_FULL: Final = 255.0
_LONGEST_TEXT: Final = 400
_FEW_POSTINGS: Final = 8_000
"""Up to so many, adding them at once takes less time than trigram by trigram."""
MOST_NARROW_ROWS: Final = 2**16
"""Up to so many texts the numbers of rows take two bytes each instead of four."""

Keys = NDArray[np.uint64]
Counted = tuple[Keys, NDArray[np.int64]]


@dataclass(frozen=True, eq=False)
class TrigramIndex:
    """Postings by trigram: `grams` ascending; gram g has `rows[starts[g]:starts[g+1]]` with their `weights`."""

    grams: Keys
    rarity: NDArray[np.float32]
    starts: NDArray[np.uint32]
    rows: NDArray[np.uint16] | NDArray[np.uint32]
    weights: NDArray[np.uint8]
    size: int
    strangeness: float  # the rarity of a trigram that no text has

    def likeness(self, counted: Counted) -> NDArray[np.float32]:
        """For each row its cosine with the text whose trigrams were counted, 0 to 1, in eight-bit steps of each weight."""
        scores = np.zeros(self.size, np.float32)
        keys, counts = counted
        if not len(keys) or not len(self.grams):
            return scores
        places = np.minimum(np.searchsorted(self.grams, keys), len(self.grams) - 1)
        known = self.grams[places] == keys
        rarity = np.where(known, self.rarity[places], np.float32(self.strangeness))
        parts = (1 + np.log(counts)) * rarity
        length = float(np.sqrt((parts * parts).sum()))
        places, shares = places[known], (parts[known] / (length * _FULL)).astype(np.float32)
        first = self.starts[places].astype(np.int64)
        counts = self.starts[places + 1] - first
        if int(counts.sum()) <= _FEW_POSTINGS:
            ends = np.cumsum(counts)
            postings = np.repeat(first - (ends - counts), counts) + np.arange(int(ends[-1]) if len(ends) else 0)
            weights = self.weights[postings] * np.repeat(shares, counts)
            return np.bincount(self.rows[postings], weights, self.size).astype(np.float32)
        for start, count, share in zip(first.tolist(), counts.tolist(), shares.tolist(), strict=True):
            scores[self.rows[start : start + count]] += self.weights[start : start + count] * np.float32(share)
        return scores


def counted(text: str) -> Counted:
    """The trigrams of a text for `likeness`: one count serves all indexes."""
    return np.unique(keys_of(text), return_counts=True)


def keys_of(text: str) -> Keys:
    """The trigrams of a text as numbers, one for each place; a space before, after and between words."""
    if not text:
        return np.empty(0, np.uint64)
    points = np.frombuffer(f" {text[:_LONGEST_TEXT]} ".encode("utf-32-le"), np.uint32).astype(np.uint64)
    return _joined(points)


def _joined(points: Keys) -> Keys:
    return (points[:-2] << np.uint64(2 * _BITS)) | (points[1:-1] << np.uint64(_BITS)) | points[2:]


def build(texts: Sequence[str]) -> TrigramIndex:
    """The index of these texts; row i is text i."""
    keys, rows = _places(texts)
    order = np.lexsort((rows, keys))
    keys, rows = keys[order], rows[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
    first = np.flatnonzero(fresh)
    times = np.diff(np.append(first, len(keys))).astype(np.float32)
    keys, rows = keys[first], rows[first]
    grams, starts, spread = np.unique(keys, return_index=True, return_counts=True)
    rarity = np.log((len(texts) + 1) / (spread + 0.5)).astype(np.float32)
    parts = (1 + np.log(times)) * np.repeat(rarity, spread)
    lengths = np.sqrt(np.bincount(rows, parts * parts, minlength=max(len(texts), 1)))
    weights = np.rint(parts / np.maximum(lengths[rows], 1e-9) * _FULL).astype(np.uint8)
    return TrigramIndex(
        grams, rarity, np.append(starts, len(rows)).astype(np.uint32), _narrow(rows, len(texts)), weights, len(texts),
        float(np.log(2 * (len(texts) + 1))),
    )  # fmt: skip


def _narrow(rows: NDArray[np.uint32], size: int) -> NDArray[np.uint16] | NDArray[np.uint32]:
    return rows.astype(np.uint16) if size <= MOST_NARROW_ROWS else rows


def _places(texts: Sequence[str]) -> tuple[Keys, NDArray[np.uint32]]:
    """All trigrams of all texts, each with its row."""
    framed = [f" {text[:_LONGEST_TEXT]} " for text in texts]
    points = np.frombuffer("".join(framed).encode("utf-32-le"), np.uint32).astype(np.uint64)
    if len(points) < 3:
        return np.empty(0, np.uint64), np.empty(0, np.uint32)
    rows = np.repeat(np.arange(len(framed), dtype=np.uint32), [len(text) for text in framed])
    within = rows[:-2] == rows[2:]
    return _joined(points)[within], rows[:-2][within]
