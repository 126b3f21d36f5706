"""Benches of the hand-over: export and import of many profiles, and the memory of an import.

The floors are the standard tools on the same bytes: `gzip -1 | age` and a synced file for the export; `age -d | gunzip`,
`json.loads` and raw inserts of the rows that the import made, in one transaction, for the import.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from bench_measure import MEGABYTES, Line, Samples, in_turn, processor_time, stopwatch
from bench_people import write
from bench_places import Places, copied, opened, raw_connection, rows_of
from s2w_desktop.storage.encrypted_file import ROOM

CHUNK = 500
FIFTH = 5
MOST_MEMORY = 400  # megabytes that each process of an import may take
FILLED = ("revision", "profile", "features", "feature_key")
"""The tables whose rows an import of profiles makes, in an order in which references hold."""
TOOLS = ("age", "gzip", "gunzip", "tar")


def missing_tools() -> list[str]:
    """Tools that the floors need and that are not here."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class HandOver:
    """Bundles of a laptop, and what the floors need of them: the same lines, and a key of headquarters in a file."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.stick = places.folder / "stick"  # every bundle lies there
        self.stick.mkdir()
        self._lines = places.folder / "records.jsonl"
        self._identity = places.folder / "identity.txt"
        headquarters = opened(places.headquarters)
        keys = headquarters.store.stations.keys()
        headquarters.close()
        self._recipient = keys.recipient
        self._identity.write_text(keys.identity + "\n", encoding="ascii")

    def write(self) -> Path:
        """A bundle of all that the laptop holds."""
        (bundle,) = self._places.laptop.exporting.write(self.stick).bundles
        return bundle.path

    def unpack(self, bundle: Path) -> None:
        """Keep the lines of a bundle for the floors."""
        content = self._places.folder / "content.tar"  # a file, for tar does not read a pipe to its end
        _piped(bundle, content, ["age", "-d", "-i", self._identity])
        _piped(content, self._lines, ["tar", "-xO", "--wildcards", "records-*"], ["gunzip"])
        content.unlink()

    def export(self, times: int) -> Line:
        """Write a bundle of everything, read it back and enter it into the ledger."""

        def ours() -> float:
            with stopwatch() as seconds:
                bundle = self.write()
            bundle.unlink()
            return seconds()

        def floor() -> float:
            with stopwatch() as seconds:
                self._seal(self._places.folder / "floor.age")
            return seconds()

        megabytes = self._lines.stat().st_size / 1e6
        return Line(
            f"export {self._places.profiles:,}",
            *in_turn(ours, floor, times=times, warm_up=0),
            aim=3,
            notes=(f"{megabytes:.1f} MB",),
        )

    def importing(self, small: Path, bundle: Path, times: int) -> Iterator[Line]:
        """Take a bundle in at a headquarters that has nothing; then the same file again, and the same records in another one.

        The notes part what each import costs (a process is started) from what each profile costs, by a bundle of a fifth.
        """
        sealed = self._places.folder / "floor.age"
        self._seal(sealed)
        filled = copied(self._places, "filled")
        _take(filled, bundle)
        connection = raw_connection(filled)
        tables = [rows_of(connection, table) for table in FILLED]
        connection.close()

        busy: dict[str, list[float]] = {"ours": [], "floor": []}

        def ours() -> float:
            with processor_time() as seconds:
                taken = _take(copied(self._places, "importing"), bundle)
            busy["ours"].append(seconds())
            return taken

        def floor() -> float:
            bare = raw_connection(copied(self._places, "bare"))
            bare.execute(f"PRAGMA cache_size={ROOM}")  # as while an import writes
            with stopwatch() as seconds, processor_time() as worked:
                _insert(bare, self._opened(sealed), tables)
            bare.close()
            busy["floor"].append(worked())
            return seconds()

        fifth = Samples(tuple(_take(copied(self._places, "importing"), small) for _ in range(times)))
        pair = in_turn(ours, floor, times=times, warm_up=0)
        many, few, most = pair[0].median, fifth.median, self._places.profiles
        each = (many - few) / (most - most // FIFTH)
        notes = (
            f"{1000 * each:.2f} ms each",
            f"{1000 * (many - each * most):.0f} ms whatever the number",
            f"processors {median(busy['ours']):.2f} s, floor {median(busy['floor']):.2f} s",
        )
        yield Line(f"import {most:,}", *pair, aim=3, notes=notes)
        yield from self._again(pair[0], filled, bundle)

    def _again(self, first: Samples, filled: Path, bundle: Path) -> Iterator[Line]:
        """Once more into the headquarters that has it all: the aim is a tenth of the first time."""
        floor = ("floor: the first time",)
        yield Line("import again, same file", Samples((_take_again(filled, bundle),)), first, aim=0.1, notes=floor)
        with self._lines.open("rb") as lines:
            other = write(self._places.laptop, (line.rstrip(b"\n") for line in lines), self.stick)
        yield Line("import again, other file", Samples((_take_again(filled, other),)), first, notes=floor)

    def memory(self, small: Path, large: Path) -> Iterator[Line]:
        """How much more memory an import takes for five times as many profiles; what it may take is told beside it."""
        few, many = (self._peaks(bundle, f"peaks-{number}") for number, bundle in enumerate((small, large)))
        for who, role in (("importing", "import memory"), ("reader", "import reader memory")):
            ours, floor = (Samples((peaks[who] / 1e6,)) for peaks in (many, few))
            notes = ("floor: a fifth of the profiles", f"{ours.median:.0f} MB of {MOST_MEMORY}")
            yield Line(role, ours, floor, aim=1.25, unit=MEGABYTES, notes=notes)

    def _peaks(self, bundle: Path, name: str) -> dict[str, float]:
        child = Path(__file__).with_name("bench_importer.py")
        command = [sys.executable, str(child), str(copied(self._places, name)), str(bundle)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        return {who: float(peak) for who, peak in json.loads(told.stdout).items()}

    def _seal(self, target: Path) -> None:
        _piped(self._lines, target, ["gzip", "-1"], ["age", "-r", self._recipient])
        with target.open("rb") as file:
            os.fsync(file.fileno())

    def _opened(self, sealed: Path) -> Iterator[bytes]:
        """The lines of a sealed file, as `age -d | gunzip` give them."""
        with (
            subprocess.Popen(["age", "-d", "-i", self._identity, sealed], stdout=subprocess.PIPE) as age,
            subprocess.Popen(["gunzip"], stdin=age.stdout, stdout=subprocess.PIPE) as gunzip,
        ):
            if gunzip.stdout:
                yield from gunzip.stdout


def _take_again(folder: Path, bundle: Path) -> float:
    headquarters = opened(folder)
    with stopwatch() as seconds:
        result = headquarters.importing.take(bundle)
    headquarters.close()
    if result.quarantined or result.new or result.changed:
        raise AssertionError("a bench that brings something measures another thing")
    return seconds()


def _take(folder: Path, bundle: Path) -> float:
    headquarters = opened(folder)
    with stopwatch() as seconds:
        result = headquarters.importing.take(bundle)
    headquarters.close()
    if result.quarantined or not result.new:
        raise AssertionError("a bench that imports nothing measures nothing")
    return seconds()


def _insert(connection: Any, lines: Iterator[bytes], tables: list[tuple[str, list[tuple[object, ...]]]]) -> None:  # noqa: ANN401  # the driver has no types
    rows = [(statement, iter(values)) for statement, values in tables]
    connection.execute("BEGIN IMMEDIATE")
    while chunk := list(islice(lines, CHUNK)):
        for line in chunk:
            json.loads(line)
        for statement, values in rows:
            connection.executemany(statement, list(islice(values, CHUNK)))
    connection.execute("COMMIT")


def _piped(source: Path, target: Path, *commands: list[str | Path]) -> None:
    """Run the commands as a pipe from one file into another. Raises CalledProcessError."""
    with source.open("rb") as first, target.open("wb") as last:
        children: list[subprocess.Popen[bytes]] = []
        for number, command in enumerate(commands):
            stdin = children[-1].stdout if children else first
            is_last = number == len(commands) - 1
            children.append(subprocess.Popen(command, stdin=stdin, stdout=last if is_last else subprocess.PIPE))
        for child in children:
            if child.stdout:
                child.stdout.close()
        for child, command in zip(children, commands, strict=True):
            if child.wait():
                raise subprocess.CalledProcessError(child.returncode, command)
