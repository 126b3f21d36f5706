"""`s2w inbox take`: what lies in a folder is taken in once and moved away."""

import time

from s2w_desktop.cli.bundle_source import watching
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.commands.import_words import profiles_object, tell_profiles
from s2w_desktop.cli.console import Json, failure_object
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.domain.errors import S2wError
from s2w_desktop.i18n.error_texts import error_text
from s2w_desktop.i18n.isolation import Ltr, fill, without_isolates
from s2w_desktop.services.folder_looks import FolderLooks
from s2w_desktop.services.watching import Arrived, Came
from s2w_desktop.services.workplace import Workplace


def take_folder(call: Call, workplace: Workplace) -> int:
    """Look twice, so that what is still being copied is left for the next time; then take file by file."""
    _ = call.tr.gettext
    looks, office = FolderLooks(call.wanted.folder), workplace.office.watching
    office.look(looks)
    with call.interrupts.waiting():
        time.sleep(call.wanted.wait)
    came = []
    for file in office.look(looks):
        call.interrupts.check()
        one = office.take(looks, file, tell=lambda error: _refusal(call, error), progress=watching(call))
        came.append(one)
        _tell(call, one)
    if not came:
        call.console.say(_("There is no bundle in this folder that stands still."))
    code = _code(came)
    call.console.document({"files": [_object(call, one) for one in came], "exit_code": int(code)})
    return code


def _code(came: list[Arrived]) -> ExitCode:
    whole = all(one.came is Came.TAKEN and not (one.result and one.result.quarantined) for one in came)
    return ExitCode.OK if whole else ExitCode.PARTLY


def _tell(call: Call, one: Arrived) -> None:
    _ = call.tr.gettext
    call.console.say(fill("{bundle}", bundle=Ltr(one.file.name)))
    if one.result is not None:
        tell_profiles(call, one.result)
    if one.error is not None:
        call.console.say(_refusal(call, one.error))
    if one.came is Came.WAITING:
        call.console.say(_("The file stays where it is."))


def _refusal(call: Call, error: S2wError) -> str:
    text = error_text(call.tr, error)
    return without_isolates(f"{text.happened} {text.todo} ({text.code})")


def _object(call: Call, one: Arrived) -> dict[str, Json]:
    return {
        "file": str(one.file),
        "came": one.came.value,
        "moved_to": str(one.moved_to) if one.moved_to else None,
        "result": profiles_object(str(one.file), one.result) if one.result else None,
        "error": failure_object(call.tr, one.error) if one.error else None,
    }
