"""The profile as a value: frozen, compared by content, changed only by making a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from types import MappingProxyType
from uuid import UUID

from s2w_desktop.domain.answers import Answer, EntryRank, fit_to_keep, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.dates import PartialDate
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import (
    SHIELDED,
    FieldGroup,
    FieldSpec,
    Look,
    Questionnaire,
    SectionSpec,
    entry_path,
    field_path,
    is_remark,
    remark_path,
)
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.reading import read_answer, read_changes, read_rank, require_fit
from s2w_desktop.domain.said_dates import SaidDate

Held = Answer | EntryRank


@dataclass(frozen=True)
class Profile:
    """All answers of one person by path; an absent path is a blank question."""

    id: ProfileId
    held: Mapping[str, Held] = field(default_factory=lambda: MappingProxyType({}))

    def get(self, path: str) -> Answer | None:
        """The answer at a path, or None when the question is blank."""
        found = self.held.get(path)
        return None if isinstance(found, EntryRank) else found

    def text(self, path: str) -> str:
        """A text or code at a path; empty when blank or not answered."""
        found = self.held.get(path)
        return found if isinstance(found, str) else ""

    def date(self, path: str) -> PartialDate | None:
        """The date at a path, or None when blank, not answered or not understood."""
        found = self.held.get(path)
        return found.date if isinstance(found, SaidDate) else None

    def with_answer(self, path: str, answer: Answer | None) -> "Profile":
        """A profile with the answer at the path; None makes the question blank. For an answer that was read: see `answered`."""
        return self._with(path, answer)

    def entries(self, section: str) -> tuple[EntryId, ...]:
        """Ids of the entries of a repeating section, in their order."""
        return tuple(EntryId(UUID(entry)) for entry in self.entry_texts(section))

    def entry_texts(self, section: str) -> tuple[str, ...]:
        """The ids of `entries` as they stand in paths."""
        return self._entries.get(section, ())

    def places(self, section: SectionSpec) -> tuple[str | None, ...]:
        """Where the fields of a section stand: once in each entry, in their order, or once at all (None). For `field_path`."""
        return self.entry_texts(section.key) if section.repeats else (None,)

    def present(self, group: FieldGroup) -> list[tuple[str, FieldSpec]]:
        """What is held of some fields, by path, in the order of the interview; an entry after the other."""
        held = self.held
        found = [(*group.single[path], 0, path) for path in group.single.keys() & held.keys()]
        for section, entries in self._entries.items():
            ends = group.in_entries.get(section, ())
            for place, entry in enumerate(entries if ends else ()):
                stem = f"{section}.{entry}."
                found += [(number, spec, place, stem + end) for number, end, spec in ends if stem + end in held]
        found.sort(key=itemgetter(0, 2))
        return [(path, spec) for _, spec, _, path in found]

    @cached_property
    def touched(self) -> frozenset[str]:
        """The sections that hold anything at all."""
        return frozenset([path.partition(".")[0] for path in self.held])

    @cached_property
    def _entries(self) -> dict[str, tuple[str, ...]]:
        """Entries of every section; found once, because rules and lists ask for them again and again."""
        ranked = sorted([(held.rank, path) for path, held in self.held.items() if isinstance(held, EntryRank)])
        found: dict[str, tuple[str, ...]] = {}
        for _, path in ranked:
            section, _, entry = path[:-1].partition(".")
            found[section] = (*found.get(section, ()), entry)
        return found

    def with_entry(self, section: str, entry: EntryId) -> "Profile":
        """A profile with one more entry at the end of a section."""
        ranks = [h.rank for p, h in self.held.items() if isinstance(h, EntryRank) and p.startswith(section + ".")]
        return self._with(entry_path(section, entry), EntryRank(max(ranks, default=-1) + 1))

    def with_entry_copy(self, section: str, entry: EntryId, copy: EntryId) -> "Profile":
        """A profile in which an entry stands once more, with its answers but no remarks, right after itself.

        Raises ValueError for none.
        """
        order, ranks = list(self.entries(section)), self._ranks(section)
        place = order.index(entry) + 1
        order.insert(place, copy)
        ranks.insert(place, ranks[place - 1])
        old, new = entry_path(section, entry), entry_path(section, copy)
        theirs = {path: held for path, held in self.held.items() if path.startswith(old) and not is_remark(path)}
        copied = {new + path.removeprefix(old): held for path, held in theirs.items()}
        return Profile(self.id, MappingProxyType({**self.held, **copied, **_ranked(section, order, ranks)}))

    def with_entry_moved(self, section: str, entry: EntryId, places: int) -> "Profile":
        """A profile in which an entry stands so many places further down (or up); beyond the ends it goes nowhere.

        Raises ValueError when there is no such entry.
        """
        order = list(self.entries(section))
        place = order.index(entry)
        if not 0 <= place + places < len(order):
            return self
        order.insert(place + places, order.pop(place))
        return Profile(self.id, MappingProxyType({**self.held, **_ranked(section, order, self._ranks(section))}))

    def _ranks(self, section: str) -> list[int]:
        """The ranks of `entries`; two may be equal when laptops added entries apart."""
        held = (self.held[entry_path(section, entry)] for entry in self.entry_texts(section))
        return [one.rank for one in held if isinstance(one, EntryRank)]

    def without_entry(self, section: str, entry: EntryId) -> "Profile":
        """A profile without an entry and its answers."""
        prefix = entry_path(section, entry)
        return Profile(self.id, MappingProxyType({p: h for p, h in self.held.items() if not p.startswith(prefix)}))

    def headline(self, section: SectionSpec, entry: EntryId | str) -> FieldSpec:
        """The field that names an entry: that of its section, or the other one while the first is blank and the other not."""
        for key in filter(None, (section.headline, section.headline_else)):
            if self.get(field_path(section.key, key, entry)) is not None:
                return section.by_key[key]
        return section.by_key[section.headline]

    def look(self, section: SectionSpec, entry: EntryId | str | None = None) -> Look:
        """The look that a field's `asked_when` uses: by path, or by key inside an entry."""
        if entry is None:
            return self.get
        get, stem = self.get, entry_path(section.key, entry)
        return lambda key: get(stem + key)

    def _with(self, path: str, held: Held | None) -> "Profile":
        changed = {p: h for p, h in self.held.items() if p != path}
        if held is not None:
            changed[path] = held
        return Profile(self.id, MappingProxyType(changed))


def _ranked(section: str, order: Sequence[EntryId], ranks: Sequence[int]) -> dict[str, EntryRank]:
    """Ranks for entries in an order: the given ones, raised only as far as two of them would not tell the order."""
    found: dict[str, EntryRank] = {}
    least = 0
    for entry, rank in zip(order, ranks, strict=True):
        found[entry_path(section, entry)] = EntryRank(max(rank, least))
        least = max(rank, least) + 1
    return found


def answered(questionnaire: Questionnaire, profile: Profile, path: str, answer: Answer | None) -> Profile:
    """A profile with an answer that the field at the path can hold, its texts fit to keep; None makes the question blank.

    Raises InvalidAnswer for any other, a text for a date or an unknown code: a fault of the program, which would lose the
    answer when it is read again. Raises KeyError for a path that the questionnaire does not know.
    """
    spec = questionnaire.spec(path)
    if answer is not None:
        answer = fit_to_keep(answer, spec.max_length)
        require_fit(spec, path, answer)
    return profile.with_answer(path, answer)


def changes_between(before: Profile, after: Profile) -> dict[str, Plain]:
    """What a revision has to set to lead from one profile to the other; None where something was taken away.

    A change inside an entry sets the entry's presence again, so that a colleague's removal of it becomes a conflict.
    """
    changes: dict[str, Plain] = {path: None for path in before.held if path not in after.held}
    for path, held in after.held.items():
        if before.held.get(path) != held:
            changes[path] = held.rank if isinstance(held, EntryRank) else to_plain(held)
    for path in [path for path in changes if path.count(".") > 1]:
        presence = path[: path.rindex(".") + 1]
        rank = after.held.get(presence)
        if isinstance(rank, EntryRank):
            changes[presence] = rank.rank
    return changes


def read_profile(questionnaire: Questionnaire, profile: ProfileId, plain: Mapping[str, Plain]) -> Profile:
    """The profile of a resolved view, without what its own answers shield.

    What this questionnaire does not know is left out here; the revisions keep it.
    """
    try:
        return first_profile(questionnaire, profile, read_changes(questionnaire, plain))
    except InvalidAnswer:
        return _read_known(questionnaire, profile, plain)


def _read_known(questionnaire: Questionnaire, profile: ProfileId, plain: Mapping[str, Plain]) -> Profile:
    held: dict[str, Held] = {}
    for path, value in plain.items():
        try:
            found = None if value is None or _is_of_no_entry(plain, path) else _read(questionnaire, path, value)
        except (KeyError, InvalidAnswer):
            continue  # of a newer questionnaire; kept in the revisions
        if found is not None:
            held[path] = found
    return without_shielded(questionnaire, Profile(profile, MappingProxyType(held)))


def first_profile(questionnaire: Questionnaire, profile: ProfileId, changes: Mapping[str, Held | None]) -> Profile:
    """What `read_profile` makes of the only revision of somebody, of its changes as `read_changes` read them."""
    held = {path: value for path, value in changes.items() if value is not None}
    single = questionnaire.single
    others = [path for path in held if path not in single]
    stems = {path[: path.rfind(".") + 1] for path in others}
    gone = {stem for stem in stems if stem not in held and stem.count(".") > 1}  # entries that are not there
    if gone:
        held = {path: value for path, value in held.items() if path[: path.rfind(".") + 1] not in gone}
    return without_shielded(questionnaire, Profile(profile, MappingProxyType(held)))


def without_shielded(questionnaire: Questionnaire, profile: Profile) -> Profile:
    """The profile less everything that its own answers shield; see `shield`."""
    taken = {
        path
        for section, spec in questionnaire.shielded
        for place in profile.places(section)
        if profile.get(field_path(section.key, spec.shielded_by, place)) == SHIELDED
        for path in _with_remark(field_path(section.key, spec.key, place))
        if path in profile.held
    }
    if not taken:
        return profile
    return Profile(profile.id, MappingProxyType({path: held for path, held in profile.held.items() if path not in taken}))


def _with_remark(path: str) -> tuple[str, str]:
    """A question and the remark on it, which may say what the answer said."""
    return path, remark_path(path)


def _read(questionnaire: Questionnaire, path: str, value: Plain) -> Held | None:
    """What a path holds. Raises KeyError or InvalidAnswer."""
    if path[-1:] == ".":
        return read_rank(questionnaire, path, value)
    return read_answer(questionnaire.spec(path), path, value)


def _is_of_no_entry(values: Mapping[str, object], path: str) -> bool:
    """Whether a path belongs to an entry that is not there, or was taken out."""
    last = path.rfind(".")
    return path.find(".") != last and path[-1:] != "." and values.get(path[: last + 1]) is None


def is_resolved(answer: Answer | None) -> bool:
    """Answered, or a reason why not: both count the same (UX-02)."""
    return answer is not None
