"""Named arrays in one block of bytes, so that an index is read as it lies: no parsing, no copy, equal bytes for equal content.

Layout: length of the head (8 bytes, little endian), the head (JSON: name, type and length of each array, in order), and
the arrays, each from a multiple of 16 on. Filling is zero.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.domain.pack_errors import PackPartDamaged

Arrays = Mapping[str, NDArray[Any]]
_LENGTH, _STEP, _LONGEST_HEAD = 8, 16, 65_536
_TYPES: Final = {name: np.dtype(name) for name in ("<u8", "<u4", "<u2", "<f4", "|u1", "|b1")}


def arrays_to_bytes(arrays: Arrays) -> bytes:
    """The block."""
    plain = [(name, np.ascontiguousarray(array)) for name, array in arrays.items()]
    head = json.dumps([[name, array.dtype.str, len(array)] for name, array in plain], separators=(",", ":")).encode()
    parts = [len(head).to_bytes(_LENGTH, "little") + head]
    for _, array in plain:
        parts += [bytes(-sum(map(len, parts)) % _STEP), array.tobytes()]
    return b"".join(parts)


def arrays_from_bytes(untrusted: bytes, types: Mapping[str, str]) -> Arrays:
    """The arrays by name, read-only views of the block: exactly those of `types`. Raises PackPartDamaged."""
    length = int.from_bytes(untrusted[:_LENGTH], "little")
    if not 0 < length <= _LONGEST_HEAD:
        raise PackPartDamaged
    try:
        head = json.loads(untrusted[_LENGTH : _LENGTH + length])
        stated = {str(name): (str(kind), int(size)) for name, kind, size in head}
    except (ValueError, TypeError, OverflowError, RecursionError) as cause:
        raise PackPartDamaged from cause
    if {name: kind for name, (kind, _) in stated.items()} != dict(types):
        raise PackPartDamaged
    place, found = _LENGTH + length, dict[str, NDArray[Any]]()
    for name, (kind, size) in stated.items():
        place += -place % _STEP
        if not 0 <= size <= (len(untrusted) - place) // _TYPES[kind].itemsize:
            raise PackPartDamaged
        found[name] = np.frombuffer(untrusted, _TYPES[kind], size, place)
        place += size * _TYPES[kind].itemsize
    if place != len(untrusted):
        raise PackPartDamaged
    return found
