"""Every command with its arguments and its help: examples first, in the person's language (CLI-10).

Here stands what can be asked; what is done stands in `commands`, which is imported only when needed.
"""

from collections.abc import Callable

from s2w_desktop import __version__
from s2w_desktop.cli.arguments_audit import add_audit
from s2w_desktop.cli.arguments_conflicts import add_conflicts
from s2w_desktop.cli.arguments_duplicates import add_duplicates
from s2w_desktop.cli.arguments_exchange import add_enroll, add_export, add_import, add_inspect, add_receipt, add_verify
from s2w_desktop.cli.arguments_i18n import add_i18n
from s2w_desktop.cli.arguments_inbox import add_inbox
from s2w_desktop.cli.arguments_post import add_erase, add_order, add_transfer
from s2w_desktop.cli.arguments_reach import add_reach
from s2w_desktop.cli.arguments_ref import add_ref
from s2w_desktop.cli.arguments_report import add_report
from s2w_desktop.cli.arguments_staff import add_staff
from s2w_desktop.cli.arguments_start import add_demo, add_gui, add_init, add_keygen, add_profile, add_rescue
from s2w_desktop.cli.arguments_template import add_template
from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands
from s2w_desktop.i18n.translator import Translator

_ADDERS: tuple[Callable[[Subcommands], None], ...] = (
    add_init,
    add_keygen,
    add_rescue,
    add_enroll,
    add_staff,
    add_template,
    add_profile,
    add_export,
    add_verify,
    add_inspect,
    add_import,
    add_inbox,
    add_duplicates,
    add_receipt,
    add_transfer,
    add_order,
    add_erase,
    add_conflicts,
    add_report,
    add_reach,
    add_audit,
    add_demo,
    add_ref,
    add_i18n,
    add_gui,
)


def build_parser(tr: Translator) -> Parser:
    """The parser of `s2w`."""
    _ = tr.gettext
    purpose = _("Skills profiles: recorded offline, encrypted, handed over with proof of receipt.")
    parser = Parser(tr, prog="s2w", description=purpose)
    parser.add_text_option("-h", "--help", words=_("show this help"))
    parser.add_text_option("--version", words=_("show the version"), text=f"s2w {__version__}")
    commands = Subcommands(parser, dest="command")
    for add in _ADDERS:
        add(commands)
    return parser


def json_asked(arguments: list[str]) -> bool:
    """Whether results are to be JSON, told before the command line is understood: it may be wrong."""
    return "--json" in arguments
