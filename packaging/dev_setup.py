"""The developer's environment: `.venv` made from the lock, this checkout installed in it, catalogues compiled.

What was done is written down in a stamp inside `.venv`, so that a second call only compares a few hashes.
Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Final

import dev_system

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT: Final = Path(__file__).resolve().parent.parent
VENV: Final = ROOT / ".venv"
STAMP: Final = VENV / "s2w-stamp.json"
LOCK: Final = ROOT / "packaging" / "requirements-dev.lock"
BUILD_FILES: Final = (ROOT / "pyproject.toml", ROOT / "packaging" / "hatch_build.py")
CATALOGUE_DIR: Final = ROOT / "translations"

TRAPS: Final = (
    "PYTHONDONTWRITEBYTECODE",  # every start would compile everything again: three times slower
    "PYTHONHOME",
    "PYTHONPATH",  # packages of another environment
    "PIP_PREFIX",
    "PIP_TARGET",
    "PIP_USER",  # pip would install beside the environment
)


class SetupFailed(Exception):
    """The environment could not be made; the message is the one line to show."""


def clean_environment(**changes: str) -> dict[str, str]:
    """Return this process's environment without the settings that would break a virtual one, and with `changes`."""
    kept = {name: value for name, value in os.environ.items() if name not in TRAPS}
    return {**kept, **changes}


def executable(name: str) -> Path:
    """Return the path of a program in the environment."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)


def prepare(needs: Sequence[dev_system.Need], *, say: Callable[[str], None]) -> None:
    """Make everything ready that a command needs; quick when nothing changed.

    Raises SystemIncomplete or SetupFailed.
    """
    stamp = _read_stamp()
    # Not the full version: an update of the same Python, perhaps by our own apt-get, leaves the environment sound.
    environment = _digest(LOCK, str(sys.implementation.cache_tag), str(ROOT))
    is_sound = stamp.get("environment") == environment and executable("python").exists()
    stamp = stamp if is_sound else {}
    # All system needs at once and before anything else: who may not install them hears of all in one line.
    stamp["system"] = _meet_system_needs(needs if is_sound else (*dev_system.ENVIRONMENT, *needs), stamp, say)
    if not is_sound:
        _make_environment(say)
        stamp = {"environment": environment, "system": stamp["system"]}
    _write_stamp(stamp)
    wanted = _digest(*BUILD_FILES)
    if stamp.get("checkout") != wanted:
        _install_checkout(say)
        stamp["checkout"] = wanted
        _write_stamp(stamp)
    _compile_catalogues(say)


def _meet_system_needs(needs: Sequence[dev_system.Need], stamp: dict[str, str], say: Callable[[str], None]) -> str:
    """Look only for what was not seen before; return the packages seen so far, for the stamp."""
    seen = set(stamp.get("system", "").split())
    dev_system.ensure([need for need in needs if need.package not in seen], say=say)
    return " ".join(sorted(seen | {need.package for need in needs}))


def _read_stamp() -> dict[str, str]:
    try:
        untrusted_stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # absent or cut short: the environment is made anew
        return {}
    return {str(key): str(value) for key, value in dict(untrusted_stamp).items()}


def _write_stamp(stamp: dict[str, str]) -> None:
    if stamp == _read_stamp():
        return
    STAMP.write_text(json.dumps(stamp, indent=1, sort_keys=True), encoding="utf-8")


def _digest(*parts: Path | str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def _make_environment(say: Callable[[str], None]) -> None:
    """Make `.venv` anew, so that it holds exactly what the lock names and nothing left from an older one."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise SetupFailed("the lock changed, but this is the Python of .venv itself: leave it with `deactivate` first")
    if VENV.is_symlink():  # clearing would empty an environment that belongs to another checkout
        raise SetupFailed(".venv is a link to another environment: remove the link, or call the tools with its Python")
    STAMP.unlink(missing_ok=True)  # first, so that an interrupted attempt is not taken for a finished one
    say("making the virtual environment .venv (once, and when the lock changes)")
    venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    total = sum(1 for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line and line[0].isalnum())
    say(f"installing up to {total} locked packages, 170 MB the first time")
    _pip("install", "--require-hashes", "--only-binary", ":all:", "--compile", "-r", str(LOCK), say=say)


def _install_checkout(say: Callable[[str], None]) -> None:
    """Install this checkout in editable mode: gives the commands `s2w` and `s2w-desktop`, needs no network."""
    say("installing this checkout into .venv")
    _pip("install", "--no-index", "--no-build-isolation", "--no-deps", "-e", str(ROOT), say=say)


def _pip(*arguments: str, say: Callable[[str], None]) -> None:
    """Run the environment's pip and tell one line per package."""
    command = [str(executable("python")), "-m", "pip", *arguments, "--disable-pip-version-check", "--progress-bar", "off"]
    with subprocess.Popen(command, env=clean_environment(), cwd=ROOT, stdout=subprocess.PIPE, text=True,
                          encoding="utf-8", errors="replace") as process:  # fmt: skip
        tail: list[str] = []
        for line in process.stdout or ():
            tail = [*tail, line.rstrip()][-5:]
            if line.startswith("Collecting "):
                say(f"  {line.split()[1].split(';')[0]}")
            elif line.startswith("Installing collected"):
                say("  unpacking and compiling")
    if process.returncode:
        raise SetupFailed("\n".join(["pip failed:", *tail]))


def _compile_catalogues(say: Callable[[str], None]) -> None:
    """Compile the catalogues when one is newer than its compiled form."""
    for po in CATALOGUE_DIR.glob("*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or po.stat().st_mtime_ns > mo.stat().st_mtime_ns:
            say("compiling the translations")
            command = [str(executable("python")), str(ROOT / "packaging" / "catalogues.py"), "compile", "--if-older"]
            if subprocess.run(command, env=clean_environment(), cwd=ROOT, check=False).returncode:
                raise SetupFailed("a translation cannot be compiled; the lines above say which")
            return
