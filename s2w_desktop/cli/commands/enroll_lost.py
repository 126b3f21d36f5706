"""`s2w enroll revoke`, `reinstate`, `loss`, `use` and `new-epoch`: what becomes of machines that are known."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.descriptions import device_named, peer_words
from s2w_desktop.domain.errors import NotEnrolled
from s2w_desktop.domain.ids import DeviceId
from s2w_desktop.domain.losses import Loss, Numbered
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.i18n.loss_words import loss_lines, profile_line
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.safe_files import replace_file


def revoke(call: Call, workplace: Workplace) -> None:
    """Take nothing more from a machine."""
    _, peer = call.tr.gettext, _peer(call, workplace)
    workplace.enrolment.revoke(peer.device, call.wanted.lost_since)
    call.console.say(fill(_("Nothing more is taken from: {machine}"), machine=peer_words(peer)))
    if workplace.station.role is Role.HEADQUARTERS:
        call.console.note(_("Look up whose data were on it: s2w enroll loss. The next receipts tell the laptop."))
    since = call.wanted.lost_since
    call.console.document({"device": str(peer.device), "revoked": True, "lost_since": since.isoformat() if since else None})


def reinstate(call: Call, workplace: Workplace) -> None:
    """A machine was found again."""
    _, peer = call.tr.gettext, _peer(call, workplace)
    workplace.enrolment.reinstate(peer.device, call.wanted.note)
    call.console.say(fill(_("It may send again: {machine}"), machine=peer_words(peer)))
    call.console.document({"device": str(peer.device), "revoked": False})


def use(call: Call, workplace: Workplace) -> None:
    """Hand over to another headquarters."""
    _ = call.tr.gettext
    peer = workplace.enrolment.use(_device(call))
    call.console.say(fill(_("This laptop hands over to: {machine}"), machine=peer_words(peer)))
    call.console.note(_("What another headquarters has does not count here: everything goes once more."))
    call.console.document({"device": str(peer.device), "in_force": True})


def new_epoch(call: Call, workplace: Workplace) -> None:
    """The store was put back from a copy."""
    _ = call.tr.gettext
    station = workplace.safekeeping.restoring.begin_epoch()
    call.console.say(fill(_("Numbers begin anew: epoch {n}."), n=station.epoch))
    after = {
        Role.FIELD: _("Hand over soon: everything goes to headquarters once more."),
        Role.HEADQUARTERS: _("Write receipts soon: laptops then send again what they still have."),
    }
    call.console.note(after[station.role])
    call.console.document({"device": str(station.device), "epoch": station.epoch})


def loss(call: Call, workplace: Workplace) -> None:
    """Whose data were on a laptop."""
    _ = call.tr.gettext
    found = workplace.safekeeping.losses.of(_device(call))
    call.console.say(fill(_("Laptop: {machine}"), machine=peer_words(found.device)))
    for line in loss_lines(call.tr, found):
        call.console.say(line)
    for one in found.profiles:
        if one.case_number:
            call.console.say(f"{Ltr(one.case_number)}  {profile_line(call.tr, one)}")
    if call.wanted.out:
        replace_file(call.wanted.out, workplace.safekeeping.loss_sheets.sheet(found, call.tr.code))
        call.console.say(fill(_("The paper is written: {file}"), file=Ltr(call.wanted.out)))
    call.console.document(_loss_object(found))


def _loss_object(found: Loss) -> dict[str, Json]:
    known = found.known
    profiles: list[Json] = [
        {
            "case_number": one.case_number,
            "presence": one.presence.value,
            "extent": one.extent.value,
            "last_change": one.last_change.isoformat(timespec="seconds") if one.last_change else None,
            "removed_at": one.removed_at.isoformat(timespec="seconds") if one.removed_at else None,
        }
        for one in found.profiles
    ]
    return {
        "device": str(found.device.device),
        "complete": known.is_whole,
        "last_bundle": _numbered(known.last_bundle),
        "last_receipt": _numbered(known.last_receipt),
        "heard": {"epoch": known.heard[0], "seq": known.heard[1]} if known.heard else None,
        "missing": known.missing,
        "held_back": known.held_back,
        "profiles": profiles,
    }


def _numbered(bundle: Numbered | None) -> Json:
    if bundle is None:
        return None
    return {"epoch": bundle.epoch, "seq": bundle.seq, "at": bundle.at.isoformat(timespec="seconds")}


def _peer(call: Call, workplace: Workplace) -> Peer:
    device = _device(call)
    peer = next((one for one in workplace.enrolment.peers() if one.device == device), None)
    if peer is None:
        raise NotEnrolled
    return peer


def _device(call: Call) -> DeviceId:
    return device_named(call.tr, call.wanted.device)
