"""How a frozen program is told to be the process that reads bundles; the two programs and that process share it.

Alone in its module, because both programs look for it before they load anything else.
"""

from collections.abc import Sequence

READER_FLAG = "--bundle-reader"


def is_reader(arguments: Sequence[str]) -> bool:
    """Whether this process is to read bundles and do nothing else."""
    return list(arguments[:1]) == [READER_FLAG]
