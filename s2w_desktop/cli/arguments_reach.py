"""Arguments of `s2w reach`: how far each centre reached."""

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_store_options, day, whole_number


def add_reach(commands: Subcommands) -> None:
    """`s2w reach`."""
    _ = commands.tr.gettext
    group = commands.add_group("reach", _("Say how many people a centre could ask, and how many agreed."), dest="action")
    days = "Athens --country GRC --from 2018-01-01 --to 2018-03-31"
    parser = group.add(
        "set", _("Enter the figures of a centre for some days."), f"reach set {days} --eligible 210 --approached 140 --agreed 96"
    )
    _add_days(parser)
    for name, words in (
        ("eligible", _("how many people could have been asked")),
        ("approached", _("how many of them were spoken to")),
        ("agreed", _("how many of those agreed to a profile")),
    ):
        parser.options.add_argument(f"--{name}", type=whole_number, required=True, metavar="N", help=words)
    parser = group.add("list", _("List the figures."), "reach list", "reach list --json")
    add_store_options(parser)
    parser = group.add("remove", _("Take the figures of a centre and its days out."), f"reach remove {days}")
    _add_days(parser)


def _add_days(parser: Parser) -> None:
    _ = parser.tr.gettext
    add_store_options(parser)
    parser.inputs.add_argument("centre", metavar=_("CENTRE"), help=_("the name of the centre, as profiles have it"))
    add = parser.options.add_argument
    add("--country", required=True, metavar="CCC", help=_("three letters of ISO 3166-1: where the centre is"))
    add("--from", dest="first", type=day, required=True, metavar=_("DAY"), help=_("the first day, as 2018-01-01"))
    add("--to", dest="last", type=day, required=True, metavar=_("DAY"), help=_("the last day"))
