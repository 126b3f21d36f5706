"""The people of a report: their cases made where they are missing, read, and those chosen who are in the selection."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, TypeAlias

from s2w_desktop.analysis.cases import ABSENT, NO, YES, Cases, Classes, classes_of, read_cases
from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.groups import PAIR
from s2w_desktop.analysis.making import column_names
from s2w_desktop.analysis.skill_groups import with_skill_groups
from s2w_desktop.analysis.study import Line
from s2w_desktop.domain.consent import Purpose, may_go
from s2w_desktop.domain.derived.cases import AMOUNTS, LAYOUT, LISTS, NAMES, CaseValue, case_of
from s2w_desktop.domain.figures import Selection
from s2w_desktop.domain.profile import read_profile
from s2w_desktop.domain.progress import Progress
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.services.keeping import Editors
from s2w_desktop.storage.values import StoredProfile

AT_ONCE: Final = 100
"""So many cases are made in one step; others wait that long at most, well under a second."""

_LOOK_EVERY: Final = 2_000
_NOT_COUNTED = ""

_ALSO: Final = ("day", "country", "centre", "training", "finished", "claims", "claims_seen")
"""What the cover and the coverage count beside the tables."""

SkillGroups: TypeAlias = Callable[[str], Sequence[str]]
"""The groups of a skill, by their addresses; none for a skill that no list knows."""

_READ: Final = tuple(name for name in NAMES if name in column_names(TABLES).union(_ALSO))
_AT: Final = {name: place for place, name in enumerate(NAMES)}
_NOT_IN_STUDIES: Final = LISTS | {
    "day",
    "earlier_profile",
    "training",
    "scope",
    "minutes",
    "claims",
    "claims_seen",
    "nationality_group",
}
"""What is too close to one person, or says the same as a quasi-identifier once more."""


@dataclass
class _People:
    """Who was read, in the order of the cases: numbers of profiles, and of the profiles from before."""

    profiles: list[int] = field(default_factory=list)
    earlier: list[int] = field(default_factory=list)
    phases: list[str] = field(default_factory=list)
    without_consent: int = 0
    countries: set[str] = field(default_factory=set)
    centres: set[str] = field(default_factory=set)
    months: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Places:
    """Where and when people of the whole store were interviewed: codes of countries, names of centres, years with their quarters
    (1 to 4), each in its order."""

    countries: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    quarters: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Chosen:
    """The cases of a selection; `without_consent` are people of the whole store whose word does not cover figures."""

    cases: Cases
    without_consent: int
    places: Places


class ReportCases:
    """Makes and reads cases of one store."""

    def __init__(self, editors: Editors, groups_of: SkillGroups = lambda _skill: ()) -> None:
        """`groups_of` gives the groups of a skill."""
        self._editors, self._groups_of = editors, groups_of
        self._book = editors.store.cases

    def catch_up(self, progress: Progress) -> None:
        """Make the cases that are missing. What was made stays when `progress` ends it, or the store does."""
        missing, done = self._book.missing(LAYOUT), 0
        while done < missing:
            progress(done, missing)
            made = self._book.catch_up(LAYOUT, self._content, AT_ONCE)
            if not made:
                return
            done += made
        progress(missing, missing)

    def read(self, selection: Selection, progress: Progress) -> Chosen:
        """The cases of a selection. Memory grows by the numbers alone: texts are read few at a time."""
        people, look = _People(), _looker(selection)
        cases = read_cases(_READ, self._rows(_READ, people, look, progress), amounts=AMOUNTS, lists=LISTS)
        quarters = {(int(month[:4]), (int(month[5:7]) + 2) // 3) for month in people.months}
        places = Places(tuple(sorted(people.countries)), tuple(sorted(people.centres)), tuple(sorted(quarters)))
        cases = with_skill_groups(cases.with_column(PAIR, _pairs(people)), self._groups_of)
        return Chosen(cases, people.without_consent, places)

    def lines(self, selection: Selection, progress: Progress) -> list[Line]:
        """The people of a selection for a study file: codes alone, centres within their country, no day and no list."""
        names = tuple(name for name in NAMES if name not in _NOT_IN_STUDIES)
        country, centre = names.index("country"), names.index("centre")
        found: list[Line] = []
        for values in self._rows(names, _People(), _looker(selection), progress):
            texts = ["" if value is None else str(value).lower() if isinstance(value, bool) else str(value) for value in values]
            if texts[centre]:
                texts[centre] = f"{texts[country]}/{texts[centre]}"
            found.append(dict(zip(names, texts, strict=True)))
        return found

    def _rows(
        self, names: tuple[str, ...], people: _People, is_chosen: Callable[[list[CaseValue]], bool], progress: Progress
    ) -> Iterator[Sequence[CaseValue]]:
        """The values of these names of everybody who is chosen; notes in `people` who they are, and who is not counted."""
        picked = itemgetter(*(_AT[name] for name in names))
        earlier, phase, day = _AT["earlier_profile"], _AT["phase"], _AT["day"]
        places_known = {_AT["country"]: people.countries, _AT["centre"]: people.centres}
        for count, (profile, content) in enumerate(self._book.all(LAYOUT)):
            if count % _LOOK_EVERY == 0:
                progress(count, 0)
            if content == _NOT_COUNTED:
                people.without_consent += 1
                continue
            values: list[CaseValue] = json.loads(content)
            for at, known in places_known.items():
                if (value := values[at]) and value not in ABSENT:
                    known.add(str(value))
            if (opened := values[day]) and opened not in ABSENT:
                people.months.add(str(opened)[:7])
            if is_chosen(values):
                people.profiles.append(profile.int)
                before = values[earlier]
                people.earlier.append(int(before.replace("-", ""), 16) if isinstance(before, str) else 0)
                people.phases.append(str(values[phase]))
                yield picked(values)

    def _content(self, stored: StoredProfile) -> str:
        """The case as it is kept: nothing of somebody whose word does not cover figures (P4), not even with the name (P3)."""
        questionnaire, today = self._editors.questionnaire, self._editors.sources.today()
        values = {**resolve_shielded(questionnaire, stored.revisions).values, **stored.open_changes()}
        profile = read_profile(questionnaire, stored.id, values)
        if not may_go(profile, Purpose.SEND_FOR_FIGURES):
            return _NOT_COUNTED
        found = case_of(questionnaire, profile, today)
        return json.dumps(list(found.values()), ensure_ascii=False, separators=(",", ":"))


def _looker(selection: Selection) -> Callable[[list[CaseValue]], bool]:
    """Whether a case is in a selection. One that does not tell its day is in none that has days."""
    lists = (
        ("country", selection.countries),
        ("centre", selection.centres),
        ("stage", selection.stages),
        ("programme", selection.programmes),
    )
    wanted = [(_AT[name], frozenset(codes)) for name, codes in lists if codes]
    first, last = (day.isoformat() if day else "" for day in (selection.first_day, selection.last_day))
    at = _AT["day"]

    def is_chosen(values: list[CaseValue]) -> bool:
        if first or last:
            day = values[at]
            if not isinstance(day, str) or (first and day < first) or (last and day > last):
                return False
        return all(values[place] in codes for place, codes in wanted)

    return is_chosen


def _pairs(people: _People) -> Classes:
    """Who has a profile from before the departure and one from after the arrival among the cases: both of them."""
    place_of = {profile: place for place, profile in enumerate(people.profiles)}
    is_paired = [NO] * len(people.profiles)
    for place, earlier in enumerate(people.earlier):
        before = place_of.get(earlier)
        phases = (people.phases[before], people.phases[place]) if before is not None else ()
        if before is not None and phases == ("before", "after") and is_paired[before] == NO:
            is_paired[place] = is_paired[before] = YES
    return classes_of(is_paired)
