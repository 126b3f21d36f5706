"""The words of the access copy: everything that is held about a person, and who got it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from s2w_desktop.domain.revisions import Scope
from s2w_desktop.i18n.formats import day
from s2w_desktop.i18n.isolation import Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

TITLE: Final = pgettext("access copy", "Everything that is held about me")
LEAD: Final = pgettext(
    "access copy", "This is a copy of all answers and notes. You may ask us to correct or erase what is wrong."
)
REMARK: Final = pgettext("access copy", "Note of the interviewer: {question}")
EARLIER: Final = pgettext("access copy", "Earlier answers")
NEWER: Final = pgettext("access copy", "Kept for a newer version of the program")
RECEIVED: Final = pgettext("access copy", "Who received it")
NOBODY: Final = pgettext("access copy", "This computer has sent it to nobody.")
DAY: Final = pgettext("access copy", "Day")
TO_WHOM: Final = pgettext("access copy", "To whom")
HOW_MUCH: Final = pgettext("access copy", "How much")
HEADQUARTERS: Final = pgettext("access copy", "Headquarters")
OTHER_FILES: Final = pgettext("access copy", "Papers and files that were made for you or for partners are not listed here.")
SCOPES: Final[Mapping[Scope, Message]] = {
    Scope.FULL: pgettext("access copy", "Everything"),
    Scope.OPEN: pgettext("access copy", "Without name and contact"),
    Scope.STUB: pgettext("access copy", "Only that it exists"),
}


def mostly_written_by(tr: Translator, when: date, officer: str) -> Phrase:
    """Who wrote down what has no note of its own."""
    template = tr.pgettext("access copy", "Where nothing else is noted, {officer} wrote it down on {day}.")
    return fill(template, day=day(tr, when), officer=officer or "—")


def remark_on(tr: Translator, question: str) -> Phrase:
    """The name of a private remark on a question."""
    return fill(tr.say(REMARK), question=question)
