"""Statements are compiled once for all stores of a test run, not once for each store.

A program opens one store and compiles each of its statements once. A test run opens thousands, and would spend much of its time
on compiling the same statements again. What is kept depends on dialect and driver alone, and both are the same for every store.
"""

from typing import Final

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_MOST: Final = 2_000
_COMPILED: Final[LRUCache[object, object]] = LRUCache(_MOST)


class OneDialect(SQLiteDialect_pysqlite):
    """The dialect of files; two with the same driver are the same, so that one finds what another has compiled."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        """The same driver."""
        return isinstance(other, OneDialect) and other.dbapi is self.dbapi

    def __hash__(self) -> int:
        """Of the driver."""
        return hash(id(self.dbapi))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Let it look where all others look."""
        engine.update_execution_options(compiled_cache=_COMPILED)


def compile_once() -> None:
    """From now on, in this process."""
    registry.register("sqlite", __name__, OneDialect.__name__)
