"""What the program itself says on every paper, kept as earlier papers set it. Nothing that anybody told is kept here."""

from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock
from typing import Final, NamedTuple

from s2w_desktop.pdf.setting import SetText
from s2w_desktop.pdf.styles import Role

_MOST: Final = 1000  # texts; a paper in two languages has some 70 of its own


class Wanted(NamedTuple):
    """A text as it is to be set: `scale` enlarges the type of its role."""

    text: str
    language: str
    role: Role
    scale: float


class StandingTexts:
    """At most so many texts; the one that nobody wanted for longest makes room. Papers of several threads may share them."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Wanted, SetText] = OrderedDict()
        self._lock = Lock()

    def __iter__(self) -> Iterator[Wanted]:
        """What is kept, the one that makes room first before the others."""
        with self._lock:
            return iter([*self._kept])

    def find(self, wanted: Wanted) -> SetText | None:
        """A text that was set before; None if it was not, or had to make room."""
        with self._lock:
            found = self._kept.get(wanted)
            if found is not None:
                self._kept.move_to_end(wanted)
            return found

    def keep(self, wanted: Wanted, text: SetText) -> None:
        """Keep a text for the papers that follow."""
        with self._lock:
            self._kept[wanted] = text
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
