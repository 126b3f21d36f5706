"""`s2w profile papers`: a paper of every profile of the store, one file each."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands.profile_paper import languages_asked, made_paper
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.errors import UnknownLanguage
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.pdf.order import PaperOrder, PaperSize
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.storage.values import ListQuery

_PAGE = 200


def write_papers(call: Call) -> int:
    """Make the papers one after the other. What was written stays when somebody ends it; no file is written over."""
    _ = call.tr.gettext
    languages, folder, kind = languages_asked(call), call.wanted.out, PaperKind(call.wanted.paper)
    size, ending = PaperSize.LARGE if call.wanted.large else PaperSize.NORMAL, f".{call.wanted.format}"
    written = 0
    with opened(call) as workplace:
        if not workplace.sheets.speaks(languages):
            raise UnknownLanguage
        total = workplace.store.profiles.count(ListQuery())
        while rows := workplace.interviews.rows(ListQuery(), written, _PAGE):
            for row in rows:
                call.interrupts.check()
                chosen = languages or workplace.sheets.languages_for(row.id, kind)
                made = made_paper(workplace, row.id, kind, PaperOrder(chosen, size=size), ending)
                workplace.interchange.keep(made, folder / f"{row.case_number}-{kind.value}{ending}")
                written += 1
                call.console.progress(written, total)
    call.console.note(fill(_("Written: {file}"), file=Ltr(folder.name)))
    call.console.note(_("This paper is not encrypted: anybody who has the file can read it."))
    call.console.document({"folder": str(folder), "paper": kind.value, "written": written})
    return ExitCode.OK
