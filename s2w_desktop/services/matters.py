"""Matters of the inbox with who looks after each, what is known, and who closed it when."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.exchange_errors import UnknownMatter
from s2w_desktop.domain.ids import OfficerId
from s2w_desktop.domain.matters import Found, Matter, MatterNote
from s2w_desktop.services.matter_finding import MatterFacts, find_matters
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sources import Sources
from s2w_desktop.storage.matters import NoteKey
from s2w_desktop.storage.store import Store

PATIENCE = timedelta(days=7)
"""So long a bundle may be missing before that is a matter."""

MOST_NOTE = 2_000
"""Letters of a note; longer ones are cut."""


class Matters:
    """What somebody has to look at. Reading is free; taking, noting and closing needs HANDLE_MATTERS."""

    def __init__(self, *, store: Store, permits: Permits, sources: Sources) -> None:
        self._store = store
        self._permits = permits
        self._sources = sources
        self.open_count = 0
        """How many were open when somebody last looked: for a sidebar, which has no time to look itself."""

    def all(self) -> tuple[Matter, ...]:
        """Every matter that the facts show now: open ones first, then by gravity and age.

        It reads the whole store; in a window call it from the task runner.
        """
        found = find_matters(self._facts(), now=self._sources.now(), patience=PATIENCE)
        notes = self._store.matters.notes()
        matters = [Matter(one, _noted(one, notes)[0]) for one in found]
        self.open_count = sum(one.is_open for one in matters)
        return tuple(sorted(matters, key=lambda matter: not matter.is_open))

    def own(self, matter: str, officer: OfficerId | None = None) -> Matter:
        """Look after a matter oneself, or give it to a colleague. Raises NotPermitted, UnknownMatter."""
        return self._change(matter, lambda noted: replace(noted, owner=officer or self._permits.officer))

    def note(self, matter: str, text: str) -> Matter:
        """Write down what is known, in place of what was noted before. Raises NotPermitted, UnknownMatter."""
        return self._change(matter, lambda noted: replace(noted, note=text.strip()[:MOST_NOTE]))

    def close(self, matter: str) -> Matter:
        """Nothing is to be done any more, until the facts change. Raises NotPermitted, UnknownMatter."""
        at, by = self._sources.now(), self._permits.officer
        return self._change(matter, lambda noted: replace(noted, closed_at=at, closed_by=by))

    def reopen(self, matter: str) -> Matter:
        """Something is to be done after all. Raises NotPermitted, UnknownMatter."""
        return self._change(matter, lambda noted: replace(noted, closed_at=None, closed_by=None))

    def _change(self, id_: str, change: Callable[[MatterNote], MatterNote]) -> Matter:
        self._permits.require(Act.HANDLE_MATTERS)
        chosen = [one for one in self.all() if one.found.id == id_]
        if not chosen:
            raise UnknownMatter
        found = chosen[0].found
        noted, instead_of = _noted(found, self._store.matters.notes())
        changed = change(noted)
        self._store.matters.put((found.kind, found.key), changed, instead_of=instead_of)
        return Matter(found, changed)

    def _facts(self) -> MatterFacts:
        inbox, own = self._store.inbox, self._store.stations.station().device
        peers = tuple(peer for peer in self._store.peers.all() if peer.device != own)
        return MatterFacts(
            peers=peers,
            bundles=tuple(one for one in inbox.bundles() if one.device != own),
            coverage=inbox.coverage(),
            forks=inbox.forks(),
            missing=inbox.missing_bundles(),
            asides=self._store.matters.asides(),
            copies={peer.device: inbox.missing_blobs(peer.device) for peer in peers},
        )


def _noted(found: Found, notes: Mapping[NoteKey, MatterNote]) -> tuple[MatterNote, str | None]:
    """What is noted about a matter. Owner and words stay when its facts change; the key they were under is told too."""
    exact = notes.get((found.kind, found.key))
    if exact is not None or not found.identity:
        return exact or MatterNote(), None
    for (kind, key), note in notes.items():
        if kind is found.kind and key.rpartition(" ")[0] == found.stem:
            return MatterNote(note.owner, note.note), key
    return MatterNote(), None
