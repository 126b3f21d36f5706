"""Hand-over from a laptop to headquarters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.records import record_line, revision_line
from s2w_desktop.bundle.writing import BlobToSend, Watch, WrittenBundle
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.erasing import Tombstone
from s2w_desktop.domain.errors import CopyMissing, NothingToExport
from s2w_desktop.domain.handover import Handover
from s2w_desktop.domain.rejections import Rejection
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Peer
from s2w_desktop.domain.thinning import Thinning
from s2w_desktop.services.in_force import headquarters_in_force
from s2w_desktop.services.interviews import Interviews
from s2w_desktop.services.key_changes import are_keys_untold, note_keys_told
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.sending import Address, Dispatch
from s2w_desktop.storage.bundle_values import Sent
from s2w_desktop.storage.store import Store
from s2w_desktop.storage.values import ListQuery


@dataclass(frozen=True)
class ExportPlan:
    """What a hand-over would carry: profiles by state, tombstones, and for whom.

    `tells_keys`: it is the first since headquarters has new keys, and tells that this laptop has them. `put_aside` is what
    headquarters could not take and nobody corrected since.
    """

    headquarters: Peer
    finished: int
    drafts: int
    unchanged: int
    erased: int = 0
    tells_keys: bool = False
    put_aside: tuple[Rejection, ...] = ()

    @property
    def profiles(self) -> int:
        """Profiles with something new."""
        return self.finished + self.drafts

    @property
    def is_empty(self) -> bool:
        """Whether headquarters has everything."""
        return not (self.profiles or self.erased or self.tells_keys)


@dataclass(frozen=True)
class ExportResult:
    """What was written and read back. `held_back` are profiles of which, by their consent, only the existence was sent."""

    bundles: tuple[WrittenBundle, ...]
    headquarters: Peer
    profiles: int
    without_name: int
    held_back: int


@dataclass(frozen=True)
class _Said:
    """What a hand-over says of whole profiles: erased; removed from this laptop, or here again. Headquarters may not know it."""

    buried: Sequence[Tombstone]
    thinned: Sequence[Thinning]


class Exporting:
    """Plans and writes hand-overs."""

    def __init__(self, store: Store, interviews: Interviews, dispatch: Dispatch, permits: Permits) -> None:
        self._store = store
        self._permits = permits
        self._interviews = interviews
        self._dispatch = dispatch

    def headquarters(self) -> Peer:
        """The headquarters that the laptop hands over to. Raises NotEnrolled."""
        return headquarters_in_force(self._store)

    def plan(self) -> ExportPlan:
        """What a hand-over would carry now. Raises NotEnrolled."""
        changed = frozenset({Handover.HERE, Handover.IN_BUNDLE, Handover.NEEDS_YOU})
        profiles = self._store.profiles
        finished = profiles.count(ListQuery(states=changed, finished=True))
        drafts = profiles.count(ListQuery(states=changed, finished=False))
        unchanged = profiles.count(ListQuery()) - finished - drafts
        untold = are_keys_untold(self._store)
        aside = self._store.rejections.all()
        return ExportPlan(self.headquarters(), finished, drafts, unchanged, len(self._buried()), untold, aside)

    def write(self, folder: Path, watch: Watch | None = None, *, most_bytes: int | None = None) -> ExportResult:
        """Write everything that headquarters has not acknowledged into the folder, and read it back. The first bundle after new
        keys goes even with nothing in it: by it headquarters learns with which key it may sign. With `most_bytes` no file is
        larger than that, see `Dispatch.within`.

        Raises NotPermitted, NotEnrolled, NothingToExport, DiskFull, TargetReadOnly, TargetGone, FileTooLarge, ReadBackDiffers
        or Cancelled; then the target holds what it held before and every profile stays where it was.
        """
        headquarters, sent, said = self._ready(), list[Sent](), self._said()
        dispatch = self._within(most_bytes)
        written = dispatch.write(folder, _address(headquarters), self._lines(sent, said), sent, watch, self._blobs())
        self._note_said(written, said)
        note_keys_told(self._store)
        return self._result(headquarters, written, sent)

    def write_to(
        self, stream: BinaryIO, spool_folder: Path, watch: Watch | None = None, *, most_bytes: int | None = None
    ) -> ExportResult:
        """As `write`, into a stream; the file is made in the spool folder first. Raises BundleTooLarge too."""
        headquarters, sent, said = self._ready(), list[Sent](), self._said()
        bundle = self._within(most_bytes).write_to(
            stream, spool_folder, _address(headquarters), self._lines(sent, said), sent, watch, self._blobs()
        )
        self._note_said((bundle,), said)
        note_keys_told(self._store)
        return self._result(headquarters, (bundle,), sent)

    def _within(self, most_bytes: int | None) -> Dispatch:
        return self._dispatch if most_bytes is None else self._dispatch.within(most_bytes)

    def _ready(self) -> Peer:
        """For whom everything is that was turned into revisions. Raises NotPermitted, NotEnrolled, NothingToExport."""
        self._permits.require(Act.EXPORT)
        headquarters = self.headquarters()
        self._interviews.seal_all()
        if not (self._store.outbox.has_to_send(self._store.stations.station()) or are_keys_untold(self._store)):
            raise NothingToExport
        return headquarters

    @staticmethod
    def _result(headquarters: Peer, written: tuple[WrittenBundle, ...], sent: list[Sent]) -> ExportResult:
        scopes = {one.profile: one.scope for one in sent}
        counts = Counter(scopes.values())
        return ExportResult(
            bundles=written,
            headquarters=headquarters,
            profiles=len(scopes),
            without_name=counts[Scope.OPEN],
            held_back=counts[Scope.STUB],
        )

    def _lines(self, sent: list[Sent], said: _Said) -> Iterator[bytes]:
        """Revisions, then what is said of profiles: whoever takes it in knows by then that the profile is known here."""
        for revision, scope in self._store.outbox.to_send(self._store.stations.station()):
            sent.append(Sent(revision.id, revision.profile, scope))
            yield revision_line(revision.cut_to(scope))
        yield from map(record_line, said.buried)
        yield from map(record_line, said.thinned)

    def _buried(self) -> tuple[Tombstone, ...]:
        return self._store.erasures.to_send(self._store.stations.station())

    def _said(self) -> _Said:
        return _Said(self._buried(), self._store.thinnings.to_send(self._store.stations.station()))

    def _note_said(self, written: Sequence[WrittenBundle], said: _Said) -> None:
        """Which file carries which of them; after a kill before this they go again."""
        buried, thinned = list(said.buried), list(said.thinned)
        for bundle in written:
            counts = bundle.counts
            others = counts.records - counts.revisions - counts.tombstones
            if told := [one.profile for one in buried[: counts.tombstones]]:
                self._store.outbox.record_tombstones(bundle.bundle, told)
            if told := [one.profile for one in thinned[:others]]:
                self._store.outbox.record_thinnings(bundle.bundle, told)
            del buried[: counts.tombstones], thinned[:others]

    def _blobs(self) -> list[BlobToSend]:
        """Copies of documents that the person agreed to send and that headquarters is not known to have."""
        waiting = self._store.outbox.blobs_to_send(self._store.stations.station())
        return [BlobToSend(one.sha256, one.size_bytes, partial(self._fetch, one.sha256)) for one in waiting]

    def _fetch(self, sha256: str) -> bytes:
        found = self._store.blobs.find(sha256)
        if found is None:
            raise CopyMissing  # cannot be: nothing is removed while an interview may be handed over
        return found.content


def _address(headquarters: Peer) -> Address:
    return Address(Kind.PROFILES, headquarters.recipients)
