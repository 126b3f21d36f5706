"""The access copy: everything that is held about somebody stands in it, who wrote it, what was said before, who got it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from s2w_desktop.domain.answers import Answer, EntryRank, NoAnswer, Words
from s2w_desktop.domain.fields import FieldSpec, is_remark, question_of, remark_path
from s2w_desktop.domain.ids import ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.domain.revisions import Scope
from s2w_desktop.domain.stations import Role
from s2w_desktop.i18n import labels
from s2w_desktop.i18n.answer_texts import answer_text
from s2w_desktop.i18n.isolation import clean, without_isolates
from s2w_desktop.i18n.translator import Translator, english
from s2w_desktop.services.keeping import Editors, add_step
from s2w_desktop.services.profile_lines import profile_line
from s2w_desktop.services.sheets.access import access_json, access_sheet
from s2w_desktop.services.sheets.holdings import Holding
from s2w_desktop.services.sheets.kinds import PaperKind
from s2w_desktop.services.sheets.speech import Speech
from s2w_desktop.services.workplace import Workplace
from s2w_desktop.storage.exchange_values import ShareReason
from tests.domain.anyone import anyone
from tests.pdf.sheet_texts import expected
from tests.services.sheet_people import person, sheets_of, words
from tests.workplaces import enrol, make_workplace

TODAY = date(2026, 11, 22)


def in_words(tr: Translator, section: str, spec: FieldSpec, answer: Answer) -> list[str]:
    """What must stand somewhere for an answer."""
    match answer:
        case NoAnswer():
            return [labels.no_answer(tr, answer)]
        case Words(said=said, translation=translation):
            return [line for text in (said, translation) for line in text.split("\n")]
        case str() if not spec.codes:
            return answer.split("\n")
        case str():
            return [labels.choice(tr, spec.codes, answer)]
        case tuple():
            return [labels.choice(tr, spec.codes, code) for code in answer]
        case _:
            return [answer_text(tr, section, spec, answer)]


def plain(text: str) -> str:
    """Line by line as it is printed."""
    return "\n".join(clean(without_isolates(line)) for line in text.split("\n"))


@settings(max_examples=60)
@given(anyone())
def test_every_answer_that_is_held_stands_in_it(profile: Profile) -> None:
    tr = english()
    said = plain("\n".join(expected_raw(profile)))
    record = {one["path"]: one["value"] for one in json.loads(access_json(QUESTIONNAIRE, Holding(profile)))["answers"]}
    for path, answer in profile.held.items():
        if isinstance(answer, EntryRank):
            continue
        assert path in record
        section, spec = path.partition(".")[0], QUESTIONNAIRE.spec(path)
        assert labels.short_label(tr, section, question_of(path).rpartition(".")[2]) in said
        for words_of_answer in in_words(tr, section, spec, answer):
            assert plain(words_of_answer) in said
    assert len(record) == sum(not isinstance(answer, EntryRank) for answer in profile.held.values())


def expected_raw(profile: Profile) -> list[str]:
    """The texts of the copy of somebody of whom nothing else is known, before they are cleaned for the printer."""
    sheet = access_sheet(QUESTIONNAIRE, Holding(profile), Speech((english(),)), TODAY)
    return [text for section in sheet.sections for block in section.blocks for text in _texts(block)]


def _texts(block: object) -> Iterator[str]:
    rows = getattr(block, "rows", None)
    if rows is None:
        yield getattr(block, "text", {}).get("en", "")
        return
    for row in rows:
        for texts in (row.name, row.value, row.note or {}) if hasattr(row, "name") else row:
            yield texts.get("en", "")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    workplace = make_workplace(tmp_path / "laptop")
    yield workplace
    workplace.close()


def told(workplace: Workplace, profile: Profile, *languages: str) -> str:
    sheet = sheets_of(workplace).sheet(profile.id, PaperKind.ACCESS, languages or ("en",))
    return without_isolates("\n".join(expected(sheet)))


def record_of(workplace: Workplace, profile: Profile) -> dict[str, object]:
    found: dict[str, object] = json.loads(sheets_of(workplace).access_record(profile.id))
    return found


def test_remarks_and_notes_of_the_officer_stand_in_it(place: Workplace) -> None:
    profile = person().with_answer(remark_path("identity.sex"), "asked twice")
    place.interviews.add(profile)
    text = told(place, profile)
    assert "Note of the interviewer: Sex" in text
    assert "asked twice" in text
    assert "Was tired" in text  # the note of the appraisal, which no other paper prints
    assert "Prefers not to say" in text
    assert all(is_remark(path) or path in QUESTIONNAIRE.single for path in (remark_path("identity.sex"), "identity.sex"))


def test_what_was_said_before_stands_in_it_with_who_wrote_it(place: Workplace) -> None:
    profile = person()
    place.interviews.add(profile)
    with_change = place.interviews.open(profile.id)
    with_change.set_answer("identity.family_names", "Mithal-Haddad")
    with_change.close()
    text = told(place, profile)
    assert "Where nothing else is noted, Officer wrote it down on" in text
    now, before = text.split("Earlier answers")
    assert "Mithal-Haddad" in now
    assert "Mithal\n" in before
    earlier = record_of(place, profile)["earlier"]
    assert [(one["path"], one["value"], one["officer"]) for one in earlier] == [("identity.family_names", "Mithal", "Officer")]  # type: ignore[attr-defined]


def test_what_a_shield_took_away_is_neither_shown_nor_told_as_earlier(place: Workplace) -> None:
    profile = person()
    place.interviews.add(profile)
    (first, _) = profile.entries("work")
    session = place.interviews.open(profile.id)
    session.set_answer(f"work.{first}.sensitive_employer", "yes")
    session.close()
    assert "Hope Hospital" not in told(place, profile)
    assert "Hope Hospital" not in json.dumps(record_of(place, profile), ensure_ascii=False)


def test_what_a_newer_program_wrote_stands_in_it_as_it_is(place: Workplace) -> None:
    profile = person()
    place.interviews.add(profile)
    editors = Editors(store=place.store, questionnaire=QUESTIONNAIRE, officer=place.officer, sources=place.sources)
    stored = place.store.profiles.load(profile.id)
    parents = [revision.id for revision in stored.revisions]
    add_step(editors, stored, parents, {"identity.shoe_size": 42, "identity.sex": "newer_code"})
    text = told(place, profile)
    assert "Kept for a newer version of the program" in text
    assert "identity.shoe_size" in text
    assert '"newer_code"' in text
    assert told(place, profile, "en", "ar").count("identity.shoe_size") == 2


def test_open_work_that_is_not_sealed_yet_is_held_too(place: Workplace) -> None:
    profile = person()
    place.interviews.add(profile)
    session = place.interviews.open(profile.id)
    session.set_answer("identity.preferred_name", "Lulu")
    session.save()
    assert "Lulu" in told(place, profile)
    session.close()


def test_who_received_it_is_told_and_how_much(tmp_path: Path) -> None:
    laptop, headquarters = make_workplace(tmp_path / "laptop"), make_workplace(tmp_path / "hq", Role.HEADQUARTERS)
    named, nameless, at_home = (Profile(ProfileId(laptop.sources.new_id()), person(given).held) for given in GIVEN)
    for one, number in ((named, "GR-0000-0000-0"), (nameless, "GR-0000-0000-1"), (at_home, "GR-0000-0000-2")):
        laptop.interviews.add(one.with_answer("record.case_number", number))
    assert "This computer has sent it to nobody." in told(laptop, named)
    enrol(laptop, headquarters, tmp_path / "cards")
    (tmp_path / "stick").mkdir()
    laptop.exporting.write(tmp_path / "stick")
    for one, scope in ((named, "Everything"), (nameless, "Without name and contact"), (at_home, "Only that it exists")):
        received = told(laptop, one).split("Who received it")[1]
        assert "Example Aid, Casa do Rio" in received
        assert scope in received
    assert [one["scope"] for one in record_of(laptop, named)["received"]] == ["full"]  # type: ignore[attr-defined]
    laptop.close()
    headquarters.close()


GIVEN = (
    {"consent.send_with_name": "granted"},
    {"consent.send_with_name": "refused", "consent.send_for_figures": "granted"},
    {"consent.send_with_name": "refused", "consent.send_for_figures": "refused"},
)


def test_headquarters_tells_which_laptops_get_what_is_said(hq: Workplace, field: Workplace, other: Workplace) -> None:
    profile, now = ProfileId(hq.sources.new_id()), hq.sources.now()
    assert hq.store.disclosures.of([profile]) == ()
    hq.store.shares.give([profile], [field.station.device, other.station.device], ShareReason.TRANSFER, now)
    found = hq.store.disclosures.of([profile])
    assert {one.device for one in found} == {field.station.device, other.station.device}
    assert {one.scope for one in found} == {Scope.FULL}


def test_the_record_for_programs_says_the_same_as_the_profile(place: Workplace) -> None:
    profile = person({"appraisal.internal_note": words("متعبة", "Was tired", "ara")})
    place.interviews.add(profile)
    answers = {one["path"]: one["value"] for one in record_of(place, profile)["answers"]}  # type: ignore[attr-defined]
    line = profile_line(QUESTIONNAIRE, profile)["answers"]
    assert isinstance(line, dict)
    assert {
        path: value for path, value in answers.items() if path in QUESTIONNAIRE.single and path != "record.case_number"
    } == line
