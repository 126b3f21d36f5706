"""`s2w demo`: invented people for a training store. The same seed gives the same people, and adds each only once."""

from s2w_desktop import paths
from s2w_desktop.cli.call import Call
from s2w_desktop.cli.exit_codes import ExitCode
from s2w_desktop.cli.stores import opened, require_role, store_folder
from s2w_desktop.domain.errors import TrainingOnly
from s2w_desktop.domain.questionnaire import CORE
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n.isolation import fill
from s2w_desktop.services.adoption import Adoption, adopt
from s2w_desktop.services.sample_people import SamplePeople


def run(call: Call) -> int:
    """Add the people. Raises TrainingOnly for a real store."""
    wanted: int = call.wanted.profiles
    added = 0
    with opened(call, store_folder(call, paths.training_store())) as workplace:
        require_role(workplace, Role.FIELD)
        if not workplace.station.training:
            raise TrainingOnly
        people = SamplePeople(call.surroundings.resources, workplace.station, call.wanted.seed)
        for done, person in enumerate(people.people(wanted), start=1):
            adoption, _number = adopt(
                interviews=workplace.interviews, questionnaire=CORE, station=workplace.station, profile=person.profile
            )
            added += adoption is Adoption.ADDED
            call.console.progress(done, wanted)
            call.interrupts.check()
    ngettext = call.tr.ngettext
    call.console.say(fill(ngettext("{n} invented person added.", "{n} invented people added.", added), n=added))
    call.console.document({"added": added, "unchanged": wanted - added, "seed": call.wanted.seed})
    return ExitCode.OK
