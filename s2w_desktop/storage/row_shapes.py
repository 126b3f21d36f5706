"""Which table a row belongs to, told by its values: for rows of a page to which no way leads any more."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

_ID: Final = re.compile(r"[0-9a-f]{32}")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?")
_DIGEST: Final = re.compile(r"([0-9a-f]{64})?")
_STORED: Final = 3
"""How the driver marks a column that is worked out and kept."""

_FORMS: Final[Mapping[str, tuple[Callable[[Any], bool], int]]] = {
    "CHAR(32)": (lambda value: isinstance(value, str) and _ID.fullmatch(value) is not None, 2),
    "DATETIME": (lambda value: isinstance(value, str) and _TIME.fullmatch(value) is not None, 2),
    "VARCHAR(64)": (lambda value: isinstance(value, str) and _DIGEST.fullmatch(value) is not None, 2),
    "BOOLEAN": (lambda value: value in (0, 1) and isinstance(value, int), 1),
    "JSON": (lambda value: isinstance(value, str) and value[:1] in ("[", "{", '"'), 1),
    "INTEGER": (lambda value: isinstance(value, int), 0),
    "BIGINT": (lambda value: isinstance(value, int), 0),
    "BLOB": (lambda value: isinstance(value, bytes), 0),
    "TEXT": (lambda value: isinstance(value, str), 0),
    "VARCHAR": (lambda value: isinstance(value, str), 0),
}
"""By declared type: which values there may be, and how much it says that one is such a value."""


@dataclass(frozen=True)
class _Column:
    name: str
    kind: str
    may_lack: bool
    default: Any
    is_row_number: bool
    is_worked_out: bool


@dataclass(frozen=True)
class Shape:
    """The columns of a table in the order in which rows keep them."""

    table: str
    columns: tuple[_Column, ...]

    @property
    def written(self) -> tuple[str, ...]:
        """The columns that a row is written with."""
        return tuple(column.name for column in self.columns if not column.is_worked_out)

    def values(self, number: int, row: Sequence[Any]) -> tuple[Any, ...]:
        """What the row is written with, in the order of `written`."""
        found = zip(self.columns, self._filled(row), strict=False)
        return tuple(number if column.is_row_number else value for column, value in found if not column.is_worked_out)

    def _filled(self, row: Sequence[Any]) -> list[Any]:
        """With what columns say that were added after the row was written: the row itself ends before them."""
        return [column.default if value is None else value for column, value in zip(self.columns, row, strict=False)]

    def weight(self, row: Sequence[Any]) -> int | None:
        """How much speaks for a row of this table; None where it cannot be one."""
        if any(value is not None for value in row[len(self.columns) :]):
            return None
        weight = 0
        for column, value in zip(self.columns, self._filled(row), strict=False):
            if value is None and (column.may_lack or column.is_row_number):
                continue
            if column.is_row_number:
                return None
            fits, says = _FORMS.get(column.kind) or _FORMS[column.kind.partition("(")[0]]
            if not fits(value):
                return None
            weight += says
        return weight


def shapes(connection: Connection, tables: Iterable[str]) -> tuple[Shape, ...]:
    """The shapes of these tables in a store that is whole."""
    return tuple(Shape(table, tuple(_columns(connection, table))) for table in tables)


def _columns(connection: Connection, table: str) -> list[_Column]:
    rows = connection.exec_driver_sql(f"PRAGMA table_xinfo({table})").all()
    keys = [row.name for row in rows if row.pk]
    return [
        _Column(
            name=row.name,
            kind=row.type,
            may_lack=not row.notnull,
            default=_default(connection, row.dflt_value, row.type) if row.notnull else None,
            is_row_number=row.type == "INTEGER" and keys == [row.name],  # SQLite keeps it as the number of the row
            is_worked_out=row.hidden == _STORED,
        )
        for row in rows
    ]


def _default(connection: Connection, expression: str | None, kind: str) -> Any:  # noqa: ANN401  # of any type a column has
    if expression is None:
        return None
    return connection.exec_driver_sql(f"SELECT CAST({expression} AS {kind})").scalar_one()  # of our own tables


def table_of(shapes: Iterable[Shape], row: Sequence[Any]) -> Shape | None:
    """The table whose row it is; None where it can be none, or one as well as another."""
    weighed = [(weight, shape) for shape in shapes if (weight := shape.weight(row)) is not None]
    if not weighed:
        return None
    most = max(weight for weight, _ in weighed)
    best = [shape for weight, shape in weighed if weight == most]
    return best[0] if len(best) == 1 else None
