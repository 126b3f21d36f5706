"""`s2w profile add`: profiles from JSON Lines. Each line is a change of its own, so a bad one does not stop the others."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.passphrases import require_free_input
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.errors import FileUnreadable, InvalidLine
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.adoption import TRAINING, Adoption, adopt
from s2w_desktop.services.profile_lines import CASE_NUMBER, MOST_BYTES, read_profile_lines
from s2w_desktop.services.workplace import Workplace

_REFUSALS = {Adoption.NUMBER_TAKEN: CASE_NUMBER, Adoption.TRAINING_MIXED: TRAINING}


@dataclass
class _Tally:
    added: list[str] = field(default_factory=list)
    unchanged: int = 0
    refused: list[InvalidLine] = field(default_factory=list)
    was_stopped: bool = False


def add(call: Call) -> int:
    """Add what can be added; tell the lines that cannot."""
    require_free_input(call, call.wanted.file)
    tally = _Tally()
    with opened(call) as workplace:
        require_role(workplace, Role.FIELD)
        with _input(call) as file, _stopping(tally):
            for number, found in read_profile_lines(QUESTIONNAIRE, _lines(call, file), workplace.sources.new_id):
                _take(workplace, number, found, tally)
                if call.interrupts.is_pending:
                    raise KeyboardInterrupt
        call.interrupts.is_pending = False  # it was followed: what was added is told below
    return _tell(call, tally)


def _take(workplace: Workplace, number: int, found: Profile | InvalidLine, tally: _Tally) -> None:
    if isinstance(found, InvalidLine):
        tally.refused.append(found)
        return
    adoption, case_number = adopt(
        interviews=workplace.interviews, questionnaire=QUESTIONNAIRE, station=workplace.station, profile=found
    )
    if adoption is Adoption.ADDED:
        tally.added.append(case_number)
    elif adoption is Adoption.UNCHANGED:
        tally.unchanged += 1
    else:
        tally.refused.append(InvalidLine(number, _REFUSALS[adoption]))


@contextlib.contextmanager
def _stopping(tally: _Tally) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        tally.was_stopped = True


@contextlib.contextmanager
def _input(call: Call) -> Iterator[BinaryIO]:
    source: str = call.wanted.file
    if source == "-":
        yield call.surroundings.stdin
        return
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(Path(source).open("rb"))
        except OSError as cause:
            raise FileUnreadable from cause
        yield file


def _lines(call: Call, file: BinaryIO) -> Iterator[bytes]:
    """Line by line; of a line that is too long only the beginning, so that its length cannot fill the memory."""
    while line := _read(call, file):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = _read(call, file)


def _read(call: Call, file: BinaryIO) -> bytes:
    try:
        with call.interrupts.waiting():
            return file.readline(MOST_BYTES + 1)
    except OSError as cause:
        raise FileUnreadable from cause


def _tell(call: Call, tally: _Tally) -> int:
    _ = call.tr.gettext
    ngettext = call.tr.ngettext
    for case_number in tally.added:
        call.console.say(case_number)
    added = len(tally.added)
    call.console.note(fill(ngettext("{n} profile added.", "{n} profiles added.", added), n=added))
    if tally.unchanged:
        call.console.note(fill(ngettext("{n} was there already.", "{n} were there already.", tally.unchanged), n=tally.unchanged))
    call.console.document(
        {
            "added": added,
            "unchanged": tally.unchanged,
            "case_numbers": list(tally.added),
            "rejected": [{"line": one.line, "path": one.path, "code": one.code} for one in tally.refused],
            "stopped": tally.was_stopped,
        }
    )
    if tally.was_stopped:
        return call.console.problem("E-CANCEL-1", ExitCode.CANCELLED, _("Stopped. What was added before stays."))
    if not tally.refused:
        return ExitCode.OK
    for one in tally.refused:
        call.console.note(error_text(call.tr, one).happened)
    lines = ", ".join(str(one.line) for one in tally.refused)
    return call.console.problem("E-PARTLY-1", ExitCode.PARTLY, fill(_("Lines not taken: {lines}"), lines=lines))
