"""Bench of papers for everybody: the memory that a thousand of them take, against a tenth as many.

As a process (bench_papers.py FOLDER COUNT) it writes so many and tells its seconds and the peak of its memory. Linux only.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_importer import forget_peak, peak
from bench_measure import MEGABYTES, Line, Samples, stopwatch
from bench_places import Places, fill, new_place, opened
from s2w_desktop.domain.stations import Role
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.storage.values import ListQuery

LANGUAGES = ("en", "ar")
MANY = 1000
FLAT = 1.25


def papers(places: Places, many: int) -> Line:
    """The profile papers of so many people in two languages, one file each, and those of a tenth of them."""
    folder = places.folder / "papers"
    place = new_place(folder, Role.FIELD)
    fill(place, many)
    place.close()
    few = max(1, many // 10)
    told = {count: _run(folder, count) for count in (few, many)}
    ours, floor = (Samples((told[count]["peak"] / 1e6,)) for count in (many, few))
    seconds = told[many]["seconds"]
    notes = (f"{seconds:.1f} s, {1000 * seconds / many:.1f} ms a paper", f"floor: {few:,}")
    return Line(f"{many:,} papers, memory", ours, floor, aim=FLAT, unit=MEGABYTES, notes=notes)


def _run(folder: Path, count: int) -> dict[str, float]:
    command = [sys.executable, __file__, str(folder), str(count)]
    told = subprocess.run(command, check=True, capture_output=True)
    return {name: float(value) for name, value in json.loads(told.stdout).items()}


def main(folder: Path, count: int) -> None:
    """Write the papers as `s2w profile papers` does."""
    place = opened(folder)
    forget_peak()
    with tempfile.TemporaryDirectory() as written, stopwatch() as seconds:
        for profile in place.store.profiles.ids(ListQuery())[:count]:
            made = place.every_paper.make(profile, PaperKind.PROFILE, LANGUAGES)
            place.interchange.keep(made, Path(written) / f"{profile}.pdf")
    print(json.dumps({"seconds": seconds(), "peak": peak("self")}))
    place.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
