"""Reading the log of who did what with profiles, for the data protection officer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from s2w_desktop.domain.access_log import BEGINNING, CAME_AGAIN, Entry, first_broken
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.errors import WrongRole
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.permits import Permits
from s2w_desktop.storage.store import Store

_PAGE: Final = 1_000


@dataclass(frozen=True)
class Told:
    """An entry with names for its ids: of the officer; and the case number, machine or person that it was about.

    Empty where nobody knows one any more, as after an erasure. Of a bundle `about` is its laptop, and `bundle` its number there.
    """

    entry: Entry
    officer: str
    about: str
    bundle: int | None = None


@dataclass(frozen=True)
class Checked:
    """What a check of the whole log found. `last` seals all of it: noted with the number, it shows a cut end later."""

    entries: int
    last: str
    broken: int | None


class AccessLog:
    """Everything raises NotPermitted without the duty, and WrongRole at a laptop. Looking at the log stands in it, too."""

    def __init__(self, store: Store, permits: Permits) -> None:
        self._store, self._permits = store, permits

    @property
    def may_see(self) -> bool:
        """Whether there is a log here that the officer at work may look at."""
        return self._store.stations.station().role is Role.HEADQUARTERS and self._permits.may(Act.SEE_LOG)

    def newest(self, first: int, count: int) -> tuple[Told, ...]:
        """A page, the newest entries first."""
        self._require()
        return tuple(self._told(self._store.access.newest(first, count)))

    def all(self) -> Iterator[Told]:
        """Everything in order, for a file."""
        self._require()
        entries = self._store.access.all()
        while page := tuple(islice(entries, _PAGE)):
            yield from self._told(page)

    def check(self, noted: int | None = None, seal: str = "") -> Checked:
        """Go through all entries from the first. `noted` entries ended with this seal when somebody looked before."""
        self._require()
        seals = {0: BEGINNING}
        number = 0

        def passed() -> Iterator[Entry]:
            nonlocal number
            for entry in self._store.access.all():
                seals.pop(number if number != noted else -1, None)
                number += 1
                seals[number] = entry.seal
                yield entry

        broken = first_broken(passed())
        if broken is None and noted is not None and seals.get(noted) != seal:
            broken = min(noted, number + 1)
        return Checked(number, seals[number], broken)

    def _require(self) -> None:
        if self._store.stations.station().role is not Role.HEADQUARTERS:
            raise WrongRole
        self._permits.require(Act.SEE_LOG)

    def _told(self, entries: Sequence[Entry]) -> Iterator[Told]:
        officers = {one.id: one.name for one in self._store.officers.all()}
        ids = [ProfileId(entry.use.about) for entry in entries if entry.use.about]
        known: dict[str, str] = {str(one): name for one, name in officers.items()}
        known |= {str(peer.device): peer.name for peer in self._store.peers.all()}
        known |= {str(row.id): row.case_number for row in self._store.profiles.rows_of(ids)}
        again = [entry.use.about for entry in entries if entry.use.act == CAME_AGAIN and entry.use.about]
        bundles = {str(bundle.id): bundle for bundle in self._store.inbox.bundles_of(again)}
        for entry in entries:
            use = entry.use
            bundle = bundles.get(str(use.about))
            about = str(bundle.device) if bundle else str(use.about)
            yield Told(entry, officers.get(use.officer, ""), known.get(about, ""), bundle.seq if bundle else None)
