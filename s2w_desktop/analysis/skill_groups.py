"""Groups of skills: who has a skill of a group, and what the numbers of groups would tell beside those of skills.

Whoever has a skill is in its groups. So the number of a group less that of a skill are people of the group without the skill, and
the numbers of the skills of a group that are hidden must make up for what the shown ones leave.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from s2w_desktop.analysis.cases import YES, Cases, Members
from s2w_desktop.analysis.counting import EVERYONE, Crossed
from s2w_desktop.domain.figures import CountTable, Heading, Sign

SKILLS: Final = "esco_skills"
SKILL_GROUPS: Final = "esco_skill_groups"
"""The column that `with_skill_groups` adds."""


def with_skill_groups(cases: Cases, groups_of: Callable[[str], Sequence[str]]) -> Cases:
    """The same cases with the groups of each one's skills; a skill can be in several or in none."""
    skills = cases.members(SKILLS)
    found = [tuple(dict.fromkeys(groups_of(skill))) for skill in skills.names]
    names = tuple(dict.fromkeys(group for groups in found for group in groups))
    place_of = {name: place for place, name in enumerate(names)}
    pairs = [np.zeros(0, dtype=np.int64)]
    for depth in range(max(map(len, found), default=0)):
        group = np.array([place_of[one[depth]] if depth < len(one) else -1 for one in found], dtype=np.int64)[skills.codes]
        pairs.append(skills.cases[group >= 0].astype(np.int64) * len(names) + group[group >= 0])
    each = np.unique(np.concatenate(pairs))
    members = divmod(each, max(1, len(names)))
    column = Members(names, members[0].astype(np.int32), members[1].astype(np.int32), skills.states)
    return cases.with_column(SKILL_GROUPS, column)


def beside_skills(
    cases: Cases, groups: Mapping[Heading, Crossed], skills: CountTable | None, threshold: int
) -> dict[Heading, list[Crossed]]:
    """For each group the counts of people that a reader gets by setting it against the table of skills: the group may be told
    where they are many or nobody."""
    if skills is None:
        return {group: [] for group in groups}
    shown = {row.codes[0]: line[-1] for row, line in zip(skills.rows, skills.counts, strict=True)}
    people = {skill: _people(cases, SKILLS, skill) for skill in shown}
    found: dict[Heading, list[Crossed]] = {}
    for group in groups:
        inside = _people(cases, SKILL_GROUPS, group.codes[0])
        parts = [skill for skill, having in people.items() if having.any() and not (having & ~inside).any()]
        counts = [count for skill in parts if isinstance(count := shown[skill], int)]
        signs = [shown[skill] for skill in parts if isinstance(shown[skill], Sign)]
        size = int(inside.sum())
        apart = {size - count for count in counts}
        if signs and set(signs) == {Sign.SMALL} and size - sum(counts) >= (threshold - 1) * len(signs):
            apart.add(1)  # each of the hidden ones would have to be as large as it can be
        found[group] = [Crossed({(YES, EVERYONE): count}, {}) for count in sorted(apart) if count]
    return found


def _people(cases: Cases, name: str, code: str) -> NDArray[np.bool_]:
    """Who has a code of a list."""
    column = cases.members(name)
    has = np.zeros(cases.count, dtype=np.bool_)
    if code in column.names:
        has[column.cases[column.codes == column.names.index(code)]] = True
    return has
