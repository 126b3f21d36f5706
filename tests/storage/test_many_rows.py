"""Rows handed to the driver as they are arrive as those that SQLAlchemy hands over."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import Connection, create_engine, select

from s2w_desktop.storage import likeness_tables, tables
from s2w_desktop.storage.inserting import insert, upsert
from s2w_desktop.storage.many_rows import insert_rows
from s2w_desktop.storage.profile_rows import NEVER_TRAVELLED, SAVE_VIEW

_facts, _keys, _profile = tables.fact, likeness_tables.feature_key, tables.profile
SAVE = upsert(_facts, ("value",))
WORDS = ("case_number", "name", "name_key", "person_language", "officer_language", "centre", "sends_copies", "search_text")
FIGURES = ("stage", "sex", "nationality", "school_level", "occupation", "first_goal")


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as opened:
        for table in (_facts, _keys, _profile):
            table.create(opened)
        yield opened
    engine.dispose()


def row_of(number: int) -> dict[str, object]:
    """A row of the list, its columns in no order of the table."""
    words = dict.fromkeys((*WORDS, *FIGURES), f"ش {number}")
    counts = dict.fromkeys(("changed", "answered", "asked", "remarks", "conflicts"), number)
    return {**words, **NEVER_TRAVELLED, **counts, "is_finished": number % 2 == 0, "scope": "full", "id": UUID(int=number)}


def test_rows_arrive_as_by_the_longer_way(connection: Connection) -> None:
    rows = [row_of(number) for number in range(1, 6)]
    insert_rows(connection, SAVE_VIEW, tuple(rows[0]), [tuple(row.values()) for row in rows[:3]])
    connection.execute(SAVE_VIEW, rows[3:])
    found = {row.id: row for row in connection.execute(select(_profile))}
    for row in rows:
        there = found[UUID(str(row["id"]))]
        assert {name: getattr(there, name) for name in row} == row


def test_a_row_that_is_there_is_overwritten_as_the_statement_says(connection: Connection) -> None:
    insert_rows(connection, SAVE, ("value", "name"), [("one", "a"), ("two", "b")])
    insert_rows(connection, SAVE, ("name", "value"), [("b", "three"), ("c", "four")])
    insert_rows(connection, SAVE, ("name", "value"), [])
    found = connection.execute(select(_facts.c.name, _facts.c.value).order_by(_facts.c.name))
    assert [tuple(row) for row in found] == [("a", "one"), ("b", "three"), ("c", "four")]


def test_ids_are_found_again_by_what_asks_for_them(connection: Connection) -> None:
    insert_rows(connection, upsert(_keys, ()), ("key", "profile"), [("k", UUID(int=7)), ("k", UUID(int=8))])
    assert connection.execute(select(_keys.c.key).where(_keys.c.profile == UUID(int=7))).scalars().all() == ["k"]


def test_rows_of_one_id_in_a_row_are_not_mixed_with_those_of_the_next(connection: Connection) -> None:
    one, other = UUID(int=7), UUID(int=8)
    rows = [("a", one), ("b", one), ("a", other), ("c", one), ("c", other), ("d", other)]
    insert_rows(connection, upsert(_keys, ()), ("key", "profile"), rows)
    found = connection.execute(select(_keys.c.key, _keys.c.profile))
    assert {(key, profile) for key, profile in found} == set(rows)


def test_a_statement_with_values_of_its_own_is_refused(connection: Connection) -> None:
    own = insert(_facts).on_conflict_do_update(index_elements=["name"], set_={"value": "its own"})
    with pytest.raises(ValueError, match="columns"):
        insert_rows(connection, own, ("name", "value"), [("a", "b")])
