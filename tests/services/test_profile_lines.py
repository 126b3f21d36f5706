"""Profiles as JSON Lines."""

import json
from collections.abc import Iterable
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.errors import InvalidLine
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.profile_lines import MOST_BYTES, profile_line, read_profile_lines
from s2w_desktop.services.sample_people import SamplePeople
from s2w_desktop.services.workplace import Workplace
from tests.copies import COPIES, ONE
from tests.services.places import RESOURCES

SECRET = "Layla of the hostile line"


def read(*lines: bytes) -> list[tuple[int, Profile | InvalidLine]]:
    return list(read_profile_lines(QUESTIONNAIRE, lines, uuid4))


def line(**parts: object) -> bytes:
    return json.dumps(parts, ensure_ascii=False).encode()


def the_only(lines: Iterable[tuple[int, Profile | InvalidLine]]) -> Profile:
    ((_, found),) = lines
    assert isinstance(found, Profile)
    return found


def test_what_was_written_reads_back(laptop: Workplace) -> None:
    for person in SamplePeople(RESOURCES, laptop.station, 3).people(30):
        plain = profile_line(QUESTIONNAIRE, person.profile)
        assert profile_line(QUESTIONNAIRE, the_only(read(json.dumps(plain).encode()))) == plain


def test_an_empty_object_is_a_blank_profile_and_empty_lines_are_none() -> None:
    assert read(b"\n", b"  \r\n") == []
    assert the_only(read(b"{}")).held == {}


def test_entries_keep_their_order() -> None:
    rows = [{"language": "ara"}, {"language": "ell", "writing": "A1"}, {"language": {"no": "refused"}}]
    plain = profile_line(QUESTIONNAIRE, the_only(read(line(entries={"language": rows}))))
    assert plain["entries"] == {"language": rows}


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"not json", ""),
        (b"[]", ""),
        (b"null", ""),
        (b"{", ""),
        (b"[" * 100_000, ""),
        (b'{"answers": {}, "answers": {}}', ""),
        (b"1" * 10_000, ""),
        (b"\xff\xfe", ""),
        (line(unknown=SECRET), ""),
        (line(type="other"), ""),
        (line(answers=[]), "answers"),
        (line(answers={SECRET: "x"}), ""),
        (line(answers={"identity": "x"}), ""),
        (line(answers={"identity.sex": SECRET}), "identity.sex"),
        (line(answers={"identity.sex": None}), "identity.sex"),
        (line(answers={"identity.sex": 1}), "identity.sex"),
        (line(answers={"identity.sex": {"no": SECRET}}), "identity.sex"),
        (line(answers={"identity.given_names": "x" * 201}), "identity.given_names"),
        (line(answers={"identity.given_names": "a\0b"}), "identity.given_names"),
        (b'{"answers": {"identity.given_names": "\\ud800"}}', "identity.given_names"),
        (line(answers={"education_summary.years_schooling": {"n": "1e999"}}), "education_summary.years_schooling"),
        (b'{"answers": {"education_summary.years_schooling": NaN}}', ""),
        (b'{"answers": {"education_summary.years_schooling": 1.5}}', ""),
        (line(answers={"language.language": "ara"}), ""),
        (line(entries={"identity": []}), "entries"),
        (line(entries={SECRET: []}), "entries"),
        (line(entries={"language": {}}), "language"),
        (line(entries={"language": [{}] * 13}), "language"),
        (line(entries={"language": [{"language": SECRET}]}), "language.language"),
        (line(entries={"language": [{SECRET: "x"}]}), ""),
        (line(entries={"language": ["x"]}), "language"),
        (line(case_number=SECRET), "record.case_number"),
        (line(case_number=5), "record.case_number"),
        (line(case_number="GR-2222-2222-2"), "record.case_number"),
        (b'{"answers": {"record.remark": "' + b"x" * MOST_BYTES + b'"}}', ""),
    ],
)
def test_a_line_that_does_not_fit_is_refused_by_number_and_field_never_by_value(content: bytes, path: str) -> None:
    ((_, good), (number, refused)) = read(b"{}", content)
    assert isinstance(good, Profile)
    assert isinstance(refused, InvalidLine)
    assert (number, refused.line, refused.path) == (2, 2, path)
    assert SECRET not in repr(refused)


def test_a_bad_line_does_not_stop_the_others() -> None:
    found = read(b"{}", b"bad", b"{}")
    assert [isinstance(one, Profile) for _, one in found] == [True, False, True]


@given(st.binary(max_size=200))
def test_no_bytes_at_all_break_the_reader(content: bytes) -> None:
    for _, found in read(content):
        assert isinstance(found, Profile | InvalidLine)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=20), inner, max_size=3),
    max_leaves=10,
)


@given(
    st.dictionaries(
        st.sampled_from(["type", "case_number", "answers", "entries"]),
        JSON | st.dictionaries(st.sampled_from(["identity.sex", "language", "work.title_own_words", "barrier.barriers"]), JSON),
    )
)
def test_no_json_at_all_breaks_the_reader(parts: dict[str, object]) -> None:
    for _, found in read(json.dumps(parts).encode()):
        assert isinstance(found, Profile | InvalidLine)


def test_a_line_cannot_name_a_copy_that_it_does_not_bring() -> None:
    copy = {"file": "0" * 64, "kind": "pdf", "size": 10, "pages": 1}
    ((number, refused),) = read_profile_lines(COPIES, [line(answers={ONE: copy})], uuid4)
    assert number == 1
    assert isinstance(refused, InvalidLine)
    assert refused.path == ONE
