"""How answers become texts of a file, and texts become answers; the conversions that both formats share.

A conversion never fails on the way out: it gives None where the format has no form for an answer. On the way in it raises
Unfit, and gives None for a text that says nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from s2w_desktop.domain.answers import Answer, Quantity, Words
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.edtf import DatePoint
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.languages import is_same_language
from s2w_desktop.interchange.wording import Wording

_DATE: Final = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T[0-9:.+Z-]{1,40})?", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,4}(\.\d)?", re.ASCII)


class Unfit(ValueError):
    """A text of a file is no answer of its question; stays inside this package. Its message never repeats the text."""


@dataclass(frozen=True)
class Codec:
    """One conversion, both ways."""

    write: Callable[[Answer, Wording], str | None]
    read: Callable[[str, Wording], Answer | None]


def _write_text(answer: Answer, _wording: Wording) -> str | None:
    return answer if isinstance(answer, str) else None


def _read_text(untrusted: str, _wording: Wording) -> Answer | None:
    return untrusted


def _write_words(answer: Answer, wording: Wording) -> str | None:
    """The side in the file's language; else what was said, for a translation into a third language helps nobody."""
    if not isinstance(answer, Words):
        return None
    if answer.translation and is_same_language(answer.translation_lang, wording.said_in):
        return answer.translation
    return answer.said or answer.translation


def _read_words(untrusted: str, wording: Wording) -> Answer | None:
    return Words(untrusted, wording.said_in)


def _write_date(answer: Answer, _wording: Wording) -> str | None:
    """A year, a month or a day; what is told less exactly becomes its year, and nothing when it has none."""
    if not isinstance(answer, SaidDate) or answer.date is None:
        return None
    point = answer.date.first
    if answer.date.is_range or point is None or point.blanks:
        return str(answer.date.year) if answer.date.year else None
    return str(DatePoint(point.year, point.month, point.day))


def _read_date(untrusted: str, _wording: Wording) -> Answer | None:
    found = _DATE.fullmatch(untrusted)
    if not found:
        raise Unfit
    try:
        return SaidDate.plainly(found.group(1))
    except ValueError as cause:
        raise Unfit from cause


def _write_number(answer: Answer, _wording: Wording) -> str | None:
    return str(answer.amount) if isinstance(answer, Quantity) else None


def _read_number(untrusted: str, _wording: Wording) -> Answer | None:
    if not _NUMBER.fullmatch(untrusted):
        raise Unfit
    return Quantity(Decimal(untrusted))


def _write_concept(answer: Answer, _wording: Wording) -> str | None:
    return answer.uri if isinstance(answer, Concept) else None


def _read_concept(untrusted: str, wording: Wording) -> Answer | None:
    found = wording.concept(untrusted)
    if found is None:
        raise Unfit
    return found


TEXT: Final = Codec(_write_text, _read_text)
WORDS: Final = Codec(_write_words, _read_words)
DATE: Final = Codec(_write_date, _read_date)
NUMBER: Final = Codec(_write_number, _read_number)
CONCEPT: Final = Codec(_write_concept, _read_concept)
"""A concept of ESCO by its address. Label and version are not told; where a pack is installed they are found again."""
CODE: Final = TEXT
"""A code that both sides write alike; the field's own list says which there are."""


def either(said: Mapping[str, str], also: Mapping[str, Answer | None] | None = None) -> Codec:
    """Codes that the format calls otherwise: `said` gives its word for ours, `also` what further words mean, or shared ones."""
    heard: dict[str, Answer | None] = {**{word: code for code, word in said.items()}, **(also or {})}

    def write(answer: Answer, _wording: Wording) -> str | None:
        return said.get(answer) if isinstance(answer, str) else None

    def read(untrusted: str, _wording: Wording) -> Answer | None:
        if untrusted not in heard:
            raise Unfit
        return heard[untrusted]

    return Codec(write, read)


def label_of(code_list: str) -> Codec:
    """A code as its words in the file's language."""

    def write(answer: Answer, wording: Wording) -> str | None:
        return wording.label(code_list, answer) if isinstance(answer, str) else None

    def read(untrusted: str, wording: Wording) -> Answer | None:
        code = wording.code(code_list, untrusted)
        if code is None:
            raise Unfit
        return code

    return Codec(write, read)
