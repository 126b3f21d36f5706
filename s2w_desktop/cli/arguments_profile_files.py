"""Arguments of the commands about files of one person: papers, and what other programs read and write."""

from pathlib import Path

from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_dry_run, add_store_options
from s2w_desktop.services.sheets.kinds import PaperKind


def add_profile_files(group: Subcommands) -> None:
    """`s2w profile paper`, `s2w profile europass`, `s2w profile exchange`, `s2w profile import`."""
    _ = group.tr.gettext
    _add_paper(group)
    parser = group.add(
        "europass",
        _("Write a Europass file for the person, who must have agreed to it."),
        "profile europass GR-7K4M-29QF-W --out cv.xml",
        "profile europass GR-7K4M-29QF-W --out cv.xml --lang fr",
    )
    _add_case_and_target(parser)
    parser.options.add_argument(
        "--lang", default="en", metavar=_("LANGUAGE"), help=_("language of the file: two letters, en by default")
    )
    parser = group.add(
        "exchange",
        _("Write the profile as JSON for a partner that the person agreed to (Data Exchange Framework)."),
        "profile exchange GR-7K4M-29QF-W --out candidate.json",
    )
    _add_case_and_target(parser)
    parser = group.add(
        "import",
        _("Begin a profile from a Europass file (XML or PDF) or from JSON of the Data Exchange Framework."),
        "profile import cv.pdf",
        "profile import --dry-run cv.xml",
    )
    add_store_options(parser)
    parser.inputs.add_argument("file", type=Path, metavar=_("FILE"), help=_("a file about one person"))
    add_dry_run(parser, _("only find out what the file would bring"))


def _add_paper(group: Subcommands) -> None:
    _ = group.tr.gettext
    parser = group.add(
        "paper",
        _("Write a paper of a profile as a PDF or Word file that is not encrypted."),
        "profile paper GR-7K4M-29QF-W --paper cv --out paper.pdf",
        "profile paper GR-7K4M-29QF-W --paper next-steps --lang ar --lang en --out paper.docx",
        "profile paper GR-7K4M-29QF-W --paper access --out everything.json",
    )
    _add_case_and_target(parser)
    _add_choice_of_paper(parser)
    parser = group.add(
        "papers",
        _("Write a paper of every profile, as PDF or Word files that are not encrypted."),
        "profile papers --paper next-steps --out papers",
        "profile papers --paper cv --format docx --out papers",
    )
    add_store_options(parser)
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FOLDER"), help=_("where the file goes"))
    parser.options.add_argument("--format", choices=("pdf", "docx"), default="pdf", help=_("form of the files; pdf by default"))
    _add_choice_of_paper(parser)


def _add_choice_of_paper(parser: Parser) -> None:
    _ = parser.tr.gettext
    kinds = [kind.value for kind in PaperKind]
    parser.options.add_argument(
        "--paper", choices=kinds, default=PaperKind.PROFILE.value, help=_("which paper; the profile by default")
    )
    parser.options.add_argument(
        "--lang",
        action="append",
        default=[],
        metavar=_("LANGUAGE"),
        help=_("language of the paper; give a second one for a paper in two languages"),
    )
    parser.options.add_argument("--large", action="store_true", help=_("large letters"))


def _add_case_and_target(parser: Parser) -> None:
    _ = parser.tr.gettext
    add_store_options(parser)
    parser.inputs.add_argument("case_number", metavar=_("CASE"), help=_("a case number"))
    parser.options.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("where the file goes"))
