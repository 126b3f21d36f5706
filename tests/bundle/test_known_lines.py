"""Lines of revisions that are stored already are told by their digests; whatever is not the very same is read as ever."""

import json
from dataclasses import replace
from random import Random

import pytest

from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import Noted, Reason
from s2w_desktop.bundle.records import LineReader, revision_from_valid_line, revision_line
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Revision, Scope
from tests.bundle.making import revision
from tests.bundle.mutating import mutated
from tests.bundle.test_quick_lines import MUTATIONS, QUICK, TODAY, outcome


def knowing(*known: Revision) -> LineReader:
    hashes = [bytes.fromhex(one.hash()) for one in known]
    return LineReader(kind=Kind.PROFILES, questionnaire=QUESTIONNAIRE, today=TODAY, known=hashes)


@pytest.mark.parametrize("scope", Scope)
def test_a_known_line_is_noted_as_before_and_makes_no_row(scope: Scope) -> None:
    known = revision()
    line = revision_line(known.cut_to(scope))
    noted, before = knowing(known).check(line), QUICK.check(line)
    assert before is not None
    assert noted == replace(before, row=None)
    assert revision_from_valid_line(line, noted) == known.cut_to(scope)
    assert revision_from_valid_line(line, noted).hash() == known.hash()


def test_answers_of_a_known_line_are_not_looked_at_again() -> None:
    """What was taken under an earlier questionnaire is not refused under a later one."""
    strange = revision(1, {"identity.sex": "no such code"})
    line = revision_line(strange)
    assert outcome(QUICK, line) == (Reason.BAD_ANSWER, strange.id)
    assert isinstance(outcome(knowing(strange), line), Noted)


def test_a_broken_line_of_a_known_revision_is_refused_as_if_it_were_not_known() -> None:
    known = revision()
    whole, reader = revision_line(known), knowing(known)
    for number in range(MUTATIONS):
        line = mutated(whole, Random(number))
        assert outcome(reader, line) == outcome(QUICK, line), (number, line)


def moved(how: str, line: bytes, shown: bytes, hidden: bytes) -> bytes:
    match how:
        case "to the front":
            return b"{" + shown + line.replace(shown, b"")[1:]
        case "to the end":
            return line.replace(hidden, b"").removesuffix(b"}") + b"," + hidden[:-1] + b"}"
        case "twice":
            return line.replace(shown, shown + shown)
        case "one for the other":
            return line.replace(shown, b'"open":' + hidden.removeprefix(b'"protected":'))
        case _:
            return line.replace(shown, b"")


@pytest.mark.parametrize("how", ["to the front", "to the end", "twice", "one for the other", "the second alone"])
def test_known_parts_in_another_place_are_no_known_line(how: str) -> None:
    known = revision()
    assert known.open
    assert known.protected
    shown, hidden = (key + part.text + b"," for key, part in ((b'"open":', known.open), (b'"protected":', known.protected)))
    line = moved(how, revision_line(known), shown, hidden)
    assert json.loads(line)
    assert isinstance(outcome(QUICK, line), tuple)
    assert outcome(knowing(known), line) == outcome(QUICK, line)
