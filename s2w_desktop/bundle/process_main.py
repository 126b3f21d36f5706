"""The reader's process: takes a request on its input, binds itself to limits, and answers in frames on its output.

When it has told whose bundle it is, it is told in turn which revisions are known and which batches of lines are its own.

Its limits are set before it opens the bundle; beyond them it dies, and its parent says what that means. Once the bundle is
open it can open nothing more, no socket and no file.
"""

import gc
import os
import sys
from typing import BinaryIO

from s2w_desktop.bundle import frames
from s2w_desktop.bundle.age import Identity
from s2w_desktop.bundle.frames import Request, Sign
from s2w_desktop.bundle.limits import KIB, Limits
from s2w_desktop.bundle.reading import check_bundle, read_records
from s2w_desktop.confined.bounds import Bounds, bind, shut
from s2w_desktop.domain.errors import BundleTooLarge, FileUnreadable, S2wError
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE

_CPU_BYTES_PER_SECOND = 256 * KIB  # some 350 people; a slow laptop reads a thousand

_COLLECT_AFTER = 100_000  # objects: lines leave hardly any circles behind, and a batch of them makes tens of thousands at once


def main() -> int:
    """Answer one request. The exit code is 0 whenever an answer was given, a failure too."""
    gc.freeze()  # what is loaded stays: it need not be looked through again and again
    gc.set_threshold(_COLLECT_AFTER)
    # not sys.stdin and sys.stdout: a windowed program on Windows has none
    with os.fdopen(0, "rb", closefd=False) as pipe, os.fdopen(1, "wb", closefd=False) as output:
        try:
            _answer(pipe, output)
        except S2wError as failure:
            frames.send(output, Sign.FAILED, frames.encode_failure(failure))
        except MemoryError:
            frames.send(output, Sign.FAILED, frames.encode_failure(BundleTooLarge()))
    return 0


def _answer(pipe: BinaryIO, output: BinaryIO) -> None:
    request = Request.decoded(frames.asked(pipe))
    identities = [Identity.parse(text) for text in request.identities]
    try:
        _bind(request.limits, request.spool.stat().st_size)
        file = request.spool.open("rb")
    except OSError as cause:
        raise FileUnreadable from cause
    shut()
    with file:
        checked = check_bundle(file, identities=identities, place=request.place, limits=request.limits)
        frames.send(output, Sign.CHECKED, frames.encode_checked(checked))
        tally = read_records(
            file,
            checked=checked,
            identities=identities,
            questionnaire=QUESTIONNAIRE,
            take=lambda batch: frames.send_batch(output, batch),
            limits=request.limits,
            today=request.place.today,
            task=frames.decode_task(frames.asked(pipe)),
        )
    frames.send(output, Sign.END, frames.encode_tally(tally))


def _bind(limits: Limits, size: int) -> None:
    """Processor time grows with the file."""
    bind(Bounds(memory=limits.memory, cpu_seconds=limits.cpu_seconds + size // _CPU_BYTES_PER_SECOND))


if __name__ == "__main__":
    sys.exit(main())
