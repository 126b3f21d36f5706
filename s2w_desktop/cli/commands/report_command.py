"""`s2w report`: the analysis report, small numbers hidden. The same store gives the same report (CLI-09)."""

from datetime import date

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands.report_object import report_object
from s2w_desktop.cli.commands.report_text import report_text
from s2w_desktop.cli.commands.report_writing import check, wants_files, write_files, write_study
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.canonical import cleaned
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.figures import Selection
from s2w_desktop.domain.progress import Progress
from s2w_desktop.services.reporting import LEAST_THRESHOLD, MOST_THRESHOLD, Draft, Reporting


def run(call: Call) -> int:
    """The report as text or JSON and in files; over two periods, both and compared."""
    wanted, _ = call.wanted, call.tr.gettext
    if not LEAST_THRESHOLD <= wanted.threshold <= MOST_THRESHOLD:
        raise UsageProblem(_("The threshold is a number from 3 to 20."))
    selection = _selection(call, wanted.first, wanted.last)
    is_compared = wanted.other_first is not None or wanted.other_last is not None
    other = _selection(call, wanted.other_first, wanted.other_last) if is_compared else None
    check(call)
    if wanted.study is not None:
        with opened(call) as workplace:
            call.console.document(write_study(call, workplace, selection, _progress(call)))
        return ExitCode.OK
    with opened(call) as workplace:
        draft = _draft(call, workplace.office.reporting, selection, other)
        if wants_files(call):
            write_files(call, workplace, draft, _progress(call))
        skills = workplace.office.report_files.skill_words(call.tr.code)
        for one in (draft.report, *filter(None, (draft.report.beside,))):
            call.console.say(report_text(call.tr, one, skills))
    call.console.document(report_object(draft.report))
    return ExitCode.OK


def _draft(call: Call, reporting: Reporting, selection: Selection, other: Selection | None) -> Draft:
    """A report over one period, or over two. Raises UsageProblem for periods that share a day."""
    progress = _progress(call)
    threshold: int = call.wanted.threshold
    _ = call.tr.gettext
    if other is None:
        return reporting.draft(selection, threshold=threshold, progress=progress)
    if not reporting.are_apart(selection, other):
        raise UsageProblem(_("The two periods need days of their own, none in both."))
    return reporting.compare(selection, other, threshold=threshold, progress=progress)


def _progress(call: Call) -> Progress:
    def progress(done: int, of: int) -> None:
        call.interrupts.check()
        call.console.progress(done, of)

    return progress


def _selection(call: Call, first: date | None, last: date | None) -> Selection:
    wanted, _ = call.wanted, call.tr.gettext
    countries = tuple(code.upper() for code in wanted.country)
    if not set(countries) <= set(CODE_LISTS["country"]):
        raise UsageProblem(_("No country has this code."))
    if first and last and last < first:
        raise UsageProblem(_("The last day lies before the first."))
    centres = tuple(cleaned(name).strip() for name in wanted.centre)
    return Selection(first, last, countries, centres, tuple(wanted.stage), tuple(wanted.programme))
