"""Writing bundles: records in, complete and verified files out, in constant memory.

Nothing of an export carries its final name before all its files are whole, on the disk and read back. After any failure
no file of it is left.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.bundle import age
from s2w_desktop.bundle.contents import BlobToSend, Contents, Envelope, Supply
from s2w_desktop.bundle.gzip_members import pack
from s2w_desktop.bundle.leftovers import new_mark, part_name
from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.manifest import Counts
from s2w_desktop.bundle.minisign import SigningKey
from s2w_desktop.bundle.part_file import HashingWriter, PartFile
from s2w_desktop.domain.disk_errors import disk_error
from s2w_desktop.domain.errors import Cancelled, DiskFull, TargetExists
from s2w_desktop.domain.ids import BundleId

__all__ = ["BlobToSend", "Envelope", "Watch", "WrittenBundle", "file_names", "write_bundle", "write_bundle_to"]

_LINES_BETWEEN_LOOKS = 256


@dataclass(frozen=True)
class WrittenBundle:
    """A file that was written; `manifest_sha256` is the `previous` of the next one, `blobs` are the copies that lie in it."""

    path: Path
    bundle: BundleId
    seq: int
    size: int
    sha256: str
    manifest_sha256: str
    counts: Counts
    blobs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Watch:
    """Who looks on: called from the thread that writes, every few hundred records and before every member.

    `before_visible` is told of all files when they are complete and read back, but carry no name yet: here a ledger notes
    the numbers, so that a crash cannot give them to another bundle. What it raises takes the export back.
    """

    free_space: Callable[[Path], int] | None = None
    progress: Callable[[int], None] | None = None
    is_cancelled: Callable[[], bool] | None = None
    before_visible: Callable[[Sequence[WrittenBundle]], None] | None = None

    def look(self, records: int) -> None:
        """Tell the number of records taken so far. Raises Cancelled."""
        if self.progress:
            self.progress(records)
        if self.is_cancelled and self.is_cancelled():
            raise Cancelled

    def require(self, folder: Path, size: int) -> None:
        """Raises DiskFull when there is known to be less room than that."""
        if self.free_space and self.free_space(folder) < size:
            raise DiskFull


_NOBODY = Watch()


def write_bundle(  # noqa: PLR0913  # all by keyword, and each is a part of the file
    folder: Path,
    *,
    envelope: Envelope,
    recipients: Sequence[str],
    signing_key: SigningKey,
    lines: Iterable[bytes],
    new_bundle_id: Callable[[], BundleId],
    blobs: Iterable[BlobToSend] = (),
    limits: Limits = STANDARD,
    watch: Watch = _NOBODY,
    mark: str = "",
) -> tuple[WrittenBundle, ...]:
    """Write the records into the folder: one file, or several with consecutive numbers when one would be too large.

    Lines are canonical, without their end; copies of documents follow them, in the last file or in further ones. By the `mark`
    whoever noted it before can find what is left after a kill or on a stick that was pulled (`leftovers`).
    Raises DiskFull, TargetReadOnly, TargetGone, FileTooLarge, ReadBackDiffers, TargetExists or Cancelled, and what `lines`
    and `blobs` raise.
    """
    supply = Supply(pack(_watched(lines, watch), limits), _watched_blobs(blobs, watch))
    parts: list[PartFile] = []
    mark = mark or new_mark()
    contents: list[Contents] = []
    with _removing_on_error(parts):
        while not contents or supply.peek():
            part = PartFile(folder, part_name(mark, len(parts)))
            parts.append(part)
            content = Contents(
                envelope=envelope,
                recipients=recipients,
                signing_key=signing_key,
                supply=supply,
                limits=limits,
                before_member=lambda size: watch.require(folder, size),
            )
            with part.writing() as writer:
                age.encrypt(content.pieces(), writer.write, recipients)
            contents.append(content)
            if supply.peek():
                envelope = _next(envelope, content, new_bundle_id())
        named = zip(_free_names(folder, contents), contents, parts, strict=True)
        made = [_written(path, content, part) for path, content, part in named]
        if watch.before_visible:
            watch.before_visible(made)
        return tuple(_publish(part, bundle) for part, bundle in zip(parts, made, strict=True))


def write_bundle_to(
    stream: BinaryIO,
    *,
    envelope: Envelope,
    recipients: Sequence[str],
    signing_key: SigningKey,
    lines: Iterable[bytes],
    blobs: Iterable[BlobToSend] = (),
    limits: Limits = STANDARD,
    watch: Watch = _NOBODY,
) -> WrittenBundle:
    """Write one bundle to a stream; its `path` is `-`. Raises BundleTooLarge when one file cannot hold the records."""
    supply = Supply(pack(_watched(lines, watch), limits), blobs)
    content = Contents(
        envelope=envelope, recipients=recipients, signing_key=signing_key, supply=supply, limits=limits, is_only=True
    )
    writer = HashingWriter(stream)
    age.encrypt(content.pieces(), writer.write, recipients)
    try:
        stream.flush()
    except OSError as cause:
        raise disk_error(cause) from cause
    return _written(Path("-"), content, writer)


def _watched(lines: Iterable[bytes], watch: Watch) -> Iterator[bytes]:
    watch.look(0)
    count = 0
    for count, line in enumerate(lines, start=1):
        yield line
        if count % _LINES_BETWEEN_LOOKS == 0:
            watch.look(count)
    watch.look(count)


def _watched_blobs(blobs: Iterable[BlobToSend], watch: Watch) -> Iterator[BlobToSend]:
    """The same copies; whoever looks on can stop the work before each is fetched."""
    for blob in blobs:
        yield replace(blob, fetch=partial(_fetched, blob, watch))


def _fetched(blob: BlobToSend, watch: Watch) -> bytes:
    if watch.is_cancelled and watch.is_cancelled():
        raise Cancelled
    return blob.fetch()


@contextlib.contextmanager
def _removing_on_error(parts: list[PartFile]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for part in parts:
            part.remove()
        raise


def _next(envelope: Envelope, content: Contents, bundle: BundleId) -> Envelope:
    return replace(envelope, bundle=bundle, seq=envelope.seq + 1, previous=content.manifest_sha256)


def _publish(part: PartFile, bundle: WrittenBundle) -> WrittenBundle:
    """Give the file its name; if somebody took that in the meantime, the longer one."""
    try:
        return replace(bundle, path=part.publish(bundle.path.name))
    except TargetExists:
        return replace(bundle, path=part.publish(file_names(bundle.bundle)[1]))


def file_names(bundle: BundleId) -> tuple[str, str]:
    """The usual name of a bundle's file, and the one when that is taken: a uuid7 begins with its time."""
    digits = bundle.hex
    return f"S2W-{digits[:8]}.s2w", f"S2W-{digits[:8]}-{digits[-8:]}.s2w"


def _free_names(folder: Path, contents: Sequence[Contents]) -> list[Path]:
    names: list[Path] = []
    for content in contents:
        short, long = (folder / name for name in file_names(content.envelope.bundle))
        names.append(long if short in names or short.exists() else short)
    return names


def _written(path: Path, content: Contents, file: PartFile | HashingWriter) -> WrittenBundle:
    return WrittenBundle(
        path=path,
        bundle=content.envelope.bundle,
        seq=content.envelope.seq,
        size=file.size,
        sha256=file.sha256,
        manifest_sha256=content.manifest_sha256,
        counts=content.counts,
        blobs=tuple(content.blobs),
    )
