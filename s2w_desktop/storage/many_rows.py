"""Rows by the thousand, handed to the driver as they are: SQLAlchemy looks at each value of each row by itself.

Only where the driver takes values by place, as that of the encrypted file does; elsewhere the statement is executed as usual.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Final

from sqlalchemy import Connection, Dialect

from s2w_desktop.storage.inserting import Insert

_MOST_STATEMENTS = 32
_NOTHING: Final = object()


def insert_rows(connection: Connection, statement: Insert, columns: tuple[str, ...], rows: Sequence[Sequence[object]]) -> None:
    """Execute an insert (or upsert) once for each row. `columns` name what each row holds, and all that is filled in.

    Of columns that the database or the table fills by itself none may be named, and none may have a default of Python.
    """
    if not rows:
        return
    if connection.dialect.paramstyle != "qmark":
        connection.execute(statement, [dict(zip(columns, row, strict=True)) for row in rows])
        return
    prepared = _prepared(statement, columns, connection.dialect)
    connection.exec_driver_sql(prepared.text, prepared.filled(rows))


@dataclass(frozen=True)
class _Prepared:
    """The text of a statement, which column of a row goes to each of its places, and what its values become."""

    text: str
    places: tuple[tuple[int, Callable[[object], object] | None], ...]

    def filled(self, rows: Sequence[Sequence[object]]) -> list[tuple[object, ...]]:
        columns = [map(itemgetter(number), rows) for number, _ in self.places]
        changed = [
            _changed(column, change) if change else column for column, (_, change) in zip(columns, self.places, strict=True)
        ]
        return list(zip(*changed, strict=True))


def _changed(values: Iterable[object], change: Callable[[object], object]) -> Iterator[object]:
    """Each value as the driver takes it; what stands in several rows in a row, as the profile of its keys does, only once."""
    before: object = _NOTHING
    as_taken: object = None
    for value in values:
        if value is not before:
            before, as_taken = value, change(value)
        yield as_taken


@lru_cache(_MOST_STATEMENTS)
def _prepared(statement: Insert, columns: tuple[str, ...], dialect: Dialect) -> _Prepared:
    compiled = statement.compile(dialect=dialect, column_keys=list(columns))
    named: Sequence[str] = getattr(compiled, "positiontup", None) or ()
    if sorted(named) != sorted(columns):
        raise ValueError("the columns of the rows are not those of the statement")
    types = {column.name: column.type.dialect_impl(dialect) for column in statement.table.columns}
    return _Prepared(str(compiled), tuple((columns.index(name), types[name].bind_processor(dialect)) for name in named))
