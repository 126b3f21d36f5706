"""`s2w reach`: how far each centre reached."""

from s2w_desktop.cli.exit_codes import ExitCode
from tests.cli.conftest import World

DAYS = ("Athens", "--country", "grc", "--from", "2018-01-01", "--to", "2018-03-31")
FIGURES = ("--eligible", 210, "--approached", 140, "--agreed", 96)
KEPT = {
    "centre": "Athens",
    "country": "GRC",
    "from": "2018-01-01",
    "to": "2018-03-31",
    "eligible": 210,
    "approached": 140,
    "agreed": 96,
    "refused": 44,
}


def test_figures_are_entered_listed_and_taken_out(world: World) -> None:
    assert world.hq("reach", "set", *DAYS, *FIGURES, "--json").json == KEPT
    assert world.hq("reach", "list", "--json").json == {"reach": [KEPT]}
    assert "44" in world.hq("reach", "list").text
    assert world.hq("reach", "remove", *DAYS).code == ExitCode.OK
    assert world.hq("reach", "list", "--json").json == {"reach": []}
    assert world.hq("reach", "remove", *DAYS).code == ExitCode.USAGE


def test_what_cannot_be_right_is_refused_in_words(world: World) -> None:
    assert "approached" in world.hq("reach", "set", *DAYS, *FIGURES[:4], "--agreed", 141).err
    assert "code" in world.hq("reach", "set", "Athens", "--country", "GR", *DAYS[3:], *FIGURES).err
    assert world.hq("reach", "set", *DAYS[:4], "1 January", *DAYS[5:], *FIGURES).code == ExitCode.USAGE
    assert world.hq("reach", "set", " ", *DAYS[1:], *FIGURES).code == ExitCode.USAGE
    assert world.hq("reach", "list", "--json").json == {"reach": []}
