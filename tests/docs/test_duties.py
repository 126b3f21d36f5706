"""The table of duties in the documentation says what the program asks for."""

from pathlib import Path

from s2w_desktop.domain.duties import ALLOWED, Act, Duty

ROOT = Path(__file__).parents[2]


def test_the_table_of_acts_and_duties_is_that_of_the_program() -> None:
    text = (ROOT / "docs" / "headquarters.md").read_text("utf-8")
    table = text.partition("## Who may do what")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("|")]
    heading, told = rows[0], rows[2:]
    assert heading == ["act", *(duty.value for duty in Duty), "allows to"]
    documented = {cells[0].strip("`"): {duty for duty, cell in zip(Duty, cells[1:-1], strict=True) if cell} for cells in told}
    assert documented == {act.value: {duty for duty in Duty if act in ALLOWED[duty]} for act in Act}
