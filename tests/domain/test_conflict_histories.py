"""Random histories of two laptops and a headquarters that decides, takes back, and hears late."""

from dataclasses import dataclass, field
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from s2w_desktop.domain.concepts import meaning
from s2w_desktop.domain.conflicts import Conflict, conflicts_of, deciding, open_questions, settled_by, taking_back
from s2w_desktop.domain.history import resolve
from s2w_desktop.domain.ids import RevisionId
from s2w_desktop.domain.lineage import Lineage
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Changes, Revision
from tests.domain.people import Histories, entry

SEX, SCHOOL = "identity.sex", "education_summary.ever_attended_school"
ROW = f"skill.{entry('skill 0')}."
NAME, LEVEL = f"{ROW}skill", f"{ROW}level"
LAPTOPS, OFFICE = ("a", "b"), "hq"


@dataclass
class World:
    """Every revision that was ever made, and which of them each machine has."""

    make: Histories = field(default_factory=Histories)
    made: dict[RevisionId, Revision] = field(default_factory=dict)
    has: dict[str, set[RevisionId]] = field(default_factory=lambda: {name: set() for name in (*LAPTOPS, OFFICE)})
    decisions: list[Revision] = field(default_factory=list)

    def at(self, machine: str) -> list[Revision]:
        return [self.made[id_] for id_ in sorted(self.has[machine])]

    def say(self, machine: str, changes: Changes, parents: tuple[RevisionId, ...], clock: int) -> Revision:
        one = self.make.revision(dict(changes), *parents, device=machine, clock=clock)
        self.made[one.id] = one
        self.has[machine].add(one.id)
        return one

    def edit(self, machine: str, path: str, value: str, clock: int) -> None:
        """As a session writes it: a change in an entry sets its presence again, and who takes one out blanks its answers."""
        seen = resolve(self.at(machine))
        inside = {ROW: seen.values.get(ROW) or 0} if path in (NAME, LEVEL) else {}
        removal = dict.fromkeys(one for one in (ROW, NAME, LEVEL) if one in seen.values)
        self.say(machine, removal if path == ROW else {path: value, **inside}, seen.heads, clock)

    @property
    def questions(self) -> dict[str, Conflict]:
        return {one.path: one for one in conflicts_of(QUESTIONNAIRE, self.at(OFFICE))}

    def decide(self, random: Random, clock: int) -> None:
        """Decide some questions: they alone are gone, and everything else is as it was."""
        before, values = self.questions, dict(resolve(self.at(OFFICE)).values)
        chosen = {path: random.choice(one.sides).plain for path, one in before.items() if random.random() < 0.7}
        if not chosen:
            return
        seen = resolve(self.at(OFFICE))
        changes = deciding(QUESTIONNAIRE, self.at(OFFICE), chosen)
        decision = self.say(OFFICE, changes, seen.heads, clock)
        self.decisions.append(decision)
        after, now = self.questions, resolve(self.at(OFFICE))
        assert now.heads == (decision.id,)
        assert all(now.values.get(path) == plain for path, plain in chosen.items())
        inside_kept = {NAME, LEVEL} if chosen.get(ROW) is not None and before[ROW].is_about_entry else set()
        assert before.keys() - chosen.keys() <= after.keys() <= (before.keys() - chosen.keys()) | inside_kept
        for path in values.keys() - changes.keys():
            assert now.values.get(path) == values[path]
        assert set(settled_by(QUESTIONNAIRE, self.at(OFFICE), decision.id)) >= chosen.keys()

    def take_back(self, decision: Revision, clock: int) -> None:
        """What still stands of a decision is a question again, with every side it had; the rest is as it was."""
        lineage = Lineage(QUESTIONNAIRE, self.at(OFFICE))
        then = {one.path: one for one in conflicts_of(QUESTIONNAIRE, lineage.past(decision.id))}
        standing = {path for path in then if decision in lineage.standing(path)}
        before, values = self.questions, dict(resolve(self.at(OFFICE)).values)
        for changes in taking_back(QUESTIONNAIRE, self.at(OFFICE), decision.id):
            assert self.say(OFFICE, changes, decision.parents, clock)
        after, now = self.questions, resolve(self.at(OFFICE)).values
        touched = {*standing, *((NAME, LEVEL) if ROW in standing else ())}
        for path in standing & set(settled_by(QUESTIONNAIRE, self.at(OFFICE), decision.id)):
            if path not in after:
                assert ROW in after, path  # asked about with its entry
                continue
            there = [meaning(side.plain) for side in after[path].sides]
            assert all(meaning(side.plain) in there for side in then[path].sides)
        assert before.keys() - {NAME, LEVEL} <= after.keys()
        assert {path: plain for path, plain in now.items() if path not in touched} == {
            path: plain for path, plain in values.items() if path not in touched
        }
        assert not taking_back(QUESTIONNAIRE, self.at(OFFICE), decision.id)


PATHS = st.sampled_from([SEX, SCHOOL, NAME, LEVEL, ROW])
EDITS = st.tuples(st.just("edit"), st.sampled_from(LAPTOPS), PATHS, st.sampled_from("xyz"))
QUARRELS = st.tuples(st.just("quarrel"), PATHS, PATHS)
CARRIES = st.tuples(st.just("carry"), st.sampled_from([("a", OFFICE), ("b", OFFICE), (OFFICE, "a"), (OFFICE, "b")]))
DECISIONS = st.tuples(st.just("decide"), st.sampled_from(["ab", "ab", "a", "b", ""]))
UNDOS = st.tuples(st.just("undo"), st.integers(0, 3))
STEPS = st.lists(st.one_of(EDITS, QUARRELS, CARRIES, DECISIONS, DECISIONS, UNDOS), min_size=8, max_size=24)
BEGINNING = [("edit", "a", SEX, "x"), ("edit", "a", NAME, "x"), ("carry", ("a", OFFICE)), ("carry", (OFFICE, "b"))]


@settings(max_examples=150)
@given(STEPS, st.integers(0, 1_000))
def test_decisions_do_what_they_say_and_nothing_else(steps: list[tuple[object, ...]], seed: int) -> None:
    world, random = World(), Random(seed)
    for step in [*BEGINNING, *steps]:
        clock = random.randint(1, 99)  # clocks are wrong, and nothing may depend on them
        match step:
            case ("edit", str() as machine, str() as path, str() as value):
                world.edit(machine, path, value, clock)
            case ("quarrel", str() as path, str() as other):
                world.edit("a", path, "x", clock)
                world.edit("b", other, "y", clock)
            case ("carry", (str() as source, str() as target)):
                world.has[target] |= world.has[source]
            case ("decide", str() as arrived):
                world.has[OFFICE].update(*(world.has[laptop] for laptop in arrived))
                world.decide(random, clock)
            case ("undo", int() as number) if world.decisions:
                world.take_back(world.decisions[-1 - number % len(world.decisions)], clock)
    _all_meet(world, random)


def _all_meet(world: World, random: Random) -> None:
    """However the revisions are shuffled, the same is asked; and whatever nobody who knew it replaced is still to be seen."""
    everything = list(world.made.values())
    shuffled = random.sample(everything, len(everything))
    found = conflicts_of(QUESTIONNAIRE, everything)
    assert conflicts_of(QUESTIONNAIRE, shuffled) == found
    seen, lineage = resolve(everything), Lineage(QUESTIONNAIRE, everything)
    for path in (SEX, SCHOOL, NAME, LEVEL, ROW):
        said = {str(meaning(one.changes()[path])) for one in lineage.standing(path)}
        assert (path in seen.conflicts) == (len(said) > 1)
    asked = set(open_questions(seen))
    assert all(path in asked or ROW in asked for path in seen.conflicts)
