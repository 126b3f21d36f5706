"""`s2w rescue`: what is still sound in a damaged store goes into a new one."""

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.passphrases import read_passphrase
from s2w_desktop.domain.errors import NoStore
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.rescuing import Rescued, rescue
from s2w_desktop.services.sources import system_sources
from s2w_desktop.storage.layout import has_store


def run(call: Call) -> int:
    """Make the new store; 3 when something is missing in it."""
    _, wanted = call.tr.gettext, call.wanted
    if not has_store(wanted.damaged):
        raise NoStore
    passphrase = read_passphrase(call, _("Passphrase: "))
    with call.interrupts.working():
        rescued = rescue(wanted.damaged, wanted.folder, passphrase, system_sources())
    _tell(call, rescued)
    if rescued.is_complete:
        return ExitCode.OK
    return call.console.problem("E-PARTLY-1", ExitCode.PARTLY, _("Something could not be read. The damaged store is as it was."))


def _tell(call: Call, rescued: Rescued) -> None:
    _, console, found = call.tr.gettext, call.console, rescued.salvaged
    counted = _("Profiles: {whole} whole, {part} in part, {lost} lost.")
    console.say(fill(counted, whole=rescued.whole, part=len(rescued.part), lost=len(rescued.lost)))
    for words, cases in ((_("In part: {cases}"), rescued.part), (_("Lost: {cases}"), rescued.lost)):
        if cases:
            console.say(fill(words, cases=Ltr(", ".join(cases))))
    if found.has_new_station or found.has_new_keys:
        console.note(_("Name or keys of this computer could not be read: set the names right, and enrol it again."))
    if rescued.has_new_administrator:
        console.note(_("Who administers headquarters could not be read. You do from now on: give everybody their duties again."))
    console.note(_("The new store numbers anew and sends everything again. Use it alone, and put the damaged one away."))
    console.document(
        {
            "store": str(call.wanted.folder),
            "whole": rescued.whole,
            "part": [*rescued.part],
            "lost": [*rescued.lost],
            "missing_revisions": found.missing_revisions,
            "left_out": found.left_out,
            "tables": sorted(found.tables),
            "pages": found.pages,
            "broken": found.broken,
            "new_station": found.has_new_station,
            "new_keys": found.has_new_keys,
            "new_administrator": rescued.has_new_administrator,
        }
    )
