"""Starting the standard tools that a bundle must open with."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PACKAGES = {"age": "age", "minisign": "minisign", "jq": "jq", "tar": "tar", "gunzip": "gzip", "sha256sum": "coreutils"}


def run(command: Sequence[str], folder: Path) -> str:
    """What a tool prints. Fails, with the package to install, when it is missing; and when it reports an error."""
    require(command[0])
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    assert done.returncode == 0, f"{command[0]}: {done.stderr}"
    return done.stdout


def require(*names: str) -> None:
    """Fail when a tool is missing."""
    missing = sorted({PACKAGES.get(name, name) for name in names if shutil.which(name) is None})
    assert not missing, f"this test needs the standard tools: apt-get install {' '.join(missing)}"
