"""How a frozen program is told to be the process that opens copies of documents, see `bundle.reader_flag`."""

from collections.abc import Sequence

CLEANER_FLAG = "--copy-cleaner"


def is_cleaner(arguments: Sequence[str]) -> bool:
    """Whether these arguments start that process."""
    return list(arguments[:1]) == [CLEANER_FLAG]
