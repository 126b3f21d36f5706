"""Arguments of the commands about keys, and about machines that were lost, found or put back from a copy."""

from pathlib import Path

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_store_option, add_store_options, day


def add_lost(group: Subcommands) -> None:
    """The part of `s2w enroll` about machines that are known already."""
    _ = group.tr.gettext
    parser = group.add(
        "revoke",
        _("Take nothing more from a machine."),
        "enroll revoke 0190f3a1-…",
        "enroll revoke 0190f3a1-… --lost-since 2026-11-03",
    )
    add_store_options(parser)
    parser.inputs.add_argument("device", metavar=_("DEVICE"), help=_("its id, as the list shows it"))
    parser.options.add_argument(
        "--lost-since", type=day, metavar=_("DAY"), help=_("the day from which nobody knows who had it, as 2026-11-03")
    )
    parser = group.add(
        "reinstate", _("A machine was found again: it may send."), 'enroll reinstate 0190f3a1-… --note "it was in the other bag"'
    )
    add_store_options(parser)
    parser.inputs.add_argument("device", metavar=_("DEVICE"), help=_("its id, as the list shows it"))
    parser.options.add_argument("--note", required=True, metavar=_("WORDS"), help=_("how you made sure of it"))
    parser = group.add(
        "loss",
        _("Headquarters: whose data were on a laptop, and from when on nobody here knows."),
        "enroll loss 0190f3a1-…",
        "enroll loss 0190f3a1-… --out sheet.pdf",
    )
    add_store_options(parser)
    parser.inputs.add_argument("device", metavar=_("DEVICE"), help=_("its id, as the list shows it"))
    parser.options.add_argument("--out", type=Path, metavar=_("FILE"), help=_("write it as a paper too"))
    _add_here(group)


def _add_here(group: Subcommands) -> None:
    """What a person says about the store at hand."""
    _ = group.tr.gettext
    parser = group.add("use", _("Laptop: hand over to this headquarters from now on."), "enroll use 0190f3a1-…")
    add_store_options(parser)
    parser.inputs.add_argument("device", metavar=_("DEVICE"), help=_("its id, as the list shows it"))
    parser = group.add(
        "new-epoch", _("This store was put back from a copy: number anew and send everything again."), "enroll new-epoch"
    )
    add_store_options(parser)


def add_headquarters_keys(group: Subcommands) -> None:
    """The part of `s2w keygen` about the keys of headquarters."""
    _ = group.tr.gettext
    parser = group.add(
        "rotate",
        _("Headquarters: make new keys, and the pack that tells the laptops."),
        "keygen rotate --out keys.s2wref",
        "keygen rotate --out keys.s2wref --stolen --recovery recovery.age.pub",
    )
    add_store_options(parser)
    add = parser.options.add_argument
    add("--out", type=Path, required=True, metavar=_("FILE"), help=_("where the pack goes"))
    add("--stolen", action="store_true", help=_("laptops take nothing more that the old key signed"))
    add("--recovery", type=Path, metavar=_("FILE"), help=_("public part of a new recovery key (see keygen recovery)"))
    parser = group.add("pack", _("Headquarters: write the pack with the present keys again."), "keygen pack --out keys.s2wref")
    add_store_options(parser)
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("where the pack goes"))
    parser = group.add(
        "rehearse",
        _("Headquarters: prove that the recovery key opens what laptops send."),
        "keygen rehearse --recovery-file /media/stick/recovery.age",
        "keygen rehearse --sample S2W-0190f3a1.s2w",
    )
    add_store_options(parser)
    add_recovery_key(parser)
    add = parser.options.add_argument
    add("--sample", type=Path, metavar=_("BUNDLE"), help=_("a bundle to open; without it one is made"))
    _add_reopen(group)


def _add_reopen(group: Subcommands) -> None:
    _ = group.tr.gettext
    parser = group.add(
        "reopen",
        _("Open a store whose passphrase is lost with the recovery key: somebody who works with it gets a new passphrase."),
        "keygen reopen --recovery-file /media/stick/recovery.age",
        'keygen reopen --officer "N. Papadaki"',
    )
    add_store_option(parser)
    add_recovery_key(parser)
    add = parser.options.add_argument
    add("--officer", default="", metavar=_("OFFICER"), help=_("who gets it, by name or id; not needed where one person works"))
    add("--new-passphrase-file", metavar=_("PATH"), help=_("where the first passphrase of that person is; else it is typed"))


def add_recovery_key(parser: Parser) -> None:
    """Where the recovery key is, see `cli.recovery_keys`."""
    _, add = parser.tr.gettext, parser.options.add_argument
    add("--recovery-file", type=Path, metavar=_("FILE"), help=_("the secret key file; without it the key itself is asked for"))
    add("--recovery-passphrase-file", metavar=_("PATH"), help=_("passphrase of the key file"))
