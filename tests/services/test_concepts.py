"""Concepts of ESCO go the whole way: store, bundle, conflict, lines for other programs, paper."""

import json
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pypdfium2 as pdfium
import pytest

from s2w_desktop.domain.concepts import concepts_of
from s2w_desktop.domain.ids import EntryId, ProfileId
from s2w_desktop.domain.profile import Profile
from s2w_desktop.domain.questionnaire import QUESTIONNAIRE
from s2w_desktop.services.profile_lines import profile_line, read_profile_lines
from s2w_desktop.services.workplace import Workplace
from tests.made_concepts import CARE, OFFICER, SEWING, TAILOR, WELDER
from tests.services.places import change, export, interview

MAIN, GROUP = "work_summary.main_occupation_esco", "work_summary.main_occupation_isco"


def paper_of(workplace: Workplace, profile: ProfileId, *languages: str) -> str:
    pdf = pdfium.PdfDocument(BytesIO(workplace.papers.profile_paper(profile, languages)))
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def picked(workplace: Workplace) -> tuple[ProfileId, EntryId]:
    """Somebody whose job, main work and unpaid skills were picked."""
    profile = interview(workplace, record__tier="standard", work_summary__main_occupation_esco=TAILOR)
    session = workplace.interviews.open(profile)
    entry = session.add_entry("unpaid")
    session.set_answer(f"unpaid.{entry}.skills", concepts_of([SEWING, CARE]))
    session.close()
    return profile, entry


def test_headquarters_gets_them_without_any_pack_and_finds_a_conflict(field: Workplace, hq: Workplace, stick: Path) -> None:
    profile, entry = picked(field)
    hq.importing.take(export(field, stick))
    read = hq.interviews.read(profile)
    assert (read.get(MAIN), read.text(GROUP)) == (TAILOR, "7531")
    assert read.get(f"unpaid.{entry}.skills") == concepts_of([SEWING, CARE])
    change(hq, profile, work_summary__main_occupation_esco=WELDER)
    change(field, profile, work_summary__main_occupation_esco=None)
    assert hq.importing.take(export(field, stick)).conflicts == 1
    assert set(hq.interviews.open(profile).conflicts) == {MAIN}


def test_a_colleagues_conflict_about_the_group_is_not_filled(field: Workplace, hq: Workplace, stick: Path) -> None:
    profile = interview(field, work_summary__main_occupation_isco="7212")
    hq.importing.take(export(field, stick))
    change(hq, profile, work_summary__main_occupation_isco=None)
    change(field, profile, work_summary__main_occupation_isco="2221")
    hq.importing.take(export(field, stick))
    session = hq.interviews.open(profile)
    assert set(session.conflicts) == {GROUP}
    session.set_answer(MAIN, TAILOR)
    assert session.profile.text(GROUP) != "7531"
    assert set(session.conflicts) == {GROUP}


def test_lines_give_them_and_take_them_back(laptop: Workplace) -> None:
    profile, _ = picked(laptop)
    read = laptop.interviews.read(profile)
    line = json.dumps(profile_line(QUESTIONNAIRE, read)).encode()
    ((_, again),) = read_profile_lines(QUESTIONNAIRE, [line], uuid4)
    assert isinstance(again, Profile)
    assert again.get(MAIN) == TAILOR
    assert profile_line(QUESTIONNAIRE, again) == profile_line(QUESTIONNAIRE, read)


@pytest.mark.parametrize(("language", "words"), [("en", "tailor"), ("fr", "Tailleurs")])
def test_the_paper_tells_the_label_in_its_language_and_the_group_in_others(laptop: Workplace, language: str, words: str) -> None:
    profile, _ = picked(laptop)
    assert words in paper_of(laptop, profile, language)


def test_public_work_that_somebody_at_risk_picked_is_not_described_on_paper(laptop: Workplace) -> None:
    session = laptop.interviews.open(interview(laptop, record__tier="extended"))
    entry = session.add_entry("work")
    session.set_answer(f"work.{entry}.occupation_esco", OFFICER)
    session.set_answer(f"work.{entry}.isco08", None)
    session.close()
    assert "police officer" in paper_of(laptop, session.profile.id, "en")
    change(laptop, session.profile.id, **{f"work.{entry}.sensitive_employer": "yes"})
    told = paper_of(laptop, session.profile.id, "en")
    assert "police" not in told
    assert "Public service" in told
