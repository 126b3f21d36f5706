"""`s2w enroll`: laptop and headquarters get to know each other; people compare six words."""

from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands import enroll_lost
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.descriptions import peer_object, peer_words, say_words, say_written, written_object
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.six_words import ask_words
from s2w_desktop.cli.stores import named_store, opened, require_role
from s2w_desktop.domain.errors import NotEnrolled
from s2w_desktop.domain.stations import Peer, Role
from s2w_desktop.i18n.isolation import Ltr, clean, fill
from s2w_desktop.services.enrolment import Introduction
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.poor_places import poor_place


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps = {
        "card": _card,
        "request": _request,
        "look": _look,
        "accept": _accept,
        "revoke": enroll_lost.revoke,
        "reinstate": enroll_lost.reinstate,
        "loss": enroll_lost.loss,
        "use": enroll_lost.use,
        "new-epoch": enroll_lost.new_epoch,
        "list": _list,
    }
    with opened(call) as workplace:
        steps[call.wanted.action](call, workplace)
    return ExitCode.OK


def _card(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    require_role(workplace, Role.HEADQUARTERS)
    out = Path(call.wanted.out)
    workplace.enrolment.write_card(out)
    words = workplace.enrolment.own_words()
    call.console.say(fill(_("The card is written: {file}"), file=Ltr(out)))
    say_words(call.console, call.tr, words)
    call.console.document({"file": str(out), "device": str(workplace.station.device), "words": list(words)})


def _request(call: Call, workplace: Workplace) -> None:
    require_role(workplace, Role.FIELD)
    bundle = workplace.enrolment.write_request(call.wanted.out)
    words = workplace.enrolment.own_words()
    say_written(call.console, call.tr, bundle)
    say_words(call.console, call.tr, words)
    call.console.document({"bundle": written_object(bundle), "device": str(workplace.station.device), "words": list(words)})


def _look(call: Call, workplace: Workplace) -> None:
    introduction = _introduction(call, workplace)
    _show(call, introduction)
    call.console.document(_introduction_object(introduction))


def _accept(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    introduction = _introduction(call, workplace)
    words: str | None = call.wanted.words
    if words is None:
        call.console.note(fill(_("{machine} wants to be known."), machine=peer_words(introduction.peer)))
        words = ask_words(call)
    workplace.enrolment.accept(introduction, words)
    call.console.say(fill(_("Known from now on: {machine}"), machine=peer_words(introduction.peer)))
    call.console.document(_introduction_object(introduction) | {"accepted": True})


def _list(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    peers, in_force = workplace.enrolment.peers(), _in_force(workplace)
    heading = (_("Device"), _("Name"), _("Centre"), _("Organisation"), _("State"))
    rows = [
        (str(p.device), clean(p.name), clean(p.centre), clean(p.organisation), _state(call, p, in_force=p == in_force))
        for p in peers
    ]
    call.console.say(table([heading, *rows]) if rows else _("No machine is known yet."))
    devices = [peer_object(peer) | {"in_force": peer == in_force} for peer in peers]
    call.console.document({"devices": devices, "clock": _clock_word(workplace), "place": _place_word(call)})


def _clock_word(workplace: Workplace) -> str:
    """`behind` or `ahead` where the clock of this machine is surely wrong, else `plausible`."""
    fault = workplace.safekeeping.clock.fault()
    return fault.value if fault is not None else "plausible"


def _place_word(call: Call) -> str:
    """`network` or the service that copies the folder of the store; empty where nothing is known against it."""
    found = poor_place(named_store(call), call.surroundings.environ)
    return "" if found is None else found.service or "network"


def _state(call: Call, peer: Peer, *, in_force: bool) -> str:
    _ = call.tr.gettext
    if peer.revoked_at:
        return _("blocked")
    return _("handed over to") if in_force else _("known")


def _in_force(workplace: Workplace) -> Peer | None:
    """To whom this laptop hands over; headquarters to nobody."""
    try:
        return workplace.exporting.headquarters()
    except NotEnrolled:
        return None


def _introduction(call: Call, workplace: Workplace) -> Introduction:
    """Headquarters is given requests, a laptop is given cards."""
    file = Path(call.wanted.file)
    is_headquarters = workplace.station.role is Role.HEADQUARTERS
    return workplace.enrolment.read_request(file) if is_headquarters else workplace.enrolment.read_card(file)


def _show(call: Call, introduction: Introduction) -> None:
    _ = call.tr.gettext
    call.console.say(fill(_("Machine: {machine}"), machine=peer_words(introduction.peer)))
    call.console.say(fill(_("Device: {device}"), device=Ltr(introduction.peer.device)))
    say_words(call.console, call.tr, introduction.words)
    call.console.note(_("Ask the other side to read its six words out, by telephone or in person, before you accept."))


def _introduction_object(introduction: Introduction) -> dict[str, Json]:
    return peer_object(introduction.peer) | {"words": list(introduction.words), "training": introduction.training}
