"""What a profile paper says: plain values, every word of them brought along by the caller.

A text is a mapping from language code to words. A language of the paper that is not in it prints an em dash and the
caller's wording for "not translated"; a text that is None, or empty in every language, prints nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from s2w_desktop.domain.page_pictures import PagePicture

Texts = Mapping[str, str]
"""Words by language code."""


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
class Years:
    """When a station of the time line was. Unknown ends stay None; `is_ongoing` leaves the end open."""

    start: int | None = None
    end: int | None = None
    is_ongoing: bool = False

    @property
    def label(self) -> str:
        """Years as they stand in the spine, the same in every language; empty when nothing is known."""
        if self.start is None and self.end is None:
            return ""
        if self.is_ongoing:
            return f"{self.start or ''}–"
        if self.start == self.end or self.end is None:
            return f"{self.start}"
        return f"{self.start or ''}–{self.end}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A strength, a skill or a licence: its name, an example or detail, and how it is known."""

    title: Texts
    detail: Texts | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Station:
    """Work, care or learning on the time line."""

    title: Texts
    years: Years
    detail: Texts | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class KnownLanguage:
    """One language of the person. A first language has no levels; a skill that was not asked is not in `levels`."""

    name: Texts
    is_first: bool = False
    levels: Mapping[LanguageSkill, Level] = field(default_factory=dict)
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: what, by when (printed as given, e.g. an ISO date), who does it, what to bring or know.

    `service` says where: name, telephone and hours.
    """

    title: Texts
    date: str = ""
    who: Texts | None = None
    detail: Texts | None = None
    service: Texts | None = None


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The paper's own words: headings, names of skills, meanings of marks, descriptions of figures."""

    title: Texts
    strengths: Texts
    languages: Texts
    time_line: Texts
    skills: Texts
    goals: Texts
    steps: Texts
    about: Texts
    first_language: Texts
    not_translated: Texts
    tick_box: Texts
    qr: Texts
    key: Texts
    photo: Texts
    evidence: Mapping[Evidence, Texts]
    language_skills: Mapping[LanguageSkill, Texts]


@dataclass(frozen=True, slots=True)
class Paper:
    """One person's paper in one language or in two, the first being the reader's.

    `code` and `date` stand in the foot of every page and in the document's title; `qr` is what the QR code holds (the
    link code alone). `name` may be absent. `notice` is the training or draft line in the head. Lists print in the order
    given; an empty one leaves no heading. `about` are the closing sentences on what the paper is and is not. `photo` stands
    over the code; `logo` stands small above the text of the first page and says nothing to a screen reader.
    """

    code: str
    date: str
    languages: tuple[str] | tuple[str, str]
    words: PaperWords
    qr: str
    name: Texts | None = None
    sentence: Texts | None = None
    notice: Texts | None = None
    strengths: tuple[Entry, ...] = ()
    known_languages: tuple[KnownLanguage, ...] = ()
    stations: tuple[Station, ...] = ()
    skills: tuple[Entry, ...] = ()
    goals: tuple[Texts, ...] = ()
    steps: tuple[Step, ...] = ()
    about: tuple[Texts, ...] = ()
    photo: PagePicture | None = None
    logo: PagePicture | None = None
