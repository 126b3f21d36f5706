"""Files of decisions about people who may be one: checked whole, then followed in order."""

import pytest

from s2w_desktop.domain.answers import Answer
from s2w_desktop.domain.exchange_errors import DecisionsRefused
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.services.duplicate_decisions import Decision, DuplicateDecisions
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.values import ListQuery
from tests.services.places import interview

PERSON: dict[str, Answer] = {"identity__given_names": "Ahmad", "identity__nationality": "AFG"}


class Office:
    """Three people: two from after the departure, A and B, and one from before, P."""

    def __init__(self, hq: Workplace) -> None:
        self.hq = hq
        stages = {"A": "REC", "B": "INT", "P": "PRE"}
        self.people = {name: interview(hq, **PERSON, session__stage=stage) for name, stage in stages.items()}
        self.numbers = {name: hq.interviews.read(one).text("record.case_number") for name, one in self.people.items()}
        self.decisions = DuplicateDecisions(hq.store, hq.office.duplicates)

    def file(self, *lines: str) -> bytes:
        """Lines with A, B and P for case numbers."""
        text = "\n".join(("decision,first,second", *lines))
        return "".join(self.numbers.get(letter, letter) for letter in text).encode()

    def listed(self) -> set[ProfileId]:
        return set(self.hq.store.profiles.ids(ListQuery()))


@pytest.fixture
def office(hq: Workplace) -> Office:
    return Office(hq)


@pytest.mark.parametrize(
    "lines",
    [
        ("merge,A,B",),
        ("join,A",),
        ("join,A,A",),
        ("join,A,GR-ZZZZZ-ZZZZ9",),
        ("join,A,B,x",),
        ("join,A,P",),
        ("part,A,",),
        ("part,A,B",),
        ("link,A,B",),
        ("join,A,B", "join,B,A"),
        ("join,A,B", "apart,A,B"),
        ("join,A,B", "part,B,"),
        ("apart,A,B", "link,A,P", "join,B,P"),
    ],
    ids=str,
)
def test_decisions_that_cannot_be_followed_are_refused_by_line(office: Office, lines: tuple[str, ...]) -> None:
    with pytest.raises(DecisionsRefused) as refused:
        office.decisions.read(office.file(*lines))
    assert refused.value.line == len(lines) + 1


@pytest.mark.parametrize(
    "untrusted", [b"", b"\xff\xfe", b"decision;first;second\n", b'decision,first,second\n"', b"x" * 4_000_001]
)
def test_a_file_that_is_no_list_of_decisions_is_refused(office: Office, untrusted: bytes) -> None:
    with pytest.raises(DecisionsRefused) as refused:
        office.decisions.read(untrusted)
    assert refused.value.line == 0


def test_every_kind_of_decision_is_followed(office: Office) -> None:
    found = office.decisions.read(office.file("apart,A,P", "", "link,P,B", "join,A,B"))
    assert [one.decision for one in found] == [Decision.APART, Decision.LINK, Decision.JOIN]
    office.decisions.follow(found)
    assert office.listed() == {office.people["A"], office.people["P"]}
    assert office.hq.interviews.read(office.people["A"]).text("record.earlier_profile") == str(office.people["P"])
    office.decisions.follow(office.decisions.read(office.file("part,B,")))
    assert office.listed() == set(office.people.values())


def test_who_was_joined_before_is_seen(office: Office) -> None:
    office.hq.office.duplicates.joining.join(office.people["A"], office.people["B"])
    for line in ("join,A,B", "apart,B,A"):
        with pytest.raises(DecisionsRefused):
            office.decisions.read(office.file(line))
    assert office.decisions.read(office.file("link,B,P"))
