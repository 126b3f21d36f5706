"""What a question can hold: an answer, or one of four reasons why there is none. Blank is none of these.

Every value has a plain (JSON) form, which the store and the bundle share: text and codes are strings, several codes a list, a
number `{"n": "12.5"}` (with `"about": true`), words in two languages `{"said": …, "lang": …}`, a date its EDTF or
`{"said": …, "calendar": …, "date": …}` (see `said_dates`), a copy of a document `{"file": …, "kind": …, "size": …, "pages": …}`,
a concept of ESCO `{"concept": …, "group": …, "label": …, "lang": …, "version": …}`, several a list of these,
and a reason `{"no": "refused"}`. `null` means that the answer was taken back: the question is blank again.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from s2w_desktop.domain.canonical import Plain, cleaned, kept_line
from s2w_desktop.domain.concepts import MOST_LABEL, Concept, Concepts
from s2w_desktop.domain.files import FileRef
from s2w_desktop.domain.said_dates import SaidDate


class NoAnswer(Enum):
    """Why a question has no answer; each counts as resolved, exactly as an answer does."""

    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Quantity:
    """A number with at most one decimal, perhaps approximate; its unit is the field's."""

    amount: Decimal
    about: bool = False


@dataclass(frozen=True)
class Words:
    """What was said, in which language, and a translation beside it; either side may stay empty."""

    said: str
    lang: str
    translation: str = ""
    translation_lang: str = ""


@dataclass(frozen=True)
class EntryRank:
    """Presence of an entry in a repeating section, and its place there."""

    rank: int


Value: TypeAlias = str | Quantity | Words | SaidDate | FileRef | Concept | Concepts | tuple[str, ...]
Answer: TypeAlias = Value | NoAnswer


def fit_to_keep(answer: Answer, most: int) -> Answer:
    """The answer with its texts in the form that store and bundle demand: see `canonical.cleaned`, at most `most` letters.

    The form may take more letters than were typed (য় of one becomes য় of two), so a text at the limit loses its end.
    """
    match answer:
        case str():
            return cleaned(answer)[:most]
        case Words(said=said, translation=translation):
            return replace(answer, said=cleaned(said)[:most], translation=cleaned(translation)[:most])
        case Concept(label=label):
            return replace(answer, label=kept_line(label, MOST_LABEL))
        case Concepts(chosen=chosen):
            return Concepts(tuple(replace(one, label=kept_line(one.label, MOST_LABEL)) for one in chosen))
        case _:
            return answer


def to_plain(answer: Answer) -> Plain:
    """The plain form of an answer."""
    match answer:
        case NoAnswer():
            return {"no": answer.value}
        case Quantity(amount=amount, about=about):
            return {"n": str(amount), "about": True} if about else {"n": str(amount)}
        case Words(said=said, lang=lang, translation=translation, translation_lang=other):
            plain: dict[str, Plain] = {"said": said, "lang": lang}
            return plain | ({"translation": translation, "to": other} if translation else {})
        case SaidDate() | FileRef() | Concept() | Concepts():
            return answer.plain()
        case tuple():
            return list[Plain](sorted(answer))
        case str():
            return answer
