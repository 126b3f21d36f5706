"""Somebody who sets every table of a report against every other, and wants to know a hidden number.

A population is people by all variables at once: too many kinds of people for a programme. But a table speaks of two or three
variables, so it is enough to know the people by some sets of variables (cliques) that overlap: where the cliques form a tree in
which each variable keeps together, whole numbers that agree on every overlap are those of some population (Vorob'ev 1962; the
junction tree of Lauritzen and Spiegelhalter 1988). So the programme knows as much as somebody who tries all populations.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tests.analysis.joint_tables import ANY, Codes, People, Statement

if TYPE_CHECKING:
    from numpy.typing import NDArray

Part = tuple[str, str, Mapping[str, str]]
"""A variable that is told by a finer one: the finer, the other, and its code for each code of the finer."""

_ROUNDS, _FEW = 4, 6
_PATIENCE_SECONDS = 600
_LOOSE = 0.5
"""How far from the best a population may be that only has to be another one."""


class JointAttacker:
    """Takes everything that was printed, then says which hidden cells can be one number only."""

    def __init__(self, said: Sequence[Statement], people: int, parts: Sequence[Part] = ()) -> None:
        self._said, self._people = said, people
        self._atoms = _atoms(said, parts)
        edges = {pair for one in said for _, who in one.parts for pair in combinations(sorted(who), 2)}
        edges |= {(min(fine, coarse), max(fine, coarse)) for fine, coarse, _ in parts}
        self._cliques = _cliques({name: len(atoms) + 1 for name, atoms in self._atoms.items()}, edges)
        self._shapes = [tuple(len(self._atoms[name]) + 1 for name in clique) for clique in self._cliques]
        self._starts = np.concatenate([[0], np.cumsum([prod(shape) for shape in self._shapes])]).astype(int)
        self._most = np.full(int(self._starts[-1]), people, dtype=float)
        for part in parts:
            self._forbid(part)
        self._lines: list[tuple[dict[int, float], float, float]] = []
        self._cells: dict[str, dict[int, float]] = {}
        self._read()

    def told(self) -> set[str]:
        """The hidden cells that can be one number only.

        A few programmes pull all cells up or down at once, each with a weight of chance and then with the opposite one: two
        populations in which a cell differs show that it is safe. What is left is asked one by one. Raises AssertionError where
        the programme cannot decide.
        """
        random = np.random.default_rng(self._people)
        open_: dict[str, set[int]] = {cell: set() for cell in self._cells}
        for _ in range(_ROUNDS):
            weights = {cell: random.uniform(-1, 1) for cell in open_}
            for sign in (1, -1):
                self._note(self._population({cell: sign * weight for cell, weight in weights.items()}), open_)
            open_ = {cell: seen for cell, seen in open_.items() if len(seen) < 2}
            if len(open_) <= _FEW:
                break
        found = set()
        for cell, seen in open_.items():
            for sign in (1, -1):
                if len(seen) < 2:
                    self._note(self._population({cell: sign}, exactly=True), {cell: seen})
            found |= {cell} if len(seen) < 2 else set()
        return found

    def _note(self, population: "NDArray[np.float64]", seen: Mapping[str, set[int]]) -> None:
        for cell, numbers in seen.items():
            numbers.add(round(sum(factor * population[place] for place, factor in self._cells[cell].items())))

    def _population(self, weights: Mapping[str, float], *, exactly: bool = False) -> "NDArray[np.float64]":
        """People as whole numbers that fit everything printed, where the weighted sum of the cells is small; or the smallest."""
        goal = np.zeros(int(self._starts[-1]))
        for cell, weight in weights.items():
            for place, factor in self._cells[cell].items():
                goal[place] += weight * factor
        for presolve in (True, False):  # presolve may call infeasible what the truth fulfils (HiGHS of scipy 1.17.1)
            done = milp(
                goal,
                constraints=self._limits,
                bounds=Bounds(0, self._most),
                integrality=np.ones(len(goal)),
                options={"presolve": presolve, "mip_rel_gap": 0 if exactly else _LOOSE, "time_limit": _PATIENCE_SECONDS},
            )
            if done.success or (done.x is not None and not exactly):
                return np.asarray(done.x)
        raise AssertionError(done.message)  # out of time; what was printed is true, so there is a population

    @cached_property
    def _limits(self) -> LinearConstraint:
        entries = [(i, place, factor) for i, (parts, _, _) in enumerate(self._lines) for place, factor in parts.items()]
        lines, places, factors = (list(column) for column in zip(*entries, strict=True))
        matrix = csr_array((factors, (lines, places)), shape=(len(self._lines), int(self._starts[-1])))
        return LinearConstraint(matrix, [least for _, least, _ in self._lines], [most for _, _, most in self._lines])

    def _read(self) -> None:
        for place in range(len(self._cliques)):
            everybody = dict.fromkeys(range(self._starts[place], self._starts[place + 1]), 1.0)
            self._lines.append((everybody, self._people, self._people))
        for one, other, shared in _tree(self._cliques):
            for values in product(*(range(len(self._atoms[name]) + 1) for name in shared)):
                fixed = dict(zip(shared, ([value] for value in values), strict=True))
                same = dict.fromkeys(self._where(one, fixed), 1.0) | dict.fromkeys(self._where(other, fixed), -1.0)
                self._lines.append((same, 0, 0))
        for said in self._said:
            line: dict[int, float] = {}
            for factor, who in said.parts:
                for place in self._places(who):
                    line[place] = line.get(place, 0) + factor
            self._lines.append((line, said.least, said.most))
            if said.cell:
                self._cells[said.cell] = line

    def _places(self, who: People) -> list[int]:
        fitting = [place for place, clique in enumerate(self._cliques) if set(who) <= set(clique)]
        best = min(fitting, key=lambda place: prod(self._shapes[place]))
        return self._where(best, {name: self._of(name, codes) for name, codes in who.items()})

    def _of(self, name: str, codes: Codes) -> list[int]:
        atoms = self._atoms[name]
        return [place for place, atom in enumerate(atoms) if codes == ANY or atom <= codes]

    def _where(self, clique: int, fixed: Mapping[str, Sequence[int]]) -> list[int]:
        shape, names = self._shapes[clique], self._cliques[clique]
        axes = [fixed.get(name, range(size)) for name, size in zip(names, shape, strict=True)]
        found = np.ravel_multi_index(np.ix_(*(np.asarray(axis, dtype=int) for axis in axes)), shape)
        return [int(place) for place in (found + self._starts[clique]).ravel()]

    def _forbid(self, part: Part) -> None:
        fine, coarse, code_of = part
        for clique, names in enumerate(self._cliques):
            if fine in names and coarse in names:
                for place, atom in enumerate(self._atoms[fine]):
                    wanted = {code_of.get(code, "") for code in atom}
                    wrong = [
                        at
                        for at in range(len(self._atoms[coarse]) + 1)
                        if at == len(self._atoms[coarse]) or not wanted & self._atoms[coarse][at]
                    ]
                    self._most[self._where(clique, {fine: [place], coarse: wrong})] = 0


def _atoms(said: Sequence[Statement], parts: Sequence[Part]) -> dict[str, list[Codes]]:
    """The codes of each variable that no statement tells apart."""
    told: dict[str, set[Codes]] = {}
    for one in said:
        for _, who in one.parts:
            for name, codes in who.items():
                told.setdefault(name, set()).update({codes} - {ANY})
    for fine, coarse, code_of in parts:
        known = {code for codes in told.get(fine, ()) for code in codes}
        for codes in told.get(coarse, set()):
            told.setdefault(fine, set()).add(frozenset(code for code in known if code_of.get(code) in codes))
    return {name: _parted(sets) or [ANY] for name, sets in told.items()}


def _parted(sets: Iterable[Codes]) -> list[Codes]:
    listed = sorted(sets, key=sorted)
    kinds: dict[tuple[bool, ...], set[str]] = {}
    for code in sorted({code for codes in listed for code in codes}):
        kinds.setdefault(tuple(code in codes for codes in listed), set()).add(code)
    return [frozenset(codes) for codes in kinds.values()]


def _cliques(sizes: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Variables that stand together, so that each statement is about one set, and the sets form a tree: variables are taken out
    one by one, the one with the smallest set of neighbours first."""
    near: dict[str, set[str]] = {name: set() for name in sizes}
    for one, other in edges:
        near[one].add(other)
        near[other].add(one)
    found: list[frozenset[str]] = []
    while near:
        name = min(near, key=lambda one: (prod(sizes[other] for other in (one, *near[one])), one))
        others = near.pop(name)
        clique = frozenset({name, *others})
        if not any(clique <= known for known in found):
            found.append(clique)
        for other in others:
            near[other] = (near[other] | others) - {name, other}
    return [tuple(sorted(clique)) for clique in found]


def _tree(cliques: Sequence[tuple[str, ...]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Pairs of cliques that make a tree, with what they share: the largest overlaps first."""
    pairs = [(i, j, tuple(sorted({*cliques[i]} & {*cliques[j]}))) for i, j in combinations(range(len(cliques)), 2)]
    group = list(range(len(cliques)))
    chosen = []
    for i, j, shared in sorted(pairs, key=lambda one: -len(one[2])):
        if shared and group[i] != group[j]:
            chosen.append((i, j, shared))
            old = group[j]
            group = [group[i] if one == old else one for one in group]
    return chosen
