"""Arguments of the commands that set up a store and work inside it."""

from pathlib import Path

from s2w_desktop.cli.arguments_keys import add_headquarters_keys
from s2w_desktop.cli.arguments_profile_files import add_profile_files
from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import (
    Subcommands,
    add_dry_run,
    add_passphrase_option,
    add_store_option,
    add_store_options,
    whole_number,
)


def add_init(commands: Subcommands) -> None:
    """`s2w init`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "init",
        _("Make a store, for a field laptop or for headquarters."),
        'init --role field --organisation "Example Aid" --centre Athens --officer "M. Papadaki"',
        'init --role hq --organisation "Example Aid" --centre Geneva --recovery recovery-recipient.txt',
    )
    add_store_options(parser)
    add = parser.options.add_argument
    add("--role", choices=("field", "hq"), required=True, help=_("field: records profiles; hq: takes bundles in"))
    add("--organisation", required=True, metavar=_("NAME"), help=_("the organisation"))
    add("--centre", default="", metavar=_("NAME"), help=_("the centre where the machine stands"))
    add("--device-name", default="", metavar=_("NAME"), help=_("what people call this machine"))
    add("--officer", default="", metavar=_("NAME"), help=_("who unlocks the store"))
    add("--country", default="XX", metavar="CC", help=_("two letters of ISO 3166-1, with which case numbers begin"))
    add("--host-country", default="", metavar="CCC", help=_("three letters of ISO 3166-1: where people are now"))
    add("--host-language", default="eng", metavar="LLL", help=_("three letters of ISO 639-3: the language spoken there"))
    add("--training", action="store_true", help=_("a store for exercises; a real headquarters never takes its bundles"))
    _add_recovery(parser)


def _add_recovery(parser: Parser) -> None:
    _ = parser.tr.gettext
    parser.options.add_argument(
        "--recovery",
        type=Path,
        metavar=_("FILE"),
        help=_("public part of a recovery key (see keygen recovery); it can open the store when a passphrase is lost"),
    )


def add_keygen(commands: Subcommands) -> None:
    """`s2w keygen`."""
    _ = commands.tr.gettext
    group = commands.add_group("keygen", _("Make or hand out keys."), dest="action")
    parser = group.add(
        "recovery",
        _("Make a recovery key for the safe of headquarters."),
        "keygen recovery --out /media/stick/recovery.age",
    )
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("where the secret key goes"))
    parser.options.add_argument("--passphrase-file", metavar=_("PATH"), help=_("passphrase of the key file"))
    add_headquarters_keys(group)
    parser = group.add(
        "export-training",
        _("Write the keys of a training store, so that its bundles can be opened with standard tools."),
        "keygen export-training --store training-hq --out keys",
    )
    add_store_options(parser)
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"), help=_("where the key files go"))


def add_rescue(commands: Subcommands) -> None:
    """`s2w rescue`."""
    _ = commands.tr.gettext
    purpose = _("Save what is still sound in a damaged store into a new one.")
    parser = commands.add("rescue", purpose, "rescue /media/stick/store store")
    parser.inputs.add_argument(
        "damaged", type=Path, metavar=_("STORE"), help=_("the folder of the damaged store; it stays as it is")
    )
    parser.inputs.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("a new folder for what is saved"))
    add_passphrase_option(parser)


def add_profile(commands: Subcommands) -> None:
    """`s2w profile`."""
    _ = commands.tr.gettext
    group = commands.add_group("profile", _("Add, show and list profiles."), dest="action")
    parser = group.add("add", _("Add profiles from JSON Lines."), "profile add people.jsonl", "profile add - < people.jsonl")
    add_store_options(parser)
    parser.inputs.add_argument("file", metavar=_("FILE"), help=_("JSON Lines, or - for standard input"))
    parser = group.add("show", _("Write profiles as JSON Lines."), "profile show GR-7K4M-29QF-W", "profile show --all")
    add_store_options(parser)
    parser.inputs.add_argument("case_numbers", nargs="*", metavar=_("CASE"), help=_("case numbers"))
    parser.options.add_argument("--all", action="store_true", help=_("every profile of the store"))
    parser = group.add("list", _("List profiles and where they stand."), "profile list", "profile list --search fatima --names")
    add_store_options(parser)
    parser.options.add_argument("--search", default="", metavar=_("WORDS"), help=_("only profiles with all these words"))
    parser.options.add_argument(
        "--state",
        action="append",
        choices=("here", "in_bundle", "received", "needs_you"),
        default=[],
        help=_("only profiles in this state; may be given again"),
    )
    parser.options.add_argument("--names", action="store_true", help=_("show names too; without it only case numbers appear"))
    add_profile_files(group)
    _add_thin(group)


def _add_thin(group: Subcommands) -> None:
    _ = group.tr.gettext
    parser = group.add(
        "thin",
        _("Remove from this laptop what headquarters has confirmed in every part. Headquarters keeps all of it."),
        "profile thin --dry-run",
        "profile thin --older-than 30",
    )
    add_store_options(parser)
    parser.options.add_argument(
        "--older-than",
        type=whole_number,
        metavar="N",
        help=_("only what nobody changed for so many days; else as this laptop's settings say, or 90"),
    )
    add_dry_run(parser, _("only show what could go"))


def add_demo(commands: Subcommands) -> None:
    """`s2w demo`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "demo",
        _("Add invented people to a training store."),
        "demo --profiles 20 --seed 7",
        "demo --population relocation-2018 --profiles 450 --seed 7",
    )
    add_store_options(parser)
    add = parser.options.add_argument
    add("--profiles", type=whole_number, metavar="N", help=_("how many; 20 by default, 450 of a population"))
    add("--population", default="", metavar=_("NAME"), help=_("whole interviews of a population, such as relocation-2018"))
    add("--seed", type=whole_number, default=1, metavar="S", help=_("same number, same people"))


def add_gui(commands: Subcommands) -> None:
    """`s2w gui`."""
    _ = commands.tr.gettext
    parser = commands.add("gui", _("Open the window."), "gui")
    add_store_option(parser)
