"""Files that this store began to write and may not have finished: noted before, taken away when the stick comes again."""

import re
from pathlib import Path
from typing import Final

from s2w_desktop.bundle.leftovers import new_mark, remove_leftovers
from s2w_desktop.storage.store import Store

FACT: Final = "handover.unfinished"
_MOST: Final = 64
_MARK: Final = re.compile("[0-9a-f]{12}")


class Unfinished:
    """Call while no other bundle is made under the name of this store: then every mark but the newest is of work that ended."""

    def __init__(self, store: Store) -> None:
        self._facts = store.facts

    def begin(self) -> str:
        """A mark for the files of a hand-over, noted durably before the first of them is there. Of very old ones none is kept."""
        mark = new_mark()
        self._note([*self._marks(), mark][-_MOST:])
        return mark

    def finish(self, mark: str, folder: Path) -> None:
        """The files of this mark have their names. What earlier hand-overs left in the same folder is removed."""
        earlier = [one for one in self._marks() if one != mark]
        removed = remove_leftovers(folder, earlier)
        self._note([one for one in earlier if one not in removed])

    def _marks(self) -> list[str]:
        return _MARK.findall(self._facts.get(FACT) or "")

    def _note(self, marks: list[str]) -> None:
        self._facts.set(FACT, " ".join(marks))
