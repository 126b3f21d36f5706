"""Arguments of `s2w duplicates`: people of headquarters' store who may be one."""

from pathlib import Path

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_dry_run, add_store_options


def add_duplicates(commands: Subcommands) -> None:
    """`s2w duplicates`."""
    _ = commands.tr.gettext
    group = commands.add_group("duplicates", _("Headquarters: people who may be recorded twice."), dest="action")
    parser = group.add(
        "list",
        _("List pairs that may be one person, with reasons, the strongest first."),
        "duplicates list",
        "duplicates list --joined --json",
    )
    add_store_options(parser)
    parser.options.add_argument("--joined", action="store_true", help=_("list the profiles that were joined instead"))
    _pair(group.add("show", _("Show two profiles side by side."), "duplicates show GR-AAAAA-AAAA1 GR-BBBBB-BBBB2"))
    _pair(group.add("apart", _("Keep that two are not the same person."), "duplicates apart GR-AAAAA-AAAA1 GR-BBBBB-BBBB2"))
    _add_join(group)
    parser = group.add("part", _("Take a joined profile out of a person again."), "duplicates part GR-BBBBB-BBBB2")
    _case(parser, "first")
    add_store_options(parser)
    _pair(
        group.add(
            "link",
            _("Note that two profiles are of one person, from before and after a departure."),
            "duplicates link GR-AAAAA-AAAA1 GR-BBBBB-BBBB2",
        )
    )
    parser = group.add(
        "resolve",
        _("Follow a file of decisions: a CSV with the columns decision, first, second."),
        "duplicates resolve decisions.csv",
        "duplicates resolve decisions.csv --dry-run",
    )
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("decisions are join, apart, link and part"))
    add_dry_run(parser, _("only check the file"))
    parser = group.add(
        "index", _("Write for each laptop by which it sees that somebody may be known here."), "duplicates index /media/stick"
    )
    add_store_options(parser)
    parser.inputs.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("where the bundles go"))


def _add_join(group: Subcommands) -> None:
    _ = group.tr.gettext
    parser = group.add(
        "join",
        _("Join two profiles of one person. It can be taken back with “part”."),
        "duplicates join GR-AAAAA-AAAA1 GR-BBBBB-BBBB2",
        "duplicates join GR-AAAAA-AAAA1 GR-BBBBB-BBBB2 --keep GR-BBBBB-BBBB2 --choices choices.json",
    )
    _pair(parser)
    parser.options.add_argument(
        "--keep", default="", metavar=_("CASE_NUMBER"), help=_("whose case number stays; without it, the first")
    )
    parser.options.add_argument(
        "--choices",
        type=Path,
        metavar=_("FILE"),
        help=_("JSON: by the keys that “show --json” gives, “kept”, “other” or “both”"),
    )


def _pair(parser: Parser) -> None:
    _case(parser, "first")
    _case(parser, "second")
    add_store_options(parser)


def _case(parser: Parser, name: str) -> None:
    _ = parser.tr.gettext
    parser.inputs.add_argument(name, metavar=_("CASE_NUMBER"), help=_("the case number of a profile"))
