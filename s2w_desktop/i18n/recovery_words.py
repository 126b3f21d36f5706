"""The words of the recovery sheet, on paper."""

from collections.abc import Sequence
from typing import Final

from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

TITLE: Final = pgettext("recovery sheet", "Recovery sheet")
LEAD: Final = pgettext("recovery sheet", "These words give you a new passphrase if you forget yours.")
COMPUTER: Final = pgettext("recovery sheet", "Computer")
WORDS: Final = pgettext("recovery sheet", "The words, in this order")
WHAT_TO_DO: Final = pgettext("recovery sheet", "What to do with this sheet")
RULES: Final[Sequence[Message]] = (
    pgettext("recovery sheet", "Lock it away, far from the computer. Whoever has both can read everything."),
    pgettext("recovery sheet", "Do not photograph or copy it, and do not take it on journeys."),
    pgettext("recovery sheet", "If you forget your passphrase: choose “Forgotten?” where it is asked, and type the words."),
    pgettext("recovery sheet", "It works once. Then make a new sheet in the settings, under “Passphrase”."),
    pgettext("recovery sheet", "If this sheet is lost, make a new one at once: then this one opens nothing any more."),
)
