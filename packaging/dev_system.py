"""What the program needs from the operating system, how that is checked, and who installs it.

Every need is checked by doing it (loading the library, finding the program), so that the answer is also right where
Debian's package manager did not install it. Standard library only.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

OLD_NAMES = {"bullseye", "bookworm", "focal", "jammy", "kinetic", "lunar", "mantic"}
"""Releases from before glib's package got a new name for 64-bit time."""


class Kind(Enum):
    """How a need is checked."""

    LIBRARY = "library"
    PROGRAM = "program"
    FILE = "file"
    MODULE = "module"


@dataclass(frozen=True)
class Need:
    """One Debian package and the thing in it that is looked for."""

    package: str
    kind: Kind
    probe: str


class SystemIncomplete(Exception):
    """Something is missing that could not be installed; the message is the one line to show."""


def _library(package: str, soname: str) -> Need:
    return Need(package, Kind.LIBRARY, soname)


def _python_name() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}"


OFFSCREEN = (
    _library("libglib2.0-0t64", "libglib-2.0.so.0"),
    _library("libfontconfig1", "libfontconfig.so.1"),
    _library("libdbus-1-3", "libdbus-1.so.3"),
    _library("libxkbcommon0", "libxkbcommon.so.0"),
    _library("libegl1", "libEGL.so.1"),
    _library("libgl1", "libGL.so.1"),
)
WINDOW = (
    *OFFSCREEN,
    _library("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    _library("libxcb-cursor0", "libxcb-cursor.so.0"),
    _library("libxcb-icccm4", "libxcb-icccm.so.4"),
    _library("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    _library("libxcb-shape0", "libxcb-shape.so.0"),
)
TESTS = (
    *WINDOW,
    Need("age", Kind.PROGRAM, "age"),
    Need("dbus", Kind.PROGRAM, "dbus-daemon"),
    Need("jq", Kind.PROGRAM, "jq"),
    Need("libreoffice-calc", Kind.FILE, "/usr/lib/libreoffice/program/libsclo.so"),
    Need("libreoffice-writer", Kind.FILE, "/usr/lib/libreoffice/program/libswlo.so"),
    Need("minisign", Kind.PROGRAM, "minisign"),
    Need("poppler-utils", Kind.PROGRAM, "pdftotext"),
    Need("qpdf", Kind.PROGRAM, "qpdf"),
    Need("unicode-data", Kind.FILE, "/usr/share/unicode/BidiCharacterTest.txt"),
    Need("xvfb", Kind.PROGRAM, "Xvfb"),
)
BUILD = (
    *WINDOW,
    Need("binutils", Kind.PROGRAM, "objdump"),
    _library(f"lib{_python_name()}", str(sysconfig.get_config_var("INSTSONAME"))),
)
ENVIRONMENT = (Need(f"{_python_name()}-venv", Kind.MODULE, "ensurepip"),)


def is_met(need: Need) -> bool:
    """Say whether the need is met on this machine."""
    if need.kind is Kind.PROGRAM:
        return shutil.which(need.probe) is not None
    if need.kind is Kind.FILE:
        return Path(need.probe).exists()
    if need.kind is Kind.MODULE:
        return importlib.util.find_spec(need.probe) is not None
    if not need.probe.endswith(".a"):
        try:
            ctypes.CDLL(need.probe)
        except OSError:
            return False
    return True


def read_os_release(text: str) -> dict[str, str]:
    """Return the fields of an os-release text."""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("\"'") for name, value in pairs}


def package_names(needs: Sequence[Need], os_release: Mapping[str, str]) -> list[str]:
    """Return the names of the packages in this release of Debian, Ubuntu or a relative of theirs."""
    codename = next(
        (os_release[key] for key in ("UBUNTU_CODENAME", "DEBIAN_CODENAME", "VERSION_CODENAME") if key in os_release), ""
    )
    names = [need.package for need in needs]
    if codename in OLD_NAMES:
        names = [name.removesuffix("t64") for name in names]
    return names


def ensure(needs: Sequence[Need], *, say: Callable[[str], None]) -> None:
    """Install what is missing. Only Linux is looked at; the packages for other systems bring everything along.

    Raises SystemIncomplete with one line that names the packages when they cannot be installed from here.
    """
    missing = [need for need in needs if not is_met(need)] if sys.platform.startswith("linux") else []
    if not missing:
        return
    packages = package_names(missing, _os_release())
    command = _install_command()
    if command is None:
        raise SystemIncomplete(_what_to_install(missing, packages))
    say(f"installing system packages: {' '.join(packages)}")
    _apt(command, packages)
    importlib.invalidate_caches()
    still = [need for need in missing if not is_met(need)]
    if still:
        raise SystemIncomplete(_what_to_install(still, package_names(still, _os_release())))


def _os_release() -> dict[str, str]:
    path = Path("/etc/os-release")
    return read_os_release(path.read_text(encoding="utf-8")) if path.exists() else {}


def _what_to_install(missing: Sequence[Need], packages: Sequence[str]) -> str:
    if shutil.which("apt-get"):
        return f"please install first: sudo apt-get install {' '.join(packages)}"
    probes = ", ".join(need.probe for need in missing)
    return f"please install first what holds {probes} (in Debian: {' '.join(packages)})"


def _install_command() -> list[str] | None:
    """Return how apt-get can be called from here: as root, by sudo without asking, or by sudo at a terminal."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if not shutil.which("sudo"):
        return None
    if sys.stdin.isatty():
        return ["sudo", "apt-get"]
    asks_nothing = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n", "apt-get"] if asks_nothing else None


def _apt(command: Sequence[str], packages: Sequence[str]) -> None:
    """Refresh the lists, then install. A failed refresh (one foreign source is down) need not stop the rest."""
    quietly = [*command, "-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*quietly, "update"], env=environment, stdout=subprocess.DEVNULL, check=False)
    install = [*quietly, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
        raise SystemIncomplete(f"apt-get could not install: {' '.join(packages)}; its own words are above")
