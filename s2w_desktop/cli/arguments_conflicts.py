"""Arguments of `s2w conflicts`."""

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_store_options, whole_number


def add_conflicts(commands: Subcommands) -> None:
    """`s2w conflicts`."""
    _ = commands.tr.gettext
    group = commands.add_group("conflicts", _("Headquarters: decide where laptops gave different answers."), dest="action")
    parser = group.add("list", _("List the profiles with something to decide."), "conflicts list")
    add_store_options(parser)
    parser = group.add(
        "show",
        _("Show the questions of a profile, or what was ever said about one."),
        "conflicts show PT-2345-6789-A",
        "conflicts show PT-2345-6789-A --field identity.sex",
    )
    _add_profile(parser)
    parser.options.add_argument("--field", metavar=_("FIELD"), help=_("the history of this question"))
    parser = group.add(
        "decide",
        _("Decide one question; the other answers stay in the history."),
        "conflicts decide PT-2345-6789-A --field identity.sex --choose 2",
    )
    _add_profile(parser)
    parser.options.add_argument("--field", required=True, metavar=_("FIELD"), help=_("the question, as show names it"))
    parser.options.add_argument(
        "--choose", required=True, type=whole_number, metavar=_("N"), help=_("the answer, by its number in show")
    )
    parser = group.add(
        "part",
        _("Part two people who were recorded under one number. They can be joined again."),
        "conflicts part PT-2345-6789-A --leaves 2",
    )
    _add_profile(parser)
    parser.options.add_argument(
        "--leaves",
        required=True,
        type=whole_number,
        metavar=_("N"),
        help=_("who gets a new profile, by the number in show"),
    )
    parser = group.add("undo", _("Take the last decision about a profile back."), "conflicts undo PT-2345-6789-A")
    _add_profile(parser)


def _add_profile(parser: Parser) -> None:
    _ = parser.tr.gettext
    add_store_options(parser)
    parser.inputs.add_argument("case_number", metavar=_("CASE_NUMBER"), help=_("the profile"))
