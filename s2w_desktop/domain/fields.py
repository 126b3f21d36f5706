"""How a question is declared. One declaration serves form, validation, paper, bundle and merge display.

A spec holds what is asked, not how it looks: no widget, no pixel, no word. Words are found by the field's path in `i18n.labels`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.concepts import ConceptKind

Look = Callable[[str], Answer | None]
"""Gives the answer of a sibling: a path for a single section, a field key inside a repeating entry."""

Condition = Callable[[Look], bool]

SHIELDED = "yes"
"""The answer that takes away what a field says that is `shielded_by` it."""


class FieldKind(StrEnum):  # StrEnum, for Enum has a slow hash and each answer that is read looks its kind up
    """What kind of value a field takes; see `answers` for the values."""

    TEXT = "text"  # str, as typed
    WORDS = "words"  # Words, said and translated
    CHOICE = "choice"  # str, one code
    MANY = "many"  # tuple[str, ...], codes without order
    LEVEL = "level"  # str, one code of an ordered list
    NUMBER = "number"  # Quantity
    DATE = "date"  # SaidDate
    FILE = "file"  # FileRef, a copy of a document
    CONCEPT = "concept"  # Concept of ESCO
    CONCEPTS = "concepts"  # Concepts, without order


class Need(Enum):
    """Whether a blank counts as open."""

    REQUIRED = "R"  # must be answered to complete the section
    RESOLVED = "r"  # an answer or a reason why there is none
    OPTIONAL = "o"


class Tier(IntEnum):
    """From which depth of the interview on a question is put; see profile-model 6.0."""

    CORE = 1  # 20 to 30 minutes
    STANDARD = 2  # about 60 minutes
    EXTENDED = 3

    @property
    def code(self) -> str:
        """The tier as `record.tier` holds it."""
        return self.name.lower()


class Analysis(Enum):
    """How a value may enter an analysis (profile-model, column An)."""

    AS_IT_IS = "A"
    DERIVED = "D"
    GENERALISED = "G"
    NEVER = "n"


class Sensitivity(IntEnum):
    """How far a value may travel. From PROTECTED on it is held in the protected part of a revision."""

    TECHNICAL = 0
    PERSONAL = 1
    IDENTIFYING = 2
    PROTECTION = 3

    @property
    def is_protected(self) -> bool:
        """Whether the value leaves the laptop only when the person agreed to be known by name."""
        return self >= Sensitivity.IDENTIFYING


@dataclass(frozen=True)
class FieldSpec:
    """One question. `asked_when` is a named function; a question that is not asked is neither shown nor counted."""

    key: str
    kind: FieldKind
    codes: str = ""
    need: Need = Need.RESOLVED
    tier: Tier = Tier.CORE
    sensitivity: Sensitivity = Sensitivity.PERSONAL
    analysis: Analysis = Analysis.NEVER
    low: int | None = None
    high: int | None = None
    step: str = "1"
    max_length: int = 200
    most: int | None = None
    alone: str = ""  # a code of MANY that excludes the others
    future: bool = False  # a date that may lie ahead
    asked_when: Condition | None = None
    shielded_by: str = ""  # key of a yes-or-no question of the section: its "yes" takes this answer away, see `shield`
    purpose: str = ""  # key of the question of section `consent` without which this is not kept, sent or printed
    concept: ConceptKind | None = None  # the part of ESCO in which CONCEPT and CONCEPTS are found
    fills: str = ""  # key of a question of list `isco` in the section that an occupation answers while it is blank
    code_set: frozenset[str] = field(init=False, repr=False, compare=False)
    one_of: frozenset[str] = field(init=False, repr=False, compare=False)  # the codes of which the answer is one

    def __post_init__(self) -> None:
        object.__setattr__(self, "code_set", frozenset(self.code_list()))
        is_one = self.kind in (FieldKind.CHOICE, FieldKind.LEVEL)
        object.__setattr__(self, "one_of", self.code_set if is_one else frozenset())
        if self.kind is FieldKind.FILE and not self.sensitivity.is_protected:
            raise ValueError(f"{self.key}: a copy of a document says who a person is")
        if self.kind is FieldKind.FILE and not self.purpose:
            raise ValueError(f"{self.key}: a copy needs the person's word on it")
        if self.is_of_esco != (self.concept is not None):
            raise ValueError(f"{self.key}: concepts are found in one part of ESCO")

    @property
    def is_of_esco(self) -> bool:
        """Whether the answer is picked from ESCO, which has to be installed for that."""
        return self.kind in (FieldKind.CONCEPT, FieldKind.CONCEPTS)

    @property
    def is_free_words(self) -> bool:
        """Whether it holds words as somebody typed them, outside the protected part."""
        return self.kind in (FieldKind.TEXT, FieldKind.WORDS) and not self.sensitivity.is_protected

    @property
    def is_bounded(self) -> bool:
        """Whether a value of the right form can still be out of bounds: see `validation`."""
        bounds = (self.low, self.high, self.most, self.alone or None)
        return any(bound is not None for bound in bounds) or self.kind is FieldKind.DATE

    def code_list(self) -> tuple[str, ...]:
        """The codes that may be chosen; empty for kinds without codes."""
        return CODE_LISTS[self.codes] if self.codes else ()


REMARK: Final = FieldSpec("remark", FieldKind.TEXT, need=Need.OPTIONAL, sensitivity=Sensitivity.PROTECTION, max_length=2000)
"""The private remark that can stand on any question (UX-17); its path is `remark_path` of the question's."""
_ON_QUESTION: Final = ":remark"


@dataclass(frozen=True)
class Counted:
    """Fields of a section that are open while they are blank: those that are always asked, and others by condition.

    Told by the ends of their paths; before an end goes what `SectionSpec.stem` gives for an entry.
    """

    always: tuple[str, ...]
    sometimes: tuple[tuple[Condition, tuple[str, ...]], ...]

    @classmethod
    def of(cls, placed: Iterable[tuple[str, FieldSpec]]) -> "Counted":
        """Parted by the conditions that decide."""
        by_condition: dict[Condition | None, tuple[str, ...]] = {}
        for end, spec in placed:
            by_condition[spec.asked_when] = (*by_condition.get(spec.asked_when, ()), end)
        always = by_condition.pop(None, ())
        return cls(always, tuple((condition, ends) for condition, ends in by_condition.items() if condition))


@dataclass(frozen=True)
class SectionSpec:
    """Questions on one page. `most_entries` above 0 makes the section repeat: paths are section.entry.field."""

    key: str
    part: str
    fields: tuple[FieldSpec, ...]
    most_entries: int = 0
    least_entries: int = 0
    headline: str = ""  # field that names an entry in a folded row
    headline_else: str = ""  # field that names it while the headline is blank
    asked_when: Condition | None = None  # by paths of the whole profile; for sections that are put or not as one
    repeats: bool = field(init=False, repr=False, compare=False)  # whether the section holds entries
    by_key: Mapping[str, FieldSpec] = field(init=False, repr=False, compare=False)
    _put: Mapping[Tier, tuple[FieldSpec, ...]] = field(init=False, repr=False, compare=False)
    _put_by_key: Mapping[Tier, Mapping[str, FieldSpec]] = field(init=False, repr=False, compare=False)
    _counted: Mapping[Tier, Counted] = field(init=False, repr=False, compare=False)
    filled_by: Mapping[str, str] = field(init=False, repr=False, compare=False)  # key of a question to that of the one filling it

    def __post_init__(self) -> None:
        object.__setattr__(self, "repeats", self.most_entries > 0)
        object.__setattr__(self, "by_key", MappingProxyType({spec.key: spec for spec in self.fields}))
        object.__setattr__(self, "filled_by", MappingProxyType({spec.fills: spec.key for spec in self.fields if spec.fills}))
        object.__setattr__(self, "_put", {tier: tuple(spec for spec in self.fields if spec.tier <= tier) for tier in Tier})
        by_key = {tier: MappingProxyType({spec.key: spec for spec in put}) for tier, put in self._put.items()}
        object.__setattr__(self, "_put_by_key", by_key)
        object.__setattr__(self, "_counted", {tier: Counted.of(self._placed_open(put)) for tier, put in self._put.items()})
        if len(self.by_key) != len(self.fields):
            raise ValueError(f"section {self.key} names a field twice")

    def put_in(self, tier: Tier) -> tuple[FieldSpec, ...]:
        """The fields that an interview of this depth puts, before their own conditions."""
        return self._put[tier]

    def put_by_key(self, tier: Tier) -> Mapping[str, FieldSpec]:
        """The fields of `put_in` by their keys."""
        return self._put_by_key[tier]

    def counted_in(self, tier: Tier, hidden: frozenset[str] = frozenset()) -> Counted:
        """Those of them that are open while they are blank, less what is hidden (`section.field`)."""
        if not hidden:
            return self._counted[tier]
        return Counted.of(self._placed_open(spec for spec in self._put[tier] if field_path(self.key, spec.key) not in hidden))

    def stem(self, place: object = None) -> str:
        """What goes before the end of a path of `counted_in`: nothing, or the entry."""
        return "" if place is None else f"{self.key}.{place}."

    def _placed_open(self, fields: Iterable[FieldSpec]) -> Iterator[tuple[str, FieldSpec]]:
        return ((self.end(spec), spec) for spec in fields if spec.need is not Need.OPTIONAL)

    def end(self, spec: FieldSpec) -> str:
        """What comes after the stem in the path of a field."""
        return spec.key if self.repeats else field_path(self.key, spec.key)


@dataclass(frozen=True)
class FieldGroup:
    """Some fields of a questionnaire, so that answers to them are found quickly; each has a number in the order of the interview.

    `single` holds those outside of entries by path, `in_entries` the others by section, with the ends of their paths.
    """

    single: Mapping[str, tuple[int, FieldSpec]]
    in_entries: Mapping[str, tuple[tuple[int, str, FieldSpec], ...]]

    @classmethod
    def of(cls, sections: Iterable[SectionSpec], wanted: Callable[[FieldSpec], bool]) -> "FieldGroup":
        """The fields of the sections that are wanted."""
        single: dict[str, tuple[int, FieldSpec]] = {}
        in_entries: dict[str, tuple[tuple[int, str, FieldSpec], ...]] = {}
        found = [(section, spec) for section in sections for spec in section.fields if wanted(spec)]
        for number, (section, spec) in enumerate(found):
            if section.repeats:
                in_entries[section.key] = (*in_entries.get(section.key, ()), (number, section.end(spec), spec))
            else:
                single[section.end(spec)] = (number, spec)
        return cls(MappingProxyType(single), MappingProxyType(in_entries))


@dataclass(frozen=True)
class Counting:
    """What an interview counts: paths that are always asked, others by condition, and sections that are counted one by one."""

    always: frozenset[str]
    sometimes: tuple[tuple[Condition, tuple[str, ...]], ...]
    sections: tuple[tuple[SectionSpec, Counted], ...]  # with entries, or put by a condition of their own

    @classmethod
    def of(cls, put: Iterable[tuple[SectionSpec, Counted]]) -> "Counting":
        """Of the sections that are put, with what they count."""
        known = list(put)
        alone = [(section, counted) for section, counted in known if section.repeats or section.asked_when]
        plain = [counted for section, counted in known if not (section.repeats or section.asked_when)]
        return cls(
            frozenset(path for counted in plain for path in counted.always),
            tuple(condition for counted in plain for condition in counted.sometimes),
            tuple((s, counted) for s, counted in alone if counted.always or counted.sometimes or s.least_entries),
        )


_MOST_COUNTINGS: Final = 64
"""As many ways to interview are kept at once; each depth and each set of hidden questions is one."""


@dataclass(frozen=True)
class Questionnaire:
    """All sections in the order of the interview. `version` rises with every change of meaning.

    `oldest_reader` is the first version whose programs may take answers of this one: what they do not know they keep unread.
    """

    version: int
    sections: tuple[SectionSpec, ...]
    oldest_reader: int = 1
    by_key: Mapping[str, SectionSpec] = field(init=False, repr=False, compare=False)
    shielded: tuple[tuple[SectionSpec, FieldSpec], ...] = field(init=False, repr=False, compare=False)
    shielded_keys: frozenset[str] = field(init=False, repr=False, compare=False)
    shields: frozenset[str] = field(init=False, repr=False, compare=False)  # keys of the questions that shield others
    copies: tuple[tuple[SectionSpec, FieldSpec], ...] = field(init=False, repr=False, compare=False)
    filling: tuple[tuple[SectionSpec, FieldSpec], ...] = field(init=False, repr=False, compare=False)
    single: Mapping[str, FieldSpec] = field(init=False, repr=False, compare=False)  # fields outside of entries, by path
    in_entries: Mapping[str, Mapping[str, FieldSpec]] = field(init=False, repr=False, compare=False)  # by section, then `.key`
    bounded: FieldGroup = field(init=False, repr=False, compare=False)
    free_words: FieldGroup = field(init=False, repr=False, compare=False)  # texts that travel in the open part
    counting: Callable[[Tier, frozenset[str]], Counting] = field(init=False, repr=False, compare=False)
    """What an interview of a depth counts, less what is hidden (`section` or `section.field`)."""

    def __post_init__(self) -> None:
        single = {field_path(s.key, spec.key): spec for s in self.sections if not s.repeats for spec in s.fields}
        object.__setattr__(self, "by_key", MappingProxyType({section.key: section for section in self.sections}))
        object.__setattr__(self, "single", MappingProxyType(single))
        in_entries = {s.key: {f".{spec.key}": spec for spec in s.fields} for s in self.sections if s.repeats}
        object.__setattr__(self, "in_entries", MappingProxyType(in_entries))
        object.__setattr__(self, "bounded", FieldGroup.of(self.sections, lambda spec: spec.is_bounded))
        put = tuple(section for section in self.sections if section.part)
        object.__setattr__(self, "free_words", FieldGroup.of(put, lambda spec: spec.is_free_words))
        object.__setattr__(self, "counting", lru_cache(_MOST_COUNTINGS)(self._counting))
        object.__setattr__(self, "shielded", tuple((s, spec) for s in self.sections for spec in s.fields if spec.shielded_by))
        object.__setattr__(self, "shielded_keys", frozenset(spec.key for _, spec in self.shielded))
        object.__setattr__(self, "shields", frozenset(spec.shielded_by for _, spec in self.shielded))
        copies = tuple((s, spec) for s in self.sections for spec in s.fields if spec.kind is FieldKind.FILE)
        object.__setattr__(self, "copies", copies)
        object.__setattr__(self, "filling", tuple((s, spec) for s in self.sections for spec in s.fields if spec.fills))
        if len(self.by_key) != len(self.sections):
            raise ValueError("a section is named twice")

    def spec(self, path: str) -> FieldSpec:
        """The field at a path. Raises KeyError when the questionnaire does not know it."""
        single = self.single.get(path)
        if single is not None:
            return single
        section, _, rest = path.partition(".")
        entry, _, key = rest.rpartition(".")
        if entry and section in self.in_entries and f".{key}" in self.in_entries[section]:
            return self.in_entries[section][f".{key}"]
        if is_remark(path):
            return self._remark(path)
        raise KeyError(path)

    def _counting(self, tier: Tier, hidden: frozenset[str]) -> Counting:
        put = (section for section in self.sections if section.part and section.key not in hidden)
        return Counting.of((section, section.counted_in(tier, hidden)) for section in put)

    def _remark(self, path: str) -> FieldSpec:
        """The remark on a question that is put to somebody; there is none on a remark, nor on what the program notes."""
        asked = question_of(path)
        if is_remark(asked) or not self.by_key[asked.partition(".")[0]].part:
            raise KeyError(path)
        self.spec(asked)
        return REMARK

    def fields(self) -> Iterator[tuple[SectionSpec, FieldSpec]]:
        """Every declared field with its section, in the order of the interview."""
        for section in self.sections:
            for spec in section.fields:
                yield section, spec


def field_path(section: str, key: str, entry: object = None) -> str:
    """The path of a field: `section.key`, or `section.entry.key` inside an entry."""
    return f"{section}.{key}" if entry is None else f"{section}.{entry}.{key}"


def remark_path(path: str) -> str:
    """Where the private remark on a question stands."""
    return path + _ON_QUESTION


def is_remark(path: str) -> bool:
    """Whether a path holds a remark on a question."""
    return path.endswith(_ON_QUESTION)


def question_of(path: str) -> str:
    """The question that a remark is about; any other path as it is."""
    return path.removesuffix(_ON_QUESTION)


def entry_path(section: str, entry: object) -> str:
    """The path that holds an entry's presence and rank: `section.entry.` with an empty field key."""
    return f"{section}.{entry}."
