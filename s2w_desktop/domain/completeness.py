"""How much of a profile is resolved. A refusal counts exactly as an answer does (UX-02)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from s2w_desktop.domain.asking import asked_fields, asked_sections, asking_of
from s2w_desktop.domain.fields import Counted, Need, Questionnaire, SectionSpec, field_path
from s2w_desktop.domain.ids import EntryId
from s2w_desktop.domain.profile import Profile, is_resolved


class SectionState(Enum):
    """State of a section, shown by shape and word."""

    NOT_STARTED = "not_started"
    STARTED = "started"
    RESOLVED = "resolved"


@dataclass(frozen=True)
class Tally:
    """Resolved questions of those that are asked; `touched` tells whether the section holds anything at all."""

    resolved: int
    total: int
    touched: bool = True

    @property
    def state(self) -> SectionState:
        """State by the counted questions; a section that counts none is resolved once it holds something."""
        if not self.touched:
            return SectionState.NOT_STARTED
        if self.resolved >= self.total:
            return SectionState.RESOLVED
        return SectionState.STARTED if self.resolved else SectionState.NOT_STARTED


@dataclass(frozen=True)
class Completeness:
    """Tallies by section key, of sections that are asked."""

    sections: Mapping[str, Tally]

    @property
    def whole(self) -> Tally:
        """The tally over all sections."""
        tallies = self.sections.values()
        return Tally(sum(t.resolved for t in tallies), sum(t.total for t in tallies))

    @property
    def is_complete(self) -> bool:
        """Whether nothing is open."""
        whole = self.whole
        return whole.resolved >= whole.total


def completeness(questionnaire: Questionnaire, profile: Profile) -> Completeness:
    """Tallies of every section that is put to the person."""
    asking = asking_of(profile)
    put = (section for section in questionnaire.sections if asking.puts(section))
    return Completeness({section.key: _tally(section, asking.counted_of(section), profile) for section in put})


def whole_tally(questionnaire: Questionnaire, profile: Profile) -> Tally:
    """The tally over all sections, as `completeness` has it, found without those of single sections: for rows by the thousand."""
    asking, held = asking_of(profile), profile.held
    counting = questionnaire.counting(asking.tier, asking.hidden)
    resolved, total = len(counting.always & held.keys()), len(counting.always)
    for condition, paths in counting.sometimes:
        if condition(profile.get):
            total += len(paths)
            resolved += sum([path in held for path in paths])
    for section, counted in counting.sections:
        if section.asked_when is None or section.asked_when(profile.get):
            more_resolved, more = _counts(section, counted, profile)
            resolved, total = resolved + more_resolved, total + more
    return Tally(resolved, total)


def _tally(section: SectionSpec, counted: Counted, profile: Profile) -> Tally:
    return Tally(*_counts(section, counted, profile), touched=section.key in profile.touched)


def _counts(section: SectionSpec, counted: Counted, profile: Profile) -> tuple[int, int]:
    """How many questions of a section are resolved, and how many are counted."""
    places, held = profile.places(section), profile.held
    resolved, total = 0, max(0, section.least_entries - len(places)) if section.repeats else 0
    for place in places:
        stem, look = section.stem(place), profile.look(section, place)
        ends = counted.always
        for condition, more in counted.sometimes:
            if condition(look):
                ends += more
        total += len(ends)
        resolved += sum([stem + end in held for end in ends])  # what is held is resolved
    return resolved, total


@dataclass(frozen=True)
class OpenQuestion:
    """Where something is open: a section, one of its entries, a path. Without a path an entry itself is missing."""

    section: SectionSpec
    entry: EntryId | None = None
    path: str = ""


def open_questions(questionnaire: Questionnaire, profile: Profile) -> Iterator[OpenQuestion]:
    """Every counted question that has neither an answer nor a reason, in the order of the interview."""
    for section in asked_sections(questionnaire, profile):
        entries: tuple[EntryId | None, ...] = profile.entries(section.key) if section.repeats else (None,)
        for entry in entries:
            for spec in asked_fields(section, profile, entry):
                path = field_path(section.key, spec.key, entry)
                if spec.need is not Need.OPTIONAL and not is_resolved(profile.get(path)):
                    yield OpenQuestion(section, entry, path)
        if section.repeats and len(entries) < section.least_entries:
            yield OpenQuestion(section)


def first_open(questionnaire: Questionnaire, profile: Profile) -> OpenQuestion | None:
    """The first of the open questions."""
    return next(open_questions(questionnaire, profile), None)
