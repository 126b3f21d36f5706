"""The analysis report: who is counted, every table made and protected, and what was done to them."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.analysis.cases import NO, Cases
from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.comparing import compared
from s2w_desktop.analysis.coverage import STEPS, CentreSteps, funnel
from s2w_desktop.analysis.editions import Edition, edition_from_plain, edition_to_plain
from s2w_desktop.analysis.making import Made, make_tables
from s2w_desktop.analysis.protected import Rules, share
from s2w_desktop.domain.derived.steps import FOLLOW_UPS
from s2w_desktop.domain.duties import Act
from s2w_desktop.domain.figures import (
    COVERAGE_NUMBER,
    EVERYBODY,
    LEAST_BASE,
    THRESHOLD,
    CountTable,
    LeftOut,
    Logged,
    Report,
    Selection,
    Share,
    Sign,
    Table,
    shown_count,
)
from s2w_desktop.domain.progress import Progress, untold
from s2w_desktop.domain.reach import Reach
from s2w_desktop.services.installed_esco import SKILL_BASE, EscoSource
from s2w_desktop.services.keeping import Editors
from s2w_desktop.services.permits import Permits
from s2w_desktop.services.report_cases import Places, ReportCases
from s2w_desktop.storage.editions import KeptEdition

LEAST_THRESHOLD, MOST_THRESHOLD = 3, 20
LIST_VERSIONS: Final[Mapping[str, str]] = {
    "ISCED": "2011",
    "ISCED-F": "2013",
    "ISCO": "08",
    "NACE": "2",
    "CEFR": "2020",
    "ISO 3166-1": "2020",
}
"""Versions of the lists whose codes are counted."""


@dataclass(frozen=True)
class Draft:
    """A report that did not go out yet, and what has to be kept when it does: an edition for each period that it tells about."""

    report: Report
    editions: tuple[Edition, ...]
    places: Places


class Reporting:
    """Makes reports. Everything raises NotPermitted without the duty."""

    def __init__(self, editors: Editors, permits: Permits, esco: EscoSource) -> None:
        self._editors, self._permits, self._esco = editors, permits, esco
        self._cases = ReportCases(editors, self._groups_of)

    def report(
        self,
        selection: Selection = EVERYBODY,
        *,
        threshold: int = THRESHOLD,
        progress: Progress = untold,
    ) -> Report:
        """The report of `draft`."""
        return self.draft(selection, threshold=threshold, progress=progress).report

    def draft(
        self,
        selection: Selection = EVERYBODY,
        *,
        threshold: int = THRESHOLD,
        progress: Progress = untold,
    ) -> Draft:
        """The report over a selection, heeding all that went out before. Seconds for many people, longer when cases have to be
        made first.

        Raises ValueError for a threshold out of 3 to 20.
        """
        self._permits.require(Act.REPORT)
        if not LEAST_THRESHOLD <= threshold <= MOST_THRESHOLD:
            raise ValueError("threshold out of range")
        self._cases.catch_up(progress)
        chosen = self._cases.read(selection, progress)
        editions = [edition_from_plain(json.loads(one.content)) for one in self._editors.store.editions.all()]
        rules, people = Rules(threshold), chosen.people
        made = make_tables(chosen.cases, TABLES, rules, progress, selection=selection, editions=editions, people=people)
        report = self._report(selection, threshold, chosen.cases, made, chosen.without_consent)
        printed = {table.number: table for table in made.tables if isinstance(table, CountTable)}
        edition = Edition(selection, threshold, report.made_on, made.counted, printed)
        return Draft(report, (edition,), chosen.places)

    def went_out(self, draft: Draft) -> None:
        """Keep what a report told that leaves the house, so that none after it can be set against it; once, in how many forms it
        leaves. Raises NotPermitted."""
        self._permits.require(Act.REPORT)
        sources, known = self._editors.sources, {one.content for one in self._editors.store.editions.all()}
        for edition in draft.editions:
            content = json.dumps(edition_to_plain(edition), ensure_ascii=False, separators=(",", ":"))
            if content not in known:
                self._editors.store.editions.add(KeptEdition(sources.new_id(), sources.now(), self._editors.officer, content))

    def compare(
        self,
        first: Selection,
        second: Selection,
        *,
        threshold: int = THRESHOLD,
        progress: Progress = untold,
    ) -> Draft:
        """The report over a first period, with one over a second beside it, by the same threshold, and a chapter that compares
        them. Nobody is in both, so they cannot be subtracted.

        Raises ValueError for periods that share a day, and as `draft`.
        """
        if not self.are_apart(first, second):
            raise ValueError("periods overlap")
        one, other = (self.draft(selection, threshold=threshold, progress=progress) for selection in (first, second))
        return Draft(compared(one.report, other.report), (*one.editions, *other.editions), other.places)

    @staticmethod
    def are_apart(first: Selection, second: Selection) -> bool:
        """Whether no day lies in both."""
        return _is_before(first, second) or _is_before(second, first)

    def _groups_of(self, skill: str) -> tuple[str, ...]:
        """The groups of a skill, by their codes, or by their addresses where these are no codes of skills; none of a skill that
        the installed list does not know."""
        esco = self._esco()
        try:
            found = esco.broad_groups_of(f"{SKILL_BASE}{skill}") if esco else ()
        except KeyError:
            return ()
        return tuple(group.removeprefix(SKILL_BASE) for group in found)

    def _report(self, selection: Selection, threshold: int, cases: Cases, made: Made, without_consent: int) -> Report:
        reach = [one for one in self._editors.store.reach.all() if _is_chosen(one, selection)]
        first = funnel(_centre_steps(cases, reach), threshold)
        told = Logged(COVERAGE_NUMBER, 0, first.hidden) if first else Logged(COVERAGE_NUMBER, 0, 0, left_out=LeftOut.EMPTY)
        tables: tuple[Table, ...] = (first, *made.tables) if first else made.tables
        return Report(
            selection=selection,
            made_on=self._editors.sources.today(),
            people=shown_count(cases.count, threshold),
            centres=_different(cases, "centre"),
            countries=_different(cases, "country"),
            papers_seen=_papers_seen(cases),
            threshold=threshold,
            questionnaire=self._editors.questionnaire.version,
            is_training=bool(cases.classes("training").counts().get("yes")),
            tables=tables,
            log=(told, *made.log),
            lists=LIST_VERSIONS,
            without_consent=shown_count(without_consent, threshold),
            unkept=shown_count(sum(self._editors.store.unkept.by_sex().values()), threshold),
        )


def _different(cases: Cases, name: str) -> int:
    column = cases.classes(name)
    return len(column.counts(column.told))


def _papers_seen(cases: Cases) -> Share:
    """The share of statements; none where fewer people made some than a base needs."""
    claims, seen = cases.amounts("claims").of, cases.amounts("claims_seen").of
    if int((claims > 0).sum()) < LEAST_BASE:
        return Sign.NO_SHARE
    return share(int(seen.sum()), int(claims.sum()))


def _is_before(one: Selection, other: Selection) -> bool:
    return one.last_day is not None and other.first_day is not None and one.last_day < other.first_day


def _is_chosen(reach: Reach, selection: Selection) -> bool:
    """Whether figures of a centre belong to a selection: those of part of the people of a centre are not known."""
    if selection.stages or selection.programmes or not reach.is_within(selection.first_day, selection.last_day):
        return False
    is_there = not selection.centres or reach.centre in selection.centres
    return is_there and (not selection.countries or reach.country in selection.countries)


def _centre_steps(cases: Cases, reach: list[Reach]) -> list[CentreSteps]:
    """The steps of each centre: figures that were counted by hand, and the profiles of the same days."""
    counted = _profiles_of_days(cases)
    found: dict[tuple[str, str], Counter[str]] = {}
    for one in reach:
        steps = found.setdefault((one.country, one.centre), Counter())
        steps.update({"eligible": one.eligible, "approached": one.approached, "agreed": one.agreed})
        for day, profiles in counted.get((one.country, one.centre), {}).items():
            if one.first.isoformat() <= day <= one.last.isoformat():
                steps.update(profiles)
    return [CentreSteps(country, centre, tuple(steps[name] for name in STEPS)) for (country, centre), steps in found.items()]


def _profiles_of_days(cases: Cases) -> dict[tuple[str, str], dict[str, Counter[str]]]:
    """How many profiles of a centre came to each step, by the day of the interview as ISO 8601."""
    places = zip(_names(cases, "country"), _names(cases, "centre"), strict=True)
    is_finished = (name != NO for name in _names(cases, "finished"))
    outcomes = (cases.classes(f"outcomes_{name}").told.tolist() for name in FOLLOW_UPS)
    is_followed = map(any, zip(*outcomes, strict=True))
    found: dict[tuple[str, str], dict[str, Counter[str]]] = {}
    for place, day, finished, followed in zip(places, _names(cases, "day"), is_finished, is_followed, strict=True):
        steps = found.setdefault(place, {}).setdefault(day, Counter())
        steps["profiled"] += 1
        steps["complete"] += finished
        steps["followed_up"] += finished and followed
    return found


def _names(cases: Cases, name: str) -> list[str]:
    column = cases.classes(name)
    return [column.names[place] for place in column.of.tolist()]
