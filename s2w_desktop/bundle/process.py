"""Opening a bundle in a process of its own: a hostile one can at worst kill its reader.

The reader decrypts and checks while the caller stores what came before: two cores work. Secret keys go through a pipe,
never through arguments or the environment.
"""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from s2w_desktop.bundle import frames
from s2w_desktop.bundle.checking import Checked, Place
from s2w_desktop.bundle.frames import Request, Sign
from s2w_desktop.bundle.limits import STANDARD, Limits
from s2w_desktop.bundle.manifest import Manifest
from s2w_desktop.bundle.reader_flag import READER_FLAG
from s2w_desktop.bundle.reading import Batch
from s2w_desktop.confined.child import Child, ChildEnded, asked, command
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge


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

    def __init__(self, checked: Checked, answers: "_Answers") -> None:
        self.manifest = checked.manifest
        self.manifest_sha256 = checked.manifest_sha256
        self.is_self_signed = checked.is_self_signed
        self._answers = answers

    def batches(self, known: Iterable[str] = ()) -> Iterator[Batch]:
        """All records in order, then all copies of documents.

        Raises BundleDamaged or BundleTooLarge: then nothing that came before counts.
        """
        self._answers.child.ask(frames.question(frames.encode_known(known)))
        while True:
            sign, payload = self._answers.next()
            if sign is Sign.END:
                return
            if sign is Sign.BATCH:
                yield frames.decode_batch(payload)
            elif sign is Sign.BLOB:
                yield frames.decode_blob(payload)
            else:
                raise BundleDamaged


@contextlib.contextmanager
def open_bundle(spool: Path, *, identities: Sequence[str], place: Place, limits: Limits = STANDARD) -> Iterator[BundleReading]:
    """Check a bundle and give access to its records. `identities` are the secret texts of age keys.

    Raises on entering NotABundle, BundleDamaged, BundleTooLarge, NewerFormat, WrongRecipient, UnknownSender,
    RevokedSender, BadSignature, TrainingBundle, WrongKind or FileUnreadable. Leaving early stops the reader.
    """
    request = Request(spool.absolute(), tuple(identities), place, limits)
    with asked(_command(), frames.question(request.encoded()), more=True) as child:
        answers = _Answers(child)
        sign, payload = answers.next()
        if sign is not Sign.CHECKED:
            raise BundleDamaged
        yield BundleReading(frames.decode_checked(payload, limits), answers)


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
