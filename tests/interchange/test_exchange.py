"""A candidate of the Data Exchange Framework carries what the framework can, fits its schema, and comes back as it was."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings

from s2w_desktop import paths
from s2w_desktop.domain.answers import NoAnswer, Words
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.interchange_errors import AnswersMissing, NotAProfileFile, ProfileFileTooLarge
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.interchange.exchange_json import SCHEMA as SCHEMA_FILE
from s2w_desktop.interchange.exchange_map import NOT_OURS_TO_KNOW
from s2w_desktop.interchange.leaving import SECTIONS_THAT_MAY_GO, as_it_may_leave
from tests.domain.anyone import anyone
from tests.domain.people import profile_with, with_row
from tests.interchange.someone import SCHEMA, answered_rows, candidate, day, exchange, lost, read_candidate, said

TABLES = Path(__file__).parents[3] / "shared" / "reference" / "interop" / "data-exchange-framework"
PUBLIC_SERVICE = Words("Public service", "eng")
LEAST: dict[str, Any] = {
    "id": "1",
    "meta_source": "Example Aid",
    "country_of_origin": "SYR",
    "country_of_residence": "GRC",
    "main_occupation": "Baker",
    "work": [],
    "created_at": "2026-11-22T09:30:00+00:00",
}


def file_of(**more: object) -> bytes:
    return json.dumps({**LEAST, **more}).encode()


def test_everything_that_has_a_place_comes_back() -> None:
    made = exchange(candidate())
    found = read_candidate(made.content)
    assert made.losses.left_out == made.losses.blunted == ()
    assert answered_rows(found.profile) == answered_rows(candidate())
    assert (found.unfit, found.shortened, found.others) == ((), (), 0)
    assert found.unplaced == ("country_of_residence",)


def test_a_whole_day_stands_where_the_framework_has_it_and_a_year_beside_it() -> None:
    document = json.loads(exchange(candidate()).content)
    assert (document["work"][0]["to"], document["work"][0]["s2w_from"]) == ("2019-11-01", "2012-03")
    assert {"from", "s2w_to"}.isdisjoint(document["work"][0])


@settings(max_examples=120, deadline=None)
@given(anyone(only=tuple(sorted(SECTIONS_THAT_MAY_GO))))
def test_what_is_not_told_as_lost_is_there_exactly(anybody: Profile) -> None:
    before = as_it_may_leave(QUESTIONNAIRE, anybody, PUBLIC_SERVICE)
    before = before.with_answer("identity.country_of_origin", "SYR").with_answer("work_summary.main_occupation", said("Baker"))
    made = exchange(before)
    after = answered_rows(read_candidate(made.content).profile)
    for section, rows in answered_rows(before, (*made.losses.left_out, *made.losses.blunted)).items():
        for row in rows:
            assert any(row.items() <= other.items() for other in after.get(section, [])), (section, row)


@settings(max_examples=60, deadline=None)
@given(anyone(only=("language", "education", "work", "unpaid", "identity", "phone")))
def test_nothing_is_invented(anybody: Profile) -> None:
    before = as_it_may_leave(QUESTIONNAIRE, anybody, PUBLIC_SERVICE)
    before = before.with_answer("identity.country_of_origin", "SYR").with_answer("work_summary.main_occupation", said("Baker"))
    assume(all("title_own_words" in row for row in answered_rows(before).get("work", [])))
    after = answered_rows(read_candidate(exchange(before).content).profile)
    known = {(section, key) for section, rows in answered_rows(before).items() for row in rows for key in row}
    assert {(section, key) for section, rows in after.items() for row in rows for key in row} <= known


def test_a_language_of_the_interview_comes_back_under_its_code() -> None:
    for code in CODE_LISTS["language"]:
        before = with_row(candidate(), "language", language=code)
        assert answered_rows(read_candidate(exchange(before).content).profile)["language"][-1] == {"language": code}


def test_what_the_framework_demands_and_nobody_knows_is_named() -> None:
    with pytest.raises(AnswersMissing) as raised:
        exchange(profile_with(identity__country_of_origin=NoAnswer.REFUSED))
    assert raised.value.paths == ("identity.country_of_origin", "work_summary.main_occupation")


def test_a_job_without_a_title_is_called_by_its_group() -> None:
    before = with_row(candidate(), "work", isco08="7512")
    made = exchange(before)
    assert json.loads(made.content)["work"][1]["position"].startswith("Bakers")
    assert lost(made) == ("work.isco08",)


def test_school_without_a_level_is_kept() -> None:
    made = exchange(with_row(candidate(), "education", title=said("Evening school")))
    assert answered_rows(read_candidate(made.content).profile)["education"][-1] == {"title": said("Evening school")}


def test_what_has_no_place_is_named_by_its_field() -> None:
    before = with_row(candidate(), "phone", number="+306900000001")
    before = with_row(before, "skill", skill=said("Sourdough"))
    assert lost(exchange(before)) == ("phone.number", "skill.skill")


def test_the_first_number_that_is_known_is_told() -> None:
    before = with_row(Profile(candidate().id), "phone", channel="whatsapp")
    before = with_row(before, "phone", number="+306900000001", channel="signal")
    before = before.with_answer("identity.country_of_origin", "SYR").with_answer("work_summary.main_occupation", said("Baker"))
    made = exchange(before)
    document = json.loads(made.content)
    assert (document["phone"], document["phone_type"]) == ("+306900000001", "Signal")
    assert lost(made) == ("phone.channel",)


def test_files_of_others_are_read() -> None:
    found = read_candidate(
        file_of(
            country_of_origin="Syria",
            country_of_citizenship="sy",
            additional_citizenships="LB",
            gender="Prefer not to say",
            language=[{"language": "ar", "level": "C1"}, {"language": "Greek"}, {"language": "fre"}],
            education={"level": "Doctoral degree", "degree_or_program_name": "Chemistry"},
            soft_skills="humour",
            marital_status="Engaged",
            refused_visa_to_any_country="a long story",
            favourite_colour="blue",
            work={"position": "Chemist", "paid": True, "hours_per_week": 37.5, "boss": "x"},
        )
    )
    rows = answered_rows(found.profile)
    assert rows["identity"] == [{"country_of_origin": "SYR", "nationality": "SYR", "other_nationalities": ("LBN",)}]
    assert found.profile.get("identity.sex") is NoAnswer.REFUSED
    assert [row["language"] for row in rows["language"]] == ["ara", "ell", "fra"]
    assert rows["education"] == [{"title": said("Chemistry")}]
    assert rows["work"][0]["title_own_words"] == said("Chemist")
    assert found.unfit == ("transversal.strengths", "education.level")
    assert found.unplaced == ("level", "country_of_residence", "marital_status")
    assert found.others == 2


def test_what_is_no_business_of_a_profile_is_not_even_named() -> None:
    found = read_candidate(file_of(**dict.fromkeys(NOT_OURS_TO_KNOW, "a long story")))
    assert (found.unplaced, found.others) == (("country_of_residence",), 0)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"id": ""}, "id"),
        ({"date_of_birth": "1990"}, "date_of_birth"),
        ({"date_of_birth": "1990-02-31"}, "date_of_birth"),
        ({"gender": "female"}, "gender"),
        ({"work": [{"employer": "Example"}]}, "work"),
        ({"education": [{"institution": "Example"}]}, "education"),
        ({"work": "Baker"}, "work"),
        ({"work": [{"position": "Baker", "paid": "yes"}]}, "work"),
    ],
)
def test_what_breaks_the_schema_is_refused_by_its_place(change: dict[str, object], place: str) -> None:
    with pytest.raises(NotAProfileFile) as raised:
        read_candidate(file_of(**change))
    assert raised.value.place.startswith(place)


@pytest.mark.parametrize("name", sorted(LEAST))
def test_every_required_field_is_required(name: str) -> None:
    document = {key: value for key, value in LEAST.items() if key != name}
    with pytest.raises(NotAProfileFile) as raised:
        read_candidate(json.dumps(document).encode())
    assert raised.value.place == name


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b'{"id": 1e999}',
        b'{"id": NaN}',
        b'{"id": "1", "id": "2"}',
        b"\xff\xfe{}",
        b'{"id": ' + b"9" * 5000,
    ],
)
def test_broken_json_is_refused(untrusted: bytes) -> None:
    with pytest.raises(NotAProfileFile):
        read_candidate(untrusted)


@pytest.mark.parametrize(
    "untrusted",
    [b'{"work": ' + b"[" * 100_000, file_of(x=[[[[[[[[[[[[1]]]]]]]]]]]]), b'{"id": "' + b"x" * 2_000_000 + b'"}'],
    ids=["deep", "rather deep", "large"],
)
def test_json_beyond_all_bounds_is_refused(untrusted: bytes) -> None:
    with pytest.raises(ProfileFileTooLarge):
        read_candidate(untrusted)


def test_lone_surrogates_and_zeros_do_not_come_in() -> None:
    found = read_candidate(b'{"given_names": "A\\ud800\\u0000na", ' + file_of().lstrip(b"{"))
    assert found.profile.get("identity.given_names") == "Ana"


@pytest.mark.skipif(not TABLES.exists(), reason="the reference data are not here")
def test_the_schema_has_exactly_the_fields_of_the_published_tables() -> None:
    schema = json.loads((paths.resources() / SCHEMA_FILE).read_text("utf-8"))
    objects = {
        "schema": schema,
        **{f"{name}_object": schema["$defs"][name] for name in ("education", "language", "work")},
        "current_legal_status_object": schema["$defs"]["legal_status"],
    }
    for name, found in objects.items():
        lines = (TABLES / f"{name}.yml").read_text("utf-8").splitlines()
        fields = [line.partition("field:")[2].strip() for line in lines if line.startswith("- field:")]
        required = [line.partition("required:")[2].strip() for line in lines if line.strip().startswith("required:")]
        assert [key for key in found["properties"] if not key.startswith("s2w_")] == fields
        assert set(found["required"]) == {field for field, need in zip(fields, required, strict=True) if need == "yes"}
    for name in ("gender", "marital_status", "phone_type"):
        lines = (TABLES / f"{name}_enum.yml").read_text("utf-8").splitlines()
        choices = [line.partition("field:")[2].strip() for line in lines if line.startswith("- field:")]
        assert schema["$defs"][name]["enum"] == choices


def test_names_of_the_schema_are_what_the_reader_knows() -> None:
    assert SCHEMA.names >= {"id", "work", "s2w_date_of_birth", *NOT_OURS_TO_KNOW}


def test_a_day_is_written_as_the_framework_writes_it() -> None:
    made = json.loads(exchange(profile_with_day()).content)
    assert made["date_of_birth"] == "1990-05-07"


def profile_with_day() -> Profile:
    return candidate().with_answer("identity.date_of_birth", day("1990-05-07"))
