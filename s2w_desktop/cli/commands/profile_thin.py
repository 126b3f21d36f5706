"""`s2w profile thin`: a laptop removes what headquarters has."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.console import Json
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.stations import Role
from s2w_desktop.domain.thinning import Thinnable
from s2w_desktop.i18n.isolation import Ltr
from s2w_desktop.i18n.thinning_words import removed_words, still_there_words, thinnable_words


def thin(call: Call) -> int:
    """Remove what may go, or only tell whom that concerns. Case numbers stand in their order."""
    with opened(call) as workplace:
        require_role(workplace, Role.FIELD)
        thinning = workplace.safekeeping.thinning
        days = thinning.usual_days if call.wanted.older_than is None else call.wanted.older_than
        found = thinning.thinnable(days)
        removed = 0 if call.wanted.dry_run else thinning.remove(days)
    told = thinnable_words(call.tr, found)
    if call.wanted.dry_run:
        call.console.say(told[0])
        for case_number in found.case_numbers:
            call.console.say(str(Ltr(case_number)))
    else:
        call.console.say(removed_words(call.tr, removed))
    for more in told[1:]:
        call.console.say(more)
    if removed:
        call.console.note(still_there_words(call.tr))
    call.console.document({"days": days, "dry_run": call.wanted.dry_run, "removed": removed} | _object(found))
    return ExitCode.OK


def _object(found: Thinnable) -> dict[str, Json]:
    return {"thinnable": found.profiles, "only_here": found.only_here, "case_numbers": list(found.case_numbers)}
