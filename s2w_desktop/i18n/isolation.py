"""Values in sentences: each is isolated, so that its direction cannot change the order of the words around it.

Unicode's own rules would print 2024-05-17 as 17-05-2024 inside Arabic (paper-language 4). Controls of direction that came in
with typed or pasted text are taken out; joiners and direction marks stay, because words need them.
"""

import re
from typing import Final

_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
_CONTROLS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # a paragraph's end would end the isolate too
_ISOLATES: Final = re.compile("[\u2066-\u2069]")


class Ltr(str):
    """A value that runs from left to right in every language: a code, a date in digits, a telephone number."""

    __slots__ = ()


class Phrase(str):
    """Words that this program put together; the isolates inside are its own and stay when it becomes a value itself."""

    __slots__ = ()


def clean(text: str) -> str:
    """The text on one line, without controls of direction."""
    return _BREAKS.sub(" ", _CONTROLS.sub("", text))


def without_controls(text: str) -> str:
    """The text as it was typed, line by line, without controls of direction."""
    return _CONTROLS.sub("", text)


def isolate(text: str) -> Phrase:
    """The text as a value of its own direction, which its first strong letter decides; empty stays empty."""
    inner = text if isinstance(text, Phrase) else clean(text)
    return Phrase(f"{_FSI}{inner}{_PDI}" if inner else "")


def isolate_ltr(text: str) -> Phrase:
    """The text as a value that runs from left to right; empty stays empty."""
    return Phrase(f"{_LRI}{clean(text)}{_PDI}" if text else "")


def shown_value(words: str) -> str:
    """The words where they stand alone, on a screen or a page: a value that runs from left to right does so there too."""
    return isolate_ltr(words) if isinstance(words, Ltr) else words


def isolate_lines(text: str) -> str:
    """The text for a paragraph of its own in another direction, perhaps: each line as a value."""
    return text if isinstance(text, Phrase) else "\n".join(isolate(line) for line in text.split("\n"))


def fill(template: str, **values: str | int) -> Phrase:
    """The sentence with its named places filled, every value isolated. Raises KeyError when a place has no value."""
    return Phrase(template.format_map({name: _isolated(value) for name, value in values.items()}))


def without_isolates(text: str) -> str:
    """The text for places that do not know isolates: terminals, file names, comparison."""
    return _ISOLATES.sub("", text)


def _isolated(value: str | int) -> str:
    if isinstance(value, int):
        return isolate_ltr(str(value))
    return isolate_ltr(value) if isinstance(value, Ltr) else isolate(value)
