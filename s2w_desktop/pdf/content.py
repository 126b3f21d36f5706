"""What a profile paper says: plain values, every word of them brought along by the caller.

A text is a mapping from language code to words. A language of the paper that is not in it prints an em dash and the
caller's wording for "not translated"; a text that is None, or empty in every language, prints nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from s2w_desktop.domain.page_pictures import PagePicture
from s2w_desktop.pdf.order import PaperOrder

Texts = Mapping[str, str]
"""Words by language code."""

_LATER_THAN_ALL = 9999


class Standing(dict[str, str]):
    """Words by language code that are the program's own: headings, labels of its lists, sentences without an answer in them.

    They stand in the same way on everybody's paper, and are set once for all of them.
    """


class Evidence(IntEnum):
    """How something is known, from said to recognised. What was not asked has no evidence and no mark."""

    STATED = 1
    DETAILED = 2
    SEEN = 3
    CHECKED = 4
    CONFIRMED = 5
    SHOWN = 6
    RECOGNISED = 7


class Level(Enum):
    """Language levels of the CEFR; the value is what is printed under the ladder, in every language."""

    NONE = "–"
    PRE_A1 = "Pre-A1"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class LanguageSkill(Enum):
    """The five skills of the CEFR self-assessment, in the order of the table."""

    LISTENING = "listening"
    READING = "reading"
    CONVERSATION = "conversation"
    SPEAKING = "speaking"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a text, as they stand in it, and the address that they lead to (http, mailto or tel; ASCII)."""

    text: str
    uri: str


@dataclass(frozen=True, slots=True)
class Years:
    """When a station of the time line was. Unknown ends stay None; `is_ongoing` leaves the end open.

    `months` are those of start and end, for what lasted less than two years: they are printed where years would not tell.
    """

    start: int | None = None
    end: int | None = None
    is_ongoing: bool = False
    months: tuple[int, int] | None = None

    @property
    def newness(self) -> int:
        """What a time line is sorted by: the last year that is known, 0 without any; what goes on is newer than all else."""
        return _LATER_THAN_ALL if self.is_ongoing else self.end or self.start or 0

    @property
    def label(self) -> str:
        """Years as they stand in the spine, the same in every language; empty when nothing is known."""
        if self.start is None and self.end is None:
            return ""
        if self.months and self.start and self.end:
            first, last = f"{self.start}-{self.months[0]:02d}", f"{self.end}-{self.months[1]:02d}"
            return first if first == last else f"{first}–{last}"
        if self.is_ongoing:
            return f"{self.start or ''}–"
        if self.start == self.end or self.end is None:
            return f"{self.start}"
        return f"{self.start or ''}–{self.end}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A strength, a skill, a licence or a document: its name, an example or detail, and how it is known."""

    title: Texts
    detail: Texts | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Station:
    """Work, care or learning on the time line. `detail` are facts, `words` what the person told of it."""

    title: Texts
    years: Years
    detail: Texts | None = None
    evidence: Evidence | None = None
    words: Texts | None = None


@dataclass(frozen=True, slots=True)
class KnownLanguage:
    """One language of the person. A first language has no levels; a skill that was not asked is not in `levels`.

    `certificate` says which one there is, if any.
    """

    name: Texts
    is_first: bool = False
    levels: Mapping[LanguageSkill, Level] = field(default_factory=dict)
    evidence: Evidence | None = None
    certificate: Texts | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: what, by when (printed as given, e.g. an ISO date), who does it, what to know.

    `service` says where, line by line: name, telephone and hours, address; `bring` what to take along. `links` are words of
    these texts.
    """

    title: Texts
    date: str = ""
    who: Texts | None = None
    detail: Texts | None = None
    service: tuple[Texts, ...] = ()
    bring: Texts | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The second part of a profile: what the paper is and is not, who may have a copy, from when it is.

    `marks_note` stands below the full key to the marks.
    """

    paragraphs: tuple[Texts, ...]
    marks_note: Texts
    facts: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether the person agrees with what the paper says, and what the person says to it."""

    statement: Texts
    words: Texts | None = None


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The paper's own words: headings, names of skills, meanings of marks, descriptions of figures.

    The three parts of a profile are headed by `part_profile`, `part_about` and `part_ahead`. `evidence` are the short
    meanings of marks, `evidence_full` those of the full key. `more_pages` says how many pages follow the first.
    """

    title: Texts
    part_profile: Texts
    part_about: Texts
    part_ahead: Texts
    strengths: Texts
    languages: Texts
    time_line: Texts
    skills: Texts
    documents: Texts
    marks: Texts
    goals: Texts
    steps: Texts
    about: Texts
    first_language: Texts
    not_translated: Texts
    tick_box: Texts
    qr: Texts
    key: Texts
    photo: Texts
    signature: Texts
    evidence: Mapping[Evidence, Texts]
    evidence_full: Mapping[Evidence, Texts]
    language_skills: Mapping[LanguageSkill, Texts]
    more_pages: Callable[[int], Texts]


@dataclass(frozen=True, slots=True)
class Paper:
    """One person's paper, or another sheet of the same sections, as it was ordered.

    `code` and `date` stand in the foot of every page and in the document's title; `qr` is what the QR code holds (the
    link code alone). `name` may be absent. `notice` is the training or draft line in the head. Lists print in the order
    given; an empty one leaves no heading. `more_languages` are those that the table leaves out, in words. With an
    `explanation` the paper is a profile in three parts; `about` are closing sentences of a sheet without parts.
    `has_signature` leaves a line for place, date and signature. `photo` stands over the code; `logo` stands small above the
    text of the first page and says nothing to a screen reader.
    """

    code: str
    date: str
    order: PaperOrder
    words: PaperWords
    qr: str
    name: Texts | None = None
    sentence: Texts | None = None
    notice: Texts | None = None
    strengths: tuple[Entry, ...] = ()
    known_languages: tuple[KnownLanguage, ...] = ()
    more_languages: Texts | None = None
    stations: tuple[Station, ...] = ()
    skills: tuple[Entry, ...] = ()
    documents: tuple[Entry, ...] = ()
    goals: tuple[Texts, ...] = ()
    steps: tuple[Step, ...] = ()
    agreement: Agreement | None = None
    has_signature: bool = False
    explanation: Explanation | None = None
    about: tuple[Texts, ...] = ()
    photo: PagePicture | None = None
    logo: PagePicture | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the paper, the reader's first."""
        return self.order.languages

    @property
    def names(self) -> Texts:
        """The name in every language: it is never translated, so where it lacks a form, the form that it has stands there too."""
        forms = {language: form for language, form in (self.name or {}).items() if form.strip()}
        known = next(iter(forms.values()), "")
        return {language: forms.get(language, known) for language in self.languages}
