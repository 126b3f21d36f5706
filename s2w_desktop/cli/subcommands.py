"""Adding commands to a parser, each with what all of them share."""

import argparse
from datetime import date

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.store_places import store_place


class Subcommands:
    """The commands under a parser; `dest` names the attribute that tells which one was asked for."""

    def __init__(self, parser: Parser, *, dest: str) -> None:
        _ = parser.tr.gettext
        self.tr = parser.tr
        self._adding = parser.add_subparsers(
            dest=dest, required=True, title=_("Commands"), metavar=_("COMMAND"), parser_class=Parser
        )

    def add(self, name: str, purpose: str, *examples: str) -> Parser:
        """A command with `--help` and `--json`; its help begins with examples."""
        _ = self.tr.gettext
        shown = "\n".join(f"  s2w {example}" for example in examples)
        description = "\n".join([purpose, "", _("Examples:"), shown]) if examples else purpose
        parser: Parser = self._adding.add_parser(name, help=purpose, tr=self.tr, description=description)
        parser.add_text_option("-h", "--help", words=_("show this help"))
        parser.options.add_argument("--json", action="store_true", help=_("write JSON instead of sentences"))
        return parser

    def add_group(self, name: str, purpose: str, *, dest: str) -> "Subcommands":
        """A command that has commands of its own."""
        _ = self.tr.gettext
        parser: Parser = self._adding.add_parser(name, help=purpose, tr=self.tr, description=purpose)
        parser.add_text_option("-h", "--help", words=_("show this help"))
        return Subcommands(parser, dest=dest)


def add_store_options(parser: Parser) -> None:
    """Where the store is, and where its passphrase comes from."""
    add_store_option(parser)
    add_passphrase_option(parser)


def add_passphrase_option(parser: Parser) -> None:
    """Where the passphrase of a store comes from."""
    _ = parser.tr.gettext
    parser.options.add_argument(
        "--passphrase-file",
        metavar=_("PATH"),
        help=_("read the passphrase from the first line of a file, of /dev/fd/N, or of standard input (-)"),
    )


def add_store_option(parser: Parser) -> None:
    """Where the store is."""
    _ = parser.tr.gettext
    parser.options.add_argument(
        "--store",
        type=store_place,
        metavar=_("PLACE"),
        help=_("the folder of the store, or its database: postgresql+psycopg://user@host/database"),
    )


def add_dry_run(parser: Parser, words: str) -> None:
    """Only find out what would happen."""
    parser.options.add_argument("--dry-run", action="store_true", help=words)


def whole_number(untrusted_text: str) -> int:
    """A number of things, 0 or more, for argparse."""
    if not (untrusted_text.isascii() and untrusted_text.isdigit()) or len(untrusted_text) > 9:
        raise argparse.ArgumentTypeError("not a whole number")
    return int(untrusted_text)


def day(untrusted_text: str) -> date:
    """A day of ISO 8601, for argparse."""
    try:
        return date.fromisoformat(untrusted_text)
    except ValueError as cause:
        raise argparse.ArgumentTypeError("not a day") from cause
