"""From cases to a report: every table of the chapters, protected, or left out with the reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

import numpy as np

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.classes import shown_classes
from s2w_desktop.analysis.counting import Crossed, crossed, members_crossed
from s2w_desktop.analysis.earlier import Earlier, Piece, Setting
from s2w_desktop.analysis.editions import WHOLE, Beside, Counted, Edition, Register
from s2w_desktop.analysis.flag_rows import flags_table
from s2w_desktop.analysis.following import filled
from s2w_desktop.analysis.groups import ALL, GROUP_COLUMNS, GROUPS, Mask
from s2w_desktop.analysis.pieces import crossed_piece, flag_piece, level_piece
from s2w_desktop.analysis.protected import Rules, cross_table, levels_table, within
from s2w_desktop.analysis.regions import Place
from s2w_desktop.analysis.skill_groups import SKILLS, beside_skills
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
from s2w_desktop.domain.figures import EVERYBODY, CountTable, Heading, LeftOut, Logged, Selection, Sign, SpreadTable, Table
from s2w_desktop.domain.progress import Progress, untold


@dataclass(frozen=True)
class Made:
    """Tables in the order of their specs, what was done to each, and what was counted for each."""

    tables: tuple[Table, ...]
    log: tuple[Logged, ...]
    counted: Mapping[str, Counted]


@dataclass(frozen=True)
class _Making:
    """Everything that a table needs besides its spec and its counts."""

    cases: Cases
    rules: Rules
    masks: Mapping[str, Mask]
    made: dict[str, Table]
    beside: Beside = field(default_factory=Beside)

    def where(self, spec: Spec) -> Mask | None:
        return self.masks.get(spec.group)


def make_tables(
    cases: Cases,
    specs: Sequence[Spec],
    rules: Rules,
    progress: Progress = untold,
    *,
    selection: Selection = EVERYBODY,
    editions: Sequence[Edition] = (),
    people: Iterable[Place] | None = None,
) -> Made:
    """Every table that can be shown. A spec may name one before it as the wider table that it is nested in.

    `editions` are all that went out before, oldest first; those that can be set against this selection are heeded. `people` are
    the places of everybody of the store, as in `regions.relations`.
    """
    rules = replace(rules, classes=_classes(cases, specs, rules.threshold))
    masks = {name: GROUPS[name](cases) for name in {spec.group for spec in specs} if name != ALL}
    making = _Making(cases, rules, masks, {})
    log: list[Logged] = []
    counts: dict[str, Counted] = {}
    register = Register(editions, selection, people)
    for place, spec in enumerate(specs):
        progress(place, len(specs))
        now, counts[spec.number] = _heeding(making, spec, register)
        table = _protected(now, spec, counts[spec.number])
        if table is None:
            log.append(Logged(spec.number, 0, 0, left_out=_why(now, spec, counts[spec.number])))
            continue
        making.made[spec.number] = table
        log.append(_logged(table))
    progress(len(specs), len(specs))
    return Made(tuple(making.made.values()), tuple(log), counts)


def _heeding(making: _Making, spec: Spec, register: Register) -> tuple[_Making, Counted]:
    """What a table has to heed, and what it counts.

    A table that went out already, with the same counts, is made again as it was: it heeds what went out before it. It tells
    nothing new, and all that went out after it heeded it.
    """
    for place, one in enumerate(register.editions):
        if (one.selection, one.threshold) == (register.selection, making.rules.threshold) and spec.number in one.counted:
            before = replace(making, beside=register.beside(spec.number, place))
            counted = _counted(before, spec)
            if _same_counts(counted, one.counted[spec.number]):
                return before, counted
    now = replace(making, beside=register.beside(spec.number))
    return now, _counted(now, spec)


def _same_counts(one: Counted, other: Counted) -> bool:
    return {row: found.counts for row, found in one.items()} == {row: found.counts for row, found in other.items()}


def column_names(specs: Sequence[Spec]) -> frozenset[str]:
    """The columns of the cases that tables and their groups need."""
    found = {variable.name for spec in specs for variable in _variables(spec)} | GROUP_COLUMNS
    for spec in specs:
        found.update(_counted_names(spec))
    return frozenset(found)


def _classes(cases: Cases, specs: Sequence[Spec], threshold: int) -> dict[Variable, tuple[Heading, ...]]:
    """The classes of every variable, by all who answered; no table shows finer ones. Parts of wider classes are joined within
    those: a class that spans two of them would tell how many of it are in either."""
    crossed_by = {spec.number: spec for spec in specs if isinstance(spec, CrossSpec)}
    nested = {spec.rows: crossed_by[spec.nested_in].rows for spec in crossed_by.values() if spec.nested_in in crossed_by}
    wanted = {variable for spec in specs for variable in _variables(spec)}
    found: dict[Variable, tuple[Heading, ...]] = {}
    for one in sorted(wanted, key=lambda variable: variable in nested):
        wider = {code: heading for heading in found.get(nested[one], ()) for code in heading.codes} if one in nested else {}
        inside = within(one, wider)
        found[one] = shown_classes(inside, crossed(cases, one.name).row_sums(), threshold=threshold)
    return found


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


def _counted(making: _Making, spec: Spec) -> Counted:
    """People by the parts of a table."""
    cases, where = making.cases, making.where(spec)
    match spec:
        case CrossSpec():
            return {WHOLE: crossed(cases, spec.rows.name, _name(spec.columns), where)}
        case FlagsSpec():
            shown = [code for code in spec.codes if code not in spec.cuts or not _parts_a_class(making.rules, *spec.cuts[code])]
            names = {heading(spec.variable, code): column_name(spec.variable, code) for code in shown}
            return {row: crossed(cases, name, _name(spec.columns), where) for row, name in names.items()}
        case ListSpec():
            members = members_crossed(cases, spec.members, _name(spec.columns), most=spec.most, where=where)
            known = {Heading(spec.members, (code,)): found for code, found in members.items()}
            return {row: found for row, found in known.items() if _is_known(row, spec, making.beside)}
        case LevelsSpec():
            levels = {heading(spec.variable, code): column_name(spec.variable, code) for code in spec.codes}
            return {row: crossed(cases, name, where=where) for row, name in levels.items()}
        case SpreadSpec():
            told = ~np.isnan(cases.amounts(spec.amount).of)
            return {Heading(one.name, ()): crossed(cases, one.name, where=told) for one in spec.by}


def _is_known(row: Heading, spec: ListSpec, beside: Beside) -> bool:
    """Whether each earlier edition alone tells how many had this code: it counted the most frequent ones only. What several leave
    is not told where one of them does not tell."""
    alone = (one.factors[0][0] for one in beside.relations if len(one.factors) == 1)
    counted = [beside.editions[place].counted[spec.number] for place in alone]
    return all(row in found or len(found) < spec.most for found in counted)


def _protected(making: _Making, spec: Spec, counted: Counted) -> Table | None:
    rules, settings = making.rules, {row: _setting(making, spec, row, found) for row, found in counted.items()}
    near: dict[Heading, list[Crossed]] = {row: [] for row in counted}
    match spec:
        case CrossSpec():
            return _cross(making, spec, settings[WHOLE])
        case FlagsSpec():
            where = making.where(spec)
            if spec.part_of_all and where is not None:
                for row in counted:
                    name = column_name(spec.variable, row.codes[0]) if spec.variable else row.variable
                    near[row].append(crossed(making.cases, name, _name(spec.columns), ~where))
            return flags_table(spec, settings, rules, near)
        case ListSpec():
            _add_beside_skills(making, spec, counted, near)
            return flags_table(spec, settings, rules, near)
        case LevelsSpec():
            return levels_table(spec, settings, rules)
        case SpreadSpec():
            return spread_table(spec, making.cases, rules, {row: one.left.row_sums() for row, one in settings.items() if one})


def _setting(making: _Making, spec: Spec, row: Heading, found: Crossed) -> Setting:
    """One part of a table beside earlier editions. Of several all have to count it: what a list names is not the same in all
    reports."""
    beside = making.beside
    is_used = beside.factors[:, 1:] != 0
    counted = [edition.counted[spec.number] for edition in beside.editions.values()]
    founds = [one.get(row) for one in counted]
    if isinstance(spec, ListSpec) and None in founds:
        answered = [next((found.column_sums() for found in one.values()), None) for one in counted]
        founds = filled(beside.factors, [found, *founds], [found.column_sums(), *answered])[1:]
    is_counted = np.array([one is not None for one in founds], dtype=bool)
    known = beside.factors[(np.count_nonzero(is_used, axis=1) == 1) | ~is_used[:, ~is_counted].any(axis=1)]
    used = (known[:, 1:] != 0).any(axis=0)
    parts = zip(beside.editions.items(), founds, strict=True)
    earlier = {place: _part(spec, row, edition, one or Crossed({}, {})) for (place, edition), one in compress(parts, used)}
    return Setting(found, earlier, known[:, [True, *used]])


def _part(spec: Spec, row: Heading, edition: Edition, found: Crossed) -> Earlier:
    table = edition.tables.get(spec.number)
    piece: Piece | None = None
    match spec:
        case CrossSpec():
            piece = crossed_piece(spec, found, table, edition.tables.get(spec.nested_in))
        case LevelsSpec():
            piece = level_piece(row, found, table)
        case FlagsSpec() | ListSpec():
            piece = flag_piece(row, found, table, edition.threshold)
        case SpreadSpec():
            pass
    return Earlier(found, piece)


def _add_beside_skills(making: _Making, spec: ListSpec, counted: Counted, near: Mapping[Heading, list[Crossed]]) -> None:
    """What the numbers of groups of skills tell beside those of the skills."""
    if not spec.skills_in:
        return
    skills = making.made.get(spec.skills_in)
    shown = skills if isinstance(skills, CountTable) else None
    for row, found in beside_skills(making.cases, counted, shown, making.rules.threshold).items():
        near[row].extend(found)


def _cross(making: _Making, spec: CrossSpec, setting: Setting) -> CountTable | None:
    parent, gate = (making.made.get(number) for number in (spec.nested_in, spec.gated_by))
    is_gated = bool(spec.gated_by) and not (isinstance(gate, CountTable) and len(gate.columns) > 1 and not gate.hidden)
    wider = parent if isinstance(parent, CountTable) else None
    if setting and spec.nested_in and wider is None:
        return None  # its sums would be those of the table that was left out
    return cross_table(spec, setting, making.rules, wider, is_gated=is_gated)


def _parts_a_class(rules: Rules, variable: str, codes: Sequence[str]) -> bool:
    """Whether codes are some, but not all, of a class that other tables show."""
    shown = [set(one.codes) for by, classes in rules.classes.items() if by.name == variable for one in classes]
    return any(one & set(codes) and not one <= set(codes) for one in shown)


def _name(variable: Variable | None) -> str | None:
    return variable.name if variable else None


def _counted_names(spec: Spec) -> tuple[str, ...]:
    match spec:
        case CrossSpec():
            return (spec.rows.name,)
        case FlagsSpec() | LevelsSpec():
            return tuple(column_name(spec.variable, code) for code in spec.codes)
        case ListSpec():
            return (spec.members,)
        case SpreadSpec():
            return (spec.amount,)


def _why(making: _Making, spec: Spec, counted: Counted) -> LeftOut:
    where = making.where(spec)
    told = (making.cases.classes(name).told for name in _counted_names(spec))
    if not any((one if where is None else one & where).any() for one in told):
        return LeftOut.EMPTY
    if isinstance(spec, ListSpec) and spec.skills_in and not counted and making.cases.members(SKILLS).names:
        return LeftOut.NO_LIST
    alone = _protected(replace(making, beside=Beside()), spec, counted) if making.beside.relations else None
    return LeftOut.TOO_FEW if alone is None else LeftOut.EARLIER_REPORT


def _logged(table: Table) -> Logged:
    """How many cells are hidden for being small, how many to protect those, and what was joined."""
    if isinstance(table, SpreadTable):
        medians = [one.median for one in table.spreads]
        return Logged(table.number, medians.count(Sign.NO_SHARE), medians.count(Sign.PROTECTED))
    cells = [count for line in table.counts for count in line]
    joined = table.joined if isinstance(table, CountTable) else ()
    return Logged(table.number, cells.count(Sign.SMALL), cells.count(Sign.PROTECTED), joined)
