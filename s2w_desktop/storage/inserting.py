"""Inserts that do not mind what is there already, in one spelling for SQLite and PostgreSQL.

SQLAlchemy's `ON CONFLICT` for PostgreSQL compiles for SQLite too, the other way round it does not; a test holds both.
"""

from collections.abc import Sequence

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import Insert, insert

__all__ = ["Insert", "insert", "upsert"]


def upsert(table: Table, overwritten: Sequence[str]) -> Insert:
    """An insert that, where the row is there, overwrites only these columns."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    if not overwritten:
        return statement.on_conflict_do_nothing(index_elements=keys)
    return statement.on_conflict_do_update(index_elements=keys, set_={name: statement.excluded[name] for name in overwritten})
