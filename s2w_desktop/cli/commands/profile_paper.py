"""`s2w profile paper`: a paper of one person as a PDF, or as Word by the name of the file. It is said not to be encrypted."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.errors import UnknownLanguage
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.pdf.order import PaperOrder, PaperSize
from s2w_desktop.services.sheets.kinds import PaperKind

_MOST_LANGUAGES = 2
_WORD = ".docx"


def write_paper(call: Call) -> int:
    """Make the paper, and write it to a file that is not there yet."""
    _ = call.tr.gettext
    languages: list[str] = call.wanted.lang
    if len(languages) > _MOST_LANGUAGES:
        raise UsageProblem(_("A paper has one language or two."))
    with opened(call) as workplace:
        if not set(languages) <= {one.code for one in workplace.sheets.press.catalogues.offered(with_pseudo=True)}:
            raise UnknownLanguage
        profile = workplace.interviews.find(call.wanted.case_number)
        kind = PaperKind(call.wanted.paper)
        chosen = tuple(languages) or workplace.sheets.languages_for(profile, kind)
        papers, order = workplace.every_paper, PaperOrder(chosen, size=PaperSize.LARGE if call.wanted.large else PaperSize.NORMAL)
        make = papers.word if call.wanted.out.suffix.lower() == _WORD else papers.ordered
        made = make(profile, kind, order)
        workplace.interchange.keep(made, call.wanted.out)
    call.console.say(fill(_("{file} was written."), file=Ltr(call.wanted.out)))
    call.console.note(_("This paper is not encrypted: anybody who has the file can read it."))
    call.console.document({"file": str(call.wanted.out), "paper": kind.value, "languages": list(chosen)})
    return ExitCode.OK
