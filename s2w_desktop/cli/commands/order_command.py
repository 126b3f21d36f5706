"""`s2w order`: what headquarters tells laptops to do."""

from datetime import datetime

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.descriptions import device_named
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.erasing import tombstone_of
from s2w_desktop.domain.orders import Order
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.order_words import erasure_reason, order_followed, order_title
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.exchange_values import OrderIn, OrderOut


def run(call: Call) -> int:
    """Do the part that was asked for."""
    with opened(call) as workplace:
        if call.wanted.action == "give":
            _give(call, workplace)
        elif workplace.station.role is Role.HEADQUARTERS:
            _list_given(call, workplace)
        else:
            _list_followed(call, workplace)
    return ExitCode.OK


def _give(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    require_role(workplace, Role.HEADQUARTERS)
    device, kind = device_named(call.tr, call.wanted.device), Order(call.wanted.order)
    if (kind is Order.INSTALL_REFERENCE) != bool(call.wanted.pack and call.wanted.pack_version):
        raise UsageProblem(_("Name a pack and its version with install_reference, and with no other order."))
    if kind is Order.INSTALL_REFERENCE:
        order = workplace.orders.install(device, call.wanted.pack, call.wanted.pack_version)
    else:
        order = workplace.orders.begin_epoch(device)
    call.console.say(_("The order goes with the next receipt. Write it with s2w receipt."))
    call.console.document({"order": str(order), "device": str(device), "kind": kind.value})


def _list_given(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    given = workplace.orders.given()
    names = {peer.device: peer.name or peer.centre for peer in workplace.enrolment.peers()}
    heading = (_("Laptop"), _("Order"), _("Given on"), _("State"))
    rows = [
        (clean(names.get(one.device, "")), order_title(call.tr, one.kind, one.detail), _day(one.given_at), _state(call, one))
        for one in given
    ]
    call.console.say(table([heading, *rows]) if rows else _("No order was given."))
    call.console.document({"orders": [_object(one) for one in given]})


def _list_followed(call: Call, workplace: Workplace) -> None:
    _ = call.tr.gettext
    followed = workplace.orders.followed()
    rows = [(_day(when), order_followed(call.tr, one.kind, one.detail), _reason(call, one)) for one, when in followed]
    call.console.say(table(rows) if rows else _("No order came."))
    call.console.document({"orders": [_followed_object(one, when) for one, when in followed]})


def _reason(call: Call, order: OrderIn) -> str:
    """Why a profile was erased."""
    if order.kind is not Order.ERASE or order.profile is None:
        return ""
    return erasure_reason(call.tr, tombstone_of(order.profile, order.detail).reason)


def _followed_object(order: OrderIn, when: datetime) -> dict[str, Json]:
    moment = when.isoformat(timespec="seconds")
    return {"order": str(order.id), "kind": order.kind.value, "detail": order.detail, "followed_at": moment}


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


def _state(call: Call, order: OrderOut) -> str:
    _ = call.tr.gettext
    if order.is_heard:
        return _("heard")
    return _("in a receipt") if order.is_sent else _("waits for a receipt")


def _object(order: OrderOut) -> dict[str, Json]:
    return {
        "order": str(order.id),
        "device": str(order.device),
        "kind": order.kind.value,
        "profile": str(order.profile) if order.profile else None,
        "detail": order.detail,
        "given_at": order.given_at.isoformat(timespec="seconds"),
        "sent": order.is_sent,
        "heard": order.is_heard,
    }
