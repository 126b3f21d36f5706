"""Lines that nothing speaks against are read in a quicker way: what becomes of them is the same."""

import sys
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings

from s2w_desktop.bundle.json_lines import spelled_in_order
from s2w_desktop.bundle.manifest import Kind
from s2w_desktop.bundle.record_types import LineRefused, Noted, Reason
from s2w_desktop.bundle.records import LineReader, revision_line
from s2w_desktop.domain.canonical import Plain, canonical
from s2w_desktop.domain.profile import Profile, changes_between
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Part
from tests.bundle.making import ANSWERS, revision
from tests.bundle.mutating import mutated
from tests.domain.anyone import anyone

TODAY = date(2026, 6, 1)
MUTATIONS = 1500
Outcome = Noted | None | tuple[Reason, object]


class StrictReader(LineReader):
    """Reads every line in the way that says what is wrong with it."""

    def _check_quickly(self, untrusted_line: bytes) -> Noted | None:  # noqa: ARG002  # overrides
        return None


QUICK = LineReader(kind=Kind.PROFILES, questionnaire=QUESTIONNAIRE, today=TODAY)
STRICT = StrictReader(kind=Kind.PROFILES, questionnaire=QUESTIONNAIRE, today=TODAY)


def outcome(reader: LineReader, line: bytes) -> Outcome:
    try:
        return reader.check(line)
    except LineRefused as refused:
        return refused.reason, refused.record


def holding(shown: bytes, hidden: bytes = b'{"salt":"s","set":{}}', schema: int = QUESTIONNAIRE.version) -> bytes:
    """The line of a revision that promises these very texts as its parts."""
    whole = replace(revision(schema=schema), open=Part(shown), protected=Part(hidden))
    return revision_line(replace(whole, open_digest=Part(shown).digest(), protected_digest=Part(hidden).digest()))


def test_every_letter_is_spelled_as_in_canonical_json() -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
    text = "".join(letters)
    assert spelled_in_order({"a": text, "b": [1, -7, True, False, None, {}]}) == canonical(
        {"a": text, "b": [1, -7, True, False, None, {}]}
    )


@settings(deadline=None)
@given(anyone())
def test_anybody_is_read_in_the_quick_way_as_in_the_strict_one(profile: Profile) -> None:
    line = revision_line(revision(1, changes_between(Profile(profile.id), profile)))
    assert outcome(QUICK, line) == outcome(STRICT, line)


@pytest.mark.parametrize("first", range(5))
def test_a_broken_line_is_refused_for_the_same_reason(first: int) -> None:
    odd: dict[str, Plain] = {**ANSWERS, "identity.given_names": 'a "b" \n ü', "transversal.strengths": ["04", "07"]}
    whole = revision_line(revision(1, odd))
    for number in range(first, MUTATIONS, 5):
        line = mutated(whole, Random(number))
        assert outcome(QUICK, line) == outcome(STRICT, line), (number, line)


ODD_PARTS = {
    "as it should be": (b'{"salt":"s","set":{"identity.sex":"F"}}', None),
    "a float": (b'{"salt":"s","set":{"identity.sex":1.5}}', Reason.NOT_JSON),
    "a float inside": (b'{"salt":"s","set":{"work_summary.years_worked_total":{"n":1.0}}}', Reason.NOT_JSON),
    "a float as a rank": (b'{"salt":"s","set":{"work.11111111-1111-4111-8111-111111111111.":0.0}}', Reason.NOT_JSON),
    "beyond 64 bits": (b'{"salt":"s","set":{"work.11111111-1111-4111-8111-111111111111.":%d}}' % 2**64, Reason.NOT_JSON),
    "minus nought": (b'{"salt":"s","set":{"work.11111111-1111-4111-8111-111111111111.":-0}}', None),
    "NaN": (b'{"salt":"s","set":{"identity.sex":NaN}}', Reason.NOT_JSON),
    "a key twice": (b'{"salt":"s","set":{"identity.sex":"F","identity.sex":"F"}}', None),
    "keys in disorder": (b'{"set":{"identity.sex":"F"},"salt":"s"}', None),
    "disorder inside": (b'{"salt":"s","set":{"work_summary.years_worked_total":{"n":"4","about":true}}}', None),
    "needless spaces": (b'{"salt":"s", "set":{"identity.sex":"F"}}', None),
    "a needless escape": (b'{"salt":"s","set":{"identity.sex":"\\u0046"}}', None),
    "a surrogate": (b'{"salt":"s","set":{"identity.sex":"\\ud800"}}', Reason.NOT_CLEAN),
    "not composed": ('{"salt":"s","set":{"identity.given_names":"u\u0308"}}'.encode(), Reason.NOT_CLEAN),
    "too deep": (b'{"salt":"s","set":{"identity.sex":' + 40 * b"[" + 40 * b"]" + b"}}", Reason.TOO_DEEP),
    "far too deep": (b'{"salt":"s","set":{"identity.sex":' + 9000 * b"[" + 9000 * b"]" + b"}}", Reason.TOO_DEEP),
}


@pytest.mark.parametrize("name", ODD_PARTS)
@pytest.mark.parametrize("schema", [QUESTIONNAIRE.version, QUESTIONNAIRE.version + 1], ids=["known", "newer"])
def test_an_odd_part_whose_digest_holds_ends_in_the_same_way(name: str, schema: int) -> None:
    text, reason = ODD_PARTS[name]
    line = holding(text, schema=schema)
    found = outcome(QUICK, line)
    assert found == outcome(STRICT, line)
    assert isinstance(found, tuple) is (name != "as it should be")
    assert reason is None or (isinstance(found, tuple) and found[0] is reason)
