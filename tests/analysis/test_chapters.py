"""The tables of the report: all that the paper names, over variables that cases have, and each variable in one group."""

from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.groups import ALL, GROUPS
from s2w_desktop.analysis.skill_groups import SKILL_GROUPS
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, Spec, SpreadSpec, Variable, column_name
from s2w_desktop.domain.codes.listing import codes
from s2w_desktop.domain.derived.cases import AMOUNTS, LISTS, NAMES

PAPER = codes("""
0.2 1.1 1.2 1.3 1.4 1.5 1.6 2.1 2.2 2.3 2.4 2.5 2.6 2.7 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10
5.1 5.2 5.3 5.4 5.5 6.1 6.2 6.3 6.4 7.1 8.1 8.2 9.1 9.2
""")


def test_every_table_of_the_paper_is_there_once_and_in_order() -> None:
    numbers = [spec.number for spec in TABLES]
    assert list(dict.fromkeys(number.rstrip("abcde") for number in numbers)) == list(PAPER)
    assert len(set(numbers)) == len(numbers)


def test_every_table_counts_variables_that_cases_have() -> None:
    known = {*NAMES, "pair", SKILL_GROUPS}
    for spec in TABLES:
        assert _counted(spec) <= known, spec.number
        assert {one.name for one in _by(spec)} <= known, spec.number


def test_figures_are_spread_and_lists_are_listed() -> None:
    for spec in TABLES:
        if isinstance(spec, SpreadSpec | ListSpec):
            assert _counted(spec) <= (AMOUNTS if isinstance(spec, SpreadSpec) else LISTS | {SKILL_GROUPS}), spec.number
        else:
            assert not _counted(spec) & (AMOUNTS | LISTS), spec.number


def test_a_variable_is_counted_in_one_group_only() -> None:
    groups: dict[str, set[str]] = {}
    for spec in TABLES:
        assert spec.group in GROUPS
        if not (isinstance(spec, FlagsSpec) and spec.part_of_all):
            for name in _counted(spec):
                groups.setdefault(name, set()).add(spec.group)
    assert {name: found for name, found in groups.items() if len(found) > 1} == {}


def test_levels_hide_cell_by_cell_so_their_variables_stand_nowhere_else() -> None:
    for spec in TABLES:
        if isinstance(spec, LevelsSpec):
            others = [one for one in TABLES if one is not spec]
            assert not any(_counted(spec) & (_counted(one) | {by.name for by in _by(one)}) for one in others)


def test_a_table_comes_after_those_that_it_depends_on() -> None:
    numbers = [spec.number for spec in TABLES]
    for spec in TABLES:
        if isinstance(spec, CrossSpec):
            for other in filter(None, (spec.nested_in, spec.gated_by)):
                assert numbers.index(other) < numbers.index(spec.number)


def test_a_group_that_is_told_by_the_same_columns_has_a_gate() -> None:
    tellers = {"worked": "ever_worked", "level_3_up": "isced3", "interrupted": "interrupted"}
    told = {(spec.rows.name, spec.columns.name) for spec in TABLES if isinstance(spec, CrossSpec) and spec.columns}
    for spec in TABLES:
        if isinstance(spec, CrossSpec) and spec.columns and spec.group in tellers and not spec.nested_in:
            assert bool(spec.gated_by) == ((tellers[spec.group], spec.columns.name) in told), spec.number
    assert ALL not in tellers


def _counted(spec: Spec) -> set[str]:
    match spec:
        case CrossSpec():
            return {spec.rows.name}
        case FlagsSpec() | LevelsSpec():
            return {column_name(spec.variable, code) for code in spec.codes}
        case ListSpec():
            return {spec.members}
        case SpreadSpec():
            return {spec.amount}


def _by(spec: Spec) -> list[Variable]:
    match spec:
        case SpreadSpec():
            return list(spec.by)
        case CrossSpec() | FlagsSpec() | ListSpec():
            return [spec.columns] if spec.columns else []
        case LevelsSpec():
            return []
