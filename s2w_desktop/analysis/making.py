"""From cases to a report: every table of the chapters, protected, or left out with the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.counting import crossed, members_crossed
from s2w_desktop.analysis.protected import Rules, cross_table, flags_table, levels_table, small_and_protected
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, Spec, SpreadSpec
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
    made: dict[str, Table] = {}
    log: list[Logged] = []
    for place, spec in enumerate(specs):
        progress(place, len(specs))
        table = _made(cases, spec, rules, made)
        if table is None:
            log.append(Logged(spec.number, 0, 0, left_out=_why(cases, spec)))
            continue
        made[spec.number] = table
        log.append(_logged(table))
    progress(len(specs), len(specs))
    return Made(tuple(made.values()), tuple(log))


def _made(cases: Cases, spec: Spec, rules: Rules, made: Mapping[str, Table]) -> Table | None:
    match spec:
        case CrossSpec():
            found = crossed(cases, spec.rows.name, spec.columns.name if spec.columns else None)
            parent = made.get(spec.nested_in)
            return cross_table(spec, found, rules, parent if isinstance(parent, CountTable) else None)
        case FlagsSpec():
            by = spec.columns.name if spec.columns else None
            flags = {Heading(*_flag(name)): crossed(cases, name, by) for name in spec.flags}
            return flags_table(spec, flags, rules)
        case ListSpec():
            members = members_crossed(cases, spec.members, spec.columns.name if spec.columns else None)
            by_size = sorted(members, key=lambda name: (-members[name].row_sums().get("yes", 0), name))[: spec.most]
            return flags_table(spec, {Heading(spec.members, (name,)): members[name] for name in by_size}, rules)
        case LevelsSpec():
            return levels_table(spec, {name: crossed(cases, name) for name in spec.variables}, rules)
        case SpreadSpec():
            return spread_table(spec, cases, rules)


def _flag(name: str) -> tuple[str, tuple[str, ...]]:
    """`goals_E01` is code E01 of the goals; another flag stands for itself."""
    group, underline, code = name.rpartition("_")
    return (group, (code,)) if (underline and code[:1].isupper()) or code.isdigit() else (name, ())


def _why(cases: Cases, spec: Spec) -> LeftOut:
    match spec:
        case CrossSpec():
            names: tuple[str, ...] = (spec.rows.name,)
        case FlagsSpec():
            names = spec.flags
        case ListSpec():
            names = (spec.members,)
        case LevelsSpec():
            names = spec.variables
        case SpreadSpec():
            names = (spec.amount,)
    return LeftOut.TOO_FEW if any(cases.classes(name).told.any() for name in names) else LeftOut.EMPTY


def _logged(table: Table) -> Logged:
    if isinstance(table, SpreadTable):
        signs = [one.median for one in table.spreads]
        return Logged(table.number, signs.count(Sign.NO_SHARE), signs.count(Sign.PROTECTED))
    small, protected = small_and_protected([table.counts])
    return Logged(table.number, small, protected, table.joined if isinstance(table, CountTable) else ())
