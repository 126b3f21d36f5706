"""`s2w audit`: who did what with profiles at headquarters."""

from s2w_desktop.cli.exit_codes import ExitCode
from tests.cli.conftest import World


def test_the_log_is_listed_and_checked(world: World) -> None:
    world.hq("reach", "list")
    listed = world.hq("audit", "list", "--json").json["entries"]
    assert [one["act"] for one in listed[:3]] == ["see_log", "unlock", "unlock"]
    assert [one["number"] for one in listed] == list(range(listed[0]["number"], listed[-1]["number"] - 1, -1))
    everything = world.hq("audit", "list", "--all", "--json").json["entries"]
    assert [one["number"] for one in everything] == list(range(1, len(everything) + 1))
    text = world.hq("audit", "list", "--last", 2).text
    assert "unlocked the store" in text
    assert "looked at this log" in text
    checked = world.hq("audit", "check", "--json").json
    assert checked["broken"] is None
    seal = f"{checked['seal'][:8]} {checked['seal'][8:].upper()}"  # as somebody copied it
    again = world.hq("audit", "check", "--entries", checked["entries"], "--seal", seal)
    assert again.code == ExitCode.OK
    assert str(checked["entries"] + 2) in again.text  # the unlocking and the look of this check stand in it


def test_another_seal_than_was_noted_is_told_and_has_its_own_exit_code(world: World) -> None:
    checked = world.hq("audit", "check", "--json").json
    told = world.hq("audit", "check", "--entries", checked["entries"], "--seal", "0" * 64)
    assert told.code == ExitCode.STORE_DAMAGED
    assert "log" in told.err
    assert world.hq("audit", "check", "--seal", "0" * 64).code == ExitCode.USAGE


def test_a_laptop_has_no_log(world: World) -> None:
    assert world.field("audit", "list").code == ExitCode.NOT_ALLOWED
