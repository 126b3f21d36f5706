"""Opening a bundle in a process of its own: a hostile one can at worst kill its reader.

The reader decrypts and checks while the caller stores what came before: two cores work. Of a large bundle two readers check
every other batch each, for checking takes longer than storing. Secret keys go through a pipe, never through arguments or the
environment.
"""

import contextlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from s2w_desktop.bundle import frames
from s2w_desktop.bundle.checking import Checked, Place
from s2w_desktop.bundle.frames import Request, Sign
from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.manifest import Manifest
from s2w_desktop.bundle.reader_flag import READER_FLAG
from s2w_desktop.bundle.reading import Batch, Share, Tally, require_promised
from s2w_desktop.confined.child import Child, ChildEnded, asked, command
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge

_READERS = 2
"""Of a large bundle: checking a person takes less than twice as long as storing them."""

_WORTH_ANOTHER = 2_000
"""Records from which on another reader helps: starting it takes as long as checking a thousand."""


class Reading(Protocol):
    """A bundle whose sender and addressee are checked."""

    manifest: Manifest
    manifest_sha256: str
    is_self_signed: bool

    def batches(self, known: Iterable[str] = ()) -> Iterator[Batch]:
        """All records in order, once. Raises BundleDamaged or BundleTooLarge: then nothing that came before counts.

        `known` are hashes, in hex, of at most MOST_KNOWN revisions that are stored whole: lines that are the very same are not
        looked into again, and their notes have no rows.
        """


class Opener(Protocol):
    """Whoever opens bundles; `open_bundle` does it in a process of its own."""

    def __call__(self, spool: Path, *, identities: Sequence[str], place: Place) -> AbstractContextManager[Reading]:
        """As `open_bundle`."""


class BundleReading:
    """A bundle whose sender and addressee are checked; its content comes by `batches`, once."""

    def __init__(self, checked: Checked, first: "_Answers", start: "Callable[[], _Answers]", limits: Limits) -> None:
        self.manifest = checked.manifest
        self.manifest_sha256 = checked.manifest_sha256
        self.is_self_signed = checked.is_self_signed
        self._answers, self._start, self._limits = first, start, limits

    def batches(self, known: Iterable[str] = ()) -> Iterator[Batch]:
        """All records in order, then all copies of documents.

        Raises BundleDamaged or BundleTooLarge: then nothing that came before counts.
        """
        turns, tallies = deque(self._readers(list(known))), list[Tally]()
        while turns:
            sign, payload = turns[0].next()
            if sign is Sign.END:
                turns.popleft()
                tallies.append(frames.decode_tally(payload))
            elif sign is Sign.CHECKED:  # of another reader, which opened the file for itself
                self._require_same(frames.decode_checked(payload, self._limits))
            else:
                turns.rotate(-1)
                yield _batch(sign, payload)
        require_promised(self.manifest, tallies)

    def _readers(self, known: Sequence[str]) -> "Iterator[_Answers]":
        of = _READERS if self.manifest.counts.records >= _WORTH_ANOTHER and (os.cpu_count() or 1) > 1 else 1
        for number in range(of):
            reader = self._start() if number else self._answers
            reader.child.ask(frames.question(frames.encode_task(Share(number, of), known)))
            yield reader

    def _require_same(self, checked: Checked) -> None:
        if checked.manifest_sha256 != self.manifest_sha256:
            raise BundleDamaged


def _batch(sign: Sign, payload: bytes) -> Batch:
    if sign is Sign.BATCH:
        return frames.decode_batch(payload)
    if sign is Sign.BLOB:
        return frames.decode_blob(payload)
    raise BundleDamaged


@contextlib.contextmanager
def open_bundle(spool: Path, *, identities: Sequence[str], place: Place, limits: Limits = STANDARD) -> Iterator[BundleReading]:
    """Check a bundle and give access to its records. `identities` are the secret texts of age keys.

    Raises on entering NotABundle, BundleDamaged, BundleTooLarge, NewerFormat, WrongRecipient, UnknownSender,
    RevokedSender, BadSignature, TrainingBundle, WrongKind or FileUnreadable. Leaving early stops the readers.
    """
    request = frames.question(Request(spool.absolute(), tuple(identities), place, limits).encoded())
    with contextlib.ExitStack() as children:

        def start() -> _Answers:
            return _Answers(children.enter_context(asked(_command(), request, more=True)))

        first = start()
        sign, payload = first.next()
        if sign is not Sign.CHECKED:
            raise BundleDamaged
        yield BundleReading(frames.decode_checked(payload, limits), first, start, limits)


class _Answers:
    """The frames of a reader; its failures come out as ours, and so does its death."""

    def __init__(self, child: Child) -> None:
        self.child = child

    def next(self) -> tuple[Sign, bytes]:
        """The next frame. Raises the failure that the reader met or that its end means."""
        try:
            letter, payload = self.child.next()
        except ChildEnded as cause:
            raise (BundleTooLarge() if cause.at_limit else BundleDamaged()) from cause
        try:
            sign = Sign(letter)
        except ValueError as cause:
            raise BundleDamaged from cause
        if sign is Sign.FAILED:
            raise frames.decode_failure(payload)
        return sign, payload


def _command() -> list[str]:
    return command("s2w_desktop.bundle.process_main", READER_FLAG)
