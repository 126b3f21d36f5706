"""`s2w profile paper`: a paper of one person as PDF, by the name of its file Word, Excel or JSON; said not to be encrypted."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.errors import UnknownLanguage
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.pdf.order import PaperOrder, PaperSize
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.workplace import Workplace

_MOST_LANGUAGES = 2
_WORD, _EXCEL, _JSON = ".docx", ".xlsx", ".json"


def write_paper(call: Call) -> int:
    """Make the paper, and write it to a file that is not there yet."""
    _ = call.tr.gettext
    languages = languages_asked(call)
    kind, ending = PaperKind(call.wanted.paper), call.wanted.out.suffix.lower()
    if ending == _JSON and kind is not PaperKind.ACCESS:
        raise UsageProblem(_("Only the paper “access” can be JSON."))
    with opened(call) as workplace:
        if not workplace.sheets.speaks(languages):
            raise UnknownLanguage
        profile = workplace.interviews.find(call.wanted.case_number)
        chosen = languages or workplace.sheets.languages_for(profile, kind)
        order = PaperOrder(chosen, size=PaperSize.LARGE if call.wanted.large else PaperSize.NORMAL)
        workplace.interchange.keep(made_paper(workplace, profile, kind, order, ending), call.wanted.out)
    call.console.say(fill(_("{file} was written."), file=Ltr(call.wanted.out)))
    call.console.note(_("This paper is not encrypted: anybody who has the file can read it."))
    call.console.document({"file": str(call.wanted.out), "paper": kind.value, "languages": list(chosen)})
    return ExitCode.OK


def languages_asked(call: Call) -> tuple[str, ...]:
    """The languages that were asked for; none where the paper's own are meant. Raises UsageProblem for more than two."""
    _ = call.tr.gettext
    languages = tuple(call.wanted.lang)
    if len(languages) > _MOST_LANGUAGES:
        raise UsageProblem(_("A paper has one language or two."))
    return languages


def made_paper(workplace: Workplace, profile: ProfileId, kind: PaperKind, order: PaperOrder, ending: str) -> bytes:
    """A paper in the form that the ending of its file asks for."""
    if ending == _JSON:
        return workplace.sheets.access_record(profile)
    papers = workplace.every_paper
    make = {_WORD: papers.word, _EXCEL: papers.excel}.get(ending, papers.ordered)
    return make(profile, kind, order)
