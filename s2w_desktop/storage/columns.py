"""Column types and rules that SQLite and PostgreSQL share."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final, TypeAlias

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    ColumnElement,
    DateTime,
    Dialect,
    FunctionElement,
    Integer,
    Row,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

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

WholeNumber = Integer().with_variant(BigInteger(), "postgresql")
"""For every column with a number; on both databases it takes 64 bits."""

_ORDERED_TEXT: Final = 'TEXT COLLATE "C"'


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


def occurs(needle: ColumnElement[str], text: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a text holds another one, letter for letter."""
    return _Occurs(text, needle)


class _Occurs(FunctionElement[bool]):
    name = "occurs"
    type = Boolean()
    inherit_cache = True


@compiles(_Occurs)
def _occurs(element: _Occurs, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401  # the compiler's own
    name = "strpos" if compiler.dialect.name == "postgresql" else "instr"
    return f"({name}({compiler.process(element.clauses, **options)}) > 0)"


@compiles(Integer, "postgresql")
def _whole_number(type_: Integer, compiler: Any, **options: Any) -> str:  # noqa: ANN401  # as above
    """In tables with 64 bits, as SQLite's have whatever their column says: numbers of a bundle may need more than 32."""
    return "BIGINT" if _is_of_table(options) else str(compiler.visit_INTEGER(type_, **options))


@compiles(String, "postgresql")
def _letters(type_: String, compiler: Any, **options: Any) -> str:  # noqa: ANN401  # as above
    """In tables without a limit of length, which SQLite does not hold either, and ordered by code points, as SQLite does."""
    return _ORDERED_TEXT if _is_of_table(options) else str(compiler.visit_VARCHAR(type_, **options))


@compiles(Text, "postgresql")
def _long_text(type_: Text, compiler: Any, **options: Any) -> str:  # noqa: ANN401  # as above
    return _ORDERED_TEXT if _is_of_table(options) else str(compiler.visit_TEXT(type_, **options))


def _is_of_table(options: Mapping[str, object]) -> bool:
    """Whether the type stands in the declaration of a column, not beside a value of a statement."""
    return options.get("type_expression") is not None
