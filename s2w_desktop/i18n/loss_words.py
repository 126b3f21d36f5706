"""What was on a lost device, in sentences for page, command line and paper. Never a name."""

from s2w_desktop.domain.losses import Extent, KnownOfDevice, Loss, LostProfile, Presence
from s2w_desktop.i18n.formats import day, number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.translator import Translator


def loss_lines(tr: Translator, loss: Loss) -> tuple[str, ...]:
    """How many people, and how far headquarters knows; the most important first."""
    known = loss.known
    return (
        *_people(tr, loss),
        *_last_bundle(tr, known),
        *_missing(tr, known),
        *_receipts(tr, known),
    )


def loss_title(tr: Translator) -> str:
    """What the sheet is called."""
    return tr.gettext("What was on a laptop")


def list_title(tr: Translator) -> str:
    """Over the list of case numbers."""
    return tr.gettext("Case numbers")


def profile_line(tr: Translator, lost: LostProfile) -> str:
    """How a profile came to be there, and when it was last changed there as the device claims."""
    _ = tr.gettext
    if lost.removed_at is not None:
        return fill(_("removed from it on {day}, as it said"), day=day(tr, lost.removed_at.date()))
    if lost.presence is Presence.GIVEN:
        return _("sent there by headquarters")
    if lost.last_change is None:
        return _("recorded there")
    return fill(_("recorded there, last change {day}"), day=day(tr, lost.last_change.date()))


def _people(tr: Translator, loss: Loss) -> list[str]:
    counted = (*(len(loss.of(extent)) for extent in Extent), len(loss.removed))
    words = (
        tr.ngettext("{n} profile was on it.", "{n} profiles were on it.", counted[0]),
        tr.ngettext(
            "{n} more was on it of which only the existence is known here.",
            "{n} more were on it of which only the existence is known here.",
            counted[1],
        ),
        tr.ngettext(
            "{n} was erased here, and may still have been on it.",
            "{n} were erased here, and may still have been on it.",
            counted[2],
        ),
        tr.ngettext(
            "{n} profile had been removed from it before.",
            "{n} profiles had been removed from it before.",
            counted[3],
        ),
    )
    return [fill(text, n=number(tr, n)) for text, n in zip(words, counted, strict=True) if n or text is words[0]]


def _last_bundle(tr: Translator, known: KnownOfDevice) -> list[str]:
    _ = tr.gettext
    last = known.last_bundle
    if last is None:
        return [_("No bundle of it ever came: headquarters does not know what was recorded on it.")]
    facts = {"n": Ltr(last.seq), "day": day(tr, last.at.date())}
    after = fill(_("What was recorded after bundle no. {n} of {day}, headquarters does not know."), **facts)
    return [fill(_("Headquarters has all of it up to bundle no. {n}."), n=Ltr(last.seq)), after] if known.is_whole else [after]


def _missing(tr: Translator, known: KnownOfDevice) -> list[str]:
    counted = known.missing, known.held_back
    words = (
        tr.ngettext("{n} change before it never came.", "{n} changes before it never came.", counted[0]),
        tr.ngettext("{n} record of it waits in quarantine.", "{n} records of it wait in quarantine.", counted[1]),
    )
    return [fill(text, n=number(tr, n)) for text, n in zip(words, counted, strict=True) if n]


def _receipts(tr: Translator, known: KnownOfDevice) -> list[str]:
    _ = tr.gettext
    if known.last_receipt is None:
        return [_("No receipt was written for it.")]
    facts = {"n": Ltr(known.last_receipt.seq), "day": day(tr, known.last_receipt.at.date())}
    written = fill(_("The last receipt for it is no. {n} of {day}."), **facts)
    if known.heard is None:
        return [written, _("It never said that it had read one.")]
    return [written, fill(_("It said that it had read no. {n}."), n=Ltr(known.heard[1]))]
