"""Random people as rows of cases, with every kind of missing answer, for tests that count them again by themselves."""

from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.making import column_names
from s2w_desktop.analysis.skill_groups import SKILL_GROUPS, SKILLS
from s2w_desktop.analysis.specs import CrossSpec, FlagsSpec, LevelsSpec, ListSpec, SpreadSpec, column_name
from s2w_desktop.domain.derived.cases import AMOUNTS, LISTS, CaseValue
from s2w_desktop.domain.derived.learning import LEVEL_OF_ISCED

ABSENT = ("_PNS", "_DK", "_NA", "_HID")
_INVENTED = tuple(f"K{number}" for number in range(24))
_OCCUPATIONS = tuple(f"{major}{minor}" for major in "0123456789" for minor in "123")

Columns = Mapping[str, Sequence[CaseValue]]


def crowd(count: int, seed: int) -> dict[str, list[CaseValue]]:
    """So many people by the names of the columns."""
    random = Random(seed)
    found = {name: _column(random, name, count) for name in sorted(column_names(TABLES))}
    levels = [LEVEL_OF_ISCED.get(str(level), "_NA") if level not in (None, *ABSENT) else level for level in found["isced"]]
    found["isced3"] = list(levels)
    found[SKILL_GROUPS] = [
        sorted({group_of(skill) for skill in value}) if isinstance(value, list) else value for value in found[SKILLS]
    ]
    found["main_isco1"] = [code if code in (None, *ABSENT) else str(code)[:1] for code in found["main_isco2"]]
    return found


def group_of(skill: str) -> str:
    """The group of an invented skill: five groups of the 24."""
    return f"G{int(skill[1:]) % 5}"


def _column(random: Random, name: str, count: int) -> list[CaseValue]:
    if name in AMOUNTS:
        values: list[CaseValue] = [random.randint(0, 60) / 2 for _ in range(200)]
        return _drawn(random, values, count)
    if name in LISTS | {SKILL_GROUPS}:
        return [None if random.random() < 0.1 else "_PNS" if random.random() < 0.05 else _some(random) for _ in range(count)]
    codes = _codes(name)
    shares = [random.expovariate(1) ** 2 for _ in codes]
    return random.choices([*codes, *ABSENT, None], [*shares, 0.1, 0.1, 0.3, 0.05, 0.3], k=count)


def _drawn(random: Random, values: list[CaseValue], count: int) -> list[CaseValue]:
    return random.choices([*values, *(["_PNS", "_DK", None] * 4)], k=count)


def _some(random: Random) -> list[str]:
    return random.sample(_INVENTED, min(len(_INVENTED), int(random.expovariate(0.4))))


def _codes(name: str) -> Sequence[CaseValue]:
    """What a column can hold, as its table declares it; invented codes where none are declared."""
    return _known().get(name) or _INVENTED


@cache
def _known() -> dict[str, Sequence[CaseValue]]:
    found: dict[str, Sequence[CaseValue]] = {}
    for spec in TABLES:
        match spec:
            case FlagsSpec():
                found |= {column_name(spec.variable, code): (True, False) for code in spec.codes}
            case LevelsSpec():
                found |= {column_name(spec.variable, code): spec.classes.codes for code in spec.codes}
            case CrossSpec():
                found |= {one.name: one.codes for one in (spec.rows, spec.columns) if one}
            case ListSpec() | SpreadSpec():
                continue
    return found | {"main_isco2": _OCCUPATIONS, "pair": ("yes", "no"), "isced": (*LEVEL_OF_ISCED, "9")}
