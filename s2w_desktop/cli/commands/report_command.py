"""`s2w report`: the analysis report, small numbers hidden. The same store gives the same report (CLI-09)."""

from collections.abc import Callable
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
from s2w_desktop.domain.figures import Report, Selection
from s2w_desktop.services.reporting import LEAST_THRESHOLD, MOST_THRESHOLD, Reporting


def run(call: Call) -> int:
    """The report as text or JSON; over two periods, both."""
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
    if other is not None and wants_files(call):
        raise UsageProblem(_("A file holds one period."))
    with opened(call) as workplace:
        if wants_files(call):
            draft = workplace.office.reporting.draft(selection, threshold=wanted.threshold, progress=_progress(call))
            write_files(call, workplace, draft, _progress(call))
            reports: tuple[Report, ...] = (draft.report,)
        else:
            reports = _reports(call, workplace.office.reporting, selection, other)
    for one in reports:
        call.console.say(report_text(call.tr, one))
    document = report_object(reports[0])
    call.console.document(document | {"compared": report_object(reports[1])} if other else document)
    return ExitCode.OK


def _reports(call: Call, reporting: Reporting, selection: Selection, other: Selection | None) -> tuple[Report, ...]:
    """One report, or two. Raises UsageProblem for periods that share a day."""
    progress = _progress(call)
    threshold: int = call.wanted.threshold
    _ = call.tr.gettext
    if other is None:
        return (reporting.report(selection, threshold=threshold, progress=progress),)
    if not reporting.are_apart(selection, other):
        raise UsageProblem(_("The two periods need days of their own, none in both."))
    return reporting.compare(selection, other, threshold=threshold, progress=progress)


def _progress(call: Call) -> Callable[[int, int], None]:
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
