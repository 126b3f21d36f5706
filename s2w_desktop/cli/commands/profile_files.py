"""`s2w profile europass`, `exchange` and `import`: files of one person that other programs read and write."""

from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.interchange_words import losses_in_words, missing_in_words, never_in_such_files, public_for_years
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.interchange.outcome import Losses, fields_of


def write_europass(call: Call) -> int:
    """Write the Europass file of a profile, and tell what it cannot hold."""
    language: str = call.wanted.lang
    with opened(call) as workplace:
        made = workplace.interchange.europass(workplace.interviews.find(call.wanted.case_number), language)
        workplace.interchange.keep(made.content, call.wanted.out)
    _tell_losses(call, call.wanted.out, made.losses)
    call.console.note(public_for_years(call.tr))
    return ExitCode.OK


def write_exchange(call: Call) -> int:
    """Write a profile for a partner, and tell what the file cannot hold."""
    with opened(call) as workplace:
        made = workplace.interchange.exchange(workplace.interviews.find(call.wanted.case_number))
        workplace.interchange.keep(made.content, call.wanted.out)
    _tell_losses(call, call.wanted.out, made.losses)
    return ExitCode.OK


def import_file(call: Call) -> int:
    """Begin a profile from a file, and tell what of the file is not in it."""
    _ = call.tr.gettext
    with opened(call) as workplace:
        require_role(workplace, Role.FIELD)
        found = workplace.interchange.look(call.wanted.file)
        number = "" if call.wanted.dry_run else workplace.interchange.take_in(found, call.tr.code)[1]
    if number:
        call.console.say(number)
        call.console.note(_("A profile was begun from the file. Nothing is agreed yet: ask the person first."))
    missing = missing_in_words(call.tr, found.unfit, found.shortened, found.unplaced, found.others)
    if missing:
        call.console.note(missing)
    call.console.document(
        {
            "case_number": number,
            "dry_run": call.wanted.dry_run,
            "answers": sum(1 for path in found.profile.held if path[-1:] != "."),
            "unfit": list(found.unfit),
            "shortened": list(found.shortened),
            "unplaced": list(found.unplaced),
            "others": found.others,
        }
    )
    return ExitCode.PARTLY if found.unfit else ExitCode.OK


def _tell_losses(call: Call, target: Path, losses: Losses) -> None:
    _ = call.tr.gettext
    left_out, blunted = fields_of(losses.left_out), fields_of(losses.blunted)
    call.console.say(fill(_("{file} was written."), file=Ltr(target)))
    if left_out or blunted:
        call.console.note(losses_in_words(call.tr, left_out, blunted))
    call.console.note(never_in_such_files(call.tr))
    call.console.document({"file": str(target), "left_out": list(left_out), "blunted": list(blunted)})
