"""A process that imports one bundle and tells the peak memory of itself and of its reader, in bytes. Linux only.

Usage: bench_importer.py FOLDER BUNDLE.
"""

import json
import os
import sys
from pathlib import Path
from threading import Event, Thread

from bench_places import opened

READER = b"s2w_desktop.bundle.process_main"
_EVERY_SECONDS = 0.001
_FIELD = "VmHWM:"  # the largest resident set so far of one program; `ru_maxrss` would count the parent's in a child


def peak(process: int | str) -> int:
    """The peak of a process; 0 when it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(1024 * int(line.split()[1]) for line in status.splitlines() if line.startswith(_FIELD))


def children() -> list[str]:
    """Processes that this one started and that still live."""
    tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return [child for task in tasks for child in task.read_text(encoding="ascii").split() if is_reader(child)]


def is_reader(process: str) -> bool:
    """Whether a child is the reader already: before it becomes that it is a copy of this process, as large as this."""
    try:
        return READER in Path(f"/proc/{process}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False


def forget_peak() -> None:
    """Let the peak of this process begin anew: deriving the key of the store takes far more than an import."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def main(folder: Path, bundle: Path) -> None:
    """Import, looking at the reader every millisecond: with a small bundle it ends before the first report of progress."""
    readers, ended = [0], Event()

    def look() -> None:
        while not ended.wait(_EVERY_SECONDS):
            readers.extend(peak(child) for child in children())

    headquarters = opened(folder)
    forget_peak()
    watch = Thread(target=look)
    watch.start()
    headquarters.importing.take(bundle)
    ended.set()
    watch.join()
    print(json.dumps({"importing": peak("self"), "reader": max(readers)}))
    headquarters.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
