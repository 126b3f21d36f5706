"""The sentence that the terms of ESCO ask for, wherever its words are shown or sent."""

from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

ESCO_NOTICE: Final[Message] = pgettext("what fits", "This service uses the ESCO classification of the European Commission.")
"""In their own words; files for other programs hold it as it is."""


def esco_notice(tr: Translator) -> str:
    """The sentence for people."""
    return tr.say(ESCO_NOTICE)
