"""Opening a bundle in a process of its own: a hostile one can at worst kill its reader.

The reader decrypts and checks while the caller stores what came before: two cores work. Secret keys go through a pipe,
never through arguments or the environment.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

import s2w_desktop
from s2w_desktop.bundle import frames
from s2w_desktop.bundle.checking import Checked, Place
from s2w_desktop.bundle.frames import Request, Sign
from s2w_desktop.bundle.limits import MIB, STANDARD, Limits
from s2w_desktop.bundle.reader_flag import READER_FLAG
from s2w_desktop.bundle.reading import Batch
from s2w_desktop.domain.errors import BundleDamaged, BundleTooLarge, S2wError

_LIMIT_SIGNALS = frozenset(
    -getattr(signal, name) for name in ("SIGXCPU", "SIGKILL", "SIGXFSZ", "SIGABRT") if hasattr(signal, name)
)


class BundleReading:
    """A bundle whose sender and addressee are checked; its records come by `batches`, once."""

    def __init__(self, checked: Checked, answers: "_Answers") -> None:
        self.manifest = checked.manifest
        self.manifest_sha256 = checked.manifest_sha256
        self.is_self_signed = checked.is_self_signed
        self._answers = answers

    def batches(self) -> Iterator[Batch]:
        """All records in order. Raises BundleDamaged or BundleTooLarge: then nothing that came before counts."""
        while True:
            sign, payload = self._answers.next()
            if sign is Sign.END:
                return
            if sign is not Sign.BATCH:
                raise BundleDamaged
            yield frames.decode_batch(payload)


@contextlib.contextmanager
def open_bundle(spool: Path, *, identities: Sequence[str], place: Place, limits: Limits = STANDARD) -> Iterator[BundleReading]:
    """Check a bundle and give access to its records. `identities` are the secret texts of age keys.

    Raises on entering NotABundle, BundleDamaged, BundleTooLarge, NewerFormat, WrongRecipient, UnknownSender,
    RevokedSender, BadSignature, TrainingBundle, WrongKind or FileUnreadable. Leaving early stops the reader.
    """
    request = Request(spool.absolute(), tuple(identities), place, limits)
    child = subprocess.Popen(  # noqa: S603  # our own interpreter, our own module
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a traceback may hold what a person said
        env=_environment(),
        pipesize=MIB,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with child:
        try:
            answers = _Answers(child)
            answers.ask(request)
            sign, payload = answers.next()
            if sign is not Sign.CHECKED:
                raise BundleDamaged
            yield BundleReading(frames.decode_checked(payload, limits), answers)
        finally:
            child.kill()


class _Answers:
    """The frames of a reader; its failures come out as ours, and so does its death."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child

    def ask(self, request: Request) -> None:
        """Send the request and close the pipe."""
        pipe = _pipe(self._child.stdin)
        with contextlib.suppress(BrokenPipeError), pipe:  # a reader that died at once is found by `next`
            pipe.write(request.encoded())

    def next(self) -> tuple[Sign, bytes]:
        """The next frame. Raises the failure that the reader met or that its end means."""
        try:
            sign, payload = frames.receive(_pipe(self._child.stdout))
        except EOFError as cause:
            raise self._meaning_of_death() from cause
        if sign is Sign.FAILED:
            raise frames.decode_failure(payload)
        return sign, payload

    def _meaning_of_death(self) -> S2wError:
        return BundleTooLarge() if self._child.wait() in _LIMIT_SIGNALS else BundleDamaged()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READER_FLAG]
    return [sys.executable, "-P", "-m", "s2w_desktop.bundle.process_main"]


def _environment() -> dict[str, str]:
    """Ours, with the package findable from any folder; without `-P` a module on a stick could be found first."""
    root = str(Path(s2w_desktop.__file__).parent.parent)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{known}" if known else root}


def _pipe(pipe: object) -> BinaryIO:
    return cast("BinaryIO", pipe)  # both were asked for as pipes, and a pipe of bytes is a binary file
