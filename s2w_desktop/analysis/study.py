"""The study file: one line per person, in which nobody stands out (analysis-report 5.4).

By seven variables together somebody could be found who is known from elsewhere: sex, age group, nationality, legal group, centre,
stage and quarter of arrival. Each has steps from what was recorded to "other". Whoever is in a group of fewer than k people who
are alike in all seven takes the next step, in the order in which least is lost, until every group has k people (k-anonymity:
Sweeney 2002); who is still alone is left out and counted.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

from s2w_desktop.analysis.cases import ABSENT, NOT_ASKED, Cases
from s2w_desktop.domain.codes.regions import OF_TRAVEL_DOCUMENTS, REGION_OF

OTHER: Final = "other"
LEAST_K, STANDARD_K, MOST_K = 3, 5, 20

Steps: TypeAlias = tuple[Callable[[str], str], ...]
Line: TypeAlias = Mapping[str, str]
"""Variables of one person as texts; absences and what was not asked are texts too."""

_AGES: Mapping[str, str] = MappingProxyType(
    {"15-17": "15-24", "18-24": "15-24", "25-34": "25-44", "35-44": "25-44", "45-54": "45-64", "55-64": "45-64", "65+": "65+"}
)
_ABSENT = frozenset({NOT_ASKED, *ABSENT})
OCCUPATION: Final = "main_isco4"


def _other(_code: str) -> str:
    return OTHER


def _region(code: str) -> str:
    return OF_TRAVEL_DOCUMENTS.get(code) or REGION_OF.get(code, OTHER)


def _country_of_centre(code: str) -> str:
    return code.partition("/")[0]


def _year_of_quarter(code: str) -> str:
    return code.partition("-")[0]


def _wide_age(code: str) -> str:
    return _AGES.get(code, OTHER)


def _two_digits(code: str) -> str:
    return code if code in _ABSENT else code[:2]


def _one_digit(code: str) -> str:
    return code if code in _ABSENT else code[:1]


_DIGITS: Steps = (_two_digits, _one_digit, _other)

QUASI_IDENTIFIERS: Mapping[str, Steps] = MappingProxyType(
    {
        "arrival_quarter": (_year_of_quarter, _other),
        "centre": (_country_of_centre, _other),
        "nationality": (_region, _other),
        "legal_group": (_other,),
        "age_group": (_wide_age, _other),
        "stage": (_other,),
        "sex": (_other,),
    }
)
"""By what people could be found together, in the order in which steps are taken. A centre is `country/centre`, a quarter
`2026-Q1`."""


@dataclass(frozen=True)
class Risk:
    """How far a file protects: shown before anything is written.

    `people` are in the file, `left_out` are not. `alone_before` is how many were the only one of their kind as recorded,
    `smallest` the size of the smallest group of people who are alike afterwards, `groups` how many there are. `steps` tells how
    many people are told less closely, by variable.
    """

    k: int
    people: int
    left_out: int
    alone_before: int
    groups: int
    smallest: int
    steps: Mapping[str, int]


@dataclass(frozen=True)
class Study:
    """The lines of a study file, without codes, in no order that tells anything once they are shuffled; and its risk."""

    lines: tuple[Line, ...]
    risk: Risk


def study_lines(cases: Cases, names: Sequence[str]) -> list[Line]:
    """The people of cases by these variables; a centre with its country, for two countries may name one alike."""
    texts = {name: cases.texts(name) for name in names}
    centres = zip(texts["country"], texts["centre"], strict=True)
    texts["centre"] = [f"{country}/{centre}" if centre else "" for country, centre in centres]
    return [dict(zip(names, values, strict=True)) for values in zip(*texts.values(), strict=True)]


def make_study(people: Sequence[Line], k: int) -> Study:
    """The study file of people. Raises ValueError for a k outside of 3 to 20.

    Every line has the variables of the first; all seven of `QUASI_IDENTIFIERS` are among them.
    """
    if not LEAST_K <= k <= MOST_K:
        raise ValueError("k is out of range")
    recorded = [{name: line[name] for name in QUASI_IDENTIFIERS} for line in people]
    told = [dict(one) for one in recorded]
    alone = list(Counter(map(_key, told)).values()).count(1)
    for name, step in _rounds():
        _take_step(told, name, step, k)
    sizes = Counter(map(_key, told))
    kept = [place for place, one in enumerate(told) if sizes[_key(one)] >= k]
    lines = _rare_joined([{**people[place], **told[place]} for place in kept], k)
    final = Counter(_key(told[place]) for place in kept)
    steps_taken = {name: sum(told[place][name] != recorded[place][name] for place in kept) for name in QUASI_IDENTIFIERS}
    risk = Risk(k, len(kept), len(people) - len(kept), alone, len(final), min(final.values(), default=0), steps_taken)
    return Study(tuple(lines), risk)


def _rounds() -> list[tuple[str, Callable[[str], str]]]:
    """First step of every variable, then the second of those that have one; an absence, which can make somebody stand out too, is
    given up last."""
    most = max(map(len, QUASI_IDENTIFIERS.values()))
    turns = [(name, steps[turn]) for turn in range(most) for name, steps in QUASI_IDENTIFIERS.items() if turn < len(steps)]
    return [*((name, _unless_absent(step)) for name, step in turns), *((name, _other) for name in QUASI_IDENTIFIERS)]


def _unless_absent(step: Callable[[str], str]) -> Callable[[str], str]:
    return lambda code: code if code in _ABSENT else step(code)


def _take_step(told: Sequence[dict[str, str]], name: str, step: Callable[[str], str], k: int) -> None:
    """Tell one variable of everybody in a group of fewer than k people less closely."""
    sizes = Counter(map(_key, told))
    for one in told:
        if sizes[_key(one)] < k:
            one[name] = step(one[name])


def _key(one: Line) -> tuple[str, ...]:
    return tuple(one[name] for name in QUASI_IDENTIFIERS)


def _rare_joined(lines: list[dict[str, str]], k: int) -> list[Line]:
    """Occupations that fewer than k people have are told by fewer digits, and other rare codes as "other"."""
    for name in lines[0] if lines else ():
        steps = _DIGITS if name == OCCUPATION else (_other,)
        for step in steps if name not in QUASI_IDENTIFIERS else ():
            counts = Counter(line[name] for line in lines)
            for line in lines:
                if counts[line[name]] < k:
                    line[name] = step(line[name])
    return list(lines)
