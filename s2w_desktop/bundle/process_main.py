"""The reader's process: takes a request on its input, binds itself to limits, and answers in frames on its output.

It opens no socket and writes no file. Its limits are set before it opens the bundle; beyond them it dies, and its parent
says what that means.
"""

import os
import sys
from typing import BinaryIO

from s2w_desktop.bundle import frames
from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.frames import Request, Sign
from s2w_desktop.bundle.limits import GIB, MIB
from s2w_desktop.bundle.reading import check_bundle, read_records
from s2w_desktop.confined.bounds import Bounds, bind
from s2w_desktop.domain.errors import BundleTooLarge, FileUnreadable, S2wError
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE

_MEMORY = GIB // 2
_CPU_SECONDS = 60
_CPU_BYTES_PER_SECOND = MIB


def main() -> int:
    """Answer one request. The exit code is 0 whenever an answer was given, a failure too."""
    with os.fdopen(0, "rb", closefd=False) as pipe:  # not sys.stdin: a windowed program on Windows has none
        request = Request.decoded(pipe.read())
    with os.fdopen(1, "wb", closefd=False) as output:
        try:
            _answer(request, output)
        except S2wError as failure:
            frames.send(output, Sign.FAILED, frames.encode_failure(failure))
        except MemoryError:
            frames.send(output, Sign.FAILED, frames.encode_failure(BundleTooLarge()))
    return 0


def _answer(request: Request, output: BinaryIO) -> None:
    identities = [Identity.parse(text) for text in request.identities]
    try:
        _bind(request.spool.stat().st_size)
        file = request.spool.open("rb")
    except OSError as cause:
        raise FileUnreadable from cause
    with file:
        checked = check_bundle(file, identities=identities, place=request.place, limits=request.limits)
        frames.send(output, Sign.CHECKED, frames.encode_checked(checked))
        read_records(
            file,
            checked=checked,
            identities=identities,
            questionnaire=QUESTIONNAIRE,
            take=lambda batch: frames.send_batch(output, batch),
            limits=request.limits,
        )
    frames.send(output, Sign.END)


def _bind(size: int) -> None:
    """Processor time grows with the file."""
    bind(Bounds(memory=_MEMORY, cpu_seconds=_CPU_SECONDS + size // _CPU_BYTES_PER_SECOND))


if __name__ == "__main__":
    sys.exit(main())
