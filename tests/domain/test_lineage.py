"""Where a value comes from: what all who disagree knew, who said it first, what became of it."""

from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.concepts import Concept, ConceptKind, Concepts
from s2w_desktop.domain.history import resolve
from s2w_desktop.domain.lineage import Before, Fate, Lineage
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Revision, Scope
from tests.domain.people import Histories
from tests.domain.test_history import histories
from tests.made_concepts import COOKING, SEWING, TAILOR, concept

SEX, SCHOOL, NAME = "identity.sex", "education_summary.ever_attended_school", "identity.given_names"
MAIN, SKILLS = "work_summary.main_occupation_esco", "unpaid.e.skills"
UNKNOWN = Before(None, is_known=False)


def lineage(*revisions: Revision) -> Lineage:
    return Lineage(QUESTIONNAIRE, revisions)


def test_what_both_knew_is_what_stood_before() -> None:
    make = Histories()
    first = make.revision({SEX: "M"})
    middle = make.revision({SEX: "X"}, first.id)
    left, right = make.revision({SEX: "F"}, middle.id, device="a"), make.revision({SEX: None}, middle.id, device="b")
    assert lineage(first, middle, left, right).said_before(SEX, [left, right]) == Before("X")
    assert lineage(first, left, right).said_before(SCHOOL, [left, right]) == UNKNOWN  # the middle one never came
    assert lineage(first, middle, left, right).said_before(SCHOOL, [left, right]) == Before(None)


def test_two_different_values_before_are_not_one() -> None:
    make = Histories()
    one, other = make.revision({SEX: "M"}), make.revision({SEX: "F"}, device="b")
    left, right = (make.revision({SEX: "X"}, one.id, other.id, device=name) for name in "ab")
    assert lineage(one, other, left, right).said_before(SEX, [left, right]) == UNKNOWN


def test_what_is_not_here_as_a_whole_is_not_known() -> None:
    make = Histories()
    first = make.revision({NAME: "Layla", SCHOOL: "yes"})
    left, right = (make.revision({NAME: name, SCHOOL: "no"}, first.id, device=name) for name in ("Lila", "Leila"))
    bare = lineage(first.cut_to(Scope.OPEN), left, right)
    assert bare.said_before(NAME, [left, right]) == UNKNOWN
    assert bare.said_before(SCHOOL, [left, right]) == Before("yes")


def slow_before(revisions: list[Revision], path: str, saying: list[Revision]) -> Before:
    """The definition, word by word."""
    by_id = {one.id: one for one in revisions}

    def follows(later: Revision, earlier: Revision) -> bool:
        return any(parent == earlier.id or follows(by_id[parent], earlier) for parent in later.parents)

    shared = [one for one in revisions if all(follows(later, one) for later in saying)]
    writers = [one for one in shared if path in one.changes()]
    last = [one for one in writers if not any(follows(later, one) for later in writers)]
    values = {one.changes()[path] for one in last}
    if len(values) > 1:
        return UNKNOWN
    return Before(values.pop() if values else None)


@given(histories(), st.data())
def test_what_all_knew_is_found_as_the_slow_definition_finds_it(history: list[Revision], data: st.DataObject) -> None:
    saying = data.draw(st.lists(st.sampled_from(history), min_size=1, max_size=3, unique_by=lambda one: one.id))
    for path in (SEX, SCHOOL):
        assert lineage(*history).said_before(path, saying) == slow_before(history, path, saying)


def test_a_decision_only_repeats_what_somebody_said() -> None:
    make = Histories()
    first = make.revision({SEX: "M"})
    left, right = (make.revision({SEX: code}, first.id, device=code) for code in "FX")
    decision = make.revision({SEX: "X"}, left.id, right.id, device="hq")
    again = make.revision({SEX: "X"}, decision.id, device="hq")
    found = lineage(first, left, right, decision, again)
    assert found.said_first(SEX, decision) == right
    assert found.said_first(SEX, again) == again
    assert found.said_first(SEX, left) == left


def test_every_saying_has_its_end() -> None:
    make = Histories()
    first = make.revision({SEX: "M"}, clock=1)
    left = make.revision({SEX: "F"}, first.id, clock=2, device="a")
    right = make.revision({SEX: "X"}, first.id, clock=3, device="b")
    two = [(s.plain, s.fate) for s in lineage(first, left, right).sayings(SEX)]
    assert two == [("M", Fate.REPLACED), ("F", Fate.CONTESTED), ("X", Fate.CONTESTED)]
    decision = make.revision({SEX: "X"}, left.id, right.id, clock=4, device="hq")
    fates = [s.fate for s in lineage(first, left, right, decision).sayings(SEX)]
    assert fates == [Fate.REPLACED, Fate.NOT_CHOSEN, Fate.REPLACED, Fate.STANDS]


def test_a_concept_is_the_same_in_every_language() -> None:
    """Once, one occupation picked in English and in Arabic was a conflict."""
    arabic = concept(ConceptKind.OCCUPATION, "tailor", "خياط", group="7531", language="ar")
    assert not _stand_against(MAIN, TAILOR, arabic)
    assert _stand_against(MAIN, TAILOR, concept(ConceptKind.OCCUPATION, "welder", "لحام", group="7212", language="ar"))
    in_arabic = Concepts(tuple(concept(ConceptKind.SKILL, name, f"ع {name}", language="ar") for name in ("sewing", "cooking")))
    assert not _stand_against(SKILLS, Concepts((SEWING, COOKING)), in_arabic)
    assert _stand_against(SKILLS, Concepts((SEWING, COOKING)), Concepts((SEWING,)))


def _stand_against(path: str, one: Concept | Concepts, other: Concept | Concepts) -> bool:
    make = Histories()
    first = make.revision({path: None})
    claims = [make.revision({path: side.plain()}, first.id, device=str(at)) for at, side in enumerate((one, other))]
    return path in resolve([first, *claims]).conflicts
