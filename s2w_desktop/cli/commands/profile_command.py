"""`s2w profile`: profiles from and to JSON Lines and files of other programs, and the list."""

from collections.abc import Sequence

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands.profile_add import add
from s2w_desktop.cli.commands.profile_files import import_file, write_europass, write_exchange
from s2w_desktop.cli.commands.profile_paper import write_paper
from s2w_desktop.cli.commands.profile_papers import write_papers
from s2w_desktop.cli.commands.profile_thin import thin
from s2w_desktop.cli.console import Json, table
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.clock import moment
from s2w_desktop.domain.handover import Handover, ProfileRow
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.rejections import Rejection
from s2w_desktop.i18n.isolation import clean
from s2w_desktop.i18n.labels import handover_words
from s2w_desktop.i18n.rejection_words import put_aside_words
from s2w_desktop.services.profile_lines import profile_line
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery

_PAGE = 500


def run(call: Call) -> int:
    """Do the part that was asked for."""
    steps = {
        "add": add,
        "show": _show,
        "list": _list,
        "paper": write_paper,
        "papers": write_papers,
        "europass": write_europass,
        "exchange": write_exchange,
        "import": import_file,
        "thin": thin,
    }
    return steps[call.wanted.action](call)


def _show(call: Call) -> int:
    _ = call.tr.gettext
    case_numbers: list[str] = call.wanted.case_numbers
    if bool(case_numbers) == call.wanted.all:
        raise UsageProblem(_("Name case numbers, or ask for --all."))
    with opened(call) as workplace:
        for profile in _wanted(workplace, case_numbers):
            call.interrupts.check()
            call.console.line(profile_line(QUESTIONNAIRE, workplace.interviews.read(profile)))
    return ExitCode.OK


def _wanted(workplace: Workplace, case_numbers: list[str]) -> list[ProfileId]:
    """All of them are found before the first is shown. Raises UnknownProfile."""
    if case_numbers:
        return [workplace.interviews.find(number) for number in case_numbers]
    return workplace.store.profiles.ids(ListQuery())


def _list(call: Call) -> int:
    _ = call.tr.gettext
    query = ListQuery(
        search=call.wanted.search,
        states=frozenset(Handover(state) for state in call.wanted.state) or frozenset(Handover),
    )
    with_names: bool = call.wanted.names
    with opened(call) as workplace:
        ids = workplace.store.profiles.ids(query)
        rows: list[ProfileRow] = []
        for start in range(0, len(ids), _PAGE):
            call.interrupts.check()
            rows += workplace.store.profiles.rows_of(ids[start : start + _PAGE])
        aside = workplace.store.rejections.of(ids)
    if call.console.is_json:
        for row in rows:
            call.console.line(_row_object(row, aside.get(row.id, ()), with_names=with_names))
        return ExitCode.OK
    heading = [_("Case number"), _("State"), _("Answered"), _("Changed"), *([_("Name")] if with_names else [])]
    body = [_row_words(call, row, with_names=with_names) for row in rows]
    call.console.say(table([heading, *body]) if rows else _("There is no such profile."))
    for row in rows:
        for words in put_aside_words(call.tr, aside.get(row.id, ())):
            call.console.say(f"{row.case_number}  {words.whole}")
    return ExitCode.OK


def _row_object(row: ProfileRow, aside: Sequence[Rejection], *, with_names: bool) -> dict[str, Json]:
    plain: dict[str, Json] = {
        "type": "profile_row",
        "case_number": row.case_number,
        "state": row.handover.value,
        "bundle_seq": row.bundle_seq,
        "answered": row.answered,
        "asked": row.asked,
        "remarks": row.remarks,
        "conflicts": row.conflicts,
        "finished": row.is_finished,
        "centre": row.centre,
        "changed": moment(row.changed).isoformat(timespec="seconds"),
        "put_aside": [
            {"reason": one.reason, "receipt": str(one.receipt), "told_at": one.told_at.isoformat(timespec="seconds")}
            for one in aside
        ],
    }
    return plain | ({"name": row.name} if with_names else {})


def _row_words(call: Call, row: ProfileRow, *, with_names: bool) -> list[str]:
    state = handover_words(call.tr, row.handover, row.bundle_seq)
    changed = moment(row.changed).astimezone()
    cells = [row.case_number, state, f"{row.answered}/{row.asked}", f"{changed:%Y-%m-%d %H:%M}"]
    return [*cells, clean(row.name)] if with_names else cells
