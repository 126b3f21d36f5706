"""What the process was started in: streams, terminal, environment. Handed in, so that tests start the whole program."""

import getpass
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from s2w_desktop import paths
from s2w_desktop.services.passphrases import UNLOCK_SECONDS


@dataclass(frozen=True)
class Surroundings:
    """Streams are binary: everything is written as UTF-8, whatever the console believes (CLI-11).

    `ask_secret` asks on the terminal without showing what is typed, `ask` shows it; both are None where nobody sits.
    `abandon_output` makes later writes to standard output harmless. `unlock_seconds` is what unlocking a new store should take.
    """

    stdin: BinaryIO
    stdout: BinaryIO
    stderr: BinaryIO
    stdout_is_terminal: bool
    stderr_is_terminal: bool
    environ: Mapping[str, str]
    ask_secret: Callable[[str], str] | None
    ask: Callable[[str], str] | None
    abandon_output: Callable[[], None]
    resources: Path
    translations: Path
    own_languages: Path
    unlock_seconds: float = UNLOCK_SECONDS


def of_this_process() -> Surroundings:
    """The real ones."""
    return Surroundings(
        stdin=sys.stdin.buffer,
        stdout=sys.stdout.buffer,
        stderr=sys.stderr.buffer,
        stdout_is_terminal=sys.stdout.isatty(),
        stderr_is_terminal=sys.stderr.isatty(),
        environ=os.environ,
        ask_secret=getpass.getpass if _has_terminal() else None,
        ask=_ask_on_terminal if sys.stdin.isatty() and sys.stderr.isatty() else None,
        abandon_output=_abandon_output,
        resources=paths.resources(),
        translations=paths.translations(),
        own_languages=paths.own_languages(),
    )


def _has_terminal() -> bool:
    """Whether `getpass` would reach a person: it asks the controlling terminal, also when input comes from a pipe."""
    if os.name == "nt":
        return sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def _ask_on_terminal(prompt: str) -> str:
    sys.stderr.buffer.write(prompt.encode())
    sys.stderr.buffer.flush()
    return sys.stdin.buffer.readline(4096).decode("utf-8", "replace").rstrip("\r\n")


def _abandon_output() -> None:
    """As Python's documentation advises: else the interpreter fails once more when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
