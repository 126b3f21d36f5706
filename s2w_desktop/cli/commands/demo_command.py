"""`s2w demo`: invented people for a training store. The same seed gives the same people, and adds each only once."""

from collections.abc import Iterator

from s2w_desktop import paths
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.parser import UsageProblem
from s2w_desktop.cli.stores import named_store, opened
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.populations.shares import population_names
from s2w_desktop.services.practice import add_population, add_sample_people
from s2w_desktop.services.workplace import Workplace

FEW, MANY = 20, 450


def run(call: Call) -> int:
    """Add the people. Raises TrainingOnly for a real store, UsageProblem for a population that is not there."""
    _require_known(call)
    wanted = _count(call)
    added = 0
    with opened(call, named_store(call, paths.training_store())) as workplace:
        for done, is_new in enumerate(_people(call, workplace, wanted), start=1):
            added += is_new
            call.console.progress(done, wanted)
            call.interrupts.check()
    ngettext = call.tr.ngettext
    call.console.say(fill(ngettext("{n} invented person added.", "{n} invented people added.", added), n=added))
    call.console.document({"added": added, "unchanged": wanted - added, "seed": call.wanted.seed})
    return ExitCode.OK


def _require_known(call: Call) -> None:
    _, name, known = call.tr.gettext, call.wanted.population, population_names(call.surroundings.resources)
    if name and name not in known:
        raise UsageProblem(fill(_("There is no population “{name}”. There is: {known}."), name=name, known=", ".join(known)))


def _count(call: Call) -> int:
    wanted: int | None = call.wanted.profiles
    return wanted if wanted is not None else MANY if call.wanted.population else FEW


def _people(call: Call, workplace: Workplace, count: int) -> Iterator[bool]:
    """Whether each was new, while they are added."""
    resources, name, seed = call.surroundings.resources, call.wanted.population, call.wanted.seed
    if name:
        return add_population(workplace, resources, name, count, seed)
    return add_sample_people(workplace, resources, count, seed)
