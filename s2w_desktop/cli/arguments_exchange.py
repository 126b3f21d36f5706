"""Arguments of the commands with which laptops and headquarters exchange bundles."""

import argparse
from pathlib import Path

from s2w_desktop.bundle.limits import LEAST_MOST_BYTES, MEGABYTE
from s2w_desktop.cli.arguments_keys import add_lost, add_recovery_key
from s2w_desktop.cli.subcommands import Subcommands, add_dry_run, add_store_options, whole_number


def add_enroll(commands: Subcommands) -> None:
    """`s2w enroll`."""
    _ = commands.tr.gettext
    group = commands.add_group("enroll", _("Make laptop and headquarters known to each other."), dest="action")
    parser = group.add("card", _("Headquarters: write the card that laptops take in."), "enroll card --out hq-card.json")
    add_store_options(parser)
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("where the card goes"))
    parser = group.add(
        "request", _("Laptop: write the file with which it introduces itself."), "enroll request --out /media/stick"
    )
    add_store_options(parser)
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"), help=_("where the file goes"))
    parser = group.add("look", _("Show whom a card or request introduces, and its six words."), "enroll look hq-card.json")
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a card or a request"))
    parser = group.add(
        "accept",
        _("Know a machine from now on, after its six words were compared."),
        "enroll accept hq-card.json",
        'enroll accept S2W-0190f3a1.s2w --words "one two three four five six"',
    )
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a card or a request"))
    parser.options.add_argument(
        "--words",
        "--fingerprint",
        metavar=_("WORDS"),
        help=_("the six words as the other side read them out; asked for when left out"),
    )
    add_lost(group)
    parser = group.add("list", _("List the machines known here."), "enroll list")
    add_store_options(parser)


def add_export(commands: Subcommands) -> None:
    """`s2w export`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "export",
        _("Write everything that headquarters has not received into a bundle."),
        "export /media/stick",
        "export - > bundle.s2w",
        "export --dry-run /media/stick",
        "export --most-mb 7 outgoing",
    )
    add_store_options(parser)
    parser.inputs.add_argument("target", metavar=_("FOLDER"), help=_("a folder, or - for standard output"))
    small = _("several small files, for mail: each at most so many MB, from 7 on")
    parser.options.add_argument("--most-mb", type=_megabytes, metavar=_("NUMBER"), help=small)
    add_dry_run(parser, _("only count what would be handed over"))


def _megabytes(untrusted_text: str) -> int:
    number = whole_number(untrusted_text)
    if number * MEGABYTE < LEAST_MOST_BYTES:
        raise argparse.ArgumentTypeError("too small")
    return number


def add_verify(commands: Subcommands) -> None:
    """`s2w verify`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "verify",
        _("Check signature, contents and number of a bundle without taking it in."),
        "verify /media/stick/S2W-0190f3a1.s2w",
    )
    add_store_options(parser)
    parser.inputs.add_argument("bundle", metavar=_("BUNDLE"), help=_("a bundle, or - for standard input"))


def add_inspect(commands: Subcommands) -> None:
    """`s2w inspect`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "inspect",
        _("Show what a bundle says about itself; never what is in it about people."),
        "inspect S2W-0190f3a1.s2w",
        "inspect --store hq S2W-0190f3a1.s2w",
    )
    add_store_options(parser)
    parser.inputs.add_argument("bundle", metavar=_("BUNDLE"), help=_("a bundle; with a store also - for standard input"))


def add_import(commands: Subcommands) -> None:
    """`s2w import`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "import",
        _("Take bundles in: profiles at headquarters, receipts at a laptop."),
        "import /media/stick/*.s2w",
        "import --dry-run S2W-0190f3a1.s2w",
        "import - < bundle.s2w",
        "import --recovery --recovery-file /media/safe/recovery.age S2W-0190f3a1.s2w",
    )
    add_store_options(parser)
    parser.inputs.add_argument("bundles", nargs="+", metavar=_("BUNDLE"), help=_("bundles, or - for standard input"))
    add_dry_run(parser, _("only find out what the bundles would bring"))
    parser.options.add_argument(
        "--recovery", action="store_true", help=_("open with the recovery key, where headquarters' own is lost")
    )
    add_recovery_key(parser)


def add_receipt(commands: Subcommands) -> None:
    """`s2w receipt`."""
    _ = commands.tr.gettext
    parser = commands.add("receipt", _("Headquarters: write the receipts that laptops wait for."), "receipt /media/stick")
    add_store_options(parser)
    parser.inputs.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("where the receipts go"))
