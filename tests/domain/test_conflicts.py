"""What a person decides about colleagues who disagree, and how it is taken back."""

import pytest

from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.conflicts import conflicts_of, deciding, settled_by, taking_back
from s2w_desktop.domain.history import resolve
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Changes, Revision
from tests.domain.people import Histories, entry

SEX, SCHOOL = "identity.sex", "education_summary.ever_attended_school"
JOB = f"work.{entry('work 0')}."
TITLE, EMPLOYER = f"{JOB}title_own_words", f"{JOB}supervised"


class Kept:
    """The revisions of one profile, and decisions of headquarters on them."""

    def __init__(self) -> None:
        self.make = Histories()
        self.all: list[Revision] = []

    def say(self, changes: Changes, *parents: Revision, device: str = "laptop") -> Revision:
        made = self.make.revision(dict(changes), *(one.id for one in parents), device=device, clock=len(self.all) + 1)
        self.all.append(made)
        return made

    def decide(self, **chosen: Plain) -> Revision:
        """By path, with __ for a dot."""
        return self.decide_at({name.replace("__", "."): plain for name, plain in chosen.items()})

    def decide_at(self, chosen: Changes) -> Revision:
        changes = deciding(QUESTIONNAIRE, self.all, chosen)
        by_id = {one.id: one for one in self.all}
        return self.say(changes, *(by_id[head] for head in resolve(self.all).heads), device="hq")

    def take_back(self, decision: Revision) -> int:
        rounds = taking_back(QUESTIONNAIRE, self.all, decision.id)
        by_id = {one.id: one for one in self.all}
        for changes in rounds:
            self.say(changes, *(by_id[parent] for parent in decision.parents), device="hq")
        return len(rounds)

    @property
    def open(self) -> dict[str, list[Plain]]:
        return {one.path: [side.plain for side in one.sides] for one in conflicts_of(QUESTIONNAIRE, self.all)}

    @property
    def values(self) -> Changes:
        return {path: plain for path, plain in resolve(self.all).values.items() if plain is not None}


@pytest.fixture
def kept() -> Kept:
    return Kept()


def disagreeing(kept: Kept, *codes: str) -> list[Revision]:
    first = kept.say({SEX: "M", SCHOOL: "no"})
    return [kept.say({SEX: code, SCHOOL: "yes" if code == "F" else "no"}, first, device=code) for code in codes]


def test_a_conflict_tells_both_sides_and_what_was_before(kept: Kept) -> None:
    left, right = disagreeing(kept, "F", "X")
    sex, school = conflicts_of(QUESTIONNAIRE, kept.all)
    assert (sex.path, school.path) == (SEX, SCHOOL)
    assert sex.before.plain == "M"
    assert [(side.plain, side.said) for side in sex.sides] == [("F", left), ("X", right)]


def test_what_is_decided_is_no_question_any_more_and_the_rest_stays(kept: Kept) -> None:
    disagreeing(kept, "F", "X")
    decision = kept.decide(identity__sex="F")
    assert kept.open == {SCHOOL: ["yes", "no"]}
    assert kept.values[SEX] == "F"
    assert settled_by(QUESTIONNAIRE, kept.all, decision.id) == (SEX,)
    assert settled_by(QUESTIONNAIRE, kept.all, kept.all[0].id) == ()


def test_a_decision_taken_back_is_a_question_again_with_the_same_sides(kept: Kept) -> None:
    left, right = disagreeing(kept, "F", "X")
    before = kept.open
    decision = kept.decide(identity__sex="F", education_summary__ever_attended_school="no")
    assert not kept.open
    assert kept.take_back(decision) == 1
    assert kept.open == before
    sex = conflicts_of(QUESTIONNAIRE, kept.all)[0]
    assert [side.said for side in sex.sides] == [left, right]
    assert sex.before.plain == "M"
    assert kept.take_back(decision) == 0


def test_every_side_that_lost_comes_back(kept: Kept) -> None:
    disagreeing(kept, "F", "X", "N")
    decision = kept.decide(identity__sex="X")
    assert kept.take_back(decision) == 2
    assert sorted(map(str, kept.open[SEX])) == ["F", "N", "X"]
    other = Kept()
    disagreeing(other, "F", "X")
    assert other.take_back(other.decide(identity__sex="N")) == 2
    assert sorted(map(str, other.open[SEX])) == ["F", "N", "X"]


def test_what_was_changed_after_a_decision_is_not_taken_back(kept: Kept) -> None:
    disagreeing(kept, "F", "X")
    decision = kept.decide(identity__sex="F", education_summary__ever_attended_school="no")
    kept.say({SEX: "N"}, decision)
    kept.take_back(decision)
    assert kept.open == {SCHOOL: ["yes", "no"]}
    assert kept.values[SEX] == "N"


def test_an_answer_that_arrives_after_the_decision_is_a_new_question(kept: Kept) -> None:
    left, _ = disagreeing(kept, "F", "X")
    decision = kept.decide(identity__sex="X", education_summary__ever_attended_school="no")
    kept.say({SEX: "N"}, left, device="F")
    assert kept.open == {SEX: ["X", "N"]}
    kept.take_back(decision)
    assert sorted(map(str, kept.open[SEX])) == ["F", "N", "X"]


def a_job(kept: Kept) -> Revision:
    return kept.say({JOB: 0, TITLE: "Tailor", EMPLOYER: "Hassan"})


def test_an_entry_taken_out_and_changed_is_one_question(kept: Kept) -> None:
    first = a_job(kept)
    kept.say({JOB: None, TITLE: None, EMPLOYER: None}, first, device="a")
    kept.say({JOB: 0, TITLE: "Master tailor"}, first, device="b")
    (job,) = conflicts_of(QUESTIONNAIRE, kept.all)
    assert job.is_about_entry
    assert dict(job.entry_before) == {TITLE: "Tailor", EMPLOYER: "Hassan"}
    assert [dict(side.entry) for side in job.sides] == [{}, {TITLE: "Master tailor", EMPLOYER: "Hassan"}]


def test_an_entry_that_stays_has_all_its_answers_again(kept: Kept) -> None:
    """Once, only the answer that was changed stayed: the others had been blanked by whoever took the entry out."""
    test_an_entry_taken_out_and_changed_is_one_question(kept)
    decision = kept.decide_at({JOB: 0})
    assert not kept.open
    assert kept.values == {JOB: 0, TITLE: "Master tailor", EMPLOYER: "Hassan"}
    kept.take_back(decision)
    assert kept.open == {JOB: [None, 0]}
    gone = kept.decide_at({JOB: None})
    assert not kept.open
    assert not kept.values
    kept.take_back(gone)
    kept.decide_at({JOB: 0})
    assert kept.values == {JOB: 0, TITLE: "Master tailor", EMPLOYER: "Hassan"}


def test_colleagues_who_kept_an_entry_may_still_disagree_about_its_answers(kept: Kept) -> None:
    first = a_job(kept)
    kept.say({JOB: None, TITLE: None, EMPLOYER: None}, first, device="a")
    kept.say({JOB: 0, TITLE: "Master tailor"}, first, device="b")
    kept.say({JOB: 0, TITLE: "Dressmaker", EMPLOYER: "Rana"}, first, device="c")
    kept.decide_at({JOB: 0})
    assert set(kept.open) == {TITLE}
    assert kept.values[EMPLOYER] == "Rana"


def test_an_entry_that_goes_takes_its_answers_with_it(kept: Kept) -> None:
    first = a_job(kept)
    kept.say({JOB: None, TITLE: None, EMPLOYER: None}, first, device="a")
    kept.say({JOB: 0, TITLE: "Master tailor"}, first, device="b")
    kept.decide_at({JOB: None})
    assert not kept.open
    assert not kept.values


def test_an_entry_in_two_places_is_a_question_of_its_own(kept: Kept) -> None:
    first = a_job(kept)
    kept.say({JOB: 2}, first, device="a")
    kept.say({JOB: 3}, first, device="b")
    (job,) = conflicts_of(QUESTIONNAIRE, kept.all)
    assert not job.is_about_entry
    kept.decide_at({JOB: 3})
    assert kept.values == {JOB: 3, TITLE: "Tailor", EMPLOYER: "Hassan"}
