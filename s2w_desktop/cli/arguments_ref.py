"""Arguments of the commands about reference data: classifications, words for them, and the packs that bring them."""

from pathlib import Path

from s2w_desktop.cli.subcommands import Subcommands, add_store_option, add_store_options, whole_number

KINDS = ("occupation", "skill", "field", "language", "country")


def add_ref(commands: Subcommands) -> None:
    """`s2w ref`."""
    _ = commands.tr.gettext
    group = commands.add_group("ref", _("Search the classifications that the program knows."), dest="action")
    _add_search(group)
    _add_build(group)
    _add_packs(group)


def _add_search(group: Subcommands) -> None:
    _ = group.tr.gettext
    parser = group.add(
        "search",
        _("Find codes for what people call their job: one query a line on standard input, one JSON line for each."),
        "echo 'tractor driver' | s2w ref search --kind occupation --lang en",
        "ref search --kind skill --lang uk --limit 3 < words.txt",
        "ref search --pack esco.s2wref < titles.txt",
    )
    add_store_option(parser)
    add = parser.options.add_argument
    add("--kind", choices=KINDS, default=KINDS[0], help=_("what to search"))
    add("--lang", default="", metavar=_("LANGUAGE"), help=_("search words of this language and of English; without it, of all"))
    add("--limit", type=whole_number, default=10, metavar=_("N"), help=_("how many finds for each query, at most"))
    add("--pack", type=Path, metavar=_("FILE"), help=_("search in this pack, whoever signed it, to try it out"))


def _add_build(group: Subcommands) -> None:
    _ = group.tr.gettext
    parser = group.add(
        "build",
        _("Headquarters: make and sign a reference pack."),
        "ref build --esco downloads/ esco.s2wref",
        "ref build --esco 'ESCO dataset - v1.2.1 - classification - fr - csv.zip' --unsigned try.s2wref",
        "ref build --country tables/ country.s2wref",
    )
    add_store_options(parser)
    parser.inputs.add_argument("out", type=Path, metavar=_("OUT"), help=_("where the pack goes"))
    add = parser.options.add_argument
    add(
        "--esco",
        type=Path,
        metavar=_("PLACE"),
        help=_("the download of ESCO: a folder or a ZIP of CSV files"),
    )
    add("--country", type=Path, metavar=_("FOLDER"), help=_("the tables of a country pack"))
    add("--template", type=Path, metavar=_("FILE"), help=_("a template of a centre, signed by “template make”"))
    add("--synonyms", type=Path, metavar=_("FILE"), help=_("words to add: a CSV file with the columns language, word, uri"))
    add(
        "--version",
        type=whole_number,
        default=0,
        metavar=_("N"),
        help=_("the version; else one more than is installed here"),
    )
    add("--unsigned", action="store_true", help=_("do not sign it: needs no store, and nobody can install it"))


def _add_packs(group: Subcommands) -> None:
    _ = group.tr.gettext
    parser = group.add(
        "sign", _("Headquarters: sign a pack that another headquarters made."), "ref sign keys-2.s2wref keys-2-signed.s2wref"
    )
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a reference pack"))
    parser.inputs.add_argument("out", type=Path, metavar=_("OUT"), help=_("where the signed file goes"))
    parser = group.add("verify", _("Check a pack to its last part, and who signed it."), "ref verify esco.s2wref")
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a reference pack"))
    parser = group.add("send", _("Headquarters: write a pack as a bundle for each laptop."), "ref send esco.s2wref /media/stick")
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a reference pack"))
    parser.inputs.add_argument("out", type=Path, metavar=_("OUT"), help=_("the folder for the bundles"))
    parser = group.add("install", _("Use a pack of your headquarters from now on."), "ref install /media/stick/esco.s2wref")
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a reference pack, or the bundle that carries it"))
    parser.options.add_argument("--words", metavar=_("WORDS"), help=_("the six words of new keys, as headquarters read them out"))
    parser = group.add("list", _("Show the packs that are installed here."), "ref list")
    add_store_options(parser)
    parser = group.add("rollback", _("Go back to the version of a pack before the present one."), "ref rollback esco")
    add_store_options(parser)
    parser.inputs.add_argument("name", metavar=_("NAME"), help=_("the name of the pack"))
