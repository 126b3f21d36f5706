"""What the profile paper prints of a life: evidence as it was answered, nothing lost, nothing dangerous, nothing made up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from s2w_desktop.domain.answers import Answer, NoAnswer, Words
from s2w_desktop.domain.calendars import CalendarKey
from s2w_desktop.domain.country.records import CountryPack
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.said_dates import SaidDate
from s2w_desktop.i18n.isolation import without_isolates
from s2w_desktop.paths import resources
from s2w_desktop.pdf.content import Entry, Evidence, Link, Paper, Station, Texts, Years
from s2w_desktop.pdf.order import PaperOrder
from s2w_desktop.reference.country_source import read_source
from tests.services.lives import Office, both, full_life, number, one_line_life, since, with_answers, with_entry


@pytest.fixture(scope="module")
def pack() -> CountryPack:
    return read_source(resources() / "country" / "sample", date(2026, 6, 1))


@pytest.fixture(scope="module")
def office(pack: CountryPack) -> Office:
    return Office(pack)


def paper_of(office: Office, profile: Profile, *languages: str, is_named: bool = True) -> Paper:
    return office.paper(profile, PaperOrder(languages or ("en", "ar"), is_named=is_named))


def plain(texts: Texts | None, language: str = "en") -> str:
    return without_isolates((texts or {}).get(language, "")).replace("\u00a0", " ")


def titles(rows: Sequence[Entry | Station], language: str = "en") -> list[str]:
    return [plain(row.title, language) for row in rows]


def test_evidence_is_that_of_each_answer(office: Office) -> None:
    paper = paper_of(office, full_life())
    assert {plain(station.title): station.evidence for station in paper.stations} == {
        "Greek course A2": None,
        "Helper in the family bakery": Evidence.DETAILED,
        "Baker, small bakery": Evidence.CONFIRMED,
        "Upper secondary school": Evidence.SEEN,
        "Caring for children": None,
    }
    marks = [skill.evidence for skill in paper.skills]
    assert marks == [Evidence.SHOWN, Evidence.DETAILED, Evidence.STATED, None, None]
    assert [strength.evidence for strength in paper.strengths] == [None] * 3


@pytest.mark.parametrize("code", ["0", *(str(mark.value) for mark in Evidence)])
def test_every_step_of_evidence_has_its_mark_and_not_asked_has_none(office: Office, code: str) -> None:
    profile = with_entry(one_line_life(), "skill", skill=both("Baking", "الخبز"), level="alone", evidence=code)
    (skill,) = paper_of(office, profile).skills
    assert skill.evidence == (Evidence(int(code)) if int(code) else None)


def test_the_newest_station_stands_first_and_months_are_told_of_short_ones(office: Office) -> None:
    labels = [station.years.label for station in paper_of(office, full_life()).stations]
    assert labels == ["2025–", "2024-02–2024-09", "2016–2022", "2010–2013", ""]


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        ("2020-03", "2020-03", "2020-03"),
        ("2020-03", "2022-02", "2020-03–2022-02"),
        ("2020-03", "2022-03", "2020–2022"),
        ("2020", "2021-05", "2020–2021"),
        ("../2010", None, ""),
        (None, "../2010", "–2010"),
        ("198X", None, ""),
        ("2015~", "2018?", "2015–2018"),
    ],
)
def test_years_are_told_as_far_as_they_are_known(office: Office, start: str | None, end: str | None, label: str) -> None:
    dates = {key: since(edtf) for key, edtf in (("start", start), ("end", end)) if edtf}
    profile = with_entry(one_line_life(), "work", title_own_words=both("Baker", "خبّازة"), job_type="EMP", **dates)
    (station,) = paper_of(office, profile).stations
    assert station.years.label == label


@pytest.mark.parametrize(("start", "words"), [("198X", "the 1980s"), ("../2010", "before 2010"), ("2010/..", "after 2010")])
def test_a_date_of_no_single_year_is_told_in_words(office: Office, start: str, words: str) -> None:
    profile = with_entry(one_line_life(), "work", title_own_words=both("Baker", "خبّازة"), job_type="EMP", start=since(start))
    (station,) = paper_of(office, profile).stations
    assert plain(station.detail) == f"Employed · {words}"


def test_a_dangerous_employer_is_told_as_its_branch_and_nothing_of_what_was_done(office: Office) -> None:
    told: dict[str, Answer] = {"employer": "Ministry", "sector": "O", "tasks": both("Secret", "سر"), "job_type": "EMP"}
    profile = with_entry(
        one_line_life(), "work", title_own_words=both("Clerk", "كاتبة"), isco08="4110", sensitive_employer="yes", **told
    )
    (station,) = paper_of(office, profile).stations
    said = plain(station.title) + plain(station.detail)
    assert "Clerk" in said
    assert "Public administration" in said
    assert "Ministry" not in said
    assert station.words is None


def test_exposed_work_of_somebody_at_risk_is_public_service_and_no_more(office: Office) -> None:
    told: dict[str, Answer] = {"employer": "Ministry", "sector": "O", "tasks": both("Secret", "سر"), "job_type": "EMP"}
    profile = with_entry(
        one_line_life(), "work", title_own_words=both("Judge", "قاضية"), isco08="2612", sensitive_employer="yes", **told
    )
    (station,) = paper_of(office, profile).stations
    assert plain(station.title) == "Public service, not described"
    assert plain(station.detail) == "Employed"
    assert station.words is None


def test_without_a_name_nothing_says_who_it_is(office: Office) -> None:
    profile = with_entry(full_life(), "education", kind="higher", title=both("Physics", "فيزياء"), institution="Damascus")
    named, coded = (repr(paper_of(office, profile, is_named=is_named)) for is_named in (True, False))
    for word in ("Layla", "Mithal", "ليلى", "Furn al-Noor", "Damascus"):
        assert word in named
        assert word not in coded
    assert "S2W-GR-7K4M-92QD" in coded


def test_words_in_neither_language_of_the_paper_stand_as_they_were_said(office: Office) -> None:
    paper = paper_of(office, full_life(), "fr", "ti")
    assert paper.agreement is not None
    assert set(paper.agreement.words or {}) == {"fr"}
    assert plain(paper.agreement.words, "fr") == "I worked longer than it says here."
    assert plain(paper.skills[0].title, "fr") == "Yeast dough, sour dough"
    assert plain(paper.skills[0].title, "ti") == ""
    assert "Would like" not in repr(paper.goals)
    assert any("Head of a bakery" in plain(goal, "fr") for goal in paper.goals)


def test_words_in_one_language_alone_leave_the_other_open(office: Office) -> None:
    profile = with_entry(one_line_life(), "skill", skill=Words("خبز", "ara"), level="alone", evidence="1")
    (skill,) = paper_of(office, profile).skills
    assert set(skill.title) == {"ar"}


def test_dissent_is_printed_in_the_persons_words(office: Office) -> None:
    agreement = paper_of(office, full_life()).agreement
    assert agreement is not None
    assert plain(agreement.statement) == "Read back in Arabic. The person agrees with a part of this."
    assert plain(agreement.words, "ar") == "عملت مدة أطول مما كُتب هنا."


@pytest.mark.parametrize(
    ("answers", "statement"),
    [
        ({"appraisal.person_agrees": "yes"}, "The person agrees with this."),
        ({"appraisal.person_agrees": "no"}, "The person does not agree with this."),
        ({"signoff.person_confirms": "with_reservations"}, "The person agrees with a part of this."),
        ({"signoff.read_back_done": "yes", "signoff.read_back_language": "ara"}, "Read back in Arabic."),
        ({"appraisal.person_agrees": NoAnswer.REFUSED}, None),
        ({}, None),
    ],
)
def test_agreement_is_told_as_it_was_given(office: Office, answers: dict[str, Answer], statement: str | None) -> None:
    agreement = paper_of(office, with_answers(one_line_life(), answers)).agreement
    assert (plain(agreement.statement) if agreement else None) == statement


def test_goals_stand_by_rank_with_the_wish_for_work(office: Office) -> None:
    goals = [plain(goal) for goal in paper_of(office, full_life()).goals]
    assert goals == [
        "Learn the language of this country · Within a year",
        "Have a diploma recognised",
        "Work in the own occupation",
        "Would like to work as: Head of a bakery",
    ]


def test_steps_stand_by_urgency_with_the_contact_of_the_country_pack(office: Office) -> None:
    first, second = paper_of(office, full_life()).steps
    assert (first.date, second.date) == ("2026-12-04", "2026-12-15")
    lines = [plain(line) for line in first.service]
    assert lines[0] == "Sarelian language course, A1 to B1"
    assert lines[1].startswith("+49 30 5550 1234 · Mon to Thu")
    assert lines[2:] == ["25 School Street, Amberhaven", "language-course@example.org", "openschool.example.org"]
    assert plain(first.bring).startswith("Bring along: ")
    assert [link.uri for link in first.links] == [
        "tel:+493055501234",
        "mailto:language-course@example.org",
        "https://openschool.example.org",
    ]
    shown = [without_isolates(line["en"]) for line in first.service]
    assert all(any(link.text in line for line in shown) for link in first.links)
    assert (second.service, second.bring, second.links) == ((), None, ())


def test_without_the_pack_the_contact_that_was_copied_stays(pack: CountryPack) -> None:
    other = replace(pack, header=replace(pack.header, pack_id="elsewhere"))
    for office in (Office(), Office(other)):
        first = paper_of(office, full_life()).steps[0]
        assert len(first.service) == 2
        assert first.bring is None
        assert first.links == (Link("+49\u00a030\u00a05550\u00a01234", "tel:+493055501234"),)


@pytest.mark.parametrize("state", ["done", "refused_by_person", "dropped", "not_available"])
def test_what_is_done_or_refused_is_no_step_ahead(office: Office, state: str) -> None:
    told: dict[str, Answer] = {"priority": "1_now", "responsible": "person"}
    profile = with_entry(one_line_life(), "recommendation", type="R01", state=state, **told)
    profile = with_entry(profile, "recommendation", type="R02", state="started", **told)
    assert len(paper_of(office, profile).steps) == 1


def test_skills_begin_with_those_that_shall_stand_out(office: Office) -> None:
    paper = paper_of(office, full_life())
    assert titles(paper.skills) == [
        "Yeast dough, sour dough · Very well, can teach it",
        "Stone oven · Alone",
        "operate oxy-fuel welding torch · With help",
        "Digital skills: advanced",
        "Driving licence · B, C1 · 2015 · Can be exchanged",
    ]
    assert "ar" not in paper.skills[2].title, "no pack has the concept in Arabic"


def test_documents_are_those_that_are_there(office: Office) -> None:
    documents = paper_of(office, full_life()).documents
    assert titles(documents) == [
        "Diploma · School or course · 2013 · Copy or photo is here",
        "Work reference · Job · Original is here",
    ]
    assert [document.evidence for document in documents] == [Evidence.SEEN, None]


def test_languages_begin_with_the_first_and_the_host_countrys(office: Office) -> None:
    languages = paper_of(office, full_life()).known_languages
    assert [plain(one.name) for one in languages] == ["Arabic", "Greek", "English"]
    assert plain(languages[2].certificate) == "Certificate · B1 · TOEFL · 2019"
    assert [one.evidence for one in languages] == [None, Evidence.STATED, Evidence.STATED]


def test_a_certificate_that_was_seen_bears_the_mark_for_it(office: Office) -> None:
    told: dict[str, Answer] = {"about": "language", "possession": "D1", "seen_on": since("2026-11-21")}
    profile = with_entry(full_life(), "document", type="language_certificate", **told)
    assert paper_of(office, profile).known_languages[2].evidence is Evidence.SEEN


def test_beyond_six_languages_the_rest_stands_in_one_line(office: Office) -> None:
    profile = one_line_life()
    for code in ("ara", "eng", "fra", "deu", "tur", "rus", "ita", "spa"):
        profile = with_entry(profile, "language", language=code, role="further", spoken_interaction="A2")
    paper = paper_of(office, profile)
    assert len(paper.known_languages) == 6
    assert plain(paper.more_languages) == "Italian A2 and Spanish A2"


def test_what_was_refused_or_never_asked_is_not_there(office: Office) -> None:
    refused: dict[str, Answer] = {"expectation.desired_occupation": NoAnswer.REFUSED, "licence.can_drive": NoAnswer.UNKNOWN}
    paper = paper_of(office, with_answers(one_line_life(), refused))
    assert (paper.skills, paper.stations, paper.documents, paper.known_languages, paper.steps) == ((), (), (), (), ())
    assert paper.agreement is None
    assert len(paper.goals) == 1


def test_controls_of_direction_in_answers_are_taken_out_and_lines_stay(office: Office) -> None:
    said = Words("a\u202eb\u2066c\nd", "eng")
    profile = with_entry(one_line_life(), "skill", skill=said, level="alone", evidence="1")
    profile = with_answers(profile, {"appraisal.person_agrees": "no", "appraisal.disagreement": said})
    paper = paper_of(office, profile, "en")
    assert paper.agreement is not None
    assert (paper.agreement.words or {})["en"] == "abc\nd"


def test_a_code_of_a_newer_version_stands_as_it_is(office: Office) -> None:
    profile = with_entry(one_line_life(), "skill", skill=both("Baking", "الخبز"), evidence="1")
    held = {**profile.held, "transversal.strengths": ("99",)}
    held[next(path for path in held if path.endswith(".evidence"))] = "8"
    held[next(path for path in held if path.startswith("skill.")) + "level"] = "master"
    paper = paper_of(office, Profile(profile.id, held))
    assert plain(paper.strengths[0].title) == "99"
    assert plain(paper.skills[0].title) == "Baking · master"
    assert paper.skills[0].evidence is None


def test_the_version_counts_the_changes_after_a_hand_over(office: Office) -> None:
    profile = full_life()
    told = paper_of(office, profile).explanation
    later = with_entry(profile, "amendment", noted_on=since("2026-12-24"), reason="news")
    again = paper_of(office, later).explanation
    assert told is not None
    assert again is not None
    assert plain(told.facts[-1]) == "Interview on 21 November 2026, Athens. Version 1, as of 22 November 2026"
    assert plain(again.facts[-1]) == "Interview on 21 November 2026, Athens. Version 2, as of 24 December 2026"


def test_dates_of_another_calendar_stand_in_the_persons_text_alone(office: Office) -> None:

    begun = SaidDate.heard("1390", CalendarKey.SOLAR_HIJRI)
    profile = with_entry(one_line_life(), "work", title_own_words=both("Baker", "خبّازة"), job_type="EMP", start=begun)
    (station,) = paper_of(office, profile).stations
    assert station.years == Years(2011)
    assert "1390" in plain(station.detail, "ar")
    assert "1390" not in plain(station.detail)


def test_a_job_without_dates_tells_how_long_it_was(office: Office) -> None:
    for months, told in ((18, "Employed · 18 months"), (48, "Employed · 4 years"), (50, "Employed · 50 months")):
        answers: dict[str, Answer] = {"job_type": "EMP", "duration_months": number(months)}
        profile = with_entry(one_line_life(), "work", title_own_words=both("Baker", "خبّازة"), **answers)
        assert plain(paper_of(office, profile).stations[0].detail) == told
