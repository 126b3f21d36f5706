"""`s2w erase`: remove all that is known of a person."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened
from s2w_desktop.domain.erasing import ErasureReason
from s2w_desktop.domain.errors import Cancelled
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.workplace import Workplace


def run(call: Call) -> int:
    """Ask once more unless told not to, then erase."""
    with opened(call) as workplace:
        number = str(call.wanted.case_number).strip().upper()
        profile = workplace.interviews.find(number)
        if not call.wanted.yes:
            _ask(call, number)
        count = workplace.erasure.erase(profile, ErasureReason(call.wanted.reason))
        _tell(call, workplace, count)
    call.console.document({"case_number": number, "reason": call.wanted.reason, "erased": count})
    return ExitCode.OK


def _ask(call: Call, number: str) -> None:
    """Whoever types the number again means it. Raises Cancelled for anything else, UsageProblem without a terminal."""
    _ = call.tr.gettext
    if call.surroundings.ask is None:
        raise UsageProblem(_("There is no terminal to ask. Use --yes."))
    call.console.note(_("Answers, history and copies of documents will be removed. Nobody can bring them back."))
    with call.interrupts.waiting():
        typed = call.surroundings.ask(fill(_("Type {number} again to erase it: "), number=Ltr(number)))
    if typed.strip().upper() != number:
        raise Cancelled


def _tell(call: Call, workplace: Workplace, count: int) -> None:
    _, ngettext = call.tr.gettext, call.tr.ngettext
    call.console.say(fill(ngettext("{n} profile was erased.", "{n} profiles were erased.", count), n=count))
    if workplace.station.role is Role.FIELD:
        call.console.note(_("Your next hand-over tells headquarters to erase it too."))
    else:
        call.console.note(_("The next receipts tell the laptops that know it to erase it too."))
