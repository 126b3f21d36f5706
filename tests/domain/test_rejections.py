"""What a correction says again of what headquarters refused."""

from s2w_desktop.domain.rejections import said_again
from tests.domain.people import Histories

JOB, SEX, NAME = "work.title", "identity.sex", "identity.given_names"


def test_all_that_still_stands_is_said_again_and_nothing_that_was_overtaken() -> None:
    history = Histories()
    refused = history.revision({NAME: "A", SEX: "F", JOB: None})
    later = history.revision({SEX: "X"}, refused.id, clock=2)
    assert said_again([refused, later], [later.id], {NAME: "B"}, [refused.id]) == (
        {NAME: "B", JOB: None},
        frozenset({refused.id}),
    )
    assert said_again([refused, later], [later.id], {NAME: "B"}, []) == ({NAME: "B"}, frozenset())


def test_what_stands_against_something_else_is_left_to_people() -> None:
    history = Histories()
    refused = history.revision({NAME: "A", SEX: "F"})
    other = history.revision({SEX: "M"}, device="other")
    known, heads = [refused, other], [refused.id, other.id]
    assert said_again(known, heads, {}, [refused.id]) == ({}, frozenset())
    assert said_again(known, heads, {SEX: "M"}, [refused.id]) == ({NAME: "A", SEX: "M"}, frozenset({refused.id}))
    assert said_again(known, [other.id], {NAME: "B"}, [refused.id]) == ({NAME: "B"}, frozenset()), "they did not know it"
