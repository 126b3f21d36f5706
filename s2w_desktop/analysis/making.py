"""From cases to a report: every table of the chapters, protected, or left out with the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.classes import shown_classes
from s2w_desktop.analysis.counting import crossed, members_crossed
from s2w_desktop.analysis.groups import ALL, GROUPS, Mask
from s2w_desktop.analysis.protected import Rules, cross_table, flags_table, levels_table, small_and_protected
from s2w_desktop.analysis.specs import (
    CrossSpec,
    FlagsSpec,
    LevelsSpec,
    ListSpec,
    Spec,
    SpreadSpec,
    Variable,
    column_name,
    heading,
)
from s2w_desktop.analysis.spreads import spread_table
from s2w_desktop.domain.figures import CountTable, Heading, LeftOut, Logged, Sign, SpreadTable, Table

Progress = Callable[[int, int], None]
"""Told of tables done and of all; what it raises ends the work."""


@dataclass(frozen=True)
class Made:
    """Tables in the order of their specs, and what was done to each."""

    tables: tuple[Table, ...]
    log: tuple[Logged, ...]


def make_tables(cases: Cases, specs: Sequence[Spec], rules: Rules, progress: Progress = lambda _done, _all: None) -> Made:
    """Every table that can be shown. A spec may name one before it as the wider table that it is nested in."""
    rules = replace(rules, classes=_classes(cases, specs, rules.threshold))
    masks = {name: GROUPS[name](cases) for name in {spec.group for spec in specs} if name != ALL}
    made: dict[str, Table] = {}
    log: list[Logged] = []
    for place, spec in enumerate(specs):
        progress(place, len(specs))
        table = _made(cases, spec, rules, made, masks.get(spec.group))
        if table is None:
            log.append(Logged(spec.number, 0, 0, left_out=_why(cases, spec, masks.get(spec.group))))
            continue
        made[spec.number] = table
        log.append(_logged(table))
    progress(len(specs), len(specs))
    return Made(tuple(made.values()), tuple(log))


def _classes(cases: Cases, specs: Sequence[Spec], threshold: int) -> dict[Variable, tuple[Heading, ...]]:
    """The classes of every variable, by all who answered; no table shows finer ones."""
    wanted = {variable for spec in specs for variable in _variables(spec)}
    return {one: shown_classes(one, crossed(cases, one.name).row_sums(), threshold=threshold) for one in wanted}


def _variables(spec: Spec) -> tuple[Variable, ...]:
    match spec:
        case CrossSpec():
            return (spec.rows, *filter(None, (spec.columns,)))
        case FlagsSpec() | ListSpec():
            return tuple(filter(None, (spec.columns,)))
        case LevelsSpec():
            return ()
        case SpreadSpec():
            return spec.by


def _made(cases: Cases, spec: Spec, rules: Rules, made: Mapping[str, Table], where: Mask | None) -> Table | None:
    match spec:
        case CrossSpec():
            return _cross(cases, spec, rules, made, where)
        case FlagsSpec():
            return _flags(cases, spec, rules, where)
        case ListSpec():
            members = members_crossed(cases, spec.members, _name(spec.columns), most=spec.most, where=where)
            return flags_table(spec, {Heading(spec.members, (code,)): found for code, found in members.items()}, rules)
        case LevelsSpec():
            levels = {heading(spec.variable, code): column_name(spec.variable, code) for code in spec.codes}
            return levels_table(spec, {row: crossed(cases, name, where=where) for row, name in levels.items()}, rules)
        case SpreadSpec():
            return spread_table(spec, cases, rules)


def _cross(cases: Cases, spec: CrossSpec, rules: Rules, made: Mapping[str, Table], where: Mask | None) -> CountTable | None:
    parent, gate = (made.get(number) for number in (spec.nested_in, spec.gated_by))
    found = crossed(cases, spec.rows.name, _name(spec.columns), where)
    is_gated = bool(spec.gated_by) and not (isinstance(gate, CountTable) and len(gate.columns) > 1 and not gate.hidden)
    return cross_table(spec, found, rules, parent if isinstance(parent, CountTable) else None, is_gated=is_gated)


def _flags(cases: Cases, spec: FlagsSpec, rules: Rules, where: Mask | None) -> CountTable | None:
    shown = [code for code in spec.codes if code not in spec.cuts or not _parts_a_class(rules, *spec.cuts[code])]
    names = {heading(spec.variable, code): column_name(spec.variable, code) for code in shown}
    flags = {row: crossed(cases, name, _name(spec.columns), where) for row, name in names.items()}
    if not spec.part_of_all or where is None:
        return flags_table(spec, flags, rules)
    others = {row: crossed(cases, name, _name(spec.columns), ~where) for row, name in names.items()}
    return flags_table(spec, flags, rules, others)


def _parts_a_class(rules: Rules, variable: str, codes: Sequence[str]) -> bool:
    """Whether codes are some, but not all, of a class that other tables show."""
    shown = [set(one.codes) for by, classes in rules.classes.items() if by.name == variable for one in classes]
    return any(one & set(codes) and not one <= set(codes) for one in shown)


def _name(variable: Variable | None) -> str | None:
    return variable.name if variable else None


def _why(cases: Cases, spec: Spec, where: Mask | None) -> LeftOut:
    match spec:
        case CrossSpec():
            names: tuple[str, ...] = (spec.rows.name,)
        case FlagsSpec() | LevelsSpec():
            names = tuple(column_name(spec.variable, code) for code in spec.codes)
        case ListSpec():
            names = (spec.members,)
        case SpreadSpec():
            names = (spec.amount,)
    told = (cases.classes(name).told for name in names)
    return LeftOut.TOO_FEW if any((one if where is None else one & where).any() for one in told) else LeftOut.EMPTY


def _logged(table: Table) -> Logged:
    if isinstance(table, SpreadTable):
        signs = [one.median for one in table.spreads]
        return Logged(table.number, signs.count(Sign.NO_SHARE), signs.count(Sign.PROTECTED))
    small, protected = small_and_protected([table.counts])
    return Logged(table.number, small, protected, table.joined if isinstance(table, CountTable) else ())
