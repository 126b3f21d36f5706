"""Column types and rules that SQLite and PostgreSQL share."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeAlias

from sqlalchemy import JSON, CheckConstraint, DateTime, Dialect, Row, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""Constraints have names, so that later migrations can change them on every database."""

AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"
"""A row whose columns are known to the reader of the code only."""

PlainJson = JSON().with_variant(JSONB(), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """Aware times in, aware UTC times out. A naive time is a mistake of the program (ValueError)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # overrides
        """In UTC; SQLite keeps no zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # overrides
        """What SQLite returns without a zone is UTC."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def one_of(column: str, choices: type[Enum] | Iterable[str]) -> CheckConstraint:
    """A CHECK that holds a text column to the values of an enum; a native enum would need a migration for each new value."""
    values = [member.value if isinstance(member, Enum) else member for member in choices]
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
