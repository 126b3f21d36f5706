"""The words for matters of the inbox: what is the matter, why, and what to do next; and for records in quarantine."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from s2w_desktop.domain.matters import Found, MatterKind, Ranges
from s2w_desktop.domain.putting_aside import NEWER_PROGRAM, AsideReason, SendBack
from s2w_desktop.i18n.formats import joined, number
from s2w_desktop.i18n.isolation import Ltr, Phrase, fill
from s2w_desktop.i18n.marks import Message
from s2w_desktop.i18n.marks import in_context as pgettext
from s2w_desktop.i18n.translator import Translator

_DAY: Final = timedelta(days=1)
_MOST_RANGES: Final = 5
_TITLES: Final[Mapping[MatterKind, Message]] = {
    MatterKind.FORK: pgettext("matter", "Numbers of records used twice"),
    MatterKind.CHAIN: pgettext("matter", "Bundles do not fit together"),
    MatterKind.REVOKED_SENDER: pgettext("matter", "From a laptop off the list"),
    MatterKind.AFTER_LOSS: pgettext("matter", "Came after the loss"),
    MatterKind.QUARANTINED: pgettext("matter", "Records put aside"),
    MatterKind.GAP: pgettext("matter", "Records are missing"),
    MatterKind.MISSING_COPY: pgettext("matter", "Copies of documents are missing"),
    MatterKind.MISSING_BUNDLE: pgettext("matter", "A bundle never came"),
    MatterKind.CLOCK: pgettext("matter", "The laptop's clock is wrong"),
}
_STEPS: Final[Mapping[MatterKind, Message]] = {
    MatterKind.FORK: pgettext("next step", "Ask if the laptop was copied or put back from a backup. If so, order a new epoch."),
    MatterKind.CHAIN: pgettext("next step", "Ask if the laptop was copied or put back from a backup. If so, order a new epoch."),
    MatterKind.REVOKED_SENDER: pgettext("next step", "Find out who wrote this. Then release the records or discard them."),
    MatterKind.AFTER_LOSS: pgettext("next step", "Look at what came since that day, with the officer of the laptop."),
    MatterKind.QUARANTINED: pgettext("next step", "The receipt tells the laptop why. The officer corrects and hands over again."),
    MatterKind.GAP: pgettext("next step", "Ask for another hand-over: it brings everything that is missing."),
    MatterKind.MISSING_COPY: pgettext(
        "next step", "Write the receipt: it asks the laptop for them. They come with its next bundle."
    ),
    MatterKind.MISSING_BUNDLE: pgettext("next step", "Ask where the file is. If it is lost, ask for another hand-over."),
    MatterKind.CLOCK: pgettext("next step", "Ask the officer to set date and time of the laptop right."),
}
_HARMLESS: Final = pgettext("next step", "Nothing is lost: later bundles brought every record. Ask where the file is.")
_UPDATE: Final = pgettext("next step", "Update the program here. Then these records are taken in by themselves.")
_DAMAGED: Final = pgettext("put aside", "damaged")
_OTHER_PROGRAM: Final = pgettext("put aside", "not as this program knows it")
_REASONS: Final[Mapping[str, Message]] = {
    **dict.fromkeys(
        ("cut", "too_long", "not_utf8", "not_json", "too_deep", "not_clean", "not_canonical", "bad_digest"), _DAMAGED
    ),
    **dict.fromkeys(("unknown_type", "wrong_type", "bad_shape"), _OTHER_PROGRAM),
    "bad_answer": pgettext("put aside", "an answer that the questionnaire here does not know"),
    "blob_too_large": pgettext("put aside", "a copy of a document that is too large"),
    "blob_kind": pgettext("put aside", "a copy of a document of another kind"),
    NEWER_PROGRAM: pgettext("put aside", "written by a newer program than the one here"),
    AsideReason.CLASH: pgettext("put aside", "another content under a known number"),
    AsideReason.OTHER_DEVICE: pgettext("put aside", "made on another laptop than the sender"),
    AsideReason.OTHER_OFFICER: pgettext("put aside", "under the name of an officer of another laptop or of headquarters"),
    AsideReason.REVOKED_SENDER: pgettext("put aside", "from a laptop off the list"),
    SendBack.CHECK_ANSWERS: pgettext("put aside", "sent back: the answers are to be checked"),
    SendBack.UPDATE_PROGRAM: pgettext("put aside", "sent back: the laptop is to be updated first"),
    SendBack.CALL: pgettext("put aside", "sent back: the officer is to call"),
}
"""By code of `bundle.record_types.Reason`, `AsideReason` and `SendBack`; one that a newer program added is told in general."""


def matter_title(tr: Translator, kind: MatterKind) -> str:
    """What is the matter, in a few words."""
    return tr.say(_TITLES[kind])


def matter_step(tr: Translator, found: Found) -> str:
    """What to do next."""
    if found.reason == NEWER_PROGRAM:
        return tr.say(_UPDATE)
    return tr.say(_HARMLESS if found.is_harmless else _STEPS[found.kind])


def matter_detail(tr: Translator, found: Found) -> str:
    """The facts in a line: numbers only."""
    shown = _ranges(tr, found.numbers)
    match found.kind:
        case MatterKind.FORK | MatterKind.GAP:
            words = tr.ngettext("record number {numbers}", "record numbers {numbers}", found.count)
        case MatterKind.CHAIN | MatterKind.AFTER_LOSS | MatterKind.MISSING_BUNDLE:
            words = tr.ngettext("bundle number {numbers}", "bundle numbers {numbers}", found.count)
        case MatterKind.MISSING_COPY:
            return fill(tr.ngettext("{n} copy", "{n} copies", found.count), n=number(tr, found.count))
        case MatterKind.CLOCK:
            return _clock(tr, found.off)
        case MatterKind.QUARANTINED | MatterKind.REVOKED_SENDER:
            words = tr.ngettext("{n} record of bundle {seq}: {reason}", "{n} records of bundle {seq}: {reason}", found.count)
            return fill(words, n=number(tr, found.count), seq=found.seq, reason=reason_words(tr, found.reason))
    return fill(words, numbers=shown)


def record_numbers(tr: Translator, numbers: Ranges, count: int) -> Phrase:
    """Which records of a bundle."""
    return fill(tr.ngettext("record number {numbers}", "record numbers {numbers}", count), numbers=_ranges(tr, numbers))


def reason_words(tr: Translator, reason: str) -> str:
    """Why a record was put aside."""
    return tr.say(_REASONS.get(reason, _OTHER_PROGRAM))


def _clock(tr: Translator, off: timedelta) -> str:
    days = max(1, round(abs(off) / _DAY))
    if off > timedelta(0):
        words = tr.ngettext("{n} day ahead", "{n} days ahead", days)
    else:
        words = tr.ngettext("{n} day behind", "{n} days behind", days)
    return fill(words, n=number(tr, days))


def _ranges(tr: Translator, numbers: Ranges) -> Phrase:
    """Numbers as "3, 7 to 9"; of many only the first."""
    parts = [Ltr(f"{first}–{last}") if last > first else Ltr(f"{first}") for first, last in numbers[:_MOST_RANGES]]
    more = [Ltr("…")] if len(numbers) > _MOST_RANGES else []
    return joined(tr, (*parts, *more))
