"""Arguments of the commands about reference data: classifications and words for them."""

from s2w_desktop.cli.subcommands import Subcommands, whole_number

KINDS = ("occupation",)


def add_ref(commands: Subcommands) -> None:
    """`s2w ref`."""
    _ = commands.tr.gettext
    group = commands.add_group("ref", _("Search the classifications that the program knows."), dest="action")
    parser = group.add(
        "search",
        _("Find codes for what people call their job: one query a line on standard input, one JSON line for each."),
        "echo 'tractor driver' | s2w ref search --kind occupation --lang en",
        "s2w ref search --kind occupation --limit 3 < titles.txt",
    )
    add = parser.options.add_argument
    add("--kind", choices=KINDS, default=KINDS[0], help=_("what to search"))
    add("--lang", default="", metavar=_("LANGUAGE"), help=_("search words of this language and of English; without it, of all"))
    add("--limit", type=whole_number, default=10, metavar=_("N"), help=_("how many finds for each query, at most"))
