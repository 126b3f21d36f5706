"""Groups of skills: who is in them, and that nothing small can be told by setting them against the skills."""

from collections.abc import Sequence
from itertools import product
from random import Random

import pytest

from s2w_desktop.analysis.cases import Cases
from s2w_desktop.analysis.chapters import TABLES
from s2w_desktop.analysis.making import make_tables
from s2w_desktop.analysis.protected import Rules
from s2w_desktop.analysis.skill_groups import SKILL_GROUPS, SKILLS, with_skill_groups
from s2w_desktop.domain.figures import Count, CountTable, LeftOut, Logged, Sign
from tests.analysis.rows import read_cases

SPECS = [spec for spec in TABLES if spec.number in ("5.2a", "5.2b")]
GROUPS = {"sew": ("cloth",), "cut": ("cloth", "wood"), "iron": ("cloth",), "saw": ("wood",), "sell": ("trade",)}
THRESHOLD = 5


def cases_of(people: Sequence[Sequence[str]], *, is_known: bool = True) -> Cases:
    cases = read_cases((SKILLS,), [[list(one)] for one in people], amounts=frozenset(), lists=frozenset({SKILLS}))
    return with_skill_groups(cases, lambda skill: GROUPS.get(skill, ()) if is_known else ())


def printed(people: Sequence[Sequence[str]]) -> tuple[dict[str, Count], dict[str, Count]]:
    """The numbers of skills and of groups; what is not there prints nothing."""
    tables = {one.number: one for one in make_tables(cases_of(people), SPECS, Rules(THRESHOLD)).tables}

    def sums(number: str) -> dict[str, Count]:
        table = tables.get(number)
        if table is None:
            return {}
        assert isinstance(table, CountTable)
        return {row.codes[0]: line[-1] for row, line in zip(table.rows, table.counts, strict=True)}

    return sums("5.2a"), sums("5.2b")


def test_a_person_is_once_in_each_group_of_their_skills() -> None:
    column = cases_of([("sew", "cut"), (), ("sell", "unknown")]).members(SKILL_GROUPS)
    found = [(int(case), column.names[code]) for case, code in zip(column.cases, column.codes, strict=True)]
    assert sorted(found) == [(0, "cloth"), (0, "wood"), (2, "trade")]


def test_groups_are_counted_beside_skills() -> None:
    skills, groups = printed([("sew",)] * 10 + [("iron", "sew")] * 6 + [("iron",)] * 7 + [("sell",)] * 30)
    assert skills == {"sell": 30, "sew": 16, "iron": 13}
    assert groups == {"trade": 30, "cloth": 23}


def test_a_group_with_few_people_beside_one_of_its_skills_is_hidden() -> None:
    skills, groups = printed([("sew",)] * 20 + [("iron",)] * 3 + [("sell",)] * 30)
    assert skills == {"sell": 30, "sew": 20, "iron": Sign.SMALL}
    assert groups == {"trade": 30, "cloth": Sign.PROTECTED}


def test_a_group_that_its_hidden_skills_would_have_to_fill_is_hidden() -> None:
    """Two hidden skills of one to four people each, and eight people who have neither of the shown ones: both are four."""
    skills, groups = printed([("sew",)] * 20 + [("iron",)] * 4 + [("cut",)] * 4 + [("sell",)] * 30)
    assert skills["iron"] is skills["cut"] is Sign.SMALL
    assert groups["cloth"] is Sign.PROTECTED


def test_without_a_list_that_tells_the_groups_the_table_says_so() -> None:
    made = make_tables(cases_of([("sew",)] * 20, is_known=False), SPECS, Rules(THRESHOLD))
    assert made.log[1] == Logged("5.2b", 0, 0, left_out=LeftOut.NO_LIST)
    nobody = make_tables(cases_of([], is_known=False), SPECS, Rules(THRESHOLD))
    assert nobody.log[1].left_out is LeftOut.EMPTY


@pytest.mark.parametrize("seed", range(60))
def test_no_hidden_number_of_a_skill_follows_from_those_of_the_groups(seed: int) -> None:
    """Every hidden number of one to four can be another one: tried with all that fit to what is printed."""
    random = Random(seed)
    people = [random.sample(sorted(GROUPS), random.choice((0, 1, 1, 2))) for _ in range(random.choice((30, 60, 90)))]
    people = [one for one in people if random.random() < 0.3 or not {"iron", "cut"} & set(one)]
    skills, groups = printed(people)
    hidden = sorted(skill for skill, count in skills.items() if count is Sign.SMALL)
    fitting = [
        guess
        for guess in product(range(1, THRESHOLD), repeat=len(hidden))
        if all(fits(skills | dict(zip(hidden, guess, strict=True)), group, count) for group, count in groups.items())
    ]
    for place, skill in enumerate(hidden):
        assert len({guess[place] for guess in fitting}) > 1, f"seed {seed}, {skill}"
    for group, count in groups.items():
        for skill, number in skills.items():
            if group in GROUPS[skill] and isinstance(count, int) and isinstance(number, int):
                assert not 0 < count - number < THRESHOLD, f"seed {seed}"


def fits(skills: dict[str, Count], group: str, count: Count) -> bool:
    """Whether people of a group can be those of its skills: as many as the largest at least, as all together at most."""
    parts = [number for skill, number in skills.items() if group in GROUPS[skill]]
    if isinstance(count, Sign) or any(isinstance(part, Sign) for part in parts):
        return True
    numbers = [part for part in parts if isinstance(part, int)]
    return max(numbers, default=0) <= count <= sum(numbers)
