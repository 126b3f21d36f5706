"""A case as few bytes, and many as columns: a report reads every case of headquarters, and words would take most of its time.

Bytes of a case, whole numbers of 32 bits, little endian: ids of 16 bytes, amounts (64 bits, not a number where there is none), a
number for each code, flag, and state of an amount or list, how many codes each list has, and then the codes of the lists. Numbers
stand for words; each variable counts its own from 0.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from struct import Struct
from typing import Final, TypeAlias
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.cases import ABSENT, NO, NOT_ASKED, YES
from s2w_desktop.domain.derived.cases import CaseValue

NumberOf: TypeAlias = Callable[[str, str], int]
"""Under which number a case keeps a word of a variable."""

_NO_ID: Final = bytes(16)
_WORDS_OF_FLAGS: Final = {True: YES, False: NO, None: NOT_ASKED}


def codes_of(name: str) -> str:
    """The variable of the codes in a list; by its name alone goes the state of the list."""
    return f"{name}[]"


@dataclass(frozen=True)
class Lists:
    """The codes of one list: case `cases[i]` has the code with the number `codes[i]`."""

    cases: NDArray[np.int32]
    codes: NDArray[np.int32]


@dataclass(frozen=True)
class Unpacked:
    """Cases in columns. `ids` are those of the cases that have one, by the place of the case."""

    count: int
    codes: Mapping[str, NDArray[np.int32]]
    amounts: Mapping[str, NDArray[np.float64]]
    lists: Mapping[str, Lists]
    ids: Mapping[str, Mapping[int, UUID]]


class Packing:
    """The form of cases whose values stand in the order of `names`; those that are named nowhere else are codes or flags."""

    def __init__(
        self,
        names: Sequence[str],
        *,
        amounts: frozenset[str],
        lists: frozenset[str],
        ids: frozenset[str] = frozenset(),
    ) -> None:
        places = {name: place for place, name in enumerate(names)}
        self._amounts, self._lists, self._ids = (
            {name: place for name, place in places.items() if name in kind} for kind in (amounts, lists, ids)
        )
        self._codes = {name: place for name, place in places.items() if name not in ids}
        self._form = np.dtype(
            [
                ("ids", "V16", (len(self._ids),)),
                ("amounts", "<f8", (len(self._amounts),)),
                ("codes", "<i4", (len(self._codes),)),
                ("sizes", "<i4", (len(self._lists),)),
            ]
        )
        self._fixed = Struct(f"<{'16s' * len(self._ids)}{len(self._amounts)}d{len(self._codes) + len(self._lists)}i")

    def pack(self, values: Sequence[CaseValue], number_of: NumberOf) -> bytes:
        """The bytes of a case. A code that stands twice in a list counts once."""
        ids = (_id_bytes(values[place]) for place in self._ids.values())
        amounts = (_amount(values[place]) for place in self._amounts.values())
        numbers = [number_of(name, _word(values[place])) for name, place in self._codes.items()]
        lists = ((codes_of(name), dict.fromkeys(_listed(values[place]))) for name, place in self._lists.items())
        found = [[number_of(variable, code) for code in codes] for variable, codes in lists]
        numbers += map(len, found)
        tail = [number for codes in found for number in codes]
        return self._fixed.pack(*ids, *amounts, *numbers) + Struct(f"<{len(tail)}i").pack(*tail)

    def unpack(self, cases: Sequence[bytes]) -> Unpacked:
        """Cases as `pack` made them. Raises ValueError for others."""
        size = self._fixed.size
        fixed = np.frombuffer(b"".join([case[:size] for case in cases]), dtype=self._form)
        tail = np.frombuffer(b"".join([case[size:] for case in cases]), dtype="<i4")
        codes = np.ascontiguousarray(fixed["codes"].T)
        amounts = np.ascontiguousarray(fixed["amounts"].T)
        return Unpacked(
            count=len(cases),
            codes=dict(zip(self._codes, codes, strict=True)),
            amounts=dict(zip(self._amounts, amounts, strict=True)),
            lists=self._unpacked_lists(fixed["sizes"], tail),
            ids={name: _ids(fixed["ids"][:, place]) for place, name in enumerate(self._ids)},
        )

    def _unpacked_lists(self, sizes: NDArray[np.int32], tail: NDArray[np.int32]) -> dict[str, Lists]:
        """Each code belongs to a case and a list; all of one list are taken together."""
        owners = np.repeat(np.arange(sizes.size, dtype=np.int32), sizes.ravel())
        if len(owners) != len(tail):
            raise ValueError("the sizes of lists do not fit")
        width = max(1, len(self._lists))
        cases, lists = np.divmod(owners, width)
        chosen = {name: np.flatnonzero(lists == place) for place, name in enumerate(self._lists)}
        return {name: Lists(cases[where].astype(np.int32), tail[where]) for name, where in chosen.items()}


def _word(value: CaseValue) -> str:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return _WORDS_OF_FLAGS[value]
    return YES  # an amount or a list


def _amount(value: CaseValue) -> float:
    return float(value) if isinstance(value, (int, float, Decimal)) else np.nan


def _listed(value: CaseValue) -> Sequence[str]:
    return value if isinstance(value, (list, tuple)) else ()


def _id_bytes(value: CaseValue) -> bytes:
    return UUID(value).bytes if isinstance(value, str) and value not in ABSENT else _NO_ID


def _ids(column: NDArray[np.void]) -> dict[int, UUID]:
    raw = np.ascontiguousarray(column).tobytes()
    some = np.frombuffer(raw, dtype="<u8").reshape(-1, 2).any(axis=1)
    return {int(place): UUID(bytes=raw[16 * place : 16 * place + 16]) for place in np.flatnonzero(some)}
