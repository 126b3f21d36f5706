"""`s2w inbox release`, `send-back`, `discard`, `wishes`, `agree`, `refuse`: records put aside, and what needs two people."""

from uuid import UUID

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.domain.exchange_errors import UnknownMatter
from s2w_desktop.domain.ids import BundleId
from s2w_desktop.domain.putting_aside import SendBack
from s2w_desktop.i18n.isolation import clean, fill
from s2w_desktop.i18n.matter_words import reason_words
from s2w_desktop.i18n.wish_words import wish_words
from s2w_desktop.services.workplace import Workplace


def release(call: Call, workplace: Workplace) -> int:
    """Take records in after all. What still cannot be taken goes on waiting, by number and reason."""
    ngettext = call.tr.ngettext
    released = workplace.office.quarantine.release(*_bundle_and_reason(workplace, call.wanted.matter))
    words = ngettext("{n} record was taken in after all.", "{n} records were taken in after all.", released.taken)
    call.console.say(fill(words, n=released.taken))
    for one in released.refused:
        call.console.say(f"{one.line}  {reason_words(call.tr, one.reason)}")
    refused: list[Json] = [{"line": one.line, "reason": one.reason} for one in released.refused]
    call.console.document({"taken": released.taken, "refused": refused})
    return ExitCode.PARTLY if refused else ExitCode.OK


def send_back(call: Call, workplace: Workplace) -> int:
    """Let the next receipt ask the officer of the laptop for something."""
    ngettext, asked = call.tr.ngettext, SendBack(call.wanted.ask)
    sent = workplace.office.quarantine.send_back(*_bundle_and_reason(workplace, call.wanted.matter), asked)
    words = ngettext("{n} record goes back with the next receipt.", "{n} records go back with the next receipt.", sent)
    call.console.say(fill(words, n=sent))
    call.console.document({"sent_back": sent, "reason": asked.value})
    return ExitCode.OK


def discard(call: Call, workplace: Workplace) -> int:
    """Never take records in."""
    ngettext = call.tr.ngettext
    gone = workplace.office.quarantine.discard(*_bundle_and_reason(workplace, call.wanted.matter))
    call.console.say(fill(ngettext("{n} record was discarded.", "{n} records were discarded.", gone), n=gone))
    call.console.document({"discarded": gone})
    return ExitCode.OK


def wishes(call: Call, workplace: Workplace) -> int:
    """What waits for a second person."""
    _ = call.tr.gettext
    names = {officer.id: clean(officer.name) for officer in workplace.store.officers.all()}
    waiting = workplace.office.approvals.waiting()
    rows = [(str(one.id), wish_words(call.tr, one.act, names.get(one.asked_by, str(one.asked_by)))) for one in waiting]
    call.console.say(table([(_("Wish"), _("What")), *rows]) if rows else _("Nothing waits for a second person."))
    found: list[Json] = [
        {
            "wish": str(one.id),
            "act": one.act.value,
            "subject": one.subject,
            "asked_by": str(one.asked_by),
            "asked_at": one.asked_at.isoformat(timespec="seconds"),
        }
        for one in waiting
    ]
    call.console.document({"wishes": found})
    return ExitCode.OK


def answer(call: Call, workplace: Workplace) -> int:
    """Agree to a wish, or refuse it."""
    _ = call.tr.gettext
    try:
        wish = UUID(call.wanted.wish)
    except ValueError as cause:
        raise UsageProblem(_("This is not the id of a wish. See s2w inbox wishes.")) from cause
    agreed = call.wanted.action == "agree"
    (workplace.office.approvals.approve if agreed else workplace.office.approvals.refuse)(wish)
    call.console.say(_("You agreed.") if agreed else _("The wish was taken off."))
    call.console.document({"wish": str(wish), "agreed": agreed})
    return ExitCode.OK


def _bundle_and_reason(workplace: Workplace, untrusted_id: str) -> tuple[BundleId, str]:
    """What a matter about records put aside stands for. Raises UnknownMatter for any other."""
    id_ = untrusted_id.strip().lower()
    for one in workplace.office.matters.all():
        if one.found.id == id_ and one.found.bundle is not None:
            return one.found.bundle, one.found.reason
    raise UnknownMatter
