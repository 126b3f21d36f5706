"""Which questions are put: depth, what the centre hides, and each question's own condition."""

from uuid import UUID

import pytest

from s2w_desktop.domain.asking import as_asked, asked_fields, asked_sections
from s2w_desktop.domain.completeness import completeness, first_open
from s2w_desktop.domain.fields import FieldKind, FieldSpec, Questionnaire, SectionSpec, Tier
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE

ENTRY = EntryId(UUID(int=7))
NAME, STREET, HOBBY = (
    FieldSpec("name", FieldKind.TEXT),
    FieldSpec("street", FieldKind.TEXT, tier=Tier.STANDARD),
    FieldSpec("hobby", FieldKind.TEXT, tier=Tier.EXTENDED),
)
PEOPLE = SectionSpec("people", "start", (NAME, STREET, HOBBY))
CLUBS = SectionSpec("clubs", "next", (FieldSpec("club", FieldKind.TEXT, tier=Tier.STANDARD),), most_entries=3)
RECORD = SectionSpec("record", "", (FieldSpec("tier", FieldKind.TEXT), FieldSpec("hidden", FieldKind.TEXT)))
ASKED = Questionnaire(1, (RECORD, PEOPLE, CLUBS))


def profile(tier: str = "core", hidden: str = "") -> Profile:
    made = Profile(ProfileId(UUID(int=1))).with_answer("record.tier", tier)
    return made.with_answer("record.hidden", hidden) if hidden else made


def keys(section: SectionSpec, of: Profile) -> list[str]:
    return [spec.key for spec in asked_fields(section, of)]


@pytest.mark.parametrize(
    ("tier", "fields", "sections"),
    [
        ("core", ["name"], ["people"]),
        ("standard", ["name", "street"], ["people", "clubs"]),
        ("extended", ["name", "street", "hobby"], ["people", "clubs"]),
    ],
)
def test_a_deeper_interview_puts_more_questions(tier: str, fields: list[str], sections: list[str]) -> None:
    made = profile(tier)
    assert keys(PEOPLE, made) == fields
    assert [section.key for section in asked_sections(ASKED, made)] == sections


def test_without_a_depth_the_interview_is_short() -> None:
    assert keys(PEOPLE, Profile(ProfileId(UUID(int=1)))) == ["name"]


def test_ux_16_hidden_questions_are_neither_put_nor_counted_and_their_answers_stay() -> None:
    answered = profile("standard").with_answer("people.street", "Rua Nova").with_answer("people.name", "Rua")
    hidden = answered.with_answer("record.hidden", "people.street clubs")
    assert keys(PEOPLE, hidden) == ["name"]
    assert [section.key for section in asked_sections(ASKED, hidden)] == ["people"]
    assert completeness(ASKED, hidden).whole.total == 1
    assert "people.street" not in as_asked(ASKED, hidden).held
    assert as_asked(ASKED, hidden).text("people.name") == "Rua"
    assert keys(PEOPLE, hidden.with_answer("record.hidden", None)) == ["name", "street"]
    assert hidden.text("people.street") == "Rua Nova"


def test_a_section_whose_fields_are_all_hidden_is_gone() -> None:
    assert [s.key for s in asked_sections(ASKED, profile("core", "people.name"))] == []


def test_what_is_beyond_the_depth_is_never_open() -> None:
    answered = profile("core").with_answer("people.name", "Amal")
    assert first_open(ASKED, answered) is None
    found = first_open(ASKED, answered.with_answer("record.tier", "standard"))
    assert found is not None and found.path == "people.street"  # noqa: PT018  # one fact


def test_entries_are_shown_only_where_their_section_is_put() -> None:
    made = profile("standard").with_entry("clubs", ENTRY).with_answer(f"clubs.{ENTRY}.club", "Choir")
    assert f"clubs.{ENTRY}.club" in as_asked(ASKED, made).held
    assert as_asked(ASKED, made).entries("clubs") == (ENTRY,)
    assert as_asked(ASKED, made.with_answer("record.tier", "core")).entries("clubs") == ()


def test_where_contact_is_dangerous_it_is_neither_asked_nor_printed() -> None:
    person = profile("extended").with_answer("contact.email", "zyxw@example.org")
    person = person.with_entry("phone", ENTRY).with_answer(f"phone.{ENTRY}.number", "+351 600")
    assert "contact.email" in as_asked(QUESTIONNAIRE, person).held
    assert "phone" in {section.key for section in asked_sections(QUESTIONNAIRE, person)}
    hidden = person.with_answer("contact.safe_to_contact", "no")
    assert [spec.key for spec in asked_fields(QUESTIONNAIRE.by_key["contact"], hidden)] == ["safe_to_contact"]
    assert "phone" not in {section.key for section in asked_sections(QUESTIONNAIRE, hidden)}
    assert as_asked(QUESTIONNAIRE, hidden).entries("phone") == ()
    assert "contact.email" not in as_asked(QUESTIONNAIRE, hidden).held
    assert hidden.text("contact.email")  # hidden, not lost
