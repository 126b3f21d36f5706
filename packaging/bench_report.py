"""Bench of the report over all people of headquarters, against the bare groupings of SQL that its tables need."""

import gc
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from bench_measure import Line, in_turn, stopwatch, timed
from bench_places import SEED, SOURCES, Places, copied, opened
from s2w_desktop import paths
from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.making import column_names
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, Spec, SpreadSpec, column_name
from s2w_desktop.domain.derived.cases import LAYOUT, LISTS, NAMES, CaseValue, case_of
from s2w_desktop.domain.figures import Selection
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.summary import summarise
from s2w_desktop.services.populations.people import population
from s2w_desktop.services.report_cases import PACKING
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.cases import NumberOf
from s2w_desktop.storage.values import StoredProfile, View

MANY, AIM = 100_000, 3
FEW, EDITIONS = 2_400, 12
REPORT_SECONDS = 8
MODELS = 600
_AT_ONCE = 2_000


class ReportBench:
    """A headquarters with many people, whose cases are written directly: only their making is measured apart."""

    def __init__(self, places: Places, people: int) -> None:
        self._folder, self._people = copied(places, "report"), people
        self._models = list(population(paths.resources(), "relocation-2018", min(people, MODELS), SEED))
        with stopwatch() as seconds:
            self._cases = [list(case_of(QUESTIONNAIRE, one, SOURCES.today()).values()) for one in self._models]
        self._making = seconds() / len(self._models)
        self._flat = sqlite3.connect(":memory:")
        self._fill(people)
        self._office = opened(self._folder)
        gc.freeze()  # the program does not hold what the bench invented

    def report(self, times: int) -> Line:
        """The whole report of everybody, with nothing to make before, against the groupings over one wide table in memory."""
        pair = in_turn(timed(self._office.office.reporting.report), timed(self._groupings), times=times, warm_up=0)
        made = self._office.office.reporting.report()
        hidden = sum(line.small + line.protected for line in made.log)
        notes = (
            f"{pair[0].median:.1f} s of {REPORT_SECONDS}; {len(made.tables)} tables, {hidden:,} cells hidden",
            f"making a case takes {1000 * self._making:.2f} ms besides reading the profile",
        )
        return Line("report, everybody", *pair, aim=AIM, notes=notes)

    def beside_editions(self, times: int) -> Line:
        """The same report beside those of twelve parts of its time that went out, against the same beside none."""
        self._office.close()
        folder = self._folder.with_name("report-editions")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._folder, folder)
        self._office, office = opened(self._folder), opened(folder)
        for part in self._parts():
            office.office.reporting.went_out(office.office.reporting.draft(part))
        pair = in_turn(timed(office.office.reporting.report), timed(self._office.office.reporting.report), times=times, warm_up=0)
        note = f"{pair[0].median:.1f} s of {REPORT_SECONDS}; {self._people:,} people"
        office.close()
        return Line("report, 12 editions beside", *pair, aim=AIM, notes=(note,))

    def close(self) -> None:
        """Free everything."""
        gc.unfreeze()
        self._flat.close()
        self._office.close()

    def _parts(self) -> Iterator[Selection]:
        """Spans of as many days with interviews each, from the first to the last."""
        days = sorted({day for case in self._cases if isinstance(day := case[NAMES.index("day")], str)})
        told = [date.fromisoformat(day) for day in days if day[:1].isdigit()]
        starts = [told[len(told) * part // EDITIONS] for part in range(EDITIONS)]
        for first, after in pairwise([*starts, told[-1] + timedelta(days=1)]):
            yield Selection(first, after - timedelta(days=1))

    def _fill(self, people: int) -> None:
        office = opened(self._folder)
        summaries = [summarise(QUESTIONNAIRE, one, SOURCES.today()) for one in self._models]
        drawn = Random(SEED).choices(range(len(self._models)), k=people)  # noqa: S311  # invented people
        ids = [ProfileId(SOURCES.new_id()) for _ in drawn]
        for first in range(0, people, _AT_ONCE):
            places = range(first, min(people, first + _AT_ONCE))
            with office.store.inbox.transaction() as transaction:
                transaction.save_views([View(ids[place], summaries[drawn[place]], 0, 1) for place in places])
        self._keep_cases(office, dict(zip(ids, drawn, strict=True)))
        office.close()
        self._flatten(drawn)

    def _keep_cases(self, office: Workplace, model_of: Mapping[ProfileId, int]) -> None:
        packed: dict[int, bytes] = {}

        def make(stored: StoredProfile, number_of: NumberOf) -> bytes:
            place = model_of[stored.id]
            if place not in packed:
                packed[place] = PACKING.pack(self._cases[place], number_of)
            return packed[place]

        step = office.store.cases.catch_up(LAYOUT, make, _AT_ONCE)
        while step.last is not None:
            step = office.store.cases.catch_up(LAYOUT, make, _AT_ONCE, step.last)

    def _flatten(self, drawn: list[int]) -> None:
        """One column for each variable that is counted, and one table for the lists."""
        counted = column_names(TABLES)
        self._columns = [name for name in NAMES if name in counted and name not in LISTS]
        at = [NAMES.index(name) for name in self._columns]
        listed = [(name, NAMES.index(name)) for name in sorted(LISTS & counted)]
        names, marks = ", ".join(f'"{name}"' for name in self._columns), ", ".join("?" * len(self._columns))
        self._flat.execute(f"CREATE TABLE flat (person INTEGER PRIMARY KEY, {names})")
        self._flat.execute("CREATE TABLE listed (name TEXT, person INTEGER, code TEXT)")
        rows = ((person, *(self._cases[place][column] for column in at)) for person, place in enumerate(drawn))
        self._flat.executemany(f"INSERT INTO flat VALUES (?, {marks})", rows)  # noqa: S608  # names of our own
        self._flat.executemany("INSERT INTO listed VALUES (?, ?, ?)", _members(self._cases, drawn, listed))

    def _groupings(self) -> None:
        for spec in TABLES:
            for wanted in _statements(spec):
                self._flat.execute(wanted).fetchall()


def _members(cases: list[list[CaseValue]], drawn: list[int], listed: list[tuple[str, int]]) -> Iterator[tuple[str, int, str]]:
    for person, place in enumerate(drawn):
        for name, column in listed:
            codes = cases[place][column]
            if isinstance(codes, list):
                yield from ((name, person, code) for code in codes)


def _statements(spec: Spec) -> Iterator[str]:
    """What a table groups, in SQL without groups of people and without anything hidden."""
    match spec:
        case CrossSpec():
            by = f', "{spec.columns.name}"' if spec.columns else ""
            yield f'SELECT "{spec.rows.name}"{by}, count(*) FROM flat GROUP BY "{spec.rows.name}"{by}'  # noqa: S608  # names of our own
        case FlagsSpec() | LevelsSpec():
            by = f', "{spec.columns.name}"' if isinstance(spec, FlagsSpec) and spec.columns else ""
            for code in spec.codes:
                name = column_name(spec.variable, code)
                yield f'SELECT "{name}"{by}, count(*) FROM flat GROUP BY "{name}"{by}'  # noqa: S608  # as above
        case ListSpec():
            by = f', "{spec.columns.name}"' if spec.columns else ""
            of = (
                f"listed JOIN flat USING (person) WHERE name = '{spec.members}'"
                if by
                else f"listed WHERE name = '{spec.members}'"
            )
            yield f"SELECT code{by}, count(*) FROM {of} GROUP BY code{by}"  # noqa: S608  # as above
        case SpreadSpec():
            for variable in spec.by:
                yield f'SELECT "{variable.name}", count(*), avg("{spec.amount}") FROM flat GROUP BY "{variable.name}"'  # noqa: S608  # as above
