"""Arguments of the commands by which headquarters and laptops erase profiles, order and hand on."""

from pathlib import Path

from s2w_desktop.cli.subcommands import Subcommands, add_store_options, whole_number
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.orders import Order


def add_erase(commands: Subcommands) -> None:
    """`s2w erase`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "erase",
        _("Remove all that is known of a person, here and with the next bundles everywhere. There is no way back."),
        "erase GR-2345-6789-3 --reason request",
        "erase GR-2345-6789-3 --reason retention --yes",
    )
    add_store_options(parser)
    parser.inputs.add_argument("case_number", metavar=_("CASE"), help=_("a case number"))
    reasons = [reason.value for reason in ErasureReason]
    parser.options.add_argument("--reason", choices=reasons, required=True, help=_("why; it is kept, and nothing else"))
    parser.options.add_argument("--yes", action="store_true", help=_("do not ask again"))


def add_order(commands: Subcommands) -> None:
    """`s2w order`."""
    _ = commands.tr.gettext
    group = commands.add_group("order", _("Orders to laptops; they go with the next receipts."), dest="action")
    parser = group.add("list", _("List the orders that were given, or at a laptop those that were followed."), "order list")
    add_store_options(parser)
    parser = group.add(
        "give",
        _("Headquarters: give an order."),
        "order give new_epoch 0190f3a1-…",
        "order give install_reference 0190f3a1-… --pack esco --pack-version 3",
    )
    add_store_options(parser)
    kinds = [Order.NEW_EPOCH.value, Order.INSTALL_REFERENCE.value]
    parser.inputs.add_argument("order", choices=kinds, metavar=_("ORDER"), help=", ".join(kinds))
    parser.inputs.add_argument("device", metavar=_("DEVICE"), help=_("its id, as the list shows it"))
    parser.options.add_argument("--pack", default="", metavar=_("ID"), help=_("the pack to install"))
    parser.options.add_argument("--pack-version", type=whole_number, default=0, metavar=_("NUMBER"), help=_("its version"))


def add_transfer(commands: Subcommands) -> None:
    """`s2w transfer`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "transfer",
        _("Headquarters: hand profiles on to another laptop, with their history and copies."),
        "transfer GR-2345-6789-3 --to 0190f3a1-… --out /media/stick",
        "transfer --of-laptop 0190f3a1-… --to 0190f3a2-… --out /media/stick",
    )
    add_store_options(parser)
    parser.inputs.add_argument("case_numbers", nargs="*", metavar=_("CASE"), help=_("case numbers"))
    parser.options.add_argument("--to", required=True, metavar=_("DEVICE"), help=_("the laptop that gets them"))
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"), help=_("where the bundle goes"))
    all_of = _("everything that another laptop worked on")
    parser.options.add_argument("--of-laptop", default="", metavar=_("DEVICE"), help=all_of)
