"""Words of states that screens, lists and papers share: reasons for no answer, sections, hand-over."""

from collections.abc import Mapping
from typing import Final

from s2w_desktop.domain.answers import NoAnswer
from s2w_desktop.domain.completeness import SectionState
from s2w_desktop.domain.handover import Handover
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext

NO_ANSWERS: Final[Mapping[NoAnswer, Message]] = {
    NoAnswer.REFUSED: pgettext("no answer", "Prefers not to say"),
    NoAnswer.UNKNOWN: pgettext("no answer", "Does not know"),
    NoAnswer.NOT_APPLICABLE: pgettext("no answer", "Does not apply"),
    NoAnswer.NOT_ASKED: pgettext("no answer", "Not asked"),
}
SAID_NO_ANSWERS: Final[Mapping[NoAnswer, Message]] = {
    NoAnswer.REFUSED: pgettext("no answer, the person speaks", "I prefer not to say"),
    NoAnswer.UNKNOWN: pgettext("no answer, the person speaks", "I do not know"),
}
"""The reasons that a person can give without the officer, in the person's own mouth."""
SECTION_STATES: Final[Mapping[SectionState, Message]] = {
    SectionState.NOT_STARTED: pgettext("section state", "not started"),
    SectionState.STARTED: pgettext("section state", "started"),
    SectionState.RESOLVED: pgettext("section state", "complete"),
}
HANDOVERS: Final[Mapping[Handover, Message]] = {
    Handover.HERE: pgettext("hand-over", "On this laptop"),
    Handover.IN_BUNDLE: pgettext("hand-over", "In bundle {number}"),
    Handover.RECEIVED: pgettext("hand-over", "Received by headquarters"),
    Handover.NEEDS_YOU: pgettext("hand-over", "Needs you"),
}
