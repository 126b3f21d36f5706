"""Arguments of `s2w report`: over whom, how far small numbers are hidden, and what is written."""

from pathlib import Path

from s2w_desktop.analysis.study import STANDARD_K
from s2w_desktop.cli.parser import Parser
from s2w_desktop.cli.subcommands import Subcommands, add_store_options, day, whole_number
from s2w_desktop.domain.codes.start import START_CODES
from s2w_desktop.domain.figures import THRESHOLD


def add_report(commands: Subcommands) -> None:
    """`s2w report`."""
    _ = commands.tr.gettext
    parser = commands.add(
        "report",
        _("Make the analysis report; small numbers are hidden."),
        "report --from 2018-01-01 --to 2018-06-30",
        "report --country GRC --country ITA --stage PRE --json",
        "report --from 2018-01-01 --to 2018-03-31 --and-from 2018-04-01 --and-to 2018-06-30",
        "report --pdf report.pdf --xlsx report.xlsx --lang fr",
        "report --study study.csv --k 5",
    )
    add_store_options(parser)
    _add_selection(parser)
    parser.options.add_argument(
        "--threshold",
        type=whole_number,
        default=THRESHOLD,
        metavar="N",
        help=_("hide numbers of fewer people; 3 to 20, 5 by default"),
    )
    _add_files(parser)


def _add_files(parser: Parser) -> None:
    _ = parser.tr.gettext
    add = parser.options.add_argument
    helps = {
        "pdf": _("write it as a printed report"),
        "xlsx": _("write it as a spreadsheet"),
        "html": _("write it as a web page in one file"),
        "csv": _("write its figures for programs"),
        "codebook": _("write what the codes of the figures mean"),
        "study": _("write a file of single people without names, in which nobody stands out; two people agree before"),
    }
    for name, words in helps.items():
        add(f"--{name}", type=Path, metavar=_("FILE"), help=words)
    add(
        "--lang",
        default="",
        metavar=_("LANGUAGE"),
        help=_("language of the files: a code such as fr; that of the program by default"),
    )
    add("--k", type=whole_number, default=STANDARD_K, metavar="N", help=_("how many people are alike in a study file; 3 to 20"))


def _add_selection(parser: Parser) -> None:
    _ = parser.tr.gettext
    add = parser.options.add_argument
    add("--from", dest="first", type=day, metavar=_("DAY"), help=_("the first day of the interviews, as 2018-01-01"))
    add("--to", dest="last", type=day, metavar=_("DAY"), help=_("the last day"))
    add("--and-from", dest="other_first", type=day, metavar=_("DAY"), help=_("a second period to compare with: its first day"))
    add("--and-to", dest="other_last", type=day, metavar=_("DAY"), help=_("the last day of the second period"))
    again = _("may be given again")
    country = _("only interviews in this country, in three letters of ISO 3166-1")
    centre, stage = _("only interviews of this centre"), _("only profiles of this stage")
    programme = _("only people of this programme")
    add("--country", action="append", default=[], metavar="CCC", help=f"{country}; {again}")
    add("--centre", action="append", default=[], metavar=_("CENTRE"), help=f"{centre}; {again}")
    add("--stage", action="append", default=[], choices=START_CODES["stage"], help=f"{stage}; {again}")
    add("--programme", action="append", default=[], choices=START_CODES["programme"], help=f"{programme}; {again}")
