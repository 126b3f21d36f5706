"""What must hold for one translated message: its named places, plural forms, blanks and keys, and no odd characters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from string import Formatter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel.messages.catalog import Message

COUNTS: Final = frozenset({"n", "count"})
"""Places that a plural form may leave out: "one profile", Arabic's dual, and the like."""

_KEY: Final = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d{1,2}|[A-Z][a-z]+|[A-Z0-9])\b|\bF\d{1,2}\b")
_OPTION: Final = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_PRINTF: Final = re.compile(r"%(?:\(\w+\))?[sdn]\b|%L?\d\b")
_INVISIBLE_ALLOWED: Final = frozenset("\u200c\u200d\u200e\u200f\u00ad")
"""Joiners and marks of direction, which scripts need, and the soft hyphen."""


class FaultKind(Enum):
    """What can be wrong with a translation; the values are the sentences for developers."""

    BRACES = "braces do not match ({detail})"
    UNKNOWN_PLACE = "unknown place {detail}"
    LOST_PLACE = "place {detail} is missing"
    LOST_KEY = "key {detail} is missing"  # keys are printed on the keyboard, so their names stay
    LOST_OPTION = "option {detail} is missing"  # what a person types is the same in every language
    LOST_PRINTF = "printf form {detail} is missing"
    BLANKS = "blanks at the {detail} differ"  # what follows is put right behind them
    CHARACTER = "character {detail} is not allowed"


@dataclass(frozen=True)
class Fault:
    """One fault of a translation. `detail` is a name or a code point, never the text itself."""

    kind: FaultKind
    detail: str

    def __str__(self) -> str:
        return self.kind.value.format(detail=self.detail)


_KEPT: Final = ((FaultKind.LOST_KEY, _KEY), (FaultKind.LOST_OPTION, _OPTION), (FaultKind.LOST_PRINTF, _PRINTF))


def problems_of_message(message: "Message", plural_count: int, *, complete: bool = False) -> list[str]:
    """What is wrong with a message, one sentence each, for developers.

    An untranslated message, or one marked fuzzy, is a problem only where `complete` asks for it: the program shows English.
    """
    if not message.id:
        return []
    source = message.id if isinstance(message.id, tuple | list) else (message.id,)
    forms = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
    name = f"{message.context}|{source[0]}" if message.context else source[0]
    if message.fuzzy:
        return [f"{name!r}: marked fuzzy"] if complete else []
    if not any(forms):
        return [f"{name!r}: not translated"] if complete else []
    wanted_forms = plural_count if message.pluralizable else 1
    if len(forms) != wanted_forms or not all(forms):
        return [f"{name!r}: {sum(map(bool, forms))} plural forms, not {wanted_forms}"]
    return [f"{name!r}: {fault} in {form!r}" for form in forms for fault in faults_of_form(source, form)]


def faults_of_form(source: Sequence[str], form: str) -> tuple[Fault, ...]:
    """What is wrong with one translated form of an English text, given alone or as singular and plural."""
    return (*_character_faults(source[-1], form), *_blanks_faults(source[-1], form),
            *_places_faults(source, form), *_kept_faults(source[-1], form))  # fmt: skip


def places(text: str) -> frozenset[str]:
    """The names between braces, with conversion and format, because these matter at run time too.

    Raises ValueError when the braces do not match.
    """
    parts = Formatter().parse(text)
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _literal, name, spec, conversion in parts
        if name is not None
    )


def _places_faults(source: Sequence[str], form: str) -> Iterator[Fault]:
    try:
        wanted, got = places(source[-1]), places(form)
    except ValueError as cause:
        yield Fault(FaultKind.BRACES, str(cause))
        return
    may_miss = COUNTS if len(source) > 1 else frozenset()
    if got - wanted:
        yield Fault(FaultKind.UNKNOWN_PLACE, _named(got - wanted))
    if wanted - got - may_miss:
        yield Fault(FaultKind.LOST_PLACE, _named(wanted - got - may_miss))


def _kept_faults(source: str, form: str) -> Iterator[Fault]:
    for kind, pattern in _KEPT:
        wanted = pattern.findall(source)
        lost = wanted and Counter(wanted) - Counter(pattern.findall(form))  # most sentences hold none
        if lost:
            yield Fault(kind, ", ".join(sorted(lost)))


def _blanks_faults(source: str, form: str) -> Iterator[Fault]:
    if _leading(source) != _leading(form):
        yield Fault(FaultKind.BLANKS, "start")
    if _leading(source[::-1]) != _leading(form[::-1]):
        yield Fault(FaultKind.BLANKS, "end")


def _character_faults(source: str, form: str) -> Iterator[Fault]:
    """Find control characters, damaged text, and controls of direction that would turn the rest of a line."""
    odd = {char for char in form if unicodedata.category(char)[0] == "C" or char == "\ufffd"}
    odd -= _INVISIBLE_ALLOWED | set(source)
    if odd:
        yield Fault(FaultKind.CHARACTER, ", ".join(f"U+{ord(char):04X}" for char in sorted(odd)))


def _leading(text: str) -> str:
    """Ordinary blanks and line breaks; French puts a narrow or hard blank before a colon that follows."""
    return text[: len(text) - len(text.lstrip(" \t\n"))]


def _named(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
