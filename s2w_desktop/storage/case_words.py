"""The words that cases hold by their numbers, inside a transaction of the caller.

Each variable counts its words from 0. A number keeps its word for good, so a word that no case has any more stays.
"""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, insert, select

from s2w_desktop.storage import report_tables

_word = report_tables.case_word
_EVERY: Final = select(_word.c.variable, _word.c.word).order_by(_word.c.variable, _word.c.number)


class CaseWords:
    """Gives each word its number, and a new one the next of its variable."""

    def __init__(self, known: Mapping[str, tuple[str, ...]]) -> None:
        self._numbers = {variable: {word: number for number, word in enumerate(words)} for variable, words in known.items()}
        self._new: list[dict[str, object]] = []

    def number_of(self, variable: str, word: str) -> int:
        """The number of a word."""
        try:
            return self._numbers[variable][word]
        except KeyError:
            return self._add(variable, word)

    def save(self, connection: Connection) -> None:
        """Store the words that were new."""
        if self._new:
            connection.execute(insert(_word), self._new)
            self._new.clear()

    def _add(self, variable: str, word: str) -> int:
        numbers = self._numbers.setdefault(variable, {})
        number = numbers[word] = len(numbers)
        self._new.append({"variable": variable, "number": number, "word": word})
        return number


def words(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Every word, by variable, in the order of the numbers."""
    found: dict[str, list[str]] = {}
    for variable, word in connection.execute(_EVERY):
        found.setdefault(variable, []).append(word)
    return {variable: tuple(known) for variable, known in found.items()}
