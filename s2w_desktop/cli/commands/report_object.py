"""A report as JSON: its values as they are, a sign in the place of a number that is hidden."""

from collections.abc import Sequence

from s2w_desktop.cli.console import Json
from s2w_desktop.domain.figures import (
    COMPARED,
    Base,
    CountTable,
    FunnelTable,
    Heading,
    Logged,
    Report,
    Selection,
    Sign,
    Spread,
    Table,
)
from s2w_desktop.i18n.report_titles import chapter_of


def report_object(report: Report) -> dict[str, Json]:
    """A number is a number or the name of its sign: "small", "protected" or "no_share". A second period stands as a report of its
    own under "compared", without the chapter that sets the two beside each other."""
    tables: list[Json] = [_table(one) for one in report.tables if chapter_of(one.number) != COMPARED]
    log: list[Json] = [_logged(one) for one in report.log]
    lists: dict[str, Json] = dict(report.lists)
    compared: dict[str, Json] = {"compared": report_object(report.beside)} if report.beside else {}
    return compared | {
        "selection": _selection(report.selection),
        "made_on": report.made_on.isoformat(),
        "people": _count(report.people),
        "without_consent": _count(report.without_consent),
        "unkept": _count(report.unkept),
        "centres": report.centres,
        "countries": report.countries,
        "papers_seen": _count(report.papers_seen),
        "threshold": report.threshold,
        "questionnaire": report.questionnaire,
        "is_training": report.is_training,
        "lists": lists,
        "tables": tables,
        "log": log,
    }


def _selection(selection: Selection) -> dict[str, Json]:
    first, last = (day.isoformat() if day else None for day in (selection.first_day, selection.last_day))
    return {
        "from": first,
        "to": last,
        "countries": list[Json](selection.countries),
        "centres": list[Json](selection.centres),
        "stages": list[Json](selection.stages),
        "programmes": list[Json](selection.programmes),
    }


def _table(table: Table) -> Json:
    rows: list[Json] = [_heading(one) for one in table.rows]
    told: dict[str, Json] = {"number": table.number, "chart": table.chart.value, "rows": rows}
    match table:
        case CountTable():
            columns: list[Json] = [_heading(one) for one in table.columns]
            shares = _lines(table.shares)
            return told | {"columns": columns, "counts": _lines(table.counts), "shares": shares, "base": _base(table.base)}
        case FunnelTable():
            steps: list[Json] = [
                {"step": one.name, "people": _count(one.people), "of_all": _count(one.of_all)} for one in table.steps
            ]
            return told | {"steps": steps, "counts": _lines(table.counts)}
        case _:
            spreads: list[Json] = [_spread(one) for one in table.spreads]
            return told | {"spreads": spreads, "base": _base(table.base)}


def _heading(heading: Heading) -> Json:
    return {"variable": heading.variable, "codes": list[Json](heading.codes), "kind": heading.kind.value}


def _base(base: Base) -> Json:
    return {name: value if name == "group" else _count(value) for name, value in vars(base).items()}


def _spread(spread: Spread) -> Json:
    """Statistics are texts with one decimal, for a number of JSON would lose it."""
    return {name: _count(value) if isinstance(value, Sign | int) else str(value) for name, value in vars(spread).items()}


def _lines(lines: Sequence[Sequence[int | Sign]]) -> Json:
    return [[_count(one) for one in line] for line in lines]


def _count(count: int | Sign) -> Json:
    return count.name.lower() if isinstance(count, Sign) else count


def _logged(line: Logged) -> Json:
    joined: list[Json] = [_heading(one) for one in line.joined]
    left_out = line.left_out.value if line.left_out else None
    return {"number": line.number, "small": line.small, "protected": line.protected, "joined": joined, "left_out": left_out}
