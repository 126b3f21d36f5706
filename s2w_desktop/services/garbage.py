"""Python's search for garbage, made rarer while much is made that is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_AFTER = 100_000  # objects; a batch of an import makes tens of thousands, and nearly all of them end without a search


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Search for garbage only after very many new objects; in the end as before, whatever happened.

    It counts for the whole process: one at a time may be within, so enter it inside a transaction that keeps others out.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(_AFTER, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
