"""`s2w demo --population`: whole interviews of an invented population."""

from s2w_desktop.cli.exit_codes import ExitCode
from tests.cli.conftest import World

NAME = "relocation-2018"


def test_a_population_is_added_once_by_its_seed(world: World) -> None:
    wanted = ("demo", "--population", NAME, "--profiles", 6, "--seed", 7, "--json")
    assert world.field(*wanted).json == {"added": 6, "unchanged": 0, "seed": 7}
    assert world.field(*wanted).json == {"added": 0, "unchanged": 6, "seed": 7}
    told = world.field("profile", "show", "--all").lines
    assert {one["answers"]["record.training"] for one in told} == {"yes"}


def test_a_population_that_is_not_there_is_named_with_those_that_are(world: World) -> None:
    ran = world.field("demo", "--population", "relocation-1918")
    assert ran.code == ExitCode.USAGE
    assert NAME in ran.err


def test_headquarters_takes_no_invented_people_by_hand(world: World) -> None:
    assert world.hq("demo", "--population", NAME).code != ExitCode.OK
