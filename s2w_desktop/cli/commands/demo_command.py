"""`s2w demo`: invented people for a training store. The same seed gives the same people, and adds each only once."""

from s2w_desktop import paths
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import named_store, opened
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.practice import add_sample_people


def run(call: Call) -> int:
    """Add the people. Raises TrainingOnly for a real store."""
    wanted: int = call.wanted.profiles
    added = 0
    with opened(call, named_store(call, paths.training_store())) as workplace:
        people = add_sample_people(workplace, call.surroundings.resources, wanted, call.wanted.seed)
        for done, is_new in enumerate(people, start=1):
            added += is_new
            call.console.progress(done, wanted)
            call.interrupts.check()
    ngettext = call.tr.ngettext
    call.console.say(fill(ngettext("{n} invented person added.", "{n} invented people added.", added), n=added))
    call.console.document({"added": added, "unchanged": wanted - added, "seed": call.wanted.seed})
    return ExitCode.OK
