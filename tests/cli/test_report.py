"""`s2w report`: over whom, in text and JSON."""

import pytest

from s2w_desktop.cli.exit_codes import ExitCode
from tests.cli.conftest import World
from tests.cli.program import Office, make_office


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A training store with a hundred invented people."""
    made = make_office(tmp_path_factory.mktemp("report") / "field", "field", "--training")
    assert made("demo", "--population", "relocation-2018", "--profiles", 100, "--seed", 7).code == 0
    return made


def test_the_text_has_titles_base_lines_and_signs(hundred: Office) -> None:
    text = hundred("report").text
    assert "TRAINING DATA" in text
    assert "1.1 Age and sex" in text
    assert "n = " in text
    assert "<5" in text
    coverage = text.partition("0.1 From eligible to followed up\n")[2].splitlines()
    assert [line.split()[0] for line in coverage[1:4]] == ["eligible", "approached", "agreed"]


def test_the_document_has_a_sign_in_the_place_of_what_is_hidden(hundred: Office) -> None:
    report = hundred("report", "--json").json
    (ages,) = (one for one in report["tables"] if one["number"] == "1.1")
    assert ages["chart"] == "pyramid"
    assert [one["codes"] for one in ages["columns"]][-1] == []
    cells = [cell for line in ages["counts"] for cell in line]
    assert {type(cell) for cell in cells} <= {int, str}
    assert not any(isinstance(cell, int) and 0 < cell < 5 for cell in cells)
    assert len(report["log"]) > len(report["tables"])


def test_a_selection_takes_fewer_people_and_is_told(hundred: Office) -> None:
    whole = hundred("report", "--json").json
    part = hundred("report", "--country", "grc", "--country", "ita", "--stage", "PRE", "--json").json
    assert 0 < part["people"] < whole["people"]
    assert part["selection"]["countries"] == ["GRC", "ITA"]
    nobody = hundred("report", "--to", "1999-12-31", "--json").json
    assert (nobody["people"], nobody["tables"]) == (0, [])


def test_a_higher_threshold_hides_more(hundred: Office) -> None:
    five, ten = (hundred("report", "--threshold", limit, "--json").json for limit in (5, 10))
    assert (five["threshold"], ten["threshold"]) == (5, 10)
    assert not any(
        isinstance(cell, int) and 0 < cell < 10 for one in ten["tables"] for line in one.get("counts", []) for cell in line
    )


def test_two_periods_are_two_reports_without_a_day_in_both(hundred: Office) -> None:
    days = ("--to", "2018-03-31", "--and-from", "2018-04-01")
    report = hundred("report", *days, "--json").json
    assert report["compared"]["selection"]["from"] == "2018-04-01"
    assert report["people"] + report["compared"]["people"] <= hundred("report", "--json").json["people"]
    assert hundred("report", "--to", "2018-04-01", "--and-from", "2018-04-01").code == ExitCode.USAGE


@pytest.mark.parametrize(
    "wrong",
    [
        ("--threshold", 2),
        ("--threshold", 21),
        ("--country", "GR"),
        ("--from", "yesterday"),
        ("--from", "2020-01-02", "--to", "2020-01-01"),
        ("--stage", "LATER"),
    ],
)
def test_what_makes_no_sense_is_refused(world: World, wrong: tuple[object, ...]) -> None:
    assert world.field("report", *wrong).code == ExitCode.USAGE
