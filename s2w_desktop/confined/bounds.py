"""The limits under which a process of ours opens what is not ours."""

import sys
from dataclasses import dataclass

if sys.platform != "win32":
    import resource


@dataclass(frozen=True)
class Bounds:
    """Bytes of memory, seconds of processor time, files open at once."""

    memory: int
    cpu_seconds: int
    open_files: int = 16


def bind(bounds: Bounds) -> None:
    """Bind this process for good: the bounds, no writing of files, no core dump.

    Windows has none of these. macOS counts all it could ever map as memory, so that limit holds on Linux only.
    """
    if sys.platform == "win32":
        return
    wanted = {
        resource.RLIMIT_CPU: bounds.cpu_seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: bounds.open_files,
    }
    if sys.platform == "linux":
        wanted[resource.RLIMIT_AS] = bounds.memory
    for limit, value in wanted.items():
        most = resource.getrlimit(limit)[1]
        allowed = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(limit, (allowed, allowed))


def shut() -> None:
    """From here on this process opens nothing: no file, no pipe, no socket. What is open stays so. Not on Windows.

    Modules that are loaded only when they are needed cannot be loaded any more.
    """
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
