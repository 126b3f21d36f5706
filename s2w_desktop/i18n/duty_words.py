"""The words for duties: what somebody is there for, and what it lets them do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.duties import Duty
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator


@dataclass(frozen=True)
class DutyWords:
    """A duty in a language: its name, and a sentence on what it allows."""

    name: str
    allows: str


_WORDS: Final[Mapping[Duty, tuple[Message, Message]]] = {
    Duty.INTERVIEWER: (
        pgettext("duty", "Interviewer"),
        pgettext("duty", "Records and reads profiles, and hands them over."),
    ),
    Duty.COORDINATOR: (
        pgettext("duty", "Coordinator"),
        pgettext("duty", "As an interviewer. Also takes bundles in, answers laptops, hands profiles on, and installs packs."),
    ),
    Duty.REVIEWER: (
        pgettext("duty", "Reviewer"),
        pgettext("duty", "Reads profiles, decides conflicts and duplicates, and looks after the inbox."),
    ),
    Duty.IMPORTER: (
        pgettext("duty", "Importer"),
        pgettext("duty", "Takes bundles in, writes receipts, and looks after the inbox. Sees no profile."),
    ),
    Duty.ANALYST: (
        pgettext("duty", "Analyst"),
        pgettext("duty", "Sees figures only, and no profile."),
    ),
    Duty.PROTECTION: (
        pgettext("duty", "Data protection officer"),
        pgettext("duty", "Reads and erases profiles, and releases records that were put aside."),
    ),
    Duty.ADMINISTRATOR: (
        pgettext("duty", "Administrator"),
        pgettext("duty", "Looks after laptops, keys, packs and people. Sees no profile."),
    ),
}


def duty_words(tr: Translator, duty: Duty) -> DutyWords:
    """The words for a duty."""
    name, allows = _WORDS[duty]
    return DutyWords(tr.say(name), tr.say(allows))
