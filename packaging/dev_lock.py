"""The lock files: every package with its hashes, for all systems, naming no registry.

`requirements.lock` holds what the program needs, `requirements-dev.lock` that and the tools. Made by uv, which is
installed for the purpose into a throw-away environment. Standard library only.
"""

from __future__ import annotations

import subprocess
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dev_setup import LOCK, ROOT, clean_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

UV: Final = "uv==0.13.9"
OLDEST_PYTHON: Final = "3.11"
RUNTIME_LOCK: Final = ROOT / "packaging" / "requirements.lock"
HOST_MARKS: Final = ("http", "index-url", "find-links", "file:")


class LockFailed(Exception):
    """No lock was written; the message says why."""


def make(*, upgrade: bool, say: Callable[[str], None]) -> None:
    """Write both locks; without `upgrade` versions already locked stay where they satisfy pyproject.toml.

    Raises LockFailed.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "uv"
        say(f"installing {UV} for this once")
        venv.EnvBuilder(with_pip=True).create(environment)
        programs = next(path for path in (environment / "Scripts", environment / "bin") if path.is_dir())
        _call([str(programs / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", UV])
        compile_ = [str(programs / "uv"), "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-header",
                    "--python-version", OLDEST_PYTHON, *(["--upgrade"] if upgrade else [])]  # fmt: skip
        for lock, options in _plans():
            say(f"resolving {lock.name}")
            _call([*compile_, "pyproject.toml", *options, "-o", lock.relative_to(ROOT).as_posix()])
            refuse_hosts(lock.read_text(encoding="utf-8"), lock.name)


def _plans() -> list[tuple[Path, list[str]]]:
    """Return each lock with what it takes in; the second keeps to the first, so both agree."""
    runtime = RUNTIME_LOCK.relative_to(ROOT).as_posix()
    return [(RUNTIME_LOCK, []), (LOCK, ["--group", "dev", "--group", "build", "-c", runtime])]


def refuse_hosts(text: str, name: str) -> None:
    """Raise LockFailed when a lock names a place to fetch from: that is each machine's own setting."""
    marks = [mark for mark in HOST_MARKS if mark in text]
    if marks:
        raise LockFailed(f"{name} names a registry ({', '.join(marks)}): not usable")


def _call(command: Sequence[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False)
    if done.returncode:
        raise LockFailed(f"{Path(command[0]).name} ended with {done.returncode}")
