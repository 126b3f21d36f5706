"""Arguments of `s2w inbox`: what somebody at headquarters has to look at."""

from pathlib import Path

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_store_options, whole_number
from s2w_desktop.domain.putting_aside import SendBack

_WAIT_SECONDS = 3


def add_inbox(commands: Subcommands) -> None:
    """`s2w inbox`."""
    _ = commands.tr.gettext
    group = commands.add_group("inbox", _("Headquarters: matters that somebody has to look at."), dest="action")
    parser = group.add("list", _("List gaps, forks, records put aside and the like."), "inbox list", "inbox list --all --json")
    add_store_options(parser)
    parser.options.add_argument("--all", action="store_true", help=_("closed matters too"))
    _matter(group.add("own", _("Look after a matter from now on."), "inbox own 3fa2b1c0"))
    parser = group.add("note", _("Write down what is known about a matter."), 'inbox note 3fa2b1c0 "courier asked"')
    _matter(parser)
    parser.inputs.add_argument("text", metavar=_("TEXT"), help=_("in place of what was noted before; no names of persons"))
    _matter(group.add("close", _("Nothing is to be done any more, until there is news."), "inbox close 3fa2b1c0"))
    _matter(group.add("reopen", _("Something is to be done after all."), "inbox reopen 3fa2b1c0"))
    parser = group.add(
        "take", _("Take in once what lies in a folder, and move it away."), "inbox take /srv/bundles", "inbox take . --json"
    )
    add_store_options(parser)
    parser.inputs.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("where bundles appear"))
    parser.options.add_argument(
        "--wait",
        type=whole_number,
        default=_WAIT_SECONDS,
        metavar=_("SECONDS"),
        help=_("how long a file must stand still before it is opened"),
    )
    _matter(group.add("release", _("Take records in after all that were put aside."), "inbox release 3fa2b1c0"))
    parser = group.add(
        "send-back", _("Ask the officer of a laptop to mend records."), "inbox send-back 3fa2b1c0 --ask check_answers"
    )
    _matter(parser)
    parser.options.add_argument(
        "--ask",
        choices=[asked.value for asked in SendBack],
        required=True,
        help=_("what the officer is asked for"),
    )
    _matter(group.add("discard", _("Never take in records that were put aside."), "inbox discard 3fa2b1c0"))
    _add_wishes(group)


def _add_wishes(group: Subcommands) -> None:
    _ = group.tr.gettext
    add_store_options(group.add("wishes", _("List what waits for a second person."), "inbox wishes"))
    for name, purpose in (
        ("agree", _("Agree, as the second person.")),
        ("refuse", _("Refuse a wish, or take an own one back.")),
    ):
        parser = group.add(name, purpose, f"inbox {name} 0190f3a1-…")
        add_store_options(parser)
        parser.inputs.add_argument("wish", metavar=_("WISH"), help=_("its id, as the list shows it"))


def _matter(parser: Parser) -> None:
    _ = parser.tr.gettext
    add_store_options(parser)
    parser.inputs.add_argument("matter", metavar=_("MATTER"), help=_("its eight letters, as the list shows them"))
