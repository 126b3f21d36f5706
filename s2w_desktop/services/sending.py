"""What every bundle that leaves this machine needs: envelope, keys, ledger."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from s2w_desktop import __version__
from s2w_desktop.bundle.limits import LEAST_MOST_BYTES, MOST_HEARD, STANDARD, Limits
from s2w_desktop.bundle.manifest import HeardBundle, Kind
from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.bundle.writing import BlobToSend, Envelope, Watch, WrittenBundle, write_bundle
from s2w_desktop.domain.clock import tick
from s2w_desktop.domain.errors import BundleTooLarge, S2wError
from s2w_desktop.domain.fields import Questionnaire
from s2w_desktop.domain.ids import BundleId, DeviceId
from s2w_desktop.domain.stations import OwnKeys
from s2w_desktop.services.headquarters_keys import keys_known_to
from s2w_desktop.services.sources import Sources
from s2w_desktop.services.unfinished import Unfinished
from s2w_desktop.storage.bundle_values import BundleOut, Sent
from s2w_desktop.storage.store import Store

CODE_LISTS_VERSION = "core-1"


@dataclass(frozen=True)
class Address:
    """For whom a bundle is: kind, recipients, and the device meant, if it is one."""

    kind: Kind
    recipients: Sequence[str]
    device: DeviceId | None = None


class Dispatch:
    """Writes bundles under this machine's name and keeps the ledger in step with the files."""

    def __init__(self, store: Store, questionnaire: Questionnaire, sources: Sources, limits: Limits = STANDARD) -> None:
        self._store = store
        self._questionnaire = questionnaire
        self._sources = sources
        self._limits = limits

    def within(self, most_bytes: int) -> "Dispatch":
        """The same, but no file is larger than this: instead there are several, each a whole bundle with a number of its own.

        Raises ValueError below LEAST_MOST_BYTES.
        """
        if most_bytes < LEAST_MOST_BYTES:
            raise ValueError("a copy of a document would have no room")
        limits = replace(self._limits, bundle=min(self._limits.bundle, most_bytes))
        return Dispatch(self._store, self._questionnaire, self._sources, limits)

    def write(
        self,
        folder: Path,
        address: Address,
        lines: Iterable[bytes],
        sent: Sequence[Sent] = (),
        watch: Watch | None = None,
        blobs: Iterable[BlobToSend] = (),
    ) -> tuple[WrittenBundle, ...]:
        """Write a bundle, or several when it would grow over the limit, and record them.

        `sent` may fill up while `lines` is consumed, one per revision line; `blobs` are copies of documents. The ledger burns
        each number before the file gets its name, so that no number is ever signed twice; it says "exported" only after the
        file was read back. What an earlier hand-over of this store left unfinished in the folder is removed then.
        Raises what `write_bundle` raises; then nothing is left on the target and nothing counts as exported.
        """
        with self._store.outbox.alone():
            unfinished = Unfinished(self._store)
            mark = unfinished.begin()
            written = self._written(folder, address, lines, watch, blobs, mark)
            self._record(address, written, sent)
            with suppress(S2wError):  # everything is handed over; what could not be noted now is looked for once more
                unfinished.finish(mark, folder)
        return written

    def write_to(
        self,
        stream: BinaryIO,
        spool_folder: Path,
        address: Address,
        lines: Iterable[bytes],
        sent: Sequence[Sent] = (),
        watch: Watch | None = None,
        blobs: Iterable[BlobToSend] = (),
    ) -> WrittenBundle:
        """Write one bundle to a stream, by way of a file: whoever reads gets nothing unless all of it is sound.

        Raises what `write` raises, BundleTooLarge when one file cannot hold it, and what the stream raises. Unless the stream
        took everything, nothing counts as exported.
        """
        written: tuple[WrittenBundle, ...] = ()
        with self._store.outbox.alone():
            try:
                written = self._written(spool_folder, address, lines, watch, blobs)
                if len(written) > 1:
                    raise BundleTooLarge
                with written[0].path.open("rb") as file:
                    shutil.copyfileobj(file, stream)
                stream.flush()
            finally:
                for bundle in written:
                    bundle.path.unlink(missing_ok=True)
            self._record(address, written, sent)
        return written[0]

    def _written(
        self,
        folder: Path,
        address: Address,
        lines: Iterable[bytes],
        watch: Watch | None,
        blobs: Iterable[BlobToSend],
        mark: str = "",
    ) -> tuple[WrittenBundle, ...]:
        return write_bundle(
            folder,
            envelope=self._envelope(address),
            recipients=address.recipients,
            signing_key=SigningKey.parse(self._keys_for(address).signing_secret),
            lines=lines,
            blobs=blobs,
            new_bundle_id=lambda: BundleId(self._sources.new_id()),
            limits=self._limits,
            watch=replace(watch or Watch(), before_visible=lambda made: self._prepare(address, made)),
            mark=mark,
        )

    def _keys_for(self, address: Address) -> OwnKeys:
        return keys_known_to(self._store, address.device) if address.device else self._store.stations.keys()

    def _record(self, address: Address, written: Sequence[WrittenBundle], sent: Sequence[Sent]) -> None:
        start, now = 0, self._sources.now()
        for bundle in written:
            end = start + bundle.counts.revisions
            self._store.outbox.record_export(self._ledger_row(address, bundle, now), sent[start:end], bundle.blobs)
            start = end

    def _envelope(self, address: Address) -> Envelope:
        station, ahead = self._store.stations.station(), self._store.outbox.next_bundle()
        return Envelope(
            kind=address.kind,
            bundle=BundleId(self._sources.new_id()),
            organisation=station.organisation,
            device=station.device,
            epoch=station.epoch,
            seq=ahead.seq,
            previous=ahead.previous,
            to_device=address.device,
            created=self._sources.now(),
            clock=tick(self._store.stations.clock(), self._sources.now_ms()),
            schema=self._questionnaire.version,
            min_schema=self._questionnaire.oldest_reader,
            codelists=CODE_LISTS_VERSION,
            app=__version__,
            training=station.training,
            heard=self._heard() if address.kind is Kind.PROFILES else (),
        )

    def _heard(self) -> tuple[HeardBundle, ...]:
        heard = sorted(self._store.heard.all().items())[:MOST_HEARD]
        return tuple(HeardBundle(device=device, epoch=word.epoch, seq=word.seq) for device, word in heard)

    def _prepare(self, address: Address, written: Sequence[WrittenBundle]) -> None:
        now = self._sources.now()  # one moment for all: by it they are known as the files of one hand-over
        for bundle in written:
            self._store.outbox.prepare(self._ledger_row(address, bundle, now))

    @staticmethod
    def _ledger_row(address: Address, bundle: WrittenBundle, now: datetime) -> BundleOut:
        return BundleOut(
            id=bundle.bundle,
            kind=address.kind.value,
            seq=bundle.seq,
            to_device=address.device,
            created_at=now,
            manifest_sha256=bundle.manifest_sha256,
            file_sha256=bundle.sha256,
            file_name=bundle.path.name,
            size_bytes=bundle.size,
            records=bundle.counts.records,
        )
