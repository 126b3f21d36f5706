"""From the plain form of an answer back to its value, held against the field's declaration.

The readers here are the one place that says what a kind of field holds: for bundles, for lines of other programs, and for
every edit (`require_fit`).
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache

from s2w_desktop.domain.answers import Answer, EntryRank, NoAnswer, Quantity, Words, to_plain
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.canonical import Plain, is_clean
from s2w_desktop.domain.concepts import Concept, Concepts, read_concept, read_concepts
from s2w_desktop.domain.edtf import parse_shape
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.fields import FieldKind, FieldSpec, Questionnaire
from s2w_desktop.domain.files import FILE_KEYS, MOST_FILE_BYTES, MOST_FILE_PAGES, FileKind, FileRef
from s2w_desktop.domain.said_dates import MOST_SAID, DateFault, SaidDate

_is_entry = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII).fullmatch
_is_sha256 = re.compile(r"[0-9a-f]{64}", re.ASCII).fullmatch
_ID_LENGTH = 37  # of an entry in a path, with the dot before it
_NO_ENTRY: tuple[str, Mapping[str, FieldSpec]] = (" ", {})  # where no path begins
_NUMBER = re.compile(r"-?\d{1,6}(\.\d)?", re.ASCII)
_REASONS = {reason.value: reason for reason in NoAnswer}


def read_answer(spec: FieldSpec, path: str, untrusted: Plain) -> Answer:
    """The answer of a plain value. Raises InvalidAnswer, which names the path and never the value."""
    if isinstance(untrusted, str):
        if untrusted in spec.one_of:
            return untrusted  # most answers are one code
    elif isinstance(untrusted, dict) and untrusted.keys() == {"no"}:
        reason = untrusted["no"]
        if isinstance(reason, str) and reason in _REASONS:
            return _REASONS[reason]
        raise InvalidAnswer(path)
    try:
        return _READERS[spec.kind](spec, untrusted)
    except (ValueError, TypeError, KeyError) as cause:
        raise InvalidAnswer(path) from cause


def require_fit(spec: FieldSpec, path: str, answer: Answer) -> None:
    """Raises InvalidAnswer unless the answer is what reading its plain form gives: so whatever is set can be read again."""
    if read_answer(spec, path, to_plain(answer)) != answer:
        raise InvalidAnswer(path)


def read_changes(questionnaire: Questionnaire, untrusted: Mapping[str, Plain]) -> dict[str, Answer | EntryRank | None]:
    """Hold every change of a revision against the questionnaire, and give what each sets; None where it takes something back.

    Raises InvalidAnswer for the first that does not fit.
    """
    found: dict[str, Answer | EntryRank | None] = {}
    single, in_entries = questionnaire.single, questionnaire.in_entries
    entry, of_entry = _NO_ENTRY
    for path, plain in untrusted.items():
        spec = single.get(path)
        if spec is None:
            if path[-1:] == ".":
                found[path] = read_rank(questionnaire, path, plain)
                continue
            if not path.startswith(entry):  # what is sorted tells one entry after the other
                dot = path.find(".")
                entry, of_entry = path[: dot + _ID_LENGTH], in_entries.get(path[:dot], {})
            spec = of_entry.get(path[len(entry) :]) or _known_spec(questionnaire, path)
        if type(plain) is str and plain in spec.one_of:
            found[path] = plain  # most answers are one code: they are worth a way of their own
        else:
            found[path] = None if plain is None else read_answer(spec, path, plain)
    return found


def _known_spec(questionnaire: Questionnaire, path: str) -> FieldSpec:
    try:
        return questionnaire.spec(path)
    except KeyError as cause:
        raise InvalidAnswer(path) from cause


def read_rank(questionnaire: Questionnaire, path: str, untrusted: Plain) -> EntryRank | None:
    """The presence of an entry: its rank, or None when it was taken out. Raises InvalidAnswer."""
    section, _, entry = path.removesuffix(".").partition(".")
    spec = questionnaire.by_key.get(section)
    if spec is None or not spec.repeats or not _is_entry(entry):
        raise InvalidAnswer(path)
    if untrusted is None:
        return None
    if isinstance(untrusted, bool) or not isinstance(untrusted, int) or not 0 <= untrusted < 2**31:
        raise InvalidAnswer(path)
    return EntryRank(untrusted)


def _text(spec: FieldSpec, untrusted: Plain) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > spec.max_length or not is_clean(untrusted):
        raise ValueError(spec.key)
    return untrusted


def _date(spec: FieldSpec, untrusted: Plain) -> SaidDate:
    """What was said, the calendar and the days must agree; days beside words that hold no numbers are taken as they are."""
    if isinstance(untrusted, str):
        return _plain_date(untrusted)
    if not isinstance(untrusted, dict) or not untrusted.keys() <= {"said", "calendar", "date"}:
        raise ValueError(spec.key)
    said, calendar, days = untrusted["said"], untrusted["calendar"], untrusted.get("date")
    if not isinstance(said, str) or not isinstance(calendar, str) or not _is_said(said):
        raise ValueError(spec.key)
    found = SaidDate.heard(said, CalendarKey(calendar))
    if isinstance(days, str) and found.fault is DateFault.UNREADABLE:
        return SaidDate.plainly(days).told_as(said, found.calendar)
    if found.plain() != untrusted:
        raise ValueError(spec.key)
    return found


@lru_cache(maxsize=4096)  # few dates are said in plain form, and each by many
def _plain_date(untrusted: str) -> SaidDate:
    """A bare EDTF date. Questionnaire 1 took every year from 1 to 9999: one that is too far away is kept and remarked upon."""
    try:
        return SaidDate.plainly(untrusted)
    except ValueError:
        far = SaidDate.heard(str(parse_shape(untrusted)), CalendarKey.GREGORIAN)
        if far.fault is DateFault.YEAR:
            return far
        raise


def _is_said(untrusted: str) -> bool:
    return 0 < len(untrusted) <= MOST_SAID and untrusted == untrusted.strip() and is_clean(untrusted)


def _choice(spec: FieldSpec, untrusted: Plain) -> str:
    if not isinstance(untrusted, str) or untrusted not in spec.code_set:
        raise ValueError(spec.key)
    return untrusted


def _many(spec: FieldSpec, untrusted: Plain) -> tuple[str, ...]:
    if not isinstance(untrusted, list) or not untrusted:
        raise ValueError(spec.key)
    codes = spec.code_set.intersection(untrusted)
    if untrusted != sorted(codes):
        raise ValueError(spec.key)
    return tuple(sorted(codes))


def _quantity(spec: FieldSpec, untrusted: Plain) -> Quantity:
    if not isinstance(untrusted, dict) or not untrusted.keys() <= {"n", "about"}:
        raise ValueError(spec.key)
    number, about = untrusted["n"], untrusted.get("about", False)
    if not isinstance(number, str) or not isinstance(about, bool):
        raise TypeError(spec.key)
    return _read_quantity(number, about)


@lru_cache(maxsize=4096)  # few numbers are said, and each by many
def _read_quantity(untrusted_number: str, about: bool) -> Quantity:  # as the cache calls it
    if not _NUMBER.fullmatch(untrusted_number):
        raise ValueError("not a number")
    return Quantity(Decimal(untrusted_number), about)


def _words(spec: FieldSpec, untrusted: Plain) -> Words:
    if not isinstance(untrusted, dict) or not untrusted.keys() <= {"said", "lang", "translation", "to"}:
        raise ValueError(spec.key)
    parts = [_text(spec, untrusted.get(key, "")) for key in ("said", "lang", "translation", "to")]
    if not (parts[0] or parts[2]):
        raise ValueError(spec.key)
    return Words(*parts)


def _file(spec: FieldSpec, untrusted: Plain) -> FileRef:
    if not isinstance(untrusted, dict) or untrusted.keys() != FILE_KEYS:
        raise ValueError(spec.key)
    sha256, kind, size, pages = (untrusted[key] for key in ("file", "kind", "size", "pages"))
    if not isinstance(sha256, str) or not _is_sha256(sha256) or not isinstance(kind, str):
        raise ValueError(spec.key)
    return FileRef(sha256, FileKind(kind), _whole(size, MOST_FILE_BYTES), _whole(pages, MOST_FILE_PAGES))


def _concept(spec: FieldSpec, untrusted: Plain) -> Concept:
    if spec.concept is None:
        raise ValueError(spec.key)
    return read_concept(spec.concept, untrusted)


def _concepts(spec: FieldSpec, untrusted: Plain) -> Concepts:
    if spec.concept is None:
        raise ValueError(spec.key)
    return read_concepts(spec.concept, untrusted)


def _whole(untrusted: Plain, most: int) -> int:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int) or not 1 <= untrusted <= most:
        raise ValueError("not a number of this field")
    return untrusted


_READERS: dict[FieldKind, Callable[[FieldSpec, Plain], Answer]] = {
    FieldKind.TEXT: _text,
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.LEVEL: _choice,
    FieldKind.MANY: _many,
    FieldKind.NUMBER: _quantity,
    FieldKind.WORDS: _words,
    FieldKind.FILE: _file,
    FieldKind.CONCEPT: _concept,
    FieldKind.CONCEPTS: _concepts,
}
