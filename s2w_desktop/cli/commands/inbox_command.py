"""`s2w inbox`: matters of the inbox with owner, note and next step; taking in what lies in a folder."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands import inbox_quarantine
from s2w_desktop.cli.commands.inbox_take import take_folder
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.descriptions import peer_words
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.matters import Matter
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.formats import when
from s2w_desktop.i18n.isolation import Ltr, clean, fill
from s2w_desktop.i18n.matter_words import matter_detail, matter_step, matter_title
from s2w_desktop.services.workplace import Workplace

if TYPE_CHECKING:
    from s2w_desktop.domain.ids import OfficerId


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps: Mapping[str, Callable[[Call, Workplace], int]] = {
        "list": _list,
        "take": take_folder,
        "release": inbox_quarantine.release,
        "send-back": inbox_quarantine.send_back,
        "discard": inbox_quarantine.discard,
        "wishes": inbox_quarantine.wishes,
        "agree": inbox_quarantine.answer,
        "refuse": inbox_quarantine.answer,
    }
    with opened(call) as workplace:
        require_role(workplace, Role.HEADQUARTERS)
        return steps.get(call.wanted.action, _change)(call, workplace)


def _list(call: Call, workplace: Workplace) -> int:
    _ = call.tr.gettext
    matters = [one for one in workplace.office.matters.all() if one.is_open or call.wanted.all]
    call.console.document({"matters": [_object(one) for one in matters]})
    if not matters:
        call.console.say(_("Nothing is to be looked at."))
        return ExitCode.OK
    names = {officer.id: clean(officer.name) for officer in workplace.store.officers.all()}
    heading = (_("Matter"), _("Laptop"), _("What"), _("Facts"), _("Since"), _("Owner"), _("State"))
    call.console.say(table([heading, *(_row(call, workplace, one, names) for one in matters)]))
    return ExitCode.OK


def _row(call: Call, workplace: Workplace, one: Matter, names: Mapping["OfficerId", str]) -> tuple[str, ...]:
    tr = call.tr
    _ = tr.gettext
    found, owner = one.found, one.noted.owner
    peer = workplace.store.peers.by_device(found.device)
    return (
        found.id,
        clean(peer_words(peer)) if peer else str(found.device),
        matter_title(tr, found.kind),
        matter_detail(tr, found),
        when(tr, found.since, workplace.sources.now().astimezone()),
        names.get(owner, str(owner)) if owner else "",
        _("open") if one.is_open else _("closed"),
    )


def _change(call: Call, workplace: Workplace) -> int:
    matters, id_ = workplace.office.matters, str(call.wanted.matter).strip().lower()
    match call.wanted.action:
        case "own":
            changed = matters.own(id_)
        case "note":
            changed = matters.note(id_, call.wanted.text)
        case "close":
            changed = matters.close(id_)
        case _:
            changed = matters.reopen(id_)
    _tell(call, changed)
    call.console.document(_object(changed))
    return ExitCode.OK


def _tell(call: Call, changed: Matter) -> None:
    tr = call.tr
    _ = tr.gettext
    state = _("open") if changed.is_open else _("closed")
    title = matter_title(tr, changed.found.kind)
    call.console.say(fill(_("{matter} {title}: {state}"), matter=Ltr(changed.found.id), title=title, state=state))
    if changed.is_open:
        call.console.say(matter_step(tr, changed.found))


def _object(one: Matter) -> dict[str, Json]:
    """A matter for programs."""
    found, noted = one.found, one.noted
    return {
        "matter": found.id,
        "kind": found.kind.value,
        "open": one.is_open,
        "device": str(found.device),
        "since": found.since.isoformat(timespec="seconds"),
        "epoch": found.epoch,
        "numbers": [list(pair) for pair in found.numbers],
        "count": found.count,
        "reason": found.reason,
        "bundle": str(found.bundle) if found.bundle else None,
        "seq": found.seq,
        "clock_off_seconds": int(found.off.total_seconds()),
        "harmless": found.is_harmless,
        "owner": str(noted.owner) if noted.owner else None,
        "note": noted.note,
        "closed_at": noted.closed_at.isoformat(timespec="seconds") if noted.closed_at else None,
        "closed_by": str(noted.closed_by) if noted.closed_by else None,
    }
