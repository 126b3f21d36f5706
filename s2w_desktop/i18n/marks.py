"""Marks that put words into the catalogues without translating them yet.

The extractor finds them by the name of the function called, so a table of words with contexts imports
`in_context` under the name it knows: `from s2w_desktop.i18n.marks import in_context as pgettext`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """English words with the context that tells translators which meaning is meant; `Translator.say` gives the words."""

    context: str
    text: str


def N_(text: str) -> str:  # noqa: N802  # the name that gettext tools know
    """Mark words without a context; they are looked up when shown."""
    return text


def in_context(context: str, text: str) -> Message:
    """Mark words that mean different things in different places, or whose form depends on what they stand with."""
    return Message(context, text)
