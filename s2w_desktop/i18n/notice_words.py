"""The information notice: what a person is told before anything is written down (data-protection 5.3).

Whoever changes what a sentence says raises the version, so that a printed sheet tells which notice it shows.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from s2w_desktop.i18n.isolation import Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

NOTICE_VERSION: Final = 1
NOTICE: Final = "notice"
"""Under which name the drawings of its points are kept."""


class Point(Enum):
    """A point of the notice, in the order in which they are told; each has a drawing of its name."""

    WRITING = "writing"
    APART = "apart"
    CHOOSE = "choose"
    STOP = "stop"
    LOCKED = "locked"
    FIGURES = "figures"
    SEE = "see"
    TAKE_BACK = "take_back"
    ASK = "ask"


_NOTICE: Final[Sequence[Message]] = (
    pgettext("notice", "We write down what you can do and what you want to do. This can help you to find courses and work."),
    pgettext("notice", "It is not for the decision about your asylum or your stay, and it is not used for it."),
    pgettext("notice", "You decide. If you say no, you get the same help as everybody else."),
    pgettext("notice", "You need not answer every question. You may stop at any time."),
    pgettext("notice", "What you say is kept locked. Nobody gets it whom you do not allow below."),
    pgettext("notice", "Figures about many people never show who you are."),
    pgettext("notice", "You may see everything that is held about you, and have it corrected or erased."),
    pgettext("notice", "You may take back each yes at any time, without giving a reason."),
)
TITLE: Final = pgettext("notice", "What you should know, and what you decide")
DECISIONS: Final = pgettext("notice", "What you decide")
AGREEMENT: Final = pgettext("notice", "How it was agreed")
YES: Final = pgettext("answer to a purpose", "Yes")
NO: Final = pgettext("answer to a purpose", "No")
TAKEN_BACK: Final = pgettext("answer to a purpose", "Taken back")
NOT_NEEDED: Final = pgettext("answer to a purpose", "Needs no agreement")


def notice(tr: Translator, organisation: str, centre: str) -> Mapping[Point, str]:
    """The sentence of each point of the notice, the last with whom to turn to."""
    return dict(zip(Point, (*map(tr.say, _NOTICE), _whom_to_ask(tr, organisation, centre)), strict=True))


def _whom_to_ask(tr: Translator, organisation: str, centre: str) -> Phrase:
    where = f"{organisation}, {centre}" if organisation and centre else organisation or centre
    return fill(tr.pgettext("notice", "Ask us about it: {organisation}."), organisation=where)
