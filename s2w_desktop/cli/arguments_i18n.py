"""Arguments of the commands with which translators and reviewers work."""

from pathlib import Path

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_dry_run


def add_i18n(commands: Subcommands) -> None:
    """`s2w i18n`."""
    _ = commands.tr.gettext
    group = commands.add_group("i18n", _("Translate the program, and see how far each language is."), dest="action")
    parser = group.add(
        "export",
        _("Write the words of a language as a table for a spreadsheet program."),
        "i18n export uk uk.csv",
        "i18n export uk - > uk.csv",
    )
    parser.inputs.add_argument("language", metavar=_("LANGUAGE"), help=_("the code of the language, such as uk or fa_AF"))
    parser.inputs.add_argument(
        "file", metavar=_("FILE"), help=_("a new file that ends in .csv or .tsv, or - for standard output")
    )
    _add_folder(parser)
    parser = group.add(
        "import",
        _("Take the table back; rows that would break the program are refused."),
        "i18n import uk.csv",
        'i18n import uk.csv --reviewed "O. Kovalenko"',
    )
    parser.inputs.add_argument("file", metavar=_("FILE"), help=_("the table, or - for standard input"))
    _add_folder(parser)
    add = parser.options.add_argument
    add("--translator", default="", metavar=_("NAME"), help=_("who translated; the name is written into the catalogue"))
    add("--reviewed", default="", metavar=_("NAME"), help=_("a native speaker who has read every row and vouches for it"))
    add_dry_run(parser, _("only find out what the table would bring"))
    parser = group.add("status", _("Show how far each language is."), "i18n status", "i18n status --json")
    _add_folder(parser)


def _add_folder(parser: Parser) -> None:
    _ = parser.tr.gettext
    words = _("a folder of your own catalogues, one LANGUAGE.po each; without it those of the program are used")
    parser.options.add_argument("--folder", type=Path, metavar=_("FOLDER"), help=words)
