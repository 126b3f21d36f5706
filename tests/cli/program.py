"""The program `s2w`, started in this process with streams that tests read, or as a process of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from s2w_desktop.cli.main import main
from s2w_desktop.cli.surroundings import Surroundings

ROOT = Path(__file__).parents[2]
PASSPHRASE = "correct horse battery staple nine"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def json(self) -> Any:  # noqa: ANN401  # tests look into it as they like
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def failure(self) -> dict[str, Any]:
        """The one JSON object on standard error."""
        (line,) = self.err.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found


def s2w(
    *arguments: object,
    stdin: bytes = b"",
    environ: Mapping[str, str] | None = None,
    answers: list[str] | None = None,
    is_terminal: bool = False,
    translations: Path = ROOT / "translations",
    own_languages: Path = ROOT / "no-languages-of-their-own",
) -> Ran:
    """Run a command here. `answers` are what a person types on the terminal; without them there is none."""
    out, err = io.BytesIO(), io.BytesIO()
    typed = iter(answers or [])
    ask = (lambda _question: next(typed)) if answers is not None else None
    surroundings = Surroundings(
        stdin=io.BufferedReader(io.BytesIO(stdin)),
        stdout=out,
        stderr=err,
        stdout_is_terminal=is_terminal,
        stderr_is_terminal=is_terminal,
        environ={"LANG": "en_GB.UTF-8"} if environ is None else environ,
        ask_secret=ask,
        ask=ask,
        abandon_output=lambda: None,
        resources=ROOT / "resources",
        translations=translations,
        own_languages=own_languages,
        unlock_seconds=0.0,
    )
    code = main([str(argument) for argument in arguments], surroundings)
    return Ran(int(code), out.getvalue(), err.getvalue().decode("utf-8"))


def start(*arguments: object, pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    """Start the real program, all streams as pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "s2w_desktop.cli", *(str(argument) for argument in arguments)],
        cwd=ROOT,
        env={**os.environ, "LANG": "C.UTF-8"},
        pass_fds=pass_fds,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(*arguments: object, stdin: bytes = b"", pass_fds: tuple[int, ...] = ()) -> Ran:
    """Run the real program to its end."""
    with start(*arguments, pass_fds=pass_fds) as process:
        out, err = process.communicate(stdin, timeout=60)
    return Ran(process.returncode, out, err.decode("utf-8"))


@dataclass(frozen=True)
class Office:
    """A store and how to name it on a command line. `address` is where it is if not in the folder."""

    folder: Path
    passphrase_file: Path
    address: str = ""

    @property
    def options(self) -> tuple[object, ...]:
        return ("--store", self.address or self.folder, "--passphrase-file", self.passphrase_file)

    def __call__(self, *arguments: object, stdin: bytes = b"", is_terminal: bool = False) -> Ran:
        """Run a command on this store: words first, then the store's options."""
        return s2w(*arguments, *self.options, stdin=stdin, is_terminal=is_terminal)


def make_office(folder: Path, role: str, *more: object, address: str = "") -> Office:
    """A store made by `s2w init`."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    passphrase_file = folder.parent / f"{folder.name}.passphrase"
    passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    office = Office(folder, passphrase_file, address)
    place = ("--centre", "Athens", "--country", "GR", "--host-country", "GRC", "--host-language", "ell")
    made = office("init", "--role", role, "--organisation", "Example Aid", *place, *more)
    assert made.code == 0, made.err
    return office


def enrol(hq: Office, laptop: Office, folder: Path) -> None:
    """Card, look, accept, request, look, accept."""
    folder.mkdir(parents=True, exist_ok=True)
    card = folder / f"{laptop.folder.name}-card.json"
    words = hq("enroll", "card", "--out", card, "--json").json["words"]
    assert laptop("enroll", "accept", card, "--words", " ".join(words)).code == 0
    made = laptop("enroll", "request", "--out", folder, "--json").json
    request = made["bundle"]["file"]
    assert hq("enroll", "accept", request, "--words", " ".join(made["words"])).code == 0
    Path(request).unlink()


def export(laptop: Office, folder: Path) -> Path:
    """The file of one hand-over."""
    folder.mkdir(parents=True, exist_ok=True)
    (bundle,) = laptop("export", folder, "--json").json["bundles"]
    return Path(bundle["file"])
