"""Plain values from outside are held against the declaration."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s2w_desktop.domain.answers import NoAnswer, to_plain
from s2w_desktop.domain.canonical import Plain
from s2w_desktop.domain.errors import InvalidAnswer
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.reading import read_answer, read_changes
from s2w_desktop.domain.said_dates import DateFault, SaidDate

GOOD: list[tuple[str, Plain]] = [
    ("identity.given_names", "Ada"),
    ("identity.given_names", "x" * 200),
    ("identity.date_of_birth", "1991"),
    ("identity.date_of_birth", "1991-05-07~"),
    ("identity.date_of_birth", {"said": "۱۳۶۳", "calendar": "solar_hijri", "date": "1984-03-21/1985-03-20"}),
    ("identity.date_of_birth", {"said": "spring", "calendar": "gregorian"}),
    ("identity.date_of_birth", {"said": "in the year of the flood", "calendar": "ethiopian", "date": "1983-09-12/1984-09-10"}),
    ("identity.sex", "F"),
    ("identity.sex", {"no": "refused"}),
    ("language.0190f3a1-0000-7000-8000-000000000000.listening", "PA1"),
    ("work_summary.years_worked_total", {"n": "12.5", "about": True}),
    ("barrier.barriers", ["B01", "B06"]),
    ("work_summary.main_occupation", {"said": "خياط", "lang": "ara", "translation": "tailor", "to": "eng"}),
    ("language.0190f3a1-0000-7000-8000-000000000000.", 3),
]
BAD: list[tuple[str, Plain]] = [
    ("identity.given_names", "x" * 201),
    ("identity.given_names", "nul\0"),
    ("identity.given_names", "lone \ud800"),
    ("identity.given_names", "e\u0301"),
    ("identity.given_names", 7),
    ("identity.given_names", ["a"]),
    ("identity.date_of_birth", "1991-13"),
    ("identity.date_of_birth", "1991-02-30"),
    ("identity.date_of_birth", "١٩٩١"),
    ("identity.date_of_birth", ""),
    ("identity.date_of_birth", 1991),
    ("identity.date_of_birth", {}),
    ("identity.date_of_birth", {"said": "۱۳۶۳", "calendar": "solar_hijri"}),  # understood, but without its days
    ("identity.date_of_birth", {"said": "۱۳۶۳", "calendar": "solar_hijri", "date": "1984"}),  # other days than it means
    ("identity.date_of_birth", {"said": "۱۳۶۳", "calendar": "ethiopian", "date": "1984-03-21/1985-03-20"}),
    ("identity.date_of_birth", {"said": "1363-13", "calendar": "solar_hijri", "date": "1984"}),  # numbers that make no date
    ("identity.date_of_birth", {"said": "1991", "calendar": "gregorian", "date": "1991"}),  # has a shorter form
    ("identity.date_of_birth", {"said": "", "calendar": "gregorian"}),
    ("identity.date_of_birth", {"said": " x", "calendar": "gregorian"}),
    ("identity.date_of_birth", {"said": "e\u0301", "calendar": "gregorian"}),
    ("identity.date_of_birth", {"said": "x" * 401, "calendar": "gregorian"}),
    ("identity.date_of_birth", {"said": "spring", "calendar": "mayan"}),
    ("identity.date_of_birth", {"said": "spring", "calendar": ["gregorian"]}),
    ("identity.date_of_birth", {"said": "spring", "calendar": "gregorian", "date": "last"}),
    ("identity.date_of_birth", {"said": "spring", "calendar": "gregorian", "date": None}),
    ("identity.date_of_birth", {"said": "spring", "calendar": "gregorian", "more": "x"}),
    ("identity.date_of_birth", {"said": "spring"}),
    ("identity.sex", "Q"),
    ("identity.sex", {"no": "dunno"}),
    ("identity.sex", {"no": ["refused"]}),
    ("identity.sex", True),
    ("barrier.barriers", []),
    ("barrier.barriers", ["B06", "B01"]),
    ("barrier.barriers", ["B01", "B01"]),
    ("barrier.barriers", "B01"),
    ("work_summary.years_worked_total", 12),
    ("work_summary.years_worked_total", {"n": "1e9"}),
    ("work_summary.years_worked_total", {"n": "١٢"}),
    ("work_summary.years_worked_total", {"n": "1", "about": 1}),
    ("work_summary.years_worked_total", {"n": "1", "more": "x"}),
    ("work_summary.main_occupation", {"said": "", "lang": "ara"}),
    ("identity.unknown", "x"),
    ("nowhere.at_all", "x"),
    ("language.listening", "A1"),
    ("identity.entry.sex", "F"),
    ("language.0190f3a1-0000-7000-8000-000000000000.", True),
    ("language.0190f3a1-0000-7000-8000-000000000000.", -1),
    ("identity.x.", 1),
    ("language.a.b.", 1),
    ("language.a.", 1),
    ("language.0190F3A1-0000-7000-8000-000000000000.", 1),
]


@pytest.mark.parametrize(("path", "plain"), GOOD)
def test_what_fits_is_taken(path: str, plain: Plain) -> None:
    read_changes(QUESTIONNAIRE, {path: plain})


@pytest.mark.parametrize(("path", "plain"), BAD, ids=str)
def test_what_does_not_fit_is_refused_without_repeating_it(path: str, plain: Plain) -> None:
    with pytest.raises(InvalidAnswer) as caught:
        read_changes(QUESTIONNAIRE, {path: plain})
    assert caught.value.path == path
    assert str(plain) not in str(caught.value) or not str(plain)


@pytest.mark.parametrize(("path", "plain"), [pair for pair in GOOD if not pair[0].endswith(".")])
def test_reading_and_writing_are_inverse(path: str, plain: Plain) -> None:
    assert to_plain(read_answer(QUESTIONNAIRE.spec(path), path, plain)) == plain


@pytest.mark.parametrize("reason", NoAnswer)
def test_each_reason_fits_every_question(reason: NoAnswer) -> None:
    for section, spec in QUESTIONNAIRE.fields():
        assert read_answer(spec, section.key, {"no": reason.value}) is reason


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
)


@given(
    st.sampled_from([f"{section.key}.{spec.key}" for section, spec in QUESTIONNAIRE.fields() if not section.repeats]),
    plain_values,
)
def test_nothing_from_outside_raises_anything_but_invalid_answer(path: str, plain: Plain) -> None:
    with contextlib.suppress(InvalidAnswer):
        read_answer(QUESTIONNAIRE.spec(path), path, plain)


def test_a_year_that_questionnaire_1_took_is_kept_and_remarked_upon() -> None:
    read = read_answer(QUESTIONNAIRE.spec("identity.date_of_birth"), "any", "1084-02")
    assert read == SaidDate(None, "1084-02")
    assert isinstance(read, SaidDate)
    assert read.fault is DateFault.YEAR
    assert read_answer(QUESTIONNAIRE.spec("identity.date_of_birth"), "any", to_plain(read)) == read


_FIRST, _SECOND = "0190f3a1-0000-7000-8000-000000000001", "0190f3a1-0000-7000-8000-000000000002"
OF_ENTRIES: dict[str, Plain] = {
    f"language.{_FIRST}.": 0,
    f"language.{_FIRST}.listening": "A1",
    f"language.{_FIRST}.role": "further",
    f"language.{_SECOND}.": 1,
    f"language.{_SECOND}.listening": "B2",
    f"work.{_FIRST}.": 0,
    f"work.{_FIRST}.ongoing": "yes",
    f"work.{_FIRST}.ongoing:remark": "since spring",
    "identity.sex": "F",
    "identity.sex:remark": "said so",
}


@given(st.permutations(sorted(OF_ENTRIES)))
def test_changes_of_several_entries_are_read_alike_in_any_order(paths: list[str]) -> None:
    found = read_changes(QUESTIONNAIRE, {path: OF_ENTRIES[path] for path in paths})
    assert found == {path: read_changes(QUESTIONNAIRE, {path: plain})[path] for path, plain in OF_ENTRIES.items()}


def test_a_field_of_one_section_is_not_taken_after_an_entry_of_another() -> None:
    changes: dict[str, Plain] = {f"language.{_FIRST}.listening": "A1", f"work.{_FIRST}.listening": "A1"}
    with pytest.raises(InvalidAnswer):
        read_changes(QUESTIONNAIRE, changes)


@pytest.mark.parametrize("codes", [["B01", "B01"], ["B06", "B01"], ["B01", 1], ["B01", ["B06"]], ["B01", {}], ["B01", "?"]])
def test_several_codes_are_in_order_known_and_told_once(codes: list[Plain]) -> None:
    with pytest.raises(InvalidAnswer):
        read_changes(QUESTIONNAIRE, {"barrier.barriers": codes})
