"""What an import brought, as JSON and in words."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.descriptions import peer_object, peer_words
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.i18n.order_words import orders_followed
from s2w_desktop.services.importing import ImportResult
from s2w_desktop.services.known_people import KnownTaken
from s2w_desktop.services.transfer import TakenOver
from s2w_desktop.storage.bundle_values import ReceiptEffect


def profiles_object(named: str, result: ImportResult) -> dict[str, Json]:
    """A bundle of profiles for programs."""
    return {
        "file": named,
        "bundle": str(result.bundle),
        "kind": result.kind.value,
        "sender": peer_object(result.sender),
        "seq": result.seq,
        "created": result.created.isoformat(timespec="seconds"),
        "already_imported": result.was_known,
        "created_profiles": result.new,
        "updated_profiles": result.changed,
        "unchanged_profiles": result.unchanged,
        "without_name": result.without_name,
        "held_back": result.held_back,
        "conflicts": result.conflicts,
        "erased_profiles": result.erased,
        "rejected": [{"line": one.line, "reason": one.reason} for one in result.quarantined],
        "missing_numbers": [{"epoch": one.epoch, "from": first, "to": last} for one in result.gaps for first, last in one.holes],
        "missing_bundles": [{"epoch": one.epoch, "from": one.first, "to": one.last} for one in result.missing_bundles],
        "forks": [{"epoch": one.epoch, "number": one.lseq} for one in result.forks],
        "chain_broken": result.is_chain_broken,
        "to_old_key": result.is_to_old_key,
    }


def tell_profiles(call: Call, result: ImportResult) -> None:
    """A bundle of profiles for people."""
    _ = call.tr.gettext
    sender = peer_words(result.sender)
    if result.was_known:
        call.console.say(fill(_("Bundle {seq} of {sender} was taken in before. Nothing changes."), seq=result.seq, sender=sender))
        return
    begin = _("Bundle {seq} of {sender} would bring:") if result.is_rehearsal else _("Bundle {seq} of {sender} brought:")
    call.console.say(fill(begin, seq=result.seq, sender=sender))
    for words, count in (
        (_("new profiles: {n}"), result.new),
        (_("changed profiles: {n}"), result.changed),
        (_("profiles as before: {n}"), result.unchanged),
        (_("without a name, as the person wished: {n}"), result.without_name),
        (_("only their existence, as the person wished: {n}"), result.held_back),
        (_("profiles on which colleagues disagree: {n}"), result.conflicts),
        (_("erased profiles: {n}"), result.erased),
        (_("records in quarantine: {n}"), len(result.quarantined)),
    ):
        if count:
            call.console.say(f"  {fill(words, n=count)}")
    _tell_alarms(call, result)


def _tell_alarms(call: Call, result: ImportResult) -> None:
    _ = call.tr.gettext
    if result.is_to_old_key:
        call.console.note(_("It was written to a key that was replaced: the laptop does not know the new keys yet."))
    if result.forks or result.is_chain_broken:
        call.console.note(
            _("Ask whether this laptop was copied or restored: it used a number twice. Nothing was lost, both are kept.")
        )
    if result.gaps:
        call.console.note(_("Some records of this laptop never came. Its next bundle brings them again."))


def receipt_object(named: str, effect: ReceiptEffect) -> dict[str, Json]:
    """A receipt for programs."""
    return {
        "file": named,
        "kind": "receipt",
        "received_profiles": effect.received,
        "needs_you": effect.needs_you,
        "profiles_with_news": effect.outcomes,
        "orders": [{"order": str(one.id), "kind": one.kind.value, "detail": one.detail} for one in effect.orders],
        "store_is_old_copy": effect.is_ahead,
    }


def tell_receipt(call: Call, effect: ReceiptEffect) -> None:
    """A receipt for people."""
    _ = call.tr.gettext
    ngettext = call.tr.ngettext
    words = ngettext(
        "{n} more profile is received by headquarters.", "{n} more profiles are received by headquarters.", effect.received
    )
    call.console.say(fill(words, n=effect.received))
    if effect.needs_you:
        words = ngettext("{n} profile needs you.", "{n} profiles need you.", effect.needs_you)
        call.console.say(fill(words, n=effect.needs_you))
    if effect.outcomes:
        words = ngettext("{n} profile has news from headquarters.", "{n} profiles have news from headquarters.", effect.outcomes)
        call.console.say(fill(words, n=effect.outcomes))
    for words in orders_followed(call.tr, effect.orders, effect.case_numbers):
        call.console.note(words)
    if effect.is_ahead:
        call.console.note(_("Headquarters has more than this store: it is an old copy. Call support before you go on."))


def transfer_object(named: str, taken: TakenOver) -> dict[str, Json]:
    """A bundle of profiles that were handed on, for programs."""
    return {"file": named, "kind": "transfer", "created_profiles": taken.new, "updated_profiles": taken.changed}


def tell_transfer(call: Call, taken: TakenOver) -> None:
    """A bundle of profiles that were handed on, for people."""
    _, ngettext = call.tr.gettext, call.tr.ngettext
    if not taken.new and not taken.changed:
        call.console.say(_("This was taken in before. Nothing changes."))
        return
    words = ngettext("{n} profile was handed on to this laptop.", "{n} profiles were handed on to this laptop.", taken.new)
    call.console.say(fill(words, n=taken.new))


def known_object(named: str, taken: KnownTaken) -> dict[str, Json]:
    """The index of known people, for programs."""
    return {"file": named, "kind": "known_people", "signs": taken.signs}


def tell_known(call: Call) -> None:
    """The index of known people, for people."""
    _ = call.tr.gettext
    call.console.say(_("From now on this laptop tells when somebody may be known to headquarters."))
