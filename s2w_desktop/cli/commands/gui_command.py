"""`s2w gui`: open the window, in a program of its own, so that nothing here knows Qt."""

import os
import subprocess
import sys
from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.storage.layout import StorePlace


def run(call: Call) -> int:
    """Become the window where the system can do that, else start it and wait for its end."""
    command = window_command(call.wanted.store)
    call.console.document({"command": command})
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606  # our own program, without a shell
    return subprocess.run(command, check=False).returncode  # noqa: S603  # our own program


def window_command(store: StorePlace | None) -> list[str]:
    """How the window is started from an installed package, a checkout or a frozen build."""
    arguments = ["--store", str(store)] if store else []
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name("s2w-desktop" + program.suffix)), *arguments]
    return [sys.executable, "-m", "s2w_desktop", *arguments]
