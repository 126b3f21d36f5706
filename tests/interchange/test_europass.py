"""A Europass document carries what the format can carry, says what it cannot, and comes back as it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from s2w_desktop.domain.answers import NoAnswer, Words
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.code_lists import CODE_LISTS
from s2w_desktop.domain.concepts import Concept
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.translator import english
from s2w_desktop.interchange.europass_tree import all_at, text_at
from s2w_desktop.interchange.europass_xml import read_xml
from s2w_desktop.interchange.leaving import SECTIONS_THAT_MAY_GO, as_it_may_leave
from s2w_desktop.interchange.wording import Wording
from tests.domain.anyone import anyone
from tests.domain.people import profile_with, with_row
from tests.interchange.someone import answered_rows, day, europass, lost, person, read_back, said, wording

SKELETON = Path(__file__).parents[3] / "shared" / "reference" / "interop" / "europass" / "candidate-skeleton.xml"
PUBLIC_SERVICE = Words("Public service", "eng")


def test_everything_that_has_a_place_comes_back() -> None:
    made = europass(person())
    found = read_back(made.content)
    assert made.losses.left_out == made.losses.blunted == ()
    assert answered_rows(found.profile) == answered_rows(person())
    assert (found.unfit, found.shortened, found.unplaced, found.others) == ((), (), (), 0)


@pytest.mark.parametrize("language", ["fr", "de", "el", "uk"])
def test_words_for_codes_are_found_again_in_the_language_of_the_document(language: str) -> None:
    words = wording(language)
    before = person()
    after = read_back(europass(before, words).content, words).profile
    for section in ("language", "licence_held"):
        assert answered_rows(after)[section] == answered_rows(before)[section]
    assert after.get("transversal.strengths") == before.get("transversal.strengths")
    assert after.get("digital.software") == before.get("digital.software")
    assert answered_rows(after)["unpaid"][0]["activity"] == "U08"


def test_every_language_of_the_interview_comes_back() -> None:
    for code in CODE_LISTS["language"]:
        before = with_row(Profile(person().id), "language", language=code, role="further")
        assert answered_rows(read_back(europass(before).content).profile) == answered_rows(before), code


def test_every_country_comes_back() -> None:
    for code in CODE_LISTS["country"]:
        after = read_back(europass(profile_with(identity__nationality=code)).content).profile
        assert after.text("identity.nationality") == code


@settings(max_examples=150, deadline=None)
@given(anyone(only=tuple(sorted(SECTIONS_THAT_MAY_GO))))
def test_what_is_not_told_as_lost_is_there_exactly(anybody: Profile) -> None:
    before = as_it_may_leave(QUESTIONNAIRE, anybody, PUBLIC_SERVICE)
    made = europass(before)
    after = answered_rows(read_back(made.content).profile)
    for section, rows in answered_rows(before, (*made.losses.left_out, *made.losses.blunted)).items():
        for row in rows:
            assert any(row.items() <= other.items() for other in after.get(section, [])), (section, row)


@settings(max_examples=60, deadline=None)
@given(anyone(only=tuple(sorted(SECTIONS_THAT_MAY_GO))))
def test_nothing_is_invented(anybody: Profile) -> None:
    before = answered_rows(as_it_may_leave(QUESTIONNAIRE, anybody, PUBLIC_SERVICE))
    after = answered_rows(read_back(europass(as_it_may_leave(QUESTIONNAIRE, anybody, PUBLIC_SERVICE)).content).profile)
    known = {(section, key) for section, rows in before.items() for row in rows for key in row}
    told_by_the_form = {("language", "role"), ("education", "field_broad"), ("education", "field_narrow"), ("contact", "email")}
    assert {(section, key) for section, rows in after.items() for row in rows for key in row} <= known | told_by_the_form
    assert all(len(rows) <= len(before[section]) for section, rows in after.items())


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (day("1990"), "1990"),
        (day("1990-05"), "1990-05"),
        (day("1990-05-07"), "1990-05-07"),
    ],
)
def test_a_date_is_as_exact_as_it_was_told(told: SaidDate, written: str) -> None:
    made = europass(profile_with(identity__date_of_birth=told))
    assert text_at(read_xml(made.content), "CandidatePerson/hr:BirthDate") == written
    assert lost(made) == ()


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (day("1990~"), "1990"),
        (SaidDate.heard("۱۳۶۳", CalendarKey.SOLAR_HIJRI), "1984"),
        (day("198X"), ""),
        (day("../1984"), ""),
        (SaidDate.heard("the year of the flood", CalendarKey.GREGORIAN), ""),
    ],
)
def test_a_date_that_europass_cannot_tell_is_told_as_lost(told: SaidDate, written: str) -> None:
    made = europass(profile_with(identity__date_of_birth=told))
    assert text_at(read_xml(made.content), "CandidatePerson/hr:BirthDate") == written
    assert lost(made) == ("identity.date_of_birth",)


def test_words_stand_in_the_language_of_the_document() -> None:
    title = Words("خباز", "ara", "baker", "eng")
    made = europass(with_row(Profile(person().id), "work", title_own_words=title))
    (element,) = all_at(
        read_xml(made.content), "CandidateProfile/EmploymentHistory/EmployerHistory/PositionHistory/PositionTitle"
    )
    assert (element.text, element.get("typeCode")) == ("baker", "FREETEXT")
    assert lost(made) == ("work.title_own_words",)


def test_what_has_no_place_is_named_by_its_field() -> None:
    before = profile_with(identity__nationality="XXA", education_summary__highest_completed="34", licence__can_drive="yes")
    before = with_row(before, "phone", number="210 000 000", channel="whatsapp")
    before = with_row(before, "language", language="eng", role="further", reading="PA1")
    before = with_row(before, "licence_held", kind="forklift")
    assert lost(europass(before)) == (
        "identity.nationality",
        "phone.number",
        "phone.channel",
        "language.reading",
        "education_summary.highest_completed",
        "licence.can_drive",
        "licence_held.kind",
    )


def test_a_reason_for_no_answer_is_neither_written_nor_lost() -> None:
    made = europass(profile_with(identity__given_names=NoAnswer.REFUSED, identity__sex=NoAnswer.REFUSED))
    assert lost(made) == ()
    assert b"refused" not in made.content
    assert all_at(read_xml(made.content), "CandidatePerson/GenderCode") == []


def test_a_second_address_of_mail_alone_is_told_as_lost() -> None:
    made = europass(profile_with(contact__second_email="a@example.org"))
    assert lost(made) == ("contact.second_email",)


def test_a_nationality_told_twice_is_told_as_lost() -> None:
    made = europass(profile_with(identity__nationality="SYR", identity__other_nationalities=("LBN", "SYR")))
    assert lost(made) == ("identity.other_nationalities",)


BAKER = Concept("http://data.europa.eu/esco/occupation/9f4a2a18-1e6c-4e1b-9a2b-3d0f3c1a7b55", "7512", "baker", "en", "1.2.1")
SENTENCE = b"This service uses the ESCO classification of the European Commission."


def test_an_occupation_of_esco_goes_with_its_address_and_the_sentence() -> None:
    before = with_row(Profile(person().id), "work", title_own_words=said("Baker"), occupation_esco=BAKER)
    made = europass(before)
    (title,) = all_at(read_xml(made.content), "CandidateProfile/EmploymentHistory/EmployerHistory/PositionHistory/PositionTitle")
    assert (title.text, title.get("typeCode"), title.get("languageID")) == ("Baker", "URI", BAKER.uri)
    assert SENTENCE in made.content
    assert lost(made) == ("work.occupation_esco",)  # label and version stay here
    assert SENTENCE not in europass(person()).content


def test_an_occupation_of_esco_is_found_again_where_a_pack_knows_it() -> None:
    before = with_row(Profile(person().id), "work", title_own_words=said("Baker"), occupation_esco=BAKER)
    knowing = Wording.of(english(), lambda uri, _language: BAKER if uri == BAKER.uri else None)
    assert answered_rows(read_back(europass(before).content, knowing).profile) == answered_rows(before)
    found = read_back(europass(before).content)
    assert found.unfit == ("work.occupation_esco",)
    assert answered_rows(found.profile)["work"] == [{"title_own_words": said("Baker")}]


def test_several_driving_licences_become_one() -> None:
    before = with_row(Profile(person().id), "licence_held", kind="driving", categories=("B",))
    before = with_row(before, "licence_held", kind="driving", categories=("C",))
    made = europass(before)
    assert lost(made) == ("licence_held.kind", "licence_held.categories")
    assert answered_rows(read_back(made.content).profile)["licence_held"] == [{"kind": "driving", "categories": ("B", "C")}]


def test_the_document_does_not_pass_for_one_of_europass() -> None:
    made = europass(person()).content
    assert b'schemeAgencyName="EUROPASS"' not in made
    assert b"Not issued or checked by Europass" in made.split(b"<Candidate")[0]


def test_equal_profiles_give_equal_bytes() -> None:
    assert europass(person()).content == europass(person()).content


def test_the_sections_that_europass_shall_show_are_named() -> None:
    titles = all_at(read_xml(europass(person()).content), "RenderingInformation/Design/SectionsOrder/Section/Title")
    assert [title.text for title in titles] == [
        "work-experience", "education-training", "language", "profile-skills", "driving-licence",
    ]  # fmt: skip


@pytest.mark.skipif(not SKELETON.exists(), reason="the reference data are not here")
def test_a_document_as_europass_writes_it_is_read() -> None:
    found = read_back(SKELETON.read_bytes())
    rows = answered_rows(found.profile)
    assert rows["identity"] == [
        {"given_names": "Given", "family_names": "Family", "date_of_birth": day("1990-01-01"), "nationality": "SYR"}
    ]
    assert rows["contact"] == [{"email": "person@example.org", "address": "City, Greece"}]
    assert rows["phone"] == [{"number": "+300000000000"}]
    assert rows["work"] == [
        {
            "title_own_words": said("baker"),
            "sector": "C",
            "employer": "Example bakery",
            "city": "City",
            "country": "SYR",
            "start": day("2012-03"),
            "ongoing": "no",
            "end": day("2019-11"),
            "tasks": said("Free text, escaped HTML"),
        }
    ]
    assert [row["language"] for row in rows["language"]] == ["ara", "eng"]
    assert (found.unfit, found.unplaced, found.others) == (("work.occupation_esco",), (), 0)  # no pack is installed here
