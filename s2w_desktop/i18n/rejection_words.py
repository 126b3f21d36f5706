"""The words for what headquarters could not take, as the officer of the laptop reads them: what happened, and what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from s2w_desktop.domain.putting_aside import NEWER_PROGRAM, AsideReason, SendBack, is_for_the_officer
from s2w_desktop.domain.rejections import Rejection
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator


@dataclass(frozen=True)
class RejectionWords:
    """What happened to a profile, that its data are safe, and the next step of the officer."""

    happened: str
    safe: str
    todo: str

    @property
    def whole(self) -> str:
        """All of it in one line."""
        return f"{self.happened} {self.safe} {self.todo}"


_DAMAGED: Final = pgettext("sent back", "A part of the profile came damaged to headquarters.")
_OTHER: Final = pgettext("sent back", "A part of the profile is not understood at headquarters.")
_HELD: Final = pgettext("sent back", "A part of the profile is put aside until headquarters decides.")
_HAPPENED: Final[Mapping[str, Message]] = {
    **dict.fromkeys(
        ("cut", "too_long", "not_utf8", "not_json", "too_deep", "not_clean", "not_canonical", "bad_digest"), _DAMAGED
    ),
    "bad_answer": pgettext("sent back", "One of the answers is not known at headquarters."),
    NEWER_PROGRAM: pgettext("sent back", "Headquarters can read the profile only after an update there."),
    **dict.fromkeys(AsideReason, _HELD),
    SendBack.CHECK_ANSWERS: pgettext("sent back", "Please check the answers: headquarters asks for it."),
    SendBack.UPDATE_PROGRAM: pgettext("sent back", "Please update the program on this laptop first: headquarters asks for it."),
    SendBack.CALL: pgettext("sent back", "Please call headquarters about this profile."),
}
"""By the codes that receipts carry; one that a newer headquarters added is told in general."""
_SAFE: Final = pgettext("safe", "Your profiles are safe on this computer.")
_CORRECT: Final = pgettext("sent back", "Correct what is wrong in the profile, and hand over again.")
_ASK: Final = pgettext("sent back", "Ask headquarters what to do.")
_WAIT: Final = pgettext("sent back", "You need not do anything.")


def rejection_words(tr: Translator, reason: str) -> RejectionWords:
    """The words for a code of a receipt."""
    return RejectionWords(tr.say(_HAPPENED.get(reason, _OTHER)), tr.say(_SAFE), tr.say(_step(reason)))


def put_aside_words(tr: Translator, rejections: Iterable[Rejection]) -> tuple[RejectionWords, ...]:
    """The words for several, each once, in their order."""
    return tuple(dict.fromkeys(rejection_words(tr, one.reason) for one in rejections))


def _step(reason: str) -> Message:
    if reason == NEWER_PROGRAM:
        return _WAIT
    return _CORRECT if is_for_the_officer(reason) and reason != SendBack.CALL else _ASK
