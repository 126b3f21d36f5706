"""What must hold for one translated message: the same named places, all plural forms, no guesses."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel.messages.catalog import Message

COUNTS: Final = frozenset({"n", "count"})
"""Places that a plural form may leave out: "one profile", Arabic's dual, and the like."""


def problems_of_message(message: Message, plural_count: int, *, complete: bool = False) -> list[str]:
    """Return what is wrong with a message, one sentence each.

    An untranslated message is a problem only where `complete` asks for it: the program then shows English.
    """
    if not message.id:
        return []
    source = message.id if isinstance(message.id, tuple | list) else (message.id,)
    forms = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
    name = f"{message.context}|{source[0]}" if message.context else source[0]
    if message.fuzzy:
        return [f"{name!r}: marked fuzzy"]
    if not any(forms):
        return [f"{name!r}: not translated"] if complete else []
    wanted_forms = plural_count if message.pluralizable else 1
    if len(forms) != wanted_forms or not all(forms):
        return [f"{name!r}: {sum(map(bool, forms))} plural forms, not {wanted_forms}"]
    return [f"{name!r}: {fault}" for form in forms if (fault := _places_fault(source, form))]


def _places_fault(source: tuple[str, ...] | list[str], form: str) -> str | None:
    """Compare the named places of a form with those of its source."""
    try:
        wanted, got = places(source[-1]), places(form)
    except ValueError as cause:
        return f"braces do not match in {form!r} ({cause})"
    may_miss = COUNTS if len(source) > 1 else frozenset()
    if got - wanted:
        return f"unknown place {sorted(got - wanted)} in {form!r}"
    if wanted - got - may_miss:
        return f"place {sorted(wanted - got - may_miss)} is missing in {form!r}"
    return None


def places(text: str) -> frozenset[str]:
    """Return the names between braces, with conversion and format, because these matter at run time too.

    Raises ValueError when the braces do not match.
    """
    parts = Formatter().parse(text)
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _literal, name, spec, conversion in parts
        if name is not None
    )
