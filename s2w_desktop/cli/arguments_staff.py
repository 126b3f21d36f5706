"""Arguments of `s2w staff`: who works with a store."""

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_store_options
from s2w_desktop.domain.duties import Duty


def add_staff(commands: Subcommands) -> None:
    """`s2w staff`."""
    _ = commands.tr.gettext
    group = commands.add_group("staff", _("Say who works with this store, and what each may do."), dest="action")
    parser = group.add("list", _("List who works here, with their duties."), "staff list", "staff list --all --json")
    add_store_options(parser)
    parser.options.add_argument("--all", action="store_true", help=_("those who left too"))
    parser = group.add(
        "add", _("Let somebody in, with a passphrase of their own."), 'staff add "N. Papadaki" --duty importer --duty reviewer'
    )
    add_store_options(parser)
    parser.inputs.add_argument("name", metavar=_("NAME"), help=_("the name that colleagues see"))
    _add_duties(parser)
    parser.options.add_argument(
        "--new-passphrase-file", metavar=_("PATH"), help=_("where the first passphrase of that person is; else it is typed")
    )
    parser = group.add("duties", _("Give somebody other duties."), 'staff duties "N. Papadaki" --duty reviewer')
    _add_officer(parser)
    _add_duties(parser)
    parser = group.add("remove", _("Somebody left: the name and the work stay."), 'staff remove "N. Papadaki"')
    _add_officer(parser)


def _add_officer(parser: Parser) -> None:
    _ = parser.tr.gettext
    add_store_options(parser)
    parser.inputs.add_argument("officer", metavar=_("PERSON"), help=_("the whole name or the id, as the list shows it"))


def _add_duties(parser: Parser) -> None:
    _ = parser.tr.gettext
    parser.options.add_argument(
        "--duty",
        action="append",
        required=True,
        choices=tuple(duty.value for duty in Duty),
        help=_("what that person is there for; may be given again"),
    )
