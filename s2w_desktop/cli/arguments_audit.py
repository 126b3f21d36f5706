"""Arguments of `s2w audit`: who did what with profiles at headquarters."""

from s2w_desktop.cli.subcommands import Subcommands, add_store_options, whole_number


def add_audit(commands: Subcommands) -> None:
    """`s2w audit`."""
    _ = commands.tr.gettext
    purpose = _("Headquarters: who did what with profiles, and whether the log is whole.")
    group = commands.add_group("audit", purpose, dest="action")
    listing = _("List what was done, the newest first.")
    parser = group.add("list", listing, "audit list", "audit list --last 200", "audit list --all --json")
    add_store_options(parser)
    add = parser.options.add_argument
    add("--last", type=whole_number, default=50, metavar="N", help=_("so many entries; 50 without it"))
    add("--all", action="store_true", help=_("every entry, the oldest first"))
    checking = _("Go through the whole log: whether anything was changed or taken out.")
    parser = group.add("check", checking, "audit check", "audit check --entries 1204 --seal 5f0c…")
    add_store_options(parser)
    add = parser.options.add_argument
    add("--entries", type=whole_number, metavar="N", help=_("how many entries there were when this was noted"))
    add("--seal", default="", metavar="HEX", help=_("the seal that was noted with it: then a cut end shows, too"))
