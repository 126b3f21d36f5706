"""Statements are written once for both engines."""

from pathlib import Path

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from s2w_desktop.storage import inserting, tables
from s2w_desktop.storage.inserting import insert, upsert

SOURCES = Path(inserting.__file__).parent
MAY_NAME_ENGINES = {"inserting.py", "columns.py"}


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgresql"])  # type: ignore[no-untyped-call]
def test_inserts_that_do_not_mind_what_is_there_compile_for_both(dialect: Dialect) -> None:
    adding = insert(tables.unkept)
    counted = adding.on_conflict_do_update(
        index_elements=["centre"], set_={"count": tables.unkept.c.count + adding.excluded.count}, where=tables.unkept.c.count > 0
    )
    assert "ON CONFLICT (name) DO NOTHING" in str(upsert(tables.fact, ()).compile(dialect=dialect))
    assert "DO UPDATE SET count = (unkept.count + excluded.count)" in str(counted.compile(dialect=dialect))


def test_nothing_else_of_the_store_names_the_dialect_of_an_engine() -> None:
    named = {file.name for file in SOURCES.glob("*.py") if "sqlalchemy.dialects" in file.read_text("utf-8")}
    assert named == MAY_NAME_ENGINES
