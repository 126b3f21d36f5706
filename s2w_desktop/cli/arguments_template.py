"""Arguments of the commands about templates of the centre."""

from pathlib import Path

from s2w_desktop.cli.subcommands import Subcommands, add_store_options


def add_template(commands: Subcommands) -> None:
    """`s2w template`."""
    _ = commands.tr.gettext
    group = commands.add_group("template", _("Decide what the interviews of a centre ask."), dest="action")
    parser = group.add(
        "make",
        _("Headquarters: sign the template that a JSON file describes."),
        "template make reception.json reception-3.s2wt --logo logo.png",
    )
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("JSON of the format s2w-template/1"))
    parser.inputs.add_argument("out", type=Path, metavar=_("OUT"), help=_("where the signed file goes"))
    parser.options.add_argument(
        "--logo", type=Path, metavar=_("PICTURE"), help=_("PNG or JPEG of at most 200 kB and 1000 by 1000 points")
    )
    parser = group.add(
        "install",
        _("Laptop: follow a template of its headquarters. No answer is lost."),
        "template install /media/stick/reception-3.s2wt",
    )
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a signed template"))
    parser = group.add(
        "show", _("Show what is in force here, or what a file holds."), "template show", "template show reception-3.s2wt"
    )
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, nargs="?", metavar=_("FILE"), help=_("a signed template; it is not installed"))
    parser = group.add("remove", _("Do without a template. No answer is lost."), "template remove")
    add_store_options(parser)
