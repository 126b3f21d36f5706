"""How a paper is wanted: languages, their layout, the size of the type, with or without a name."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

_MOST_LANGUAGES: Final = 2


class Layout(Enum):
    """How two languages stand to each other."""

    SIDE_BY_SIDE = "side_by_side"
    STACKED = "stacked"  # one after the other: the first language above the second


class PaperSize(Enum):
    """Size of the type; the value is its code."""

    NORMAL = "normal"
    LARGE = "large"

    @property
    def scale(self) -> float:
        """Factor of every size, leading and figure."""
        return 1.6 if self is PaperSize.LARGE else 1.0


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What somebody ordered: one language or two, the reader's first. A language named twice counts once.

    Without a name the paper bears its code alone. Raises ValueError for no language and for more than two.
    """

    languages: tuple[str, ...]
    layout: Layout = Layout.SIDE_BY_SIDE
    size: PaperSize = PaperSize.NORMAL
    is_named: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "languages", tuple(dict.fromkeys(self.languages)))
        if not 0 < len(self.languages) <= _MOST_LANGUAGES:
            raise ValueError("a paper is in one language or in two")

    @property
    def is_stacked(self) -> bool:
        """Whether the second language stands below the first; large type leaves no room for two columns."""
        is_large = self.size is PaperSize.LARGE
        return len(self.languages) > 1 and (is_large or self.layout is Layout.STACKED)
