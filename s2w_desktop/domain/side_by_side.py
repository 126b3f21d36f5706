"""Two profiles of perhaps one person side by side: what is the same, what only one says, where they differ.

Questions stand alone; entries of repeating sections stand as a whole, beside the entry of the other profile that is named alike.
What the program notes about a profile itself is not compared: it stays as the profile that is kept has it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.fields import (
    SHIELDED,
    FieldKind,
    FieldSpec,
    Questionnaire,
    SectionSpec,
    entry_path,
    field_path,
    remark_path,
)
from s2w_desktop.domain.profile import Held, Profile, without_shielded
from s2w_desktop.domain.sections.start import CONSENT

_CODES = (FieldKind.CHOICE, FieldKind.LEVEL)


class Standing(Enum):
    """How two profiles compare in one matter."""

    SAME = "same"
    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"
    DIFFERENT = "different"


class Pick(Enum):
    """What the joined profile is to say; BOTH is for two entries."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


@dataclass(frozen=True)
class Line:
    """One question and what the two profiles answer; `path_first` and `path_second` differ inside entries."""

    spec: FieldSpec
    path_first: str
    path_second: str
    first: Answer | None
    second: Answer | None

    @property
    def standing(self) -> Standing:
        """How the two compare."""
        return _standing(self.first, self.second)


@dataclass(frozen=True)
class Matter:
    """What is decided at once: one question, or one entry of a repeating section.

    `key` is the path by which it is named, of two entries the lesser, so that it is the same whichever profile stands first.
    `first` and `second` are the ids of the entries, empty for a question and for an entry that only the other profile has.
    """

    key: str
    section: SectionSpec
    lines: tuple[Line, ...]
    first: str = ""
    second: str = ""

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry of a repeating section."""
        return bool(self.first or self.second)

    @property
    def standing(self) -> Standing:
        """How the two compare as a whole."""
        if self.is_entry and not (self.first and self.second):
            return Standing.ONLY_FIRST if self.first else Standing.ONLY_SECOND
        found = {line.standing for line in self.lines} - {Standing.SAME}
        if not found:
            return Standing.SAME
        return found.pop() if len(found) == 1 and not self.is_entry else Standing.DIFFERENT

    @property
    def picks(self) -> tuple[Pick, ...]:
        """What can be chosen; nothing where both say the same."""
        if self.standing is Standing.SAME:
            return ()
        is_pair = self.first and self.second
        return (Pick.FIRST, Pick.SECOND, Pick.BOTH) if is_pair else (Pick.FIRST, Pick.SECOND)

    @property
    def usual(self) -> Pick:
        """What holds when nobody chooses: nothing is lost, and where only one can hold it is the first profile's.

        A "no" to a purpose and the shield of what somebody did are kept, whoever noted them. Two entries that are named by
        the same code, or of which one says nothing that the other does not, count as one.
        """
        match self.standing:
            case Standing.ONLY_FIRST | Standing.SAME:
                return Pick.FIRST
            case Standing.ONLY_SECOND:
                return Pick.SECOND
        if not self.is_entry:
            return Pick.SECOND if self._protects(self.lines[0].second) else Pick.FIRST
        headline = self.section.by_key.get(self.section.headline)
        if headline is not None and headline.kind in _CODES:
            return Pick.FIRST
        found = {line.standing for line in self.lines} - {Standing.SAME}
        if len(found) == 1 and found <= {Standing.ONLY_FIRST, Standing.ONLY_SECOND}:
            return Pick.FIRST if found == {Standing.ONLY_FIRST} else Pick.SECOND
        return Pick.BOTH

    def _protects(self, answer: Answer | None) -> bool:
        """Whether an answer holds something back that another answer would let go."""
        if self.section.key == CONSENT.key:
            return answer != "granted"
        is_shield = any(spec.shielded_by == self.lines[0].spec.key for spec in self.section.fields)
        return is_shield and answer == SHIELDED


def side_by_side(questionnaire: Questionnaire, first: Profile, second: Profile) -> tuple[Matter, ...]:
    """Everything that one of two profiles says, in the order of the interview."""
    return tuple(
        matter
        for section in questionnaire.sections
        if section.part
        for matter in (_entries if section.repeats else _questions)(section, first, second)
    )


def merged(
    questionnaire: Questionnaire, matters: Sequence[Matter], first: Profile, second: Profile, picks: Mapping[str, Pick]
) -> Profile:
    """The first profile as it is to be: its own words, what only the second says, and what was picked by the keys of matters.

    Raises KeyError for a key that is none of the matters', and ValueError for a pick that a matter does not offer.
    """
    by_key = {matter.key: matter for matter in matters}
    for key, pick in picks.items():
        if pick not in by_key[key].picks:
            raise ValueError("not a pick of this matter")
    held = {**second.held, **first.held}
    for matter in matters:
        pick = picks.get(matter.key, matter.usual)
        _keep(held, matter, pick, first, second)
    return without_shielded(questionnaire, Profile(first.id, MappingProxyType(held)))


def _keep(held: dict[str, Held], matter: Matter, pick: Pick, first: Profile, second: Profile) -> None:
    if matter.is_entry:
        dropped = {Pick.FIRST: matter.second, Pick.SECOND: matter.first, Pick.BOTH: ""}[pick]
        if matter.standing is Standing.SAME:
            dropped = matter.second if matter.second != matter.first else ""
        if dropped:
            prefix = entry_path(matter.section.key, dropped)
            for path in [path for path in held if path.startswith(prefix)]:
                del held[path]
        return
    for line in matter.lines:
        chosen = (first if pick is Pick.FIRST else second).held.get(line.path_first)
        if chosen is None:
            held.pop(line.path_first, None)
        else:
            held[line.path_first] = chosen


def _questions(section: SectionSpec, first: Profile, second: Profile) -> Iterator[Matter]:
    for line in _lines(section, first, second, None, None):
        yield Matter(line.path_first, section, (line,))


def _entries(section: SectionSpec, first: Profile, second: Profile) -> Iterator[Matter]:
    """Entries of the first profile with those that belong beside them, then what is left of the second's."""
    left = list(second.entry_texts(section.key))
    for entry in first.entry_texts(section.key):
        twin = entry if entry in left else next((one for one in left if _is_named_alike(section, first, entry, second, one)), "")
        if twin:
            left.remove(twin)
        yield _entry_matter(section, first, second, entry, twin)
    for entry in left:
        yield _entry_matter(section, first, second, "", entry)


def _entry_matter(section: SectionSpec, first: Profile, second: Profile, here: str, there: str) -> Matter:
    lines = tuple(_lines(section, first, second, here, there))
    return Matter(entry_path(section.key, min(filter(None, (here, there)))), section, lines, here, there)


def _is_named_alike(section: SectionSpec, first: Profile, entry: str, second: Profile, other: str) -> bool:
    """Whether two entries are told by the same answer."""
    if not section.headline:
        return False
    one, two = first.headline(section, entry), second.headline(section, other)
    named = first.get(field_path(section.key, one.key, entry))
    return one.key == two.key and named is not None and named == second.get(field_path(section.key, two.key, other))


def _lines(section: SectionSpec, first: Profile, second: Profile, here: str | None, there: str | None) -> Iterator[Line]:
    """The questions of a section, or of an entry on each side, that one of the two answers, and the remarks on them."""
    for spec in section.fields:
        one, two = field_path(section.key, spec.key, here), field_path(section.key, spec.key, there)
        for path_first, path_second in ((one, two), (remark_path(one), remark_path(two))):
            answers = first.get(path_first), second.get(path_second)
            if answers != (None, None):
                yield Line(spec, path_first, path_second, *answers)


def _standing(first: object, second: object) -> Standing:
    if first == second:
        return Standing.SAME
    if first is None or second is None:
        return Standing.ONLY_SECOND if first is None else Standing.ONLY_FIRST
    return Standing.DIFFERENT
