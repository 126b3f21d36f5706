"""The arguments of the window's own program, in the person's language."""

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import add_store_option
from s2w_desktop.i18n.translator import Translator


def build_window_parser(tr: Translator) -> Parser:
    """The parser of `s2w-desktop`."""
    _ = tr.gettext
    parser = Parser(
        tr, prog="s2w-desktop", description=_("Skills profiles: recorded offline, encrypted, handed over with proof of receipt.")
    )
    parser.add_text_option("-h", "--help", words=_("show this help"))
    add_store_option(parser)
    parser.options.add_argument("--training", action="store_true", help=_("open the training store, with invented people"))
    return parser
