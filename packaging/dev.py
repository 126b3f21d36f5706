"""The one door for developers: python3 packaging/dev.py run | test | check | bench | screenshots | build | lock.

Each command does the set-up it needs. Standard library only; works with any Python from 3.11 on.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

if sys.version_info < (3, 11):  # noqa: UP036  # this line is what an older Python shall say
    sys.exit("s2w_desktop needs Python 3.11 or newer, this is " + sys.version.split()[0])

import dev_lock
import dev_setup
import dev_system
from dev_arguments import folder, folder_parser
from dev_setup import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGING: Final = ROOT / "packaging"
FIRST_PAIR: Final = "en+ar"
QT_TRAPS: Final = ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_PLUGIN_PATH", "QT_FONT_DPI", "QT_AUTO_SCREEN_SCALE_FACTOR")


def say(line: str) -> None:
    """Print one line of progress at once, also into a pipe."""
    print(line, flush=True)


def has_display() -> bool:
    """Say whether a window can be shown."""
    by_system = sys.platform in {"win32", "darwin"}
    return by_system or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def offscreen_environment() -> dict[str, str]:
    """Return an environment in which Qt paints a laptop's screen that nobody sees, untouched by own settings."""
    screen = PACKAGING / "screen.json"
    place = str(screen) if ":" not in str(screen) else screen.relative_to(ROOT).as_posix()  # Qt splits at colons
    kept = dev_setup.clean_environment(QT_QPA_PLATFORM=f"offscreen:configfile={place}")
    return {name: value for name, value in kept.items() if name not in QT_TRAPS}


def python(*arguments: str, environment: dict[str, str] | None = None) -> int:
    """Run the environment's Python in the checkout and return its exit code."""
    return call([str(dev_setup.executable("python")), *arguments], environment)


def call(command: Sequence[str], environment: dict[str, str] | None = None) -> int:
    """Run a command in the checkout; return its exit code, or 128 and the signal's number as a shell does."""
    try:
        code = subprocess.run(command, cwd=ROOT, env=environment or dev_setup.clean_environment(), check=False).returncode
    except KeyboardInterrupt:
        return 130
    return code if code >= 0 else 128 - code


def script(name: str, *arguments: str) -> int:
    """Run one of the scripts beside this one, offscreen."""
    if not (PACKAGING / name).exists():
        say(f"packaging/{name} is not in this checkout")
        return 2
    return python(str(PACKAGING / name), *arguments, environment=offscreen_environment())


def run(arguments: Sequence[str]) -> int:
    """Open the program; without a display, or when asked for, do the tour."""
    parser = argparse.ArgumentParser(prog="dev.py run", description="open the program, or do the tour", allow_abbrev=False)
    parser.add_argument("--tour", metavar="DIR", type=folder, help="do the main job unattended and leave its results in DIR")
    options, rest = parser.parse_known_args(arguments)
    if options.tour is None and has_display():
        dev_setup.prepare(dev_system.WINDOW, say=say)
        return python("-m", "s2w_desktop", *rest)
    if options.tour is not None and rest:
        parser.error(f"the tour takes no other arguments: {' '.join(rest)}")
    place = options.tour or ROOT / "tour"
    dev_setup.prepare(dev_system.OFFSCREEN, say=say)
    if options.tour is None:
        say(f"no display here: doing the tour, its pictures and files go to {place}")
        return script("tour.py", str(place), "--pairs", FIRST_PAIR)  # all of them, as --tour does, take minutes
    return script("tour.py", str(place))


def test(arguments: Sequence[str]) -> int:
    """Run the tests; arguments go to pytest. Without any, the whole suite is shared out over the processors."""
    dev_setup.prepare(dev_system.TESTS, say=say)
    shared_out = ["-n", "auto", "--maxprocesses", "8", "--dist", "worksteal"]
    return python("-m", "pytest", *(arguments or shared_out), environment=offscreen_environment())


def soak(arguments: Sequence[str]) -> int:
    """Play many more random histories than every test run, or attack many more reports; a failure names its seed."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description="play random histories, attack reports", allow_abbrev=False)
    parser.add_argument("--histories", metavar="N", type=int, default=20_000, help="how many; 20000 unless told")
    parser.add_argument("--seed", metavar="S", type=int, default=1_000_000, help="the first seed; 1000000 unless told")
    parser.add_argument("--attacks", metavar="N", type=int, default=0, help="attack the reports of so many populations instead")
    options = parser.parse_args(arguments)
    dev_setup.prepare(dev_system.TESTS, say=say)
    told = {"S2W_HISTORIES": str(options.histories), "S2W_FIRST_SEED": str(options.seed)}
    if options.attacks:
        told = {"S2W_ATTACKS": str(options.attacks)}
    shared_out = ["-n", "auto", "--maxprocesses", "8", "--dist", "worksteal"]
    tests = "tests/analysis" if options.attacks else "tests/histories"
    return python("-m", "pytest", tests, *shared_out, environment={**offscreen_environment(), **told})


def check(arguments: Sequence[str]) -> int:
    """Run every check that needs no running program, all of them even if one fails."""
    dev_setup.prepare((), say=say)
    checks = {
        "lint": [str(dev_setup.executable("ruff")), "check", *arguments],
        "format": [str(dev_setup.executable("ruff")), "format", "--check", *arguments],
        "types": [str(dev_setup.executable("mypy"))],
        "layers": [str(dev_setup.executable("lint-imports"))],
        "translations": [str(dev_setup.executable("python")), str(PACKAGING / "catalogues.py"), "check"],
    }
    failed = []
    for name, command in checks.items():
        say(f"== {name}")
        if call(command):
            failed.append(name)
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Print the speed of the main paths as ratios to a floor measured beside them."""
    dev_setup.prepare(dev_system.TESTS, say=say)
    return script("bench.py", *arguments)


def screenshots(arguments: Sequence[str]) -> int:
    """Paint the pictures of the documentation."""
    parser = folder_parser("dev.py screenshots", "paint the pictures of the documentation", ROOT / "docs" / "images")
    place = parser.parse_args(arguments).folder
    dev_setup.prepare(dev_system.OFFSCREEN, say=say)
    return script("screenshots.py", str(place)) or script("pictogram_sheets.py", str(place))


def build(arguments: Sequence[str]) -> int:
    """Make the program folder that runs without Python, in dist/s2w-desktop."""
    dev_setup.prepare(dev_system.BUILD, say=say)
    return python("-m", "PyInstaller", str(PACKAGING / "s2w.spec"), "--noconfirm", "--log-level", "WARN",
                  "--distpath", "dist", "--workpath", "build/pyinstaller", *arguments)  # fmt: skip


def lock(arguments: Sequence[str]) -> int:
    """Make the lock files anew from pyproject.toml; --upgrade raises what is not pinned there."""
    parser = argparse.ArgumentParser(prog="dev.py lock", description="make the lock files anew", allow_abbrev=False)
    parser.add_argument("--upgrade", action="store_true", help="raise what pyproject.toml does not pin")
    dev_lock.make(upgrade=parser.parse_args(arguments).upgrade, say=say)
    return 0


COMMANDS: Final = {
    "run": run,
    "test": test,
    "soak": soak,
    "check": check,
    "bench": bench,
    "screenshots": screenshots,
    "build": build,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        lines = [f"  {name:<12} {command.__doc__}" for name, command in COMMANDS.items()]
        print("usage: python3 packaging/dev.py COMMAND [ARGUMENTS]", *lines, sep="\n")
        return 0 if arguments and arguments[0] in {"-h", "--help"} else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except (dev_system.SystemIncomplete, dev_setup.SetupFailed, dev_lock.LockFailed) as fault:
        print(fault, file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
