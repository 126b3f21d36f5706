"""Files of `s2w report`: the report in several forms, and study files."""

from s2w_desktop.analysis.study import LEAST_K, MOST_K, QUASI_IDENTIFIERS, Risk
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.domain.figures import Selection
from s2w_desktop.domain.progress import Progress
from s2w_desktop.i18n.formats import number
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.report_files import ReportFile
from s2w_desktop.services.reporting import Draft
from s2w_desktop.services.workplace import Workplace

_FORMS = {
    "pdf": ReportFile.PDF,
    "xlsx": ReportFile.XLSX,
    "html": ReportFile.HTML,
    "csv": ReportFile.CSV,
    "codebook": ReportFile.CODEBOOK,
}


def wants_files(call: Call) -> bool:
    """Whether a report is to be written to a file."""
    return any(getattr(call.wanted, name) for name in _FORMS)


def check(call: Call) -> None:
    """Raises UsageProblem for a k out of range, or for two forms in one file."""
    _ = call.tr.gettext
    if not LEAST_K <= call.wanted.k <= MOST_K:
        raise UsageProblem(_("The number of people who are alike is from 3 to 20."))
    targets = [path.absolute() for name in _FORMS if (path := getattr(call.wanted, name)) is not None]
    if len(set(targets)) < len(targets):
        raise UsageProblem(_("Each file needs a name of its own."))


def write_files(call: Call, workplace: Workplace, draft: Draft, progress: Progress) -> None:
    """Write the report in every form that is wanted. Raises UsageProblem for a language that the program does not have."""
    _ = call.tr.gettext
    language = call.wanted.lang or call.tr.code
    if not workplace.office.report_files.speaks(language):
        raise UsageProblem(_("The program does not have this language."))
    for name, form in _FORMS.items():
        path = getattr(call.wanted, name)
        if path is not None:
            workplace.office.report_files.write(draft, form, path, language, progress)
            call.console.note(fill(_("Written: {file}"), file=Ltr(path.name)))


def write_study(call: Call, workplace: Workplace, selection: Selection, progress: Progress) -> dict[str, Json]:
    """Tell how far a study file protects, then write it; gives what was told."""
    plan = workplace.office.studies.plan(selection, call.wanted.k, progress)
    call.console.say(_told(call, plan.risk))
    workplace.office.studies.write(plan, call.wanted.study)
    risk = plan.risk
    return {
        "k": risk.k,
        "people": risk.people,
        "left_out": risk.left_out,
        "alone_before": risk.alone_before,
        "groups": risk.groups,
        "smallest": risk.smallest,
        "steps": {name: risk.steps[name] for name in QUASI_IDENTIFIERS},
    }


def _told(call: Call, risk: Risk) -> str:
    _ = call.tr.gettext

    def line(words: str, count: int) -> str:
        return fill(words, n=number(call.tr, count))

    return "\n".join(
        (
            line(_("People in the file: {n}"), risk.people),
            line(_("Left out, because nobody is like them: {n}"), risk.left_out),
            line(_("The only one of their kind, as recorded: {n}"), risk.alone_before),
            line(_("Groups of people who are alike: {n}"), risk.groups),
            line(_("The smallest group: {n}"), risk.smallest),
        )
    )
