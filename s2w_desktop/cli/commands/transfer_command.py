"""`s2w transfer`: headquarters hands profiles on to another laptop."""

from pathlib import Path

from s2w_desktop.cli.call import Call
from s2w_desktop.cli.descriptions import device_named, peer_object, peer_words, written_object
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import opened, require_role
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import Ltr, fill
from s2w_desktop.services.workplace import Workplace


def run(call: Call) -> int:
    """Write the bundle; 3 when some of the people have not agreed."""
    _, ngettext = call.tr.gettext, call.tr.ngettext
    with opened(call) as workplace:
        require_role(workplace, Role.HEADQUARTERS)
        profiles = _profiles(call, workplace)
        done = workplace.transfer.give(profiles, device_named(call.tr, call.wanted.to), Path(call.wanted.out))
    for bundle in done.bundles:
        call.console.say(fill(_("For {laptop}: {file}"), laptop=peer_words(done.peer), file=Ltr(bundle.path)))
    call.console.document(
        {
            "device": peer_object(done.peer),
            "bundles": [written_object(bundle) for bundle in done.bundles],
            "profiles": len(done.profiles),
            "held_back": done.held_back,
        }
    )
    if not done.held_back:
        return ExitCode.OK
    words = ngettext(
        "{n} person has not agreed and was left out.", "{n} people have not agreed and were left out.", done.held_back
    )
    return call.console.problem("E-PARTLY-1", ExitCode.PARTLY, fill(words, n=done.held_back))


def _profiles(call: Call, workplace: Workplace) -> tuple[ProfileId, ...]:
    _ = call.tr.gettext
    named: list[str] = call.wanted.case_numbers
    if bool(named) == bool(call.wanted.of_laptop):
        raise UsageProblem(_("Name case numbers, or a laptop with --of-laptop."))
    if named:
        return tuple(workplace.interviews.find(number) for number in named)
    return workplace.transfer.worked_on(device=device_named(call.tr, call.wanted.of_laptop))
