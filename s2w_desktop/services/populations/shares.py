"""The shares of an invented population: how often each answer is given, read from the tables of `resources/demo/NAME`.

A table holds codes with their weights; a table inside it holds those of a group, such as a nationality or a level of schooling:
`[sex]` and `[sex.ERI]`. Beside the codes of a list a table may hold `!refused`, `!unknown`, `!not_applicable`, `!not_asked`
(reasons for no answer) and an empty code (left blank). A list of two numbers is a range, any other list a list of texts.
"""

import tomllib
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import TypeAlias, TypeVar

Value = TypeVar("Value")
Groups: TypeAlias = tuple[str, ...]
"""The groups in which somebody is; the first for which there is a table decides."""


@dataclass(frozen=True)
class Weighted:
    """Codes with their weights. In a table of several answers each weight is the chance of its code, from 0 to 1."""

    weights: Mapping[str, float]
    codes: tuple[str, ...] = field(init=False, repr=False)
    sums: tuple[float, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", tuple(self.weights))
        object.__setattr__(self, "sums", tuple(accumulate(self.weights.values())))

    def drawn(self, random: Random) -> str:
        """One code."""
        return self.codes[bisect(self.sums, random.random() * self.sums[-1])]

    def several(self, random: Random) -> tuple[str, ...]:
        """Each code by its own chance."""
        return tuple(code for code, chance in self.weights.items() if random.random() < chance)


@dataclass(frozen=True)
class Shares:
    """The tables of a population by their names, groups after dots."""

    tables: Mapping[str, Weighted]
    ranges: Mapping[str, tuple[int, int]]
    texts: Mapping[str, tuple[str, ...]]
    _found: dict[tuple[str, Groups], Weighted | None] = field(default_factory=dict, repr=False, compare=False)

    def find(self, name: str, groups: Groups = ()) -> Weighted | None:
        """The table of the first group that has one, else the one for everybody; None where there is neither."""
        key = (name, groups)
        if key not in self._found:
            self._found[key] = _first(self.tables, name, groups)
        return self._found[key]

    def draw(self, random: Random, name: str, *groups: str) -> str:
        """A code of a table. Raises KeyError without one."""
        found = self.find(name, groups)
        if found is None:
            raise KeyError(name)
        return found.drawn(random)

    def several(self, random: Random, name: str, *groups: str) -> tuple[str, ...]:
        """Codes of a table, each by its own chance; none without a table."""
        found = self.find(name, groups)
        return found.several(random) if found else ()

    def chance(self, random: Random, name: str, *groups: str) -> bool:
        """Whether something with a share in table `chance` happens. Raises KeyError without one."""
        tables = [self.tables.get(f"chance.{group}") for group in groups]
        shares = next((table.weights for table in tables if table and name in table.weights), self.tables["chance"].weights)
        return random.random() < shares[name]

    def between(self, random: Random, name: str, *groups: str) -> int:
        """A whole number of a range, both ends included. Raises KeyError without one."""
        found = _first(self.ranges, name, groups)
        if found is None:
            raise KeyError(name)
        least, most = found
        return least + int(random.random() * (most - least + 1))


def _first(known: Mapping[str, Value], name: str, groups: Groups) -> Value | None:
    return next((known[key] for key in (*(f"{name}.{group}" for group in groups), name) if key in known), None)


def population_names(resources: Path) -> tuple[str, ...]:
    """The populations that are shipped."""
    return tuple(sorted(place.name for place in (resources / "demo").iterdir() if place.is_dir()))


def read_shares(resources: Path, name: str) -> Shares:
    """The shares of a population. Raises KeyError for one that is not shipped, ValueError or TypeError for a broken file."""
    if name not in population_names(resources):
        raise KeyError(name)
    tables: dict[str, Weighted] = {}
    ranges: dict[str, tuple[int, int]] = {}
    texts: dict[str, tuple[str, ...]] = {}
    for place in sorted((resources / "demo" / name).glob("*.toml")):
        for path, value in _flat((), tomllib.loads(place.read_text("utf-8"))):
            if isinstance(value, Weighted):
                tables[path] = value
            elif isinstance(value[0], int):
                least, most = value
                ranges[path] = (int(str(least)), int(str(most)))
            else:
                texts[path] = tuple(str(one) for one in value)
    return Shares(MappingProxyType(tables), MappingProxyType(ranges), MappingProxyType(texts))


def _flat(path: tuple[str, ...], table: Mapping[str, object]) -> Iterable[tuple[str, Weighted | list[object]]]:
    weights = {code: float(weight) for code, weight in table.items() if isinstance(weight, (int, float))}
    if weights:
        yield ".".join(path), Weighted(MappingProxyType(weights))
    for key, value in table.items():
        name = (*path, key)
        if isinstance(value, dict):
            yield from _flat(name, value)
        elif isinstance(value, str):
            yield ".".join(name), [value]
        elif isinstance(value, list):
            yield ".".join(name), value
