"""The first table of counts."""

from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.services.counting import COLUMNS, THRESHOLD, UNKEPT, protected
from s2w_desktop.services.interviews import Pair
from s2w_desktop.services.workplace import Workplace
from tests.services.places import interview

COUNTS = st.dictionaries(st.sampled_from(["", "a", "b", "c", "d", "e"]), st.integers(0, 40))


def test_small_cells_are_hidden_with_one_more() -> None:
    table = protected("sex", {"F": 12, "M": 9, "X": 1})
    assert {cell.code: cell.count for cell in table.cells} == {"F": 12, "M": None, "X": None}
    assert table.total == 22


def test_when_everything_is_small_the_total_is_hidden_too() -> None:
    table = protected("sex", {"F": 2, "M": 1})
    assert table.total is None
    assert [cell.count for cell in table.cells] == [None, None]


def test_nothing_is_hidden_without_need() -> None:
    table = protected("sex", {"F": 12, "M": 5, "": 0})
    assert [(cell.code, cell.count) for cell in table.cells] == [("F", 12), ("M", 5)]
    assert table.total == 17


@given(COUNTS)
def test_no_small_count_can_be_read_or_worked_out(counts: dict[str, int]) -> None:
    table = protected("sex", counts)
    small = {code for code, count in counts.items() if 0 < count < THRESHOLD}
    shown = {cell.code: cell.count for cell in table.cells if cell.count is not None}
    hidden = [cell.code for cell in table.cells if cell.count is None]
    assert not small & shown.keys()
    assert all(counts[code] == count for code, count in shown.items())
    if small and table.total is not None:
        rest = table.total - sum(shown.values())
        assert len(hidden) > 1
        assert rest >= THRESHOLD  # what is hidden together is no small number either


@given(COUNTS)
def test_hidden_cells_come_last_and_tell_no_order(counts: dict[str, int]) -> None:
    cells = protected("sex", counts).cells
    hidden = [cell.code for cell in cells if cell.count is None]
    assert [cell.code for cell in cells[len(cells) - len(hidden) :]] == hidden == sorted(hidden)


def test_there_is_a_table_for_each_column(laptop: Workplace) -> None:
    for _ in range(5):
        interview(laptop, identity__sex="F")
    tables = {table.column: table for table in laptop.counting.tables()}
    assert tuple(tables) == (*COLUMNS, UNKEPT)
    assert [(cell.code, cell.count) for cell in tables["sex"].cells] == [("F", 5)]
    assert tables["centre"].cells[0].code == "Athens"


def test_interviews_without_a_trace_are_counted_and_small_numbers_hidden(laptop: Workplace) -> None:
    for sex, times in (("F", 6), ("M", 7), ("X", 2)):
        for _ in range(times):
            session = laptop.interviews.begin_unkept(Pair("en", "ara"))
            session.set_answer("identity.sex", sex)
            laptop.interviews.forget(session)
    table = laptop.counting.unkept()
    assert {cell.code: cell.count for cell in table.cells} == {"M": 7, "F": None, "X": None}
    assert laptop.counting.table("sex").cells == ()
