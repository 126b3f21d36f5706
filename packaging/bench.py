"""How fast the main paths are, each as a ratio to a floor measured beside it: python3 packaging/dev.py bench.

--only NAME        only this: start, export, import, memory, commit, list, paper, papers, key, open, search, jobs, esco,
                   interview, cover, likeness, report or unlock; may be given several times
--profiles N       how many people the stores hold (10,000)
--quick            few people, few repetitions: shows that everything runs, and little more
--json FILE        write the figures there, too
--headquarters [N] instead of all that, how far one headquarters reaches: a table for so many people (10000 100000 300000)
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import bench_bundles
import bench_cover
import bench_esco
import bench_interview
import bench_jobs
import bench_likeness
import bench_paper
import bench_papers
import bench_report
import bench_start
import bench_store
import bench_window
import headquarters_table
from bench_bundles import FIFTH
from bench_measure import MEGABYTES, Line
from bench_people import ManyPeople
from bench_places import Places, fill, make_places
from s2w_desktop.services.unlock_cost import unlock_cost
from s2w_desktop.storage.kdf import LEAST_COST

ITEMS = (
    "start",
    "export",
    "import",
    "memory",
    "commit",
    "list",
    "paper",
    "papers",
    "key",
    "open",
    "search",
    "jobs",
    "esco",
    "interview",
    "cover",
    "likeness",
    "report",
    "unlock",
)
PROFILES, QUICK_PROFILES = 10_000, 40
HAND_OVER = ("export", "import", "memory")


@dataclass(frozen=True)
class Plan:
    """How much is measured. `often` is for what takes milliseconds, `seldom` for what takes seconds."""

    profiles: int
    often: int
    some: int
    seldom: int
    is_quick: bool
    only: tuple[str, ...]

    def wants(self, name: str) -> bool:
        """Whether an item was asked for."""
        return not self.only or name in self.only


FULL = Plan(PROFILES, often=400, some=15, seldom=5, is_quick=False, only=())
QUICK = Plan(QUICK_PROFILES, often=20, some=2, seldom=1, is_quick=True, only=())


def lines(plan: Plan, folder: Path) -> Iterator[Line]:
    """Every line of the table, as it is measured."""
    if plan.wants("start"):
        yield bench_start.start(folder, min(7, plan.some))
    if plan.wants("esco") and bench_esco.FOLDER.is_dir() and (plan.only or not plan.is_quick):  # it is never quick
        yield from bench_esco.esco(bench_esco.FOLDER, 2 * plan.often, 150, bench_esco.FLAT_QUERIES)
    if plan.only and set(plan.only) <= {"start", "esco"}:
        return
    places = make_places(folder, plan.profiles)
    if any(plan.wants(name) for name in HAND_OVER) and not bench_bundles.missing_tools():
        yield from _hand_over(plan, places)
    if not plan.only or set(plan.only) - {*HAND_OVER, "start", "esco"}:
        if not plan.wants("export"):
            fill(places.laptop, plan.profiles)
        yield from _in_one_process(plan, places)
    places.laptop.close()


def _hand_over(plan: Plan, places: Places) -> Iterator[Line]:
    hand_over = bench_bundles.HandOver(places)
    if plan.wants("export"):
        fill(places.laptop, plan.profiles)
        hand_over.unpack(hand_over.write())
        yield hand_over.export(plan.seldom)
    if not (plan.wants("import") or plan.wants("memory")):
        return
    people = ManyPeople(places.laptop)
    small, large = (people.bundle(number, hand_over.stick) for number in (plan.profiles // FIFTH, plan.profiles))
    hand_over.unpack(large)
    if plan.wants("import"):
        yield from hand_over.importing(small, large, plan.seldom)
    if plan.wants("memory") and sys.platform == "linux":
        yield from hand_over.memory(small, large)


def _in_one_process(plan: Plan, places: Places) -> Iterator[Line]:
    if plan.wants("commit"):
        yield bench_store.commit(places, plan.often)
    if plan.wants("list"):
        yield from bench_store.lists(places, plan.often)
    if plan.wants("paper"):
        yield bench_paper.paper(places, plan.some)
    if plan.wants("papers") and sys.platform == "linux":
        yield bench_papers.papers(places, plan.profiles if plan.is_quick else bench_papers.MANY)
    if any(plan.wants(name) for name in ("key", "open", "search", "interview", "cover")):
        yield from _window(plan, places, bench_window.WindowBench(places))
    if plan.wants("jobs"):
        yield bench_jobs.keystroke(10 * plan.often)
    yield from _over_everybody(plan, places)
    if plan.wants("unlock"):
        yield bench_store.unlock(places, min(7, plan.some), LEAST_COST if plan.is_quick else unlock_cost())


def _over_everybody(plan: Plan, places: Places) -> Iterator[Line]:
    if plan.wants("likeness"):
        yield bench_likeness.look_alikes(places, plan.often)
        twice = bench_likeness.Twice(places, plan.profiles if plan.is_quick else bench_likeness.MANY)
        yield twice.look()
        yield twice.as_you_type(plan.often)
        yield twice.told_by_index(plan.often)
        twice.close()
    if plan.wants("report"):
        everybody = bench_report.ReportBench(places, plan.profiles if plan.is_quick else bench_report.MANY)
        yield everybody.report(min(3, plan.some))
        everybody.close()
        beside = bench_report.ReportBench(places, min(plan.profiles, bench_report.FEW))
        yield beside.beside_editions(min(3, plan.some))
        beside.close()


def _window(plan: Plan, places: Places, window: bench_window.WindowBench) -> Iterator[Line]:
    measures: dict[str, Callable[[], Line]] = {
        "key": lambda: window.key_press(plan.often),
        "open": lambda: window.open_profile(plan.some),
        "search": lambda: window.search(2 * plan.some),
    }
    for name, measure in measures.items():
        if plan.wants(name):
            yield measure()
    if plan.wants("interview"):
        interview = bench_interview.InterviewBench(places, window)
        yield interview.open_whole(plan.some)
        yield interview.switch(max(1, plan.some // 5))
        yield from interview.entries(plan.some)
        yield interview.key_press(plan.often)
    if plan.wants("cover"):
        yield bench_cover.cover(places, window, plan.some)


def row(line: Line) -> str:
    """A line as text; times in milliseconds."""
    factor, digits = (1, 1) if line.unit == MEGABYTES else (1000, 2)
    unit = line.unit if line.unit == MEGABYTES else "ms"
    figures = [f"{factor * value:>11,.{digits}f}" for value in (line.ours.median, line.ours.percentile(95), line.floor.median)]
    aim = f"{line.aim:g}" if line.aim else "-"
    notes = "; ".join(line.notes)
    return f"{line.name:<28}{''.join(figures)} {unit:<3}{line.ratio:>8.2f} {aim:>5} {line.verdict:<5} {notes}".rstrip()


def heading() -> str:
    """The names of the columns."""
    return f"{'':<28}{'median':>11}{'p95':>11}{'floor':>11}    {'ratio':>8} {'aim':>5}"


def plain(line: Line) -> dict[str, object]:
    """A line for other programs; seconds or megabytes."""
    return {
        "name": line.name,
        "unit": line.unit,
        "median": line.ours.median,
        "p95": line.ours.percentile(95),
        "p99": line.ours.percentile(99),
        "floor": line.floor.median,
        "ratio": line.ratio,
        "aim": line.aim,
        "verdict": line.verdict,
        "samples": len(line.ours.values),
        "notes": list(line.notes),
    }


def main(arguments: list[str]) -> int:
    """Measure, print, and return 0 whatever the figures are: they are for people to judge."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", action="append", default=[], choices=ITEMS, metavar="NAME")
    parser.add_argument("--profiles", type=int, metavar="N")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--headquarters", type=int, nargs="*", metavar="N")
    options = parser.parse_args(arguments)
    if options.headquarters is not None:
        headquarters_table.table(tuple(options.headquarters) or headquarters_table.SIZES)
        return 0
    plan = QUICK if options.quick else FULL
    plan = Plan(options.profiles or plan.profiles, plan.often, plan.some, plan.seldom, plan.is_quick, tuple(options.only))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    missing = bench_bundles.missing_tools()
    if missing:
        print(f"without {', '.join(missing)} there is no floor for export and import: these are left out")
    folder = Path(tempfile.mkdtemp(prefix="s2w-bench-"))
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # processes that are started shall find compiled modules, as installed ones do
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    try:
        measured = _print_all(plan, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        options.json.write_text(json.dumps([plain(line) for line in measured], indent=1), encoding="utf-8")
    return 0


def _print_all(plan: Plan, folder: Path) -> list[Line]:
    print(f"{plan.profiles:,} profiles, {os.cpu_count()} cores", heading(), sep="\n", flush=True)
    measured = []
    for told in lines(plan, folder):
        line = replace(told, aim=None) if plan.is_quick else told  # aims are for many people: with few, what is fixed decides
        print(row(line), flush=True)
        measured.append(line)
    return measured


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
