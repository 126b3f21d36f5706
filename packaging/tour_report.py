"""What the tour leaves behind: training keys, the result of the standard tools, and the report."""

import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from s2w_desktop.bundle.minisign import public_key_file
from s2w_desktop.services.workplace import Workplace

IDENTITY, DEVICE_KEY, HEADQUARTERS_KEY = "hq-identity.txt", "device.pub", "hq.pub"


@dataclass
class Account:
    """Counts and times, as they happened."""

    words: str = ""
    profiles: int = 0
    imported: int = 0
    received: int = 0
    papers: int = 0
    bundle: Path = Path()
    bundle_bytes: int = 0
    times: list[tuple[str, float]] = field(default_factory=list)
    interviews: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)  # pair, its pictures

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Note how long something took."""
        start = time.monotonic()
        yield
        self.times.append((what, time.monotonic() - start))


def keep_laptop_key(folder: Path, workplace: Workplace) -> None:
    """The public key that verifies the laptop's bundles."""
    _only_training(workplace)
    (folder / DEVICE_KEY).write_text(public_key_file(workplace.store.stations.keys().signing_key), "utf-8")


def keep_headquarters_keys(folder: Path, workplace: Workplace) -> None:
    """The identity that opens the bundle. It is a training key: real ones never leave their store."""
    _only_training(workplace)
    keys = workplace.store.stations.keys()
    (folder / IDENTITY).write_text(f"# training key: opens invented people only\n{keys.identity}\n", "utf-8")
    (folder / HEADQUARTERS_KEY).write_text(public_key_file(keys.signing_key), "utf-8")


def _only_training(workplace: Workplace) -> None:
    if not workplace.station.training:
        raise ValueError("keys of a real store are never written out")


def write_report(folder: Path, account: Account, pictures: Sequence[tuple[str, str]], seconds: float) -> None:
    """Write tour.md."""
    lines = [
        "# What happened",
        "",
        f"The program ran unattended for {seconds:.0f} seconds on {platform.system()}, Python {platform.python_version()}.",
        "All people are invented; the stores were training stores in a temporary folder and are gone.",
        "",
        "| | |",
        "|---|---|",
        f"| profiles recorded through the widgets | {account.profiles} |",
        f"| bundle | `{account.bundle.name}`, {account.bundle_bytes:,} bytes |",
        f"| profiles at headquarters | {account.imported} |",
        f"| profiles whose receipt came back | {account.received} |",
        f"| papers | {account.papers} |",
        f"| headquarters' key in words | {account.words} |",
        "",
        "| step | seconds |",
        "|---|---|",
        *(f"| {what} | {took:.1f} |" for what, took in account.times),
        "",
        "# Open the bundle with standard tools",
        "",
        f"`{IDENTITY}` and `{DEVICE_KEY}` are training keys made for this tour.",
        "",
        "```",
        *_commands(account.bundle.name),
        "```",
        "",
        _tried(folder, account.bundle.name),
        "",
        "# Pictures",
        "",
        *(f"- [{name}]({name}): {words}" for name, words in pictures),
        *_interview_lines(account),
        "",
    ]
    (folder / "tour.md").write_text("\n".join(lines), "utf-8")


def _interview_lines(account: Account) -> Iterator[str]:
    """The pictures of whole interviews, pair by pair, each in a folder of its own."""
    for pair, pictures in account.interviews:
        yield from ("", f"# A whole interview in every detail: {pair}", "")
        yield from (f"- [{name}]({pair}/{name}): {words}" for name, words in pictures)


def _commands(bundle: str) -> tuple[str, ...]:
    return (
        f"age --decrypt -i {IDENTITY} {bundle} | tar x",
        f"minisign -Vm manifest.json -p {DEVICE_KEY}",
        "sha256sum --check <(jq -r '.members[] | \"\\(.sha256)  \\(.name)\"' manifest.json)",
        "gunzip --keep records-0001.jsonl.gz",
        "wc -l records-0001.jsonl",
    )


def _tried(folder: Path, bundle: str) -> str:
    """Run the commands where their programs are, and say what came of it."""
    missing = [tool for tool in ("bash", "age", "tar", "minisign", "sha256sum", "jq", "gunzip") if shutil.which(tool) is None]
    if missing or sys.platform == "win32":
        return f"Not tried here: {', '.join(missing) or 'no such shell'} missing."
    with tempfile.TemporaryDirectory() as place:
        for name in (bundle, IDENTITY, DEVICE_KEY):
            shutil.copy(folder / name, place)
        script = "\n".join(("set -euo pipefail", *_commands(bundle)))
        done = subprocess.run(["bash", "-c", script], cwd=place, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError("the standard tools did not open the bundle: " + done.stderr)
    return "Tried in this run, with this result:\n\n```\n" + done.stdout.strip() + "\n```"
