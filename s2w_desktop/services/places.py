"""The place in each interview where work goes on when it is opened again, after a kill too."""

import json
from dataclasses import dataclass
from uuid import UUID

from s2w_desktop.domain.ids import EntryId, OfficerId, ProfileId
from s2w_desktop.storage.store import Store


@dataclass(frozen=True)
class Spot:
    """A place in a form: section, open entry, question, position of the caret in its line, pixels scrolled; -1 for none."""

    section: str
    entry: EntryId | None = None
    path: str = ""
    caret: int = -1
    scroll: int = -1


class Places:
    """Remembers one spot per profile for the officer at work, in the encrypted store and nowhere else."""

    def __init__(self, store: Store, officer: OfficerId) -> None:
        self._store, self._officer = store, officer

    def last(self, profile: ProfileId) -> Spot | None:
        """Where the officer last stood; None without such a place. What it names may have gone from the profile since."""
        text = self._store.places.get(profile, self._officer)
        if text is None:
            return None
        section, entry, path, caret, scroll = json.loads(text)
        return Spot(section, EntryId(UUID(entry)) if entry else None, path, caret, scroll)

    def keep(self, profile: ProfileId, spot: Spot) -> None:
        """Remember a spot. Raises what the store raises."""
        entry = str(spot.entry) if spot.entry else None
        self._store.places.keep(profile, self._officer, json.dumps([spot.section, entry, spot.path, spot.caret, spot.scroll]))
