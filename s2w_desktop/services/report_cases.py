"""The people of a report: their cases made where they are missing, and read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.gathering import NOT_COUNTED, Gathering
from s2w_desktop.analysis.making import column_names
from s2w_desktop.analysis.packing import NumberOf, Packing
from s2w_desktop.analysis.regions import Place
from s2w_desktop.analysis.skill_groups import with_skill_groups
from s2w_desktop.analysis.study import Line, study_lines
from s2w_desktop.domain.consent import Purpose, may_go
from s2w_desktop.domain.derived.cases import AMOUNTS, IDS, LAYOUT, LISTS, NAMES, case_of
from s2w_desktop.domain.figures import Selection
from s2w_desktop.domain.profile import read_profile
from s2w_desktop.domain.progress import Progress
from s2w_desktop.domain.shield import resolve_shielded
from s2w_desktop.services.keeping import Editors
from s2w_desktop.storage.cases import Step
from s2w_desktop.storage.values import StoredProfile

AT_ONCE: Final = 100
"""So many cases are made in one step; others wait that long at most, well under a second."""

_ALSO: Final = ("day", "country", "centre", "training", "finished", "claims", "claims_seen")
"""What the cover and the coverage count beside the tables."""

SkillGroups: TypeAlias = Callable[[str], Sequence[str]]
"""The groups of a skill, by their addresses; none for a skill that no list knows."""

_READ: Final = tuple(name for name in NAMES if name in column_names(TABLES).union(_ALSO))
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

PACKING: Final = Packing(NAMES, amounts=AMOUNTS, lists=LISTS, ids=IDS)
"""The form of a case that is kept."""


@dataclass(frozen=True)
class Places:
    """Where and when people of the whole store were interviewed: codes of countries, names of centres, years with their quarters
    (1 to 4), each in its order."""

    countries: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    quarters: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Chosen:
    """The cases of a selection. Of the whole store: how many people's word does not cover figures, where and when there were
    interviews, and the same as it comes together for single people."""

    cases: Cases
    without_consent: int
    places: Places
    people: frozenset[Place]


class ReportCases:
    """Makes and reads cases of one store."""

    def __init__(self, editors: Editors, groups_of: SkillGroups = lambda _skill: ()) -> None:
        """`groups_of` gives the groups of a skill."""
        self._editors, self._groups_of = editors, groups_of
        self._book = editors.store.cases

    def catch_up(self, progress: Progress) -> None:
        """Make the cases that are missing. What was made stays when `progress` ends it, or the store does."""
        missing, done, step = self._book.missing(LAYOUT), 0, Step(0, None)
        while done < missing:
            progress(done, missing)
            step = self._book.catch_up(LAYOUT, self._content, AT_ONCE, step.last)
            if step.last is None:
                return
            done += step.made
        progress(missing, missing)

    def read(self, selection: Selection, progress: Progress) -> Chosen:
        """The cases of a selection. Memory grows by the numbers of those alone."""
        found = self._gathered(_READ, selection, progress)
        quarters = {(int(day[:4]), (int(day[5:7]) + 2) // 3) for day in found.seen("day")}
        places = Places(found.seen("country"), found.seen("centre"), tuple(sorted(quarters)))
        return Chosen(with_skill_groups(found.cases(), self._groups_of), found.without_consent, places, found.places())

    def lines(self, selection: Selection, progress: Progress) -> list[Line]:
        """The people of a selection for a study file: codes alone, no day and no list."""
        names = tuple(name for name in NAMES if name not in _NOT_IN_STUDIES)
        return study_lines(self._gathered(names, selection, progress).cases(), names)

    def _gathered(self, names: tuple[str, ...], selection: Selection, progress: Progress) -> Gathering:
        with self._book.opened(LAYOUT) as kept:
            found, done = Gathering(PACKING, kept.words, names, selection), 0
            for profiles, cases in kept.pieces:
                progress(done, 0)
                found.add(profiles, cases)
                done += len(cases)
        return found

    def _content(self, stored: StoredProfile, number_of: NumberOf) -> bytes:
        """The case as it is kept: nothing of somebody whose word does not cover figures (P4), not even with the name (P3)."""
        questionnaire, today = self._editors.questionnaire, self._editors.sources.today()
        values = {**resolve_shielded(questionnaire, stored.revisions).values, **stored.open_changes()}
        profile = read_profile(questionnaire, stored.id, values)
        if not may_go(profile, Purpose.SEND_FOR_FIGURES):
            return NOT_COUNTED
        return PACKING.pack(tuple(case_of(questionnaire, profile, today).values()), number_of)
